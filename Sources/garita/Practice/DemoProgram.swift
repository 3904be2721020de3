import Drill
import Repatriation
import Screens
import Store

/// `demo`: a live practice day on a throw-away store.
enum DemoProgram {
    /// The practice day; any day would do, a fixed one makes the same seed the same day.
    static let day = CivilDate(year: 2026, month: 11, day: 20)

    /// When its officers are there, in minutes from the hour at which the day is shown.
    static let prepared = -330

    static func run(_ arguments: Arguments) throws -> Int32 {
        if let code = try ScenarioProgram.run(arguments) { return code }
        if let file = arguments["class"] { return try ClassProgram.run(file, arguments) }
        if let file = arguments["join"] { return try JoinProgram.run(file, arguments) }
        let seed = try arguments.integer("seed", 1...(1 << 40), or: 1)
        let speed = try arguments.integer("speed", 1...240, or: 10)
        let point = try arguments.point()
        let folder = try TemporaryFolder("garita-practica")
        let path = arguments["keep"] ?? "\(folder.path)/practica.db"
        defer { folder.remove() }
        if let name = arguments["scenario"] {
            return try ScenarioPractice(name, arguments, path).run()
        }
        let (plan, start) = try make(path, seed: seed)
        // The clock never shows an hour before what is there already.
        let clock = PracticeClock(
            from: start.adding(minutes: prepared), to: start, speed: speed)
        return try live(plan, path, clock, point.map { .desk($0, 1) } ?? .board, arguments)
    }

    /// Whoever sits down comes when the first hours are over; a board shows how they go.
    private static func live(
        _ plan: any PracticePlan, _ path: String, _ clock: PracticeClock, _ home: DeskProgram.Home,
        _ arguments: Arguments
    ) throws -> Int32 {
        try DeskProgram.requireTerminal()
        let terminal = try DeskTerminal(arguments)
        defer { terminal.close() }
        let day = LiveDay(plan, path: path, clock: clock)
        day.start()
        defer { day.end() }
        let isAtDesk = if case .desk = home { true } else { false }
        return try DeskProgram.sit(
            arguments, home, clock: .practice(day), at: path, on: terminal,
            after: { if isAtDesk { clock.wait() } }) ?? 0
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

extension PracticeDay: PracticePlan {
    var title: String { "Un día de práctica" }
    var told: [PracticeState.Told] { [] }
    var moments: [PracticeState.Moment] { [] }
    func take(_ request: TrainerRequest, at now: Instant) -> Rehearsal.ByHand { .none }
    func report(at now: Instant) -> PracticeReport { PracticeReport() }
    var watchesAlarms: Bool { false }
    var ends: Instant? { nil }

    func setColleagues(working: Bool) { colleaguesWork = working }

    func work(on store: Store) {
        perform = { command, officer, at in
            (try? store.perform(command, by: officer, at: at)).map { ($0.result, $0.act) }
        }
        stays = { point, desk, until in
            try? store.heartbeat(point: point, desk: desk, of: nil, at: until)
        }
    }
}
