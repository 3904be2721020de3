import SQLite

/// The rows of a referral by bound statements, in one transaction, on tables of the same form in
/// the same file.
struct BareReferral {
    private var journal: BareJournal
    private var connection: Connection { journal.connection }

    /// Opens the store beside its desks, with tables of the same form to write to.
    init(path: String) throws {
        journal = try BareJournal(
            path: path, isFull: true, with: ["referral", "referral_restricted", "journal_body"])
    }

    /// So many open referrals at a point, of whoever is on its lists: for the work list, which
    /// reads no journal.
    func fill(point: String, count: Int) throws {
        try connection.statement(
            """
            INSERT INTO referral SELECT id, id, ?1, 'job', NULL, 'consent', 0,
            1795194000000 + id % 86400000, 'sent', NULL,
            NULL FROM reception WHERE id NOT IN (SELECT id FROM referral) LIMIT ?2
            """
        ).bind(point).bind(count).run()
    }

    /// Writes every row that a referral to an institution writes, in one transaction.
    mutating func write(reception: Int, provider: Int) throws {
        try connection.statement("BEGIN IMMEDIATE").run()
        let seq = try journal.write(
            "referred", desk: nil, of: reception,
            #"{"provider:123456789012345":{"held":3},"referral:123456789012345":{"basis":"consent","dueAt":1795197600000,"point":"NOG","reception":123456789012345,"sentAt":1795194000000}}"#
        )
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
