import Glibc
import Repatriation
import Screens
import Store
import Synchronization
import Terminal

/// The clock of a practice: it shows what has been lived, never an hour of which nothing is known
/// yet. Where the machine cannot keep up with its speed, time goes slower for all who look.
final class PracticeClock: Sendable {
    private struct State {
        /// What has been lived so far.
        var lived: Instant
        /// The moment from which it runs at its speed, and when that was by the steady clock; nil
        /// while the hours before it are lived.
        var origin: (at: Instant, steady: Int)?
        var speed: Int
        var isPaused = false
        /// Up to where it goes at once.
        var leap: Instant?

        /// Where it should be.
        func target(_ steady: Int) -> Instant {
            if let leap { return leap }
            guard let origin else { return lived }
            let passed = isPaused ? 0 : max(0, steady - origin.steady) / 1_000_000
            return Instant(milliseconds: origin.at.milliseconds + passed * speed)
        }
    }

    /// When it begins, and when it goes on at its own speed.
    let start: Instant
    let end: Instant
    private let state: Mutex<State>
    private let over = makeEventDescriptor(blocks: false)

    /// A practice whose first hours, until `end`, pass as fast as they are lived.
    init(from start: Instant, to end: Instant, speed: Int) {
        (self.start, self.end) = (start, end)
        state = Mutex(State(lived: start, speed: speed))
    }

    deinit { close(over) }

    /// The hour that is shown: what has been lived.
    var now: Instant { state.withLock(\.lived) }
    /// How many times faster than real time.
    var speed: Int { state.withLock(\.speed) }
    /// It stands still.
    var isPaused: Bool { state.withLock(\.isPaused) }
    /// It goes on at its own speed.
    var isOver: Bool { state.withLock { $0.origin != nil } }

    /// Up to which moment is to be lived now.
    func target(_ steady: Int = monotonic()) -> Instant {
        state.withLock { $0.target(steady) }
    }

    /// It has been lived so far. Where that took longer than it should, it is not made up for.
    func live(to now: Instant, _ steady: Int = monotonic()) {
        state.withLock { state in
            state.lived = max(state.lived, now)
            if let leap = state.leap {
                guard state.lived >= leap else { return }
                state.leap = nil
                state.origin = (state.lived, steady)
            }
            let behind = state.target(steady).milliseconds - state.lived.milliseconds
            if state.origin != nil, behind > 1000 * state.speed {
                state.origin = (state.lived, steady)
            }
        }
    }

    /// The first hours are over.
    func finish(_ steady: Int = monotonic()) {
        state.withLock { state in
            state.lived = max(state.lived, end)
            state.origin = (state.lived, steady)
        }
        var one: UInt64 = 1
        Glibc.write(over, &one, 8)
    }

    /// Nothing is lived any more: it stands at what was, and nobody waits for it.
    func stop(_ steady: Int = monotonic()) {
        state.withLock { state in
            (state.origin, state.leap, state.isPaused) = ((state.lived, steady), nil, true)
        }
        var one: UInt64 = 1
        Glibc.write(over, &one, 8)
    }

    /// Waits until the first hours are over.
    func wait() {
        var descriptor = pollfd(fd: over, events: Int16(POLLIN), revents: 0)
        _ = uninterrupted { Int(poll(&descriptor, 1, -1)) }
    }

    /// Stands still or goes on, faster or slower, or a part of it at once.
    func obey(_ order: PracticeOrder, nextArrival: Instant?, _ steady: Int = monotonic()) {
        state.withLock { state in
            guard state.origin != nil else { return }
            let at = state.target(steady)
            let speeds = PracticeState.speeds
            let place = speeds.firstIndex { $0 >= state.speed } ?? 0
            switch order {
            case .pause: state.isPaused.toggle()
            case .faster: state.speed = speeds[min(place + 1, speeds.count - 1)]
            case .slower: state.speed = speeds[max(place - 1, 0)]
            case .step: state.leap = at.adding(minutes: 1)
            case .nextArrival:
                // To shortly before it, and from there to it.
                guard let next = nextArrival, next > at else { break }
                let before = next.adding(minutes: -1)
                state.leap = before > at ? before : next
            case .colleagues, .back: break
            }
            state.origin = (at, steady)
        }
    }
}
