import Drill
import Repatriation
import Screens
import Store

/// A scenario with the store it is lived on.
final class LivedScenario {
    let rehearsal: Rehearsal
    private(set) var store: Store
    private(set) var told: [PracticeState.Told] = []
    private var seen = 0
    private(set) var failure: Bilingual?
    private var known: [PointCode: [Provider]] = [:]
    /// Who sits at the desks of trainees, in the order of their names.
    let seated: [Identifier<Officer>]
    /// When the trainee takes over from the player; nil where nobody plays before, or it is over.
    var takesOver: Instant?

    /// A new store at a path. `trainees` are given accounts of their own; until the hour `from` a
    /// good player does the work of the first of them.
    init(
        _ scenario: Scenario, text: String, at path: String, seed: Int?,
        player: Rehearsal.Player?, trainees: [String] = [], from: Instant? = nil
    ) throws {
        let zones = try ZonesOfPoints()
        let zone = try zones.zone(of: scenario.point)
        let start = zone.instant(of: scenario.day, at: scenario.starts)
        let drawn = seed ?? scenario.seed
        let staff: Staff
        (store, staff, seated) = try PracticeStore.create(
            path, for: scenario, seed: drawn, at: start.adding(minutes: -30), trainees: trainees)
        let takesOver = from.flatMap { $0 > start ? $0 : nil }
        rehearsal = Rehearsal(
            scenario, zone: zone, of: zones.all, people: PracticeStore.people, staff: staff,
            seed: drawn, player: takesOver == nil ? player : .good,
            on: .over)
        self.takesOver = takesOver
        try store.note(PracticeNote(.scenario, scenario.id, text, at: start))
        try store.note(PracticeNote(.seed, String(drawn), player?.rawValue ?? "", at: start))
        work(on: store)
    }

    /// Whoever reads the rehearsal later asks the store nothing more.
    deinit { rehearsal.stage = .over }

    /// From here on it happens on this store.
    func work(on store: Store) {
        self.store = store
        rehearsal.stage = .init(
            perform: { [unowned self] in perform($0, $1, $2) },
            stays: { [unowned self] in stay(at: $0, $1, until: $2) },
            silence: { [unowned self] in silence($0, $1) },
            watch: { [unowned self] in watch($0) },
            facts: { [unowned self] in facts() },
            tell: { [unowned self] in tell($0, $1) },
            names: { [unowned self] in keep(.name, $0, String($1), $2) }, sees: sight)
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
            fail(error)
            return .refused("storeFailed")
        }
    }

    /// What could not be kept or read is told once, by whoever lives this.
    private func fail(_ error: any Error) {
        failure = failure ?? Bilingual(telling: error)
    }

    func tried<Value>(_ otherwise: Value, _ body: () throws -> Value) -> Value {
        do { return try body() } catch {
            fail(error)
            return otherwise
        }
    }

    private func facts() -> [Fact] {
        let (entries, last) = tried(([], seen)) { try store.practiceFacts(after: seen) }
        seen = last
        return entries.map(Fact.init)
    }

    private var sight: Rehearsal.Sight {
        .init(
            person: { [unowned self] id in
                tried(nil) { try store.answer(.person(id), for: .program, at: rehearsal.start) }?
                    .person
            },
            shelters: { [unowned self] point, person in shelters(at: point, for: person) },
            inBuilding: { [unowned self] point, now in
                tried(nil) {
                    try store.answer(ShiftOf(point).reading, for: .program, at: now).remains
                        .inBuilding
                }
            },
            isPeak: { [unowned self] in isPeak(at: $0) })
    }

    private func isPeak(at point: PointCode) -> Bool {
        tried(false) { try store.point(point)?.peakSince != nil }
    }

    private func stay(at point: PointCode, _ desk: Int, until: Instant) {
        tried(()) { try store.heartbeat(point: point, desk: desk, of: nil, at: until) }
    }

    private func silence(_ point: PointCode, _ desk: Int) {
        tried(()) { try store.silence(point: point, desk: desk) }
    }

    private func watch(_ now: Instant) {
        tried(()) { try store.noteAlarms(at: now) }
    }

    /// Which there are does not change.
    private func shelters(
        at point: PointCode, for person: PersonData
    ) -> [Identifier<Provider>] {
        let near =
            known[point]
            ?? tried([]) {
                try store.answer(
                    ProvidersNear(point).reading, for: .program, at: rehearsal.start)
            }.filter { $0.serves.contains(.shelter) }
        known[point] = near
        return near.filter { $0.sexes.isEmpty || person.sex.map($0.sexes.contains) == true }
            .map(\.id)
    }

    private func tell(_ inject: Inject, _ at: Instant) {
        told.append(
            .init(id: inject.id, at: at, synopsis: inject.synopsis, hint: inject.hint))
        keep(.told, inject.id, inject.synopsis, at)
    }

    @discardableResult
    func keep(
        _ kind: PracticeNote.Kind, _ name: String, _ text: String, _ at: Instant
    ) -> Bool {
        tried(false) {
            try store.note(PracticeNote(kind, name, text, at: at))
            return true
        }
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
