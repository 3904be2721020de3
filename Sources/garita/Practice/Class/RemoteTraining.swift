import Glibc
import Repatriation
import Screens
import Synchronization
import Terminal

/// What a trainer's console shows, and whom its orders go to.
protocol Training: AnyObject, Sendable {
    /// How the class stands.
    var state: ClassState { get }
    /// The screen that is looked at.
    var frame: Frame? { get }
    /// Nothing is left to train.
    var isOver: Bool { get }
    /// What is to be said to the trainer, once.
    func takeSaid() -> [Bilingual]
    /// Carries an order out; what came of it is said later.
    func obey(_ order: TrainerOrder)
}

/// A practice at another terminal.
final class RemoteTraining: Training {
    private struct State {
        var state: ClassState?
        var point = PointCode.none
        var frame: Frame?
        var isWatching = false
        var said: [Bilingual] = []
        var isOver = false
    }

    private let line: ClassLine
    private let held = Mutex(State())
    private let wake: Int32
    private let arrived = makeEventDescriptor(blocks: true)

    init(_ line: ClassLine, wake: Int32) {
        self.line = line
        self.wake = wake
        line.send(["trainer": .bool(true)])
        Detached.run { [self] in
            self.line.read { hear($0) }
            held.withLock { $0.isOver = true }
            signal()
        }
    }

    deinit { close(arrived) }

    /// What stands there first, and the point whose clock it has; nil where the practice is over.
    func first() -> (ClassState, PointCode)? {
        while true {
            let (state, point, isOver) = held.withLock { ($0.state, $0.point, $0.isOver) }
            if let state { return (state, point) }
            if isOver { return nil }
            var count: UInt64 = 0
            read(arrived, &count, 8)
        }
    }

    private func hear(_ heard: JSON) {
        held.withLock { held in
            if let told = ClassWords.state(from: heard) {
                (held.state, held.point) = (told.state, told.point)
            }
            if held.isWatching, let frame = heard["frame"] { held.frame = FrameText.frame(frame) }
            if let said = heard["said"]?.elements, said.count == 2, let es = said[0].text,
                let en = said[1].text
            {
                held.said.append(Bilingual(es, en))
            }
        }
        signal()
    }

    private func signal() {
        var one: UInt64 = 1
        write(wake, &one, 8)
        write(arrived, &one, 8)
    }

    var state: ClassState {
        held.withLock(\.state)
            ?? ClassState(title: "", rows: [], injects: [], moments: [], isOneStore: true)
    }
    var frame: Frame? { held.withLock(\.frame) }
    var isOver: Bool { held.withLock(\.isOver) }

    func takeSaid() -> [Bilingual] {
        held.withLock { held in
            defer { held.said = [] }
            return held.said
        }
    }

    func obey(_ order: TrainerOrder) {
        if case .results = order {
            return held.withLock {
                $0.said.append(
                    Bilingual(
                        "De una práctica sola: garita debrief ARCHIVO.",
                        "Of one practice: garita debrief FILE."))
            }
        }
        if case .watch(let place) = order {
            held.withLock { ($0.isWatching, $0.frame) = (place != nil, nil) }
        }
        if let json = ClassWords.json(order) { line.send(json) }
    }

    /// Takes part no more.
    func end() { line.hangUp() }
}
