import Drill
import Repatriation
import Store

/// `demo --list`, `--check` and `--play`: scenarios without a screen.
enum ScenarioProgram {
    /// Nil where the arguments ask for a screen.
    static func run(_ arguments: Arguments) throws -> Int32? {
        if arguments.has("list") { return list(arguments) }
        if let file = arguments["frame"] { return try PictureProgram.run(file, arguments) }
        if let file = arguments["check"] { return try check(file, arguments) }
        guard arguments.has("play") else { return nil }
        guard let name = arguments["scenario"] else {
            throw UsageError(
                "--play toma un escenario: --scenario NOMBRE.",
                "--play takes a scenario: --scenario NAME.")
        }
        return try play(name, arguments)
    }

    private static func list(_ arguments: Arguments) -> Int32 {
        let scenarios = ScenarioFiles.shipped.compactMap { shipped -> Scenario? in
            if case .whole(let scenario) = ScenarioReader.read(shipped.text) {
                scenario
            } else {
                nil
            }
        }
        if arguments.isJSON {
            say(
                JSON.array(
                    scenarios.map {
                        [
                            "id": .string($0.id), "title": .string($0.title),
                            "point": .string($0.point.text), "minutes": .int($0.length / 60),
                            "possible": .int($0.possible),
                        ]
                    }
                ).serialized)
            return 0
        }
        let widest = scenarios.map(\.id.count).max() ?? 0
        for scenario in scenarios {
            let room = String(repeating: " ", count: widest - scenario.id.count + 2)
            let minutes = padded(scenario.length / 60, 3)
            say("\(scenario.id)\(room)\(scenario.point.text)  \(minutes) min  \(scenario.title)")
        }
        return 0
    }

    private static func check(_ file: String, _ arguments: Arguments) throws -> Int32 {
        if ClassReader.isClass(try ScenarioFiles.text(file)) {
            let files = try ClassFiles(file)
            let (count, id) = (files.plan.people.count, files.scenario.id)
            say(
                arguments.language(
                    "\(files.title): \(count) personas, escenario \(id).",
                    "\(files.title): \(count) people, scenario \(id)."))
            return 0
        }
        let (scenario, _) = try ScenarioFiles.scenario(file)
        let es = "\(scenario.id): \(scenario.injects.count) sucesos, \(scenario.possible) puntos."
        let en = "\(scenario.id): \(scenario.injects.count) injects, \(scenario.possible) points."
        say(arguments.language(es, en))
        return 0
    }

    private static func play(_ name: String, _ arguments: Arguments) throws -> Int32 {
        guard let player = Rehearsal.Player(rawValue: arguments["play"] ?? "") else {
            throw UsageError("--play toma: good, careless.", "--play takes: good, careless.")
        }
        let (scenario, text) = try ScenarioFiles.scenario(name)
        let seed = try arguments.seed()
        let folder = try TemporaryFolder("garita-practica")
        defer { folder.remove() }
        let path = arguments["keep"] ?? "\(folder.path)/practica.db"
        let lived = try LivedScenario(scenario, text: text, at: path, seed: seed, player: player)
        let until = try moment(arguments, "until", of: scenario) ?? lived.rehearsal.end
        try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in
            lived.advance(to: until)
        }
        let report = PlayReport(lived.rehearsal, digest: try lived.store.practiceDigest())
        say(arguments.isJSON ? report.json.serialized : report.text(arguments.language))
        return 0
    }

    /// The moment of a scenario whose hour an option names; nil without it.
    static func moment(
        _ arguments: Arguments, _ option: String, of scenario: Scenario
    ) throws -> Instant? {
        guard let text = arguments[option] else { return nil }
        guard let hour = TimeOfDay(text: text) else {
            throw UsageError(
                "--\(option) toma una hora: 23:41.", "--\(option) takes an hour: 23:41.")
        }
        let minutes = scenario.minutes(until: hour)
        guard minutes * 60 <= scenario.length else {
            let last = (scenario.starts.minutes + scenario.length / 60) % 1440
            let (from, to) = (
                scenario.starts.text, "\(padded(last / 60, 2)):\(padded(last % 60, 2))"
            )
            throw UsageError(
                "--\(option) toma una hora de \(from) a \(to).",
                "--\(option) takes an hour from \(from) to \(to).")
        }
        return try ZonesOfPoints().start(of: scenario).adding(minutes: minutes)
    }
}
