import Glibc
import Repatriation
import Screens
import Store
import Terminal

/// Screens that hang on a wall: nobody is signed in, and no key does anything but Ctrl-C, which
/// ends them.
enum WallProgram {
    /// Whoever stands before a wall.
    static let nobody = Officer(id: Identifier(0))

    /// `board --wall`: every point, without anything of anybody.
    static func board(_ arguments: Arguments) throws -> Int32 {
        try hang(WallScreen(), arguments, at: nil)
    }

    /// `wall`: a waiting room's numbers and desks.
    static func room(_ arguments: Arguments) throws -> Int32 {
        guard let point = try arguments.point() else {
            throw UsageError("Falta --point.", "--point is missing.")
        }
        return try hang(RoomScreen(point), arguments, at: point)
    }

    private static func hang(
        _ screen: some Screen, _ arguments: Arguments, at point: PointCode?
    ) throws -> Int32 {
        try DeskProgram.requireTerminal()
        let store = try Store(path: arguments.storePath, cache: 350)
        let points = try store.points()
        guard point.map({ code in points.contains { $0.code == code } }) ?? true else {
            throw Refusal(.unknownPoint)
        }
        let names = Dictionary(points.map { ($0.code, $0.name) }, uniquingKeysWith: { $1 })
        var context = Workplace(
            officer: nobody, point: point ?? points.first?.code ?? .none, desk: 0,
            language: arguments.language, now: Clock.real.now, zones: try store.zones(of: points),
            names: names)
        context.isDrill = store.isDrill
        var app = App(context: context, home: screen)
        let terminal = try DeskTerminal(arguments)
        defer { terminal.close() }
        let loop = TerminalLoop(
            store: store, officer: nobody.id, clock: .real, on: terminal)
        return try loop.run(&app, after: {}) ?? 0
    }
}
