import SQLite

/// The rows of a call by bound statements, in one transaction, on tables of the same form in the
/// same file.
struct BareCall {
    private var journal: BareJournal
    private var connection: Connection { journal.connection }

    /// Opens the store beside its desks, with tables of the same form to write to.
    init(path: String, isFull: Bool) throws {
        journal = try BareJournal(path: path, isFull: isFull, with: ["call"])
    }

    /// Puts the person back, outside the measured time.
    func takeBack(reception: Int) throws {
        try connection.statement(
            "UPDATE reception SET stage = 'waiting', desk = NULL, call = NULL WHERE id = ?"
        )
        .bind(reception).run()
    }

    /// Writes every row that a call writes, in one transaction.
    mutating func write(reception: Int) throws {
        try connection.statement("BEGIN IMMEDIATE").run()
        let seq = try journal.write(
            "called", desk: 1, of: reception,
            #"{"call:123456789012345":{"at":1795194000000,"desk":1,"point":"NOG","reception":123456789012345,"sinceTier2":1,"waited":2},"reception:123456789012345":{"call":123456789012345,"desk":1,"stage":"called"}}"#
        )
        try connection.statement("INSERT INTO raw_call VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
            .bind(seq).bind("NOG").bind(reception).bind(1).bind(1).bind(1).bind(2).bind(60).bind(2)
            .bind(1)
            .bind(String?.none).bind("open").bind(Int?.none).bind(Int?.none).run()
        try connection.statement(
            "UPDATE reception SET stage = 'called', desk = 1, call = ? WHERE id = ?"
        )
        .bind(reception).bind(reception).run()
        try tally()
        try connection.statement("COMMIT").run()
    }

    private func tally() throws {
        for measure in [3, 4] {
            try connection.statement(
                """
                INSERT INTO cell (scope, measure, day, n) VALUES ('raw',?,'',1) ON CONFLICT DO \
                UPDATE SET n = n + excluded.n
                """
            )
            .bind(measure).run()
        }
        try connection.statement("UPDATE point SET sinceTier2 = sinceTier2 WHERE code = 'NOG'")
            .run()
        try connection.statement("UPDATE meta SET counter = counter, oseq = oseq").run()
        try connection.statement(
            """
            INSERT INTO heard (point, desk, at) VALUES ('RAW',1,?) ON CONFLICT DO UPDATE SET at = \
            excluded.at
            """
        )
        .bind(1).run()
    }
}
