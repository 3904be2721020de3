import Repatriation
import Support
import Terminal
import Testing

@testable import Screens

/// One rule for both covers: any key uncovers and does nothing else; inside a field it is typed.
@Suite struct CoverTests {
    private static let words = "TAPADA · cualquier tecla la destapa"

    private func cover(_ desk: Desk, byTime: Bool) {
        guard byTime else { return desk.press(.function(12)) }
        desk.later(seconds: App.secondsToCover * desk.app.context.speed)
    }

    @Test(arguments: [true, false]) func theKeyThatUncoversAListDoesNothingElse(byTime: Bool) throws
    {
        let desk = try Desk()
        let before = try desk.store.figures().events
        let line = desk.currentLine
        for key: Key in [
            .character("0"), .down, .enter, .escape, .function(2), .paste("x"), .control("t"),
        ] {
            cover(desk, byTime: byTime)
            #expect(desk.text.contains(CoverTests.words), "\(desk.text)")
            desk.press(key)
            #expect(!desk.text.contains(CoverTests.words))
            #expect(
                desk.currentLine == line && desk.text.contains("Cola ·"), "\(key)\n\(desk.text)")
        }
        #expect(try desk.store.figures().events == before)
    }

    @Test(arguments: [true, false]) func insideAFieldTheKeyThatUncoversIsTyped(byTime: Bool) throws
    {
        let desk = try Desk()
        desk.press(.function(9), .character("p"))
        desk.type("Igna")
        cover(desk, byTime: byTime)
        #expect(desk.text.contains(CoverTests.words) && !desk.text.contains("Igna"), "\(desk.text)")
        desk.type("cio")
        #expect(desk.text.contains("Ignacio"), "\(desk.text)")
        cover(desk, byTime: byTime)
        // What is no text only uncovers: the form is neither left nor sent.
        desk.press(.enter)
        #expect(
            desk.text.contains("Ignacio") && desk.text.contains("Preguntan por"), "\(desk.text)")
    }

    /// What was said of somebody is not read over a covered screen.
    @Test func aMessageThatNamesSomebodyIsCoveredToo() throws {
        let desk = try Desk()
        desk.press(.function(2))
        let line = try #require(
            desk.text.split(separator: "\n").first { $0.contains("llamada a la ventanilla 1") })
        #expect(line.contains("Ficha "), "\(desk.text)")
        desk.press(.function(12))
        #expect(!desk.text.contains("llamada a la ventanilla 1"), "\(desk.text)")
    }

    /// A menu about somebody names them, and not where the screen is covered.
    @Test func aMenuNamesWhomItIsAbout() throws {
        let desk = try Desk()
        desk.press(.function(2))
        let row = try #require(
            try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows.first {
                $0.stage == .called
            })
        let surname = try #require(try desk.store.reception(row.id)?.firstSurname)
        for key in ["l", "a"] as [Character] {
            desk.press(.character(key))
            let whom = "ficha \(row.ticket), \(surname)"
            // Once, below the heading.
            #expect(desk.text.ranges(of: whom).count == 1, "\(desk.text)")
            desk.press(.function(12))
            #expect(!desk.text.contains(surname), "\(desk.text)")
            desk.press(.escape, .escape)
        }
    }
}
