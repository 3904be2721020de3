import Repatriation
import Screens
import Store
import Terminal

/// `board`: live on a screen, or once as text or JSON.
enum BoardProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        if arguments.has("wall") { return try WallProgram.board(arguments) }
        guard arguments.has("once") || arguments.isJSON || arguments.has("plain") else {
            return try DeskProgram.run(arguments, .board)
        }
        let store = try arguments.openStore()
        // Reasons, alerts and children are for staff: somebody who signs in here, or a practice.
        let officer = try store.peer()
        let at = try store.moment(arguments)
        let board = try store.answer(BoardNow().reading, for: officer.asker, at: at)
        if arguments.isJSON {
            say(board.json(arguments.language).serialized)
            return 0
        }
        let points = try store.points()
        let zones = try store.zones(of: points)
        let names = Dictionary(points.map { ($0.code, $0.name) }, uniquingKeysWith: { $1 })
        var context = Workplace(
            officer: officer, point: points.first?.code ?? .none, desk: 0,
            language: arguments.language, now: at,
            zones: zones, names: names)
        context.isDrill = store.isDrill
        var screen = BoardScreen()
        _ = screen.take(.answer(Answered(BoardNow(), board)), context)
        var frame = Frame(width: 100, height: max(24, points.count + board.alerts.count + 8))
        screen.draw(on: &frame, context)
        put(frame.lines.drop { $0.isEmpty }.joined(separator: "\n").trimmedEnd + "\n")
        return 0
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
