import Glibc
import Repatriation
import Screens
import Synchronization
import Terminal

/// A practice that is lived at the trainer's console: this terminal takes part in it.
final class JoinedDay: Practising {
    private struct State {
        var pace = ClassWords.Pace()
        var told: [PracticeState.Told] = []
        /// The seat that is meant now, and the one that this terminal sits at.
        var seat: ClassWords.Seat?
        var seated = 0
        var isLeaving = false
        var isGone = false
        /// Whoever sits here leaves the store they sit at: also for another that was made meanwhile.
        var isLeft: Bool { isGone || isLeaving || seat?.run != seated }
        var place: Whereabouts?
        /// Keys for each person, and those that were not told yet.
        var keys: [Int: Int] = [:]
        var untold: Set<Int> = []
    }

    private let line: ClassLine
    private let language: Language
    private let held = Mutex(State())
    private let wake: Int32
    private let arrived = makeEventDescriptor(blocks: false)

    init(_ line: ClassLine, _ language: Language, wake: Int32) {
        self.line = line
        self.language = language
        self.wake = wake
    }

    deinit { close(arrived) }

    /// Listens from now on.
    func start() {
        Detached.run { [self] in
            line.read { hear($0) }
            held.withLock { $0.isGone = true }
            signal()
        }
    }

    private func hear(_ heard: JSON) {
        held.withLock { state in
            if let seat = ClassWords.Seat(heard) {
                state.seat = seat
                // The same store as before is not opened anew.
                if seat.run != state.seated {
                    (state.told, state.keys, state.untold) = ([], [:], [])
                }
                state.isLeaving = false
            }
            if let pace = ClassWords.Pace(heard) { state.pace = pace }
            if let told = ClassWords.told(from: heard) { state.told = told }
            if heard["leave"] != nil { state.isLeaving = true }
            if heard["over"] != nil || heard["no"] != nil { state.isGone = true }
        }
        signal()
    }

    private func signal() {
        var one: UInt64 = 1
        Glibc.write(wake, &one, 8)
        Glibc.write(arrived, &one, 8)
    }

    /// Waits for something that comes over the line; false where the line ends first.
    private func wait(until isThere: (State) -> Bool) -> Bool {
        while true {
            let (isGone, found) = held.withLock { ($0.isGone, isThere($0)) }
            if found { return true }
            if isGone { return false }
            var descriptor = pollfd(fd: arrived, events: Int16(POLLIN), revents: 0)
            poll(&descriptor, 1, 1000)
            var count: UInt64 = 0
            Glibc.read(arrived, &count, 8)
        }
    }

    /// The seat that is to be taken next; nil where the class is over.
    func nextSeat() -> ClassWords.Seat? {
        let left = held.withLock(\.seated)
        if left > 0 { line.send(["left": .int(left)]) }
        guard wait(until: { !$0.isGone && !$0.isLeaving && $0.seat != nil }) else { return nil }
        return held.withLock { state in
            state.seated = state.seat?.run ?? 0
            state.place = nil
            return state.seat
        }
    }

    /// Waits until what comes before is lived, or another store takes its place.
    func waitUntilLived() { _ = wait { !$0.pace.isLiving || $0.isLeft } }

    // MARK: As a desk sees it

    var now: Instant { held.withLock(\.pace.now) }
    var speed: Int { held.withLock(\.pace.speed) }
    var isLeft: Bool { held.withLock(\.isLeft) }

    var state: PracticeState {
        held.withLock { held in
            var state = PracticeState(held.seat?.title ?? "", speed: held.pace.speed)
            state.isPaused = held.pace.isPaused
            state.isOver = held.pace.isOver
            state.isLed = true
            state.isWatched = held.pace.isWatched
            state.nextArrival = held.pace.nextArrival
            state.told = held.told
            return state
        }
    }

    /// The clock is the trainer's.
    func obey(_ order: PracticeOrder) {}

    func show(_ frame: Frame, _ place: Whereabouts) {
        let (isNew, isWatched, keys) = held.withLock { state in
            defer { (state.place, state.untold) = (place, []) }
            let keys = state.untold.sorted().map { ($0, state.keys[$0] ?? 0) }
            return (state.place != place, state.pace.isWatched, keys)
        }
        for (person, count) in keys {
            line.send(["keys": [.int(person), .int(count)]])
        }
        if isNew {
            line.send(["at": ["screen": .string(place.screen), "field": .string(place.field)]])
        }
        if isWatched { line.show(["frame": FrameText.json(frame)], as: .frame) }
    }

    func typed(about person: Identifier<Reception>) {
        held.withLock { state in
            state.keys[person.value, default: 0] += 1
            state.untold.insert(person.value)
        }
    }

    func refused() { line.send(["refused": .bool(true)]) }

    /// Nothing more is said.
    func end() { line.hangUp() }
}
