import Drill
import Glibc
import Repatriation
import Screens
import Store

/// `demo --tour`: the first ten minutes on the real screens of a small scenario, which is removed at
/// the end.
enum TourProgram {
    /// The practice, and the hour at which its van has come.
    private static let scenario = "manana"
    private static let hour = "08:41"

    static func run(_ arguments: Arguments) throws -> Int32 {
        let folder = try TemporaryFolder("garita-practica")
        defer { folder.remove() }
        let path = "\(folder.path)/practica.db"
        let (now, home) = try prepare(path)
        let code = try sit(arguments, home, at: now, on: path)
        folder.remove()
        guard access(folder.path, F_OK) != 0 else {
            complain(
                arguments.language(
                    "no se pudo borrar la práctica: \(folder.path).",
                    "the practice was not removed: \(folder.path)."))
            return 1
        }
        say(
            arguments.language(
                "El recorrido terminó y la práctica se borró: no queda nada de ella.",
                "The tour is over and its practice was removed: nothing of it is left."))
        return code
    }

    private static func sit(
        _ arguments: Arguments, _ home: DeskProgram.Home, at now: Instant, on path: String
    ) throws -> Int32 {
        try DeskProgram.requireTerminal()
        let terminal = try DeskTerminal(arguments)
        defer { terminal.close() }
        return try DeskProgram.sit(
            arguments, home, clock: .standing(at: now), at: path, on: terminal, isTour: true) ?? 0
    }

    /// The store as it stands then, with nothing done by whoever takes the tour.
    static func prepare(_ path: String) throws -> (Instant, DeskProgram.Home) {
        let (scenario, text) = try ScenarioFiles.scenario(scenario)
        let lived = try LivedScenario(scenario, text: text, at: path, seed: nil, player: nil)
        guard let hour = TimeOfDay(text: hour) else {
            preconditionFailure("the hour of the tour is none")
        }
        let now = lived.rehearsal.instant(of: hour)
        try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in lived.advance(to: now) }
        return (now, .desk(scenario.point, scenario.desk))
    }
}
