import Repatriation
import SQLite

/// The rows of entities as the journal gives them, in a file of their own without indexes: what is
/// folded is looked up by its number alone, and everything else follows from it. What tables keep
/// of themselves by triggers they keep here too.
final class FoldedFile {
    let fold: Fold
    private let temporary: Temporary
    private let connection: Connection
    private var blanks: [EntityKind: [String: Value]] = [:]

    /// Makes it beside a store. Whoever is killed leaves nothing of it.
    init(beside path: String) throws(StoreError) {
        temporary = try Temporary(beside: path, .fold)
        do throws(SQLiteError) {
            connection = try Connection(path: temporary.path, mode: .write)
            // What is written is read by this process alone and never committed. A journal holds
            // only pages that were there before: none, in a new file.
            try connection.execute(
                "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000"
            )
            try connection.execute("BEGIN")
            for table in try FoldedFile.tables() { try connection.execute(table) }
        } catch { throw StoreError(error, path: path) }
        temporary.forgetName()
        fold = Fold(connection, rowsAlone: true)
    }

    /// The sums of what was folded and of what follows from it.
    func sums(_ key: DigestKey) throws(SQLiteError) -> TableSums {
        var sums = try Derivation.all(in: connection, key)
        try TableSummer(connection: connection, key: key).entities(into: &sums)
        return sums
    }

    /// Takes a row over as another file has it; false where that has none.
    func copy(_ key: EntityKey, from other: Connection) throws(SQLiteError) -> Bool {
        let table = key.kind.rawValue
        let twin = Rows.restricted(key.kind)
        if Rows.restrictedTables.contains(where: { $0.name == twin }) {
            _ = try copy(twin, "subject", key.id, from: other)
        }
        return try copy(table, "id", key.id, from: other)
    }

    private func copy(
        _ table: String, _ column: String, _ id: Int, from other: Connection
    ) throws(SQLiteError) -> Bool {
        let values = try other.statement("SELECT * FROM \"\(table)\" WHERE \(column) = ?")
            .bind(id).first { row in (0..<row.columnCount).map { row.value($0) } }
        guard let values else { return false }
        let marks = values.map { _ in "?" }.joined(separator: ",")
        let insert = try connection.statement("INSERT INTO \"\(table)\" VALUES (\(marks))")
        for value in values { insert.bind(value) }
        try insert.run()
        return true
    }

    /// What a new row of a kind has in its columns.
    func blank(_ kind: EntityKind) throws(SQLiteError) -> [String: Value] {
        if let known = blanks[kind] { return known }
        let event = Event(
            .undone, subject: 0, changes: [Change(kind: kind, id: 0, entries: [])])
        guard (try? fold.apply(event)) != nil else { return [:] }
        let names = try connection.statement("SELECT name FROM pragma_table_info(?)").bind(
            kind.rawValue
        ).all { $0.text(0) }
        let row = try connection.statement("SELECT * FROM \"\(kind.rawValue)\" WHERE id = 0")
            .first { row in names.indices.map { row.value($0) } }
        try connection.execute("DELETE FROM \"\(kind.rawValue)\" WHERE id = 0")
        let blank = Dictionary(zip(names, row ?? [])) { first, _ in first }
        blanks[kind] = blank
        return blank
    }

    /// A new store's tables, in memory.
    static func fresh() throws(SQLiteError) -> Connection {
        let fresh = try Connection(path: ":memory:", mode: .create)
        try Schema.migrator.migrate(fresh)
        return fresh
    }

    private static func tables() throws(SQLiteError) -> [String] {
        let names = Set(TableSums.entities)
        return try fresh().statement(
            """
            SELECT tbl_name, sql FROM sqlite_schema WHERE type IN ('table', 'trigger')
            ORDER BY type
            """
        ).all { ($0.text(0), $0.text(1)) }.filter { names.contains($0.0) }.map(\.1)
    }
}
