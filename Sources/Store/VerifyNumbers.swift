import Repatriation
import SQLite

/// Numbers: of the journal's rows, of the origins, and the identifiers. None is missing and none
/// was given twice.
extension Store {
    /// What is wrong with the numbers; empty when nothing is. `quick` leaves out what takes reading
    /// every row twice.
    func strangeNumbers(quick: Bool) throws(StoreError) -> [String] {
        try wrap { () throws(SQLiteError) in
            var strange: [String] = []
            if try !isJournalWhole() { strange.append("journal") }
            if try !areCountersRight() { strange.append("counters") }
            if try !isOriginTrue() { strange.append("meta") }
            var areGiven = try areIdentifiersGiven()
            if areGiven, !quick { areGiven = try !areIdentifiersDouble() }
            if !areGiven { strange.append("identifiers") }
            if try isAnswerMissing() { strange.append("answered") }
            return strange
        }
    }

    /// No row is missing, here or of its origin, and none is of a time, or has a kind or version,
    /// that no program gives.
    private func isJournalWhole() throws(SQLiteError) -> Bool {
        try holds(
            """
            SELECT (SELECT count(*) = coalesce(max(seq), 0) AND coalesce(min(seq), 1) = 1
            FROM journal)
            AND NOT EXISTS (SELECT 1 FROM journal GROUP BY origin HAVING count(*) <> max(oseq)
            OR min(oseq) <> 1)
            AND NOT EXISTS (SELECT 1 FROM journal WHERE kind GLOB '*[^A-Za-z]*' OR kind = ''
            OR v NOT BETWEEN 1 AND 999
              OR \(Journal.isLater) AND NOT json_valid(payload)
              OR at NOT BETWEEN \(Instant.earliest.milliseconds) AND \(Instant.latest.milliseconds)
              OR "offset" NOT BETWEEN -86400 AND 86400)
            AND NOT EXISTS (SELECT 1 FROM journal_body WHERE seq NOT IN (SELECT seq FROM journal))
            """)
    }

    /// The store goes on exactly where its origin's last row ended.
    private func areCountersRight() throws(SQLiteError) -> Bool {
        try holds(
            """
            SELECT count(*) = 1 AND sum(oseq = (SELECT coalesce(max(oseq), 0) FROM journal j
            WHERE j.origin = m.origin))
            AND sum(counter >= 0 AND origin BETWEEN 1 AND \(1 << 24 - 1))
            AND sum(clockAt BETWEEN \(Instant.earliest.milliseconds)
            AND \(Instant.latest.milliseconds)) FROM meta m
            """)
    }

    /// What the store says of itself is what its first row says: when it was made, and for practice
    /// by which seed, of which its first origin comes.
    private func isOriginTrue() throws(SQLiteError) -> Bool {
        let said = try connection.statement(
            """
            SELECT m.drill, m.seed, m.created = j.at, j.origin FROM meta m, journal j WHERE j.seq \
            = 1
            """
        ).first {
            (
                isDrill: $0.int(0) == 1, seed: $0.optionalInt(1), isSameHour: $0.int(2) == 1,
                origin: $0.int(3)
            )
        }
        guard let said else { return true }
        let isSeeded = said.seed.map { Store.origin(of: $0) == said.origin } ?? true
        return said.isSameHour && isSeeded && said.isDrill == (said.seed != nil)
    }

    /// Every identifier is one that an origin gives, and none of this origin is beyond what was
    /// given out: the next would be somebody's already.
    private func areIdentifiersGiven() throws(SQLiteError) -> Bool {
        let bits = IdentifierSource.counterBits
        for (table, column) in Store.identifierColumns {
            let isGiven = try holds(
                """
                SELECT coalesce(min(\(column)), 1 << \(bits)) > 1 << \(bits) - 1
                AND coalesce(max(\(column)), 0) < 1 << \(bits + 24)
                AND NOT EXISTS (SELECT 1 FROM meta m WHERE EXISTS (SELECT 1 FROM "\(table)"
                WHERE \(column)
                  BETWEEN (m.origin << \(bits)) + m.counter + 1
                  AND ((m.origin + 1) << \(bits)) - 1))
                FROM "\(table)"
                """)
            guard isGiven else { return false }
        }
        // What rows say of others is there; a desk has two figures.
        return try holds(
            """
            SELECT NOT EXISTS (SELECT 1 FROM journal WHERE officer NOT IN (SELECT id FROM officer)
              OR subject NOT BETWEEN 0 AND 1 << \(bits + 24) OR desk NOT BETWEEN 0 AND 999)
            AND NOT EXISTS (SELECT 1 FROM journal WHERE undoes IS NOT NULL
              AND undoes NOT IN (SELECT act FROM journal))
            """)
    }

    /// An identifier names one thing, and an act is one command: its rows stand together, of one
    /// moment and officer.
    private func areIdentifiersDouble() throws(SQLiteError) -> Bool {
        let all =
            EntityKind.allCases.map { "SELECT id FROM \"\($0.rawValue)\"" } + [
                "SELECT DISTINCT act FROM journal"
            ]
        let persons = all + ["SELECT DISTINCT person FROM reception"]
        return try !holds(
            """
            SELECT NOT EXISTS (SELECT 1 FROM (\(persons.joined(separator: " UNION ALL ")))
            GROUP BY id HAVING count(*) > 1)
            AND NOT EXISTS (SELECT 1 FROM journal
            GROUP BY act HAVING count(*) <> max(seq) - min(seq) + 1
              OR min(at) <> max(at) OR min(origin) <> max(origin) OR min(officer) <> max(officer))
            """)
    }

    /// Something was answered that is not here: files were taken away or put back by another hand
    /// than `restore`.
    private func isAnswerMissing() throws(SQLiteError) -> Bool {
        guard let missing = queue.missing else { return false }
        return try holds(
            "SELECT coalesce(max(oseq), 0) < ? FROM journal WHERE origin = ?", missing.oseq,
            missing.origin)
    }

    private static let identifierColumns: [(table: String, column: String)] =
        EntityKind.allCases.map { ($0.rawValue, "id") } + [
            ("journal", "act"), ("reception", "person"),
        ]

    private func holds(_ sql: String, _ values: Int...) throws(SQLiteError) -> Bool {
        let statement = try connection.statement(sql)
        for value in values { statement.bind(value) }
        return try statement.first { $0.int(0) == 1 } ?? false
    }
}
