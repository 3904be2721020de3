/// The encodings in which lists arrive.
package enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf8BOM = "UTF-8 BOM"
    case utf16LE = "UTF-16LE"
    case utf16BE = "UTF-16BE"
    case windows1252 = "Windows-1252"

    /// Recognises the encoding from the whole file and decodes it; nil for what is not text.
    package static func decode(_ bytes: [UInt8]) -> (text: String, encoding: TextEncoding)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return String(validating: bytes.dropFirst(3), as: UTF8.self).map { ($0, .utf8BOM) }
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittle: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittle: false) }
        if let isLittle = unmarkedUTF16(bytes) { return utf16(bytes[...], isLittle: isLittle) }
        guard !isBinary(bytes) else { return nil }
        if let text = String(validating: bytes, as: UTF8.self) { return (text, .utf8) }
        return windows(bytes).map { ($0, .windows1252) }
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) -> (String, TextEncoding)? {
        guard bytes.count % 2 == 0 else { return nil }
        let start = bytes.startIndex
        let units = stride(from: start, to: bytes.endIndex, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        return String(validating: units, as: UTF16.self).map { ($0, isLittle ? .utf16LE : .utf16BE) }
    }

    /// Text of mostly Latin letters has a zero in every second byte.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
        let sample = bytes.prefix(400)
        guard sample.count >= 8 else { return nil }
        let zeros = (0...1).map { parity in sample.indices.count { $0 % 2 == parity && sample[$0] == 0 } }
        if zeros[1] * 3 > sample.count && zeros[0] == 0 { return true }
        if zeros[0] * 3 > sample.count && zeros[1] == 0 { return false }
        return nil
    }

    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return true
        }
        return bytes.contains(0)
    }

    /// The 27 places in which Windows-1252 differs from Latin-1; five of its bytes mean nothing.
    private static let upper: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D,
        0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
        0x017E, 0x0178,
    ]

    private static func windows(_ bytes: [UInt8]) -> String? {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            let code = (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
            guard code != 0, let scalar = Unicode.Scalar(code) else { return nil }
            scalars.append(scalar)
        }
        return String(scalars)
    }
}
