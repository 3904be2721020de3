import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

/// The whole interview, who somebody is, and the catalogues around them.
@Suite struct ProfileTests {
    private func inInterview(_ test: TestStore, _ person: PersonData) throws -> Identifier<
        Reception
    > {
        let id = try test.waiting(.nogales, person)
        try test.perform(.act(CallPerson(id, desk: 1, reason: "prueba")))
        try test.perform(.act(StartInterview(id, desk: 1)))
        return id
    }

    /// Nobody's answer stands in the payload, and each stands in the body of its class.
    @Test func answersGoToTheBodyOfTheirClass() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let id = try inInterview(test, TestStore.person(1))
        let answers: [ProfileField: String] = [
            .contactConsent: "yes", .contactPhone: "6310001122", .aliases: "Beto",
            .medication: "insulina",
            .stay: "years1to5",
        ]
        try test.perform(.act(SaveProfile(id, answers)))
        let rows = try Connection(path: test.path, mode: .read).statement(
            "SELECT 'plain', payload FROM journal UNION ALL SELECT class, body FROM journal_body"
        ).all { ($0.text(0), $0.text(1)) }
        for (answer, access) in [
            ("6310001122", "restricted"), ("Beto", "personal"), ("insulina", "sensitive"),
        ] {
            #expect(Set(rows.filter { $0.1.contains(answer) }.map(\.0)) == [access])
        }
        #expect(try test.reception(id).formVersion == InterviewForm.version)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Nine answers are enough while the lead says so, with a reason; the rest stays listed as
    /// missing.
    @Test func aPeakShrinksTheFormAndListsTheRest() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        try test.perform(.act(SetPeak(at: .nogales, reason: "828 personas, 4 ventanillas")))
        let id = try inInterview(test, TestStore.person(1))
        let nine: [ProfileField: String] = [
            .birthState: "OC", .understandsSpanish: "yes", .travelsWith: "alone",
            .destination: "OC",
            .contactConsent: "no",
        ]
        let missing =
            try test.perform(.act(SaveProfile(id, nine))).result["missing"]?.elements ?? []
        #expect(missing.contains(.string("schooling")))
        #expect(try test.reception(id).stage == .registered)
        let other = try test.perform(
            .act(AddOfficer("Tomás Toledo Vera", account: nil, roles: [.officer])))
        let toledo = Identifier<Officer>(try #require(other.result["officer"]?.integer))
        #expect(throws: PerformFailure.self) {
            try test.perform(.act(SetPeak(at: .nogales, reason: nil)), by: toledo)
        }
        try test.perform(.act(SetPeak(at: .nogales, reason: nil)))
        #expect(try test.store.point(.nogales)?.peakSince == nil)
    }

    @Test func theNoticeIsGivenOnceAndItsFirstHourStands() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(GiveNotice(id, version: 1, .read)))
        let first = try test.reception(id).noticeAt
        test.now = test.now.adding(minutes: 5)
        #expect(try test.perform(.act(GiveNotice(id, version: 1, .read))).act == nil)
        try test.perform(.act(GiveNotice(id, version: 1, .interpreted)))
        #expect(try test.reception(id).noticeAt == first)
    }

    /// Linking points a reception to an earlier person; taking it back gives exactly what was
    /// before.
    @Test func linkingAndItsUndoAreExact() throws {
        let test = try TestStore()
        let earlier = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(ReleasePerson(earlier, Release(.ownDecision))))
        let later = try test.waiting(.nogales, TestStore.person(1))
        let before = try test.reception(later)
        let person = try test.reception(earlier).person
        let card = try #require(try test.store.card(later, now: test.now))
        #expect(card.matches.map(\.person) == [person] && card.matches[0].grade == .same)
        let act = try #require(try test.perform(.act(LinkPerson(later, person))).act)
        let linked = try #require(try test.store.card(later, now: test.now))
        #expect(linked.earlier == 1 && linked.matches.isEmpty)
        try test.perform(.act(Undo(act)))
        #expect(try test.reception(later) == before)
        try test.perform(.act(LinkPerson(later, person)))
        try test.perform(.act(UnlinkPerson(of: later)))
        #expect(try test.reception(later).person != person)
        #expect(try test.store.card(later, now: test.now)?.matches.isEmpty == true)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A family is seen from both ends; a child with a parent is accompanied; ages that do not fit
    /// are told.
    @Test func familiesAreLinkedBothWays() throws {
        let test = try TestStore()
        let people = [
            TestStore.person(1, born: 1985), TestStore.person(2, born: 2014),
            TestStore.person(3, born: 1990),
        ]
        let (_, ids) = try test.group(.nogales, people: people)
        for id in ids { try test.perform(.act(Receive(id, .all, tag: nil))) }
        let before = try ids.map { try test.reception($0) }
        let answer = try test.perform(
            .act(SetFamily(ids[0], [ids[1], ids[2]], [.child, .parent])))
        #expect(answer.result["doubts"]?.elements == [.int(ids[2].value)])
        #expect(try test.reception(ids[1]).answer(.travelCondition) == "accompanied")
        let card = try #require(try test.store.card(ids[1], now: test.now))
        #expect(Set(card.family.map(\.id)) == [ids[0], ids[2]])
        #expect(card.family.map { card.reception.tie(to: $0) } == [.parent, nil])
        try test.perform(.act(Undo(try #require(answer.act))))
        #expect(try ids.map { try test.reception($0) } == before)
        let elsewhere = try test.waiting(.tijuana, TestStore.person(4))
        #expect(test.refusal(.act(SetFamily(ids[0], [elsewhere], [.sibling])))?.code == .otherPoint)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A tie that nobody told is not made up, and a child alone is not brought to a desk without
    /// child protection.
    @Test func whatIsNotToldOfAFamilyIsNotMadeUp() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let one = try test.waiting(.nogales, TestStore.person(1))
        let child = try test.waiting(
            .nogales, TestStore.person(2, born: 2013), flags: [.unaccompaniedChild])
        try test.perform(.act(SetFamily(one, [child], [nil])))
        #expect(try test.reception(child).ties.isEmpty && test.reception(child).family == one)
        let called = try test.perform(.act(CallNext(at: .nogales, 1))).result["receptions"]?
            .elements
        #expect(called == [.int(one.value)])
        #expect(try test.reception(child).stage == .waiting)
    }

    /// What is taken back from the interview is gone: a phone does not outlive the consent to call.
    @Test func anAnswerThatIsEmptiedIsGone() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let id = try inInterview(test, TestStore.person(1))
        try test.perform(
            .act(SaveProfile(id, [.contactConsent: "yes", .contactPhone: "6310001122"])))
        try test.perform(.act(SaveProfile(id, [.contactConsent: "no", .contactPhone: ""])))
        #expect(try test.reception(id).answer(.contactPhone) == nil)
        // A wrong CURP can be taken out; a child's date is corrected, never lost by an empty
        // answer.
        try test.perform(.act(SaveProfile(id, [.curp: "SABC560626MDFLRN01"])))
        try test.perform(.act(SaveProfile(id, [.curp: ""])))
        #expect(try test.reception(id).curp == nil)
        for field in [ProfileField.birthDate, .sex] {
            #expect(test.refusal(.act(SaveProfile(id, [field: ""])))?.code == .onlyCorrected)
        }
        #expect(try test.reception(id).birthDate != nil && test.reception(id).sex == .man)
    }

    /// One call brings the waiting members of the family; each is attended in turn, and undo puts
    /// all back.
    @Test func aFamilyIsCalledTogether() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let ids = try (1...3).map {
            try test.waiting(.nogales, TestStore.person($0, born: 1960 + $0 * 10))
        }
        try test.perform(.act(SetFamily(ids[0], [ids[1]], [.child])))
        let before = try ids.map { try test.reception($0) }
        let call = try test.perform(.act(CallNext(at: .nogales, 1)))
        #expect(call.result["receptions"]?.elements == [.int(ids[0].value), .int(ids[1].value)])
        #expect(try test.reception(ids[1]).stage == .called)
        #expect(try test.reception(ids[2]).stage == .waiting)
        try test.perform(.act(Undo(try #require(call.act))))
        #expect(try ids.map { try test.reception($0) } == before)
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(StartInterview(ids[0], desk: 1)))
        #expect(test.refusal(.act(StartInterview(ids[1], desk: 1))) != nil)
        try test.perform(.act(SaveProfile(ids[0], completeAnswers)))
        try test.perform(.act(StartInterview(ids[1], desk: 1)))
        #expect(try test.reception(ids[1]).desk == 1)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    @Test func whoIsNotTheSameIsNotOfferedAgain() throws {
        let test = try TestStore()
        let one = try test.waiting(.nogales, TestStore.person(1))
        let other = try test.waiting(.tijuana, TestStore.person(1))
        let person = try test.reception(one).person
        #expect(test.refusal(.act(LinkPerson(other, person)))?.code == .personIsInside)
        try test.perform(.act(TellApart(other, person)))
        #expect(try test.store.card(other, now: test.now)?.matches.isEmpty == true)
        #expect(test.refusal(.act(LinkPerson(other, Identifier(12345))))?.code == .unknownReception)
    }

    /// Only certainty refuses: the same valid CURP with its names and date, of somebody who is
    /// inside.
    @Test func theSamePersonDoesNotComeInTwice() throws {
        let test = try TestStore()
        var person = TestStore.person(1)
        (person.given, person.firstSurname, person.secondSurname) = (
            "Concepción", "Salgado", "Briseño"
        )
        (person.birthDate, person.curp) = (
            CivilDate(year: 1956, month: 6, day: 26), "SABC560626MDFLRN01"
        )
        let inside = try test.waiting(.nogales, person)
        let group = try test.group(.tijuana, people: [TestStore.person(2)]).0
        #expect(test.refusal(.act(AddOffList(group, person)))?.code == .personIsInside)
        #expect(
            test.refusal(.act(AddToList(group, [TestStore.person(3), person])))?.code
                == .personIsInside)
        // A likeness, however strong, comes in.
        var alike = person
        alike.curp = nil
        try test.perform(.act(AddOffList(group, alike)))
        try test.perform(.act(ReleasePerson(inside, Release(.ownDecision))))
        try test.perform(.act(AddOffList(group, person)))
    }

    /// What was asked before the queue is asked again in it of those who have come, or left, since.
    @Test func whoComesInBetweenIsInside() throws {
        let test = try TestStore()
        var person = TestStore.person(1)
        (person.given, person.firstSurname, person.secondSurname) = (
            "Concepción", "Salgado", "Briseño"
        )
        (person.birthDate, person.curp) = (
            CivilDate(year: 1956, month: 6, day: 26), "SABC560626MDFLRN01"
        )
        let id = try test.group(.nogales, people: [person]).1[0]
        let group = try test.group(.tijuana, people: [TestStore.person(2)]).0
        let list = [TestStore.person(3), person]
        let other = try Store(path: test.path)
        func added(after command: Command) throws -> Refusal.Code? {
            try test.store.foresee(list)
            _ = try other.perform(command, by: test.lead, at: test.now)
            do throws(PerformFailure) {
                _ = try test.store.batch(orWrap: { .failed($0) }) { () throws(PerformFailure) in
                    try test.perform(.act(AddToList(group, list)))
                }
            } catch {
                if case .refused(let refusal) = error { return refusal.code }
                throw error
            }
            return nil
        }
        #expect(try added(after: .act(Receive(id, .all))) == .personIsInside)
        #expect(try added(after: .act(ReleasePerson(id, Release(.ownDecision)))) == nil)
    }

    @Test func peopleAreFoundByFolioAndDateToo() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let id = try inInterview(test, TestStore.person(1))
        try test.perform(.act(SaveProfile(id, completeAnswers)))
        let accredited = SetNationality(
            id, .accredited, .passport, motive: nil, interpreter: nil, mexicanParent: nil)
        try test.perform(.act(accredited))
        let folio = try #require(
            try test.perform(.act(IssueCertificate(of: id))).result["folio"]?.text)
        for text in [
            folio, folio.lowercased(), "1990-05-06", "6/5/1990", "prueba persona", "PERSONA 1",
        ] {
            #expect(try test.store.search(text, at: nil).map(\.id) == [id], "\(text)")
        }
    }

    /// Takes a store back to before the later schemas, whatever is common to the first two.
    private static let withoutLaterTables = """
        \(Older.withoutSought)
        DROP TABLE bag; DROP TABLE stockItem; DROP TABLE screening; DROP TABLE screening_restricted; DROP TABLE followUp; DROP TABLE followUp_restricted;
        DROP TABLE laneTick; DROP TABLE laneTick_restricted; DROP INDEX reception_received; DROP INDEX reception_inside;
        CREATE INDEX reception_inside ON reception (point, stage, enteredAt) WHERE stage NOT IN ('listed', 'noShow', 'released');
        ALTER TABLE reception DROP COLUMN ageDoubtAt;
        ALTER TABLE reception DROP COLUMN ageSource; ALTER TABLE reception DROP COLUMN ageFolio;
        ALTER TABLE reception DROP COLUMN exitMunicipality; ALTER TABLE reception DROP COLUMN leftOutOfHours;
        DROP TABLE paper; DROP TABLE inquiry; DROP TABLE inquiry_restricted; DROP TABLE provider; DROP TABLE referral; DROP TABLE referral_restricted; DROP TABLE help; DROP TABLE propertyClaim;
        ALTER TABLE reception DROP COLUMN serviceConsent; DROP TABLE rightsRequest; DROP TABLE archiveSeries; DROP TABLE removal; ALTER TABLE reception DROP COLUMN opposes;
        ALTER TABLE reception DROP COLUMN blockedAt; ALTER TABLE reception DROP COLUMN removal;
        DROP TABLE credential; DROP TABLE attempt; DROP INDEX reads_subject; ALTER TABLE reads DROP COLUMN reason; ALTER TABLE reads DROP COLUMN n;
        ALTER TABLE officer DROP COLUMN roles; ALTER TABLE officer DROP COLUMN suspended;
        ALTER TABLE meta DROP COLUMN clockAt; ALTER TABLE meta DROP COLUMN clockUp; ALTER TABLE meta DROP COLUMN clockBoot;
        DROP TABLE pendingAct; ALTER TABLE point DROP COLUMN lockMinutes; DROP TABLE reception_restricted; ALTER TABLE reception ADD COLUMN alienNumber TEXT;
        """

    /// A store of the first schema is taken to the newest, and its people are found again.
    @Test func anOlderStoreIsMigratedWithItsPeople() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        let connection = try Connection(path: test.path, mode: .write)
        // As an earlier program wrote its first lead.
        let kept = try connection.statement(
            "SELECT sql FROM sqlite_schema WHERE name = 'journal_kept_update'"
        ).first {
            $0.text(0)
        }
        try connection.execute(
            """
            DROP TRIGGER journal_kept_update; UPDATE officer SET lead = 1;
            UPDATE journal SET kind = 'passwordSet', payload = '{}' WHERE kind = 'providerSet';
            UPDATE journal SET payload = replace(payload, '"roles":"administrator,lead,officer"', '"lead":1');
            \(kept ?? "")
            """)
        let keys = try connection.statement("SELECT count(*) FROM block").first { $0.int(0) }
        try connection.execute(
            """
            \(ProfileTests.withoutLaterTables) \(Older.withoutCounted)
            ALTER TABLE reception ADD COLUMN restrictedAnswers TEXT;
            DROP TABLE catalogueEntry; DROP TABLE place; DROP INDEX reception_family_inside;
            DROP INDEX draft_subject; ALTER TABLE draft DROP COLUMN discarded; DROP TABLE block; DROP INDEX reception_family; DROP INDEX reception_waiting;
            CREATE INDEX reception_waiting ON reception (point, priority); DROP INDEX reception_birth;
            ALTER TABLE point DROP COLUMN peakSince; ALTER TABLE point DROP COLUMN peakReason;
            """)
        for column in [
            "ties",
            "personalAnswers", "restrictedAnswers", "formVersion", "groupAnswers", "notice",
            "noticeVersion",
            "noticeAt",
            "interpreterLanguage", "interpreterVariant", "interpreterMedium", "interpreterWho",
            "interpreterFrom",
            "family",
            "kinship", "notSame",
        ] { try connection.execute("ALTER TABLE reception DROP COLUMN \(column)") }
        try connection.execute("PRAGMA user_version = 1")
        // Another process has it open: nothing is changed under it.
        #expect(throws: StoreError.self) { try Store(path: test.path) }
        let copy = "\(test.folder)/vieja.db"
        try connection.execute("VACUUM INTO '\(copy)'")
        let old = try Connection(path: copy, mode: .write)
        try old.execute("PRAGMA user_version = 1")
        // One fact more says what official tables count of the person.
        #expect(
            try Store(path: copy).verify(quick: false)
                == .holds(events: try test.store.figures().events + 1))
        // The second schema, with the municipalities of its own table: they become entries, by an
        // event.
        let second = "\(test.folder)/segunda.db"
        try old.execute("VACUUM INTO '\(second)'")
        try Connection(path: second, mode: .write).execute(
            """
            \(ProfileTests.withoutLaterTables) \(Older.withoutCounted)
            ALTER TABLE reception ADD COLUMN restrictedAnswers TEXT; DROP TABLE catalogueEntry; DROP TABLE place; DROP INDEX reception_family_inside; DROP INDEX draft_subject;
            ALTER TABLE reception DROP COLUMN ties; ALTER TABLE draft DROP COLUMN discarded; CREATE TABLE municipality (key TEXT PRIMARY KEY, state TEXT NOT NULL,
            name TEXT NOT NULL, folded TEXT NOT NULL, retired INTEGER NOT NULL) STRICT, WITHOUT ROWID;
            CREATE INDEX municipality_folded ON municipality (folded);
            INSERT INTO municipality VALUES ('20067', 'OC', 'Oaxaca de Juárez', 'oaxaca de juarez', 0),
            ('20068', 'OC', 'Ocotlán', 'ocotlan', 1); PRAGMA user_version = 2
            """)
        let third = try Store(path: second)
        let entries = try third.entries(of: CatalogueEntry.municipalities)
        #expect(
            entries.map(\.label) == ["Oaxaca de Juárez", "Ocotlán"]
                && entries.map(\.isRetired) == [false, true])
        #expect(try third.verify(quick: false) == .holds(events: try third.figures().events))
        #expect(try third.figures().events == test.store.figures().events + 3)
        _ = try third.perform(.act(SetPlace(id, .yard, with: nil)), by: test.lead, at: test.now)
        let migrated = try Store(path: copy)
        #expect(try migrated.card(id, now: test.now)?.reception.given == "Persona 1")
        #expect(try old.statement("SELECT count(*) FROM block").first { $0.int(0) } == keys)
        #expect(try migrated.verify(quick: false) == .holds(events: try migrated.figures().events))
    }
}
