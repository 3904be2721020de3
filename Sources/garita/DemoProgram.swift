import Drill
import Glibc
import Repatriation
import Screens
import Store
import Synchronization

/// `demo`: a live practice day on a throw-away store.
enum DemoProgram {
    /// The practice day; any day would do, a fixed one makes the same seed the same day.
    static let day = CivilDate(year: 2026, month: 11, day: 20)

    static func run(_ arguments: Arguments) throws -> Int32 {
        let seed = try arguments.integer("seed", 1...(1 << 40), or: 1)
        let speed = try arguments.integer("speed", 1...240, or: 10)
        let point = try arguments.point()
        let folder = try TemporaryFolder("garita-practica")
        let path = arguments["keep"] ?? "\(folder.path)/practica.db"
        defer { folder.remove() }
        let (plan, start) = try prepare(path, seed: seed)
        let clock = Clock.simulated(from: start, speed: speed)
        let stop = DemoStop()
        LiveDay(plan: plan, path: path, clock: clock, stop: stop).start()
        defer { stop.end() }
        let home: DeskProgram.Home = point.map { .desk($0, 1) } ?? .board
        return try DeskProgram.run(arguments, home, clock: clock, path: path)
    }

    /// A store with a morning behind it, until 10:00 of Tijuana; the day's plan as it stands, and
    /// that moment.
    static func prepare(_ path: String, seed: Int) throws -> (PracticeDay, Instant) {
        guard let zone = StoreFiles.zone("America/Tijuana"), let day,
            let ten = TimeOfDay(text: "10:00")
        else {
            throw StoreError.zoneMissing("America/Tijuana")
        }
        let people = InventedPeople(text: Assets.text("demo-data/names.txt") ?? "")
        let start = zone.instant(of: day, at: ten)
        let lead = people.officers.first ?? "Práctica"
        try Store.create(
            at: path,
            .init(
                lead: lead, account: Environment.account, seed: seed,
                now: start.adding(minutes: -360)))
        let store = try Store(path: path)
        try store.setSynchronous(false)
        try store.batch(orWrap: { $0 }) { () throws(StoreError) in
            guard let lead = try store.allOfficers().first else { return }
            for name in people.officers.dropFirst() {
                let command = Command.act(AddOfficer(name, account: nil, roles: [.officer, .opi]))
                _ = try? store.perform(command, by: lead.id, at: start.adding(minutes: -330))
            }
        }
        let plan = try plan(store, people, seed: seed)
        plan.stays = { point, desk, until in
            try? store.heartbeat(point: point, desk: desk, of: nil, at: until)
        }
        try store.batch(orWrap: { $0 }) { () throws(StoreError) in plan.advance(to: start) }
        return (plan, start)
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
            officers: officers, day: day ?? CivilDate(daysSinceEpoch: 0), firstDesk: 2
        ) { command, officer, at in
            (try? store.perform(command, by: officer, at: at)).map { ($0.result, $0.act) }
        }
    }
}

/// Goes on with a prepared day on a thread of its own, with its own connection.
///
/// `@unchecked`: the plan is handed over whole; nobody else touches it after `start`.
final class LiveDay: @unchecked Sendable {
    private let plan: PracticeDay
    private let path: String
    private let clock: Clock
    private let stop: DemoStop

    init(plan: PracticeDay, path: String, clock: Clock, stop: DemoStop) {
        self.plan = plan
        self.path = path
        self.clock = clock
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
            return
        }
        plan.perform = { command, officer, at in
            (try? store.perform(command, by: officer, at: at)).map { ($0.result, $0.act) }
        }
        plan.stays = { point, desk, until in
            try? store.heartbeat(point: point, desk: desk, of: nil, at: until)
        }
        while !stop.isSet {
            plan.advance(to: clock.now)
            usleep(200_000)
        }
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
