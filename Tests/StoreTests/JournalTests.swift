import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

@Suite struct JournalTests {
    /// Thousands of random commands from several connections, undo and midnight included: the fold
    /// is the tables.
    @Test(arguments: 1...6)
    func theFoldIsTheTablesAfterARandomNight(_ seed: Int) throws {
        let test = try TestStore(seed: seed, now: TestStore.morning.adding(minutes: 8 * 60))
        let others = try (0..<2).map { _ in
            let store = try Store(path: test.path)
            try store.setSynchronous(false)
            return store
        }
        var walk = RandomWalk(seed: seed, test: test, stores: [test.store] + others)
        try walk.run(steps: 700)
        #expect(walk.done > 250)
        #expect(walk.undone > 3)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
        #expect(
            try test.store.verify(quick: true) == .holds(events: try test.store.figures().events))
    }

    @Test func verifyFindsANameThatCannotBeFound() throws {
        let test = try TestStore()
        _ = try test.group(.nogales, people: [TestStore.person(1), TestStore.person(2)])
        let other = try Connection(path: test.path, mode: .write)
        let hit = try other.statement("SELECT rowid FROM names WHERE names MATCH 'prueba' LIMIT 1")
            .first { $0.int(0) }
        try other.statement(
            "INSERT INTO names (names, rowid, name) VALUES ('delete', ?, 'Persona 1 Prueba')"
        )
        .bind(hit).run()
        #expect(try test.store.verify(quick: false) == .differs(["names"]))
    }

    @Test func quickVerifyFindsWhatTheLastDayDidNotWrite() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        try Connection(path: test.path, mode: .write).statement(
            "UPDATE reception SET tag = 'X' WHERE id = ?"
        )
        .bind(id.value).run()
        #expect(
            try test.store.verify(quick: true) == .holds(events: try test.store.figures().events))
        try Connection(path: test.path, mode: .write).statement(
            "UPDATE reception SET given = 'X' WHERE id = ?"
        )
        .bind(id.value).run()
        #expect(try test.store.verify(quick: true) == .differs(["reception"]))
    }

    @Test func verifyFindsATableThatWasTouched() throws {
        let test = try TestStore()
        _ = try test.waiting(.nogales, TestStore.person(1))
        let connection = try Connection(path: test.path, mode: .write)
        try connection.execute("UPDATE reception SET ticket = 99")
        #expect(try test.store.verify(quick: false) == .differs(["reception"]))
        try connection.execute(
            """
            UPDATE reception SET ticket = 1; UPDATE cell SET n = n + 1 WHERE scope = 'NOG' AND \
            measure = 3
            """
        )
        #expect(try test.store.verify(quick: false) == .differs(["cell"]))
    }

    @Test func theJournalIsAppendOnly() throws {
        let test = try TestStore()
        let connection = try Connection(path: test.path, mode: .write)
        for statement in [
            "DELETE FROM journal", "UPDATE journal SET at = 0", "DELETE FROM journal_body",
            "UPDATE journal_body SET body = '{}'",
        ] {
            #expect(throws: SQLiteError.self) { try connection.execute(statement) }
        }
    }

    /// Planted values: names, texts and numbers of people never stand in a payload.
    @Test func noPersonalValueStandsInAPayload() throws {
        let test = try TestStore()
        var person = TestStore.person(1)
        (person.given, person.firstSurname, person.curp) = (
            "PLANTADA", "PLANTADA", "SABC560626MDFLRN01"
        )
        (person.notes, person.tag, person.alienNumber) = ("PLANTADA", "PLANTADA", "A999PLANTADA")
        let id = try test.waiting(.nogales, person, flags: [.reserved])
        try test.perform(
            .act(
                SetNationality(
                    id, .pending, nil, motive: "PLANTADA", interpreter: "PLANTADA",
                    mexicanParent: nil)))
        try test.perform(.act(SetPlace(id, .hospital, with: "PLANTADA")))
        var release = Release(.hospital)
        (release.receiver.institution, release.receiver.name, release.receiver.plate) = (
            "PLANTADA", "PLANTADA", "PLANTADA"
        )
        try test.perform(.act(ReleasePerson(id, release)))
        let connection = try Connection(path: test.path, mode: .read)
        let payloads = try connection.statement("SELECT payload FROM journal").all { $0.text(0) }
            .joined()
        for word in ["PLANTADA", "SABC56", "1990-05-06", "reserved"] {
            #expect(!payloads.contains(word))
        }
        let bodies = try connection.statement("SELECT class, body FROM journal_body").all {
            ($0.text(0), $0.text(1))
        }
        #expect(bodies.contains { $0.0 == "personal" && $0.1.contains("PLANTADA") })
        #expect(bodies.contains { $0.0 == "restricted" && $0.1.contains("A999") })
        #expect(bodies.allSatisfy { $0.0 != "personal" || !$0.1.contains("reserved") })
    }

    /// One row of every kind and version, as the program wrote it: kept, and folded by every later
    /// program.
    @Test func theKeptFixtureOfEveryKindStillFolds() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures")
        let sql = try [
            "journal-1.sql", "journal-2.sql", "journal-3.sql", "journal-4.sql", "journal-5.sql",
            "journal-6.sql",
            "journal-7.sql", "journal-8.sql", "journal-9.sql", "journal-10.sql", "journal-11.sql",
            "journal-12.sql", "journal-13.sql", "journal-14.sql", "journal-15.sql",
        ].map {
            try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)
        }.joined()
        let test = try TestStore()
        let connection = try Connection(path: test.path, mode: .write)
        try connection.execute(
            """
            DROP TRIGGER journal_kept_delete; DROP TRIGGER body_kept_delete; DELETE FROM \
            journal_body; DELETE FROM journal
            """
        )
        try connection.execute(sql)
        var kinds: Set<EventKind> = []
        try test.store.history { entry in kinds.insert(entry.event.kind) }
        #expect(kinds == Set(EventKind.allCases))
        // The tables are still the fresh store's, so the fold must run to its end and find them
        // different.
        #expect(
            try test.store.verify(quick: false)
                == .differs([
                    "alarmMark", "archiveSeries", "bag", "block", "call", "catalogueEntry", "cell",
                    "counters",
                    "desk", "followUp",
                    "followUp_restricted", "group", "groupShare", "handOver", "help",
                    "identifiers", "inquiry",
                    "inquiry_restricted", "laneTick", "laneTick_restricted", "meta", "names",
                    "officer", "paper",
                    "pendingAct", "periodClosing",
                    "point", "propertyClaim", "provider", "reception", "reception_restricted",
                    "referral",
                    "referral_restricted", "removal",
                    "rightsRequest", "schema", "screening", "screening_restricted", "shiftCheck",
                    "stockItem", "survey", "surveyTaken", "tally", "waterCount",
                ]))
    }

    /// What an earlier program wrote of fields that are no more is passed over, and the rest of the
    /// row is not.
    @Test func retiredFieldsArePassedOver() throws {
        let test = try TestStore()
        let raw = try Connection(path: test.path, mode: .write)
        let kept = try raw.statement(
            "SELECT sql FROM sqlite_schema WHERE name = 'journal_kept_update'"
        ).first {
            $0.text(0)
        }
        try raw.execute(
            """
            DROP TRIGGER journal_kept_update;
            UPDATE journal SET payload = replace(payload, '"roles":', '"proposed":"auditor","proposedBy":1,"roles":');
            \(kept ?? "")
            """)
        #expect(
            try raw.statement("SELECT count(*) FROM journal WHERE payload LIKE '%proposed%'").first
            { $0.int(0) } == 1)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    @Test func undoGivesBackWhatWasBefore() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 2)
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.medical])
        let before = try test.reception(id)
        let act = try #require(try test.perform(.act(CallNext(at: .nogales, 1))).act)
        try test.perform(.act(Undo(act)))
        #expect(try test.reception(id) == before)
        #expect(try test.perform(.act(Undo(act))).act == nil)
        let second = try #require(try test.perform(.act(CallNext(at: .nogales, 1))).act)
        try test.perform(.act(StartInterview(id, desk: 1)))
        #expect(test.refusal(.act(Undo(second)))?.code == .somethingDependsOnIt)
        let third = try test.waiting(.nogales, TestStore.person(2))
        let called = try #require(try test.perform(.act(CallNext(at: .nogales, 2))).act)
        test.now = test.now.adding(minutes: 11)
        #expect(test.refusal(.act(Undo(called)))?.code == .tooLate)
        #expect(try test.reception(third).stage == .called)
        #expect(test.refusal(.act(Undo(Identifier(12345))))?.code == .unknownAct)
    }
}

/// Random commands over a point, from several connections, while the clock goes on past midnight.
struct RandomWalk {
    private var random: RandomSource
    private let test: TestStore
    private let stores: [Store]
    private var people: [Identifier<Reception>] = []
    private var groups: [Identifier<Group>] = []
    private var acts: [Identifier<any Act>] = []
    private(set) var done = 0
    private(set) var undone = 0

    init(seed: Int, test: TestStore, stores: [Store]) {
        random = RandomSource(state: UInt64(seed) &* 7919 | 1)
        self.test = test
        self.stores = stores
    }

    /// `after` runs after each step.
    mutating func run(steps: Int, after: () throws -> Void = {}) throws {
        try run(steps: steps, before: {}) { _, _ in try after() }
    }

    /// `after` runs after each step, with what `before` gave and what the step did.
    mutating func run<State>(
        steps: Int, before: () throws -> State, after: (State, Answer?) throws -> Void
    ) throws {
        if groups.isEmpty {
            try test.open(.nogales, desks: 3, attends: Set(Attention.allCases))
        }
        for step in 0..<steps {
            test.now = test.now.adding(seconds: Int.random(in: 1...90, using: &random))
            if step % 60 == 0 {
                let (group, ids) = try test.group(
                    .nogales, people: (0..<12).map { TestStore.person($0, born: 1960 + $0 * 5) })
                groups.append(group)
                people += ids
            }
            let command = draw()
            let store = stores[step % stores.count]
            let state = try before()
            var given: Answer?
            do throws(PerformFailure) {
                let answer = try store.perform(command, by: test.lead, at: test.now)
                given = answer
                if let act = answer.act { acts.append(act) }
                done += answer.act == nil ? 0 : 1
                if command.act is Undo, answer.act != nil { undone += 1 }
            } catch {
                if case .failed = error { throw error }
            }
            try after(state, given)
        }
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element? {
        elements.randomElement(using: &random)
    }

    private mutating func draw() -> Command {
        guard let person = pick(Array(people.suffix(30))), let group = pick(groups) else {
            return .act(OpenShift(at: .nogales))
        }
        let desk = Int.random(in: 1...3, using: &random)
        let flags = Set(Flag.allCases.filter { _ in Int.random(in: 0..<10, using: &random) == 0 })
        switch Int.random(in: 0..<31, using: &random) {
        case 0...3: return .act(Receive(person, pick(Belongings.allCases), tag: nil))
        case 4...6: return .act(Triage(person, flags))
        case 7...9: return .act(CallNext(at: .nogales, desk))
        case 10: return .act(StartInterview(person, desk: desk))
        case 11, 12: return .act(SaveProfile(person, completeAnswers))
        case 13:
            let nationality = pick(Nationality.allCases) ?? .accredited
            return .act(
                SetNationality(
                    person, nationality, nil, motive: "m", interpreter: "i", mexicanParent: false))
        case 14: return .act(NoShow(person, pick(Absence.allCases) ?? .unknown, confirmedBy: nil))
        case 15: return .act(Park(person, pick(Pause.allCases), reason: nil))
        case 16: return .act(Resume(person, reason: nil))
        case 17: return .act(NotPresent(person, reason: nil))
        case 18:
            return .act(
                ReleasePerson(person, Release(pick([Exit.bus, .hospital, .ownDecision]) ?? .bus)))
        case 19:
            return .act(
                HeadCount(group, .line, Int.random(in: 8...13, using: &random), reason: "r"))
        case 20: return .act(BalanceGroup(group, reason: "r"))
        case 21: return .act(SetPlace(person, pick(Place.allCases) ?? .yard, with: nil))
        case 24, 25:
            let others = (0..<Int.random(in: 1...2, using: &random)).compactMap { _ in pick(people)
            }
            return .act(
                SetFamily(
                    person, others,
                    others.map { _ in pick(Kinship.allCases.filter { $0 != .first }) }))
        case 26: return .act(LinkPerson(person, Identifier((pick(people) ?? person).value)))
        case 27:
            return Bool.random(using: &random)
                ? .act(UnlinkPerson(of: person)) : .act(TakeOver(person, desk: desk))
        case 28: return .act(TellApart(person, Identifier((pick(people) ?? person).value)))
        case 29:
            let place = pick(["Juquila", "Ñuu Savi", "", "unknown"]) ?? ""
            return .act(SaveProfile(person, [.destinationMunicipality: place, .aliases: place]))
        default: return .act(Undo(pick(Array(acts.suffix(4))) ?? Identifier(1)))
        }
    }
}

struct RandomSource: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
