import SQLite

/// The rows of a call by bound statements, in one transaction, on tables of the same form in the same file.
package struct BareCall {
    private let connection: Connection

    /// Opens the store beside its desks, with tables of the same form to write to.
    package init(path: String, isFull: Bool) throws {
        connection = try Connection(path: path, mode: .write)
        try connection.execute(
            """
            PRAGMA synchronous = \(isFull ? "FULL" : "OFF"); PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
            PRAGMA temp_store = MEMORY
            """)
        // The same tables with the same indexes, so that the rows cost what they cost.
        try connection.execute(
            """
            CREATE TABLE IF NOT EXISTS raw_journal AS SELECT * FROM journal LIMIT 0;
            CREATE INDEX IF NOT EXISTS raw_origin ON raw_journal (origin, oseq);
            CREATE INDEX IF NOT EXISTS raw_act ON raw_journal (act);
            CREATE INDEX IF NOT EXISTS raw_subject ON raw_journal (subject);
            CREATE TABLE IF NOT EXISTS raw_call AS SELECT * FROM call LIMIT 0;
            CREATE INDEX IF NOT EXISTS raw_at ON raw_call (point, at, waited, target)
            """)
    }

    /// Puts the person back, outside the measured time.
    package func takeBack(reception: Int) throws {
        try connection.statement("UPDATE reception SET stage = 'waiting', desk = NULL, call = NULL WHERE id = ?")
            .bind(reception).run()
    }

    /// Writes every row that a call writes, in one transaction.
    package func write(reception: Int) throws {
        try connection.statement("BEGIN IMMEDIATE").run()
        try connection.statement("INSERT INTO raw_journal VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
            .bind(reception).bind(1).bind(1).bind(1).bind(1).bind(Int?.none).bind(-25_200).bind("2026-11-20").bind(
                "2026-11-20"
            )
            .bind("NOG").bind(1).bind(reception).bind("called").bind(1).bind(reception).bind(Int?.none)
            .bind(
                #"{"call:123456789012345":{"at":1795194000000,"desk":1,"point":"NOG","reception":123456789012345,"sinceTier2":1,"waited":2},"reception:123456789012345":{"call":123456789012345,"desk":1,"stage":"called"}}"#
            ).run()
        try connection.statement("INSERT INTO raw_call VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
            .bind(reception).bind("NOG").bind(reception).bind(1).bind(1).bind(1).bind(2).bind(60).bind(2).bind(1)
            .bind(String?.none).bind("open").bind(Int?.none).bind(Int?.none).run()
        try connection.statement("UPDATE reception SET stage = 'called', desk = 1, call = ? WHERE id = ?")
            .bind(reception).bind(reception).run()
        try tally()
        try connection.statement("COMMIT").run()
    }

    private func tally() throws {
        for measure in [3, 4] {
            try connection.statement(
                "INSERT INTO cell (scope, measure, day, n) VALUES ('raw',?,'',1) ON CONFLICT DO UPDATE SET n = n + excluded.n"
            )
            .bind(measure).run()
        }
        try connection.statement("UPDATE point SET sinceTier2 = sinceTier2 WHERE code = 'NOG'").run()
        try connection.statement("UPDATE meta SET counter = counter, oseq = oseq").run()
        try connection.statement(
            "INSERT INTO heard (point, desk, at) VALUES ('RAW',1,?) ON CONFLICT DO UPDATE SET at = excluded.at"
        )
        .bind(1).run()
    }
}
