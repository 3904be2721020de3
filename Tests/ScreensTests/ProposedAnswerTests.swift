import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// What the desk only guesses is asked, and worth a look is no refusal.
@Suite struct ProposedAnswerTests {
    private func keys(_ text: String) -> [Key] { text.map { .character($0) } }

    /// A desk whose interview stands at the authority that detained, which is guessed from who
    /// handed over.
    private func atTheGuess() throws -> (Desk, Identifier<Reception>) {
        let desk = try Desk()
        desk.press(.function(2), .enter)
        let person = try #require(desk.shownCardOrInterview)
        for key in keys("pssntx") + [.function(8)] { desk.press(key) }
        let line =
            desk.text.split(separator: "\n").first { $0.contains("Autoridad que detuvo") } ?? ""
        #expect(line.contains("¿") && line.contains("= sí"), "\(desk.text)")
        return (desk, person)
    }

    /// Who handed over need not be who detained: passing by the question is no answer.
    @Test(arguments: [[], [Key.enter], [.tab], [.down], [.enter, .enter], [.function(8)]])
    func whoDetainedIsNotAssumed(_ keys: [Key]) throws {
        let (desk, person) = try atTheGuess()
        for key in keys { desk.press(key) }
        desk.press(.control("g"))
        #expect(try desk.store.reception(person)?.formVersion != nil)
        #expect(try desk.store.reception(person)?.answer(.detainedBy) == nil, "\(desk.text)")
    }

    /// Taken, it is what the person said: in the draft at once, and not known from the group.
    @Test func aGuessThatIsTakenIsAnAnswer() throws {
        let (desk, person) = try atTheGuess()
        let group = try #require(try desk.store.card(person, now: Desk.start)?.group)
        desk.press(.character("="))
        let draft = try desk.store.drafts(of: desk.app.context.officer.id).first {
            $0.subject == person.value
        }
        #expect(draft?.fields["detainedBy"] == group.authority.rawValue)
        for key in keys("33") + [.function(8)] + keys("n") + [.enter] { desk.press(key) }
        let saved = try #require(try desk.store.reception(person))
        #expect(saved.answer(.detainedBy) == group.authority.rawValue, "\(desk.text)")
        #expect(!saved.groupAnswers.contains(.detainedBy))
    }

    /// What a draft kept as codes stands in the form as it was typed.
    @Test func aDraftStandsAsItWasTyped() throws {
        let desk = try Desk()
        desk.press(.function(2), .enter)
        for key in keys("pssntx") + [.function(8), .character("=")] + keys("33") { desk.press(key) }
        let shown = desk.text
        desk.press(.escape, .escape)
        let person = try #require(
            try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows.first {
                $0.stage == .inInterview && $0.desk == 1
            })
        desk.openCard(of: person.id)
        desk.press(.enter)
        func answers(_ text: String) -> [Substring] {
            text.split(separator: "\n").filter { line in
                ["Habla español", "Viaja con", "Tiempo en EUA", "Escolaridad", "Aviso"].contains {
                    line.contains($0)
                }
            }
        }
        #expect(answers(desk.text) == answers(shown), "\(desk.text)\n\(shown)")
        #expect(!desk.text.contains("yes") && !desk.text.contains("years"), "\(desk.text)")
    }

    /// Enter opens whoever is under the cursor, whatever was left half-way about somebody else; «d»
    /// opens that.
    @Test func enterOpensWhomF2CalledAndNoDraft() throws {
        let first = try Desk()
        first.press(.function(2), .enter, .character("p"), .escape)
        let left = try #require(try first.store.drafts(of: first.app.context.officer.id).first)
            .subject
        let officer = first.app.context.officer.id
        _ = try first.store.perform(
            .act(Park(Identifier(left), .doctor, reason: nil)), by: officer, at: Desk.start)
        let again = try Desk(folder: first.folder)
        #expect(again.text.contains("entrevista a medias"))
        again.press(.function(2))
        let called = try #require(
            try again.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows.first {
                $0.stage == .called && $0.desk == 1
            })
        again.press(.enter)
        #expect(
            again.text.contains("Entrevista · ficha \(called.ticket)") && called.id.value != left,
            "\(again.text)")
        again.press(.escape, .escape, .character("d"))
        #expect(
            try again.store.reception(Identifier(left))?.ticket.map {
                again.text.contains("ficha \($0)")
            } == true)
    }

    /// How the notice was given is the officer's own, also where they do not read what the lanes
    /// keep.
    @Test func theNoticeInADraftIsShownToWhoeverTypedIt() throws {
        let desk = try Desk()
        let lead = desk.app.context.officer.id
        let added = try desk.store.perform(
            .act(AddOfficer("Tomás Toledo Vera", account: nil, roles: [.officer])), by: lead,
            at: Desk.start)
        let officer = Identifier<Officer>(try #require(added.result["officer"]?.integer))
        let person = try #require(
            try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows.first {
                $0.stage == .inInterview
            })
        for (field, value) in [("notice", "read"), ("sex", "H"), ("indicators", "x")] {
            try desk.store.saveDraft(
                "interview", subject: person.id.value, field: field, value: value, by: officer,
                at: Desk.start)
        }
        try desk.store.saveDraft(
            "Rutas", subject: person.id.value, field: "note", value: "x", by: officer,
            at: Desk.start)
        let fields = try desk.store.drafts(of: officer).first?.fields
        #expect(fields?["notice"] == "read" && fields?["sex"] == "H")
    }

    /// Nobody is called on a number that is short or has words in it.
    @Test(arguments: [
        ("6311234567", true), ("+52 (631) 123-45.67", true), ("", true), ("631123", false),
        ("vecina", false),
        ("1234567890123456", false), ("631123456７", false),
    ])
    func aTelephoneThatIsNoneIsWorthALook(_ typed: String, _ isPlain: Bool) {
        #expect((PhoneRemark.of(typed) == nil) == isPlain)
    }
}
