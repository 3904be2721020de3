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

    /// The names that invented people are made of.
    static var people: InventedPeople {
        InventedPeople(text: Assets.text("demo-data/names.txt") ?? "")
    }
}

/// A scenario with the store it is lived on.
final class LivedScenario {
    let rehearsal: Rehearsal
    let store: Store
    private var seen = 0

    /// A new store at a path.
    init(
        _ scenario: Scenario, text: String, at path: String, seed: Int?,
        player: Rehearsal.Player?
    ) throws {
        let people = PracticeStore.people
        let zones = try ZonesOfPoints()
        let zone = try zones.zone(of: scenario.point)
        let start = zone.instant(of: scenario.day, at: scenario.starts)
        let drawn = seed ?? scenario.seed
        let store = try PracticeStore.create(
            path, seed: drawn, people, at: start.adding(minutes: -30))
        self.store = store
        rehearsal = Rehearsal(
            scenario, zone: zone, people: people,
            officers: try store.allOfficers().map(\.id).sorted(), seed: drawn, player: player,
            on: .init(perform: { _, _, _ in .refused("") }))
        try store.keep(PracticeNote(.scenario, scenario.id, text, at: start))
        try store.keep(PracticeNote(.seed, String(drawn), player?.rawValue ?? "", at: start))
        rehearsal.stage = .init(
            perform: { [unowned self] in perform($0, $1, $2) },
            stays: { [unowned self] in
                try? self.store.heartbeat(point: $0, desk: $1, of: nil, at: $2)
            },
            silence: { [unowned self] in try? self.store.silence(point: $0, desk: $1) },
            watch: { [unowned self] in try? self.store.noteAlarms(at: $0) },
            facts: { [unowned self] in facts() },
            tell: { [unowned self] inject, at in
                try? self.store.keep(PracticeNote(.told, inject.id, inject.synopsis, at: at))
            },
            names: { [unowned self] name, value, at in
                try? self.store.keep(PracticeNote(.name, name, String(value), at: at))
            })
    }

    private func perform(
        _ command: Command, _ officer: Identifier<Officer>, _ at: Instant
    ) -> Rehearsal.Performed {
        do {
            let answer = try store.perform(command, by: officer, at: at)
            return .done(answer.result, act: answer.act)
        } catch PerformFailure.refused(let refusal) {
            return .refused(refusal.code.rawValue)
        } catch {
            return .refused("storeFailed")
        }
    }

    private func facts() -> [Fact] {
        guard let (entries, last) = try? store.practiceFacts(after: seen) else { return [] }
        seen = last
        return entries.map(Fact.init)
    }
}

extension Fact {
    /// A row of the journal.
    init(_ entry: JournalEntry) {
        self.init(
            act: entry.act, at: entry.occurredAt ?? entry.at, point: entry.point,
            officer: entry.officer, event: entry.event)
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
