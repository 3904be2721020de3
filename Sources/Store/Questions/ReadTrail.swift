import Repatriation
import SQLite

/// Who looked at whom. Kept apart from the journal, append-only; no board wakes for it alone.
extension WhoSaw: Readable {
    package var reading: Reading<[ReadLine]> {
        Reading(.readTrail) { try $0.readTrail(text) }
    }
}

extension Reading<[ReadRecord]> {
    /// Who looked at a person or group, or every reading, in order. For whoever audits or leads.
    package static func reads(of subject: Int? = nil) -> Reading {
        Reading(.readTrail) { look in try look.reads(of: subject) }
    }
}

extension Look {
    fileprivate func readTrail(_ text: String) throws -> [ReadLine] {
        let (condition, value) = try trailCondition(text.trimmed)
        let found = try connection.statement(
            """
            SELECT s.at, s.officer, s.subject, s.what, s.reason, s.n, s.seq, g.point, g.number,
            r.ticket
            FROM reads s
            LEFT JOIN reception r ON r.id = s.subject
            LEFT JOIN "group" g ON g.id = coalesce(r."group", s.subject)
            WHERE \(condition) ORDER BY s.seq DESC LIMIT 300
            """
        ).bind(value).all { row in
            let parts = [row.text(7), row.isNull(8) ? "" : "G\(row.int(8))", row.text(9)]
            return (
                row.int(6), Look.record(row), parts.filter { !$0.isEmpty }.joined(separator: " ")
            )
        }
        return try found.map { id, record, place in
            ReadLine(
                id: id, record: record, officer: try short(record.officer) ?? "?",
                place: place)
        }
    }

    private func trailCondition(_ text: String) throws -> (String, Value) {
        if text.isEmpty { return ("?1 IS NULL", .null) }
        if let folio = Look.folio(text) {
            return ("s.subject IN (SELECT id FROM reception WHERE certificate = ?1)", .text(folio))
        }
        // A person's readings are also those of the rolls and sheets of the group.
        if let number = Int(text) {
            let which = number < 10_000 ? "ticket = ?1" : "id = ?1"
            let own =
                """
                SELECT id FROM reception WHERE \(which) UNION SELECT \"group\" FROM reception \
                WHERE \(which)
                """
            return (
                number < 10_000 ? "s.subject IN (\(own))" : "s.subject IN (\(own) UNION SELECT ?1)",
                .int(number)
            )
        }
        let wanted = NameText.folded(text)
        let officers = try store.allOfficers().filter { NameText.folded($0.name).contains(wanted) }
            .map {
                String($0.id.value)
            }
        return (
            "s.officer IN (SELECT value FROM json_each(?1))",
            .text("[\(officers.joined(separator: ","))]")
        )
    }

    private static func record(_ row: Statement) -> ReadRecord {
        ReadRecord(
            at: Instant(milliseconds: row.int(0)), officer: Identifier(row.int(1)),
            subject: row.int(2),
            code: row.text(3), reason: row.isNull(4) ? nil : ReadReason(rawValue: row.text(4)),
            count: row.optionalInt(5))
    }

    func reads(of subject: Int?) throws -> [ReadRecord] {
        try connection.statement(
            """
            SELECT at, officer, subject, what, reason, n FROM reads WHERE ?1 IS NULL OR \
            subject = ?1 ORDER BY seq
            """
        ).bind(subject).all(Look.record)
    }
}
