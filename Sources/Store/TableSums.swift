import Repatriation
import SQLite

/// The sums of the digests of the rows of every table that the journal folds into, by table.
struct TableSums: Equatable {
    private(set) var sums: [String: UInt64] = [:]

    subscript(table: String) -> UInt64 {
        get { sums[table] ?? 0 }
        set { sums[table] = newValue }
    }

    /// Adds what is to stand so many times, or takes it away.
    mutating func add(_ digest: UInt64, to table: String, times: Int = 1) {
        self[table] = self[table] &+ digest &* UInt64(truncatingIfNeeded: times)
    }

    /// Adds all of others, or takes them away.
    mutating func add(_ others: TableSums, times: Int = 1) {
        for (table, sum) in others.sums { add(sum, to: table, times: times) }
    }

    /// The tables in which two differ.
    func differing(from other: TableSums) -> [String] {
        Set(sums.keys).union(other.sums.keys).filter { self[$0] != other[$0] }.sorted()
    }

    /// The tables of entities, and beside them those of what is restricted.
    static let entities = EntityKind.allCases.map(\.rawValue) + Rows.restrictedTables.map(\.name)
    /// What follows from the entities.
    static let derived = ["block", "place", "cell", tally, names]
    static let tally = "tally"
    static let names = "names"
}

/// Makes the sums of tables under one key. O(rows), and no more memory for many.
struct TableSummer {
    let connection: Connection
    let key: DigestKey

    /// The sums of the tables of entities as they stand.
    func entities(into sums: inout TableSums) throws(SQLiteError) {
        for kind in EntityKind.allCases { sums[kind.rawValue] = try sum("\"\(kind.rawValue)\"") }
        // A row without a value is none.
        for table in Rows.restrictedTables {
            let known = table.columns.map { "\"\($0)\" IS NOT NULL" }.joined(separator: " OR ")
            sums[table.name] = try sum("\(table.name) WHERE \(known)")
        }
    }

    /// The sums of what follows from them, as it stands.
    func derived(into sums: inout TableSums) throws(SQLiteError) {
        sums["block"] = try sum("block") &+ sum("recentBlock")
        sums["place"] = try counted("SELECT field, name, n FROM place")
        // A count of nothing is none.
        sums["cell"] = try counted("SELECT scope, measure, day, n FROM cell WHERE n <> 0")
        sums[TableSums.tally] = try counted(
            "SELECT facet, period, point, key, n FROM tally WHERE n <> 0")
        sums[TableSums.names] = try names()
    }

    private func sum(_ source: String) throws(SQLiteError) -> UInt64 {
        let rows = try connection.statement("SELECT * FROM \(source)")
        defer { rows.reset() }
        let columns = 0..<rows.columnCount
        var sum: UInt64 = 0
        while try rows.step() { sum = sum &+ digest(rows, columns) }
        return sum
    }

    /// A row's digest as often as its last column says.
    private func counted(_ sql: String) throws(SQLiteError) -> UInt64 {
        let rows = try connection.statement(sql)
        defer { rows.reset() }
        let last = rows.columnCount - 1
        var sum: UInt64 = 0
        while try rows.step() {
            let count = rows.exactInt(last)
            // No count of ours: the row is one that nothing gives.
            guard (1...Int(Int32.max)).contains(count) else {
                sum = sum &+ digest(rows, 0..<last + 1)
                continue
            }
            sum = sum &+ digest(rows, 0..<last) &* UInt64(count)
        }
        return sum
    }

    private func names() throws(SQLiteError) -> UInt64 {
        try connection.execute(
            "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, names, instance)")
        defer { try? connection.execute("DROP TABLE temp.words") }
        // Not kept: the table is gone afterwards.
        let rows = try connection.statement("SELECT term, doc FROM temp.words")
        defer { rows.reset() }
        var sum: UInt64 = 0
        while try rows.step() { sum = sum &+ digest(rows, 0..<2) }
        return sum
    }

    private func digest(_ row: Statement, _ columns: Range<Int>) -> UInt64 {
        var digest = RowDigest(key)
        digest.add(row, columns)
        return digest.value
    }
}
