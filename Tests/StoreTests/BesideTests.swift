import Glibc
import Repatriation
import SQLite
import Support
import Testing

@testable import Store

/// Tables of which the journal says nothing are looked at all the same.
@Suite struct BesideTests {
    private let test: TestStore

    /// A store in which each of them has rows.
    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1)
        let person = try test.waiting(.nogales, TestStore.person(1))
        try test.store.heartbeat(point: .nogales, desk: 1, of: nil, at: test.now)
        try test.store.saveDraft(
            "interview", subject: person.value, field: "aliases", value: "Beto", by: test.lead,
            at: test.now)
        try test.store.setPassword(
            Phrase(Array("una clave larga".utf8)), of: test.lead, by: test.lead, at: test.now)
        test.pass(minutes: 30)
        try test.store.noteAlarms(at: test.now)
        // The clock goes back, and is right again.
        test.now = test.now.adding(minutes: -40)
        try test.perform(.act(SetPeak(at: .nogales, reason: "prueba")))
        test.now = test.now.adding(minutes: 40)
        let officer = try test.store.officer(test.lead)
        _ = try test.store.signIn(
            officer, Phrase(Array("no es esta".utf8)), terminal: "/dev/pts/3", at: test.now)
        try test.store.note(PracticeNote(.told, "uno", "Llega un grupo.", at: test.now))
        for _ in 0..<3 {
            try test.store.note(
                ReadRecord(
                    at: test.now, officer: test.lead, subject: person.value, what: .card,
                    reason: .care, count: 1))
        }
    }

    @Test func everyTableIsLookedAt() throws {
        let tables = try test.store.connection.statement(
            """
            SELECT name FROM sqlite_schema WHERE type = 'table'
            AND name NOT GLOB 'names_*' AND name NOT GLOB 'sqlite_*'
            """
        ).all { $0.text(0) }
        #expect(Set(tables) == Store.checkedTables)
    }

    @Test(arguments: TableBeside.all.map(\.name))
    func whatNoProgramWritesIsFoundInEveryColumn(_ table: String) throws {
        let raw = try Connection(path: test.path, mode: .write)
        try dropGuards(raw)
        let columns = try raw.statement("SELECT name, type FROM pragma_table_info('\(table)')")
            .all { ($0.text(0), $0.text(1)) }
        // What somebody types may be anything, and forms are called as they like.
        let free = ["draft": ["value", "screen", "field"], "practice": ["text"]][table] ?? []
        for (column, type) in columns where !free.contains(column) {
            let strange = type == "TEXT" ? "'?!'" : "-4611686018427387904"
            try raw.execute(
                """
                BEGIN; UPDATE \(table) SET "\(column)" = \(strange)
                WHERE "\(column)" IS (SELECT max("\(column)") FROM \(table))
                """)
            let found = try TableBeside.all.filter { try !$0.isWhole(raw, after: nil) }
            try raw.execute("ROLLBACK")
            #expect(found.map(\.name) == [table], "\(column)")
        }
    }

    @Test(arguments: [CheckScope.whole, .daily, .quick])
    func aRowThatIsMissedOrPlantedIsFoundByEachCheck(_ scope: CheckScope) throws {
        guard case .holds = try test.store.check(.whole).verdict else {
            Issue.record("a store that was worked with does not hold")
            return
        }
        let changes = [
            ("reads", "DELETE FROM reads WHERE seq = 2"),
            (
                "reads",
                "INSERT INTO reads (seq, at, officer, subject, what) VALUES (9, 0, 1, 0, 'card')"
            ),
            ("alarmHistory", "UPDATE alarmHistory SET seq = seq + 1"),
            ("alarmHistory", "UPDATE alarmHistory SET priority = 'none'"),
            ("alarmStanding", "UPDATE alarmStanding SET tag = 'pastTarget.XXX'"),
            ("credential", "UPDATE credential SET at = at + 1"),
            ("credential", "UPDATE credential SET hash = replace(hash, '$y$', '$1$')"),
            ("draft", "UPDATE draft SET officer = 7"), ("heard", "UPDATE heard SET desk = 2"),
            ("attempt", "UPDATE attempt SET failures = 0"),
            ("counters", "UPDATE meta SET clockUp = NULL, clockBoot = 'x'"),
        ]
        for (finding, change) in changes {
            let path = "\(test.folder)/\(scope.rawValue)-\(finding).db"
            try test.store.backup(to: path)
            let raw = try Connection(path: path, mode: .write)
            let guards = try dropGuards(raw)
            try raw.execute(change)
            try raw.execute(guards)
            raw.close()
            #expect(try Store(path: path).check(scope).verdict == .differs([finding]), "\(change)")
            unlink(path)
        }
    }

    /// Lifts what keeps the record of looks; the text that puts it back.
    @discardableResult private func dropGuards(_ raw: Connection) throws -> String {
        let guards = try raw.statement(
            "SELECT name, sql FROM sqlite_schema WHERE name GLOB 'reads_kept_*' OR name GLOB 'alarmHistory_kept_*'"
        ).all { ($0.text(0), $0.text(1)) }
        for guarding in guards { try raw.execute("DROP TRIGGER \(guarding.0)") }
        return guards.map { $0.1 + ";" }.joined()
    }
}
