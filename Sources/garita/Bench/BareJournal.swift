import SQLite

/// The journal's rows by bound statements, on a table of the same form in the same file.
struct BareJournal {
    let connection: Connection
    private var seq = 0

    /// Opens the store beside its desks, with a journal and other tables of the same form to write
    /// to.
    init(path: String, isFull: Bool, with tables: [String]) throws {
        connection = try Connection(path: path, mode: .write)
        try connection.execute(
            """
            PRAGMA synchronous = \(isFull ? "FULL" : "OFF"); PRAGMA foreign_keys = ON; \
            PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY
            """)
        for table in ["journal"] + tables { try connection.copyForm(of: table) }
        seq =
            try connection.statement("SELECT coalesce(max(seq), 0) FROM raw_journal").first {
                $0.int(0)
            } ?? 0
    }

    /// Writes one row about somebody and gives its number.
    mutating func write(
        _ kind: String, desk: Int?, of reception: Int, _ body: String
    ) throws -> Int {
        seq += 1
        try connection.statement(
            "INSERT INTO raw_journal VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
        )
        .bind(seq).bind(1).bind(seq).bind(seq).bind(1).bind(Int?.none).bind(-25_200)
        .bind("2026-11-20").bind("2026-11-20").bind("NOG").bind(desk).bind(reception).bind(kind)
        .bind(1).bind(reception).bind(Int?.none).bind(body).run()
        return seq
    }
}

extension Connection {
    /// The same table with the same indexes, so that the rows cost what they cost.
    func copyForm(of table: String) throws {
        let texts = try statement(
            """
            SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type IN ('table', 'index')
            AND sql IS NOT NULL
            ORDER BY type DESC
            """
        ).bind(table).all { $0.text(0) }
        let exists = try statement("SELECT 1 FROM sqlite_schema WHERE name = 'raw_' || ?").bind(
            table
        ).first { _ in true
        }
        guard exists == nil else { return }
        for text in texts {
            let words = text.split(separator: " ", omittingEmptySubsequences: false).map {
                word -> String in
                word == table || word.hasPrefix("\(table)_") ? "raw_\(word)" : String(word)
            }
            try execute(words.joined(separator: " "))
        }
    }
}
