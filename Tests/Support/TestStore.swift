import Foundation
import Glibc
import Repatriation
import Store
import Synchronization

/// A store in a folder of its own, removed with its holder.
package final class TestStore {
    package let folder: String
    package let store: Store
    package let lead: Identifier<Officer>
    /// The moment commands are given at; tests move it.
    package var now: Instant
    /// For how long the machine ran while tests let time pass.
    private var ran = 0
    /// The machine's run where it stands still but for that.
    private var stopped: Int?

    package var path: String { "\(folder)/g.db" }

    /// 20 November 2026, 17:00 UTC: ten in the morning of Nogales.
    package static let morning = Instant(milliseconds: 1_795_194_000_000)

    package init(seed: Int? = 1, now: Instant = TestStore.morning) throws {
        folder = try TestStore.makeFolder()
        self.now = now
        let path = "\(folder)/g.db"
        if seed == 1, now == TestStore.morning {
            try TestStore.copyOfNew.write(to: URL(fileURLWithPath: path))
            guard chmod(path, 0o600) == 0 else { throw StoreError.unreadable(path: path) }
        } else {
            try TestStore.create(path, seed, now)
        }
        store = try Store(path: path)
        try store.setSynchronous(false)
        lead = try store.allOfficers()[0].id
    }

    deinit { TestStore.remove(folder) }

    private static func create(_ path: String, _ seed: Int?, _ now: Instant) throws {
        try Store.create(
            at: path, .init(lead: "Rosa Ramírez Luna", account: "nadie", seed: seed, now: now))
    }

    /// A new store of the usual seed and morning, made once and copied for every test.
    private static let copyOfNew: Data = {
        do {
            let folder = try makeFolder()
            defer { remove(folder) }
            try create("\(folder)/g.db", 1, morning)
            return try Data(contentsOf: URL(fileURLWithPath: "\(folder)/g.db"))
        } catch {
            fatalError("no new store: \(error)")
        }
    }()

    /// A new folder under the system's temporary one, removed with the tests at the latest.
    package static func makeFolder() throws -> String {
        let folder = try StoreFiles.makeTemporary("garita-prueba")
        folders.withLock { $0.append(folder) }
        return folder
    }

    private static let folders: Mutex<[String]> = {
        atexit { TestStore.removeAll() }
        return Mutex([])
    }()

    private static func removeAll() { folders.withLock { $0 }.forEach(remove) }

    /// Removes a folder with what is in it.
    package static func remove(_ folder: String) { StoreFiles.removeTree(folder) }

    /// Carries out a command now.
    @discardableResult
    package func perform(_ command: Command, by officer: Identifier<Officer>? = nil)
        throws(PerformFailure) -> Answer
    {
        try store.perform(command, by: officer ?? lead, at: now)
    }

    /// Time passes, on the wall and in the machine.
    package func pass(minutes: Int = 0, seconds: Int = 0) {
        now = now.adding(minutes: minutes).adding(seconds: seconds)
        ran += minutes * 60_000 + seconds * 1000
        setUptime()
    }

    /// From here on the machine runs only by ``pass(minutes:seconds:)``.
    package func stopClock() {
        stopped = StoreFiles.uptime
        setUptime()
    }

    private func setUptime() { store.uptime = uptime }

    /// For how long the machine has run, for another store of the same file.
    package var uptime: () -> Int {
        let (ran, stopped) = (ran, stopped)
        return { (stopped ?? StoreFiles.uptime) + ran }
    }

    /// The refusal a command gives; nil when it is carried out.
    package func refusal(_ command: Command, by officer: Identifier<Officer>? = nil) -> Refusal? {
        do throws(PerformFailure) { try perform(command, by: officer) } catch {
            if case .refused(let refusal) = error { return refusal }
            return Refusal(.storeBusy, ["failed": true])
        }
        return nil
    }

    /// A new officer of the store, with these roles.
    package func add(_ name: String, _ roles: Set<OfficerRole>) throws -> Identifier<Officer> {
        let answer = try perform(.act(AddOfficer(name, account: nil, roles: roles)))
        return Identifier(answer.result["officer"]?.integer ?? 0)
    }

    /// Somebody with this role alone.
    package func officer(with role: OfficerRole) throws -> Identifier<Officer> {
        guard role.needsTwo else { return try add("Persona \(role.rawValue) Prueba", [role]) }
        let other = try add("Otra Jefa Prueba", [.officer, .lead])
        let id = try add("Persona \(role.rawValue) Prueba", [.officer])
        var change = OfficerChange()
        change.grants = role
        guard let asked = try perform(.act(SetOfficer(id, change))).act else {
            throw StoreError.missing(path: "confirmation")
        }
        try perform(.act(Confirm(asked)), by: other)
        (change.grants, change.revokes) = (nil, .officer)
        try perform(.act(SetOfficer(id, change)))
        return id
    }

    /// A person on a list.
    package static func person(_ number: Int, born year: Int = 1990) -> PersonData {
        var person = PersonData()
        person.given = "Persona \(number)"
        person.firstSurname = "Prueba"
        person.sex = .man
        person.birthDate = CivilDate(year: year, month: 5, day: 6)
        return person
    }

    /// A group announced at a point with so many people on its list.
    package func group(_ point: PointCode, people: [PersonData]) throws -> (
        Identifier<Group>, [Identifier<Reception>]
    ) {
        var announcement = Announcement()
        announcement.mode = .bus
        announcement.authority = .ice
        announcement.count = people.count
        let group =
            try perform(.act(AnnounceGroup(point, announcement))).result["group"]?.integer ?? 0
        let list = try perform(.act(AddToList(Identifier(group), people)))
        let ids = list.result["receptions"]?.elements?.compactMap(\.integer) ?? []
        return (Identifier(group), ids.map(Identifier.init))
    }

    /// Opens a shift with so many desks.
    package func open(_ point: PointCode, desks: Int, attends: Set<Attention>? = nil) throws {
        try perform(.act(OpenShift(at: point)))
        for desk in 1...desks { try perform(.act(OpenDesk(at: point, desk, attends: attends))) }
    }

    /// Somebody of a new group, received and asked.
    package func waiting(_ point: PointCode, _ person: PersonData, flags: Set<Flag> = []) throws
        -> Identifier<
            Reception
        >
    {
        let id = try group(point, people: [person]).1[0]
        try perform(.act(Receive(id, .all, tag: nil)))
        try perform(.act(Triage(id, flags)))
        return id
    }

    /// A child's lane as far as the hand-over needs it: who attends, who was told, the record
    /// signed.
    package func prepareHandOver(_ id: Identifier<Reception>) throws {
        var words = TickWords()
        try perform(.act(TickLane(id, .opi, words)))
        (words.medium, words.who) = (.phone, "Guardia inventada")
        for step in [LaneStep.procuraduria, .dif] { try perform(.act(TickLane(id, step, words))) }
        let issued = try perform(.act(TickLane(id, .acta, TickWords()))).result["paper"]?.integer
        try perform(.act(DeliverPaper(Identifier(issued ?? 0), .signed)))
    }

    /// The reception as the store has it.
    package func reception(_ id: Identifier<Reception>) throws -> Reception {
        guard let card = try store.card(id, now: now) else {
            throw StoreError.missing(path: "reception")
        }
        return card.reception
    }
}

extension PointCode {
    package static let nogales = PointCode("NOG") ?? .none
    package static let tijuana = PointCode("TIJ") ?? .none
}

/// Every answer that completes an interview.
package let completeAnswers: [ProfileField: String] = [
    .sex: "H", .birthDate: "1990-05-06", .birthState: "OC", .understandsSpanish: "yes",
    .travelsWith: "alone",
    .minorChildrenInUS: "no", .residenceState: "US-TX", .detentionState: "US-TX",
    .detainedBy: "ICE",
    .stay: "years1to5", .schooling: "primary", .destination: "OC", .contactConsent: "no",
]
