import Glibc
import Repatriation
import Store
import Terminal

/// The screen's figures, through a real pseudo-terminal: first paint, keys, bytes, idle, memory.
struct ScreenBench {
    let path: String

    func run(_ figures: inout [Figure]) throws {
        // A desk beside: the log and its index are there, as in a shift.
        let beside = try Store(path: path)
        defer { withExtendedLifetime(beside) {} }
        try paint(&figures)
        demo(&figures)
        guard let screen = start(["board"]) else { return }
        read(screen, until: "Total")
        drain(screen)
        var first = Samples()
        var bytes: [Int] = []
        for index in 0..<200 {
            let start = monotonic()
            screen.type(index % 16 < 8 ? "j" : "k")
            var count = screen.read(within: 1000)?.count ?? 0
            first.add(microseconds: Double(monotonic() - start) / 1000)
            while let more = screen.read(within: 2) { count += more.count }
            bytes.append(count)
        }
        figures.append(
            Figure(
                name: "key to first byte, median", value: first.median / 1000, bar: 1, unit: "ms"))
        figures.append(
            Figure(name: "key to first byte, p99", value: first.at(0.99) / 1000, bar: 5, unit: "ms")
        )
        figures.append(
            Figure(
                name: "bytes of a cursor move, most", value: Double(bytes.max() ?? 0), bar: 150,
                unit: "B"))
        letters(screen, &figures)
        burst(&figures)
        idle(screen, &figures)
        search(screen)
        figures.append(
            Figure(
                name: "resident memory after use",
                value:
                    Double(ProcessStatus.field("VmRSS:", of: screen.process)) / 1024,
                bar: 12, unit: "MB")
        )
    }

    private func start(_ arguments: [String], rows: Int = 24) -> PseudoTerminal? {
        let environment = [
            "LANG": "C.UTF-8", "TERM": "xterm-256color", "GARITA_STORE": path,
            "HOME": StoreFiles.folder(of: path),
            "XDG_STATE_HOME": StoreFiles.folder(of: path), "PATH": "/usr/bin:/bin",
        ]
        return PseudoTerminal(
            "/proc/self/exe", arguments, environment: environment, rows: rows, columns: 80)
    }

    @discardableResult
    private func read(_ screen: PseudoTerminal, until text: String) -> Int {
        var output = ""
        var count = 0
        while !output.contains(text), let bytes = screen.read(within: 5000), !bytes.isEmpty {
            output += String(decoding: bytes, as: UTF8.self)
            count += bytes.count
        }
        return count
    }

    private func drain(_ screen: PseudoTerminal) {
        while let bytes = screen.read(within: 150), !bytes.isEmpty {}
    }

    private func paint(_ figures: inout [Figure]) throws {
        var samples = Samples()
        var cold = 0.0
        var bytes = 0
        for round in 0..<21 {
            let began = monotonic()
            guard let screen = start(["board"]) else { return }
            bytes = read(screen, until: "Total")
            let time = Double(monotonic() - began) / 1000
            if round == 0 { cold = time } else { samples.add(microseconds: time) }
            screen.type("\u{1B}[21~\u{1B}[21~")
            drain(screen)
        }
        figures.append(
            Figure(
                name: "first paint of the board, warm median", value: samples.median / 1000,
                bar: 7, unit: "ms"))
        figures.append(
            Figure(
                name: "first paint of the board, first run", value: cold / 1000, bar: 40, unit: "ms"
            ))
        figures.append(
            Figure(
                name: "bytes until the board is whole", value: Double(bytes), bar: 2560, unit: "B"))
    }

    /// From the start of a practice day on a store of its own to the first byte of its screen.
    private func demo(_ figures: inout [Figure]) {
        var samples = Samples()
        for _ in 0..<5 {
            let began = monotonic()
            guard let screen = start(["demo"]), screen.read(within: 5000) != nil else { return }
            samples.add(microseconds: Double(monotonic() - began) / 1000)
            screen.type("\u{1B}[21~\u{1B}[21~")
            drain(screen)
        }
        figures.append(
            Figure(
                name: "demo, first byte, median", value: samples.median / 1000, bar: 60,
                unit: "ms"))
    }

    private func letters(_ screen: PseudoTerminal, _ figures: inout [Figure]) {
        screen.type("\u{1B}[17~a\t\t")
        drain(screen)
        var most = 0
        for letter in "zqxwkzqx" {
            screen.type(String(letter))
            var count = screen.read(within: 1000)?.count ?? 0
            while let more = screen.read(within: 20) { count += more.count }
            most = max(most, count)
        }
        figures.append(
            Figure(name: "bytes of a typed letter, most", value: Double(most), bar: 20, unit: "B"))
        screen.type("\u{1B}")
        drain(screen)
        screen.type("\u{1B}")
        drain(screen)
    }

    /// Three hundred keys at once in the roll call of 1,700: the cursor must come to row 301.
    private func burst(_ figures: inout [Figure]) {
        guard let screen = start(["desk", "--point", "TIJ", "--desk", "1"]) else { return }
        read(screen, until: "Espera")
        screen.type("\u{1B}[17~")
        drain(screen)
        screen.type("\r")
        read(screen, until: "01")
        drain(screen)
        let began = monotonic()
        screen.type(String(repeating: "j", count: 300))
        var output = ""
        var last = began
        while let bytes = screen.read(within: 60), !bytes.isEmpty {
            output += String(decoding: bytes, as: UTF8.self)
            last = monotonic()
        }
        figures.append(
            Figure(name: "300 keys at once", value: Double(last - began) / 1e6, bar: 5, unit: "ms"))
        figures.append(
            Figure(
                name: "bytes of 300 keys at once", value: Double(output.utf8.count), bar: 4096,
                unit: "B"))
        let isThere = output.split(whereSeparator: { !$0.isNumber }).contains("301")
        figures.append(
            Figure(
                name: "300 keys applied: row 301 is on the screen", value: isThere ? 1 : 0, bar: 1,
                unit: "yes",
                isFloor: true))
    }

    /// Somebody is looked for, letter by letter, before memory is measured.
    private func search(_ screen: PseudoTerminal) {
        screen.type("\u{1B}OR")
        drain(screen)
        for letter in "hernandez jose" {
            screen.type(String(letter))
            drain(screen)
        }
    }

    /// The day's copy, which some screen makes, is no idleness: it is waited for.
    private func idle(_ screen: PseudoTerminal, _ figures: inout [Figure]) {
        let latest = monotonic() + 60_000_000_000
        let folder = StoreFiles.folder(of: path)
        while monotonic() < latest,
            !StoreFiles.names(in: folder).contains(where: { $0.contains(".backup-") })
        {
            usleep(200_000)
        }
        drain(screen)
        let before = switches(screen.process)
        var bytes = 0
        let end = monotonic() + 6_000_000_000
        while monotonic() < end { bytes += screen.read(within: 500)?.count ?? 0 }
        let wakes = Double(switches(screen.process) - before) / 6
        figures.append(
            Figure(name: "bytes a second when idle", value: Double(bytes) / 6, bar: 0, unit: "B/s"))
        figures.append(
            Figure(
                name: "wake-ups a second when idle, all threads (the 2 s net is 1)", value: wakes,
                bar: 1.1, unit: "1/s"
            ))
    }

    private func switches(_ process: pid_t) -> Int {
        StoreFiles.names(in: "/proc/\(process)/task").reduce(0) { sum, thread in
            sum + ProcessStatus.field("voluntary_ctxt_switches:", of: process, thread: thread)
        }
    }
}
