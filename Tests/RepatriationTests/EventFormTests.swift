import Repatriation
import Testing

/// Facts in the forms of earlier programs, as they are said now.
@Suite struct EventFormTests {
    private let before: Reception
    private let after: Reception

    init() {
        var person = Reception(id: Identifier(7))
        person.setAnswer(.schooling, "primary")
        person.setAnswer(.stay, "years1to5")
        person.setAnswer(.aliases, "Otro")
        before = person
        person.setAnswer(.schooling, "degree")
        person.setAnswer(.stay, nil)
        person.setAnswer(.contactPhone, "631 000 0000")
        after = person
    }

    /// The fact as form 1 had it: the whole bag of each class of which anything changed.
    private var whole: Event {
        let entries = ["answers", "restrictedAnswers"].compactMap { name in
            Reception.fieldsByName[name].map {
                Change.Entry(name, $0.access, $0.get(after))
            }
        }
        return Event(
            .profileSaved, subject: 7,
            changes: [Change(kind: .reception, id: 7, entries: entries)])
    }

    /// The person after a fact; nil where it cannot be read.
    private func applied(_ event: Event, to person: Reception) -> Reception? {
        var after = person
        for change in event.changes where !after.apply(change) { return nil }
        return after
    }

    @Test func oneAnswerIsOneField() throws {
        let change = try #require(Change(from: before, to: after))
        #expect(
            change.entries.map(\.field).sorted() == [
                "answers.schooling", "answers.stay", "restrictedAnswers.contactPhone",
            ])
        #expect(change.entries.first { $0.field == "answers.stay" }?.value == .null)
        #expect(Set(change.entries.map(\.column)) == ["answers", "restrictedAnswers"])
        #expect(Event(.profileSaved, before, after).form == 2)
        var placed = before
        placed.place = .yard
        #expect(Event(.placed, before, placed).form == 1)
    }

    /// What a whole bag did not say was taken back, and what another class has stays.
    @Test func aWholeBagIsSaidAnswerByAnswer() {
        let upgraded = whole.upgraded(from: 1)
        let entries = upgraded.changes.flatMap(\.entries)
        #expect(entries.allSatisfy { $0.answer != nil } && upgraded.form == 2)
        #expect(entries.contains(.init("answers.schooling", .sensitive, .text("degree"))))
        #expect(entries.contains(.init("answers.stay", .sensitive, .null)))
        #expect(!entries.contains { $0.column == "personalAnswers" })
        #expect(applied(whole, to: before) == after && applied(upgraded, to: before) == after)
        #expect(upgraded.upgraded(from: 2) == upgraded && whole.upgraded(from: 2) == whole)
    }

    /// An answer to a question that this program does not ask any more is kept as it was.
    @Test func anAnswerToARetiredQuestionIsKept() {
        let entry = Change.Entry("answers", .sensitive, .text(#"{"oldQuestion":"yes"}"#))
        let event = Event(
            .profileSaved, subject: 7,
            changes: [Change(kind: .reception, id: 7, entries: [entry])])
        let person = applied(event.upgraded(from: 1), to: Reception(id: Identifier(7)))
        #expect(person?.answers[named: "oldQuestion"] == "yes")
    }

    /// What is no answer of a bag is damage, as any other field that there is not.
    @Test(arguments: ["answers.", "answers.no-name", "given.schooling", "answers.a.b", ".x"])
    func whatIsNoAnswerIsNotRead(_ name: String) {
        let entry = Change.Entry(name, .sensitive, .text("x"))
        let change = Change(kind: .reception, id: 7, entries: [entry])
        #expect(applied(Event(.profileSaved, subject: 7, changes: [change]), to: before) == nil)
    }

    @Test func anAnswerHasTheWordsOfItsQuestion() {
        #expect(
            FieldLabels.of("answers.schooling")(.es) == ProfileField.schooling.label(.es))
        #expect(
            Belonging.said(.text("degree"), "answers.schooling", of: .reception)
                == .answer("degree", .schooling))
        #expect(Belonging.said(.null, "answers.schooling", of: .reception) == .nothing)
    }
}
