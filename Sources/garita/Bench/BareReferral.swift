import SQLite

extension Connection {
    /// The same table with the same indexes, so that the rows cost what they cost.
    func copyForm(of table: String) throws {
        let texts = try statement(
            """
            SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND type IN ('table', 'index') AND sql IS NOT NULL
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

/// The rows of a referral by bound statements, in one transaction, on tables of the same form in
/// the same file.
struct BareReferral {
    private let connection: Connection
    private var seq = 0

    /// Opens the store beside its desks, with tables of the same form to write to.
    init(path: String) throws {
        connection = try Connection(path: path, mode: .write)
        try connection.execute(
            """
            PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY
            """)
        for table in ["journal", "referral", "referral_restricted", "journal_body"] {
            try connection.copyForm(of: table)
        }
        seq =
            try connection.statement("SELECT coalesce(max(seq), 0) FROM raw_journal").first {
                $0.int(0)
            } ?? 0
    }

    /// So many open referrals at a point, of whoever is on its lists: for the work list, which
    /// reads no journal.
    func fill(point: String, count: Int) throws {
        try connection.statement(
            """
            INSERT INTO referral SELECT id, id, ?1, 'job', NULL, 'consent', 0, 1795194000000 + id % 86400000, 'sent', NULL,
            NULL FROM reception WHERE id NOT IN (SELECT id FROM referral) LIMIT ?2
            """
        ).bind(point).bind(count).run()
    }

    /// Writes every row that a referral to an institution writes, in one transaction.
    mutating func write(reception: Int, provider: Int) throws {
        seq += 1
        try connection.statement("BEGIN IMMEDIATE").run()
        try connection.statement(
            "INSERT INTO raw_journal VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
        )
        .bind(seq).bind(1).bind(seq).bind(seq).bind(1).bind(Int?.none).bind(-25_200).bind(
            "2026-11-20"
        ).bind(
            "2026-11-20"
        )
        .bind("NOG").bind(Int?.none).bind(reception).bind("referred").bind(1).bind(reception).bind(
            Int?.none
        )
        .bind(
            #"{"provider:123456789012345":{"held":3},"referral:123456789012345":{"basis":"consent","dueAt":1795197600000,"point":"NOG","reception":123456789012345,"sentAt":1795194000000}}"#
        ).run()
        for (access, body) in [
            (
                "sensitive",
                #"{"referral:123456789012345":{"kind":"shelter","provider":123456789012345}}"#
            ),
            (
                "restricted",
                #"{"referral:123456789012345":{"sent":"{\"age\":36,\"name\":\"Persona\",\"sex\":\"H\"}"}}"#
            ),
        ] {
            try connection.statement("INSERT INTO raw_journal_body VALUES (?,?,?)").bind(seq).bind(
                access
            ).bind(body)
                .run()
        }
        try connection.statement("INSERT INTO raw_referral VALUES (?,?,?,?,?,?,?,?,?,?,?)")
            .bind(seq).bind(reception).bind("NOG").bind("shelter").bind(provider).bind("consent")
            .bind(1).bind(2)
            .bind("sent").bind(Int?.none).bind(String?.none).run()
        try connection.statement("INSERT INTO raw_referral_restricted VALUES (?,?,?)").bind(seq)
            .bind(String?.none)
            .bind(#"{"age":36,"name":"Persona","sex":"H"}"#).run()
        try connection.statement("UPDATE provider SET held = held WHERE id = ?").bind(provider)
            .run()
        try connection.statement(
            """
            INSERT INTO cell (scope, measure, day, n) VALUES ('raw',20,'',1) ON CONFLICT DO \
            UPDATE SET n = n + excluded.n
            """
        ).run()
        try connection.statement("UPDATE meta SET counter = counter, oseq = oseq").run()
        try connection.statement("COMMIT").run()
    }
}
