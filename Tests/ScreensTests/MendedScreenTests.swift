import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import garita

/// Defects that trials found on the screens, each with the test that would have.
@Suite struct MendedScreenTests {
    @Test func aRefusedFormKeepsEveryWord() throws {
        let desk = try Desk()
        desk.press(.function(6), .enter, .character("a"))
        desk.type("Pérez")
        // A birth date of the future is refused by the rules; nothing that was typed is lost.
        desk.press(.tab, .tab)
        desk.type("Ana")
        desk.press(.tab, .tab)
        desk.type("01/01/2027")
        desk.press(.control("g"))
        #expect(desk.text.contains("futura"))
        #expect(desk.text.contains("Pérez") && desk.text.contains("Ana"))
    }

    @Test func zeroNeverWipesAnAnswer() throws {
        let desk = try Desk()
        let events = try desk.store.figures().events
        let rows = try #require(try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows)
        #expect(rows.contains { !$0.priority.isEmpty })
        desk.press(.character("0"))
        #expect(desk.text.contains("Ya se preguntó"))
        #expect(try desk.store.figures().events == events)
    }

    @Test func aFailureStaysWhenKeysWereTypedBehindIt() throws {
        let desk = try Desk(home: .queue(1))
        desk.press(.function(2), .function(2), .down)
        desk.isHolding = true
        desk.type(.function(2))
        desk.type(.down)
        desk.type(.up)
        desk.release()
        #expect(desk.text.contains("Ya viene la"))
    }

    @Test func aHabitualEnterDoesNotSkipAField() throws {
        let desk = try Desk()
        desk.press(.function(6), .enter, .character("a"), .tab, .tab, .tab)
        desk.type("m")
        desk.press(.enter)
        desk.type("03/04/1990")
        #expect(desk.text.contains("03/04/1990 (36 años)"))
    }

    @Test func theQueueIsNotLeftByOneEscapeTooMany() throws {
        let desk = try Desk()
        desk.press(.escape, .escape)
        #expect(desk.text.contains("Cola"))
        #expect(desk.text.contains("F10"))
        desk.press(.function(10))
        #expect(desk.text.contains("Usted es"))
    }

    @Test func coveringWaitsForNothing() throws {
        let desk = try Desk()
        desk.isHolding = true
        desk.type(.function(2))
        desk.type(.function(12))
        #expect(desk.text.contains("•••••"))
        desk.release()
    }

    @Test func undoSaysWhatItTakesBackAndEscapeKeepsIt() throws {
        let desk = try Desk()
        desk.press(.function(2), .character("u"))
        #expect(desk.text.contains("Llame"))
        desk.press(.escape, .character("u"))
        #expect(desk.text.contains("Llame"))
        desk.press(.enter)
        #expect(desk.text.contains("Deshecho."))
    }
}
