import Repatriation
import Terminal

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
