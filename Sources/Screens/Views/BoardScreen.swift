import Repatriation
import Terminal

/// The shift lead's board of the points.
package struct BoardScreen: Listing {
    package var list = LiveList<BoardRow>()
    var board: Board?
    private(set) var recent = Recent<BoardColumns.Count, String>()
    private var bell = Bell()
    private(set) var newest: [JournalLine] = []
    /// How it was wanted when the points were put in their order.
    private var setting = BoardSetting()
    /// The alert under the cursor, while it is among the alerts.
    private(set) var alert: Int?
    /// The moment that it shows; nil is now.
    var past: Instant?
    /// There is room for what stands beside it.
    private var isWide = false
    /// What was told last of one point.
    private(set) var panel: (point: PointCode, told: PointPanel)?

    /// Empty until the store answers.
    package init() {}

    /// The board of a moment that has passed.
    package init(past: Instant?) { self.past = past }

    package func title(_ context: Workplace) -> String {
        if let past { return pastTitle(past, context) }
        let count = board?.rows.count ?? 0
        return context.language("Tablero · \(count) puntos", "Board · \(count) points")
    }

    package var isOfAllPoints: Bool { true }

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
    private var beside: PointCode? { isWide && past == nil ? list.selected : nil }

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

    package mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let past {
            if let board = reply.answer(to: BoardThen(at: past)) {
                take(then: board, context)
            }
            // Of before the journal there is nothing: what was shown stays.
            guard case .refused = reply else { return [] }
            self.past = board?.at ?? past
            return board == nil ? [.pop] : []
        }
        if let told = reply.answer(PanelOf.self) { panel = (told.query.point, told.answer) }
        if let newest = reply.answer(to: NewestActs()) { self.newest = newest }
        guard let board = reply.answer(to: BoardNow()) else { return [] }
        let isFirst = self.board == nil
        // A figure that changes moves no row under the cursor; another order is asked for.
        let isAsked = isFirst || setting != context.board
        setting = context.board
        list.update(
            setting.rows(of: board), adopt: isAsked || setting.order == .catalogue)
        if isFirst { list.select(context.point) }
        recent.update(BoardColumns.counts(of: board.rows), at: context.now)
        // The cursor stays on what the alert tells, wherever that stands now.
        let under = alert.flatMap(told)
        self.board = board
        let rings = bell.rings(for: board, at: context.now)
        alert = under.flatMap { was in
            board.alerts.firstIndex { $0.tag == was.tag }
        }
        isWide = context.width >= 100
        let first = isFirst ? askBeside() : []
        return first + (rings && !context.board.isMuted ? [.effect(.bell)] : [])
    }

    /// What stands beside the board is asked of the point where the cursor has come.
    private func askBeside() -> [Step] {
        beside.map { [.effect(.load(PanelOf($0), holds: false))] } ?? []
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
