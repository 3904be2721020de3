/// Parts of texts. The standard library's own come with its engine of regular expressions, a good part of a megabyte that
/// every process would map for a handful of plain words.
extension StringProtocol {
    /// Whether a part stands in the text; every text has the empty one.
    package func contains(_ part: String) -> Bool { part.isEmpty || firstRange(of: part) != nil }

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
