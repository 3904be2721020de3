import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// Reading leaves a trace: who, when, what and, away from one's own point, why.
@Suite struct ReadingTests {
    private func reads(_ desk: Desk) throws -> [ReadRecord] { try desk.store.reads() }

    /// People inside are everybody's own: their cards open without a question, each with its
    /// record.
    @Test func peopleInsideAreOpenedWithoutAQuestion() throws {
        let desk = try Desk()
        let before = try reads(desk).count
        desk.press(.enter)
        #expect(desk.text.contains("Etapa"))
        let last = try #require(try reads(desk).last)
        #expect(try reads(desk).count == before + 1)
        #expect(
            last.what == "card" && last.reason == nil && last.officer == desk.app.context.officer.id
        )
    }

    /// Whoever has left, or is at another point, is shown only once it was said why.
    @Test(arguments: [true, false])
    func elsewhereItIsAskedWhy(_ isAtAnotherPoint: Bool) throws {
        let desk = try Desk()
        let officer = desk.app.context.officer.id
        let point: PointCode = isAtAnotherPoint ? .tijuana : .nogales
        let group = try desk.store.perform(
            .act(AnnounceGroup(point, Announcement())), by: officer, at: Desk.start)
        var person = TestStore.person(1)
        person.firstSurname = "Quetzalli"
        let added = try desk.store.perform(
            .act(AddOffList(Identifier(group.result["group"]?.integer ?? 0), person)), by: officer,
            at: Desk.start)
        let id = Identifier<Reception>(try #require(added.result["reception"]?.integer))
        if !isAtAnotherPoint {
            _ = try desk.store.perform(
                .act(ReleasePerson(id, Release(.ownDecision))), by: officer, at: Desk.start)
        }
        desk.press(.function(3))
        desk.type("quetzalli")
        desk.press(.enter)
        #expect(desk.text.contains("¿Para qué la consulta?") && !desk.text.contains("Quetzalli"))
        desk.press(.enter, .character("e"), .function(7))
        #expect(!desk.text.contains("Quetzalli"))
        #expect(try desk.store.reads(of: id.value).isEmpty)
        desk.press(.character("3"))
        #expect(desk.text.contains("Quetzalli"))
        #expect(try desk.store.reads(of: id.value).map(\.reason) == [.authority])
    }

    /// The trail says who saw whom, narrowed by what is typed; Enter asks it of one person. It
    /// names nobody.
    @Test func theTrailSaysWhoSawThisPerson() throws {
        let desk = try Desk()
        desk.press(.enter)
        let card = try #require(desk.shownCard)
        desk.press(.escape, .down, .enter, .escape, .function(9), .character("v"))
        let ticket = try #require(card.reception.ticket)
        #expect(
            desk.text.contains("Quién vio a quién")
                && desk.text.contains("NOG \(card.group.name) \(ticket)"))
        #expect(!desk.text.contains(try #require(card.reception.firstSurname)))
        desk.type("\(ticket)")
        desk.press(.enter)
        let lines = desk.text.split(separator: "\n").filter { $0.contains("ficha  ") }
        #expect(lines.count == 1 && lines[0].contains("NOG \(card.group.name) \(ticket)"))
        desk.press(.enter)
        #expect(desk.text.contains("\(card.reception.id.value)"))
        desk.press(.escape)
        desk.type("nadie que esté")
        desk.press(.enter)
        #expect(desk.text.contains("Nadie lo ha visto."))
        desk.press(.control("u"))
        desk.type(String(desk.app.context.officer.name.prefix(4)))
        desk.press(.enter)
        #expect(desk.text.contains("NOG \(card.group.name) \(ticket)"))
    }

    /// A search leaves how many it showed, and never what was looked for.
    @Test func aSearchLeavesACountAndNoText() throws {
        let desk = try Desk()
        desk.press(.function(3))
        desk.type("ma")
        desk.press(.escape)
        let search = try #require(try reads(desk).last)
        #expect(search.what == "search" && search.subject == 0 && (search.count ?? 0) > 0)
        let before = try reads(desk).count
        desk.press(.function(3), .paste("zzzzz"), .escape)
        #expect(try reads(desk).count == before)
        // Whichever way it is left, and whatever was typed last.
        desk.press(.function(3))
        desk.type("ma")
        desk.press(.paste("zzzzz"), .function(10))
        // Who is shown besides by the second letter is a look of its own.
        let looks = try reads(desk).dropFirst(before)
        #expect((1...2).contains(looks.count) && looks.allSatisfy { $0.what == "search" })
    }

    /// A screen left for eight minutes asks who is there; the PIN, or the password, opens it on the
    /// very field that was left; five wrong PINs leave only the password.
    @Test func aScreenThatIsLeftLongAsksWhoIsThere() throws {
        let desk = try Desk()
        let officer = desk.app.context.officer.id
        func set(_ text: String, _ kind: CredentialKind) throws {
            try desk.store.setPassword(
                Phrase(Array(text.utf8)), kind, of: officer, by: officer, at: Desk.start)
        }
        try set("una frase de prueba", .password)
        try set("204060", .pin)
        desk.signedInWithPassword()
        desk.press(.function(2), .enter, .character("p"), .pageDown)
        desk.type("Beto")
        let left = desk.frame()
        let minutes = desk.app.context.secondsToLock * desk.app.context.speed
        desk.later(seconds: minutes)
        #expect(desk.text.contains("Pantalla cerrada") && !desk.text.contains("Beto"))
        desk.type("111111")
        #expect(!desk.text.contains("1111") && desk.text.contains("••••••"))
        desk.press(.enter)
        #expect(desk.text.contains("No abre con eso"))
        desk.type("204060")
        desk.press(.enter)
        // All but the clock is as it was left.
        func body(_ frame: Frame) -> String {
            frame.text.split(separator: "\n").dropFirst().joined(separator: "\n")
        }
        #expect(body(desk.frame()) == body(left) && desk.frame().cursor == left.cursor)
        desk.later(seconds: minutes)
        for _ in 0..<5 {
            desk.type("111111")
            desk.press(.enter)
        }
        desk.type("204060")
        desk.press(.enter)
        #expect(desk.text.contains("Pantalla cerrada"))
        desk.type("una frase de prueba")
        desk.press(.enter)
        #expect(desk.text.contains("Beto"))
    }

    /// Where there is no password there is nothing to ask for: the screen only covers itself.
    @Test func withoutAPasswordAScreenOnlyCovers() throws {
        let desk = try Desk()
        desk.later(seconds: desk.app.context.secondsToLock * desk.app.context.speed)
        desk.press(.character("x"))
        #expect(!desk.text.contains("Pantalla cerrada"))
    }
}
