import Drill
import Repatriation
import Store

/// A new practice store with those who work in its scenario.
enum PracticeStore {
    /// Makes one at a path, as it stands at a moment. The account of this machine is whoever
    /// practises.
    static func create(
        _ path: String, for scenario: Scenario, seed: Int, at: Instant
    ) throws -> (store: Store, staff: Staff) {
        let posts = Staff.posts(of: scenario)
        var names = OfficerNames(people, seed: seed)
        let trainee = names.next()
        try Store.create(at: path, .init(lead: names.next(), account: nil, seed: seed, now: at))
        let store = try Store(path: path)
        try store.setSynchronous(false)
        guard let lead = try store.allOfficers().first else { throw Refusal(.unknownOfficer) }
        var staff = Staff()
        try store.batch(orWrap: { $0 as any Error }) {
            for (index, post) in posts.enumerated() {
                guard index > 0 else {
                    staff[post] = lead.id
                    continue
                }
                let isTrainee = post == .trainee
                let added = try store.perform(
                    .act(
                        AddOfficer(
                            isTrainee ? trainee : names.next(),
                            account: isTrainee ? Environment.account : nil,
                            roles: post.roles(in: scenario))),
                    by: lead.id, at: at)
                staff[post] = added.result["officer"]?.integer.map { Identifier($0) }
            }
        }
        return (store, staff)
    }

    /// The names that invented people are made of.
    static var people: InventedPeople {
        InventedPeople(text: Assets.text("demo-data/names.txt") ?? "")
    }
}

/// Names for officers, each once: those that are written first.
private struct OfficerNames {
    private let people: InventedPeople
    private var random: SeededGenerator
    private var used: Set<String> = []

    init(_ people: InventedPeople, seed: Int) {
        self.people = people
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
}
