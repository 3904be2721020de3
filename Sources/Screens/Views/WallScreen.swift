import Repatriation
import Terminal

/// The points on a wall: a row each, as far apart as the height allows, without anything of anybody.
/// What it is drawn from has no place for it.
package struct WallScreen: Poster {
    private var rows: [WallRow] = []

    /// Empty until the store answers.
    package init() {}

    package func title(_ context: Workplace) -> String { context.language("Tablero", "Board") }
    package var queries: [any Query] { [WallNow()] }

    package mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let rows = reply.answer(to: WallNow()) { self.rows = rows }
        return []
    }

    private struct Column {
        let head: Bilingual
        let width: Int
        /// The narrowest wall that has it.
        let from: Int
        let text: @Sendable (WallRow, Language) -> String
        var total: (@Sendable ([WallRow]) -> Int)?

        init(
            _ es: String, _ en: String, width: Int, from: Int = 0,
            total: (@Sendable ([WallRow]) -> Int)? = nil,
            _ text: @escaping @Sendable (WallRow, Language) -> String
        ) {
            head = Bilingual(es, en)
            (self.width, self.from, self.text, self.total) = (width, from, text, total)
        }
    }

    private static let columns: [Column] = [
        Column("Hora", "Time", width: 5) { row, _ in row.local.clock },
        Column("Estado", "State", width: 9, from: 60) { row, language in
            if !row.isShiftOpen { return language("cerrado", "closed") }
            return row.isInHours
                ? language("abierto", "open") : language("f/horario", "off hours")
        },
        Column("Esperan", "Waiting", width: 7, total: { $0.reduce(0) { $0 + $1.waiting } }) {
            row, _ in String(row.waiting)
        },
        Column("Vent", "Desk", width: 5) { row, _ in "\(row.desksAttending)/\(row.desksOpen)" },
        Column("Mayor", "Most", width: 5, from: 48) { row, _ in
            row.longestWait.map(Dates.wait) ?? "–"
        },
        Column("Fin", "Done", width: 5, from: 72) { row, _ in row.finishAt?.clock ?? "–" },
        Column(
            "Adentro", "Inside", width: 7, from: 56, total: { $0.reduce(0) { $0 + $1.inside } }
        ) { row, _ in String(row.inside) },
        Column(
            "Hoy", "Today", width: 5, from: 64, total: { $0.reduce(0) { $0 + $1.receivedToday } }
        ) { row, _ in String(row.receivedToday) },
    ]

    package func draw(on frame: inout Frame, _ context: Workplace) {
        let columns = WallScreen.columns.filter { $0.from <= frame.width }
        let name = 15
        let needed = columns.reduce(name + 2) { $0 + $1.width + 1 }
        let gap = 1 + min(12, max(0, (frame.width - needed) / max(1, columns.count)))
        func put(
            _ row: Int, _ first: String, _ role: Role, _ text: (Column) -> (String, Role)
        ) {
            frame.put(TextWidth.cut(first, to: name), row: row, column: 1, Style(role))
            var end = name + 1
            for column in columns {
                end += gap + column.width
                let (words, role) = text(column)
                frame.putRight(words, row: row, before: end, Style(role))
            }
        }
        let language = context.language
        put(
            0, context.isDrill ? language("PRÁCTICA", "PRACTICE") : language("Punto", "Point"),
            context.isDrill ? .demo : .muted
        ) { ($0.head(language), .muted) }
        let room = frame.height - 3
        let stride = max(1, min(4, room / max(1, rows.count)))
        for (index, row) in rows.enumerated() where 2 + index * stride < frame.height - 1 {
            let role: Role = row.isShiftOpen ? .text : .muted
            put(2 + index * stride, row.name, row.isShiftOpen ? .title : .muted) {
                ($0.text(row, language), role)
            }
        }
        put(frame.height - 1, language("Total", "Total"), .title) {
            ($0.total.map { String($0(rows)) } ?? "", .title)
        }
    }
}
