import Drill
import Glibc
import Repatriation
import Screens
import Store
import Synchronization
import Terminal

/// Goes on with a day on a thread of its own, with its own connection; the screen sees how it
/// stands, and says what is wanted of it.
///
/// `@unchecked`: the plan is handed over whole; nobody else touches it after `start`.
final class LiveDay: @unchecked Sendable {
    /// Nil once its thread has left it, and the store with it.
    private var handed: (any PracticePlan)?
    /// What it is lived on; opened before anybody else here looks at the same file, and the one it
    /// was made with closed: who opens a store finds its files by what this process has open.
    private var opened: Store?
    private let path: String
    let clock: PracticeClock
    private let language: Language
    private let shown: Mutex<PracticeState>
    private let isStopped = Atomic<Bool>(false)
    private let hasEnded = Atomic<Bool>(false)
    private let stands = Atomic<Bool>(false)
    /// How many of what was told are the plan's.
    private var planned = 0
    /// What a trainer wants.
    let requests = TrainerRequests()
    private let reported = Mutex(PracticeReport())
    private let isReportWanted = Atomic<Bool>(true)
    private var lastReport = 0
    private let goingBack = Mutex<Int?>(nil)
    private static let rest: UInt32 = 100_000

    init(
        _ plan: any PracticePlan, path: String, clock: PracticeClock, language: Language = .es
    ) {
        self.language = language
        handed = plan
        self.path = path
        self.clock = clock
        var state = PracticeState(plan.title, speed: clock.speed)
        state.moments = plan.moments
        shown = Mutex(state)
    }

    func start() {
        do {
            let store = try Store(path: path)
            try store.setSynchronous(false)
            handed?.work(on: store)
            opened = store
        } catch {
            stop(because: Bilingual(telling: error))
        }
        Detached.run { [self] in run() }
    }

    /// How it stands.
    var state: PracticeState {
        var state = shown.withLock { $0 }
        state.speed = clock.speed
        state.isPaused = clock.isPaused
        return state
    }

    /// What whoever sits at the screen wants.
    func obey(_ order: PracticeOrder) {
        if case .back(let moment) = order {
            let isOne = shown.withLock { $0.moments.indices.contains(moment) }
            if isOne { goingBack.withLock { $0 = moment } }
            return
        }
        if case .colleagues(let point, let desk) = order {
            shown.withLock { $0.toggleRest(at: point, desk: desk) }
        }
        clock.obey(order, nextArrival: shown.withLock(\.nextArrival))
    }

    /// The minute that is gone back to: whoever looks at this store leaves it; nil while they stay.
    var goesBackTo: Int? { goingBack.withLock { $0 } }

    /// How it stood when that was asked before, a second ago or more.
    var report: PracticeReport {
        isReportWanted.store(true, ordering: .relaxed)
        return reported.withLock { $0 }
    }

    /// Says something to whoever works, as what happens is said.
    func say(_ id: String, _ words: String) {
        let now = clock.now
        shown.withLock {
            $0.told.append(.init(id: id, at: now, synopsis: words, hint: "", isSaid: true))
        }
    }

    /// The trainer says something to whoever works.
    func say(byTrainer text: String) {
        let now = clock.now
        shown.withLock {
            $0.told.append(.init(trainer: text, number: $0.told.count, at: now, language))
        }
    }

    /// Waits until the thread has left the store, for at most so many seconds: what it has begun to
    /// live it ends.
    func end(within seconds: Int = 1) { LiveDay.end([self], within: seconds) }

    /// All leave their stores, and all are waited for at once.
    static func end(_ days: [LiveDay], within seconds: Int = 1) {
        for day in days { day.isStopped.store(true, ordering: .releasing) }
        for _ in 0..<100 * seconds where !days.allSatisfy(\.hasLeft) { usleep(10_000) }
    }

    /// Its thread has left the store.
    var hasLeft: Bool { hasEnded.load(ordering: .acquiring) }

    /// Long enough for a quarter of an hour of the largest practice on a slow machine.
    static let patience = 30

    /// It lives on no longer, and says why: what happens is not kept.
    func stop(because failure: Bilingual) {
        let now = clock.now
        let words = Bilingual(
            "La práctica se detuvo: \(failure.es)", "The practice has stopped: \(failure.en)")
        shown.withLock {
            $0.told.append(
                .init(
                    id: "detenida", at: now, synopsis: words(language), hint: "", isSaid: true))
            $0.isOver = true
        }
        clock.stop()
        stands.store(true, ordering: .releasing)
        isStopped.store(true, ordering: .releasing)
    }

    /// It lives on no longer, and not because it is over.
    var standsStill: Bool { stands.load(ordering: .acquiring) }

    private var isOn: Bool { !isStopped.load(ordering: .acquiring) }

    private func run() {
        if let plan = handed, let store = opened { live(plan, store) }
        requests.close(by: opened == nil ? nil : handed, at: clock.now)
        (handed, opened) = (nil, nil)
        hasEnded.store(true, ordering: .releasing)
    }

    private func live(_ plan: any PracticePlan, _ store: Store) {
        liveFirstHours(plan, store)
        plan.watchClosely()
        while isOn {
            liveOn(plan)
            usleep(LiveDay.rest)
        }
    }

    /// A quarter of an hour at a time: what has happened so far can be seen.
    private func liveFirstHours(_ plan: any PracticePlan, _ store: Store) {
        var quarter = clock.start
        repeat {
            quarter = min(quarter.adding(minutes: 15), clock.end)
            live(plan, to: quarter, in: store)
            requests.answer(by: plan, at: clock.now) { $0.isWritten }
        } while quarter < clock.end && isOn
        if !standsStill { clock.finish() }
        show(plan)
    }

    /// A minute at a time, up to where the clock should be: whoever looks sees each.
    private func liveOn(_ plan: any PracticePlan) {
        plan.setResting(shown.withLock(\.resting))
        requests.answer(by: plan, at: clock.now) { _ in true }
        // Where it should be is asked anew: what took too long is not made up for.
        while case let target = min(clock.target(), plan.ends), clock.now < target, isOn {
            live(plan, to: min(target, clock.now.adding(minutes: 1)))
        }
        show(plan)
    }

    /// Up to a moment; the clock shows only what was kept.
    private func live(_ plan: any PracticePlan, to moment: Instant, in batch: Store? = nil) {
        do throws(StoreError) {
            if let batch {
                try batch.batch(orWrap: { $0 }) { () throws(StoreError) in
                    plan.advance(to: moment)
                }
            } else {
                plan.advance(to: moment)
            }
        } catch { return stop(because: error.sentence) }
        if let failure = plan.failure { stop(because: failure) } else { clock.live(to: moment) }
    }

    private func show(_ plan: any PracticePlan) {
        let (told, next) = (plan.told, plan.nextArrival(after: clock.now))
        // Nobody else's clock waits for what no trainer asks.
        if monotonic() - lastReport >= 1_000_000_000,
            isReportWanted.exchange(false, ordering: .relaxed)
        {
            lastReport = monotonic()
            let report = plan.report(at: clock.now)
            reported.withLock { $0 = report }
        }
        let isOver = clock.now >= plan.ends
        shown.withLock { state in
            state.isOver = isOver || !isOn
            state.told += told.dropFirst(planned)
            state.nextArrival = next
        }
        planned = told.count
    }
}
