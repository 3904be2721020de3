import Glibc
import Repatriation
import Store
import Terminal

/// A board of 80×24 that is looked at while others write: how soon a change is painted, what that
/// takes of the line and of the processor, and whether its memory stays.
struct LiveBench {
    let path: String
    /// So many desks write in the storm, each as often, fifty a second in all.
    private static let writers = 4
    private static let apart = 80

    func run(_ figures: inout [Figure]) throws {
        guard let screen = start() else { return }
        while let bytes = screen.read(within: 1500), !bytes.isEmpty {}
        let before = ProcessStatus.field("VmRSS:", of: screen.process)
        try storm(screen, &figures)
        try calm(screen, &figures)
        let after = ProcessStatus.field("VmRSS:", of: screen.process)
        figures.append(
            Figure(
                name: "memory that a board took in all that", value: Double(after - before) / 1024,
                bar: 1, unit: "MB"))
    }

    private func start() -> PseudoTerminal? {
        let folder = StoreFiles.folder(of: path)
        return PseudoTerminal(
            "/proc/self/exe", ["board"],
            environment: [
                "LANG": "C.UTF-8", "TERM": "xterm-256color", "GARITA_STORE": path, "HOME": folder,
                "XDG_STATE_HOME": folder, "PATH": "/usr/bin:/bin",
            ], rows: 24, columns: 80)
    }

    /// From the answer to whoever wrote until the next bytes of the board.
    private func storm(_ screen: PseudoTerminal, _ figures: inout [Figure]) throws {
        let desks = try (1...LiveBench.writers).map { try ChildDesk(path: path, desk: $0) }
        var samples = Samples()
        var unpainted: [Int] = []
        var written = 0
        let began = monotonic()
        for (index, desk) in desks.enumerated() {
            desk.next(after: LiveBench.apart * 1_000_000 * index / desks.count)
        }
        while monotonic() - began < 8_000_000_000 {
            for desk in desks {
                desk.sendIfDue(calls: true)
                guard desk.hasAnswer else { continue }
                _ = desk.takeAnswer(pause: LiveBench.apart)
                written += 1
                unpainted.append(monotonic())
            }
            guard let bytes = screen.read(within: 1), !bytes.isEmpty else { continue }
            let now = monotonic()
            for moment in unpainted { samples.add(microseconds: Double(now - moment) / 1000) }
            unpainted = []
        }
        settle(desks)
        figures += [
            Figure(
                name: "changes a second by four others", value: Double(written) / 8, unit: "1/s"),
            Figure(
                name: "a change until it is painted, median", value: samples.median / 1000,
                unit: "ms"),
            Figure(
                name: "a change until it is painted, p99", value: samples.at(0.99) / 1000,
                bar: 250, unit: "ms"),
        ]
    }

    /// One change a second.
    private func calm(_ screen: PseudoTerminal, _ figures: inout [Figure]) throws {
        let desk = try ChildDesk(path: path, desk: 1)
        var (bytes, paints): ([Int], [Int]) = ([], [])
        let spent = ProcessStatus.processor(of: screen.process)
        let began = monotonic()
        for _ in 0..<12 {
            desk.next(after: 0)
            desk.sendIfDue(calls: true)
            while !desk.hasAnswer { usleep(500) }
            _ = desk.takeAnswer(pause: 0)
            let end = monotonic() + 1_000_000_000
            var (count, times) = (0, 0)
            while monotonic() < end {
                guard let more = screen.read(within: 10) else { continue }
                (count, times) = (count + more.count, times + 1)
            }
            bytes.append(count)
            paints.append(times)
        }
        settle([desk])
        let share =
            (ProcessStatus.processor(of: screen.process) - spent)
            / (Double(monotonic() - began) / 1e9)
        figures += [
            Figure(
                name: "bytes of a change, most", value: Double(bytes.max() ?? 0), bar: 250,
                unit: "B"),
            Figure(
                name: "writes of a change, most", value: Double(paints.max() ?? 0), bar: 2,
                unit: "1"
            ),
            Figure(
                name: "processor of a board at a change a second", value: share * 100, bar: 1,
                unit: "%"),
        ]
    }

    /// Nobody stays called: what is measured next has the desks as they were.
    private func settle(_ desks: [ChildDesk]) {
        let latest = monotonic() + 2_000_000_000
        while monotonic() < latest, desks.contains(where: \.isBusy) {
            for desk in desks {
                desk.sendIfDue(calls: false)
                if desk.hasAnswer { _ = desk.takeAnswer(pause: 0) }
            }
            usleep(500)
        }
    }
}
