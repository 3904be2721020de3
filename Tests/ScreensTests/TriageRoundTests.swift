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
            .paste(
                "Apellidos;Nombre;Nacimiento\nLuna;Ana;23/04/1990\nVera;Eva;23/04/1991\nSol;Mar;23/04/1992\n"
            ))
        desk.press(.character("b"), .character("u"))
        desk.press(
            .enter, .character("t"), .character("t"), .character("t"), .escape, .escape,
            .character("."))
        desk.moveToUnasked()
        let rows = try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows ?? []
        people = rows.filter { $0.stage == .received }.map(\.id)
        #expect(people.count == 3)
        desk.press(.character("s"))
    }

    private func flags(_ index: Int) throws -> Set<Flag>? {
        try desk.store.reception(people[index])?.flags
    }

    /// However small the screen, no need is out of sight that may be asked after.
    @Test(arguments: [(80, 24), (120, 40), (40, 12)])
    func everyNeedIsInSight(_ width: Int, _ height: Int) {
        let text = desk.frame(width, height).text
        for (letter, flag) in TriageScreen.letters {
            #expect(text.contains("\(letter) \(flag.label.es.prefix(8))"), "\(flag)\n\(text)")
        }
    }

    /// Left by Esc, the round began anew with who was asked already.
    @Test func theRoundGoesOnWhereItWasLeft() throws {
        desk.press(.character("h"), .enter, .escape)
        #expect(desk.text.contains("Cola") && desk.currentLine?.contains("Vera") == true)
        desk.press(.character("s"))
        #expect(desk.text.contains("+1"), "\(desk.text)")
        desk.press(.character("0"), .character("e"), .enter)
        #expect(try (0..<3).map { try flags($0) } == [[.medical], [], [.pregnant]])
    }

    @Test func eachAnswerGoesToThePersonOnTheScreen() throws {
        desk.press(.character("h"), .enter, .character("0"), .character("e"), .enter)
        #expect(try (0..<3).map { try flags($0) } == [[.medical], [], [.pregnant]])
        #expect(desk.text.contains("Cola"))
    }

    /// Asked at another desk meanwhile: said, not asked over, and keys typed ahead fall on nobody
    /// else.
    @Test func whatAnotherDeskAskedMovesNobody() throws {
        let officer = desk.app.context.officer.id
        desk.press(.character("0"))
        _ = try desk.store.perform(
            .act(Triage(people[1], [.reserved])), by: officer, at: Desk.start)
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
        _ = try desk.store.perform(
            .act(ReleasePerson(people[0], Release(.ownDecision))), by: officer, at: Desk.start)
        desk.changed()
        desk.press(.character("0"))
        #expect(desk.text.contains("ya salió"))
        #expect(try flags(0) == nil)
    }

    /// Asked again, «nothing» is no way to lose what was told before.
    @Test func nothingNeverErasesAMarkOfHealth() throws {
        desk.press(.character("h"), .character("n"), .enter, .escape)
        desk.press(.home)
        for _ in 0..<60 where desk.currentLine?.contains("Luna, Ana") == false { desk.press(.down) }
        desk.press(.character("s"))
        desk.press(.character("0"))
        #expect(desk.text.contains("Hay marcas"))
        #expect(try flags(0) == [.medical, .noSpanish])
        desk.press(.backspace, .character("0"))
        #expect(try flags(0) == [])
    }
}

/// Who is asked first, and what is asked again.
@Suite struct TriageOrderTests {
    private func round(_ list: String) throws -> Desk {
        let desk = try Desk()
        desk.press(
            .function(6), .character("i"), .paste("Apellidos;Nombre;Nacimiento;Sexo\n" + list))
        desk.press(.character("b"), .character("u"))
        desk.press(.enter, .character("t"), .character("t"), .escape, .escape, .character("."))
        desk.moveToUnasked()
        desk.press(.character("s"))
        return desk
    }

    @Test func childrenComeFirstAndTheRoundShowsAgeAndSex() throws {
        let desk = try round("Luna;Ana;23/04/1990;Mujer\nVera;Eva;23/04/2013;Mujer\n")
        #expect(desk.text.contains("Vera, Eva · mujer, 13"))
        desk.press(.character("0"))
        #expect(desk.text.contains("Menor de 18"))
    }

    /// What does not go together is asked, and kept where the officer says so again.
    @Test func pregnancyOfAManIsAsked() throws {
        let desk = try round("Luna;Ana;23/04/1990;Hombre\nVera;Eva;23/04/1991;Mujer\n")
        desk.press(.character("e"), .enter)
        #expect(desk.text.contains("En el registro es hombre"))
        let id = try #require(
            try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows.first {
                $0.name.words.es == "Luna, Ana"
            }?.id)
        #expect(try desk.store.reception(id)?.flags == nil)
        desk.press(.enter)
        #expect(try desk.store.reception(id)?.flags == [.pregnant])
    }
}
