/// The encodings in which lists arrive.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf8BOM = "UTF-8 BOM"
    case utf16LE = "UTF-16LE"
    case utf16BE = "UTF-16BE"
    case windows1252 = "Windows-1252"
    case cp850 = "CP850"
    case macRoman = "Mac Roman"

    /// Turns the bytes of a code page into text; nil where the system does not know it or a byte
    /// means nothing in it.
    package typealias Converter = @Sendable (TextEncoding, [UInt8]) -> String?
}

/// The text of a file, and how it was read.
package struct DecodedText {
    /// Why a file is no text.
    enum Failure: Error { case binary, undecided }

    let text: String
    /// «UTF-8», «UTF-8 + CP850» where lines differ.
    let encoding: String
    /// It had been encoded twice and was mended.
    let isMended: Bool

    /// Recognises the encoding from the whole file and decodes it, line by line where lines differ.
    init(
        _ bytes: [UInt8], as said: TextEncoding? = nil, _ convert: @escaping TextEncoding.Converter
    ) throws(Failure) {
        let (text, encoding) = try DecodedText.read(bytes, said, convert)
        let mended = DecodedText.mended(text)
        self.text = mended ?? text
        self.encoding = encoding
        isMended = mended != nil
    }

    private static func read(
        _ bytes: [UInt8], _ said: TextEncoding?, _ convert: @escaping TextEncoding.Converter
    ) throws(Failure) -> (String, String) {
        if bytes.starts(with: [0xFF, 0xFE]) {
            return try utf16(bytes.dropFirst(2), isLittle: true)
        }
        if bytes.starts(with: [0xFE, 0xFF]) {
            return try utf16(bytes.dropFirst(2), isLittle: false)
        }
        if let isLittle = unmarkedUTF16(bytes) { return try utf16(bytes[...], isLittle: isLittle) }
        guard !isBinary(bytes) else { throw .binary }
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let body = Array(bytes.dropFirst(isMarked ? 3 : 0))
        let unicode = isMarked ? TextEncoding.utf8BOM : .utf8
        if let text = String(validating: body, as: UTF8.self) { return (text, unicode.rawValue) }
        return try lineByLine(body, unicode, said, convert)
    }

    /// Lines of UTF-8 as they are, every other in the code page that makes words of them.
    private static func lineByLine(
        _ bytes: [UInt8], _ unicode: TextEncoding, _ said: TextEncoding?,
        _ convert: @escaping TextEncoding.Converter
    ) throws(Failure) -> (String, String) {
        let lines = bytes.split(omittingEmptySubsequences: false) { $0 == 0x0A }
        let old = lines.filter { String(validating: $0, as: UTF8.self) == nil }.map(Array.init)
        guard let choice = CodePageChoice(old, said, convert) else { throw .undecided }
        var used: Set<TextEncoding> = []
        var texts: [String] = []
        for line in lines {
            if let text = String(validating: line, as: UTF8.self) {
                if line.contains(where: { $0 >= 0x80 }) { used.insert(unicode) }
                texts.append(text)
            } else {
                guard let (text, page) = choice.read(Array(line)) else { throw .undecided }
                used.insert(page)
                texts.append(text)
            }
        }
        let names = TextEncoding.allCases.filter(used.contains).map(\.rawValue)
        return (texts.joined(separator: "\n"), names.joined(separator: " + "))
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittle: Bool) throws(Failure) -> (
        String, String
    ) {
        guard bytes.count % 2 == 0 else { throw .binary }
        let start = bytes.startIndex
        let units = stride(from: start, to: bytes.endIndex, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw .binary }
        return (text, (isLittle ? TextEncoding.utf16LE : .utf16BE).rawValue)
    }

    /// Text of mostly Latin letters has a zero in every second byte.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
        let sample = bytes.prefix(400)
        guard sample.count >= 8 else { return nil }
        let zeros = (0...1).map { parity in
            sample.indices.count { $0 % 2 == parity && sample[$0] == 0 }
        }
        if zeros[1] * 3 > sample.count && zeros[0] == 0 { return true }
        if zeros[0] * 3 > sample.count && zeros[1] == 0 { return false }
        return nil
    }

    private static func isBinary(_ bytes: [UInt8]) -> Bool {
        let marks: [[UInt8]] = [
            [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0], Array("%PDF-".utf8), [0x1F, 0x8B],
        ]
        return marks.contains { bytes.starts(with: $0) } || bytes.contains(0)
    }
}
