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
        if arguments.has("tour") { return try TourProgram.run(arguments) }
        if let file = arguments["class"] { return try ClassProgram.run(file, arguments) }
        if let file = arguments["join"] { return try JoinProgram.run(file, arguments) }
        let folder = try TemporaryFolder("garita-practica")
        defer { folder.remove() }
        let path = arguments["keep"] ?? "\(folder.path)/practica.db"
        return try ScenarioPractice(arguments, path).run()
    }

    /// Where whoever practises sits: at a desk, or before the board.
    static func home(of scenario: Scenario, _ arguments: Arguments) throws -> DeskProgram.Home {
        let point = try arguments.point()
        let isLead = arguments.has("lead") || scenario.isOfAll && point == nil
        return isLead ? .board : .desk(point ?? scenario.point, scenario.desk)
    }

    /// When whoever practises sits down: at the hour they say, else at the first moment of a
    /// practice of all points, which has hours behind it; nil is at the start.
    static func beginning(of scenario: Scenario, _ arguments: Arguments) throws -> Instant? {
        if let said = try ScenarioProgram.moment(arguments, "from", of: scenario) { return said }
        guard scenario.isOfAll, let first = scenario.moments.first else { return nil }
        return try ZonesOfPoints().start(of: scenario).adding(seconds: first.at)
    }
}

extension Scenario {
    /// Every point is alive, day after day.
    var isOfAll: Bool { !rates.isEmpty }
}
