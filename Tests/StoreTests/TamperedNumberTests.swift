import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

/// Numbers that another hand wrote into the file: a sentence or a finding, never a trap.
@Suite struct TamperedNumberTests {
    static let values = [Int.max, Int.min, -1]

    /// Every column of numbers of a table, one after the other.
    private func columns(_ table: String, _ connection: Connection) throws -> [String] {
        try connection.statement(
            "SELECT name FROM pragma_table_info('\(table)') WHERE type = 'INTEGER'"
        ).all {
            $0.text(0)
        }
    }

    /// Reads what desks, boards and leads read, and gives commands.
    private func use(_ path: String, _ lead: Identifier<Officer>) throws -> Verdict? {
        guard let store = try? Store(path: path) else { return nil }
        let at = TestStore.morning
        _ = try? store.board(at: at)
        _ = try? store.groups(at: .nogales, now: at)
        _ = try? store.queue(at: .nogales, desk: 1, now: at)
        _ = try? store.search("persona", at: .nogales)
        for person in (try? store.search("persona", at: nil)) ?? [] {
            _ = try? store.card(person.id, now: at)
        }
        try? store.history { entry in _ = entry.at.text }
        let verdict = try? store.verify(quick: false)
        _ = try? store.perform(.act(CallNext(at: .nogales, 1)), by: lead, at: at)
        _ = try? store.perform(.act(AnnounceGroup(.nogales, Announcement())), by: lead, at: at)
        return verdict
    }

    /// A store with somebody called and somebody waiting, to be tampered with over and over.
    private func prepared(_ folder: String) throws -> Identifier<Officer> {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        for number in 0..<2 { _ = try test.waiting(.nogales, TestStore.person(number)) }
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.store.backup(to: "\(folder)/base")
        return test.lead
    }

    @Test(arguments: ["meta", "journal", "reception", "group", "point", "desk", "call", "cell"])
    func aTamperedNumberIsFoundAndNoTrap(_ table: String) throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let lead = try prepared(folder)
        let base = try Connection(path: "\(folder)/base", mode: .read)
        // A second before 1970, or of a zone, is a second.
        let passed = ["occurredAt", "clockUp"]
        let harmless = ["at", "offset"]
        for (index, column) in try columns(table, base).enumerated() where !passed.contains(column)
        {
            // One of the values a column, so that every one is tried on many.
            let value = TamperedNumberTests.values[index % 3]
            if table == "journal", value == -1, harmless.contains(column) { continue }
            let path = "\(folder)/\(column).db"
            try FileManager.default.copyItem(atPath: "\(folder)/base", toPath: path)
            let raw = try Connection(path: path, mode: .write)
            try raw.execute(
                "PRAGMA ignore_check_constraints = ON; DROP TRIGGER journal_kept_update")
            let hasChanged =
                (try? raw.execute("UPDATE \"\(table)\" SET \"\(column)\" = \(value)")) != nil
            try raw.execute(
                """
                CREATE TRIGGER journal_kept_update BEFORE UPDATE ON journal BEGIN SELECT \
                RAISE(ABORT, 'append only'); END
                """
            )
            // What the tables themselves refuse cannot be there.
            guard hasChanged else { continue }
            raw.close()
            let verdict = try use(path, lead)
            if case .holds? = verdict {
                Issue.record("\(table).\(column) = \(value) was not found")
            }
        }
    }

    /// What a store says of itself is proven by its first row: practice is not made earnest, nor a
    /// store older.
    @Test(
        arguments: ["drill = 0", "drill = 1", "seed = 2", "seed = NULL", "created = created - 1"],
        [1, nil])
    func whatAStoreSaysOfItselfIsProven(_ change: String, _ seed: Int?) throws {
        let test = try TestStore(seed: seed)
        #expect(
            try test.store.verify(quick: true) == .holds(events: try test.store.figures().events))
        try Connection(path: test.path, mode: .write).execute("UPDATE meta SET \(change)")
        let isSame =
            change == (seed == nil ? "drill = 0" : "drill = 1")
            || change == "seed = NULL" && seed == nil
        let verdict = try Store(path: test.path).verify(quick: true)
        #expect((verdict == .differs(["meta"])) != isSame)
    }
}
