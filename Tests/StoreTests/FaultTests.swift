import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

/// Faults by another hand, drawn at random: both checks find them.
@Suite struct FaultTests {
    @Test(arguments: 1...3) func everyFaultIsFoundByTheWholeAndTheDailyCheck(_ seed: Int) throws {
        let test = try TestStore()
        var walk = RandomWalk(seed: seed, test: test, stores: [test.store])
        try walk.run(steps: 80)
        #expect(try test.store.check(.whole).scope == .whole)
        try walk.run(steps: 40)
        try test.store.backup(to: "\(test.folder)/base.db")
        var faults = try Faults(seed: seed, base: "\(test.folder)/base.db")
        for round in 0..<9 {
            let path = "\(test.folder)/\(round).db"
            try FileManager.default.copyItem(atPath: "\(test.folder)/base.db", toPath: path)
            guard let fault = try faults.make(in: path, round) else { continue }
            for scope in [CheckScope.daily, .whole] {
                if case .holds? = try? Store(path: path).check(scope).verdict {
                    Issue.record("\(scope) did not find: \(fault)")
                }
            }
        }
        #expect(faults.made > 5)
    }
}

/// Makes faults in copies of a store.
struct Faults {
    private var random: RandomSource
    private let tables: [String]
    private(set) var made = 0

    init(seed: Int, base: String) throws {
        random = RandomSource(state: UInt64(seed) &* 104_729 | 1)
        let connection = try Connection(path: base, mode: .read)
        let all = try connection.statement(
            """
            SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'names%'
              AND name NOT IN ('meta', 'journal', 'journal_body', 'reads', 'draft', 'heard', 'credential',
                'attempt', 'proven', 'provenSum') ORDER BY name
            """
        ).all { $0.text(0) }
        tables = try all.filter { table in
            try connection.statement("SELECT count(*) FROM \"\(table)\"").first { $0.int(0) > 0 }
                ?? false
        }
    }

    /// What changes a store's journal as nobody may.
    static func inJournal(_ raw: Connection, _ change: String) throws -> String {
        let kept = try raw.statement(
            "SELECT sql FROM sqlite_schema WHERE name = 'journal_kept_update'"
        ).first { $0.text(0) }
        return "DROP TRIGGER journal_kept_update; \(change); \(kept ?? "")"
    }

    /// What was done; nil where the tables themselves refuse it.
    mutating func make(in path: String, _ round: Int) throws -> String? {
        let raw = try Connection(path: path, mode: .write)
        let change =
            switch round % 6 {
            case 0: try journal(raw)
            case 1: try name(raw)
            case 2: try row(raw, "DELETE FROM", "")
            case 3: try doubled(raw)
            default: try value(raw)
            }
        guard let change, (try? raw.execute(change)) != nil else { return nil }
        made += 1
        return change
    }

    /// A value that an event was the last to give.
    private mutating func journal(_ raw: Connection) throws -> String? {
        let last = try raw.statement(
            """
            SELECT max(j.seq), e.key, f.key, f.type, f.atom
            FROM journal j, json_each(j.payload) e, json_each(e.value) f GROUP BY e.key, f.key
            """
        ).all { ($0.int(0), $0.text(1), $0.text(2), $0.text(3), $0.text(4)) }
        guard let (seq, entity, field, type, value) = last.randomElement(using: &random) else {
            return nil
        }
        let new = type == "integer" ? "\((Int(value) ?? 0) + 1)" : "'\(value)x'"
        let change = """
            UPDATE journal SET payload = json_set(payload, '$."\(entity)"."\(field)"', \(new))
            WHERE seq = \(seq)
            """
        return try Faults.inJournal(raw, change)
    }

    /// Somebody's words in the index.
    private mutating func name(_ raw: Connection) throws -> String? {
        let names = try raw.statement(
            "SELECT id, given FROM reception WHERE given IS NOT NULL"
        ).all { ($0.int(0), $0.text(1)) }
        guard let (id, name) = names.randomElement(using: &random) else { return nil }
        return "INSERT INTO names (names, rowid, name) VALUES ('delete', \(id), '\(name)')"
    }

    /// A statement about one row of one table.
    private mutating func row(
        _ raw: Connection, _ verb: String, _ set: String, of table: String? = nil
    ) throws -> String? {
        guard let table = table ?? tables.randomElement(using: &random) else { return nil }
        let keys = try raw.statement(
            "SELECT name FROM pragma_table_info('\(table)') WHERE pk > 0"
        ).all { $0.text(0) }
        let texts = keys.map { "quote(\"\($0)\")" }.joined(separator: " || '|' || ")
        let rows = try raw.statement("SELECT \(texts) FROM \"\(table)\"").all { $0.text(0) }
        guard let row = rows.randomElement(using: &random) else { return nil }
        let condition = zip(keys, row.split(separator: "|")).map { "\"\($0)\" = \($1)" }
            .joined(separator: " AND ")
        return "\(verb) \"\(table)\" \(set) WHERE \(condition)"
    }

    /// One column of one row.
    private mutating func value(_ raw: Connection) throws -> String? {
        guard let table = tables.randomElement(using: &random) else { return nil }
        let columns = try raw.statement(
            "SELECT name, type FROM pragma_table_info('\(table)') WHERE pk = 0"
        ).all { ($0.text(0), $0.text(1)) }
        guard let (column, type) = columns.randomElement(using: &random) else { return nil }
        let new =
            type == "INTEGER"
            ? "coalesce(\"\(column)\" + 1, 7)" : "coalesce(\"\(column)\" || 'x', 'x')"
        return try row(raw, "UPDATE", "SET \"\(column)\" = \(new)", of: table)
    }

    /// A row once more, under another key.
    private mutating func doubled(_ raw: Connection) throws -> String? {
        guard let table = tables.randomElement(using: &random) else { return nil }
        let columns = try raw.statement(
            "SELECT name, pk FROM pragma_table_info('\(table)')"
        ).all { ($0.text(0), $0.int(1)) }
        let selected = columns.map { name, key in
            key == 1
                ? "CASE typeof(\"\(name)\") WHEN 'integer' THEN \"\(name)\" + 1 ELSE \"\(name)\" || 'x' END"
                : "\"\(name)\""
        }.joined(separator: ",")
        return try row(
            raw, "INSERT INTO \"\(table)\" SELECT \(selected) FROM", "", of: table)
    }
}
