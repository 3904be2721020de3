import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

/// What has passed, as an officer looks at it; and what stands beside the board.
@Suite struct PastScreenTests {
    /// It says what it is, moves by the hour, and Esc goes back to now.
    @Test func aBoardOfThePastSaysSoAndMovesByHours() throws {
        let desk = try Desk(home: .board)
        desk.press(.character("h"), .enter)
        let first = desk.text.split(separator: "\n").first
        #expect(first?.contains("Tablero histórico · vie 20 nov 10:00") == true)
        // Nobody's program looked at what rings here: that nothing is told is not that nothing was.
        #expect(desk.text.contains("nadie vigilaba los avisos"))
        desk.press(.left)
        #expect(desk.text.contains("vie 20 nov 09:00"))
        desk.press(.right, .right)
        // Eleven is now: there is nothing after it.
        #expect(desk.text.contains("vie 20 nov 10:00") && desk.text.contains("no ha pasado"))
        desk.press(.escape)
        #expect(!desk.text.contains("histórico") && desk.text.contains("Tablero"))
    }

    /// No key of it does anything to anybody, and nothing of it rings.
    @Test func nothingIsDoneOrRingsOnABoardOfThePast() throws {
        let desk = try Desk(home: .board)
        let written = try desk.store.newestFact()
        desk.press(.character("h"), .enter)
        for key in "abcdelnortvwxz0123456789".map({ Key.character($0) }) { desk.press(key) }
        #expect(desk.text.contains("histórico"))
        #expect(try desk.store.newestFact() == written)
    }

    /// Of before the journal nothing is known: what was shown stays.
    @Test func beforeTheJournalWhatWasShownStays() throws {
        let desk = try Desk(home: .board)
        desk.press(.character("h"), .enter)
        for _ in 0..<40 { desk.press(.backTab) }
        #expect(desk.text.contains("histórico") && desk.text.contains("empieza"))
        #expect(desk.text.contains("Nogales"))
    }

    /// The day of a point: its hours, what happened in them, and how many days it is beside.
    @Test func theDayOfAPointShowsItsHoursAndWhatHappened() throws {
        let desk = try Desk(home: .board)
        desk.press(.character("d"))
        #expect(desk.text.contains("El día · Nogales · vie 20 nov"))
        #expect(desk.text.contains("sin vie anteriores"))
        desk.press(.home)
        #expect(desk.text.contains("turno abierto") && desk.text.contains("llegó G"))
        desk.press(.right)
        #expect(desk.text.contains("Es el día de hoy"))
    }

    /// What stands beside the board is asked for where there is room, of the point under the cursor.
    @Test func whatStandsBesideIsAskedForWhereThereIsRoom() throws {
        let desk = try Desk(home: .board)
        let before = desk.loads
        desk.changed()
        let narrow = desk.loads - before
        #expect(!desk.text.contains("V2 "))
        let wide = desk.frame(120, 40).lines.joined(separator: "\n")
        #expect(wide.contains("V2 "))
        let again = desk.loads
        desk.changed()
        #expect(desk.loads - again == narrow + 1)
        let panel = try desk.store.answer(
            PanelOf(.nogales).reading, for: .officer(desk.app.context.officer.id), at: Desk.start)
        #expect(!panel.desks.isEmpty && !panel.services.isEmpty)
        for service in panel.services { #expect((0...service.places).contains(service.free)) }
    }
}
