import Drill
import Repatriation
import Screens
import Store
import Terminal

/// `demo --frame FILE`: a screen of a practice as a picture, or as text.
enum PictureProgram {
    static func run(_ path: String, _ arguments: Arguments) throws -> Int32 {
        let theme = try Themes.named(arguments["theme"])
        let frame = try frame(arguments)
        let text = path.hasSuffix(".svg") ? frame.svg(theme) : frame.text
        guard path != "-" else {
            put(text)
            return 0
        }
        guard Files.write(text, to: path) else {
            complain(
                arguments.language("no se pudo escribir «\(path)».", "«\(path)» was not written."))
            return 1
        }
        return 0
    }

    /// The same seed, keys and size are the same frame.
    static func frame(_ arguments: Arguments) throws -> Frame {
        let folder = try TemporaryFolder("garita-practica")
        defer { folder.remove() }
        let path = "\(folder.path)/practica.db"
        let (now, home) =
            try arguments["scenario"].map { try scenario($0, path, arguments) }
            ?? day(path, arguments)
        let store = try Store(path: path)
        var screen = try StillScreen(store, home, arguments, at: now)
        let (width, height) = try size(arguments)
        return screen.frame(
            after: KeyScript.keys(arguments["keys"] ?? ""), width: width, height: height)
    }

    private static func day(
        _ path: String, _ arguments: Arguments
    ) throws -> (Instant, DeskProgram.Home) {
        let seed = try arguments.integer("seed", 1...(1 << 40), or: 1)
        let (_, now) = try DemoProgram.prepare(path, seed: seed)
        return (now, try arguments.point().map { .desk($0, 1) } ?? .board)
    }

    private static func scenario(
        _ name: String, _ path: String, _ arguments: Arguments
    ) throws -> (Instant, DeskProgram.Home) {
        let (scenario, text) = try ScenarioFiles.scenario(name)
        let lived = try LivedScenario(scenario, text: text, at: path, seed: nil, player: .good)
        let now = try ScenarioProgram.until(arguments, "from", lived.rehearsal)
        try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in lived.advance(to: now) }
        let isLead = arguments.has("lead")
        return (now, isLead ? .board : .desk(scenario.point, scenario.desk))
    }

    private static func size(_ arguments: Arguments) throws -> (Int, Int) {
        let numbers = (arguments["size"] ?? "80x24").split(separator: "x").map { Int($0) ?? 0 }
        guard numbers.count == 2, (40...300).contains(numbers[0]), (12...100).contains(numbers[1])
        else {
            throw UsageError(
                "--size toma columnas y renglones: 80x24.", "--size takes columns and rows: 80x24.")
        }
        return (numbers[0], numbers[1])
    }
}
