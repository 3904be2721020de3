/// Rows as comma-separated values (RFC 4180), for spreadsheets.
package enum CSVText {
    /// What a spreadsheet would take for a formula begins with an apostrophe; a number that is less
    /// than zero stays one.
    package static func of(_ rows: some Sequence<[String]>) -> String {
        var text = ""
        for row in rows {
            for (place, cell) in row.enumerated() {
                if place > 0 { text += "," }
                append(cell, to: &text)
            }
            text += "\r\n"
        }
        return text
    }

    /// What spreadsheets know UTF-8 by.
    package static let byteOrderMark = "\u{FEFF}"

    /// The text of a cell as it was before it was made harmless.
    package static func plain(_ cell: String) -> String {
        cell.utf8.first == apostrophe && isTakenForFormula(cell)
            ? String(cell.unicodeScalars.dropFirst()) : cell
    }

    private static let apostrophe = UInt8(ascii: "'")
    private static let quote = UInt8(ascii: "\"")

    /// By bytes: a mark that is joined to a quote does not hide it.
    private static func append(_ cell: String, to text: inout String) {
        let isFormula = isTakenForFormula(cell) && !isNegative(cell)
        guard needsQuotes(cell) else {
            if isFormula { text += "'" }
            text += cell
            return
        }
        text += isFormula ? "\"'" : "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { text += "\"" }
            text.unicodeScalars.append(scalar)
        }
        text += "\""
    }

    private static func needsQuotes(_ cell: String) -> Bool {
        for byte in cell.utf8 {
            switch byte {
            case quote, UInt8(ascii: ","), 0x0A, 0x0D: return true
            default: continue
            }
        }
        return false
    }

    /// It begins as a formula, after apostrophes or none: of those none is to be lost.
    private static func isTakenForFormula(_ cell: String) -> Bool {
        for byte in cell.utf8 {
            switch byte {
            case apostrophe: continue
            case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09,
                0x0D:
                return true
            default: return false
            }
        }
        return false
    }

    private static func isNegative(_ cell: String) -> Bool {
        var digits = 0
        for (place, byte) in cell.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "-") where place == 0: continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): digits += 1
            default: return false
            }
        }
        return digits > 0 && cell.utf8.first == UInt8(ascii: "-")
    }
}
