import Drill
import Glibc
import Repatriation
import Screens
import Store
import Synchronization
import Terminal

/// A practice at this terminal that a trainer takes part in from another: beside its store, in a
/// folder of this account alone.
final class TrainerHost: Sendable {
    private struct State {
        var day: LiveDay?
        var lines: [ClassLine] = []
        var place = Whereabouts(screen: "", field: "")
        var since = monotonic()
        var refusals = 0
        var frame: Frame?
        var isWatched = false
        var isOver = false
    }

    private let held = Mutex(State())
    private let socket: ClassSocket
    private let folder: String
    private let scenario: Scenario
    private let language: Language
    private let wake: Int32

    /// Where a trainer finds the practice on a store.
    static func folder(of path: String) -> String { "\(path).clase" }

    /// Throws a usage error where the folder cannot be made, or is not this account's alone.
    init(
        _ path: String, _ scenario: Scenario, _ language: Language, wake: Int32
    ) throws {
        folder = TrainerHost.folder(of: path)
        self.scenario = scenario
        self.language = language
        self.wake = wake
        socket = try ClassSocket(in: folder)
        socket.take { [self] line in attend(line) }
        Detached.run { [self] in
            while !held.withLock(\.isOver) {
                tell()
                usleep(250_000)
            }
        }
    }

    /// From now on this is practised; nil is nothing, for a while.
    func host(_ day: LiveDay?) {
        held.withLock { state in
            state.day = day
            (state.refusals, state.frame) = (0, nil)
        }
    }

    /// Nobody takes part any more.
    func end() {
        let lines = held.withLock { state in
            (state.isOver, state.day) = (true, nil)
            return state.lines
        }
        for line in lines {
            line.send(["over": .bool(true)])
            line.hangUp()
        }
        socket.close()
        rmdir(folder)
    }

    // MARK: This terminal

    var isWatched: Bool { held.withLock { $0.isWatched && !$0.lines.isEmpty } }

    func show(_ frame: Frame, _ place: Whereabouts) {
        held.withLock { state in
            if place != state.place { (state.place, state.since) = (place, monotonic()) }
            state.frame = state.isWatched ? frame : nil
        }
    }

    func refused() { held.withLock { $0.refusals += 1 } }

    // MARK: The trainer's

    private func attend(_ line: ClassLine) {
        var isTrainer = false
        line.read { heard in
            if heard["trainer"] == .bool(true), !isTrainer {
                isTrainer = true
                held.withLock { $0.lines.append(line) }
            } else if isTrainer, let order = ClassWords.order(from: heard) {
                obey(order, line)
            }
        }
        line.hangUp()
        held.withLock { state in
            state.lines.removeAll { $0 === line }
            if state.lines.isEmpty { state.isWatched = false }
        }
        wakeUp()
    }

    private func wakeUp() {
        var one: UInt64 = 1
        Glibc.write(wake, &one, 8)
    }

    private func obey(_ order: TrainerOrder, _ line: ClassLine) {
        defer { wakeUp() }
        if case .watch(let place) = order {
            return held.withLock { ($0.isWatched, $0.frame) = (place != nil, nil) }
        }
        guard let day = held.withLock(\.day) else {
            return say(
                Bilingual(
                    "La práctica se prepara: espere y repítalo.",
                    "The practice is being prepared: wait, and do it again."), line)
        }
        day.obey(
            order, for: PracticeStore.trainee, reads: { day.say(byTrainer: $0) },
            then: { [self] answer in
                say(order.words(answer), line)
                wakeUp()
            })
    }

    private func say(_ words: Bilingual, _ line: ClassLine) {
        line.send(["said": [.string(words.es), .string(words.en)]])
    }

    private func tell() {
        let (lines, day, frame) = held.withLock { ($0.lines, $0.day, $0.frame) }
        guard !lines.isEmpty, let day else { return }
        let state = ClassWords.json(state(of: day), at: scenario.point)
        for line in lines {
            line.show(state, as: .state)
            line.show(["frame": frame.map(FrameText.json) ?? .null], as: .frame)
        }
    }

    private func state(of day: LiveDay) -> ClassState {
        let (state, report) = (day.state, day.report)
        var row = ClassState.Row(name: PracticeStore.trainee, now: day.now)
        row.isJoined = true
        held.withLock { held in
            (row.screen, row.field) = (held.place.screen, held.place.field)
            row.since = (monotonic() - held.since) / 1_000_000_000
            row.refusals = held.refusals
        }
        (row.speed, row.isPaused, row.isOver) = (state.speed, state.isPaused, state.isOver)
        (row.isLiving, row.isStopped) = (!day.clock.isOver, day.standsStill)
        (row.points, row.possible, row.missed) = (report.points, report.possible, report.missed)
        row.oldestWait = report.oldestWait
        return ClassState(
            title: scenario.title, rows: [row], injects: scenario.choices,
            moments: state.moments, isOneStore: true)
    }
}
