import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

/// What official tables count is written as facts of its own when it happens, and stays.
@Suite struct StatisticsTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1)
    }

    /// What is counted of somebody, fact after fact: kind, and what it changed.
    private func counted(
        _ id: Identifier<Reception>, of test: TestStore? = nil, by viewer: Viewer? = nil
    ) throws -> [(kind: EventKind, values: [String: Value])] {
        var found: [(EventKind, [String: Value])] = []
        let looks: any Viewing = viewer ?? (test ?? self.test).store
        try looks.history { entry in
            let changes = entry.event.changes.filter {
                $0.kind == .reception && $0.id == id.value
            }
            let entries = changes.flatMap(\.entries).filter { $0.access == .statistical }
            guard !entries.isEmpty else { return }
            let values = entries.map { ($0.field, $0.value) }
            found.append((entry.event.kind, Dictionary(values, uniquingKeysWith: { $1 })))
        }
        return found
    }

    private func inInterview(_ id: Identifier<Reception>) throws {
        try test.perform(.act(CallPerson(id, desk: 1, reason: "prueba")))
        try test.perform(.act(StartInterview(id, desk: 1)))
    }

    @Test func whoIsListedIsNotCountedAndWhoIsReceivedIs() throws {
        let (_, ids) = try test.group(.nogales, people: [TestStore.person(1)])
        #expect(try counted(ids[0]).isEmpty)
        try test.perform(.act(Receive(ids[0], .all, tag: nil)))
        let facts = try counted(ids[0])
        #expect(facts.map(\.kind) == [.received])
        #expect(
            facts[0].values == [
                "countedSex": .text("H"), "countedAges": .text("from30to39"),
                "countedAuthority": .text("ICE"), "countedMode": .text("bus"),
                "countedRepeat": .text("first"), "countedOutOfHours": .int(0),
            ])
        var off = TestStore.person(2, born: 2016)
        off.birthState = "OC"
        let group = try test.reception(ids[0]).group
        let added = try test.perform(.act(AddOffList(group, off))).result["reception"]?.integer
        let person = try test.reception(Identifier(try #require(added))).counted
        #expect(person.ages == .under12 && person.birthState == "OC" && person.authority == .ice)
    }

    /// Each later fact carries what it changes of what is counted, and nothing else.
    @Test func eachFactCarriesWhatItChanges() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(SetNationality(id, .accredited, .passport)))
        try inInterview(id)
        try test.perform(.act(SaveProfile(id, completeAnswers)))
        try test.perform(.act(SaveProfile(id, [.schooling: "degree", .aliases: "Otro"])))
        try test.perform(.act(SaveProfile(id, [.aliases: "Otra vez"])))
        var release = Release(.bus)
        release.destination = "MN"
        try test.perform(.act(ReleasePerson(id, release)))
        let facts = try counted(id)
        #expect(
            facts.map(\.kind) == [
                .received, .nationalitySet, .profileSaved, .profileSaved, .released,
            ])
        #expect(
            facts[1].values == [
                "countedNationality": .text("accredited"), "countedTurn": .text("year"),
            ])
        #expect(
            facts[2].values == [
                "countedBirthState": .text("OC"), "countedCompany": .text("alone"),
                "countedStay": .text("years1to5"), "countedSchooling": .text("primary"),
                "countedSupport": .text("none"),
                "countedDestination": .text("OC"), "countedDetention": .text("US-TX"),
            ])
        #expect(facts[3].values == ["countedSchooling": .text("degree")])
        #expect(facts[4].values == ["countedDestination": .text("MN")])
        let now = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: now))
        #expect(try test.store.verify(quick: true) == .holds(events: now))
    }

    /// The queue changes nothing that is counted: no row more is written.
    @Test func theQueueWritesNothingThatIsCounted() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(Park(id, .washroom, reason: nil)))
        try test.perform(.act(Resume(id, reason: nil)))
        #expect(try counted(id).map(\.kind) == [.received])
    }

    /// How often somebody came is what was known when it was: at the reception, and when somebody
    /// says who it is.
    @Test func theRepeatClassIsFrozenAtTheFact() throws {
        let first = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(ReleasePerson(first, Release(.ownDecision))))
        test.pass(minutes: 60)
        let again = try test.waiting(.nogales, TestStore.person(1))
        #expect(try test.reception(again).counted.repeatClass == .first)
        let person = try test.reception(first).person
        let linked = try #require(try test.perform(.act(LinkPerson(again, person))).act)
        #expect(try test.reception(again).counted.repeatClass == .second)
        #expect(try test.reception(first).counted.repeatClass == .first)
        try test.perform(.act(Undo(linked)))
        #expect(try test.reception(again).counted.repeatClass == .first)
    }

    /// Whoever came twice is one person of the month, whichever of both was decided, found or taken
    /// back last; in the next month they are one of that month again.
    @Test func whoeverCameTwiceIsOnePerson() throws {
        let ids = try [0, 1, 15].map { days in
            test.pass(minutes: days * 1440)
            let id = try test.waiting(.nogales, TestStore.person(1))
            try test.perform(.act(SetNationality(id, .accredited, .passport)))
            try test.perform(.act(ReleasePerson(id, Release(.ownDecision))))
            return id
        }
        func turns() throws -> [PersonTurn?] { try ids.map { try test.reception($0).counted.turn } }
        #expect(try turns() == [.year, .year, .year])
        let person = try test.reception(ids[0]).person
        try test.perform(.act(LinkPerson(ids[2], person)))
        #expect(try turns() == [.year, .year, .month])
        try test.perform(.act(LinkPerson(ids[1], person)))
        #expect(try turns() == [.year, .again, .month])
        let apart = try #require(try test.perform(.act(UnlinkPerson(of: ids[0]))).act)
        #expect(try turns() == [.year, .year, .month])
        try test.perform(.act(Undo(apart)))
        #expect(try turns() == [.year, .again, .month])
        for (typed, words) in [
            ("2026-11", "1 en 2 eventos, 2.00 por persona"),
            ("2026-12", "1 en 1 evento, 1.00 por persona"),
            ("2026", "1 en 3 eventos, 3.00 por persona"),
        ] {
            let period = try #require(ReportPeriod(typed: typed))
            let issue = try test.store.answer(
                .report(.persons, period), for: .officer(test.lead), at: test.now)
            #expect(issue.notes(.es).contains { $0.value == words }, "\(typed)")
            // At one point alone, which of their events is the first says nothing of how many came.
            let some = try test.store.answer(
                .report(.persons, period, points: [.nogales]), for: .officer(test.lead),
                at: test.now)
            #expect(!some.notes(.es).contains { $0.name == "Personas" })
        }
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    /// What is taken back is counted as before, and who was not received after all is not counted.
    @Test func whatIsTakenBackIsCountedAsBefore() throws {
        let (_, ids) = try test.group(.nogales, people: [TestStore.person(1, born: 2014)])
        let received = try #require(try test.perform(.act(Receive(ids[0], .all, tag: nil))).act)
        let other = try test.waiting(.nogales, TestStore.person(2, born: 1980))
        let before = try test.reception(other).counted
        let marked = try #require(
            try test.perform(.act(SetNationality(other, .accredited, .passport))).act)
        #expect(try test.reception(other).counted != before)
        try test.perform(.act(Undo(marked)))
        #expect(try test.reception(other).counted == before)
        try test.perform(.act(Undo(received)))
        #expect(try test.reception(ids[0]).counted == Statistics())
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Answers that cannot be read any more are not written over by the next one.
    @Test func answersThatCannotBeReadStay() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        try inInterview(id)
        try test.perform(.act(SaveProfile(id, completeAnswers)))
        let file = try Connection(path: test.path, mode: .write)
        try file.execute("UPDATE reception SET answers = 'ilegible'")
        #expect(throws: PerformFailure.self) {
            try test.perform(.act(SaveProfile(id, [.schooling: "degree"])))
        }
        #expect(
            try file.statement("SELECT answers FROM reception").first { $0.text(0) } == "ilegible")
    }

    /// Of somebody removed nothing is counted anew from what is no longer known.
    @Test func whoWasRemovedStaysCountedAsBefore() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        var person = try test.reception(id)
        let before = person.counted
        (person.removal, person.sex, person.birthDate) = (Identifier(7), nil, nil)
        #expect(statistics(of: person, in: nil, earlier: nil) == before)
    }

    /// A group whose authority is put right counts those who came with it by the right one.
    @Test func whoCameWithAGroupIsCountedByItsRightAuthority() throws {
        let (group, ids) = try test.group(
            .nogales, people: [TestStore.person(1), TestStore.person(2), TestStore.person(3)])
        for id in ids.prefix(2) { try test.perform(.act(Receive(id, .all, tag: nil))) }
        var right = Announcement()
        right.authority = .usbp
        try test.perform(.act(AmendGroup(group, right)))
        for id in ids.prefix(2) {
            #expect(try test.reception(id).counted.authority == .usbp)
            #expect(try counted(id).map(\.kind) == [.received, .groupAmended])
        }
        #expect(try counted(ids[2]).isEmpty)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Leads and auditors read it; to anybody else a fact that says only that was never there.
    @Test(arguments: [
        (OfficerRole.auditor, true), (.officer, false), (.opi, false), (.administrator, false),
    ])
    func leadsAndAuditorsReadWhatIsCounted(_ role: OfficerRole, _ reads: Bool) throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        var right = Announcement()
        right.authority = .usbp
        try test.perform(.act(AmendGroup(try test.reception(id).group, right)))
        let viewer = try Viewer(path: test.path, Twin.officers(of: test)[role])
        #expect(try counted(id, by: viewer).isEmpty != reads)
        var amended: [Change] = []
        try viewer.history { entry in
            if entry.event.kind == .groupAmended { amended += entry.event.changes }
        }
        #expect(amended.contains { $0.kind == .reception } == reads)
        #expect((try #require(try viewer.reception(id)).counted.sex == .man) == reads)
    }

    /// Codes and groups alone: whatever is typed about somebody, no word of it is counted.
    @Test func nothingThatWasTypedIsCounted() throws {
        var person = TestStore.person(1)
        (person.given, person.notes, person.curp) = ("PLANTADA", "PLANTADA", "SABC560626MDFLRN01")
        let id = try test.waiting(.nogales, person)
        try inInterview(id)
        var answers = completeAnswers
        (answers[.aliases], answers[.usTrade]) = ("PLANTADA", "PLANTADA")
        (answers[.birthMunicipality], answers[.medication]) = ("PLANTADA", "PLANTADA")
        try test.perform(.act(SaveProfile(id, answers)))
        let bodies = try Connection(path: test.path, mode: .read).statement(
            "SELECT body FROM journal_body WHERE class = 'statistical'"
        ).all { $0.text(0) }
        #expect(bodies.count == 2)
        for word in ["PLANTADA", "SABC", "1990"] {
            #expect(bodies.allSatisfy { !$0.contains(word) })
        }
    }

    /// The store as an earlier program would have left it.
    private func older() throws -> String {
        let copy = "\(test.folder)/anterior.db"
        try Connection(path: test.path, mode: .write).execute("VACUUM INTO '\(copy)'")
        let old = try Connection(path: copy, mode: .write)
        let guards = try old.statement(
            "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'body_kept%'"
        ).all { $0.text(0) }
        try old.execute(
            """
            DROP TRIGGER body_kept_delete; DROP TRIGGER body_kept_update;
            DELETE FROM journal_body WHERE class = 'statistical';
            \(guards.joined(separator: ";")); \(Older.withoutMarks) \(Older.withoutCounted) PRAGMA user_version = 11
            """)
        return copy
    }

    /// What was answered and is gone is found all the same, whatever the migration writes.
    @Test func aMigrationHidesNothingThatWasAnsweredAndIsGone() throws {
        _ = try test.waiting(.nogales, TestStore.person(1))
        let copy = try older()
        _ = try test.group(.nogales, people: [TestStore.person(2)])
        try FileManager.default.copyItem(atPath: test.path + ".lock", toPath: copy + ".lock")
        #expect(try Store(path: copy).verify(quick: false) == .differs(["answered"]))
    }

    /// A store of an earlier program counts those whom it received by one act of its first lead.
    @Test func whomAnEarlierProgramReceivedIsCountedByTheMigration() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        try inInterview(id)
        try test.perform(.act(SaveProfile(id, completeAnswers)))
        let (_, listed) = try test.group(.nogales, people: [TestStore.person(2)])
        let known = try test.reception(id).counted
        let events = try test.store.figures().events
        let copy = try older()
        let migrated = try Store(path: copy)
        #expect(try migrated.figures().events == events + 1)
        #expect(try migrated.verify(quick: false) == .holds(events: events + 1))
        // The day of the migration alone.
        #expect(try migrated.verify(quick: true) == .holds(events: 1))
        #expect(try migrated.card(id, now: test.now)?.reception.counted == known)
        #expect(try migrated.card(listed[0], now: test.now)?.reception.counted == Statistics())
        // The file that this one is a copy of goes on with its own numbers.
        let shared = """
            SELECT count(*) FROM journal a JOIN journal b USING (origin)
            WHERE a.kind = 'counted' AND b.kind <> 'counted'
            """
        let numbers = try Connection(path: copy, mode: .read).statement(shared)
        #expect(try numbers.first { $0.int(0) } == 0)
        // It is nobody's last act, and the store goes on behind it.
        #expect(try migrated.ownAct(of: test.lead, at: test.now)?.events.last?.kind != .counted)
        _ = try migrated.perform(
            .act(Receive(listed[0], .all, tag: nil)), by: test.lead, at: test.now)
        #expect(
            try migrated.verify(quick: false) == .holds(events: try migrated.figures().events))
        #expect(try Store(path: copy).figures().events == events + 2)
    }
}

/// What takes a store back to before a schema.
enum Older {
    /// Without what boards look for; what held it before stays as it is.
    static let withoutSought = ["absent", "undecided", "reserved", "child"]
        .map { "DROP INDEX IF EXISTS reception_\($0);" }.joined(separator: " ")
    /// Before what was taken back was kept with a mark, of kinds that the store has.
    static let withoutMarks =
        ["referral", "help", "laneTick", "followUp", "bag"]
        .map { "ALTER TABLE \($0) DROP COLUMN retractedAt;" }.joined(separator: " ")
        + " ALTER TABLE paper DROP COLUMN usedAt;"
    /// Before points set what alarms wait for.
    private static let withoutAlarms = """
        DROP TABLE survey; DROP TABLE surveyTaken;
        ALTER TABLE point DROP COLUMN officialName; DROP TABLE periodClosing; ALTER TABLE meta DROP COLUMN recountsFrom; ALTER TABLE meta DROP COLUMN servicesFrom;
        DROP INDEX reception_recounted;
        DROP INDEX reception_owed; DROP INDEX reception_told;
        ALTER TABLE reception DROP COLUMN toldIMSSAt;
        DROP TABLE tally; ALTER TABLE reception DROP COLUMN receivedDate;
        DROP TABLE practice; DROP INDEX reception_sex; DROP TABLE waterCount; DROP TABLE shiftCheck;
        ALTER TABLE point DROP COLUMN toiletsWomen; ALTER TABLE point DROP COLUMN toiletsMen;
        ALTER TABLE point DROP COLUMN area; ALTER TABLE point DROP COLUMN places;
        ALTER TABLE reception DROP COLUMN priorityReason;
        DROP INDEX IF EXISTS reception_stayed; DROP INDEX IF EXISTS referral_sent;
        DROP INDEX reception_since; DROP TABLE alarmMark; DROP TABLE alarmStanding;
        DROP TABLE alarmHistory; DROP TABLE IF EXISTS alarmWatch; DROP TABLE IF EXISTS clockStep;
        DROP TRIGGER IF EXISTS journal_step; DROP INDEX IF EXISTS journal_sheet;
        DROP INDEX IF EXISTS journal_absent; DROP INDEX IF EXISTS reception_first;
        ALTER TABLE point DROP COLUMN thresholds; ALTER TABLE point DROP COLUMN quietHours;
        """
    private static let movedColumns = [
        "serviceRoute", "formerGroups", "firstPoint", "sentStage", "sentTicket", "sentNumber",
        "emergencyLiftedBy",
    ]
    /// Before people moved between points.
    static let withoutMovement = """
        DROP INDEX IF EXISTS reception_first; DROP INDEX group_sent; DROP TABLE groupShare;
        """
        + movedColumns.map { "ALTER TABLE reception DROP COLUMN \($0);" }.joined()
        + ["origin", "vehicle", "driver", "sentBy", "sentAt"]
        .map { "ALTER TABLE \"group\" DROP COLUMN \($0);" }.joined()
    /// Before who is inside was a column.
    static let withoutInside =
        """
        DROP TRIGGER reception_came; DROP TRIGGER reception_moved;
        """
        + [
            ("INDEX reception_inside", "point, stage, enteredAt"),
            ("INDEX reception_family_inside", "point, family"),
            ("UNIQUE INDEX reception_ticket", "point, ticket"),
            ("UNIQUE INDEX reception_open", "person"),
        ].map { index, columns in
            """
            DROP INDEX \(index.split(separator: " ").last ?? "");
            CREATE \(index) ON reception (\(columns))
              WHERE stage <> 'listed' AND stage <> 'noShow' AND stage <> 'released';
            """
        }.joined() + "ALTER TABLE reception DROP COLUMN inside;"
    /// Before what official tables count was kept, and what came after that.
    static let withoutCounted =
        withoutSought + withoutMovement + withoutAlarms + withoutInside
        + Reception.fields.filter { $0.access == .statistical }
        .map { "ALTER TABLE reception DROP COLUMN \($0.name);" }.joined(separator: " ")
        + " ALTER TABLE reception DROP COLUMN retractedAt;"
        + " DROP TABLE proven; DROP TABLE provenSum;" + withoutRecent + withoutHandOver
    /// Before a shift was handed over.
    private static let withoutHandOver =
        " DROP TABLE handOver; ALTER TABLE point DROP COLUMN shiftChanges;"
    /// With an index for who was born on a day, and all keys in one place.
    private static let withoutRecent = """
        DROP TABLE recentBlock; DELETE FROM block WHERE key < 0;
        CREATE INDEX reception_birth ON reception (birthDate) WHERE birthDate IS NOT NULL;
        """
}
