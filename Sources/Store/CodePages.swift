import Glibc
import Repatriation

/// The old code pages that the system's library knows.
package enum CodePages {
    /// The text of bytes in a code page; nil where the system does not know it or a byte means
    /// nothing in it.
    package static let convert: TextEncoding.Converter = { encoding, bytes in
        let name: String
        switch encoding {
        case .cp850: name = "CP850"
        case .macRoman: name = "MACINTOSH"
        default: return nil
        }
        guard let handle = iconv_open("UTF-8", name), handle != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(handle) }
        var input = bytes.map { CChar(bitPattern: $0) }
        // No letter of these pages takes more than three bytes.
        var output = [CChar](repeating: 0, count: input.count * 3 + 1)
        let written = input.withUnsafeMutableBufferPointer { input -> Int? in
            output.withUnsafeMutableBufferPointer { output -> Int? in
                var (from, to) = (input.baseAddress, output.baseAddress)
                var (left, room) = (input.count, output.count)
                guard iconv(handle, &from, &left, &to, &room) != Int.max, left == 0 else {
                    return nil
                }
                return output.count - room
            }
        }
        guard let written else { return nil }
        return String(
            validating: output.prefix(written).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
