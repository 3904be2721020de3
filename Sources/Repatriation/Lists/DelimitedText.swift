/// Records of delimited text, each with the line it begins on: RFC 4180 as it is really written,
/// where a quote that nothing closes ends at its own line and swallows nobody.
package struct DelimitedText {
    /// What stands between the cells.
    enum Delimiter: Equatable {
        case mark(UInt8)
        /// Two or more spaces, as in text copied from a PDF.
        case spaces

        /// As the report names it.
        var name: String {
            switch self {
            case .mark(0x09): "tab"
            case .mark(let byte): String(Unicode.Scalar(byte))
            case .spaces: "espacios"
            }
        }
    }

    /// One line of the text, which may run over several where a cell is quoted.
    package struct Record {
        /// The line it begins on, from 1.
        package let line: Int
        /// The cells, without their quotes.
        package fileprivate(set) var cells: [String]
        /// Where each cell begins and ends, where columns are told by their place.
        let places: [Range<Int>]
        /// Whether nothing stands in any cell.
        package var isBlank: Bool { cells.allSatisfy { $0.trimmed.isEmpty } }
    }

    let delimiter: Delimiter
    /// All of them but a `SEP=` line, blank ones too, in the order of the text.
    package private(set) var records: [Record]
    /// The lines at which a quote was ended that nothing closes.
    let endedQuotes: [Int]

    /// Splits a text by the delimiter that its heading, else its first full line, uses most.
    /// O(length).
    package init(_ text: String) {
        self.init(text) { ListHeading.find($0)?.heading.columns.count ?? 0 }
    }

    /// The same of a text with headings of another kind: `known` says how many of them records
    /// without a blank one have.
    init(_ text: String, known: ([Record]) -> Int) {
        let lines = DelimitedText.lines(text)
        let (said, start) = DelimitedText.said(lines)
        let used = said ?? DelimitedText.guess(lines[start...], known)
        var parser = RecordParser(lines: lines, start: start, delimiter: used)
        records = parser.all()
        endedQuotes = parser.endedQuotes
        delimiter = used
    }

    /// The records with the cells of columns told by their place each under its heading.
    mutating func align(to heading: Int) {
        guard delimiter == .spaces, records.indices.contains(heading) else { return }
        let columns = records[heading].places
        for index in records.indices where index != heading && !records[index].isBlank {
            records[index].cells = Columns.align(
                records[index].cells, records[index].places, columns)
        }
    }

    /// The text's lines, whatever ends them.
    private static func lines(_ text: String) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        var wasReturn = false
        for byte in text.utf8 {
            if byte == 0x0A || byte == 0x0D {
                if !(byte == 0x0A && wasReturn) {
                    lines.append(line)
                    line = []
                }
            } else {
                line.append(byte)
            }
            wasReturn = byte == 0x0D
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// The delimiter that a `SEP=;` line says, and the line after it.
    private static func said(_ lines: [[UInt8]]) -> (Delimiter?, Int) {
        guard let first = lines.first else { return (nil, 0) }
        let line = first.drop { $0 == UInt8(ascii: "\"") || $0 == 0x20 }
        let word = String(decoding: line.prefix(4), as: UTF8.self)
        guard word.lowercased() == "sep=" else { return (nil, 0) }
        guard let mark = line.dropFirst(4).first, mark != UInt8(ascii: "\""), mark < 0x80 else {
            return (nil, 1)
        }
        return (.mark(mark), 1)
    }

    /// The delimiter under which most headings are known.
    private static func guess(_ lines: ArraySlice<[UInt8]>, _ count: ([Record]) -> Int)
        -> Delimiter
    {
        let first = lines.first { !$0.allSatisfy { $0 == 0x20 } } ?? []
        let marks = ",;\t|".utf8.map { mark in (mark, first.count { $0 == mark }) }
        let usual = marks.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil } ?? UInt8(ascii: ",")
        var best: (delimiter: Delimiter, known: Int) = (.mark(usual), 0)
        let candidates = [Delimiter.mark(usual)] + marks.map { .mark($0.0) } + [.spaces]
        for candidate in candidates {
            var parser = RecordParser(
                lines: Array(lines.prefix(45)), start: 0, delimiter: candidate)
            let known = count(parser.all().filter { !$0.isBlank })
            if known > best.known { best = (candidate, known) }
        }
        return best.delimiter
    }
}

/// Takes lines apart into records.
private struct RecordParser {
    let lines: [[UInt8]]
    let start: Int
    let delimiter: DelimitedText.Delimiter
    private(set) var endedQuotes: [Int] = []
    /// How many cells a record has: the most common number, and the greatest.
    private lazy var widths: Set<Int> = usualWidths()

    init(lines: [[UInt8]], start: Int, delimiter: DelimitedText.Delimiter) {
        self.lines = lines
        self.start = start
        self.delimiter = delimiter
    }

    private static let quote = UInt8(ascii: "\"")

    /// How far a quoted cell may go: over breaks, to the end of its line, to the first quote that
    /// is not doubled, or nowhere: then quotes mean nothing.
    private enum Quoting { case overLines, inLine, strict, none }

    mutating func all() -> [DelimitedText.Record] {
        var records: [DelimitedText.Record] = []
        var index = start
        guard case .mark(let mark) = delimiter else {
            return lines.indices.dropFirst(start).map { Columns.record(lines[$0], line: $0 + 1) }
        }
        while index < lines.count {
            var (cells, next, wasOpen) = split(index, mark, .overLines)
            if next > index + 1, !widths.contains(cells.count) {
                (cells, next, wasOpen) = split(index, mark, .inLine)
            }
            if lines[index].contains(Self.quote), !widths.contains(cells.count) {
                for quoting in [Quoting.strict, .none] {
                    let other = split(index, mark, quoting)
                    guard widths.contains(other.0.count) else { continue }
                    (cells, next, wasOpen) = (other.0, other.next, true)
                    break
                }
            }
            if wasOpen { endedQuotes.append(index + 1) }
            records.append(DelimitedText.Record(line: index + 1, cells: cells, places: []))
            index = next
        }
        return records
    }

    /// The cells of the record that begins at a line, the line after it, and whether a quote was
    /// ended.
    private mutating func split(_ index: Int, _ mark: UInt8, _ quoting: Quoting) -> (
        [String], next: Int, wasOpen: Bool
    ) {
        var cells: [String] = []
        var last = index
        var line = lines[index]
        var place = 0
        var wasOpen = false
        while true {
            var begin = place
            while begin < line.count, line[begin] == 0x20 { begin += 1 }
            if begin < line.count, line[begin] == Self.quote, quoting != .none {
                if let end = closing(line, begin + 1, mark, isStrict: quoting == .strict) {
                    cells.append(Self.unquoted(line[(begin + 1)..<end]))
                    place = end + 1
                } else if quoting == .overLines,
                    let (text, at, end) = runningOn(line, begin + 1, after: last, mark)
                {
                    cells.append(text)
                    (last, line, place) = (at, lines[at], end + 1)
                } else {
                    let end = line[begin...].firstIndex(of: mark) ?? line.count
                    cells.append(
                        String(
                            decoding: line[begin..<end].filter { $0 != Self.quote }, as: UTF8.self))
                    wasOpen = true
                    place = end
                }
                while place < line.count, line[place] != mark { place += 1 }
            } else {
                let end = line[place...].firstIndex(of: mark) ?? line.count
                let cell = line[place..<end].filter { quoting != .none || $0 != Self.quote }
                cells.append(String(decoding: cell, as: UTF8.self))
                place = end
            }
            guard place < line.count else { return (cells, last + 1, wasOpen) }
            place += 1
        }
    }

    /// The quote that closes a cell in its line: the delimiter or the end follows it.
    private func closing(_ line: [UInt8], _ start: Int, _ mark: UInt8, isStrict: Bool = false)
        -> Int?
    {
        var place = start
        while place < line.count {
            guard line[place] == Self.quote else {
                place += 1
                continue
            }
            if place + 1 < line.count, line[place + 1] == Self.quote {
                place += 2
                continue
            }
            var next = place + 1
            while next < line.count, line[next] == 0x20 { next += 1 }
            if next == line.count || line[next] == mark { return place }
            if isStrict { return nil }
            place += 1
        }
        return nil
    }

    /// A quoted cell with breaks in it; nil when nothing closes it near, or a line in it is a
    /// record of its own.
    private mutating func runningOn(
        _ line: [UInt8], _ start: Int, after index: Int, _ mark: UInt8
    ) -> (text: String, line: Int, end: Int)? {
        let widest = widths.max() ?? 1
        let many = max(2, (widest + 1) / 2)
        // A mark before a space is prose: «insulina, diario».
        func isRecord(_ piece: ArraySlice<UInt8>) -> Bool {
            let marks = piece.indices.count { place in
                piece[place] == mark && (place + 1 == piece.endIndex || piece[place + 1] != 0x20)
            }
            return marks + 1 >= many
        }
        var text = Self.unquoted(line[start...])
        guard !isRecord(line[start...]) else { return nil }
        for next in (index + 1)..<min(lines.count, index + 30) where next < lines.count {
            let end = closing(lines[next], 0, mark)
            let piece = lines[next][..<(end ?? lines[next].count)]
            guard !isRecord(piece) else { return nil }
            text += "\n" + Self.unquoted(piece)
            if let end { return (text, next, end) }
        }
        return nil
    }

    private static func unquoted(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(quote) else { return String(decoding: bytes, as: UTF8.self) }
        var out: [UInt8] = []
        var wasQuote = false
        for byte in bytes {
            if byte == quote, wasQuote {
                wasQuote = false
                continue
            }
            wasQuote = byte == quote
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func usualWidths() -> Set<Int> {
        guard case .mark(let mark) = delimiter else { return [] }
        var counts: [Int: Int] = [:]
        for index in start..<max(start, lines.count) {
            let count = split(index, mark, .inLine).0.count
            if count > 1 { counts[count, default: 0] += 1 }
        }
        let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
        return Set([usual, counts.keys.max()].compactMap { $0 })
    }
}

/// Columns told by two or more spaces.
private enum Columns {
    /// The parts of a line with the places at which they stand.
    static func record(_ line: [UInt8], line number: Int) -> DelimitedText.Record {
        let letters = Array(String(decoding: line, as: UTF8.self))
        var cells: [String] = []
        var places: [Range<Int>] = []
        var begin: Int?
        for index in 0...letters.count {
            let isSpace = index >= letters.count || letters[index] == " "
            let isGap = isSpace && (index + 1 >= letters.count || letters[index + 1] == " ")
            if let start = begin, isGap {
                cells.append(String(letters[start..<index]))
                places.append(start..<index)
                begin = nil
            } else if begin == nil, !isSpace {
                begin = index
            }
        }
        return DelimitedText.Record(line: number, cells: cells, places: places)
    }

    /// The cells each under the heading it stands below; as many cells as headings stand in their
    /// order.
    static func align(_ cells: [String], _ places: [Range<Int>], _ headings: [Range<Int>])
        -> [String]
    {
        guard cells.count != headings.count, !headings.isEmpty else { return cells }
        var aligned = [String](repeating: "", count: headings.count)
        for (cell, place) in zip(cells, places) {
            let distances = headings.map { heading -> Int in
                let shared = heading.clamped(to: place)
                if !shared.isEmpty { return -shared.count }
                return min(
                    abs(heading.lowerBound - place.lowerBound),
                    abs(heading.upperBound - place.upperBound))
            }
            let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
            aligned[nearest] += (aligned[nearest].isEmpty ? "" : " ") + cell
        }
        return aligned
    }
}
