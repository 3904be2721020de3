import Repatriation
import SQLite

/// Who looked at whom. Kept apart from the journal, append-only; no board wakes for it alone.
extension Store {
    /// Notes a reading, durably: what was shown was noted.
    package func note(_ read: ReadRecord) throws(StoreError) {
        try exclusively(
            { () throws(StoreError) in
                try wrap { () throws(SQLiteError) in
                    try connection.statement(
                        "INSERT INTO reads (at, officer, subject, what, reason, n) VALUES (?,?,?,?,?,?)"
                    ).bind(read.at.milliseconds).bind(read.officer.value).bind(read.subject).bind(read.what)
                        .bind(read.reason?.rawValue).bind(read.count).run()
                }
            }, orWrap: { $0 })
    }

    /// Who looked at a person or group, or every reading, in order. Throws `notAllowed`.
    package func reads(of subject: Int? = nil) throws -> [ReadRecord] {
        try require(.readTrail)
        return try wrap { () throws(SQLiteError) in
            try connection.statement(
                "SELECT at, officer, subject, what, reason, n FROM reads WHERE ?1 IS NULL OR subject = ?1 ORDER BY seq"
            ).bind(subject).all { row in
                ReadRecord(
                    at: Instant(milliseconds: row.int(0)), officer: Identifier(row.int(1)), subject: row.int(2),
                    what: row.text(3), reason: row.isNull(4) ? nil : ReadReason(rawValue: row.text(4)),
                    count: row.optionalInt(5))
            }
        }
    }
}
