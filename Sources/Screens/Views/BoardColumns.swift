import Repatriation
import Terminal

extension BoardRow: Identifiable {
    /// One line a point: its letters.
    package var id: PointCode { point }
}

/// The board's columns: the full set at 80 and more, fewer on narrow screens.
struct BoardColumns {
    /// Which column: what it is found by, whatever its heading says.
    enum Name: String, Hashable {
        case point, time, state, inside, waiting, children, desks, longest, withinTarget, today,
            referrals, finish,
            arrivals
    }

    struct Column {
        let name: Name
        let head: Bilingual
        let width: Int
        /// The narrowest screen that has it.
        let from: Int
        let isRight: Bool
        /// Other desks' work changes it; hours and waits change by themselves and are not marked.
        let isMarked: Bool
        let text: @Sendable (BoardRow, Language) -> (String, Role)
        let total: @Sendable ([BoardRow], Language) -> String?

        init(
            _ name: Name, _ es: String, _ en: String, width: Int, from: Int = 0,
            isRight: Bool = true,
            isMarked: Bool = false,
            text: @escaping @Sendable (BoardRow, Language) -> (String, Role),
            total: @escaping @Sendable ([BoardRow], Language) -> String? = { _, _ in nil }
        ) {
            self.name = name
            head = Bilingual(es, en)
            self.width = width
            self.from = from
            self.isRight = isRight
            self.isMarked = isMarked
            self.text = text
            self.total = total
        }

        /// A number of each point, and its sum.
        init(
            _ name: Name, _ es: String, _ en: String, width: Int, from: Int = 0,
            isMarked: Bool = true,
            sum: KeyPath<BoardRow, Int> & Sendable,
            role: @escaping @Sendable (BoardRow) -> Role = { _ in .text }
        ) {
            self.init(name, es, en, width: width, from: from, isMarked: isMarked) { row, _ in
                (String(row[keyPath: sum]), role(row))
            } total: { rows, _ in
                String(rows.sum(sum))
            }
        }
    }

    /// A count on the board, by its point and column.
    struct Count: Hashable {
        let point: PointCode
        let column: Name
    }

    /// The counts as shown.
    static func counts(of rows: [BoardRow]) -> [Count: String] {
        var counts: [Count: String] = [:]
        for column in all where column.isMarked {
            for row in rows {
                counts[Count(point: row.point, column: column.name)] = column.text(row, .es).0
            }
        }
        return counts
    }

    let shown: [Column]

    init(width: Int, without hidden: Set<String> = []) {
        shown = BoardColumns.all.filter {
            $0.from <= width && !hidden.contains($0.name.rawValue)
        }
    }

    /// How many columns they take together.
    var width: Int { shown.reduce(1) { $0 + $1.width + 1 } }

    /// A point has always its name, and who is inside.
    static let canBeHidden = Set(all.map(\.name.rawValue))
        .subtracting([Name.point.rawValue, Name.inside.rawValue])

    static let all: [Column] = [
        Column(.point, "Punto", "Point", width: 14, isRight: false) { row, _ in
            (row.name, .text)
        } total: { _, language in
            language("Total", "Total")
        },
        Column(.time, "Hora", "Time", width: 5, from: 60) { row, _ in (row.local.clock, .text) },
        Column(.state, "Estado", "State", width: 9, from: 72, isRight: false, isMarked: true) {
            row, language in
            if !row.isShiftOpen { return (language("cerrado", "closed"), .text) }
            return row.isInHours
                ? (language("abierto", "open"), .text)
                : (language("f/horario", "off hours"), .late)
        },
        Column(.inside, "Aden", "In", width: 4, sum: \.inside),
        Column(.waiting, "Esp", "Wait", width: 4, sum: \.waiting),
        Column(.children, "NNA", "Kids", width: 4, from: 50, isMarked: true) { row, _ in
            let late = row.lateChildren > 0
            return (row.children.map { "\($0)\(late ? "▲" : "")" } ?? "–", late ? .late : .text)
        } total: { rows, _ in
            let known = rows.compactMap(\.children)
            return known.count < rows.count ? "–" : String(known.reduce(0, +))
        },
        Column(.desks, "Vent", "Desk", width: 5, isMarked: true) { row, _ in
            ("\(row.desksAttending)/\(row.desksOpen)", .text)
        } total: { rows, _ in
            "\(rows.sum(\.desksAttending))/\(rows.sum(\.desksOpen))"
        },
        Column(.longest, "Mayor", "Most", width: 6) { row, _ in
            guard let wait = row.longestWait else { return ("–", .text) }
            return (Dates.wait(wait) + (row.isLate ? "▲" : " "), row.isLate ? .late : .text)
        } total: { rows, _ in
            rows.compactMap(\.longestWait).max().map { Dates.wait($0) + " " }
        },
        Column(.withinTarget, "Meta", "Goal", width: 5, from: 64) { row, _ in
            row.withinTarget.map { ("\(Int($0 * 100))%", .text) } ?? ("–", .text)
        } total: { rows, _ in
            let calls = rows.sum(\.calls)
            return calls > 0 ? "\(rows.sum(\.callsWithinTarget) * 100 / calls)%" : nil
        },
        Column(.today, "Hoy", "Day", width: 4, from: 44, sum: \.receivedToday),
        Column(.referrals, "Can", "Ref", width: 3, from: 80, isMarked: false, sum: \.openReferrals)
        { row in
            row.overdueReferrals > 0 ? .late : .text
        },
        Column(.finish, "Fin", "End", width: 5, from: 70) { row, _ in
            (row.finishAt?.clock ?? "–", .text)
        },
        Column(.arrivals, "12 h", "12 h", width: 13, from: 100) { row, _ in
            (PlotMarks.spark(row.arrivals), .spark)
        },
    ]

    private func place(
        _ text: String, _ column: Column, _ at: Int, on frame: inout Frame, row: Int, _ style: Style
    ) {
        if column.isRight {
            frame.putRight(text, row: row, before: at + column.width, style)
        } else {
            frame.put(
                TextWidth.cut(text, to: column.width), row: row, column: at, style,
                limit: column.width)
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
        _ point: BoardRow, _ recent: Recent<Count, String>, on frame: inout Frame, row: Int,
        _ context: Workplace
    ) {
        each { column, at in
            let (text, role) = column.text(point, context.language)
            let isRecent = recent.contains(Count(point: point.point, column: column.name))
            place(text, column, at, on: &frame, row: row, Style(role, bold: isRecent))
        }
    }

    func drawTotal(_ rows: [BoardRow], on frame: inout Frame, row: Int, _ language: Language) {
        each { column, at in
            guard let text = column.total(rows, language) else { return }
            place(text, column, at, on: &frame, row: row, Style(.title))
        }
    }
}

extension [BoardRow] {
    fileprivate func sum(_ path: KeyPath<BoardRow, Int>) -> Int {
        reduce(0) { $0 + $1[keyPath: path] }
    }
}
