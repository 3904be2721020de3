import Drill
import Repatriation
import Store

/// A new practice store with the invented officers, the lead first.
enum PracticeStore {
    /// Makes one at a path, as it stands at a moment.
    static func create(
        _ path: String, seed: Int, _ people: InventedPeople, at: Instant,
        officersAt: Instant? = nil
    ) throws -> Store {
        let lead = people.officers.first ?? "Práctica"
        try Store.create(
            at: path, .init(lead: lead, account: Environment.account, seed: seed, now: at))
        let store = try Store(path: path)
        try store.setSynchronous(false)
        try store.batch(orWrap: { $0 }) { () throws(StoreError) in
            guard let lead = try store.allOfficers().first else { return }
            for name in people.officers.dropFirst() {
                let command = Command.act(AddOfficer(name, account: nil, roles: [.officer, .opi]))
                _ = try? store.perform(command, by: lead.id, at: officersAt ?? at)
            }
        }
        return store
    }

    /// Who works in a practice that is nobody's class.
    static let trainee = "Persona Aprendiz"

    /// Accounts for those who learn: they may do the lead's part too.
    static func seat(
        _ names: [String], in store: Store, by lead: Identifier<Officer>, at: Instant
    ) throws -> [Identifier<Officer>] {
        let known = Set(try store.allOfficers().map(\.id))
        for name in names {
            let add = AddOfficer(name, account: nil, roles: [.officer, .lead])
            _ = try store.perform(.act(add), by: lead, at: at)
        }
        return try store.allOfficers().map(\.id).filter { !known.contains($0) }.sorted()
    }

    /// The names that invented people are made of.
    static var people: InventedPeople {
        InventedPeople(text: Assets.text("demo-data/names.txt") ?? "")
    }
}

/// The zones of the points that every new store has.
struct ZonesOfPoints {
    private let zones: [PointCode: Zone]

    init() throws {
        var ids = IdentifierSource(origin: 1, counter: 0)
        var zones: [PointCode: Zone] = [:]
        for point in NinePoints.make(&ids) {
            guard let zone = StoreFiles.zone(point.zone) else {
                throw StoreError.zoneMissing(point.zone)
            }
            zones[point.code] = zone
        }
        self.zones = zones
    }

    func zone(of point: PointCode) throws -> Zone {
        guard let zone = zones[point] else { throw Refusal(.unknownPoint) }
        return zone
    }
}
