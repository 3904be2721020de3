/// Parts of texts. The standard library's own come with its engine of regular expressions, a good
/// part of a megabyte that every process would map for a handful of plain words.
extension StringProtocol {
    /// Whether a part stands in the text, byte by byte; every text has the empty one. O(text ×
    /// part), in practice O(text).
    package func contains(_ part: String) -> Bool {
        let text = utf8.withContiguousStorageIfAvailable { text in
            part.utf8.withContiguousStorageIfAvailable { Self.find($0, in: text) }
        }
        return (text ?? nil) ?? (part.isEmpty || firstRange(of: part) != nil)
    }

    private static func find(
        _ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard let first = part.first else { return true }
        guard part.count <= text.count else { return false }
        for start in 0...(text.count - part.count) where text[start] == first {
            if (1..<part.count).allSatisfy({ text[start + $0] == part[$0] }) { return true }
        }
        return false
    }

    fileprivate func firstRange(of pattern: String) -> Range<Index>? {
        guard let first = pattern.first else { return nil }
        var start = startIndex
        while start < endIndex {
            if self[start] == first, self[start...].hasPrefix(pattern),
                let end = index(start, offsetBy: pattern.count, limitedBy: endIndex)
            {
                return start..<end
            }
            start = index(after: start)
        }
        return nil
    }
}

extension String {
    /// The text with every occurrence of `pattern` replaced.
    package func replacing(_ pattern: String, with replacement: String) -> String {
        var out = ""
        var rest = Substring(self)
        while let range = rest.firstRange(of: pattern) {
            out += rest[..<range.lowerBound]
            out += replacement
            rest = rest[range.upperBound...]
        }
        return out + rest
    }
}
