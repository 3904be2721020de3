import Drill
import Glibc
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
        // Whatever stands there is somebody's: a store above all.
        guard access(path, F_OK) != 0 else { throw StoreError.exists(path: path) }
        guard Files.create(text, at: path) else {
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
        let (now, home) = try lived(path, arguments)
        let store = try Store(path: path)
        var screen = try StillScreen(store, home, arguments, at: now)
        let (width, height) = try size(arguments)
        return screen.frame(
            after: KeyScript.keys(arguments["keys"] ?? ""), width: width, height: height)
    }

    /// Lived until the moment of the picture, on a store at a path.
    private static func lived(
        _ path: String, _ arguments: Arguments
    ) throws -> (Instant, DeskProgram.Home) {
        let (scenario, text) = try ScenarioFiles.scenario(arguments["scenario"])
        let lived = try LivedScenario(
            scenario, text: text, at: path, seed: try arguments.seed(),
            player: scenario.isOfAll ? nil : .good)
        let now =
            try DemoProgram.beginning(of: scenario, arguments) ?? lived.rehearsal.end
        try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in lived.advance(to: now) }
        return (now, try DemoProgram.home(of: lived.rehearsal.scenario, arguments))
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
