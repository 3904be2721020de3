import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// A key falls on what was there when it was pressed, and an answer on who asked for it.
@Suite struct StrayKeyTests {
    /// Somebody called, whose interview cannot begin while the desk interviews somebody else.
    private func deskWithTwo() throws -> (Desk, first: Int, second: Int) {
        let desk = try Desk()
        desk.press(.function(2), .enter)
        let first = try #require(desk.app.context.desk == 1 ? ticket(desk, .inInterview) : nil)
        desk.press(.escape, .escape, .escape, .function(2))
        return (desk, first, try #require(ticket(desk, .called)))
    }

    private func ticket(_ desk: Desk, _ stage: Stage) -> Int? {
        let rows = try? desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows
        return rows?.first { $0.stage == stage && $0.desk == 1 }?.ticket
    }

    private func find(_ desk: Desk, _ ticket: Int) {
        desk.press(.function(3))
        desk.type(String(ticket))
        desk.press(.enter)
    }

    @Test func lettersTypedBehindARefusedEnterWriteNothing() throws {
        let (desk, _, second) = try deskWithTwo()
        find(desk, second)
        let before = try desk.store.figures().events
        desk.isHolding = true
        for key: Key in [.enter, .character("p"), .character("s"), .character("n")] {
            desk.type(key)
        }
        desk.release()
        #expect(try desk.store.figures().events == before, "\(desk.text)")
        #expect(desk.text.contains("Ya atiende") || desk.text.contains("2 avisos"), "\(desk.text)")
        desk.press(.control("n"))
        #expect(desk.text.contains("Lo que tecleó después no se tomó"), "\(desk.text)")
    }

    /// The same where the screen itself refuses: what was typed before that was drawn falls on
    /// nothing.
    @Test func lettersTypedBehindAKeyThatTheScreenRefusesWriteNothing() throws {
        let desk = try Desk()
        let rows = try #require(try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows)
        find(desk, try #require(rows.first { $0.stage == .waiting }?.ticket))
        let before = try desk.store.figures().events
        desk.burst(
            .enter, .character("p"), .character("s"), .character("h"), .character("n"), .enter)
        #expect(try desk.store.figures().events == before, "\(desk.text)")
        #expect(
            desk.text.contains("Primero se le llama") && desk.text.contains("2 avisos"),
            "\(desk.text)")
        #expect(desk.app.screens.last is CardScreen)
        desk.press(.character("l"))
        #expect(!(desk.app.screens.last is CardScreen), "what is typed once it was seen is taken")
    }

    /// Nobody on the list is called so: the cursor on somebody else is no answer.
    @Test func aSearchInTheRollThatFindsNobodyReceivesNobody() throws {
        let desk = try Desk()
        try desk.openRoll(of: 3)
        let before = try desk.store.figures().events
        desk.press(.function(3))
        desk.type("zzz")
        #expect(desk.text.contains("Buscar: zzz") && desk.text.contains("nadie"), "\(desk.text)")
        desk.press(.enter)
        #expect(desk.text.contains("Nadie con eso en esta lista"), "\(desk.text)")
        desk.press(.character("t"), .escape)
        #expect(try desk.store.figures().events == before)
        desk.press(.character("t"))
        #expect(try desk.store.figures().events == before + 1)
    }

    /// The card was opened twice on the way: its interview is opened once, and saving leaves no
    /// empty one behind.
    @Test func oneInterviewIsOpenedOfOneCard() throws {
        let (desk, first, second) = try deskWithTwo()
        find(desk, second)
        desk.press(.enter)
        find(desk, first)
        find(desk, second)
        #expect(desk.app.screens.count { $0 is CardScreen } == 2)
        let free = Command.act(Park(try id(desk, first), .washroom, reason: nil))
        _ = try desk.store.perform(free, by: desk.app.context.officer.id, at: Desk.start)
        desk.press(.enter)
        #expect(desk.app.screens.count { $0 is InterviewScreen } == 1, "\(desk.text)")
        #expect(desk.app.screens.last is InterviewScreen)
        desk.press(.escape)
        #expect(desk.app.screens.last is CardScreen)
    }

    private func id(_ desk: Desk, _ ticket: Int) throws -> Identifier<Reception> {
        let rows = try #require(try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows)
        return try #require(rows.first { $0.ticket == ticket }?.id)
    }

    @Test func theCursorStaysOnWhoWasNotReceived() throws {
        let desk = try Desk()
        try desk.openRoll(of: 3)
        let line = try #require(desk.currentLine)
        desk.isHolding = true
        desk.press(.character("t"))
        #expect(desk.currentLine == line, "nobody is received yet")
        desk.release()
        #expect(desk.currentLine != line)
    }

    /// A search that could not be made finds nobody, which is not the same as that nobody is there.
    @Test func aSearchThatFailedIsNotNobody() throws {
        var screen = SearchScreen(point: .nogales)
        let desk = try Desk()
        _ = screen.press(.character("r"), desk.app.context)
        _ = screen.take(
            .failed(Bilingual("El disco está lleno.", "The disk is full.")), desk.app.context)
        var frame = Frame(width: 80, height: 24)
        screen.draw(on: &frame, desk.app.context)
        #expect(frame.text.contains("No se pudo buscar") && !frame.text.contains("Nadie con eso"))
        _ = screen.take(
            .answer(Answered(SearchFor("r", at: .nogales), [])), desk.app.context)
        screen.draw(on: &frame, desk.app.context)
        #expect(frame.text.contains("Nadie con eso"))
    }

    /// What help lists of the function keys is heard on the screen below.
    @Test(arguments: [
        [Key.function(6)], [.function(6), .enter], [.enter], [.enter, .function(5)],
        [.character("l")],
    ])
    func helpListsNoKeyThatDoesNothing(_ way: [Key]) throws {
        let desk = try Desk()
        for key in way { desk.press(key) }
        let before = desk.app
        for number in 2...8 {
            desk.back(to: before)
            desk.press(.function(1))
            let isListed = desk.frame(100, 80).text.contains("F\(number) ")
            desk.press(.escape, .function(number))
            #expect(isListed != desk.text.contains("no hace nada aquí"), "F\(number)\n\(desk.text)")
        }
    }

    @Test func whoHasLeftIsOfferedNoWayOut() throws {
        let (desk, first, _) = try deskWithTwo()
        find(desk, first)
        let leave = Command.act(ReleasePerson(try id(desk, first), Release(.ownDecision)))
        _ = try desk.store.perform(leave, by: desk.app.context.officer.id, at: Desk.start)
        desk.changed()
        desk.press(.function(7))
        #expect(desk.text.contains("Ya salió") && !desk.text.contains("Puede"), "\(desk.text)")
    }
}
