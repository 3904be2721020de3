import Drill
import Repatriation
import Screens
import Store

/// One scenario, at the speed of a real shift unless another is said: as often as whoever sits
/// there goes back to a minute of it, on one terminal.
struct ScenarioPractice {
    private let scenario: Scenario
    private let text: String
    private let arguments: Arguments
    private let path: String
    private let seed: Int?

    /// Throws for what is no scenario, no seed or no speed.
    init(_ arguments: Arguments, _ path: String) throws {
        (scenario, text) = try ScenarioFiles.scenario(arguments["scenario"])
        self.arguments = arguments
        self.path = path
        seed = try arguments.seed()
    }

    /// How one run of it ended.
    private enum Ending {
        case left(Int32)
        case back(to: Instant, speed: Int)
    }

    func run() throws -> Int32 {
        try DeskProgram.requireTerminal()
        var from = try DemoProgram.beginning(of: scenario, arguments)
        // One point's practice is at a shift's own pace; nine points are to be seen alive.
        var speed = try arguments.integer("speed", 1...240, or: scenario.isOfAll ? 10 : 1)
        var said: [Bilingual] = []
        let terminal = try DeskTerminal(arguments)
        defer { terminal.close() }
        while true {
            switch try runOnce(from, speed, saying: said, on: terminal) {
            case .left(let code): return code
            case .back(let moment, let newSpeed): (from, speed) = (moment, newSpeed)
            }
            said = []
            if arguments["keep"] != nil {
                said.append(EarlierRun.sentence(try EarlierRun.keep(path)))
            } else {
                EarlierRun.remove(path)
            }
        }
    }

    private func runOnce(
        _ from: Instant?, _ speed: Int, saying: [Bilingual], on terminal: DeskTerminal
    ) throws -> Ending {
        // Where all points are alive nobody does the trainee's part before they come.
        let lived = try LivedScenario(
            scenario, text: text, at: path, seed: seed, player: nil,
            from: scenario.isOfAll ? nil : from)
        let clock = PracticeClock(
            from: lived.rehearsal.start, to: from ?? lived.rehearsal.start, speed: speed)
        let day = LiveDay(lived, path: path, clock: clock)
        for words in saying { day.say("antes", words(arguments.language)) }
        day.start()
        defer { day.end() }
        let home = try DemoProgram.home(of: scenario, arguments)
        let isAtDesk = if case .desk = home { true } else { false }
        // Whoever sits down comes when the first hours are over; a board shows how they go.
        let code = try DeskProgram.sit(
            arguments, home, clock: .practice(day), at: path, on: terminal,
            after: { if isAtDesk { clock.wait() } })
        if let code { return .left(code) }
        let moments = day.state.moments
        return .back(to: moments[day.goesBackTo ?? 0].at, speed: clock.speed)
    }
}
