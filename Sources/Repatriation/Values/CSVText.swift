/// Rows as comma-separated values (RFC 4180), for spreadsheets.
package enum CSVText {
    /// What a spreadsheet would take for a formula begins with an apostrophe; a number that is less
    /// than zero stays one.
    package static func of(_ rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// What spreadsheets know UTF-8 by.
    package static let byteOrderMark = "\u{FEFF}"

    private static func cell(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) }
        let safe = isFormula == true && !isNegative(text) ? "'\(text)" : text
        guard safe.contains(where: { ",\"\n\r\r\n".contains($0) }) else { return safe }
        return "\"\(safe.replacing("\"", with: "\"\""))\""
    }

    private static func isNegative(_ text: String) -> Bool {
        text.hasPrefix("-") && text.count > 1
            && text.dropFirst().allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    }
}
