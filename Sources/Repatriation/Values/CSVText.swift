/// Rows as comma-separated values (RFC 4180), for spreadsheets.
package enum CSVText {
    /// What a spreadsheet would take for a formula begins with an apostrophe; a number that is less
    /// than zero stays one.
    package static func of(_ rows: some Sequence<[String]>) -> String {
        var bytes: [UInt8] = []
        for row in rows {
            for (place, cell) in row.enumerated() {
                if place > 0 { bytes.append(comma) }
                append(cell, to: &bytes)
            }
            endRow(&bytes)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Ends a row of cells.
    static func endRow(_ bytes: inout [UInt8]) {
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    /// What spreadsheets know UTF-8 by.
    package static let byteOrderMark = "\u{FEFF}"

    /// The text of a cell as it was before it was made harmless.
    package static func plain(_ cell: String) -> String {
        cell.utf8.first == apostrophe && isTakenForFormula(cell.utf8)
            ? String(cell.unicodeScalars.dropFirst()) : cell
    }

    static let comma = UInt8(ascii: ",")
    private static let apostrophe = UInt8(ascii: "'")
    private static let quote = UInt8(ascii: "\"")

    /// One cell. By bytes: a mark that is joined to a quote does not hide it.
    static func append(_ cell: String, to bytes: inout [UInt8]) {
        var cell = cell
        cell.withUTF8 { append($0, to: &bytes) }
    }

    private static func append(_ cell: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        let isFormula = isTakenForFormula(cell) && !isNegative(cell)
        guard needsQuotes(cell) else {
            if isFormula { bytes.append(apostrophe) }
            bytes.append(contentsOf: cell)
            return
        }
        bytes.append(quote)
        if isFormula { bytes.append(apostrophe) }
        for byte in cell {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    private static func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in cell where byte <= comma {
            switch byte {
            case quote, comma, 0x0A, 0x0D: return true
            default: continue
            }
        }
        return false
    }

    /// It begins as a formula, after apostrophes or none: of those none is to be lost.
    private static func isTakenForFormula(_ cell: some Sequence<UInt8>) -> Bool {
        for byte in cell {
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

    private static func isNegative(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        guard cell.first == UInt8(ascii: "-"), cell.count > 1 else { return false }
        return cell.dropFirst().allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
        }
    }
}
