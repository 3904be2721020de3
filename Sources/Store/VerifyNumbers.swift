import Repatriation
import SQLite

/// Numbers: of the journal's rows, of the origins, and the identifiers. None is missing and none
/// was given twice.
extension Store {
    /// What is wrong with the numbers of a file, but for those of the journal's rows, and with the
    /// tables beside the journal; `lastDay` says that of those that grow only what the last day
    /// wrote is looked at.
    func strangeNumbers(lastDay: Bool = false) throws(StoreError) -> [String] {
        let beside = try strangeBeside(lastDay: lastDay)
        return try wrap { () throws(SQLiteError) in
            var strange = beside
            if try !areCountersRight() { strange.append("counters") }
            if try !isOriginTrue() { strange.append("meta") }
            if try !areIdentifiersGiven() { strange.append("identifiers") }
            if try isAnswerMissing() { strange.append("answered") }
            return strange
        }
    }

    /// What is wrong with rows of the journal that were looked at one after the other. `isWhole`
    /// says that they are all of them.
    func strange(_ check: JournalCheck, loneBody: Bool, isWhole: Bool) throws(StoreError)
        -> [String]
    {
        try wrap { () throws(SQLiteError) in
            guard !loneBody, check.areRowsWhole, try check.areOriginsWhole(connection) else {
                return ["journal"]
            }
            guard check.areActsWhole, check.areOthersKnown else { return ["identifiers"] }
            guard isWhole else {
                return try areUndoneThere(after: check.start) ? [] : ["identifiers"]
            }
            let acts = try connection.statement("SELECT count(DISTINCT act) FROM journal").first {
                $0.int(0)
            }
            guard acts == check.acts, try areUndoneThere(after: 0),
                try !MergedNumbers.areDouble(Store.identifiers, connection)
            else { return ["identifiers"] }
            return []
        }
    }

    /// Every identifier, of each table in order: it names one thing.
    private static let identifiers =
        EntityKind.allCases.map { "SELECT id FROM \"\($0.rawValue)\" ORDER BY id" } + [
            "SELECT DISTINCT act FROM journal ORDER BY act",
            "SELECT DISTINCT person FROM reception ORDER BY person",
        ]

    private func areUndoneThere(after seq: Int) throws(SQLiteError) -> Bool {
        try holds(
            """
            SELECT NOT EXISTS (SELECT 1 FROM journal j WHERE undoes IS NOT NULL AND +seq > ?
              AND NOT EXISTS (SELECT 1 FROM journal o WHERE o.act = j.undoes))
            """, seq)
    }

    /// The store goes on exactly where its origin's last row ended.
    private func areCountersRight() throws(SQLiteError) -> Bool {
        try holds(
            """
            SELECT count(*) = 1 AND sum(oseq = (SELECT coalesce(max(oseq), 0) FROM journal j
            WHERE j.origin = m.origin))
            AND sum(counter >= 0 AND origin BETWEEN 1 AND \(1 << 24 - 1))
            AND sum(clockAt BETWEEN \(Instant.earliest.milliseconds)
            AND \(Instant.latest.milliseconds))
            AND sum(clockUp IS NULL AND clockBoot IS NULL OR clockUp >= 0
            AND \(Store.isRun("clockBoot")))
            AND sum(recountsFrom IS NULL
            OR recountsFrom BETWEEN 0 AND (SELECT max(seq) FROM journal))
            AND sum(servicesFrom IS NULL
            OR servicesFrom BETWEEN 0 AND (SELECT max(seq) FROM journal)) FROM meta m
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
                SELECT coalesce((SELECT min(\(column)) FROM "\(table)"), 1 << \(bits))
                  > 1 << \(bits) - 1
                AND coalesce((SELECT max(\(column)) FROM "\(table)"), 0) < 1 << \(bits + 24)
                AND NOT EXISTS (SELECT 1 FROM meta m WHERE EXISTS (SELECT 1 FROM "\(table)"
                WHERE \(column)
                  BETWEEN (m.origin << \(bits)) + m.counter + 1
                  AND ((m.origin + 1) << \(bits)) - 1))
                """)
            guard isGiven else { return false }
        }
        return true
    }

    /// Something was answered that is not here: files were taken away or put back by another hand
    /// than `restore`.
    func isAnswerMissing() throws(SQLiteError) -> Bool {
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
