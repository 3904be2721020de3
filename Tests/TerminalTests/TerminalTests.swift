import Foundation
import Terminal
import Testing

@Suite struct ThemeTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../themes").standardizedFileURL
    static let names = ["oscuro", "claro", "contraste", "daltonico"]

    @Test(arguments: names)
    func shippedThemesReadAndHaveContrast(_ name: String) throws {
        let text = try String(
            contentsOf: ThemeTests.folder.appendingPathComponent("\(name).theme"), encoding: .utf8)
        let theme = try Theme(name: name, text: text)
        #expect(theme.looks.count == Role.allCases.count)
        #expect(Contrast.failures(theme).isEmpty, "\(Contrast.failures(theme))")
    }

    /// Late and critical differ for somebody without red and green: by light, or by an attribute.
    @Test(arguments: names)
    func statesDifferWithoutColour(_ name: String) throws {
        let text = try String(
            contentsOf: ThemeTests.folder.appendingPathComponent("\(name).theme"), encoding: .utf8)
        let theme = try Theme(name: name, text: text)
        let (late, critical) = (
            try #require(theme.looks[.late]), try #require(theme.looks[.critical])
        )
        #expect(
            late.isBold != critical.isBold || late.isUnderlined != critical.isUnderlined
                || late.isReversed != critical.isReversed)
    }

    @Test(arguments: [
        "accent = 99/99", "nada = default", "accent", "assumes = twilight", "accent = blue",
    ])
    func badLinesAreNamed(_ line: String) {
        #expect(throws: Theme.Problem.self) { try Theme(name: "x", text: "# ok\n\(line)\n") }
    }

    @Test func blackOnWhiteIsTwentyOne() throws {
        let theme = try Theme(name: "x", text: "assumes = light\ntext = 0/16 on 15/231\n")
        #expect(abs(Contrast.ratio(theme, .text, 256) - 21) < 0.01)
    }
}

@Suite(.serialized) struct FrameTests {
    /// A thread of a bare locale measures as any other: no letter is lost because nothing had set
    /// one yet.
    @Test(arguments: [("ó", 1), ("Ñ", 1), ("日", 2), ("\u{301}", 0)] as [(Character, Int)])
    func lettersKeepTheirWidthWithoutALocale(_ character: Character, columns: Int) throws {
        let bare = try #require(newlocale(1 << LC_CTYPE, "C", nil))
        let before = uselocale(bare)
        defer {
            uselocale(before)
            freelocale(bare)
        }
        #expect(TextWidth.of(character) == columns)
    }

    @Test func textIsPlacedByColumnsAndNeverSplitsAWideCharacter() {
        var frame = Frame(width: 6, height: 1)
        frame.put("añ日本語", row: 0, column: 0)
        #expect(frame.lines == ["añ日本"])
        frame.put("日", row: 0, column: 5)
        #expect(frame.lines == ["añ日本"])
    }

    @Test(arguments: 5...60)
    func cutNamesFitAndShowTheirCut(_ width: Int) {
        for name in [
            "Hernández Ruiz, Pedro", "de la Fuente Villaseñor, María Guadalupe Concepción", "X", "",
        ] {
            let cut = TextWidth.cut(name, to: width)
            #expect(TextWidth.of(cut) <= width)
            #expect(cut == name || cut.contains("…"))
        }
    }

    @Test func drawingOutsideDoesNothing() {
        var frame = Frame(width: 3, height: 2)
        frame.put("abcdef", row: 9, column: 0)
        frame.put("abcdef", row: 1, column: 2)
        frame.putRight("abcdef", row: 0, before: 3)
        frame.fill(row: 1, from: -5, to: 99, with: "x", Style(.text))
        #expect(frame.lines == ["abc", "xxx"])
    }
}
