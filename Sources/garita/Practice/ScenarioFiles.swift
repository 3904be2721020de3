import Drill
import Repatriation
import Store

/// Scenarios: those that come with the program, and files.
enum ScenarioFiles {
    /// A file that is no scenario, with every reason.
    struct Wrong: Error {
        let name: String
        let problems: [FileProblem]
    }

    /// The longest file that is read, in bytes.
    private static let most = 1 << 20

    /// The texts that come with the program, by their names.
    static var shipped: [(name: String, text: String)] {
        Assets.names.filter { $0.hasPrefix("demo-data/scenarios/") }.sorted().compactMap { path in
            let file = path.split(separator: "/").last ?? ""
            let name = String(file.prefix { $0 != "." })
            return Assets.text(path).map { (name, $0) }
        }
    }

    /// The text that a name or a path means. Throws where there is none.
    static func text(_ name: String) throws -> String {
        if let known = shipped.first(where: { $0.name == name }) { return known.text }
        guard let bytes = StoreFiles.read(name, atMost: most) else {
            throw UsageError(
                "No hay un escenario ni un archivo «\(name)». Vea garita demo --list.",
                "There is no scenario and no file «\(name)». See garita demo --list.")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The scenario that a name or a path means, the day of nine points where none is named. Throws
    /// `Wrong` with every reason where it is none.
    static func scenario(_ named: String?) throws -> (scenario: Scenario, text: String) {
        let name = named ?? DemoProgram.day
        guard let text = try named.map(text) ?? Assets.text(name) else {
            preconditionFailure("the practice of all points is not in the program")
        }
        switch ScenarioReader.read(text) {
        case .whole(let scenario): return (scenario, text)
        case .wrong(let problems): throw Wrong(name: name, problems: problems)
        }
    }
}
