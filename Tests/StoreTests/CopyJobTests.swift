import CSQLite
import Foundation
import Glibc
import Repatriation
import SQLite
import Support
import Synchronization
import Testing

@testable import Store

/// Copies that are made beside a store while desks work.
@Suite struct CopyJobTests {
    static let day = CivilDate(daysSinceEpoch: 20_777)

    func copies(_ test: TestStore) -> [String] {
        KeptCopies(of: test.path).names.map(\.text)
    }

    func job(_ test: TestStore, _ later: Int = 0) -> CopyJob {
        let day = CopyJobTests.day.later(later)
        var job = test.store.copyJob(day: day, believed: day)
        job.small = 0
        return job
    }

    /// A store where many have been received, so that what a day brings is little.
    func busy() throws -> TestStore {
        let test = try TestStore()
        for number in 1...40 { _ = try test.waiting(.nogales, TestStore.person(number)) }
        return test
    }

    /// Every table is the same in both; a restored store draws an origin, and is proven anew.
    private func differing(_ one: String, _ other: String) throws -> [String] {
        let connection = try Connection(path: one, mode: .write)
        try connection.statement("ATTACH ? AS other").bind(other).run()
        var differing: [String] = []
        let own = ["meta", "proven", "provenSum"]
        for table in try ChangesCopy.tables(connection, "main") where !own.contains(table) {
            for (left, right) in [("main", "other"), ("other", "main")] {
                let rows = try connection.statement(
                    """
                    SELECT count(*) FROM (SELECT * FROM \(left)."\(table)"
                    EXCEPT SELECT * FROM \(right)."\(table)")
                    """
                ).first { $0.int(0) }
                if rows != 0 { differing.append(table) }
            }
        }
        return differing
    }

    @Test func whatChangedSinceTheWholeCopyIsRestoredWithIt() throws {
        let test = try busy()
        #expect(try job(test).run(while: { true }))
        let marked = try test.waiting(.nogales, TestStore.person(90))
        try test.open(.nogales, desks: 1)
        try test.perform(.act(CallPerson(marked, desk: 1, reason: "prueba")))
        try test.perform(.act(AmendPerson(marked, TestStore.person(91))))
        #expect(try job(test, 1).run(while: { true }))
        let day = CopyJobTests.day
        let names = [day.text, "\(day.later(1).text)-desde-\(day.text)"]
        #expect(copies(test) == names)
        let changes = "\(test.path).backup-\(names[1])"
        #expect(StoreFiles.size(changes) < StoreFiles.size("\(test.path).backup-\(names[0])"))
        let restored = "\(test.folder)/n.db"
        try Store.restore(changes, to: restored, force: false)
        #expect(try differing(restored, test.path) == [])
        guard case .holds = try Store(path: restored).verify(quick: false) else {
            Issue.record("what was restored does not hold")
            return
        }
        #expect(Store.officer(withAccount: "nadie", inCopy: changes)?.name == "Rosa Ramírez Luna")
    }

    /// What rang before the whole copy is never taken away, so that what rang since goes after it.
    @Test func whatRangIsRestoredWithWhatChangedSince() throws {
        let test = try busy()
        func ring(_ number: Int) throws {
            let id = try test.group(.nogales, people: [TestStore.person(number)]).1[0]
            try test.perform(.act(NoShow(id, .unknown, confirmedBy: nil)))
            try test.store.noteAlarms(at: test.now)
            test.pass(minutes: 30)
        }
        try ring(91)
        #expect(try job(test).run(while: { true }))
        try ring(92)
        #expect(try job(test, 1).run(while: { true }))
        let day = CopyJobTests.day
        let restored = "\(test.folder)/n.db"
        try Store.restore(
            "\(test.path).backup-\(day.later(1).text)-desde-\(day.text)", to: restored, force: false
        )
        #expect(try differing(restored, test.path) == [])
        let rang = try test.store.alarmChanges(from: .earliest, to: .latest)
        #expect(rang.contains { $0.tag.kind == .unlocated })
    }

    /// Of the same version, with columns in another order: each goes where it is called.
    @Test func columnsAreJoinedByTheirNames() throws {
        let (test, changes) = try changed()
        let file = try Connection(path: changes, mode: .write)
        for table in try ChangesCopy.tables(file, "main") where table != "about" {
            let columns = try file.statement("SELECT name FROM pragma_table_info('\(table)')")
                .all { "\"\($0.text(0))\"" }
            try turn(file, table, columns.reversed())
        }
        file.close()
        let restored = "\(test.folder)/n.db"
        try Store.restore(changes, to: restored, force: false)
        #expect(try differing(restored, test.path) == [])
    }

    @Test func changesThatLackAColumnAreNotRestored() throws {
        let (test, changes) = try changed()
        let file = try Connection(path: changes, mode: .write)
        try turn(file, "heard", ["point", "desk"])
        file.close()
        do {
            try Store.restore(changes, to: "\(test.folder)/n.db", force: false)
            Issue.record("restored without a column")
        } catch StoreError.unfit(_, let what) {
            #expect(what == ["schema"])
        }
        #expect(access("\(test.folder)/n.db", F_OK) != 0)
    }

    /// A store with a copy of what changed since a whole one.
    private func changed() throws -> (TestStore, String) {
        let test = try busy()
        _ = try job(test).run(while: { true })
        let person = try test.waiting(.nogales, TestStore.person(90))
        try test.open(.nogales, desks: 1)
        try test.perform(.act(CallPerson(person, desk: 1, reason: "prueba")))
        _ = try job(test, 1).run(while: { true })
        let day = CopyJobTests.day
        return (test, "\(test.path).backup-\(day.later(1).text)-desde-\(day.text)")
    }

    /// Gives a table these columns.
    private func turn(_ file: Connection, _ table: String, _ columns: [String]) throws {
        try file.execute(
            """
            CREATE TABLE turned AS SELECT \(columns.joined(separator: ", ")) FROM "\(table)";
            DROP TABLE "\(table)"; ALTER TABLE turned RENAME TO "\(table)"
            """)
    }

    /// A copy is called by the day that the clock shows, and kept by one that is believed.
    @Test func aClockThatNobodyBelievesLeadsNoKeeping() throws {
        let test = try TestStore(seed: nil)
        for later in 0..<9 {
            let now = test.now.adding(minutes: later * 1440)
            try Connection(path: test.path, mode: .write).execute(
                "UPDATE meta SET clockAt = \(now.milliseconds), clockBoot = NULL, clockUp = NULL")
            #expect(try #require(try test.store.copyJob(at: now)).run(while: { true }))
        }
        let before = copies(test)
        for later in 4000..<4012 {
            let shown = test.now.adding(minutes: later * 1440)
            #expect(try #require(try test.store.copyJob(at: shown)).run(while: { true }))
        }
        #expect(Set(copies(test)).isSuperset(of: before) && copies(test).count > before.count)
    }

    /// Keys of a list that were moved between two copies are there once in what is restored.
    @Test func keysThatWereMovedBetweenTheCopiesAreRestored() throws {
        let test = try busy()
        _ = try test.group(.nogales, people: (200...260).map { TestStore.person($0) })
        #expect(try job(test).run(while: { true }))
        while test.store.settleKeys() {}
        _ = try test.waiting(.nogales, TestStore.person(90))
        #expect(try job(test, 1).run(while: { true }))
        let restored = "\(test.folder)/n.db"
        let changes = try #require(copies(test).last { $0.contains("desde") })
        try Store.restore("\(test.path).backup-\(changes)", to: restored, force: false)
        guard case .holds = try Store(path: restored).verify(quick: false) else {
            Issue.record("what was restored does not hold")
            return
        }
    }

    @Test(arguments: ["whole", "name", "journal"]) func changesWithoutTheirWholeCopyAreNotRestored(
        _ fault: String
    ) throws {
        let test = try busy()
        _ = try job(test).run(while: { true })
        _ = try test.waiting(.nogales, TestStore.person(90))
        _ = try job(test, 1).run(while: { true })
        let day = CopyJobTests.day
        let whole = "\(test.path).backup-\(day.text)"
        var changes = "\(test.path).backup-\(day.later(1).text)-desde-\(day.text)"
        switch fault {
        case "whole": unlink(whole)
        case "name":
            rename(changes, "\(test.folder)/cambios")
            changes = "\(test.folder)/cambios"
        default:
            unlink(whole)
            try test.store.backup(to: whole)
        }
        do {
            try Store.restore(changes, to: "\(test.folder)/n.db", force: false)
            Issue.record("restored without its whole copy")
        } catch StoreError.unfit(_, let what) {
            #expect(what == [fault])
        }
        #expect(access("\(test.folder)/n.db", F_OK) != 0)
    }

    @Test func aWholeCopyIsDueAnewEachMonthAndWhenMuchHasChanged() throws {
        let test = try busy()
        _ = try job(test).run(while: { true })
        _ = try job(test, 31).run(while: { true })
        #expect(copies(test).count == 2 && !copies(test)[1].contains("desde"))
        for number in 1...40 { _ = try test.waiting(.nogales, TestStore.person(100 + number)) }
        _ = try job(test, 32).run(while: { true })
        #expect(copies(test).count == 3 && !copies(test)[2].contains("desde"))
    }

    @Test func aCopyOfTheDayIsMadeOnceAndAgainForAShiftsEnd() throws {
        let test = try busy()
        #expect(try job(test).run(while: { true }))
        #expect(try !job(test).run(while: { true }))
        let shift = test.store.copyJob(
            day: CopyJobTests.day, believed: CopyJobTests.day, shift: (.nogales, "2210"))
        #expect(try shift.run(while: { true }))
        #expect(copies(test).last == "\(CopyJobTests.day.text)-NOG-2210")
    }

    @Test func oneProcessMakesItAndTheOthersGoOn() throws {
        let test = try busy()
        let other = try #require(Descriptor(path: "\(test.path).lock", flags: O_RDWR))
        #expect(csqlite_claim_byte(other.number, 4096))
        #expect(try !job(test).run(while: { true }))
        #expect(copies(test).isEmpty)
    }

    /// Rows that take a copy many steps.
    static let many = """
        CREATE TABLE temp.n AS WITH RECURSIVE n(i) AS
        (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000) SELECT i FROM n;
        INSERT INTO place SELECT 'birthMunicipality', 'Lugar de prueba ' || i, 1 FROM temp.n;
        """

    @Test func whereThereIsNoRoomNothingIsWrittenAndItIsSaid() throws {
        let test = try busy()
        var job = job(test)
        job.room = { _ in 4096 }
        let before = Set(StoreFiles.names(in: test.folder))
        do {
            _ = try job.run(while: { true })
            Issue.record("a copy without room")
        } catch {
            guard case .noRoom(_, 4096) = error else {
                Issue.record("\(error)")
                return
            }
        }
        #expect(Set(StoreFiles.names(in: test.folder)) == before)
    }

    /// Desks go on while a copy is made, what they do is not in it, and whoever ends it leaves
    /// nothing.
    @Test func aCopyIsOfTheMomentItBeganAndLeavesNothingWhenItIsEnded() throws {
        let test = try TestStore()
        for number in 1...60 { _ = try test.waiting(.nogales, TestStore.person(number)) }
        try test.store.wrap { () throws(SQLiteError) in
            try test.store.connection.execute(CopyJobTests.many)
        }
        let before = try test.store.figures().events
        let folder = test.folder
        let lead = test.lead
        let path = test.path
        let asked = Mutex(0)
        // Another desk writes at each look whether the copy is still wanted.
        #expect(
            try job(test).run(while: {
                asked.withLock { $0 += 1 }
                let other = try? Store(path: path)
                let announced = AnnounceGroup(.nogales, Announcement())
                _ = try? other?.perform(.act(announced), by: lead, at: TestStore.morning)
                return true
            }))
        #expect(asked.withLock { $0 } > 1)
        #expect(try test.store.figures().events > before)
        let copy = "\(path).backup-\(CopyJobTests.day.text)"
        let kept = try Connection(path: copy, mode: .read)
        let events = try kept.statement("SELECT count(*) FROM journal").first { $0.int(0) }
        #expect(events == before)
        asked.withLock { $0 = 0 }
        let names = Set(StoreFiles.names(in: folder))
        let ended = test.store.copyJob(
            day: CopyJobTests.day, believed: CopyJobTests.day, shift: (.nogales, "2300"))
        #expect(
            try !ended.run(while: {
                asked.withLock { count in
                    count += 1
                    return count < 2
                }
            }))
        #expect(Set(StoreFiles.names(in: folder)) == names)
    }

    @Test func aCopyThatSomebodyNamedIsNeverRemoved() throws {
        let test = try busy()
        let own = "\(test.path).backup-antes-del-cambio"
        try test.store.backup(to: own)
        for later in 0..<9 { _ = try job(test, 40 * later).run(while: { true }) }
        #expect(access(own, F_OK) == 0)
    }

    /// What a full disk left of a copy is no copy: it is said, and the next look makes one.
    @Test func whatCannotBeCommittedBesideASnapshotIsSaid() throws {
        let test = try TestStore()
        let connection = try Connection(path: test.path, mode: .write)
        try connection.execute(
            """
            PRAGMA foreign_keys = ON; CREATE TEMP TABLE one (id INTEGER PRIMARY KEY);
            CREATE TEMP TABLE two (one REFERENCES one DEFERRABLE INITIALLY DEFERRED)
            """)
        #expect(throws: SQLiteError.self) {
            try connection.snapshot { try connection.execute("INSERT INTO two VALUES (7)") }
        }
        #expect(try connection.statement("SELECT count(*) FROM two").first { $0.int(0) } == 0)
    }

    @Test(arguments: ["nothing", "link", "folder", "pipe"]) func whatOnlyBearsTheNameOfACopyIsNone(
        _ what: String
    ) throws {
        let test = try busy()
        let earlier = "\(test.path).backup-\(CopyJobTests.day.text)"
        switch what {
        case "nothing": try Data().write(to: URL(fileURLWithPath: earlier))
        case "link": symlink(test.path, earlier)
        case "folder": mkdir(earlier, 0o700)
        default: mkfifo(earlier, 0o600)
        }
        #expect(copies(test).isEmpty)
        #expect(try job(test, 1).run(while: { true }))
        #expect(copies(test) == [CopyJobTests.day.later(1).text])
        guard what != "link" else { return }
        #expect(throws: StoreError.self) {
            try Store.restore(earlier, to: "\(test.folder)/n.db", force: false)
        }
    }

    /// The first page of a copy is written last: until then its head is empty.
    @Test func whatAKilledCopyLeftIsRemovedByTheNext() throws {
        let test = try busy()
        let left = "\(test.path).backup-\(CopyJobTests.day.text).partial-99999"
        for name in [left, left + "-journal"] {
            try Data(repeating: 0, count: 8192).write(to: URL(fileURLWithPath: name))
        }
        #expect(try job(test).run(while: { true }))
        #expect(access(left, F_OK) != 0 && access(left + "-journal", F_OK) != 0)
    }

    @Test func nothingGoesOnFromAWholeCopyThatIsDamaged() throws {
        let test = try busy()
        _ = try job(test).run(while: { true })
        let whole = "\(test.path).backup-\(CopyJobTests.day.text)"
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: whole))
        try file.seek(toOffset: UInt64(StoreFiles.size(whole) / 2))
        try file.write(contentsOf: Data(repeating: 0xFF, count: 9000))
        try file.close()
        #expect(try job(test, 1).run(while: { true }))
        #expect(copies(test).last == CopyJobTests.day.later(1).text)
    }

    /// Whatever tables a store has, a copy of changes has them all.
    @Test func noTableIsForgotten() throws {
        let test = try busy()
        _ = try job(test).run(while: { true })
        _ = try test.waiting(.nogales, TestStore.person(90))
        _ = try job(test, 1).run(while: { true })
        let day = CopyJobTests.day
        let changes = "\(test.path).backup-\(day.later(1).text)-desde-\(day.text)"
        let copy = try Connection(path: changes, mode: .read)
        let own = try ChangesCopy.tables(test.store.connection, "main")
        #expect(
            Set(try ChangesCopy.tables(copy, "main")) == Set(own).union(["about", "touched"]))
        #expect(own.contains("journal_body") && own.contains("credential"))
    }
}
