/// The bytes that a printer reads as letters.
///
/// Sources: code pages 858 and 1252 as Unicode's mapping tables give them. CP437, on which many
/// roll printers start, has no Á Í Ó Ú: a paper is never sent to it unnoticed.
package enum PrinterEncoding: String, Code {
    case utf8 = "utf-8"
    case cp858, cp1252, ascii

    package var label: Bilingual { Bilingual(rawValue, rawValue) }

    /// The letters of Spanish beyond ASCII, in the order of the two code pages' bytes.
    private static let letters = Array("ÁÉÍÓÚÑÜáéíóúñü¿¡ºª«»·")
    private static let bytes858: [UInt8] = [
        0xB5, 0x90, 0xD6, 0xE0, 0xE9, 0xA5, 0x9A, 0xA0, 0x82, 0xA1, 0xA2, 0xA3, 0xA4, 0x81, 0xA8,
        0xAD, 0xA7, 0xA6,
        0xAE,
        0xAF, 0xFA,
    ]
    private static let bytes1252: [UInt8] = [
        0xC1, 0xC9, 0xCD, 0xD3, 0xDA, 0xD1, 0xDC, 0xE1, 0xE9, 0xED, 0xF3, 0xFA, 0xF1, 0xFC, 0xBF,
        0xA1, 0xBA, 0xAA,
        0xAB,
        0xBB, 0xB7,
    ]
    /// What stands for each where the printer has only ASCII.
    private static let plain = Array("AEIOUNUaeiounu?!oa\"\".")

    /// The text in this encoding, and how many letters it could not write as they are.
    package func encode(_ text: String) -> (bytes: [UInt8], replaced: Int) {
        if self == .utf8 { return (Array(text.utf8), 0) }
        var bytes: [UInt8] = []
        var replaced = 0
        for character in text {
            if let value = character.asciiValue {
                bytes.append(value)
            } else if let place = PrinterEncoding.letters.firstIndex(of: character) {
                bytes.append(byte(at: place))
                replaced += self == .ascii ? 1 : 0
            } else {
                bytes += Array(PrinterEncoding.standIn(for: character).utf8)
                replaced += 1
            }
        }
        return (bytes, replaced)
    }

    /// Letters of other languages lose their accent, signs of a text program become a typewriter's;
    /// what has no plain letter is a question mark.
    private static func standIn(for character: Character) -> String {
        if let plain = standIns[character] { return plain }
        let folded = NameText.folded(String(character))
        let plain = character.isUppercase ? folded.uppercased() : folded
        let isPlain = character.isLetter && !plain.isEmpty && plain.utf8.allSatisfy { $0 < 0x80 }
        return isPlain ? plain : "?"
    }

    /// Letters that Unicode takes for letters of their own, and the signs that text programs put in
    /// by themselves.
    private static let standIns: [Character: String] = [
        "Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d", "Ð": "D", "ð": "d", "Þ": "Th",
        "þ": "th",
        "ß": "ss", "Æ": "AE", "æ": "ae", "Œ": "OE", "œ": "oe", "Ħ": "H", "ħ": "h", "ı": "i",
        "’": "'", "‘": "'", "ʼ": "'", "´": "'", "“": "\"", "”": "\"", "–": "-", "—": "-", "‑": "-",
        "…": "...",
        "\u{A0}": " ", "\u{202F}": " ", "●": "*", "■": "*", "▲": "!", "✓": "x", "½": "1/2",
        "°": "o",
    ]

    private func byte(at place: Int) -> UInt8 {
        switch self {
        case .cp858: PrinterEncoding.bytes858[place]
        case .cp1252: PrinterEncoding.bytes1252[place]
        case .utf8, .ascii: PrinterEncoding.plain[place].asciiValue ?? 0x3F
        }
    }
}

/// How wide a paper is.
package enum PaperWidth: String, Code {
    case letter = "carta"
    case t48, t32

    package var label: Bilingual {
        self == .letter
            ? Bilingual("carta", "letter") : Bilingual("rollo, \(columns)", "roll, \(columns)")
    }

    /// Columns of text.
    package var columns: Int {
        switch self {
        case .letter: 80
        case .t48: 48
        case .t32: 32
        }
    }
}
