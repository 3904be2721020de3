import Store
import Terminal
import Testing

@testable import Repatriation
@testable import Screens

/// What whoever looks over a shoulder sees, and does not.
@Suite struct MirroredScreenTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    @Test func theStepIsTheScreenAndTheFieldOfTheCursor() {
        #expect(desk.app.whereabouts == Whereabouts(screen: "Cola · Nogales", field: ""))
        desk.press(.down, .function(2), .enter)
        let first = desk.app.whereabouts
        #expect(first.screen.contains("Entrevista") && !first.field.isEmpty, "\(first)")
        desk.press(.down)
        #expect(desk.app.whereabouts.field != first.field)
        // What is typed is no part of it.
        desk.type("zqx")
        #expect(!"\(desk.app.whereabouts)".contains("zqx"))
    }

    /// Keys count for whoever is interviewed and has no lane, no need and is no child, and for nobody
    /// else.
    @Test func keysAreThoseOfAPlainInterview() throws {
        #expect(desk.app.plainPerson == nil)
        let desk = try Desk.interviewing()
        let id = try #require(desk.shownCardOrInterview)
        var plain = try #require(try desk.store.card(id, now: Desk.start))
        (plain.reception.flags, plain.lanes) = ([], .none)
        plain.reception.birthDate = CivilDate(year: 1980, month: 1, day: 1)
        func counted(_ change: (inout Card) -> Void) -> Identifier<Reception>? {
            var card = plain
            change(&card)
            return InterviewScreen(card).plainPerson
        }
        #expect(counted { _ in } == plain.reception.id)
        for flag in Flag.allCases {
            #expect(counted { $0.reception.flags = [flag] } == nil, "\(flag)")
        }
        #expect(counted { $0.reception.flags = nil } == nil, "what may not be seen may be a need")
        for lane in Lane.allCases {
            let open = LaneState(lanes: [LaneChecklist(lane: lane, lines: [])], acta: nil)
            #expect(counted { $0.lanes = open } == nil, "\(lane)")
        }
        let child = CivilDate(year: 2016, month: 1, day: 1)
        #expect(counted { $0.reception.birthDate = child } == nil)
    }

    /// A password field shows no key, however far it is typed.
    @Test func whatIsTypedForAPasswordIsSeenNowhere() throws {
        let lead = desk.app.context.officer.id
        try desk.store.setPassword(
            Phrase(Array("la frase de la jefa".utf8)), of: lead, by: lead, at: Desk.start)
        desk.signedInWithPassword()
        desk.press(.function(10))
        let before = desk.frame()
        for letter in "zqxwkzqx" {
            desk.press(.character(letter))
            let new = zip(desk.frame().lines, before.lines).filter { $0 != $1 }.map(\.0)
            #expect(new.allSatisfy { line in !"zqxwk".contains { line.contains($0) } }, "\(new)")
        }
        #expect(desk.frame() != before, "that something is typed is seen")
        #expect(desk.app.whereabouts == Whereabouts(screen: "Entrada", field: ""))
    }

    @Test func whoeverIsLookedAtIsToldOnEverySize() {
        var state = PracticeState("Un día", speed: 1)
        state.isWatched = true
        _ = desk.practise(state)
        #expect(desk.frame(80, 24).lines[0].contains("la instructora mira"))
        #expect(desk.frame(40, 12).lines[0].contains("mira"))
        state.isWatched = false
        _ = desk.practise(state)
        #expect(!desk.frame(80, 24).lines[0].contains("mira"))
    }

    /// What the trainer says stands before whatever else was said, and the clock is theirs.
    @Test func theTrainerIsHeardFirstAndHasTheClock() {
        var state = PracticeState("Un día", speed: 1)
        state.isLed = true
        state.told = [
            .init(id: "a", at: Desk.start, synopsis: "Llega un autobús.", hint: "")
        ]
        _ = desk.practise(state)
        state.told.append(
            .init(id: "b", at: Desk.start, synopsis: "Mire la lista.", hint: "", isSaid: true))
        #expect(desk.practise(state).count == 1, "it rings")
        #expect(desk.text.contains("Mire la lista."))
        desk.press(.function(9), .character("z"))
        for key in [" ", "+", "-", "m", "l", "c"] as [Character] {
            let effects = desk.asked(by: .character(key))
            #expect(
                effects.allSatisfy { if case .practice = $0 { false } else { true } }, "\(key)")
        }
    }
}
