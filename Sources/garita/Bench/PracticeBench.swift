import Drill
import Glibc
import Repatriation
import Store
import Terminal

/// The practice itself: what a day of it takes, how soon it is there, and how soon it answers while
/// its clock runs fastest.
struct PracticeBench {
    let folder: String

    func run(_ figures: inout [Figure]) throws {
        try liveDay(&figures)
        try serveOneBus(&figures)
        try startAndType(&figures)
    }

    /// All nine points for 24 hours at the rate of the heaviest days, in processor seconds for 1,650
    /// people.
    private func liveDay(_ figures: inout [Figure]) throws {
        var (scenario, text) = try ScenarioFiles.scenario(nil)
        for index in scenario.rates.indices { scenario.rates[index].daily *= 3 }
        let lived = try LivedScenario(
            scenario, text: text, at: "\(folder)/dia.db", seed: nil, player: nil)
        let began = PracticeBench.processor
        let end = lived.rehearsal.start.adding(minutes: 1440)
        try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in lived.advance(to: end) }
        let spent = PracticeBench.processor - began
        let people = try received(in: lived)
        figures.append(
            Figure(
                name: "a practice day of 1650, of processor", value: spent * 1650 / people,
                bar: 1.5, unit: "s"))
    }

    private func received(in lived: LivedScenario) throws -> Double {
        let facts = try lived.store.practiceFacts(after: 0).entries
        return Double(max(1, facts.count { $0.event.kind == .received }))
    }

    /// Seconds of the processor that this process took.
    private static var processor: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// One officer at one desk with a bus of 28, the fewest answers: from the first call until the
    /// last has their paper. Matamoros took three hours for it (press, March 2016).
    private func serveOneBus(_ figures: inout [Figure]) throws {
        let text = """
            {
              id: "banco", titulo: "Un autobús", resumen: "Un autobús de 28.", punto: "MAT",
              dia: "2026-11-24", empieza: "09:00", termina: "13:00",
              grupos: [{ id: "uno", llega: "09:10", aviso: 5, mezcla: 28 }],
              injects: [{
                id: "afluencia", en: "09:06", sinopsis: "Afluencia",
                hecho: [{
                  por: "mando",
                  hace: { do: "setPeak", point: "MAT", reason: "Una sola ventanilla" },
                }],
              }],
            }
            """
        guard case .whole(let scenario) = ScenarioReader.read(text) else {
            preconditionFailure("the scenario of one bus is none")
        }
        let lived = try LivedScenario(
            scenario, text: text, at: "\(folder)/autobus.db", seed: 28, player: .good)
        try lived.store.batch(orWrap: { $0 }) { () throws(StoreError) in
            lived.advance(to: lived.rehearsal.end)
        }
        let facts = try lived.store.practiceFacts(after: 0).entries
        guard let first = facts.first(where: { $0.event.kind == .called })?.at,
            let last = facts.last(where: { $0.event.kind == .certificateIssued })?.at
        else { preconditionFailure("nobody of the bus was attended") }
        figures.append(
            Figure(
                name: "28 people by one officer, fewest answers",
                value: Double(last.secondsSince(first)) / 60, bar: 75, unit: "min"))
    }

    /// From the start of the program to its first bytes; then a key that moves the cursor, while an
    /// hour passes in fifteen seconds.
    private func startAndType(_ figures: inout [Figure]) throws {
        var firsts = Samples()
        for _ in 0..<5 {
            let began = monotonic()
            let screen = try start(["demo"])
            if screen.read(within: 5000)?.isEmpty == false {
                firsts.add(microseconds: Double(monotonic() - began) / 1000)
            }
        }
        figures.append(
            Figure(
                name: "practice: first byte, median", value: firsts.median / 1000, bar: 150,
                unit: "ms"))
        let screen = try start(["demo", "--speed", "240"])
        // The first hours are over by then, and the clock runs.
        let ready = monotonic() + 12_000_000_000
        while monotonic() < ready { _ = screen.read(within: 100) }
        figures.append(
            Figure(
                name: "practice at 240×: a key until it is painted, p99",
                value: answers(of: screen).at(0.99) / 1000, bar: 5, unit: "ms"))
    }

    private func answers(of screen: PseudoTerminal) -> Samples {
        var samples = Samples()
        let cursor = Array("▌".utf8)
        for index in 0..<300 {
            while let bytes = screen.read(within: 20), !bytes.isEmpty {}
            let began = monotonic()
            screen.type(index / 5 % 2 == 0 ? "j" : "k")
            var seen: [UInt8] = []
            while monotonic() - began < 1_000_000_000 {
                guard let bytes = screen.read(within: 100) else { continue }
                seen += bytes
                if seen.firstRange(of: cursor) != nil { break }
            }
            samples.add(microseconds: Double(monotonic() - began) / 1000)
        }
        return samples
    }

    private func start(_ arguments: [String]) throws -> PseudoTerminal {
        let environment = [
            "LANG": "C.UTF-8", "TERM": "xterm-256color", "HOME": folder,
            "XDG_STATE_HOME": folder, "TMPDIR": folder, "PATH": "/usr/bin:/bin",
        ]
        guard
            let screen = PseudoTerminal(
                "/proc/self/exe", arguments, environment: environment, rows: 24, columns: 80)
        else {
            throw UsageError(
                "No hay una terminal para medir la práctica.",
                "There is no terminal to measure the practice at.")
        }
        return screen
    }
}
