import Repatriation
import Terminal

/// The shift lead's board of the points.
package struct BoardScreen: Listing {
    package var list = LiveList<BoardRow>()
    private var board: Board?
    private var recent = Recent<BoardColumns.Count, String>()
    private var bell = Bell()
    /// The alert under the cursor, while it is among the alerts.
    private(set) var alert: Int?

    /// Empty until the store answers.
    package init() {}

    package func title(_ context: Workplace) -> String {
        let count = board?.rows.count ?? 0
        return context.language("Tablero · \(count) puntos", "Board · \(count) points")
    }

    /// Keys act on the point under the cursor, or the one that the alert tells of.
    package var point: PointCode? { alert.flatMap { told($0)?.point } ?? list.selected }

    var chosen: Alert? { alert.flatMap(told) }

    func told(_ index: Int) -> Alert? {
        board.flatMap { $0.alerts.indices.contains(index) ? $0.alerts[index] : nil }
    }

    package var queries: [any Query] { [BoardNow()] }
    package static let table: KeyTable<Self> = [
        .on(.enter, "Abrir", "Open") { screen, row, context in
            if let alert = screen.alert.flatMap(screen.told) {
                return [.push(AlertTarget.screen(alert, context))]
            }
            let isHere = row.point == context.point
            return [.push(QueueScreen(point: row.point, desk: isHere ? context.desk : 0))]
        },
        .key(.tab, "Avisos", "Alerts") {
            $0.alert = $0.alert == nil ? 0 : nil
            return []
        }
        .unless { screen, _ in
            screen.board?.alerts.isEmpty == false
                ? nil : .says("No hay avisos.", "There are no alerts.")
        },
        .everywhere(.function(6), "Grupos", "Groups"), .everywhere(.function(12), "Tapar", "Cover"),
        .aboutAlert(.acknowledge, "del aviso", "alert") { [.push(AlertForms.acknowledge($0))] },
        .aboutAlert(.takeOver, "el aviso", "the alert") {
            [.perform(.act(Acknowledge($0.tag, take: true)))]
        },
        KeyRow(Letter.setAside.binding("el aviso", "the alert")) { screen, context in
            if let alert = screen.chosen { return [.push(AlertForms.shelve(alert))] }
            return screen.board.map { [.push(AlertForms.shelved($0, context))] } ?? []
        }
        .unless { screen, _ in
            screen.chosen != nil || screen.board?.shelved.isEmpty == false
                ? nil
                : .says(
                    "Tab va a los avisos. No hay ninguno apartado.",
                    "Tab goes to the alerts. None is set aside.")
        },
        .key(.bell) { _ in [.push(AlertForms.bell())] },
    ]

    package var isSettling: Bool { recent.isSettling }
    package mutating func settle(_ context: Workplace) { recent.settle(context) }

    package mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        guard let board = reply.answer(to: BoardNow()) else { return [] }
        let isFirst = self.board == nil
        list.update(board.rows, adopt: true)
        if isFirst { list.select(context.point) }
        recent.update(BoardColumns.counts(of: board.rows), at: context.now)
        // The cursor stays on what the alert tells, wherever that stands now.
        let under = alert.flatMap(told)
        self.board = board
        let rings = bell.rings(for: board, at: context.now)
        alert = under.flatMap { was in
            board.alerts.firstIndex { $0.tag == was.tag }
        }
        return rings && !context.muted.contains(context.officer.id) ? [.effect(.bell)] : []
    }

    package mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        guard let amount = Moves.amount(key) else { return [.unheard] }
        if let at = alert, let board {
            alert = max(0, min(board.alerts.count - 1, at + amount))
        } else {
            list.move(by: amount)
        }
        return []
    }

    package func draw(on frame: inout Frame, _ context: Workplace) {
        guard let board else { return }
        let columns = BoardColumns(width: frame.width)
        let panel = frame.width >= 120 ? 100 : frame.width
        columns.drawHead(on: &frame, row: 1, context.language)
        let alertRoom = min(max(3, frame.height - 6 - board.rows.count), 7)
        let room = max(1, frame.height - 6 - min(alertRoom, max(1, board.alerts.count)))
        let window = list.window(min(room, list.elements.count))
        for (line, index) in window.enumerated() {
            let row = list.elements[index]
            columns.draw(row, recent, on: &frame, row: 2 + line, context)
            if row.point == list.selected, alert == nil {
                frame.putCursor(row: 2 + line)
            }
        }
        let totalRow = 2 + window.count
        columns.drawTotal(board.rows, on: &frame, row: totalRow, context.language)
        frame.fill(row: totalRow + 1, to: panel, with: "─", Style(.rule))
        drawSetAside(board, on: &frame, row: totalRow + 1, width: panel, context)
        drawAlerts(board, on: &frame, from: totalRow + 2, width: panel, context)
        if frame.width >= 120, let row = list.current { drawPanel(row, on: &frame, context) }
        frame.isCursorVisible = true
    }

    private func drawPanel(_ row: BoardRow, on frame: inout Frame, _ context: Workplace) {
        let column = 102
        let width = frame.width - column - 1
        var line = 1
        func say(_ text: String, _ role: Role = .text) {
            for part in Wrap.lines(text, width: width) {
                frame.put(part, row: line, column: column, Style(role))
                line += 1
            }
        }
        say(row.name, .title)
        say(
            context.language("por valorar \(row.toTriage)", "to be asked \(row.toTriage)"))
        say(context.language("en espera \(row.waiting)", "waiting \(row.waiting)"))
        say(context.language("llamadas \(row.called)", "called \(row.called)"))
        say(
            context.language("en entrevista \(row.inInterview)", "in interview \(row.inInterview)"))
        say(context.language("aparte \(row.parked)", "set aside \(row.parked)"))
        say(
            context.language("en apoyos \(row.inSupport)", "in support \(row.inSupport)")
        )
        if let finish = row.finishAt, let sooner = row.finishWithMoreAt {
            line += 1
            say(context.language("fin \(finish.clock)", "done \(finish.clock)"))
            say(
                context.language(
                    "con \(BoardRow.moreDesks) más \(sooner.clock)",
                    "with \(BoardRow.moreDesks) more \(sooner.clock)"), .muted)
        }
        line += 1
        if let next = row.next, !context.isCovered { say(next.staff(context.language), .info) }
    }
}
