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
        var (path, run) = (self.path, 0)
        let terminal = try DeskTerminal(arguments)
        let host = hosted(terminal, &said)
        defer {
            terminal.close()
            host?.end()
        }
        while true {
            switch try runOnce(path, from, speed, saying: said, on: terminal, host) {
            case .left(let code): return code
            case .back(let moment, let newSpeed): (from, speed) = (moment, newSpeed)
            }
            said = []
            if arguments["keep"] != nil {
                said.append(EarlierRun.sentence(try EarlierRun.keep(path)))
            } else {
                // Nobody finds the earlier one, and nothing of it gets in the way of the next.
                run += 1
                path = "\(self.path).\(run)"
            }
        }
    }

    /// Where the store is kept a trainer may come; without one it is practised all the same.
    private func hosted(_ terminal: DeskTerminal, _ said: inout [Bilingual]) -> TrainerHost? {
        guard arguments["keep"] != nil else { return nil }
        do {
            return try TrainerHost(path, scenario, arguments.language, wake: terminal.wake)
        } catch {
            said.append(Bilingual(telling: error))
            return nil
        }
    }

    private func runOnce(
        _ path: String, _ from: Instant?, _ speed: Int, saying: [Bilingual],
        on terminal: DeskTerminal,
        _ host: TrainerHost?
    ) throws -> Ending {
        // Where all points are alive nobody does the trainee's part before they come.
        let lived = try LivedScenario(
            scenario, text: text, at: path, seed: seed, player: nil,
            from: scenario.isOfAll ? nil : from)
        let clock = PracticeClock(
            from: lived.rehearsal.start, to: from ?? lived.rehearsal.start, speed: speed)
        let day = LiveDay(
            lived, path: path, clock: clock, language: arguments.language)
        for words in saying { day.say("antes", words(arguments.language)) }
        day.start()
        host?.host(day)
        defer {
            host?.host(nil)
            day.end()
        }
        let home = try DemoProgram.home(of: scenario, arguments)
        let isAtDesk = if case .desk = home { true } else { false }
        // Whoever sits down comes when the first hours are over; a board shows how they go.
        let code = try DeskProgram.sit(
            arguments, home, clock: .practice(host.map { HostedDay(day, $0) } ?? day), at: path,
            on: terminal, after: { if isAtDesk { clock.wait() } })
        if let code { return .left(code) }
        day.end(within: LiveDay.patience)
        guard let moment = day.goesBackTo else { return .left(0) }
        return .back(to: day.state.moments[moment].at, speed: clock.speed)
    }
}
