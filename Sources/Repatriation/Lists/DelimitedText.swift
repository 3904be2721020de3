/// Records of delimited text (RFC 4180, with comma, semicolon or tab), each with the line it begins on.
package struct DelimitedText {
    /// One line of the text, which may run over several where a cell is quoted.
    package struct Record {
        let line: Int
        /// The cells, without their quotes.
        package let cells: [String]
        /// Whether nothing stands in any cell.
        package var isBlank: Bool { cells.allSatisfy { $0.trimmed.isEmpty } }
    }

    let delimiter: Character
    /// All of them, blank ones too, in the order of the text.
    package let records: [Record]
    /// The line of a quote that nothing closes; nil when all are closed.
    let openQuote: Int?

    /// Splits a text by the delimiter that its first full line uses most.
    /// Splits a text; O(length).
    package init(_ text: String) {
        let first = text.split(whereSeparator: \.isNewline).first ?? ""
        let counts = [",", ";", "\t", "|"].map { mark in (Character(mark), first.count { String($0) == mark }) }
        delimiter = counts.max { $0.1 < $1.1 }.map { $0.1 > 0 ? $0.0 : "," } ?? ","
        (records, openQuote) = DelimitedText.split(text, by: delimiter.unicodeScalars.first ?? ",")
    }

    private static func split(_ text: String, by delimiter: Unicode.Scalar) -> ([Record], Int?) {
        var records: [Record] = []
        var cells: [String] = []
        var cell = String.UnicodeScalarView()
        var (line, start, isQuoted, wasReturn) = (1, 1, false, false)
        var quoteLine = 1
        func endCell() {
            cells.append(String(cell))
            cell = String.UnicodeScalarView()
        }
        func endRecord() {
            endCell()
            records.append(Record(line: start, cells: cells))
            cells = []
        }
        var scalars = text.unicodeScalars.makeIterator()
        var pushed: Unicode.Scalar?
        while let scalar = pushed ?? scalars.next() {
            pushed = nil
            let isBreak = scalar == "\n" || scalar == "\r"
            if isBreak && !(scalar == "\n" && wasReturn) { line += 1 }
            if isQuoted {
                if scalar == "\"" {
                    let next = scalars.next()
                    if next == "\"" { cell.append("\"") } else { (isQuoted, pushed) = (false, next) }
                } else {
                    cell.append(scalar)
                }
            } else if scalar == "\"" && cell.isEmpty {
                (isQuoted, quoteLine) = (true, line)
            } else if scalar == delimiter {
                endCell()
            } else if isBreak {
                if !(scalar == "\n" && wasReturn) { endRecord() }
                start = line
            } else {
                cell.append(scalar)
            }
            wasReturn = scalar == "\r"
        }
        if !cell.isEmpty || !cells.isEmpty { endRecord() }
        return (records, isQuoted ? quoteLine : nil)
    }
}
