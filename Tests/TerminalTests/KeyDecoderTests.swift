import Terminal
import Testing

/// What a terminal sends becomes keys, and what nobody knows becomes none.
@Suite struct KeyDecoderTests {
    /// The keys that text comes to, each character so many milliseconds after the one before, and a
    /// long silence after.
    private func keys(_ text: String, gap: Int = 0, _ described: [String: Key] = [:]) -> [Key] {
        var decoder = KeyDecoder(described: described)
        var now = 0
        var keys: [Key] = []
        for scalar in text.unicodeScalars {
            now += gap
            if gap > 0 { keys += decoder.rest(at: now - 1) }
            keys += decoder.take(scalar, at: now)
        }
        return keys + decoder.rest(at: now + 5000)
    }

    static let known: [(String, Key)] = [
        // xterm, PuTTY, rxvt, tmux and the Linux console.
        ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
        ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
        ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}OD", .left),
        ("\u{1B}[Z", .backTab),
        ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp),
        ("\u{1B}[6~", .pageDown),
        ("\u{1B}[[A", .function(1)), ("\u{1B}[[E", .function(5)), ("\u{1B}OP", .function(1)),
        ("\u{1B}[11~", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)),
        ("\u{1B}[21~", .function(10)), ("\u{1B}[24~", .function(12)), ("\u{1B}OS", .function(4)),
        // The keypad in application mode.
        ("\u{1B}Op", .character("0")), ("\u{1B}Oy", .character("9")), ("\u{1B}On", .character(".")),
        ("\u{1B}OM", .enter), ("\u{1B}Om", .character("-")), ("\u{1B}", .escape),
        ("ñ", .character("ñ")),
        ("\u{9B}A", .up), ("\u{9B}17~", .function(6)),
        ("\u{8F}Q", .function(2)), ("\u{3}", .control("c")), ("\u{7F}", .backspace), ("\r", .enter),
        ("\t", .tab),
    ]

    @Test(arguments: known) func everyUsualTerminalsKeysAreKnown(sequence: String, key: Key) {
        #expect(keys(sequence) == [key])
        #expect(keys(sequence, gap: 60) == [key])
    }

    @Test(arguments: [
        "\u{1B}[1;5A", "\u{1B}[97;5u", "\u{1B}[27;5;9~", "\u{1B}[I", "\u{1B}[O", "\u{1B}[?1;2c",
        "\u{1B}[24;80R",
        "\u{1B}[<0;10;5M", "\u{1B}[<0;10;5m", "\u{1B}[M !!", "\u{1B}[7$", "\u{1B}[7^", "\u{1B}[99~",
        "\u{1B}Oz",
        "\u{1B}O5P", "\u{1B}]11;rgb:0000/0000/0000\u{07}", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\",
        "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[E", "\u{1B}[201~", "\u{1B}[12", "\u{1B}[?2004;2$y",
        "\u{1B}[[Z",
        "\u{85}", "\u{9D}11;rgb:0000/0000/0000\u{9C}", "\u{9B}99~",
    ])
    func whatNobodyKnowsIsOneKeyThatDoesNothing(sequence: String) {
        #expect(keys(sequence).isEmpty)
        #expect(keys(sequence, gap: 60).isEmpty)
        // And the keys after it are keys.
        #expect(
            keys(sequence + (sequence.hasSuffix("12") ? "~" : "") + "t").last == .character("t"))
    }

    /// Esc and what is typed ahead of the machine are keys; with one letter in the same breath it
    /// is Alt, and none.
    @Test func escAndWordsTypedAheadAreKeysAndAltIsNone() {
        #expect(keys("\u{1B}j") == [])
        #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
        #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
        #expect(keys("\u{1B}Pedro") == [.escape] + "Pedro".map { .character($0) })
    }

    /// A terminal of eight bits begins and ends a paste with one control.
    @Test func aPasteOfEightBitsEndsWhereItEnds() {
        #expect(keys("\u{9B}200~hola\u{9B}201~t") == [.paste("hola"), .character("t")])
        #expect(keys("\u{1B}[200~a\u{9B}b\u{1B}[201~") == [.paste("a\u{9B}b")])
    }

    @Test func pastedTextIsOnePiece() {
        #expect(
            keys("\u{1B}[200~Luna\tAna\r\u{1B}[Ax\u{1B}[201~t") == [
                .paste("Luna\tAna\r\u{1B}[Ax"), .character("t"),
            ])
    }

    /// A paste whose end never comes is over after a second of silence, and keys are keys again.
    @Test(arguments: ["", "\u{1B}[20", "\u{1B}"]) func aPasteWithoutItsEndIsOverAfterASilence(
        cut: String
    ) {
        var decoder = KeyDecoder()
        var found: [Key] = []
        for scalar in ("\u{1B}[200~Luna" + cut).unicodeScalars {
            found += decoder.take(scalar, at: 0)
        }
        #expect(found.isEmpty && decoder.rest(at: 900).isEmpty)
        #expect(decoder.patience(at: 900) == 100)
        #expect(
            decoder.take("t", at: 1001) + decoder.rest(at: 1001) == [
                .paste("Luna"), .character("t"),
            ])
        #expect(decoder.patience(at: 1001) == nil)
    }

    @Test func lettersWithCombiningAccentsAreOneCharacter() {
        #expect(keys("Sa\u{301}ntiz") == "Sántiz".map { .character($0) })
        let composed = keys("n\u{303}").first
        #expect(composed == .character("ñ"))
        if case .character(let letter)? = composed { #expect(letter.unicodeScalars.count == 1) }
    }

    /// What the terminal's own description says is known besides.
    @Test func aDescribedKeyIsKnown() {
        #expect(keys("\u{1B}A", ["A": .up]) == [.up])
        #expect(keys("\u{1B}[224z", ["[224z": .function(1)]) == [.function(1)])
    }
}
