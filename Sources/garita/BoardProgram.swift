import Repatriation
import Screens
import Store
import Terminal

/// `board`: live on a screen, or once as text or JSON.
enum BoardProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        if arguments.has("wall") { return try WallProgram.board(arguments) }
        let isPrinted = arguments.has("once") || arguments.has("plain") || arguments["at"] != nil
        guard isPrinted || arguments.isJSON else {
            return try DeskProgram.run(arguments, .board)
        }
        let store = try arguments.openStore()
        // Reasons, alerts and children are for staff: somebody who signs in here, or a practice.
        let officer = try store.peer()
        let board = try self.board(arguments, store, officer)
        if arguments.isJSON {
            var panels: [PointCode: PointPanel] = [:]
            for row in board.rows where !board.isPast {
                panels[row.point] = try store.answer(
                    PanelOf(row.point).reading, for: officer.asker, at: board.at)
            }
            say(board.json(arguments.language, beside: panels).serialized)
            return 0
        }
        let points = try store.points()
        let zones = try store.zones(of: points)
        let names = Dictionary(points.map { ($0.code, $0.name) }, uniquingKeysWith: { $1 })
        var context = Workplace(
            officer: officer, point: points.first?.code ?? .none, desk: 0,
            language: arguments.language, now: board.at,
            zones: zones, names: names)
        context.isDrill = store.isDrill
        var screen = BoardScreen(past: board.isPast ? board.at : nil)
        _ = screen.take(screen.answer(board), context)
        if let shown = screen.point, !board.isPast {
            let panel = try store.answer(
                PanelOf(shown).reading, for: officer.asker, at: board.at)
            _ = screen.take(.answer(Answered(PanelOf(shown), panel)), context)
        }
        var frame = Frame(width: 100, height: max(24, points.count + board.alerts.count + 8))
        screen.draw(on: &frame, context)
        if board.isPast { put(screen.title(context) + "\n") }
        put(frame.lines.drop { $0.isEmpty }.joined(separator: "\n").trimmedEnd + "\n")
        return 0
    }

    /// The board of now, or of `--at` where that has passed. In practice, where time is another,
    /// what comes after the last fact is now.
    private static func board(
        _ arguments: Arguments, _ store: Store, _ officer: Officer
    ) throws -> Board {
        let newest = try store.isDrill ? store.newestFact() : now()
        guard let text = arguments["at"] else {
            return try store.answer(BoardNow().reading, for: officer.asker, at: now())
        }
        let at = try moment(text, store)
        if store.isDrill, at >= newest {
            return try store.answer(BoardNow().reading, for: officer.asker, at: at)
        }
        return try store.answer(BoardThen(at: at).reading, for: officer.asker, at: newest)
    }

    /// A moment of UTC or with its difference, or an hour of the first point's own clock.
    static func moment(
        _ text: String, of option: String = "at", _ store: Store
    ) throws -> Instant {
        if let instant = Instant(text: text), instant.isOfOurTime { return instant }
        let parts = text.split(separator: "T", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let day = CivilDate(text: parts[0]),
            let hour = TimeOfDay(text: parts[1]), let first = try store.points().first
        else {
            throw UsageError(
                """
                --\(option) toma 2026-11-20T15:00 (hora del primer punto) o …T22:00:00Z, de 1900 a \
                2200.
                """,
                """
                --\(option) takes 2026-11-20T15:00 (the first point's clock) or …T22:00:00Z, 1900 \
                to 2200.
                """)
        }
        return try store.zone(first.zone).instant(of: day, at: hour)
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var view = Substring(self)
        while view.last?.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}

/// `sheet`: the paper for a roll call.
enum SheetProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        guard let text = arguments.rest.first, arguments.rest.count == 1 else {
            throw UsageError(
                "Uso: garita sheet GRUPO [--html].", "Usage: garita sheet GROUP [--html].")
        }
        let store = try arguments.openStore()
        let officer = try store.peer()
        let id = try arguments.group(text, in: store, for: officer)
        let (sheet, _) = try store.sheet(of: id, for: officer.asker, at: now())
        put(arguments.has("html") ? sheet.html : sheet.text)
        return 0
    }
}
