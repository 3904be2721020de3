import Drill
import Glibc
import Repatriation
import Screens
import Store
import Synchronization
import Terminal

/// `demo`: a live practice day on a throw-away store.
enum DemoProgram {
    /// The practice day; any day would do, a fixed one makes the same seed the same day.
    static let day = CivilDate(year: 2026, month: 11, day: 20)

    /// When its officers are there, in minutes from the hour at which the day is shown.
    static let prepared = -330

    static func run(_ arguments: Arguments) throws -> Int32 {
        if let code = try ScenarioProgram.run(arguments) { return code }
        let seed = try arguments.integer("seed", 1...(1 << 40), or: 1)
        let speed = try arguments.integer("speed", 1...240, or: 10)
        let point = try arguments.point()
        let folder = try TemporaryFolder("garita-practica")
        let path = arguments["keep"] ?? "\(folder.path)/practica.db"
        defer { folder.remove() }
        let (plan, start) = try make(path, seed: seed)
        // The clock never shows an hour before what is there already.
        let morning = Morning(from: start.adding(minutes: prepared), to: start)
        let clock = Clock.simulated(after: morning, speed: speed)
        let stop = DemoStop()
        LiveDay(plan: plan, path: path, clock: clock, morning: morning, stop: stop).start()
        defer { stop.end() }
        // Whoever sits down comes when the morning is over; a board shows how it goes.
        let home: DeskProgram.Home = point.map { .desk($0, 1) } ?? .board
        return try DeskProgram.run(
            arguments, home, clock: clock, path: path, after: { if point != nil { morning.wait() } }
        )
    }

    /// A store with a morning behind it, until 10:00 of Tijuana; the day's plan as it stands, and
    /// that moment.
    static func prepare(_ path: String, seed: Int) throws -> (PracticeDay, Instant) {
        let (plan, start) = try make(path, seed: seed)
        let store = try Store(path: path)
        try store.setSynchronous(false)
        plan.work(on: store)
        try store.batch(orWrap: { $0 }) { () throws(StoreError) in plan.advance(to: start) }
        return (plan, start)
    }

    /// A store on which nothing has happened yet, the day's plan, and 10:00 of Tijuana.
    static func make(_ path: String, seed: Int) throws -> (PracticeDay, Instant) {
        guard let zone = StoreFiles.zone("America/Tijuana"), let day,
            let ten = TimeOfDay(text: "10:00")
        else {
            throw StoreError.zoneMissing("America/Tijuana")
        }
        let people = PracticeStore.people
        let start = zone.instant(of: day, at: ten)
        let store = try PracticeStore.create(
            path, seed: seed, people, at: start.adding(minutes: -360),
            officersAt: start.adding(minutes: prepared))
        return (try plan(store, people, seed: seed), start)
    }

    /// The day's plan on a store. Refusals are part of a day and change nothing.
    private static func plan(_ store: Store, _ people: InventedPeople, seed: Int) throws(StoreError)
        -> PracticeDay
    {
        var points: [(point: ReceivingPoint, zone: Zone)] = []
        for point in try store.points() { points.append((point, try store.zone(point.zone))) }
        let officers = try store.allOfficers().map(\.id).sorted()
        return PracticeDay(
            seed: seed, points: points, plan: Assets.text("demo-data/day.txt") ?? "",
            people: people,
            officers: officers, day: day ?? CivilDate(daysSinceEpoch: 0), firstDesk: 2)
    }
}

extension PracticeDay {
    /// From here on the day happens on this store.
    fileprivate func work(on store: Store) {
        perform = { command, officer, at in
            (try? store.perform(command, by: officer, at: at)).map { ($0.result, $0.act) }
        }
        stays = { point, desk, until in
            try? store.heartbeat(point: point, desk: desk, of: nil, at: until)
        }
    }
}

/// The hours before a practice day is shown, lived while the first screen is already there: they
/// pass as fast as they are lived.
final class Morning: Sendable {
    /// When it begins and when the day goes on at its own speed.
    let start: Instant
    let end: Instant
    private let lived: Atomic<Int>
    /// By the steady clock; 0 while it lasts.
    private let ended = Atomic<Int>(0)
    private let over = makeEventDescriptor(blocks: false)

    init(from start: Instant, to end: Instant) {
        (self.start, self.end) = (start, end)
        lived = Atomic(start.milliseconds)
    }

    deinit { close(over) }

    /// The hour, when the day has gone on so many times faster than real time since.
    func now(speed: Int) -> Instant {
        let ended = ended.load(ordering: .acquiring)
        guard ended > 0 else { return Instant(milliseconds: lived.load(ordering: .acquiring)) }
        return Instant(milliseconds: end.milliseconds + (monotonic() - ended) / 1_000_000 * speed)
    }

    /// The day goes on at its own speed.
    var isOver: Bool { ended.load(ordering: .acquiring) > 0 }

    /// It has been lived so far.
    func live(to now: Instant) { lived.store(now.milliseconds, ordering: .releasing) }

    func finish() {
        ended.store(monotonic(), ordering: .releasing)
        var one: UInt64 = 1
        Glibc.write(over, &one, 8)
    }

    /// Waits until it is over.
    func wait() {
        var descriptor = pollfd(fd: over, events: Int16(POLLIN), revents: 0)
        _ = uninterrupted { Int(poll(&descriptor, 1, -1)) }
    }
}

/// Goes on with a prepared day on a thread of its own, with its own connection.
///
/// `@unchecked`: the plan is handed over whole; nobody else touches it after `start`.
final class LiveDay: @unchecked Sendable {
    private let plan: PracticeDay
    private let path: String
    private let clock: Clock
    private let morning: Morning
    private let stop: DemoStop

    init(plan: PracticeDay, path: String, clock: Clock, morning: Morning, stop: DemoStop) {
        self.plan = plan
        self.path = path
        self.clock = clock
        self.morning = morning
        self.stop = stop
    }

    func start() {
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<LiveDay>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        pthread_detach(thread)
    }

    private func run() {
        defer { stop.hasEnded() }
        guard let store = try? Store(path: path), (try? store.setSynchronous(false)) != nil else {
            return morning.finish()
        }
        plan.work(on: store)
        live(store)
        while !stop.isSet {
            plan.advance(to: clock.now)
            usleep(200_000)
        }
    }

    /// The morning, a quarter of an hour at a time: what has happened so far can be seen.
    private func live(_ store: Store) {
        var quarter = morning.start
        while quarter < morning.end, !stop.isSet {
            quarter = min(quarter.adding(minutes: 15), morning.end)
            try? store.batch(orWrap: { $0 }) { () throws(StoreError) in plan.advance(to: quarter) }
            morning.live(to: quarter)
        }
        morning.finish()
    }
}

/// Tells the practice thread to end.
final class DemoStop: Sendable {
    private let flag = Atomic<Bool>(false)
    private let done = Atomic<Bool>(false)
    var isSet: Bool { flag.load(ordering: .acquiring) }
    func hasEnded() { done.store(true, ordering: .releasing) }
    /// Waits until the thread has left the store, for at most a second.
    func end() {
        flag.store(true, ordering: .releasing)
        for _ in 0..<100 where !done.load(ordering: .acquiring) { usleep(10_000) }
    }
}
