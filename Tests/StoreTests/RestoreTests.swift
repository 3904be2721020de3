import Foundation
import Glibc
import Repatriation
import SQLite
import Store
import Support
import Testing

/// A copy takes a store's place whole and proven, or not at all.
@Suite struct RestoreTests {
    /// What was done to a copy, and what is said of it.
    struct Tampered: Sendable, CustomTestStringConvertible {
        let sql: String
        let finding: String
        var testDescription: String { sql }
    }

    private static let lift = "DROP TRIGGER journal_kept_update;"
    private static let put =
        """
        CREATE TRIGGER journal_kept_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, \
        'append only'); END
        """
    private static let endless =
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT"

    static let copies = [
        Tampered(sql: "\(lift) UPDATE journal SET payload = 'x'; \(put)", finding: "journal"),
        Tampered(sql: "\(lift) UPDATE journal SET at = \(Int.max); \(put)", finding: "journal"),
        Tampered(sql: "\(lift) UPDATE journal SET oseq = oseq + 900; \(put)", finding: "journal"),
        Tampered(sql: "\(lift) UPDATE journal SET seq = -seq; \(put)", finding: "counters"),
        Tampered(sql: "UPDATE meta SET counter = -1", finding: "counters"),
        Tampered(sql: "UPDATE meta SET counter = \(Int.max)", finding: "counters"),
        Tampered(sql: "UPDATE meta SET oseq = oseq + 1", finding: "counters"),
        Tampered(sql: "UPDATE meta SET counter = 3", finding: "identifiers"),
        Tampered(sql: "UPDATE reception SET person = -4", finding: "identifiers"),
        Tampered(sql: "UPDATE officer SET name = 'Otra'", finding: "officer"),
        Tampered(sql: "DROP TABLE reception", finding: "damage"),
        Tampered(sql: "DROP INDEX journal_act", finding: "schema"),
        Tampered(sql: "CREATE TABLE otra (a)", finding: "schema"),
        Tampered(sql: "CREATE VIEW otra AS SELECT 1", finding: "schema"),
        Tampered(
            sql: "CREATE TRIGGER otro BEFORE UPDATE ON meta BEGIN DELETE FROM draft; END",
            finding: "schema"),
        Tampered(
            sql:
                """
                DROP TRIGGER journal_kept_update; CREATE TRIGGER journal_kept_update BEFORE \
                UPDATE ON journal 
                """
                    + "BEGIN DELETE FROM draft; END", finding: "schema"),
        Tampered(
            sql: "ALTER TABLE meta RENAME TO m; CREATE VIEW meta AS \(endless) x AS origin FROM c",
            finding: "schema"),
        Tampered(
            sql:
                "ALTER TABLE officer RENAME TO o; CREATE VIEW officer AS \(endless) x AS id FROM c",
            finding: "schema"),
    ]

    private func finding(_ body: () throws -> Void) -> [String] {
        do { try body() } catch StoreError.unfit(_, let what) { return what } catch {
            return ["\(error)"]
        }
        return ["nothing"]
    }

    /// Said what is wrong with it, within its time; the store there is as it was and nothing is
    /// left beside it.
    @Test(arguments: copies) func aTamperedCopyIsRefused(_ tampered: Tampered) throws {
        let test = try TestStore()
        _ = try test.waiting(.nogales, TestStore.person(1))
        let copy = "\(test.folder)/copia"
        try test.store.backup(to: copy)
        let raw = try Connection(path: copy, mode: .write)
        try raw.execute("PRAGMA legacy_alter_table = ON")
        try raw.execute(tampered.sql)
        raw.close()
        let target = "\(test.folder)/otro/g.db"
        mkdir("\(test.folder)/otro", 0o700)
        try Store.create(at: target, .init(lead: "Otra", account: nil, now: test.now))
        let before = try Data(contentsOf: URL(fileURLWithPath: target))
        #expect(
            finding { try Store.restore(copy, to: target, force: true) }.contains(tampered.finding))
        #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == before)
        #expect(Set(StoreFiles.names(in: "\(test.folder)/otro")) == ["g.db", "g.db.open"])
        #expect(Store.officer(withAccount: "nadie", inCopy: copy).map { _ in true } != false)
    }

    @Test func whatIsNoStoreIsRefused() throws {
        let test = try TestStore()
        let (empty, text, half) = ("\(test.folder)/a", "\(test.folder)/b", "\(test.folder)/c")
        try test.store.backup(to: half)
        truncate(half, 40_960)
        try Data().write(to: URL(fileURLWithPath: empty))
        try Data(repeating: 65, count: 9000).write(to: URL(fileURLWithPath: text))
        for copy in [empty, text, half] {
            #expect(
                finding { try Store.restore(copy, to: "\(test.folder)/n.db", force: false) } == [
                    "damage"
                ])
            #expect(access("\(test.folder)/n.db", F_OK) != 0)
        }
    }

    /// The log of a process that was killed goes into the store that is set aside.
    @Test func whatIsSetAsideHasItsLastCommits() throws {
        let test = try TestStore()
        let copy = "\(test.folder)/copia"
        try test.store.backup(to: copy)
        _ = try test.waiting(.nogales, TestStore.person(1))
        let events = try test.store.figures().events
        let folder = "\(test.folder)/muerto"
        mkdir(folder, 0o700)
        for ending in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: test.path + ending, toPath: "\(folder)/g.db\(ending)")
        }
        try Store.restore(copy, to: "\(folder)/g.db", force: true)
        let aside = try #require(
            StoreFiles.names(in: folder).first {
                $0.hasPrefix("g.db.replaced-") && !$0.hasSuffix("-wal")
            })
        #expect(try Store(path: "\(folder)/\(aside)").figures().events == events)
        #expect(try Store(path: "\(folder)/g.db").figures().events < events)
    }

    /// A store that was taken away beside its copies: they are named, and no new one is made in its
    /// place.
    @Test func whereAStoreWasNoneIsMade() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = "\(folder)/g.db"
        try Store.create(at: path, .init(lead: "Rosa", account: nil, now: TestStore.morning))
        rename(path, path + ".replaced-1-000000001")
        func isGone(_ body: () throws -> Void) -> Bool {
            do { try body() } catch StoreError.gone(_, let copy) {
                return copy == path + ".replaced-1-000000001"
            } catch {}
            return false
        }
        #expect(isGone { _ = try Store(path: path) })
        #expect(
            isGone {
                try Store.create(
                    at: path, .init(lead: "Rosa", account: nil, now: TestStore.morning))
            })
        try Store.restore(path + ".replaced-1-000000001", to: path, force: false)
        #expect(
            try Store(path: path).verify(quick: false)
                == .holds(events: try Store(path: path).figures().events))
    }

    /// What killed work left is removed by the next such work; what still goes on is not.
    @Test func whatKilledWorkLeftGoes() throws {
        let test = try TestStore()
        let left = [
            "g.db.restore-99999", "g.db.new-99998", "g.db.fold-99997",
            "g.db.backup-2026-11-20.partial-99996",
        ]
        let other = ["g.db.restore-x", "h.db.restore-1", "nota.partial-2", "otra.partial-99996"]
        for name in left + ["g.db.restore-99999-wal"] {
            try Data().write(to: URL(fileURLWithPath: "\(test.folder)/\(name)"))
        }
        for name in other {
            try Data("a".utf8).write(to: URL(fileURLWithPath: "\(test.folder)/\(name)"))
        }
        let busy = open("\(test.folder)/g.db.new-99998", O_RDWR | O_CLOEXEC)
        #expect(flock(busy, LOCK_EX) == 0)
        #expect(StoreFiles.leftovers(of: test.path).count == 3)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
        let names = Set(StoreFiles.names(in: test.folder))
        #expect(names.isSuperset(of: other + ["g.db.new-99998"]))
        #expect(
            names.isDisjoint(with: [
                "g.db.restore-99999", "g.db.fold-99997", "g.db.restore-99999-wal",
                "g.db.backup-2026-11-20.partial-99996",
            ]))
        close(busy)
        _ = try test.store.verify(quick: false)
        #expect(!StoreFiles.names(in: test.folder).contains("g.db.new-99998"))
    }

    /// A store, or what stands beside it, that others can read is closed to them, and it is said;
    /// one of a group stays the group's.
    @Test(arguments: [0o644, 0o640, 0o604, 0o600, 0o664, 0o660] as [mode_t])
    func aStoreThatOthersReadIsClosedToThem(_ mode: mode_t) throws {
        for ending in ["", "-wal", ".lock"] {
            let test = try TestStore()
            let right: mode_t = mode & 0o060 == 0o060 ? 0o660 : 0o600
            chmod(test.path, right)
            chmod(test.path + ending, mode)
            #expect(try Store(path: test.path).wasReadable == (mode != right && ending.isEmpty))
            var info = stat()
            #expect(
                stat(test.path + ending, &info) == 0 && info.st_mode & 0o777 == right, "\(ending)")
        }
    }

    /// What others can write in is refused, with what to do: nobody knows what they wrote.
    @Test(arguments: ["", "-wal", "-shm", ".open"], [0o606, 0o620, 0o666] as [mode_t])
    func aStoreThatOthersWriteIsRefused(_ ending: String, _ mode: mode_t) throws {
        let test = try TestStore()
        chmod(test.path + ending, mode)
        var said = ""
        do throws(StoreError) { _ = try Store(path: test.path) } catch {
            said = error.sentence(.es)
        }
        #expect(said.contains("rwx \(test.path + ending)"))
    }

    /// A copy of a practice put in the place of real people's store, and theirs in a practice's:
    /// either was taken for the other from then on.
    @Test(arguments: [true, false])
    func noPracticeTakesTheirPlaceNorTheyItsOwn(_ isDrill: Bool) throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        func make(_ name: String, seed: Int?) throws -> Store {
            try Store.create(
                at: "\(folder)/\(name)",
                .init(
                    lead: "Rosa Ramírez Luna", account: "nadie", seed: seed, now: TestStore.morning)
            )
            return try Store(path: "\(folder)/\(name)")
        }
        try make("otra.db", seed: isDrill ? nil : 1).backup(to: "\(folder)/copia.db")
        let own = try make("g.db", seed: isDrill ? 1 : nil).figures().events
        let error = #expect(throws: StoreError.self) {
            try Store.restore("\(folder)/copia.db", to: "\(folder)/g.db", force: true)
        }
        guard case .practiceAndReal? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        let store = try Store(path: "\(folder)/g.db")
        #expect(try store.isDrill == isDrill && store.figures().events == own)
        // Beside it, it is restored as what it is.
        try Store.restore("\(folder)/copia.db", to: "\(folder)/al-lado.db", force: false)
        #expect(try Store(path: "\(folder)/al-lado.db").isDrill != isDrill)
    }

    /// A folder in which others may change files is refused for a store that is not theirs.
    @Test func aFolderThatOthersChangeIsRefused() throws {
        let test = try TestStore()
        chown(test.folder, uid_t.max, 1)
        chmod(test.folder, 0o770)
        #expect(throws: StoreError.self) { try Store(path: test.path) }
        for name in StoreFiles.names(in: test.folder) { chmod("\(test.folder)/\(name)", 0o660) }
        // Theirs is the folder, and the store another group's.
        #expect(throws: StoreError.self) { try Store(path: test.path) }
        for name in StoreFiles.names(in: test.folder) {
            chown("\(test.folder)/\(name)", uid_t.max, 1)
        }
        #expect(try Store(path: test.path).figures().events > 0)
    }

    /// The folder that the program made for the store's group was refused by `verify` and `restore`
    /// as open to others.
    @Test(arguments: [true, false])
    func aStoreOfAGroupIsVerifiedAndRestored(_ isLost: Bool) throws {
        let outer = try TestStore.makeFolder()
        defer { TestStore.remove(outer) }
        let path = "\(outer)/d/g.db"
        try Store.create(
            at: path,
            .init(lead: "Rosa Ramírez Luna", account: "nadie", group: 1, now: TestStore.morning))
        let copy = "\(outer)/copia.db"
        func verified() throws -> Verdict {
            let store = try Store(path: path)
            if access(copy, F_OK) != 0 { try store.backup(to: copy) }
            return try store.verify(quick: false)
        }
        let verdict = try verified()
        guard case .holds = verdict else {
            Issue.record("\(verdict)")
            return
        }
        if isLost { for ending in ["", "-wal", "-shm"] { unlink(path + ending) } }
        try Store.restore(copy, to: path, force: true)
        #expect(try verified() == verdict)
        var info = stat()
        #expect(stat(path, &info) == 0 && info.st_gid == 1 && info.st_mode & 0o777 == 0o660)
        // Another group that may write there may not be let in by it, nor everybody.
        for (group, mode) in [(2, 0o2770), (1, 0o2777)] as [(gid_t, mode_t)] {
            chown("\(outer)/d", uid_t.max, group)
            chmod("\(outer)/d", mode)
            #expect(throws: StoreError.self) { try Store(path: path) }
            #expect(throws: StoreError.self) { try Store.restore(copy, to: path, force: true) }
        }
    }
}
