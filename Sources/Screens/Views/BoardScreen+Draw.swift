import Repatriation
import Terminal

extension BoardScreen {
    package func draw(on frame: inout Frame, _ context: Workplace) {
        guard let board else { return }
        let columns = BoardColumns(width: frame.width, without: context.board.hidden)
        let width = frame.width >= 120 ? 100 : frame.width
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
        let lower = frame.width >= 120 ? 100 : frame.width >= 100 ? frame.width - 32 : frame.width
        drawSetAside(board, on: &frame, row: totalRow + 1, width: width, context)
        let next = drawAlerts(board, on: &frame, from: totalRow + 2, width: lower, context)
        drawRest(board, on: &frame, from: next, width: lower, context)
        if frame.width >= 100, let row = list.current {
            let top = frame.width >= 120 ? 1 : totalRow + 2
            drawPanel(row, on: &frame, from: top, column: lower + 2, context)
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

    private func drawPanel(
        _ row: BoardRow, on frame: inout Frame, from top: Int, column: Int, _ context: Workplace
    ) {
        let width = frame.width - column - 1
        let bottom = frame.height - 2
        let isShort = bottom - top < 16
        var line = top
        func say(_ text: String, _ role: Role = .text) {
            for part in Wrap.lines(text, width: width) {
                if line < bottom { frame.put(part, row: line, column: column, Style(role)) }
                line += 1
            }
        }
        say(row.name, .title)
        let counts = row.panelCounts.map { $0(context.language) }
        for first in stride(from: 0, to: counts.count, by: isShort ? 2 : 1) {
            say(
                counts[first..<min(counts.count, first + (isShort ? 2 : 1))].joined(
                    separator: " · "))
        }
        say(row.routes.words(context.language))
        if let finish = row.finishAt, let sooner = row.finishWithMoreAt {
            if !isShort { line += 1 }
            say(context.language("fin \(finish.clock)", "done \(finish.clock)"))
            say(
                context.language(
                    "con \(BoardRow.moreDesks) más \(sooner.clock)",
                    "with \(BoardRow.moreDesks) more \(sooner.clock)"), .muted)
        }
        if !isShort { line += 1 }
        if let next = row.next, !context.isCovered {
            say(next.staff(context.language), .info)
            if !isShort { line += 1 }
        }
        for part in means(row, context) { say(part, .muted) }
        // What does not fit is said to be there.
        if line > bottom {
            frame.putRight(
                "↓\(line - bottom)", row: bottom, before: frame.width - 1, Style(.accent))
        }
    }

    /// What the opening check found wanting, then what the point has against the standards.
    private func means(_ row: BoardRow, _ context: Workplace) -> [String] {
        let now = board?.at ?? context.now
        let standards = row.standards?.lines(at: now).map { $0(context.language) } ?? []
        guard let check = row.check, check.found.isWanting, !context.isCovered else {
            return standards
        }
        let at = check.at.map { context.local($0, row.point).clock } ?? ""
        let words = check.found.words?(context.language) ?? ""
        return [context.language("apertura \(at), \(words)", "opening \(at), \(words)")] + standards
    }
}

extension BoardRow {
    /// How many of the point stand where.
    fileprivate var panelCounts: [Bilingual] {
        [
            Bilingual("por valorar \(toTriage)", "to be asked \(toTriage)"),
            Bilingual("en espera \(waiting)", "waiting \(waiting)"),
            Bilingual("llamadas \(called)", "called \(called)"),
            Bilingual("en entrevista \(inInterview)", "in interview \(inInterview)"),
            Bilingual("aparte \(parked)", "set aside \(parked)"),
            Bilingual("en apoyos \(inSupport)", "in support \(inSupport)"),
        ]
    }
}
