import Repatriation
import Support
import Testing

/// The interview as data.
@Suite struct InterviewFormTests {
    private let day = CivilDate(daysSinceEpoch: 20_777)

    @Test func everyFieldHasOneQuestion() {
        #expect(
            InterviewForm.questions.map(\.field).sorted { $0.rawValue < $1.rawValue }
                == ProfileField.allCases.sorted { $0.rawValue < $1.rawValue })
    }

    /// A letter chooses alone, so no two options of a list may share one, nor a code, nor be
    /// without words.
    @Test(arguments: InterviewForm.questions.map(\.field))
    func optionsAreToldApart(_ field: ProfileField) {
        let options = FormLists.shipped.options(field.question)
        #expect(Set(options.map(\.letter)).count == options.count)
        #expect(Set(options.map(\.code)).count == options.count)
        #expect(options.allSatisfy { !$0.label.es.isEmpty && !$0.label.en.isEmpty })
        let isClosed = ["one", "many"].contains(field.question.kind.name)
        #expect(isClosed == (field.question.kind.list?.options.isEmpty == false))
    }

    @Test func openAnswersAreAnswersOfEveryCodedQuestion() {
        func code(_ text: String, _ field: ProfileField) -> String? {
            FormLists.shipped.code(text, field.question)
        }
        #expect(code("unknown", .english) == "unknown")
        #expect(code("declined", .english) == "declined")
        #expect(code("declined", .schooling) == "declined")
        #expect(code("declined", .sex) == nil && code("unknown", .birthDate) == nil)
        #expect(code("ine,birthCertificate", .documents) == "birthCertificate,ine")
        #expect(code("ine,nada", .documents) == nil)
        #expect(code("-1", .detentionDays) == nil)
        #expect(code("unknown", .detentionDays) == "unknown")
        #expect(code("unknown", .aliases) == "unknown")
    }

    @Test func questionsAreForThoseTheyConcern() {
        var person = Reception(id: Identifier(1))
        person.birthDate = CivilDate(year: 2015, month: 1, day: 1)
        #expect(ProfileField.travelCondition.question.visibility.holds(for: person, on: day))
        person.birthDate = CivilDate(year: 1990, month: 1, day: 1)
        #expect(!ProfileField.travelCondition.question.visibility.holds(for: person, on: day))
        #expect(ProfileField.pregnant.question.visibility.holds(for: person, on: day))
        person.sex = .man
        #expect(!ProfileField.pregnant.question.visibility.holds(for: person, on: day))
        #expect(!ProfileField.motherTongue.question.visibility.holds(for: person, on: day))
        person.setAnswer(.understandsSpanish, "no")
        #expect(ProfileField.motherTongue.question.visibility.holds(for: person, on: day))
        #expect(person.missing(on: day).contains(.motherTongue))
    }

    /// Whatever is answered is kept where its class says, and comes back as it was given.
    @Test(arguments: ProfileField.allCases)
    func answersAreKeptByClass(_ field: ProfileField) {
        var person = Reception(id: Identifier(1))
        let answer = field == .sex ? "M" : field == .birthDate ? "1990-01-02" : "ñ"
        person.setAnswer(field, answer)
        #expect(person.answer(field) == answer)
        guard !field.isIdentity else { return }
        #expect((person.restrictedAnswers[field] != nil) == (field.question.access == .restricted))
        #expect((person.personalAnswers[field] != nil) == (field.question.access == .personal))
    }
}
