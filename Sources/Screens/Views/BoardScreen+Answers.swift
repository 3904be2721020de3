import Repatriation
import Terminal

/// What a board makes of what it asked.
extension BoardScreen {
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
    func askBeside() -> [Step] {
        beside.map { [.effect(.load(PanelOf($0), holds: false))] } ?? []
    }
}
