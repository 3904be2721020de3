import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// The board: what its keys act on, and what its alerts open.
@Suite struct BoardTests {
    /// Everything a key opens is about the point under the cursor.
    @Test func keysActOnThePointUnderTheCursor() throws {
        let desk = try Desk(home: .board)
        desk.press(.home, .function(6))
        #expect(desk.text.contains("Tijuana"))
        desk.press(.escape, .function(5))
        #expect(desk.text.split(separator: "\n").first?.contains("Tijuana") == true)
    }

    /// Every alert opens what it tells, and is told whole.
    @Test func anAlertOpensWhatItTells() throws {
        let desk = try Desk(home: .board)
        try desk.loseSomebody()
        let alerts = try desk.store.board(at: Desk.start).alerts
        try #require(!alerts.isEmpty)
        for index in alerts.indices {
            desk.press(.tab)
            for _ in 0..<index { desk.press(.down) }
            let words = alerts[index].text.es.split(separator: " ")
            let shown = desk.text.split { $0.isWhitespace }.joined(separator: " ")
            #expect(shown.contains(words.joined(separator: " ")), "\(alerts[index].code)")
            desk.press(.enter)
            #expect(!desk.text.contains("Tablero"), "\(alerts[index].code)")
            desk.press(.escape)
            desk.press(.tab)
        }
    }

    /// Of a family that was called one has the desk: no more desks attend than are open.
    @Test func noMoreDesksAttendThanAreOpen() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let people = try test.group(.nogales, people: (1...3).map { TestStore.person($0) }).1
        for id in people {
            try test.perform(.act(Receive(id, .all, tag: nil)))
            try test.perform(.act(Triage(id, [])))
        }
        try test.perform(.act(SetFamily(people[0], Array(people.dropFirst()), [nil, nil])))
        try test.perform(.act(CallNext(at: .nogales, 1)))
        let row = try #require(
            try test.store.board(at: test.now).rows.first { $0.point == .nogales })
        #expect(row.called == 3 && row.desksOpen == 1 && row.desksAttending == 1)
    }
}
