import Drill
import Repatriation
import Screens
import Store

/// `demo`: a practice on a throw-away store, nine living points or one scenario.
enum DemoProgram {
    /// The scenario that is lived where none is named.
    static let day = "demo-data/nueve-puntos.json5"

    static func run(_ arguments: Arguments) throws -> Int32 {
        if let code = try ScenarioProgram.run(arguments) { return code }
        let folder = try TemporaryFolder("garita-practica")
        let path = arguments["keep"] ?? "\(folder.path)/practica.db"
        defer { folder.remove() }
        let lived = try LivedScenario(arguments, at: path, player: nil)
        let scenario = lived.rehearsal.scenario
        // One point's practice is at a shift's own pace; nine points are to be seen alive.
        let pace = scenario.rates.isEmpty ? 1 : 10
        let clock = PracticeClock(
            from: lived.rehearsal.start, to: try beginning(of: lived, arguments),
            speed: try arguments.integer("speed", 1...240, or: pace))
        return try live(lived, path, clock, try home(of: scenario, arguments), arguments)
    }

    /// Where whoever practises sits: at a desk, or before the board.
    static func home(of scenario: Scenario, _ arguments: Arguments) throws -> DeskProgram.Home {
        let point = try arguments.point()
        let isLead = arguments.has("lead") || scenario.isOfAll && point == nil
        return isLead ? .board : .desk(point ?? scenario.point, scenario.desk)
    }

    /// When whoever practises sits down: at the hour they say, else at the first moment of a
    /// practice of all points, which has hours behind it, and at the start of any other.
    static func beginning(of lived: LivedScenario, _ arguments: Arguments) throws -> Instant {
        let rehearsal = lived.rehearsal
        guard !arguments.has("from") else {
            return try ScenarioProgram.until(arguments, "from", rehearsal)
        }
        let first = rehearsal.scenario.isOfAll ? rehearsal.scenario.moments.first : nil
        return rehearsal.start.adding(seconds: first?.at ?? 0)
    }

    /// Whoever sits down comes when the first hours are over; a board shows how they go.
    private static func live(
        _ plan: any PracticePlan, _ path: String, _ clock: PracticeClock, _ home: DeskProgram.Home,
        _ arguments: Arguments
    ) throws -> Int32 {
        let day = LiveDay(plan, path: path, clock: clock)
        day.start()
        defer { day.end() }
        if case .desk = home {
            return try DeskProgram.run(
                arguments, home, clock: .practice(day), path: path, after: { clock.wait() })
        }
        return try DeskProgram.run(arguments, home, clock: .practice(day), path: path)
    }
}

extension Scenario {
    /// Every point is alive, day after day.
    var isOfAll: Bool { !rates.isEmpty }
}

extension LivedScenario {
    /// The scenario that the arguments name, else the day of nine points, on a new store.
    convenience init(_ arguments: Arguments, at path: String, player: Rehearsal.Player?) throws {
        let (scenario, text) = try ScenarioFiles.scenario(arguments["scenario"])
        try self.init(
            scenario, text: text, at: path, seed: try arguments.seed(), player: player)
    }
}
