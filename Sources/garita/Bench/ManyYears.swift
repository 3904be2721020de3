import Glibc
import Repatriation
import SQLite
import Store

/// A store so many times longer: everything that happened in it happened before too, again and
/// again, each time to others of the same names and ages.
///
/// Nobody may be inside: of two who are, one number is given twice. What is derived is made anew of
/// the rows, so that a whole check of what comes out holds.
struct ManyYears {
    private let source: Connection
    private let target: Connection
    private let copies: [Earlier]
    /// The journal's first row that is not shared, and how many there are from it on.
    private let first: Int
    private let span: Int

    /// Makes the longer store in a file that is not there yet.
    static func make(of source: String, times: Int, at target: String) throws {
        let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.exists(path: target) }
        close(descriptor)
        let years = try ManyYears(Connection(path: source, mode: .read), times, target)
        try years.writeTables()
        try NamesAndKeys(connection: years.target).write()
        try years.finish()
    }

    private init(_ source: Connection, _ times: Int, _ target: String) throws {
        self.source = source
        self.target = try Connection(path: target, mode: .write)
        let shared = Set(
            try ManyYears.shared.flatMap {
                try source.statement("SELECT id FROM \"\($0)\"").all { $0.exactInt(0) }
            })
        func number(_ sql: String) throws -> Int {
            try source.statement(sql).first { $0.exactInt(0) } ?? 0
        }
        let made = try source.statement("SELECT act, seq, subject FROM journal ORDER BY seq")
        var act: Int?
        var start = 1
        while try made.step(), shared.contains(made.exactInt(2)) {
            (act, start) = (made.exactInt(0), made.exactInt(1) + 1)
        }
        made.reset()
        first = start
        span = try number("SELECT max(seq) FROM journal") - start + 1
        let origin = try number("SELECT origin FROM meta")
        let days = try number("SELECT (max(at) - min(at)) / 86400000 + 1 FROM journal")
        copies = (0..<times).map {
            Earlier(
                copy: $0, of: origin, among: times, days: days,
                sharing: shared.union(act.map { [$0] } ?? []))
        }
    }

    /// What every copy has in common.
    private static let shared =
        ["officer", "point", "desk", "catalogueEntry", "provider"]
        + ["stockItem", "archiveSeries"]
    /// What stands beside the tables of the journal, once.
    private static let beside = [
        "meta", "reads", "draft", "heard", "credential", "attempt", "alarmHistory", "alarmWatch",
    ]

    private func writeTables() throws {
        try target.execute(
            """
            PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -300000;
            BEGIN
            """)
        for sql in try texts("type = 'table' AND name NOT GLOB 'names_*'") {
            try target.execute(sql)
        }
        try writeJournal()
        let itself = copies.prefix(1)
        for table in ManyYears.shared + ManyYears.beside {
            try copy(table, to: itself)
        }
        // Rows go in by growing number.
        let inOrder = copies.sorted { $0.newOrigin < $1.newOrigin }
        for kind in EntityKind.allCases where !ManyYears.shared.contains(kind.rawValue) {
            try copy(kind.rawValue, to: inOrder[...])
        }
        for table in try restricted() { try copy(table, to: inOrder[...]) }
        for table in ["cell", "place"] {
            try copy(table, to: inOrder[...], " ON CONFLICT DO UPDATE SET n = n + excluded.n")
        }
        try OfficialSums.recount(target)
    }

    /// What was once, the copies from the oldest on, and what is.
    private func writeJournal() throws {
        let oldest = copies[copies.count - 1]
        try copyJournal("seq < \(first)", bodies: 0, by: copies[0]) { column, value in
            column == Column.at ? oldest.moment(value) : value
        }
        for copy in copies.reversed() {
            let shift = span * (copies.count - 1 - copy.copy)
            let less = copy.copy == 0 ? 0 : first - 1
            try copyJournal("seq >= \(first)", bodies: shift, by: copy) { column, value in
                switch column {
                case Column.seq: value + shift
                case Column.origin: copy.newOrigin
                case Column.oseq: value - less
                default: copy.number(value)
                }
            }
        }
    }

    /// Columns of the journal that are not as other numbers are.
    private enum Column {
        static let seq = 0
        static let origin = 1
        static let oseq = 2
        static let at = 4
    }

    private func copyJournal(
        _ condition: String, bodies shift: Int, by copy: Earlier, _ number: (Int, Int) -> Int
    ) throws {
        try self.copy(
            "SELECT * FROM journal WHERE \(condition) ORDER BY seq", "journal", "", copy, number)
        try self.copy(
            "SELECT * FROM journal_body WHERE \(condition) ORDER BY seq, class", "journal_body",
            "", copy
        ) { $0 == Column.seq ? $1 + shift : copy.number($1) }
    }

    private func copy(
        _ table: String, to copies: ArraySlice<Earlier>, _ else: String = ""
    ) throws {
        for each in copies {
            try copy("SELECT * FROM \"\(table)\"", table, `else`, each) { each.number($1) }
        }
    }

    private func copy(
        _ sql: String, _ table: String, _ else: String, _ copy: Earlier,
        _ number: (Int, Int) -> Int
    ) throws {
        let rows = try source.statement(sql)
        defer { rows.reset() }
        let columns = 0..<rows.columnCount
        let marks = columns.map { _ in "?" }.joined(separator: ",")
        let insert = try target.statement("INSERT INTO \"\(table)\" VALUES (\(marks))\(`else`)")
        while try rows.step() {
            for column in columns {
                switch rows.kind(column) {
                case .null: insert.bind(Int?.none)
                case .integer: insert.bind(number(column, rows.exactInt(column)))
                case .text: insert.bind(rows.withBytes(column, copy.text))
                }
            }
            try insert.run()
        }
    }

    private func restricted() throws -> [String] {
        try source.statement(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB '*_restricted'"
        ).all { $0.text(0) }
    }

    /// Indexes and triggers once everything is there, and what the file says of itself.
    private func finish() throws {
        for sql in try texts("type = 'index'") + texts("type = 'trigger'") {
            try target.execute(sql)
        }
        try target.execute(
            "UPDATE meta SET created = (SELECT at FROM journal WHERE seq = 1); COMMIT")
        for name in ["user_version", "application_id"] {
            let value = try source.statement("PRAGMA \(name)").first { $0.exactInt(0) } ?? 0
            try target.execute("PRAGMA \(name) = \(value)")
        }
        try target.execute("PRAGMA journal_mode = WAL")
        target.close()
    }

    private func texts(_ condition: String) throws -> [String] {
        try source.statement(
            """
            SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'
            AND \(condition)
            """
        ).all { $0.text(0) }
    }
}
