import Drill
import Repatriation
import Store

/// A new practice store with those who work in its scenario.
enum PracticeStore {
    /// Makes one at a path, as it stands at a moment. The account of this machine is whoever
    /// practises; in a class they have names, no accounts, and a seat each, in that order.
    static func create(
        _ path: String, for scenario: Scenario, seed: Int, at: Instant, trainees: [String] = []
    ) throws -> (store: Store, staff: Staff, seated: [Identifier<Officer>]) {
        var names = OfficerNames(people, seed: seed, besides: trainees)
        let invented = names.next()
        try Store.create(at: path, .init(lead: names.next(), account: nil, seed: seed, now: at))
        let store = try Store(path: path)
        try store.setSynchronous(false)
        guard let lead = try store.allOfficers().first else { throw Refusal(.unknownOfficer) }
        func add(
            _ name: String, _ post: Staff.Post, account: String? = nil
        ) throws -> Identifier<Officer> {
            let roles = post.roles(in: scenario)
            let added = try store.perform(
                .act(AddOfficer(name, account: account, roles: roles)), by: lead.id, at: at)
            guard let id = added.result["officer"]?.integer else { throw Refusal(.unknownOfficer) }
            return Identifier(id)
        }
        var staff = Staff()
        var seated: [Identifier<Officer>] = []
        try store.batch(orWrap: { $0 as any Error }) {
            for post in Staff.posts(of: scenario) {
                if post == .lead(scenario.point, turn: 0) {
                    staff[post] = lead.id
                } else if post == .trainee {
                    let name = trainees.first ?? invented
                    let account = trainees.isEmpty ? Environment.account : nil
                    seated.append(try add(name, post, account: account))
                    staff[post] = seated[0]
                } else {
                    staff[post] = try add(names.next(), post)
                }
            }
            for name in trainees.dropFirst() { seated.append(try add(name, .trainee)) }
        }
        return (store, staff, seated)
    }

    /// Who practises where nobody has a name of their own: the first of the invented officers.
    static var trainee: String { people.officers.first ?? "" }

    /// The names that invented people are made of.
    static var people: InventedPeople {
        InventedPeople(text: Assets.text("demo-data/names.txt") ?? "")
    }
}

/// Names for officers, each once: those that are written first.
private struct OfficerNames {
    private let people: InventedPeople
    private var random: SeededGenerator
    private var used: Set<String>

    init(_ people: InventedPeople, seed: Int, besides taken: [String]) {
        self.people = people
        used = Set(taken.map(NameText.folded))
        random = SeededGenerator(seed: seed)
    }

    mutating func next() -> String {
        for name in people.officers where used.insert(NameText.folded(name)).inserted {
            return name
        }
        while true {
            let name = people.officer(&random)
            if used.insert(NameText.folded(name)).inserted { return name }
        }
    }
}

/// The zones of the points that every new store has.
struct ZonesOfPoints {
    let all: [PointCode: Zone]

    init() throws {
        var ids = IdentifierSource(origin: 1, counter: 0)
        var zones: [PointCode: Zone] = [:]
        for point in NinePoints.make(&ids) {
            guard let zone = StoreFiles.zone(point.zone) else {
                throw StoreError.zoneMissing(point.zone)
            }
            zones[point.code] = zone
        }
        all = zones
    }

    func zone(of point: PointCode) throws -> Zone {
        guard let zone = all[point] else { throw Refusal(.unknownPoint) }
        return zone
    }

    /// When a scenario starts.
    func start(of scenario: Scenario) throws -> Instant {
        try zone(of: scenario.point).instant(of: scenario.day, at: scenario.starts)
    }
}
