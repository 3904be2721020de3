import Repatriation
import Terminal

/// How a table lies on a screen: the names of its lines always in sight, and of its columns as many
/// as fit, from one on; heads in as few rows as their words allow.
struct ReportColumns {
    private let heads: [[String]]
    private let widths: [Int]
    private let lines: [ReportLine]
    private let language: Language
    private let label: Int
    private let width: Int
    /// The columns in sight.
    let shown: Range<Int>

    init(
        _ issue: ReportIssue, _ lines: [ReportLine], from first: Int, width: Int,
        _ language: Language
    ) {
        let headRows = width < 60 ? 2 : 3
        (self.lines, self.language, self.width) = (lines, language, width)
        let labels = lines.map { TextWidth.of($0.label(language)) }.max() ?? 0
        label = min(labels, max(14, width * 2 / 5))
        var (heads, widths) = ([[String]](), [Int]())
        for (column, head) in issue.table.heads.enumerated() {
            let words = head(language)
            let cells = lines.map { TextWidth.of($0.shown(column)) }.max() ?? 0
            let column = max(cells, Wrap.narrowest(words, rows: headRows))
            widths.append(column)
            heads.append(Array(Wrap.lines(words, width: column).prefix(headRows)))
        }
        (self.heads, self.widths) = (heads, widths)
        shown = ReportColumns.fitting(widths, from: first, width - label - 3)
    }

    /// As many as fit from one on, and as many before it as still fit where it is among the last;
    /// at least one.
    private static func fitting(_ widths: [Int], from first: Int, _ room: Int) -> Range<Int> {
        guard !widths.isEmpty else { return 0..<0 }
        var start = max(0, min(first, widths.count - 1))
        var (end, left) = (start, room)
        while end < widths.count, end == start || widths[end] + 2 <= left {
            left -= widths[end] + 2
            end += 1
        }
        guard end == widths.count else { return start..<end }
        while start > 0, widths[start - 1] + 2 <= left {
            start -= 1
            left -= widths[start] + 2
        }
        return start..<end
    }

    /// How many rows the heads take.
    var headRows: Int { max(1, heads.map(\.count).max() ?? 1) }
    var isLast: Bool { shown.upperBound >= widths.count }

    /// «← 3–9 de 16 →», where not all are in sight.
    var place: String? {
        guard shown.count < widths.count else { return nil }
        let count = language("de \(widths.count)", "of \(widths.count)")
        let own =
            shown.count == 1 ? "\(shown.upperBound)" : "\(shown.lowerBound + 1)–\(shown.upperBound)"
        return (shown.lowerBound > 0 ? "← " : "") + "\(own) \(count)" + (isLast ? "" : " →")
    }

    /// The heads, each at the right over its column; they end on the same row.
    func drawHeads(on frame: inout Frame, row: Int) {
        each { column, end in
            let words = heads[column]
            for (index, line) in words.enumerated() {
                frame.putRight(
                    line, row: row + headRows - words.count + index, before: end, Style(.muted))
            }
        }
    }

    func draw(_ line: ReportLine, on frame: inout Frame, row: Int) {
        let style = Style(line.isSum ? .title : .text)
        frame.put(TextWidth.fit(line.label(language), label), row: row, column: 2, style)
        each { column, end in
            let isRevised = line.revised[column] != nil
            frame.putRight(
                line.shown(column), row: row, before: end, isRevised ? Style(.late) : style)
        }
    }

    private func each(_ body: (Int, Int) -> Void) {
        var end = 2 + label
        for column in shown {
            end += 2 + widths[column]
            body(column, min(end, width - 1))
        }
    }
}
