import Repatriation
import Support
import Terminal
import Testing

@testable import Screens

/// The bell rings once for what is new, and the keys of an alert do what they say.
@Suite struct BellTests {
    private let now = Desk.start

    private func board(_ alerts: [(AlertKind, Alert.Grade)], isQuiet: Bool = false) -> Board {
        var point = ReceivingPoint(id: Identifier(7))
        point.code = .nogales
        point.quietHours = isQuiet ? "00:00-23:59" : ""
        let row = BoardRow(point: point, local: LocalTime(secondsSinceEpoch: 40_000))
        let told = alerts.map { kind, grade in
            Alert(
                AlarmTag(kind, .nogales), grade, since: now, subject: 7, text: Bilingual("", ""))
        }
        return Board(at: now, rows: [row], told: told)
    }

    /// Whether it rings at each look, so many seconds after the first.
    private func rings(_ looks: [(seconds: Int, board: Board)]) -> [Bool] {
        var bell = Bell()
        return looks.map { bell.rings(for: $0.board, at: now.adding(seconds: $0.seconds)) }
    }

    /// What stands when the board is opened is there to be read.
    @Test func itRingsOnceForEachNewAlert() {
        let one = board([(.pastTarget, .late)])
        let two = board([(.pastTarget, .late), (.peak, .info)])
        let graver = board([(.pastTarget, .critical)])
        #expect(
            rings([(0, one), (10, one), (20, two), (30, two), (40, graver)])
                == [false, false, true, false, true])
    }

    @Test func whatComesBackAtOnceDoesNotRingAgain() {
        let none = board([]), one = board([(.pastTarget, .late)])
        #expect(
            rings([(0, none), (1, one), (5, none), (30, one), (40, none), (130, one)])
                == [false, true, false, false, false, true])
    }

    @Test func whilePeopleSleepOnlyWhatIsCriticalRings() {
        let none = board([], isQuiet: true)
        let late = board([(.pastTarget, .late)], isQuiet: true)
        let vital = board([(.vitalEmergency, .critical)], isQuiet: true)
        #expect(rings([(0, none), (10, late), (20, vital)]) == [false, false, true])
    }

    @Test func keysActOnTheAlertUnderTheCursor() throws {
        let desk = try Desk(home: .board)
        try desk.loseSomebody()
        desk.type("c")
        #expect(desk.text.contains("Tab va a los avisos."))
        desk.press(.tab)
        desk.type("w")
        #expect(desk.text.contains("[lo lleva R. Ramírez]"))
        desk.type("c")
        desk.type("se avisó a Beta")
        desk.press(.enter)
        #expect(desk.text.contains("Tablero"))
        // What a life hangs on is never out of sight.
        desk.type("a")
        desk.press(.enter)
        desk.type("comida")
        desk.press(.enter)
        #expect(desk.text.contains("crítico no se aparta"))
    }

    @Test func whatIsSetAsideIsListedAndComesBackByItsNumber() throws {
        let desk = try Desk(home: .board)
        try desk.loseSomebody()
        desk.press(.tab, .down)
        desk.type("a")
        desk.press(.enter)
        desk.type("comida")
        desk.press(.enter)
        #expect(desk.text.contains("apartados 1: a"), "\(desk.text)")
        desk.type("a")
        #expect(desk.text.contains("Avisos apartados"))
        desk.type("1")
        #expect(desk.text.contains("[enterado]") && !desk.text.contains("apartados 1"))
    }

    @Test func whoMutesTheBellSeesItSaid() throws {
        let desk = try Desk(home: .board)
        try desk.loseSomebody()
        desk.type("bn")
        #expect(desk.text.contains("campana callada"))
        #expect(desk.app.context.boards[desk.app.context.officer.id]?.isMuted == true)
        desk.type("bs")
        #expect(!desk.text.contains("campana callada"))
    }
}
