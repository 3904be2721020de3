import Repatriation
import Terminal

/// How a table, or a plot of it, lies on the screen.
extension ReportScreen {
    func draw(on frame: inout Frame, _ context: Workplace) {
        frame.cursor = (1, 1)
        frame.isCursorVisible = true
        guard let issue else { return }
        let language = context.language
        let isTall = frame.height >= 16
        // On a small screen the week has the rows.
        let foot = isTall ? 2 : shape == .heat ? 0 : 1
        drawFoot(issue, on: &frame, row: frame.height - 2 - foot, rows: foot, context)
        let plot = ReportPlotLines(ReportPlot(issue.table), frame.width, language)
        var place: String?
        switch shape {
        case .table:
            guard let columns = columns(frame.width, language) else { return }
            columns.drawHeads(on: &frame, row: 2)
            drawList(on: &frame, from: 2 + columns.headRows, foot) { index, row, frame in
                columns.draw(list.elements[index], on: &frame, row: row)
            }
            place = columns.place
        case .bars:
            plot.drawHead(on: &frame, row: 2, overTime: false)
            drawList(on: &frame, from: 3, foot) { plot.drawBar($0, on: &$2, row: $1) }
        case .lines:
            plot.drawHead(on: &frame, row: 2, overTime: true)
            drawList(on: &frame, from: 3, foot) { plot.drawLine($0, on: &$2, row: $1) }
        case .heat:
            guard let heat else { return }
            ReportHeat(heat, language).draw(on: &frame, from: 2, above: frame.height - 2 - foot)
        }
        let end = frame.width - 1 - (place.map { TextWidth.of($0) + 1 } ?? 0)
        frame.put(TextWidth.fit(subject(context), end - 2), row: 1, column: 2, Style(.title))
        if let place { frame.putRight(place, row: 1, before: frame.width - 1, Style(.accent)) }
    }

    /// What is shown, of which days and points.
    private func subject(_ context: Workplace) -> String {
        let name = shape == .heat ? ReportHeat.name : asked.kind.name
        let places =
            asked.points.isEmpty
            ? context.language("todos los puntos", "all points")
            : asked.points.map(\.text).joined(separator: ", ")
        return "\(name(context.language)) · \(asked.period.label(context.language)) · \(places)"
    }

    /// The lines that fit, with the cursor on one of them.
    private func drawList(
        on frame: inout Frame, from top: Int, _ foot: Int,
        _ draw: (Int, Int, inout Frame) -> Void
    ) {
        let room = frame.height - 2 - foot - top
        for (line, index) in list.window(room).enumerated() {
            if list.elements[index].id == list.selected { frame.putCursor(row: top + line) }
            draw(index, top + line, &frame)
        }
        list.drawMarks(of: room, on: &frame, above: top - 1, below: frame.height - 2 - foot)
    }

    /// What the figures are, and under which folio; of a line that was revised what it was.
    private func drawFoot(
        _ issue: ReportIssue, on frame: inout Frame, row: Int, rows: Int, _ context: Workplace
    ) {
        guard rows > 0 else { return }
        let language = context.language
        let revised = shape == .table ? list.current.flatMap { was($0, issue, language) } : nil
        let status = revised ?? issue.status(language)
        let cut = language("corte", "as of") + " \(issue.local.day.shown) \(issue.local.clock)"
        let folio = "\(issue.folio) · \(cut)"
        let room = frame.width - 8
        let style = Style(revised == nil ? .info : .late)
        guard rows > 1 else {
            frame.put(TextWidth.fit("\(status) · \(folio)", room), row: row, column: 2, style)
            return
        }
        frame.put(TextWidth.fit(status, room), row: row, column: 2, style)
        frame.put(TextWidth.fit(folio, room), row: row + 1, column: 2, Style(.muted))
    }

    private func was(
        _ line: ReportLine, _ issue: ReportIssue, _ language: Language
    ) -> String? {
        guard !line.revised.isEmpty else { return nil }
        let heads = issue.table.heads
        let words = line.revised.sorted { $0.key < $1.key }.map { column, one in
            let closed = language("cerró en", "was closed at")
            return "\(heads[column](language)) \(closed) \(one.was) (\(one.on.shown))"
        }
        return "* " + words.joined(separator: "; ")
    }
}
