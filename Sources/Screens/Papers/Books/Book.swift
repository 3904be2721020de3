import Repatriation
import Terminal

/// A text of many pages: headings, paragraphs, lists and tables; drawn for a terminal or as one
/// self-contained page that prints.
package struct Book: Sendable, Equatable {
    /// A part of it.
    package enum Block: Sendable, Equatable {
        /// 1 begins a chapter, 2 a part of one, 3 a part of that.
        case heading(String, level: Int)
        case text(String)
        /// What something rests on, in small letters.
        case source(String)
        case list([String])
        case table(head: [String], rows: [[String]])
        /// A table of numbers, which stand at the right behind the names of their lines.
        case figures(head: [String], rows: [[String]])
        /// A line to write on, after its name.
        case line(String)
        /// A drawing of a page, as SVG; text has none.
        case drawing(String)
    }

    /// A page's language and title, as the program that shows it says.
    let title: String
    let language: Language
    /// Made in practice: every page says so.
    let isDrill: Bool
    /// What stands in it.
    package private(set) var blocks: [Block] = []
    /// The sheet it is printed on.
    var page = Page.letter
    /// It hangs on a wall: large letters.
    var isPoster = false

    /// A sheet, as CSS names it.
    package enum Page: String, Sendable { case letter, a4 = "A4", a5 = "A5" }

    /// Nothing in it yet.
    package init(_ title: String, _ language: Language, isDrill: Bool = false) {
        self.title = title
        self.language = language
        self.isDrill = isDrill
    }

    /// Goes on.
    package mutating func add(_ more: Block...) { blocks += more }

    /// Goes on with what another has.
    package mutating func add(_ other: Book) { blocks += other.blocks }

    /// What practice prints says across it.
    package static let drillMark = Bilingual(
        "PRÁCTICA · SIN VALIDEZ OFICIAL", "PRACTICE · NOT OFFICIAL")

    /// Drawn for a width.
    package func text(_ width: Int = 80) -> String {
        let mark = isDrill ? [centred(Book.drillMark(language), width), ""] : []
        var lines = mark + Wrap.lines(title.uppercased(), width: width) + [""]
        for block in blocks where !block.isDrawing { lines += self.lines(block, width) + [""] }
        return (lines + mark.prefix(1)).joined(separator: "\n") + "\n"
    }

    /// Its blocks drawn for a screen of so many columns, each line with how it looks.
    func styled(_ width: Int) -> [(text: String, style: Style)] {
        var lines: [(text: String, style: Style)] = []
        for block in blocks {
            let style: Style
            switch block {
            case .heading:
                if !lines.isEmpty { lines.append(("", Style(.text))) }
                style = Style(.title)
            case .source: style = Style(.muted)
            case .text, .list, .table, .figures, .line, .drawing: style = Style(.text)
            }
            if case .heading(let text, _) = block {
                lines += Wrap.lines(text, width: width).map { ($0, style) }
            } else {
                lines += self.lines(block, width).map { ($0, style) }
            }
        }
        return lines
    }

    private func centred(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, (width - TextWidth.of(text)) / 2)) + text
    }

    private func lines(_ block: Block, _ width: Int) -> [String] {
        switch block {
        case .heading(let text, let level):
            let words = Wrap.lines(level == 1 ? text.uppercased() : text, width: width)
            let rule = level == 1 ? "=" : level == 2 ? "-" : ""
            let widest = words.map(TextWidth.of).max() ?? 0
            return words + (rule.isEmpty ? [] : [String(repeating: rule, count: widest)])
        case .text(let text): return Wrap.lines(quoted(text), width: width)
        case .source(let text): return indented(text, "    ", "    ", width)
        case .list(let items):
            return items.flatMap { indented(quoted($0), "  · ", "    ", width) }
        case .table(let head, let rows): return BookTable(head, rows).lines(width)
        case .figures(let head, let rows):
            return BookTable(head, rows, isOfFigures: true).lines(width)
        case .line(let name): return ["\(name) \(String(repeating: "_", count: 32))"]
        case .drawing: return []
        }
    }

    /// What stands between two «`» is a key or a command; one that has no second is only a sign.
    static func parts(_ text: String) -> [(text: String, isKey: Bool)] {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        guard !parts.count.isMultiple(of: 2) else { return [(text, isKey: false)] }
        return parts.enumerated().map { (String($0.element), !$0.offset.isMultiple(of: 2)) }
    }

    /// Keys and commands in quotes.
    private func quoted(_ text: String) -> String {
        Book.parts(text).map { $0.isKey ? "«\($0.text)»" : $0.text }.joined()
    }

    private func indented(_ text: String, _ first: String, _ rest: String, _ width: Int) -> [String]
    {
        Wrap.lines(text, width: width - first.count).enumerated().map {
            ($0.offset == 0 ? first : rest) + $0.element
        }
    }
}

extension Book: Printed {
    package func text(_ width: PaperWidth) -> String { text(width.columns) }
}

extension Book.Block {
    var isDrawing: Bool { if case .drawing = self { true } else { false } }
}

/// A table of a book as lines: each column as wide as it needs, the widest folded where all do not
/// fit. Of figures none is folded: the columns that do not fit stand below, after the names of
/// their lines.
struct BookTable {
    private let head: [String]
    private let rows: [[String]]

    private let isOfFigures: Bool

    init(_ head: [String], _ rows: [[String]], isOfFigures: Bool = false) {
        self.head = head
        self.rows = rows
        self.isOfFigures = isOfFigures
    }

    func lines(_ width: Int) -> [String] {
        let bands = isOfFigures ? self.bands(width) : []
        guard bands.count < 2 else {
            return Array(
                bands.map { BookTable($0.head, $0.rows, isOfFigures: true).folded(width) }
                    .joined(separator: [""]))
        }
        return folded(width)
    }

    /// The columns after the first, as many together as fit beside it.
    private func bands(_ width: Int) -> [(head: [String], rows: [[String]])] {
        let needed = self.needed
        guard let first = needed.first, needed.count > 2 else { return [] }
        let room = width - min(first, max(8, width * 2 / 5))
        var bands: [[Int]] = []
        var left = 0
        for column in needed.indices.dropFirst() {
            if bands.isEmpty || needed[column] + 2 > left {
                bands.append([])
                left = room
            }
            bands[bands.count - 1].append(column)
            left -= needed[column] + 2
        }
        return bands.map { columns in
            func part(_ row: [String]) -> [String] {
                ([0] + columns).map { row.indices.contains($0) ? row[$0] : "" }
            }
            return (part(head), rows.map(part))
        }
    }

    private var needed: [Int] {
        head.indices.map { column in
            let cells = rows.map { column < $0.count ? TextWidth.of($0[column]) : 0 }.max() ?? 0
            let name =
                isOfFigures && column > 0
                ? Wrap.narrowest(head[column], rows: BookTable.headRows)
                : TextWidth.of(head[column])
            return max(cells, name)
        }
    }

    /// Names of columns of figures take so many lines rather than room.
    private static let headRows = 3

    /// As many columns as it needs to stand in one piece.
    var width: Int { needed.reduce(0, +) + 2 * (head.count - 1) }

    private func folded(_ width: Int) -> [String] {
        let widths = self.widths(width)
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        return folded(head, widths) + [rule] + rows.flatMap { folded($0, widths) }
    }

    private func widths(_ width: Int) -> [Int] {
        var widths = needed
        let room = width - 2 * (head.count - 1)
        while widths.reduce(0, +) > room, let widest = widths.max(), widest > 8,
            let column = widths.firstIndex(of: widest)
        {
            widths[column] -= 1
        }
        return widths
    }

    private func folded(_ row: [String], _ widths: [Int]) -> [String] {
        let cells = zip(row, widths).map { Wrap.lines($0, width: $1) }
        return (0..<max(1, cells.map(\.count).max() ?? 1)).map { line in
            zip(cells, widths).enumerated().map { column, part in
                let text = line < part.0.count ? part.0[line] : ""
                let fill = String(repeating: " ", count: max(0, part.1 - TextWidth.of(text)))
                return isOfFigures && column > 0 ? fill + text : text + fill
            }.joined(separator: "  ").trimmedEnd
        }
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
