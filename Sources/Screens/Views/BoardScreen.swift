import Repatriation
import Terminal

/// The shift lead's board of the points.
package struct BoardScreen: Screen {
    private var list = LiveList<BoardRow>()
    private var board: Board?
    private var recent = Recent<BoardColumns.Count, String>()

    /// Empty until the store answers.
    package init() {}

    package func title(_ context: Context) -> String {
        let count = board?.rows.count ?? 0
        return Bilingual("Tablero · \(count) puntos", "Board · \(count) points")(context.language)
    }

    package var queries: [Query] { [.board] }
    package var bindings: [Binding] {
        [
            Binding(.enter, "Abrir", "Open"), Binding(.function(6), "Grupos", "Groups"),
            Binding(.function(12), "Tapar", "Cover"),
        ]
    }

    package var isSettling: Bool { recent.isSettling }
    package mutating func settle(_ context: Context) { recent.settle(context) }

    package mutating func take(_ reply: Reply, _ context: Context) -> [Step] {
        guard case .board(let board) = reply else { return [] }
        list.update(board.rows, adopt: true)
        recent.update(BoardColumns.counts(of: board.rows), at: context.now)
        self.board = board
        return []
    }

    package mutating func press(_ key: Key, _ context: Context) -> [Step] {
        if let amount = Moves.amount(key) {
            list.move(by: amount)
            return []
        }
        guard let row = list.current else { return [.unheard] }
        switch key {
        case .enter: return [.push(QueueScreen(point: row.point, desk: row.point == context.point ? context.desk : 0))]
        case .function(6): return [.push(GroupsScreen(point: row.point))]
        default: return [.unheard]
        }
    }

    package func draw(on frame: inout Frame, _ context: Context) {
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
            if row.point == list.selected {
                frame.put("▌", row: 2 + line, column: 0, Style(.selection))
                frame.cursor = (2 + line, 0)
            }
        }
        let totalRow = 2 + window.count
        columns.drawTotal(board.rows, on: &frame, row: totalRow, context.language)
        frame.fill(row: totalRow + 1, to: panel, with: "─", Style(.rule))
        drawAlerts(board, on: &frame, from: totalRow + 2, width: panel, context)
        if frame.width >= 120, let row = list.current { drawPanel(row, on: &frame, context) }
        frame.isCursorVisible = true
    }

    private func drawAlerts(_ board: Board, on frame: inout Frame, from row: Int, width: Int, _ context: Context) {
        let room = frame.height - 2 - row
        for (line, alert) in board.alerts.prefix(max(0, room)).enumerated() {
            let (mark, role): (String, Role) =
                switch alert.grade {
                case .critical: ("■", .critical)
                case .late: ("▲", .late)
                case .info: ("●", .info)
                }
            let since = context.local(alert.since, alert.point).clock
            let name = context.names[alert.point] ?? alert.point.text
            frame.put(mark, row: row + line, column: 1, Style(role))
            frame.put(
                TextWidth.fit(
                    "\(since) \(name)  \(context.isCovered ? "•••••" : alert.text(context.language))", width - 4),
                row: row + line,
                column: 3,
                Style(role == .info ? .text : role))
        }
    }

    private func drawPanel(_ row: BoardRow, on frame: inout Frame, _ context: Context) {
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
        say(Bilingual("por valorar \(row.toTriage)", "to be asked \(row.toTriage)")(context.language))
        say(Bilingual("en espera \(row.waiting)", "waiting \(row.waiting)")(context.language))
        say(Bilingual("llamadas \(row.called)", "called \(row.called)")(context.language))
        say(Bilingual("en entrevista \(row.inInterview)", "in interview \(row.inInterview)")(context.language))
        say(Bilingual("aparte \(row.parked)", "set aside \(row.parked)")(context.language))
        say(Bilingual("en apoyos \(row.inSupport)", "in support \(row.inSupport)")(context.language))
        line += 1
        if let next = row.next, !context.isCovered { say(next.staff(context.language), .info) }
    }
}

extension BoardRow: Identifiable {
    /// One line a point: its letters.
    package var id: PointCode { point }
}

/// The board's columns: the full set at 80 and more, fewer on narrow screens.
struct BoardColumns {
    struct Column {
        let head: Bilingual
        let width: Int
        /// The narrowest screen that has it.
        let from: Int
        let isRight: Bool
        let text: @Sendable (BoardRow, Language) -> (String, Role)
    }

    /// A count on the board, by its point and column.
    struct Count: Hashable {
        let point: PointCode
        let head: String
    }

    /// What other desks' work changes; hours and waits change by themselves and are not marked.
    private static let counted: Set<String> = ["Estado", "Aden", "Esp", "NNA", "Vent", "Hoy"]

    /// The counts as shown.
    static func counts(of rows: [BoardRow]) -> [Count: String] {
        var counts: [Count: String] = [:]
        for column in all where counted.contains(column.head.es) {
            for row in rows { counts[Count(point: row.point, head: column.head.es)] = column.text(row, .es).0 }
        }
        return counts
    }

    let shown: [Column]

    init(width: Int) { shown = BoardColumns.all.filter { $0.from <= width } }

    static let all: [Column] = [
        Column(head: Bilingual("Punto", "Point"), width: 14, from: 0, isRight: false) { row, _ in (row.name, .text) },
        Column(head: Bilingual("Hora", "Time"), width: 5, from: 60, isRight: true) { row, _ in (row.local.clock, .text)
        },
        Column(head: Bilingual("Estado", "State"), width: 9, from: 72, isRight: false) { row, language in
            if !row.isShiftOpen { return (Bilingual("cerrado", "closed")(language), .text) }
            return row.isInHours
                ? (Bilingual("abierto", "open")(language), .text)
                : (Bilingual("f/horario", "off hours")(language), .late)
        },
        Column(head: Bilingual("Aden", "In"), width: 4, from: 0, isRight: true) { row, _ in (String(row.inside), .text)
        },
        Column(head: Bilingual("Esp", "Wait"), width: 4, from: 0, isRight: true) { row, _ in
            (String(row.waiting), .text)
        },
        Column(head: Bilingual("NNA", "Kids"), width: 4, from: 50, isRight: true) { row, _ in
            let late = row.lateChildren > 0
            return (row.children.map { "\($0)\(late ? "▲" : "")" } ?? "–", late ? .late : .text)
        },
        Column(head: Bilingual("Vent", "Desk"), width: 5, from: 0, isRight: true) { row, _ in
            ("\(row.desksAttending)/\(row.desksOpen)", .text)
        },
        Column(head: Bilingual("Mayor", "Most"), width: 6, from: 0, isRight: true) { row, _ in
            guard let wait = row.longestWait else { return ("–", .text) }
            return (Dates.wait(wait) + (row.isLate ? "▲" : " "), row.isLate ? .late : .text)
        },
        Column(head: Bilingual("Meta", "Goal"), width: 5, from: 64, isRight: true) { row, _ in
            row.withinTarget.map { ("\(Int($0 * 100))%", .text) } ?? ("–", .text)
        },
        Column(head: Bilingual("Hoy", "Day"), width: 4, from: 44, isRight: true) { row, _ in
            (String(row.receivedToday), .text)
        },
        Column(head: Bilingual("Can", "Ref"), width: 3, from: 80, isRight: true) { row, _ in
            (String(row.openReferrals), row.overdueReferrals > 0 ? .late : .text)
        },
        Column(head: Bilingual("Fin", "End"), width: 5, from: 70, isRight: true) { row, _ in
            (row.finishAt?.clock ?? "–", .text)
        },
        Column(head: Bilingual("12 h", "12 h"), width: 13, from: 100, isRight: true) { row, _ in
            (spark(row.arrivals), .spark)
        },
    ]

    private static func spark(_ values: [Int]) -> String {
        let marks = Array(" ▁▂▃▄▅▆▇█")
        let most = max(1, values.max() ?? 1)
        return String(values.map { marks[$0 == 0 ? 0 : 1 + $0 * 7 / most] })
    }

    private func place(_ text: String, _ column: Column, _ at: Int, on frame: inout Frame, row: Int, _ style: Style) {
        if column.isRight {
            frame.putRight(text, row: row, before: at + column.width, style)
        } else {
            frame.put(TextWidth.cut(text, to: column.width), row: row, column: at, style, limit: column.width)
        }
    }

    private func each(_ body: (Column, Int) -> Void) {
        var at = 1
        for column in shown {
            body(column, at)
            at += column.width + 1
        }
    }

    func drawHead(on frame: inout Frame, row: Int, _ language: Language) {
        each { place($0.head(language), $0, $1, on: &frame, row: row, Style(.muted)) }
    }

    func draw(
        _ point: BoardRow, _ recent: Recent<Count, String>, on frame: inout Frame, row: Int, _ context: Context
    ) {
        each { column, at in
            let (text, role) = column.text(point, context.language)
            let isRecent = recent.contains(Count(point: point.point, head: column.head.es))
            place(text, column, at, on: &frame, row: row, Style(role, bold: isRecent))
        }
    }

    func drawTotal(_ rows: [BoardRow], on frame: inout Frame, row: Int, _ language: Language) {
        func sum(_ path: KeyPath<BoardRow, Int>) -> String { String(rows.reduce(0) { $0 + $1[keyPath: path] }) }
        let calls = rows.reduce(0) { $0 + $1.calls }
        let within = rows.reduce(0) { $0 + $1.callsWithinTarget }
        each { column, at in
            let text: String? =
                switch column.head.es {
                case "Punto": Bilingual("Total", "Total")(language)
                case "Aden": sum(\.inside)
                case "Esp": sum(\.waiting)
                case "NNA":
                    rows.contains { $0.children == nil } ? "–" : String(rows.compactMap(\.children).reduce(0, +))
                case "Vent": "\(sum(\.desksAttending))/\(sum(\.desksOpen))"
                case "Mayor": rows.compactMap(\.longestWait).max().map { Dates.wait($0) + " " }
                case "Meta": calls > 0 ? "\(within * 100 / calls)%" : nil
                case "Hoy": sum(\.receivedToday)
                case "Can": sum(\.openReferrals)
                default: nil
                }
            if let text { place(text, column, at, on: &frame, row: row, Style(.title)) }
        }
    }
}
