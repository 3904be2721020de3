import Repatriation
import Terminal

/// A table as bars, or as lines over its months or years: a number stands beside every mark.
struct ReportPlotLines {
    private let plot: ReportPlot
    private let width: Int
    private let language: Language
    private let label: Int
    /// How many columns each month or year has.
    private let step: Int

    init(_ plot: ReportPlot, _ width: Int, _ language: Language) {
        (self.plot, self.width, self.language) = (plot, width, language)
        let labels = plot.lines.map { TextWidth.of($0.label(language)) }.max() ?? 0
        label = min(labels, max(12, width * 3 / 8))
        let room = width - label - 4 - ReportPlotLines.numbers(width)
        step = max(1, min(4, room / max(1, plot.times.count)))
    }

    /// What the total and the greatest take at the right.
    private static func numbers(_ width: Int) -> Int { width < 60 ? 8 : 26 }

    private var start: Int { 2 + label + 2 }
    private var total: Int { width < 60 ? width - 1 : start + step * plot.times.count + 9 }

    func drawHead(on frame: inout Frame, row: Int, overTime: Bool) {
        let style = Style(.muted)
        guard overTime else {
            let words = language("total \(plot.total)", "total \(plot.total)")
            frame.put(words, row: row, column: start, style)
            return
        }
        for (index, time) in plot.times.enumerated() {
            let words = String(time(language).prefix(max(1, step - 1)))
            frame.put(words, row: row, column: start + index * step, style)
        }
        frame.putRight("Total", row: row, before: total, style)
        if width >= 60 { frame.put(language("mayor", "most"), row: row, column: total + 2, style) }
    }

    func drawBar(_ index: Int, on frame: inout Frame, row: Int) {
        guard let line = drawLabel(index, on: &frame, row: row) else { return }
        let length = max(1, width - start - (width < 60 ? 8 : 16))
        let bar = PlotMarks.bar(line.total, of: plot.most, length)
        let end = frame.put(bar, row: row, column: start, Style(.spark))
        let share = ReportCell.share(line.total, of: plot.total).shown
        let count = ReportCell.count(line.total).shown
        let words = width < 60 || line.total == 0 ? count : "\(count) · \(share)"
        frame.put(words, row: row, column: end + (bar.isEmpty ? 0 : 1))
    }

    func drawLine(_ index: Int, on frame: inout Frame, row: Int) {
        guard let line = drawLabel(index, on: &frame, row: row) else { return }
        for (place, mark) in PlotMarks.spark(line.values).enumerated() {
            let wide = String(repeating: mark, count: max(1, step - 1))
            frame.put(wide, row: row, column: start + place * step, Style(.spark))
        }
        frame.putRight(ReportCell.count(line.total).shown, row: row, before: total)
        guard width >= 60, let most = line.most, plot.times.indices.contains(most.column) else {
            return
        }
        let words = "\(ReportCell.count(most.value).shown) \(plot.times[most.column](language))"
        frame.put(
            TextWidth.fit(words, width - total - 3), row: row, column: total + 2, Style(.muted))
    }

    private func drawLabel(
        _ index: Int, on frame: inout Frame, row: Int
    ) -> ReportPlot.Line? {
        guard plot.lines.indices.contains(index) else { return nil }
        let line = plot.lines[index]
        frame.put(TextWidth.fit(line.label(language), label), row: row, column: 2)
        return line
    }
}
