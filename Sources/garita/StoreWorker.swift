import Glibc
import Repatriation
import Screens
import Store
import Synchronization
import Terminal

/// The store's own thread: takes effects in order, gives answers, and wakes the loop. The screen
/// never waits for it.
final class StoreWorker: Sendable {
    /// Work in order.
    enum Job: Sendable {
        case effect(Effect)
        case checkChanges
        case heartbeat(PointCode, Int)
        /// Looks at the alarms, and writes what changed of them.
        case alarms
        /// Looks whether a copy beside the store is due.
        case copy
        case stop

        /// Looks anew at what a screen shows because somebody else has written.
        var isLiveLook: Bool {
            if case .effect(let effect) = self { effect.isLiveLook } else { false }
        }

        /// A later letter of the same field makes the earlier draft, and what was asked for it,
        /// needless.
        func replaces(_ effect: Effect) -> Bool {
            if case .asked(_, .load(let query, holds: false)) = effect,
                case .effect(.asked(_, .load(let later, holds: false))) = self
            {
                return later.replaces(query)
            }
            guard case .draft(let id, let field, _) = effect,
                case .effect(.draft(id, field, _)) = self
            else {
                return false
            }
            return true
        }
    }

    /// What the screen is told.
    enum Answer: Sendable {
        case reply(Reply, to: Request?)
        case changed
        /// Somebody else has held the store for two seconds, and it is still waited for.
        case held(Holder)
        /// The store can no longer be used by this program.
        case ended(StoreError)
    }

    private struct State {
        var jobs: [Job] = []
        var answers: [Answer] = []
        var hasEnded = false
        /// Papers on their way to the printer, and copies that are being made.
        var underWay = 0
        /// When the store was last seen to be readable.
        var lookedAt = monotonic()
    }

    private let state = Mutex(State())
    private let jobsDescriptor: Int32
    private let wake: Int32
    /// Handed over whole: after `start` only the worker's thread touches it.
    nonisolated(unsafe) private let store: Store
    private let officer: Identifier<Officer>
    private let clock: Clock
    private let conversions = Conversions()
    /// Copies end before the program is stopped, and are made when it goes on.
    let rests = CopyRests()

    init(store: Store, officer: Identifier<Officer>, clock: Clock, wake: Int32) {
        self.store = store
        self.officer = officer
        self.clock = clock
        self.wake = wake
        jobsDescriptor = makeEventDescriptor(blocks: true)
    }

    /// `ready` comes before anything is done.
    func start(after ready: @escaping @Sendable () -> Void = {}) {
        Detached.run { [self] in
            ready()
            work()
        }
    }

    func add(_ jobs: Job...) { add(jobs) }

    /// Taken up together.
    func add(_ jobs: [Job]) {
        guard !jobs.isEmpty else { return }
        state.withLock { $0.jobs += jobs }
        signal(jobsDescriptor)
    }

    /// The answers that have come since the last call.
    func takeAnswers() -> [Answer] {
        state.withLock { state in
            defer { state.answers = [] }
            return state.answers
        }
    }

    /// For how many whole minutes the store could not be looked at.
    var staleMinutes: Int { (monotonic() - state.withLock { $0.lookedAt }) / 60_000_000_000 }

    /// Lets work under way finish, for at most a second: drafts and commands given are kept. What
    /// is being made text of is for nobody any more, and a copy is another's to make.
    func finish() {
        conversions.stop()
        add(.stop)
        for _ in 0..<100 where state.withLock({ !$0.hasEnded || $0.underWay > 0 }) {
            usleep(10_000)
        }
    }

    /// Runs work on a thread of its own and posts its answer.
    private func aside(_ request: Request?, _ work: @escaping @Sendable () -> Reply?) {
        state.withLock { $0.underWay += 1 }
        Detached.run { [self] in
            if let reply = work() { post(.reply(reply, to: request)) }
            state.withLock { $0.underWay -= 1 }
        }
    }

    private func signal(_ descriptor: Int32) {
        var one: UInt64 = 1
        Glibc.write(descriptor, &one, 8)
    }

    /// `isHeld` is taken with what is posted next: answers to one change are painted at once.
    private func post(_ answer: Answer, isHeld: Bool = false) {
        state.withLock { $0.answers.append(answer) }
        if !isHeld { signal(wake) }
    }

    private func waitForJobs() -> [Job] {
        var count: UInt64 = 0
        _ = uninterrupted { read(jobsDescriptor, &count, 8) }
        return state.withLock { state in
            defer { state.jobs = [] }
            return state.jobs
        }
    }

    private func work() {
        defer {
            // The store is closed with its holder, and what it tells does not hold that back.
            store.whenHeld = nil
            state.withLock { $0.hasEnded = true }
        }
        store.whenHeld = { [self] holder in if let holder { post(.held(holder)) } }
        var runner = EffectRunner(store: store, officer: officer, clock: clock)
        runner.aside = { [self] request, work in aside(request, work) }
        runner.conversions = conversions
        runner.rests = rests
        var version = -1
        /// Drafts that could not be kept while somebody held the file, the newest of each field.
        var unkept: [Job] = []
        while true {
            let jobs = waitForJobs()
            for (index, job) in jobs.enumerated() {
                switch job {
                case .stop: return
                case .effect(let effect) where jobs[(index + 1)...].contains { $0.replaces(effect) }:
                    continue
                case .effect(let effect) where effect.isDraft:
                    unkept.removeAll { job in
                        guard case .effect(.by(runner.officer, let earlier)) = job else {
                            return false
                        }
                        return Job.effect(effect).replaces(earlier)
                    }
                    for reply in runner.run(effect) {
                        unkept.append(.effect(.by(runner.officer, effect)))
                        post(.reply(reply, to: nil))
                    }
                case .copy:
                    if let reply = runner.copy() { post(.reply(reply, to: nil)) }
                case .effect(let effect):
                    let next = jobs.indices.contains(index + 1) ? jobs[index + 1] : nil
                    let isHeld = effect.isLiveLook && next?.isLiveLook == true
                    for reply in runner.run(effect) {
                        post(.reply(reply, to: effect.request), isHeld: isHeld)
                    }
                    // Whoever did it asks for the screen anew by the answer: it is no news of
                    // another desk.
                    if let own = runner.takeWritten(), own.lowerBound == version + 1 {
                        version = own.upperBound
                    }
                case .heartbeat(let point, let desk): runner.heartbeat(point, desk)
                case .alarms: runner.noteAlarms()
                case .checkChanges:
                    version = checkChanges(since: version)
                    unkept = unkept.filter { job in
                        if case .effect(let effect) = job {
                            !runner.run(effect).isEmpty
                        } else {
                            false
                        }
                    }
                }
            }
            // Whoever asked has the answer, and nobody else asks just now.
            if state.withLock({ $0.jobs.isEmpty }) { store.tidy() }
        }
    }

    /// A draft, a read or a heartbeat writes too: only a new fact wakes the screen.
    private func checkChanges(since version: Int) -> Int {
        do throws(StoreError) {
            let newest = try store.newestEvent()
            state.withLock { $0.lookedAt = monotonic() }
            if newest != version && version != -1 { post(.changed) }
            return newest
        } catch {
            if error.isFinal { post(.ended(error)) }
            return version
        }
    }
}

/// Work on a thread of its own, which nobody waits for.
final class Detached: Sendable {
    private let work: @Sendable () -> Void

    private init(_ work: @escaping @Sendable () -> Void) { self.work = work }

    static func run(_ work: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                guardThread()
                Unmanaged<Detached>.fromOpaque(context).takeRetainedValue().work()
                return nil
            }, Unmanaged.passRetained(Detached(work)).toOpaque())
        pthread_detach(thread)
    }
}

extension Effect {
    /// See ``StoreWorker/Job/isLiveLook``.
    var isLiveLook: Bool {
        if case .asked(_, .load(_, holds: false)) = self { true } else { false }
    }

    /// A field as it is typed: what cannot be kept now is kept as soon as the file is free.
    var isDraft: Bool { if case .draft = self { true } else { false } }

    /// Somebody signing in: the gate waits for its answer.
    var isOfGate: Bool {
        switch self {
        case .asked(_, let effect): effect.isOfGate
        case .signIn, .newPassword: true
        default: false
        }
    }

}
