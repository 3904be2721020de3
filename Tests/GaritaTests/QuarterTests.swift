import Drill
import Repatriation
import Screens
import Store
import Support
import Synchronization
import Testing

@testable import garita

/// What a trainer wants while the first hours of a practice are still being lived.
@Suite struct QuarterTests {
    /// Three quarters of an hour in which a note and an inject are asked for at once.
    private final class Quarters: PracticePlan {
        let title = "Tres cuartos"
        /// So many quarters are kept.
        var kept = Int.max
        var failure: Bilingual? { quarters > kept ? Bilingual("no cabe", "no room") : nil }
        let ends = Instant.latest
        let moments: [PracticeState.Moment] = []
        let told: [PracticeState.Told] = []
        /// What was wanted, and how many quarters were lived by then.
        let taken = Mutex<[(isNote: Bool, quarters: Int)]>([])
        private var quarters = 0
        private var begins: (() -> Void)?

        func whenItBegins(_ work: @escaping () -> Void) { begins = work }
        func advance(to now: Instant) {
            quarters += 1
            begins?()
            begins = nil
        }
        func take(_ request: TrainerRequest, at now: Instant) -> Rehearsal.ByHand {
            taken.withLock { $0.append((request.isWritten, quarters)) }
            return .told
        }
        func work(on store: Store) {}
        func nextArrival(after now: Instant) -> Instant? { nil }
        func setResting(_ desks: [PointCode: Set<Int>]) {}
        func watchClosely() {}
        func report(at now: Instant) -> PracticeReport { PracticeReport() }
    }

    /// A note waits for the quarter; what happens waits until all of them are lived.
    @Test func aNoteDoesNotWaitForTheFirstHours() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/p.db"
        let start = TestStore.morning
        try Store.create(at: path, .init(lead: "Rosa", account: "x", seed: 1, now: start))
        let plan = Quarters()
        let day = LiveDay(
            plan, path: path,
            clock: PracticeClock(from: start, to: start.adding(minutes: 45), speed: 1))
        let answered = Signal()
        plan.whenItBegins { [weak day] in
            day?.requests.ask(.inject("algo")) { _ in answered.signal() }
            day?.requests.ask(.keep(.remark, "Ana", "escucha")) { _ in }
        }
        day.start()
        #expect(answered.wait())
        day.end(within: 10)
        let taken = plan.taken.withLock { $0 }
        #expect(taken.map(\.isNote) == [true, false])
        #expect(taken.first?.quarters == 1)
        #expect(taken.last.map { $0.quarters >= 3 } == true)
    }

    /// The disk is full in the second quarter: the clock shows what was kept, and it is said once.
    @Test func theClockShowsNoHourThatWasNotKept() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/p.db"
        let start = TestStore.morning
        try Store.create(at: path, .init(lead: "Rosa", account: "x", seed: 1, now: start))
        let plan = Quarters()
        plan.kept = 1
        let day = LiveDay(
            plan, path: path,
            clock: PracticeClock(from: start, to: start.adding(minutes: 45), speed: 60))
        day.start()
        day.clock.wait()
        day.end(within: 10)
        #expect(day.clock.now == start.adding(minutes: 15))
        #expect(day.state.isPaused && day.state.isOver && day.standsStill)
        #expect(day.state.told.map(\.synopsis) == ["La práctica se detuvo: no cabe"])
    }

    /// Something that comes once.
    private final class Signal: Sendable {
        private let hasCome = Atomic<Bool>(false)
        func signal() { hasCome.store(true, ordering: .releasing) }
        /// False where it has not come within ten seconds.
        func wait() -> Bool {
            let end = monotonic() + 10_000_000_000
            while !hasCome.load(ordering: .acquiring) {
                guard monotonic() < end else { return false }
            }
            return true
        }
    }
}
