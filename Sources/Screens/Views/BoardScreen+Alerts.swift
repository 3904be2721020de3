import Repatriation
import Terminal

/// The alerts of a board, below its points.
extension BoardScreen {
    /// Gives the first row that they leave empty.
    func drawAlerts(
        _ board: Board, on frame: inout Frame, from row: Int, width: Int, _ context: Workplace
    ) -> Int {
        let room = max(0, frame.height - 2 - row)
        let under = alert.flatMap(self.told).map { Wrap.lines(line($0, context), width: width - 4) }
        // The one under the cursor is told whole, the last one too.
        let first = max(0, (alert ?? 0) - room + max(1, under?.count ?? 1))
        var at = row
        for (index, told) in board.alerts.enumerated().dropFirst(first) where at < row + room {
            let (mark, role): (String, Role) =
                switch told.grade {
                case .critical: ("■", .critical)
                case .late: ("▲", .late)
                case .info: ("●", .info)
                }
            if index == alert {
                frame.putCursor(row: at)
            }
            let isNew = told.state == .active
            frame.put(mark, row: at, column: 1, Style(isNew ? role : .muted))
            let words: Role = !isNew ? .muted : role == .info ? .text : role
            let lines =
                index == alert
                ? under ?? [] : [TextWidth.fit(line(told, context), width - 4)]
            for line in lines.prefix(row + room - at) {
                frame.put(line, row: at, column: 3, Style(words))
                at += 1
            }
        }
        let rest = board.alerts.count - first - room
        if rest > 0 {
            frame.putRight("↓\(rest)", row: frame.height - 2, before: width - 1, Style(.accent))
        }
        return at == row ? at : at + 1
    }

    private func line(_ told: Alert, _ context: Workplace) -> String {
        let since = context.local(told.since, told.point).clock
        let name = context.names[told.point] ?? told.point.text
        let words = context.isCovered ? "•••••" : told.text(context.language)
        return "\(since) \(name)  \(taken(told, context.language))\(words)"
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
        _ act: @escaping @Sendable (Alert) -> [Step]
    ) -> KeyRow {
        KeyRow(letter.binding(es, en)) { screen, _ in screen.chosen.map(act) ?? [] }
            .unless { screen, _ in
                screen.chosen != nil
                    ? nil
                    : .says("Tab va a los avisos.", "Tab goes to the alerts.")
            }
    }
}
