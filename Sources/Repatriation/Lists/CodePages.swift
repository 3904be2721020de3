/// Which old code page a file is in, by what each makes of its words.
struct CodePageChoice {
    private let page: TextEncoding
    private let isSaid: Bool
    private let convert: TextEncoding.Converter
    private static let pages: [TextEncoding] = [.windows1252, .cp850, .macRoman]

    /// Nil when two pages make about as much sense of the lines, or none makes any.
    init?(_ lines: [[UInt8]], _ said: TextEncoding?, _ convert: @escaping TextEncoding.Converter) {
        self.convert = convert
        isSaid = said != nil
        if let said, CodePageChoice.pages.contains(said) {
            page = said
            return
        }
        let scores = CodePageChoice.pages.compactMap { page -> (page: TextEncoding, score: Int)? in
            let texts = lines.compactMap { CodePageChoice.text($0, page, convert) }
            guard texts.count == lines.count else { return nil }
            return (page, texts.reduce(0) { $0 + CodePageChoice.sense($1) })
        }
        .sorted { $0.score > $1.score }
        guard let best = scores.first, best.score >= 0 else { return nil }
        if scores.count > 1, best.score - scores[1].score < 2 {
            // Without a letter of Spanish in any reading nothing is decided and nothing is lost.
            guard best.score <= 1, let usual = scores.first(where: { $0.page == .windows1252 })
            else { return nil }
            page = usual.page
        } else {
            page = best.page
        }
    }

    /// A line in the file's page, or in another one that makes sense of it where the file's makes
    /// none.
    func read(_ line: [UInt8]) -> (String, TextEncoding)? {
        let own = CodePageChoice.text(line, page, convert)
        if let own, isSaid || CodePageChoice.sense(own) >= 0 { return (own, page) }
        let others = CodePageChoice.pages.filter { $0 != page && !isSaid }.compactMap { other in
            CodePageChoice.text(line, other, convert).map { ($0, other) }
        }
        let better = others.max { CodePageChoice.sense($0.0) < CodePageChoice.sense($1.0) }
        if let better, CodePageChoice.sense(better.0) > 0 { return better }
        return own.map { ($0, page) }
    }

    private static func text(
        _ bytes: [UInt8], _ page: TextEncoding, _ convert: TextEncoding.Converter
    ) -> String? {
        page == .windows1252 ? Windows1252.text(bytes) : convert(page, bytes)
    }

    private static let spanish = Set("áéíóúüñÁÉÍÓÚÜÑ".unicodeScalars)

    /// How much sense a reading makes: letters of Spanish within words, in the case of their word,
    /// names that are known.
    static func sense(_ text: String) -> Int {
        let scalars = Array(text.unicodeScalars)
        var sense = 0
        for index in scalars.indices where scalars[index].value >= 0x80 {
            let before = index > 0 ? scalars[index - 1] : " "
            let after = index + 1 < scalars.count ? scalars[index + 1] : " "
            sense += self.sense(scalars[index], before, after)
        }
        let words = text.split { !$0.isLetter }.filter { $0.utf8.contains { $0 >= 0x80 } }
            .map { NameText.folded(String($0)) }
        return sense + 4
            * words.count { ProperNames.table[$0] != nil || ProperNames.ambiguous[$0] != nil }
    }

    private static func sense(
        _ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar
    ) -> Int {
        let isInside = before.properties.isAlphabetic || after.properties.isAlphabetic
        if spanish.contains(scalar) {
            guard isInside else { return -3 }
            let isUpper = scalar.properties.isUppercase
            let clashes =
                isUpper
                ? before.properties.isLowercase
                    || before.properties.isAlphabetic && after.properties.isLowercase
                : before.properties.isUppercase
                    && (after.properties.isUppercase || !after.properties.isAlphabetic)
            return clashes ? 1 : 3
        }
        if scalar == "º" || scalar == "ª" {
            return isInside || before.properties.numericType != nil ? 1 : 0
        }
        if scalar.properties.isAlphabetic { return isInside ? 1 : -1 }
        let isBetween = before.properties.isAlphabetic && after.properties.isAlphabetic
        if scalar == "\u{2019}" {
            return isBetween && "ODLodl".unicodeScalars.contains(before) ? 3 : 0
        }
        if scalar == "\u{A0}" { return isBetween ? 2 : 1 }
        return "–—“”«»¡¿°·…".unicodeScalars.contains(scalar) && !isBetween ? 1 : -3
    }
}

/// Windows-1252, which is Latin-1 but for 27 places; five of its bytes mean nothing.
enum Windows1252 {
    private static let upper: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0, 0x017D,
        0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
        0x203A, 0x0153, 0,
        0x017E, 0x0178,
    ]

    static func text(_ bytes: [UInt8]) -> String? {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            let code = (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
            guard code != 0, let scalar = Unicode.Scalar(code) else { return nil }
            scalars.append(scalar)
        }
        return String(scalars)
    }

    /// The byte that a letter was read from; the five that mean nothing pass through as controls.
    static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < 0x100 { return UInt8(scalar.value) }
        return upper.firstIndex(of: scalar.value).map { UInt8($0 + 0x80) }
    }
}

extension DecodedText {
    /// The text whose UTF-8 was read as Windows-1252 and written again, as often as it was; nil
    /// when it was not.
    static func mended(_ text: String) -> String? {
        var text = text
        var isMended = false
        for _ in 0..<3 {
            guard let once = mendedOnce(text) else { break }
            (text, isMended) = (once, true)
        }
        return isMended ? text : nil
    }

    /// `Ã‰` is `É`, `Â°` is `°`, `â€™` is `’`: only what Spanish text has, so that nothing else is
    /// touched.
    private static func mendedOnce(_ text: String) -> String? {
        guard text.unicodeScalars.contains(where: { [0xC3, 0xC2, 0xE2].contains($0.value) }) else {
            return nil
        }
        let scalars = Array(text.unicodeScalars)
        var out = String.UnicodeScalarView()
        var index = 0
        var isMended = false
        while index < scalars.count {
            let length = [0xC3, 0xC2].contains(scalars[index].value) ? 2 : 3
            let bytes = scalars[index...].prefix(length).compactMap(Windows1252.byte)
            let isSequence =
                bytes.count == length && (length == 2 || bytes[0] == 0xE2 && bytes[1] == 0x80)
                && bytes.dropFirst().allSatisfy { (0x80...0xBF).contains($0) }
            if isSequence, let found = String(validating: bytes, as: UTF8.self) {
                out.append(contentsOf: found.unicodeScalars)
                index += length
                isMended = true
            } else {
                out.append(scalars[index])
                index += 1
            }
        }
        return isMended ? String(out) : nil
    }
}
