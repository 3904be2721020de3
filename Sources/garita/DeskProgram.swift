import Glibc
import Repatriation
import Screens
import Store
import Terminal

/// The program on a screen: sign-in, queue, board.
enum DeskProgram {
    /// Where the program opens.
    enum Home {
        case signIn
        case desk(PointCode, Int)
        case board
    }

    /// The way in; `--point` is where it begins, and has to be a point.
    static func home(_ arguments: Arguments) throws -> Int32 { try run(arguments, .signIn) }

    static func desk(_ arguments: Arguments) throws -> Int32 {
        guard let point = try arguments.point() else {
            throw UsageError("Falta --point.", "--point is missing.")
        }
        return try run(arguments, .desk(point, try arguments.integer("desk", 1...99, or: 1)))
    }

    /// Until whoever sits there goes.
    static func run(_ arguments: Arguments, _ home: Home, path: String? = nil) throws -> Int32 {
        try requireTerminal()
        let terminal = try DeskTerminal(arguments)
        defer { terminal.close() }
        return try sit(arguments, home, at: path ?? arguments.storePath, on: terminal) ?? 0
    }

    /// One store on a terminal; nil where the practice goes on with another. `ready` comes before
    /// anything is asked of the store; the first screen is there already. `seated` works there,
    /// else whoever the account is.
    static func sit(
        _ arguments: Arguments, _ home: Home, clock: Clock = .real, at path: String,
        on terminal: DeskTerminal, as seated: Identifier<Officer>? = nil, isTour: Bool = false,
        after ready: @escaping @Sendable () -> Void = {}
    ) throws -> Int32? {
        let store = try Store(path: path, cache: 350)
        // A practice's hours are never written where real people are.
        guard store.isDrill || !clock.isSimulated else { throw Refusal(.onlyInDrill) }
        if clock.isSimulated { try store.setSynchronous(false) }
        let officer = try seated.flatMap { try store.officer($0) } ?? store.peer()
        let points = try store.points()
        var app = try app(
            points, try store.zones(of: points), officer, home, arguments, clock,
            isDrill: store.isDrill, last: try store.lastPoint(of: officer.id))
        app.setHasPassword(try store.hasPassword(officer.id))
        let asks = app.context.hasPassword && !store.isDrill
        if asks { app.askPassword() }
        if isTour { app.startTour() }
        let loop = TerminalLoop(store: store, officer: officer.id, clock: clock, on: terminal)
        if case .desk(let point, let number) = home, number > 0, !asks {
            loop.open(point, desk: number)
        }
        return try loop.run(&app, after: ready)
    }

    /// Throws where there is no terminal to draw on.
    static func requireTerminal() throws {
        guard isatty(0) == 1, isatty(1) == 1 else {
            throw UsageError(
                "Hace falta una terminal. Para texto: garita board --once --plain.",
                "A terminal is needed. For text: garita board --once --plain.")
        }
    }

    static func app(
        _ points: [ReceivingPoint], _ zones: [PointCode: Zone], _ officer: Officer, _ home: Home,
        _ arguments: Arguments, _ clock: Clock, isDrill: Bool, last: PointCode? = nil
    ) throws -> App {
        let names = Dictionary(points.map { ($0.code, $0.name) }, uniquingKeysWith: { $1 })
        let first = points.first?.code ?? .none
        var context = Workplace(
            officer: officer, point: first, desk: 0, language: arguments.language, now: clock.now,
            zones: zones,
            names: names)
        context.isDrill = isDrill
        context.locks = Dictionary(
            points.map { ($0.code, $0.lockMinutes) }, uniquingKeysWith: { $1 })
        context.speed = clock.speed
        context.boards = BoardSettings.all
        let wanted = try arguments.point()
        guard wanted.map({ names[$0] != nil }) ?? true else { throw Refusal(.unknownPoint) }
        let signIn = SignInScreen(
            points: points.map { ($0.code, $0.name) }, at: wanted ?? last ?? first)
        var app: App
        switch home {
        case .signIn: app = App(context: context, home: signIn)
        case .board: app = App(context: context, home: signIn, over: BoardScreen())
        case .desk(let point, let desk):
            guard names[point] != nil else { throw Refusal(.unknownPoint) }
            context.point = point
            context.desk = desk
            app = App(context: context, home: signIn, over: QueueScreen(point: point, desk: desk))
        }
        if arguments.has("show-keys") { app.showKeys() }
        return app
    }
}

/// Colour themes: the account's own first, then those compiled in.
enum Themes {
    static let usual = "oscuro"

    static var names: [String] {
        Assets.names.filter { $0.hasPrefix("themes/") }.map { String($0.dropFirst(7).dropLast(6)) }
    }

    /// A theme by name or file. Throws a usage error that names the line of a bad one.
    static func named(_ given: String?) throws -> Theme {
        let name = given ?? usual
        let candidates = [name.contains("/") ? name : Environment.config("themes/\(name).theme")]
        for path in candidates where access(path, R_OK) == 0 {
            return try parse(
                name, String(decoding: StoreFiles.read(path, atMost: 65_536) ?? [], as: UTF8.self))
        }
        guard let text = Assets.text("themes/\(name).theme") else {
            throw UsageError(
                "No hay un tema «\(name)». Temas: \(names.joined(separator: ", ")).",
                "There is no theme «\(name)». Themes: \(names.joined(separator: ", ")).")
        }
        return try parse(name, text)
    }

    private static func parse(_ name: String, _ text: String) throws -> Theme {
        do throws(Theme.Problem) { return try Theme(name: name, text: text) } catch {
            throw UsageError(
                "El tema no se entiende en la línea \(error).",
                "The theme is not understood at line \(error).")
        }
    }
}

extension Store {
    /// The clock of each point.
    func zones(of points: [ReceivingPoint]) throws -> [PointCode: Zone] {
        try points.reduce(into: [:]) { zones, point in zones[point.code] = try zone(point.zone) }
    }
}
