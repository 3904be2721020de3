import Repatriation
import Terminal

/// The shift lead's board of the points.
package struct BoardScreen: Listing {
    package var list = LiveList<BoardRow>()
    var board: Board?
    var recent = Recent<BoardColumns.Count, String>()
    var bell = Bell()
    var newest: [JournalLine] = []
    /// How it was wanted when the points were put in their order.
    var setting = BoardSetting()
    /// The alert under the cursor, while it is among the alerts.
    var alert: Int?
    /// The moment that it shows; nil is now.
    var past: Instant?
    /// There is room for what stands beside it.
    var isWide = false
    /// What was told last of one point.
    var panel: (point: PointCode, told: PointPanel)?

    /// Empty until the store answers.
    package init() {}

    /// The board of a moment that has passed.
    package init(past: Instant?) { self.past = past }

    package var procedure: Procedure? {
        var told = Procedure(
            .openShift, .balance, .handOver,
            alarms: [.vitalEmergency, .unlocated, .notBalanced, .pastTarget], isOfQueue: true)
        told.alert = chosen?.tag.kind
        return told
    }
    package func title(_ context: Workplace) -> String {
        // What is asked for is not shown yet: the heading goes along with the rows.
        if let past { return pastTitle(board?.at ?? past, context) }
        let count = board?.rows.count ?? 0
        return context.language("Tablero · \(count) puntos", "Board · \(count) points")
    }

    package var isOfAllPoints: Bool { true }
    package var isPast: Bool { past != nil }

    /// Keys act on the point under the cursor, or the one that the alert tells of.
    package var point: PointCode? { alert.flatMap { told($0)?.point } ?? list.selected }

    var chosen: Alert? { alert.flatMap(told) }

    func told(_ index: Int) -> Alert? {
        board.flatMap { $0.alerts.indices.contains(index) ? $0.alerts[index] : nil }
    }

    /// The last acts fill what alerts and groups on their way leave empty.
    package var queries: [any Query] {
        if let past { return board?.at == past ? [] : [BoardThen(at: past)] }
        let board: [any Query] =
            (board?.alerts.count ?? 0) < NewestActs.most
            ? [BoardNow(), NewestActs()] : [BoardNow()]
        return board + (beside.map { [PanelOf($0)] } ?? [])
    }

    /// Of which point something stands beside it; nil where there is no room, or none is chosen.
    var beside: PointCode? { isWide && past == nil ? list.selected : nil }

    package var rows: KeyTable<Self> { past == nil ? Self.table : Self.pastTable }
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
        .aboutAlert(.acknowledge, "del aviso", "alert") {
            [.push(AlertForms.acknowledge($0, $1))]
        },
        .aboutAlert(.takeOver, "el aviso", "the alert") { alert, _ in
            [.perform(.act(Acknowledge(alert.tag, take: true)))]
        },
        KeyRow(Letter.setAside.binding("el aviso", "the alert")) { screen, context in
            if let alert = screen.chosen { return [.push(AlertForms.shelve(alert, context))] }
            return screen.board.map { [.push(AlertForms.shelved($0, context))] } ?? []
        }
        .unless { screen, _ in
            screen.chosen != nil || screen.board?.shelved.isEmpty == false
                ? nil
                : .says(
                    "Tab va a los avisos. No hay ninguno apartado.",
                    "Tab goes to the alerts. None is set aside.")
        },
        KeyRow(Letter.bell.binding("", "")) { _, context in [.push(BoardMenus.bell(context.board))]
        },
        KeyRow(Binding(.function(4), "Orden", "Order")) { _, context in
            [.push(BoardMenus.order(context.board))]
        },
        .on(.day) { screen, row, _ in [.push(PointDayScreen(screen.point ?? row.point))] },
        KeyRow(Letter.past.binding("", "")) { _, context in [.push(PastForm.ask(context))] },
    ]

    package var isSettling: Bool { recent.isSettling }
    package mutating func settle(_ context: Workplace) {
        recent.settle(context)
        isWide = context.width >= 100
    }

    package mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        guard let amount = Moves.amount(key) else { return [.unheard] }
        if let at = alert, let board {
            alert = max(0, min(board.alerts.count - 1, at + amount))
        } else {
            let before = list.selected
            list.move(by: amount)
            return list.selected == before ? [] : askBeside()
        }
        return []
    }
}
