@_spi(_Unicode) import Swift

/// Makes keys of what a terminal sends, whatever it calls itself.
///
/// A sequence that nobody knows, a reply, the mouse or the focus is one key that does nothing: its
/// letters are never taken for letters somebody pressed.
package struct KeyDecoder: Sendable {
    /// What began with Esc and is not whole yet.
    private var pending: [Unicode.Scalar] = []
    /// What is being pasted.
    private var pasting: String.UnicodeScalarView?
    /// A letter that an accent may follow.
    private var letter: String.UnicodeScalarView = .init()
    /// When the last of it came, in milliseconds.
    private var last = 0
    /// Sequences that this terminal's description gives besides.
    private let described: [String: Key]

    /// For how long what follows Esc may still belong to it.
    package static let escapeDelay = 100
    /// For how long a sequence may be cut.
    static let sequenceDelay = 300
    /// After so long a silence a paste, or a reply, is over without its end.
    static let pasteDelay = 1000

    /// Knows the keys of every usual terminal, and those that a terminal's description gives.
    package init(described: [String: Key] = [:]) { self.described = described }

    /// In how many milliseconds, if nothing comes, something that waits is decided; nil when
    /// nothing waits.
    package func patience(at now: Int) -> Int? {
        guard pasting != nil || !pending.isEmpty else { return nil }
        return max(0, last + delay - now)
    }

    private var delay: Int {
        if pasting != nil || isText { return KeyDecoder.pasteDelay }
        return pending.count == 1 ? KeyDecoder.escapeDelay : KeyDecoder.sequenceDelay
    }

    /// A reply that goes on to its own end, as that of a colour or a name.
    private var isText: Bool { pending.count > 1 && "]P_".unicodeScalars.contains(pending[1]) }

    /// Takes one character.
    package mutating func take(_ scalar: Unicode.Scalar, at now: Int) -> [Key] {
        let over = now - last >= delay && (pasting != nil || !pending.isEmpty) ? settle() : []
        last = now
        return over + take(scalar)
    }

    /// Nothing else is there: what has waited long enough is decided.
    package mutating func rest(at now: Int) -> [Key] {
        let held = release()
        guard pasting != nil || !pending.isEmpty, now - last >= delay else { return held }
        return held + settle()
    }

    private mutating func settle() -> [Key] {
        if let text = pasting {
            pasting = nil
            return [.paste(KeyDecoder.withoutCutEnd(text))]
        }
        defer { pending = [] }
        return pending.count == 1 ? [.escape] : []
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> [Key] {
        if pasting != nil { return paste(scalar) }
        // One control that stands for Esc and another character (ECMA-48, 5.3).
        if let second = Unicode.Scalar(scalar.value &- 0x40), (0x80...0x9F).contains(scalar.value) {
            return take("\u{1B}") + take(second)
        }
        if pending.isEmpty, scalar != "\u{1B}" { return character(scalar) }
        let held = release()
        if scalar == "\u{1B}", !isText {
            // A sequence that a new one cuts is over.
            defer { pending = [scalar] }
            return pending.count == 1 ? held + [.escape] : held
        }
        pending.append(scalar)
        return held + go()
    }

    // MARK: Text

    /// A letter waits for accents that come with it, so that both are one character.
    private mutating func character(_ scalar: Unicode.Scalar) -> [Key] {
        let category = scalar.properties.generalCategory
        if [.nonspacingMark, .enclosingMark, .spacingMark].contains(category), !letter.isEmpty {
            letter.append(scalar)
            return []
        }
        let held = release()
        guard scalar.properties.isAlphabetic else {
            return held + [Key(scalar: scalar.value)].compactMap { $0 }
        }
        letter.append(scalar)
        return held
    }

    private mutating func release() -> [Key] {
        guard !letter.isEmpty else { return [] }
        defer { letter = .init() }
        var composed = String.UnicodeScalarView()
        composed.append(contentsOf: String(letter)._nfc)
        return String(composed).map { .character($0) }
    }

    private mutating func paste(_ scalar: Unicode.Scalar) -> [Key] {
        pasting?.append(scalar)
        guard scalar == "~", let text = pasting,
            let end = KeyDecoder.pasteEnds.first(where: { text.suffix($0.count).elementsEqual($0) })
        else { return [] }
        pasting = nil
        return [.paste(String(text.dropLast(end.count)))]
    }

    /// With Esc and a bracket, or the one control that stands for both.
    private static let pasteEnds = ["\u{1B}[201~".unicodeScalars, "\u{9B}201~".unicodeScalars]

    /// What came of the end of a paste before the line fell silent is no part of it.
    private static func withoutCutEnd(_ text: String.UnicodeScalarView) -> String {
        let begun = text.suffix(5).lastIndex { $0 == "\u{1B}" || $0 == "\u{9B}" }
        return String(text[..<(begun ?? text.endIndex)])
    }

    // MARK: Sequences

    /// What the sequence comes to so far; empty while it is not whole, and where it means nothing.
    private mutating func go() -> [Key] {
        // A held arrow sends hundreds of these: they are known without being spelt out.
        if pending[1] == "[" {
            if pending.count == 2 { return [] }
            if pending.count == 3, let key = KeyDecoder.lettered[pending[2]] { return end(key) }
        }
        let whole = String(String.UnicodeScalarView(pending.dropFirst()))
        if let key = described[whole], !"[O".unicodeScalars.contains(pending[1]) { return end(key) }
        switch pending[1] {
        case "[": return control(pending.dropFirst(2), whole)
        case "O": return single(pending.dropFirst(2))
        case "]", "P", "_": return text(whole)
        default:
            if described.keys.contains(where: { $0.hasPrefix(whole) }) { return [] }
            return apart()
        }
    }

    private mutating func end(_ key: Key?) -> [Key] {
        pending = []
        return [key].compactMap { $0 }
    }

    /// Esc was a key of its own, and so is what came after it.
    private mutating func apart() -> [Key] {
        let after = pending.dropFirst()
        pending = []
        // Alt with a letter comes so too, faster than two fingers: it is no key here.
        if after.count == 1, let letter = after.first, letter.value >= 0x20, letter.value < 0x7F {
            return []
        }
        var keys: [Key] = [.escape]
        for scalar in after { keys += take(scalar) }
        return keys
    }

    /// `ESC [` with its numbers up to the letter that ends it.
    private mutating func control(_ rest: ArraySlice<Unicode.Scalar>, _ whole: String) -> [Key] {
        guard let first = rest.first, let last = rest.last else { return [] }
        // The Linux console has a second bracket; the oldest mouse three characters after its
        // letter.
        if first == "[" { return rest.count == 2 ? end(KeyDecoder.console[last]) : [] }
        if first == "M" { return rest.count == 4 ? end(nil) : [] }
        switch last.value {
        // rxvt ends a key that was shifted so.
        case 0x24 where rest.count > 1 && rest.dropLast().allSatisfy(\.properties.isASCIIHexDigit):
            return end(nil)
        case 0x20..<0x40: return []
        case 0x40..<0x7F: break
        default: return end(nil)
        }
        let numbers = String(String.UnicodeScalarView(rest.dropLast()))
        if last == "~", numbers == "200" {
            pending = []
            pasting = .init()
            return []
        }
        if last == "~" {
            return end(Int(numbers).flatMap { KeyDecoder.numbered[$0] } ?? described[whole])
        }
        guard numbers.isEmpty || numbers == "1" else { return end(described[whole]) }
        return end(KeyDecoder.lettered[last] ?? described[whole])
    }

    /// `ESC O` and a letter: the keypad and the arrows of a terminal in application mode.
    private mutating func single(_ rest: ArraySlice<Unicode.Scalar>) -> [Key] {
        guard let last = rest.last else { return [] }
        if ("0"..."9").contains(last) || last == ";" { return [] }
        guard rest.count == 1 else { return end(nil) }
        if let place = KeyDecoder.keypad.firstIndex(of: Character(last)) {
            return end(.character(Array("*+,-./0123456789")[place]))
        }
        if last == "M" { return end(.enter) }
        if last == "X" { return end(.character("=")) }
        return end(KeyDecoder.lettered[last])
    }

    private static let keypad = Array("jklmnopqrstuvwxy")

    /// A reply of the terminal, up to its own end.
    private mutating func text(_ whole: String) -> [Key] {
        // Nobody asked for one that does not begin as they do: somebody typed it.
        if pending.count == 3, pending[1] == "P" || pending[1] == "_",
            pending[2].properties.isAlphabetic,
            pending[2] != "G"
        {
            return apart()
        }
        return whole.unicodeScalars.last == "\u{07}" || whole.hasSuffix("\u{1B}\\") ? end(nil) : []
    }

    private static let lettered: [Unicode.Scalar: Key] = [
        "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
        "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
    ]
    private static let console: [Unicode.Scalar: Key] = [
        "A": .function(1), "B": .function(2), "C": .function(3), "D": .function(4),
        "E": .function(5),
    ]
    private static let numbered: [Int: Key] = {
        var keys: [Int: Key] = [
            1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
        ]
        let functions = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
        for (index, number) in functions.enumerated() { keys[number] = .function(index + 1) }
        return keys
    }()
}
