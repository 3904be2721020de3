import Repatriation
import Terminal

extension BoardScreen {
    package func draw(on frame: inout Frame, _ context: Workplace) {
        guard let board else { return }
        let columns = BoardColumns(width: frame.width, without: context.board.hidden)
        let beside = BoardPanel.width(in: frame.width)
        // Where there is room for all its columns besides, the panel begins at the top.
        let isTall = frame.width - beside > columns.width + 1
        let width = isTall ? frame.width - beside : frame.width
        columns.drawHead(on: &frame, row: 1, context.language)
        let alertRoom = min(max(3, frame.height - 6 - list.elements.count), 7)
        let room = max(1, frame.height - 6 - min(alertRoom, max(1, board.alerts.count)))
        let window = list.window(min(room, list.elements.count))
        for (line, index) in window.enumerated() {
            let row = list.elements[index]
            columns.draw(row, recent, on: &frame, row: 2 + line, context)
            if row.point == list.selected, alert == nil {
                frame.putCursor(row: 2 + line)
            }
        }
        list.drawMarks(
            of: min(room, list.elements.count), on: &frame, above: 1, below: 1 + window.count)
        let totalRow = 2 + window.count
        columns.drawTotal(list.elements, on: &frame, row: totalRow, context.language)
        frame.fill(row: totalRow + 1, to: width, with: "─", Style(.rule))
        // From a hundred columns what is told of the point stands beside what rings.
        let lower = frame.width - beside
        if past == nil {
            drawSetAside(board, on: &frame, row: totalRow + 1, width: width, context)
        } else {
            drawPastMark(on: &frame, row: totalRow + 1, width: width, context)
        }
        let next = drawAlerts(board, on: &frame, from: totalRow + 2, width: lower, context)
        drawRest(board, on: &frame, from: next, width: lower, context)
        if beside > 0, let row = list.current {
            let top = isTall ? 1 : totalRow + 2
            var panel = BoardPanel(column: lower + 2, from: top, on: frame, context)
            panel.draw(
                row, self.panel?.point == row.point ? self.panel?.told : nil, on: &frame)
        }
        frame.isCursorVisible = true
    }

    /// What alerts leave empty: what is on its way, then what was done last.
    private func drawRest(
        _ board: Board, on frame: inout Frame, from row: Int, width: Int, _ context: Workplace
    ) {
        let language = context.language
        func name(_ point: PointCode) -> String { context.names[point] ?? point.text }
        let comes = board.expected.map { expected in
            "● \(name(expected.group.point))  \(expected.words(language))"
        }
        let done = newest.map { line in
            let whom = line.subject.words
            let what = context.isCovered ? "•••••" : ActWords.of(line.events)(language)
            let age = Dates.age(board.at.secondsSince(line.instant))
            return [age, line.point, whom, what, line.officer].filter { !$0.isEmpty }
                .joined(separator: "  ")
        }
        var at = row
        for (lines, style) in [(comes, Style(.text)), (done, Style(.muted))] {
            if at > row, at < frame.height - 3, !lines.isEmpty { at += 1 }
            for line in lines where at < frame.height - 2 {
                frame.put(TextWidth.fit(line, width - 3), row: at, column: 1, style)
                at += 1
            }
        }
    }
}
