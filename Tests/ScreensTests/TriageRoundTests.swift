import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// The round of the first questions, with another desk at work.
@Suite struct TriageRoundTests {
    private let desk: Desk
    private let people: [Identifier<Reception>]

    /// Three people received and not asked, in the round.
    init() throws {
        desk = try Desk()
        desk.press(
            .function(6), .character("i"),
            .paste("Apellidos;Nombre;Nacimiento\nLuna;Ana;23/04/1990\nVera;Eva;23/04/1991\nSol;Mar;23/04/1992\n"))
        desk.press(.enter, .character("t"), .character("t"), .character("t"), .escape, .escape, .character("."))
        desk.moveToUnasked()
        let rows = try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows ?? []
        people = rows.filter { $0.stage == .received }.map(\.id)
        #expect(people.count == 3)
        desk.press(.character("s"))
    }

    private func flags(_ index: Int) throws -> Set<Flag>? { try desk.store.reception(people[index])?.flags }

    @Test func eachAnswerGoesToThePersonOnTheScreen() throws {
        desk.press(.character("h"), .enter, .character("0"), .character("e"), .enter)
        #expect(try (0..<3).map { try flags($0) } == [[.medical], [], [.pregnant]])
        #expect(desk.text.contains("Cola"))
    }

    /// Asked at another desk meanwhile: said, not asked over, and keys typed ahead fall on nobody else.
    @Test func whatAnotherDeskAskedMovesNobody() throws {
        let officer = desk.app.context.officer.id
        desk.press(.character("0"))
        _ = try desk.store.perform(.reception(people[1], .triage([.reserved])), by: officer, at: Desk.start)
        desk.changed()
        #expect(desk.text.contains("ya le preguntó otra ventanilla"))
        desk.press(.character("h"), .enter, .character("0"))
        #expect(try (0..<3).map { try flags($0) } == [[], [.reserved], nil])
        desk.press(.tab, .character("h"), .enter)
        #expect(try flags(2) == [.medical])
    }

    /// A refusal keeps the person and the marks, and a «nothing» typed ahead does not wipe them.
    @Test func aRefusalKeepsTheMarks() throws {
        desk.press(.character("h"), .character("0"))
        #expect(desk.text.contains("Hay marcas"))
        #expect(try flags(0) == nil)
        desk.press(.backspace, .character("0"))
        #expect(try flags(0) == [])
    }

    /// Whoever has left meanwhile is not asked.
    @Test func whoHasLeftIsNotAsked() throws {
        let officer = desk.app.context.officer.id
        _ = try desk.store.perform(.reception(people[0], .release(Release(.ownDecision))), by: officer, at: Desk.start)
        desk.changed()
        desk.press(.character("0"))
        #expect(desk.text.contains("ya salió"))
        #expect(try flags(0) == nil)
    }
}
