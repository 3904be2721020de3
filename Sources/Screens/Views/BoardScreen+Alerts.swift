import Repatriation
import Terminal

/// The alerts of a board, below its points.
extension BoardScreen {
    /// Gives the first row that they leave empty.
    func drawAlerts(
        _ board: Board, on frame: inout Frame, from row: Int, width: Int, _ context: Workplace
    ) -> Int {
        let room = max(0, frame.height - 2 - row)
        let shown = AlertLine.of(board.alerts, isChoosing: alert != nil)
        let under = alert.flatMap(self.told).map {
            Wrap.lines(line($0, board.at, context), width: width - 4)
        }
        // The one under the cursor is told whole, the last one too.
        let first = max(0, (alert ?? 0) - room + max(1, under?.count ?? 1))
        var at = row
        for line in shown.dropFirst(first) where at < row + room {
            let isHere = line.places.first == alert
            if isHere { frame.putCursor(row: at) }
            let texts =
                isHere
                ? under ?? []
                : [TextWidth.fit(words(line, board, context, width - 4), width - 4)]
            let (mark, role) = AlertLine.mark(line.alert.grade)
            let isNew = line.alert.state == .active
            frame.put(mark, row: at, column: 1, Style(isNew ? role : .muted))
            let style: Role = !isNew ? .muted : role == .info ? .text : role
            for text in texts.prefix(row + room - at) {
                frame.put(text, row: at, column: 3, Style(style))
                at += 1
            }
        }
        let rest = shown.count - first - room
        if rest > 0 {
            frame.putRight("↓\(rest)", row: frame.height - 2, before: width - 1, Style(.accent))
        }
        return at == row ? at : at + 1
    }

    private func words(
        _ shown: AlertLine, _ board: Board, _ context: Workplace, _ width: Int
    ) -> String {
        guard shown.places.count > 1 else { return line(shown.alert, board.at, context) }
        guard !context.isCovered else { return "•••••" }
        let points = shown.places.map { board.alerts[$0].point }
        func all(_ names: [String]) -> String {
            let (kind, list) = (shown.alert.kind.label, names.joined(separator: ", "))
            return context.language(
                "\(points.count) puntos  \(kind.es): \(list)",
                "\(points.count) points  \(kind.en): \(list)")
        }
        let named = all(points.map { context.names[$0] ?? $0.text })
        return TextWidth.of(named) <= width ? named : all(points.map(\.text))
    }

    private func line(_ told: Alert, _ now: Instant, _ context: Workplace) -> String {
        // Hours of several points' clocks would look out of order: how long ago is the same
        // everywhere.
        let age = Dates.age(now.secondsSince(told.since))
        let name = context.names[told.point] ?? told.point.text
        let words = context.isCovered ? "•••••" : told.text(context.language)
        return "\(age) \(name)  \(taken(told, context.language))\(words)"
    }

    /// Who has it, or that somebody knows of it.
    private func taken(_ told: Alert, _ language: Language) -> String {
        if let who = told.takenBy { return language("[lo lleva \(who)] ", "[taken by \(who)] ") }
        return told.state == .active ? "" : language("[enterado] ", "[known] ")
    }

    /// How many are out of sight, and that no bell will ring.
    func drawSetAside(
        _ board: Board, on frame: inout Frame, row: Int, width: Int, _ context: Workplace
    ) {
        let shelved = board.shelved.count
        let isMuted = context.board.isMuted
        let words = [
            shelved == 0 ? nil : Bilingual("apartados \(shelved): a", "set aside \(shelved): a"),
            isMuted ? Bilingual("campana callada", "bell silent") : nil,
        ].compactMap { $0?(context.language) }
        guard !words.isEmpty else { return }
        frame.putRight(
            " \(words.joined(separator: " · ")) ", row: row, before: width - 1, Style(.muted))
    }
}

extension KeyRow<BoardScreen> {
    /// About the alert under the cursor.
    static func aboutAlert(
        _ letter: Letter, _ es: String, _ en: String,
        _ act: @escaping @Sendable (Alert, Workplace) -> [Step]
    ) -> KeyRow {
        KeyRow(letter.binding(es, en)) { screen, context in
            screen.chosen.map { act($0, context) } ?? []
        }
        .unless { screen, _ in
            screen.chosen != nil
                ? nil
                : .says("Tab va a los avisos.", "Tab goes to the alerts.")
        }
    }
}
