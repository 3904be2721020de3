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
        try refuseContradictions(arguments)
        if arguments.has("tour") { return try TourProgram.run(arguments) }
        if let file = arguments["class"] { return try ClassProgram.run(file, arguments) }
        if let file = arguments["join"] { return try JoinProgram.run(file, arguments) }
        let folder = try TemporaryFolder("garita-practica")
        defer { folder.remove() }
        let path = arguments["keep"] ?? "\(folder.path)/practica.db"
        return try ScenarioPractice(arguments, path).run()
    }

    /// What says by itself which practice it is, and why nothing else says so beside it.
    private static let whole: [(option: String, why: Bilingual)] = [
        (
            "tour",
            Bilingual(
                "es un recorrido fijo, que se borra al final",
                "is a fixed tour, which is removed at the end")
        ),
        (
            "class",
            Bilingual(
                "toma del archivo de la clase lo que se practica",
                "takes from the file of the class what is practised")
        ),
        (
            "join",
            Bilingual(
                "entra a una práctica que ya está en marcha",
                "joins a practice that is going on already")
        ),
    ]
    private static let choices = [
        "keep", "scenario", "point", "lead", "from", "seed", "speed", "tour", "class", "join",
    ]

    /// Throws a usage error for what would be passed over in silence.
    private static func refuseContradictions(_ arguments: Arguments) throws {
        if let (option, why) = whole.first(where: { arguments.has($0.option) }) {
            for other in choices where other != option && arguments.has(other) {
                throw UsageError(
                    "--\(option) \(why.es): sin --\(other).",
                    "--\(option) \(why.en): without --\(other).")
            }
        }
        guard arguments.has("name"), !arguments.has("join") else { return }
        throw UsageError("--name va con --join.", "--name goes with --join.")
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
