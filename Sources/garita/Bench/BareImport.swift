import Repatriation
import SQLite
import Store

/// The same rows by bound statements and nothing else: what the work costs without rules.
struct BareImport {
    private let to: Connection
    private var tables: [(sql: String, rows: [[Datum]])] = []

    private enum Datum { case null, int(Int), text(String) }

    /// Reads every row of the journal, its bodies, the receptions and their names, and makes an
    /// empty store for them.
    init(source: String, target: String) throws {
        let now = Instant(milliseconds: 0)
        try Store.create(at: target, .init(lead: "x", account: nil, seed: 8, now: now))
        let from = try Connection(path: source, mode: .read)
        to = try Connection(path: target, mode: .write)
        try to.execute(
            """
            PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; \
            PRAGMA synchronous = FULL
            """
        )
        try to.execute(
            """
            DROP TRIGGER journal_kept_delete; DROP TRIGGER body_kept_delete; DELETE FROM \
            journal_body; DELETE FROM journal
            """
        )
        for (name, sql) in [
            ("journal", "SELECT * FROM journal"), ("journal_body", "SELECT * FROM journal_body"),
            ("reception", "SELECT * FROM reception"),
            ("reception_restricted", "SELECT * FROM reception_restricted"),
            ("block", "SELECT * FROM block ORDER BY reception"),
            ("recentBlock", "SELECT * FROM recentBlock ORDER BY reception"),
        ] {
            let rows = try BareImport.read(sql, from)
            let marks = Array(repeating: "?", count: rows.first?.count ?? 1).joined(separator: ",")
            tables.append(("INSERT INTO \(name) VALUES (\(marks))", rows))
        }
        let names = try BareImport.read(
            """
            SELECT id, coalesce(given,'') || ' ' || coalesce(firstSurname,'') || ' ' || \
            coalesce(secondSurname,'') FROM reception
            """,
            from)
        tables.append(("INSERT INTO names (rowid, name) VALUES (?,?)", names))
    }

    /// Inserts them all in one transaction.
    func insertAll() throws {
        try to.execute("BEGIN IMMEDIATE")
        for (sql, rows) in tables { for row in rows { try insert(row, sql) } }
        try to.execute("COMMIT")
    }

    private static func read(_ sql: String, _ connection: Connection) throws -> [[Datum]] {
        try connection.statement(sql).all { row in
            (0..<row.columnCount).map {
                row.isNull($0)
                    ? .null : row.isText($0) ? .text(row.text($0)) : .int(row.exactInt($0))
            }
        }
    }

    private func insert(_ row: [Datum], _ sql: String) throws {
        let statement = try to.statement(sql)
        for datum in row {
            switch datum {
            case .null: statement.bind(Int?.none)
            case .int(let value): statement.bind(value)
            case .text(let value): statement.bind(value)
            }
        }
        try statement.run()
    }
}
