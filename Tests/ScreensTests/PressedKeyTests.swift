import Repatriation
import Support
import Terminal
import Testing

@testable import Screens

/// The last three keys in the corner, for whoever teaches; never what is typed in secret.
@Suite struct PressedKeyTests {
    @Test func withoutTheWishNothingStandsThere() throws {
        let desk = try Desk()
        let before = desk.frame().lines[0]
        desk.press(.down)
        #expect(desk.frame().lines[0] == before)
    }

    @Test(arguments: [40, 80, 120]) func theLastThreeStandThereMuted(_ width: Int) throws {
        let desk = try Desk()
        desk.showKeys()
        desk.press(.down, .up, .down, .up)
        let frame = desk.frame(width, 24)
        #expect(frame.lines[0].hasSuffix("↑ ↓ ↑"), "\(frame.lines[0])")
        let roles = frame.row(0).filter { "↑↓".contains($0.character) }.map(\.style.role)
        #expect(roles == [.muted, .muted, .muted])
        desk.press(.function(6), .escape)
        #expect(desk.frame(width, 24).lines[0].hasSuffix("↑ F6 Esc"))
    }

    /// What has no room is left out from the front; what the screen is begins the line.
    @Test func aLongKeyLeavesTheOthersOut() throws {
        let desk = try Desk()
        desk.press(.function(6), .enter)
        desk.showKeys()
        desk.press(.home, .end, .pageDown)
        let narrow = desk.frame(40, 12).lines[0]
        #expect(narrow.contains(" Pase de") && narrow.hasSuffix(" AvPág"), "\(narrow)")
        #expect(desk.frame(120, 40).lines[0].hasSuffix("Inicio Fin AvPág"))
    }

    /// A password shows points, whoever is asked, and not even how it ends.
    @Test func aPasswordIsPoints() throws {
        let desk = try Desk()
        desk.showKeys()
        desk.signedInWithPassword()
        desk.later(seconds: 60 * 8 * 10)
        for letter in "secreta7" {
            desk.type(.character(letter))
            let line = desk.frame().lines[0]
            #expect(line.hasSuffix("•"), "\(line)")
            for other in "secrta7" { #expect(!line.hasSuffix("\(other)")) }
        }
        desk.press(.backspace)
        #expect(desk.frame().lines[0].hasSuffix("• • •"))
    }

    /// In the restricted form, and in whatever is opened over it, every answer is a point; what only
    /// leads out of it is not.
    @Test func theRestrictedFormIsPoints() throws {
        let desk = try Desk()
        desk.showKeys()
        desk.press(.down, .enter, .function(4), .character("r"), .character("s"))
        for key: Key in [.character("s"), .character("i"), .character("x"), .down] {
            desk.press(key)
            #expect(desk.app.screens.contains { $0 is ScreeningScreen })
            #expect(desk.frame().lines[0].hasSuffix("•"), "\(key) \(desk.frame().lines[0])")
        }
        desk.press(.function(1))
        #expect(desk.frame().lines[0].hasSuffix("F1"))
        desk.press(.character("a"))
        #expect(desk.frame().lines[0].hasSuffix("F1 •"))
    }

    /// A field that hides what stands in it hides how it is typed.
    @Test func aMaskedFieldIsPoints() throws {
        let desk = try Desk()
        desk.showKeys()
        desk.press(.function(2), .enter)
        for _ in 0..<80 where desk.app.screens.last?.isSecret == false { desk.press(.down) }
        try #require(desk.app.screens.last?.isSecret == true)
        desk.press(.character("9"))
        #expect(desk.frame().lines[0].hasSuffix("•"), "\(desk.frame().lines[0])")
    }

    /// Covered, nothing stands there: what was typed last may be part of a name.
    @Test func coveredNothingStandsThere() throws {
        let desk = try Desk()
        desk.showKeys()
        desk.press(.function(3), .character("z"), .character("q"), .function(12))
        #expect(!desk.frame().lines[0].contains("z q"))
        desk.press(.function(12))
        #expect(desk.frame().lines[0].hasSuffix("F12"))
    }
}
