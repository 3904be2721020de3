import Glibc
import Repatriation
import SQLite
import Store

/// A list of many rows brought in, beside bare inserts of every row that it writes.
struct ImportBench {
    let folder: BenchFolder
    let rows: Int

    /// Gives the path of the store with everybody in it.
    func run(_ figures: inout [Figure]) throws -> String {
        let path = "\(folder.path)/b.db"
        try Store.create(at: path, .init(lead: "Oficial de Prueba", account: Environment.account, seed: 7, now: now()))
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first, let code = PointCode("NOG"), let point = try store.point(code)
        else {
            throw StoreError.missing(path: path)
        }
        let importer = try ListImporter(store: store, officer: lead.id, point: point, now: now())
        let bytes = Array(ImportBench.list(rows).utf8)
        var whole = Samples()
        try whole.measure {
            let list = try HandoverList(bytes, day: importer.day, isBulk: true)
            _ = try importer.bring(list, into: nil, announcement: Announcement(), again: false)
        }
        let bare = try BareRows(source: path, target: "\(folder.path)/bare.db").copyAll()
        figures.append(Figure(name: "import of \(rows) rows, s", value: whole.median / 1e6, bar: nil, unit: "s"))
        figures.append(Figure(name: "import beside bare inserts", value: whole.median / bare, bar: 2.5, unit: "×"))
        return path
    }

    /// Invented people, as a US list.
    static func list(_ rows: Int) -> String {
        let people = InventedNames.surnames
        var text = "LAST NAME,FIRST NAME,DOB,SEX,PROPERTY TAG,REMARKS\n"
        for index in 0..<rows {
            let (a, b, c) = (
                people[index % people.count], people[index / 7 % people.count], people[index / 91 % people.count]
            )
            text +=
                "\(a) \(b),\(c) \(index),\(padded(1 + index % 12, 2))/\(padded(13 + index % 15, 2))/\(1960 + index % 45),M,I77-\(padded(index % 100_000, 5)),\n"
        }
        return text
    }
}

private enum InventedNames {
    static let surnames: [String] = {
        let line = (Assets.text("demo-data/names.txt") ?? "").split(separator: "\n").first { $0.hasPrefix("surnames:") }
        return (line ?? "surnames: Prueba").split(separator: " ").dropFirst().map {
            NameText.folded(String($0)).uppercased()
        }
    }()
}

/// The same rows by bound statements and nothing else: what the work costs without rules.
struct BareRows {
    let source: String
    let target: String

    private enum Datum { case null, int(Int), text(String) }

    /// Microseconds for every row of the journal, its bodies, the receptions and the name index.
    func copyAll() throws -> Double {
        try Store.create(at: target, .init(lead: "x", account: nil, seed: 8, now: now()))
        let from = try Connection(path: source, mode: .read)
        let to = try Connection(path: target, mode: .write)
        try to.execute(
            "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL"
        )
        try to.execute(
            "DROP TRIGGER journal_kept_delete; DROP TRIGGER body_kept_delete; DELETE FROM journal_body; DELETE FROM journal"
        )
        var tables: [(sql: String, rows: [[Datum]])] = []
        for (name, sql) in [
            ("journal", "SELECT * FROM journal"), ("journal_body", "SELECT * FROM journal_body"),
            ("reception", "SELECT * FROM reception"),
        ] {
            let rows = try read(sql, from)
            let marks = Array(repeating: "?", count: rows.first?.count ?? 1).joined(separator: ",")
            tables.append(("INSERT INTO \(name) VALUES (\(marks))", rows))
        }
        let names = try read(
            "SELECT id, coalesce(given,'') || ' ' || coalesce(firstSurname,'') || ' ' || coalesce(secondSurname,'') FROM reception",
            from)
        tables.append(("INSERT INTO names (rowid, name) VALUES (?,?)", names))
        var samples = Samples()
        try samples.measure {
            try to.execute("BEGIN IMMEDIATE")
            for (sql, rows) in tables { for row in rows { try insert(row, sql, to) } }
            try to.execute("COMMIT")
        }
        return samples.median
    }

    private func read(_ sql: String, _ connection: Connection) throws -> [[Datum]] {
        try connection.statement(sql).all { row in
            (0..<row.columnCount).map {
                row.isNull($0) ? .null : row.isText($0) ? .text(row.text($0)) : .int(row.int($0))
            }
        }
    }

    private func insert(_ row: [Datum], _ sql: String, _ connection: Connection) throws {
        let statement = try connection.statement(sql)
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
