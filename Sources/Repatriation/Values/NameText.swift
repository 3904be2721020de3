@_spi(_Unicode) import Swift

/// What the domain does with text that people gave: keep it as given (NFC), compare it without
/// accents.
package enum NameText {
    /// Most characters a single field takes; longer input is refused, never cut.
    package static let longest = 200

    /// The small words between names, folded; every other word is a name, however short (Ek, Uc,
    /// Li, Bo, Ñu, Pú).
    package static let particles: Set<String> = [
        "de", "del", "la", "las", "lo", "los", "el", "y", "e", "a", "al", "da", "das", "do", "dos",
        "di", "du", "van",
        "von", "der", "den",
    ]

    /// The words of somebody's names, folded, without particles.
    package static func names(in text: String) -> [String] {
        folded(text).split(separator: " ").map(String.init).filter { !particles.contains($0) }
    }

    /// The text in Unicode's composed form, white space trimmed and folded to single spaces.
    ///
    /// Nil when it has control characters, escape sequences or marks that turn the reading
    /// direction, and when it is only what stands for a hidden value, which is nobody's name.
    package static func cleaned(_ text: String) -> String? {
        if isPlain(text) { return text }
        var scalars = String.UnicodeScalarView()
        var pendingSpace = false
        for scalar in text._nfc {
            if isSpace(scalar) {
                pendingSpace = !scalars.isEmpty
                continue
            }
            if isForbidden(scalar) { return nil }
            if pendingSpace { scalars.append(" ") }
            pendingSpace = false
            scalars.append(scalar)
        }
        let hasInk = scalars.isEmpty || scalars.contains { isSeen($0) } && !isMask(scalars)
        return hasInk && scalars.count <= 4 * longest ? String(scalars) : nil
    }

    /// Whether a text may be kept as it is: nothing in it that `cleaned` refuses. The net below
    /// every entrance, asked of each text of each fact.
    package static func isClean(_ text: String) -> Bool {
        if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return true }
        return !text.unicodeScalars.contains(where: isForbidden) && !isMask(text.unicodeScalars)
    }

    private static func isMask(_ scalars: String.UnicodeScalarView) -> Bool {
        !scalars.isEmpty && scalars.allSatisfy { $0 == "•" || $0 == " " }
    }

    /// A mark of its own: not only blanks that other scripts have, or accents without a letter.
    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        if [0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800].contains(scalar.value) { return false }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .spaceSeparator: false
        default: true
        }
    }

    /// The text for comparing: lower case, without accents or marks, `ñ` as `n`, punctuation as
    /// spaces.
    package static func folded(_ text: String) -> String {
        if let quick = foldedLatin(text) { return quick }
        var out = ""
        for scalar in text._nfd where scalar.properties.generalCategory != .nonspacingMark {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                out += scalar.properties.lowercaseMapping
            } else if let last = out.last, last != " " {
                out += " "
            }
        }
        while out.last == " " { out.removeLast() }
        return out
    }

    /// The same by bytes, for plain letters and the accented ones of Spanish: nearly every name.
    /// Nil for any other.
    private static func foldedLatin(_ text: String) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isAccented = false
        for byte in text.utf8 {
            if isAccented {
                guard let base = bases[Int(byte & 0x3F)] else { return nil }
                bytes.append(base)
                isAccented = false
                continue
            }
            switch byte {
            case 0x41...0x5A: bytes.append(byte + 32)
            case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
            case 0xC3: isAccented = true
            case 0x80...: return nil
            default: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
            }
        }
        while bytes.last == 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The plain letters of U+00C0 … U+00FF by their last six bits; nil where there is none.
    private static let bases: [UInt8?] =
        "aaaaaa-ceeeeiiii-nooooo--uuuuy--aaaaaa-ceeeeiiii-nooooo--uuuuy-y".utf8.map {
            $0 == UInt8(ascii: "-") ? nil : $0
        }

    /// Printable ASCII with single spaces inside: nothing to do, and most cells of a list are this.
    private static func isPlain(_ text: String) -> Bool {
        var previous: UInt8 = 0x20
        for byte in text.utf8 {
            guard (0x20...0x7E).contains(byte), byte != 0x20 || previous != 0x20 else {
                return false
            }
            previous = byte
        }
        return previous != 0x20 || text.isEmpty
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: true
        default: false
        }
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        // What stands for bytes that were no text.
        if scalar.value == 0xFFFD { return true }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
            .unassigned:
            true
        default: false
        }
    }
}

extension String {
    /// The text in Unicode's composed form (NFC).
    package var composed: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: _nfc)
        return String(scalars)
    }
}
