import Repatriation
import SQLite

/// The end of what was removed.
extension Store {
    /// Takes what earlier facts say of the entities of these events out of the journal's bodies, in
    /// the transaction of the events. What is left of the journal still folds into the tables: what
    /// is gone is blank in both. What official tables count stays: it names nobody. O(journal).
    func scrub(_ events: [Event], before first: Int, on today: CivilDate) throws(SQLiteError) {
        let lastDay = try archiveSeries()?.lastDay(on: today, isRemoval: true)
        try findGone(events, through: lastDay)
        try connection.execute("DROP TRIGGER body_kept_update; DROP TRIGGER body_kept_delete")
        // What a later program wrote of them goes whole: nobody here can tell what of it names
        // them.
        try connection.statement(
            """
            DELETE FROM journal_body WHERE seq < ? AND class <> 'statistical' AND seq IN (SELECT
            seq FROM journal
              WHERE \(Journal.isLater) AND subject IN (SELECT id FROM temp.gone))
            """
        ).bind(first).run()
        try connection.statement(
            """
            UPDATE journal_body SET body = (SELECT json_group_object(e.key, json(e.value))
            FROM json_each(body) e
              WHERE e.key NOT IN (SELECT key FROM temp.gone))
            WHERE seq < ? AND class <> 'statistical'
            AND \(ifRead("EXISTS (SELECT 1 FROM json_each(body) e JOIN temp.gone USING (key))"))
            """
        ).bind(first).run()
        if let lastDay {
            try scrubReasons(through: lastDay)
            try scrubAlarms(through: lastDay)
            try connection.statement("DELETE FROM draft WHERE date(at / 1000, 'unixepoch') <= ?")
                .bind(lastDay.text).run()
        }
        try connection.execute("DELETE FROM journal_body WHERE body = '{}'")
        try connection.execute(Schema.bodyGuards)
        // Earlier rows are no longer as they were proven.
        try Proof.forget(connection)
        try connection.execute(
            """
            DELETE FROM draft WHERE subject IN (SELECT id FROM temp.gone);
            DROP TABLE temp.gone
            """)
    }

    /// Names in `temp.gone`, where each number is of one thing alone, whatever these events are
    /// about and what belongs to it, whether it says
    /// something still or the journal alone does: what was written over, or taken back.
    private func findGone(_ events: [Event], through day: CivilDate?) throws(SQLiteError) {
        try connection.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS gone (key TEXT PRIMARY KEY,
              id INTEGER AS (CAST(substr(key, instr(key, ':') + 1) AS INTEGER)) STORED);
            CREATE INDEX IF NOT EXISTS temp.gone_id ON gone (id);
            DELETE FROM temp.gone
            """)
        var keys = Set(
            events.flatMap(\.changes).filter { $0.kind != .removal }.map {
                Journal.key($0.kind, $0.id)
            })
        for event in events {
            keys.formUnion([EntityKind.reception, .group].map { Journal.key($0, event.subject) })
        }
        for key in keys {
            try connection.statement("INSERT INTO temp.gone (key) VALUES (?)").bind(key).run()
        }
        for kind in Belonging.kinds { try findGone(kind) }
        if let day {
            try connection.statement(
                """
                INSERT OR IGNORE INTO temp.gone (key) SELECT 'group:' || g.id FROM "group" g
                WHERE \(Store.isLeft(besides: "r.removal IS NULL")) AND \(Store.isAsOld("?"))
                """
            ).bind(day.text).run()
        }
        try connection.execute(
            """
            INSERT OR IGNORE INTO temp.gone (key) SELECT 'groupShare:' || id FROM groupShare
            WHERE 'group:' || "group" IN (SELECT key FROM temp.gone)
            """)
    }

    private func findGone<E: OfReception>(_: E.Type) throws(SQLiteError) {
        try connection.execute(
            """
            INSERT OR IGNORE INTO temp.gone (key) SELECT '\(E.kind.rawValue):' || id
            FROM "\(E.kind.rawValue)"
            WHERE 'reception:' || "\(E.ownerColumn)" IN (SELECT key FROM temp.gone)
            """)
    }

    /// A condition on what stands in a body; of a later program's that is no JSON it is none.
    private func ifRead(_ condition: String) -> String {
        let later = "seq IN (SELECT seq FROM journal WHERE \(Journal.isLater))"
        return "CASE WHEN json_valid(body) OR NOT \(later) THEN \(condition) END"
    }

    /// Words of a day that is long past in what belongs to nobody (``EndOfWords/withYears``): out of
    /// the journal, and where no later fact wrote them anew out of the table too.
    private func scrubReasons(through day: CivilDate) throws(SQLiteError) {
        let kinds = RemovalDue.byYears.map { $0.kind.rawValue }
        let isReason = "(" + kinds.map { "e.key GLOB '\($0):*'" }.joined(separator: " OR ") + ")"
        try connection.statement(
            """
            UPDATE journal_body SET body = (SELECT json_group_object(e.key, json(e.value))
            FROM json_each(body) e
              WHERE NOT \(isReason))
            WHERE class <> 'statistical' AND seq IN (SELECT seq FROM journal WHERE day <= ?)
            AND \(ifRead("EXISTS (SELECT 1 FROM json_each(body) e WHERE \(isReason))"))
            """
        ).bind(day.text).run()
        let mayBe = kinds.map { "instr(b.body, char(34) || '\($0):') > 0" }.joined(
            separator: " OR ")
        try connection.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS rewritten
              (key TEXT, field TEXT, PRIMARY KEY (key, field)) WITHOUT ROWID;
            DELETE FROM temp.rewritten
            """)
        try connection.statement(
            """
            INSERT OR IGNORE INTO temp.rewritten SELECT e.key, f.key
            FROM journal j JOIN journal_body b ON b.seq = j.seq AND b.class <> 'statistical'
              AND (\(mayBe)) AND json_valid(b.body),
            json_each(b.body) e, json_each(e.value) f WHERE j.day > ? AND \(isReason)
            """
        ).bind(day.text).run()
        for kind in RemovalDue.byYears { try blank(kind) }
        try connection.execute("DROP TABLE temp.rewritten")
    }

    /// Takes every word that `temp.rewritten` does not name out of the table of a kind.
    private func blank<E: Entity>(_: E.Type) throws(SQLiteError) {
        let blank = E(id: Identifier(0))
        for field in E.fields where ![.plain, .statistical].contains(field.access) {
            try connection.statement(
                """
                UPDATE "\(E.kind.rawValue)" SET "\(field.name)" = ?1
                WHERE "\(field.name)" IS NOT ?1 AND NOT EXISTS (SELECT 1 FROM temp.rewritten w
                  WHERE w.key = '\(E.kind.rawValue):' || id AND w.field = '\(field.name)')
                """
            ).bind(field.get(blank)).run()
        }
    }

    /// What rang as long ago goes; what rang later stays, for how often and for how long it did, by
    /// a number that is nobody's where whom it was about is gone.
    private func scrubAlarms(through day: CivilDate) throws(SQLiteError) {
        try connection.execute(
            """
            DROP TRIGGER alarmHistory_kept_update; DROP TRIGGER alarmHistory_kept_delete
            """)
        try connection.statement(
            "DELETE FROM alarmHistory WHERE date(at / 1000, 'unixepoch') <= ?"
        ).bind(day.text).run()
        try connection.statement(
            "DELETE FROM alarmWatch WHERE date(until / 1000, 'unixepoch') <= ?"
        ).bind(day.text).run()
        // Rows are numbered without a gap, so that one that is missing is seen.
        try connection.execute(
            """
            CREATE TEMP TABLE kept (was INTEGER PRIMARY KEY, now INTEGER);
            INSERT INTO temp.kept SELECT seq, row_number() OVER (ORDER BY seq) FROM alarmHistory;
            UPDATE alarmHistory SET seq = (SELECT now FROM temp.kept WHERE was = seq)
              WHERE EXISTS (SELECT 1 FROM temp.kept WHERE was <> now);
            DROP TABLE temp.kept
            """)
        for tag in try connection.statement(
            "SELECT tag FROM alarmHistory UNION SELECT tag FROM alarmStanding"
        ).all({ $0.text(0) }) {
            guard let (cause, subject) = Store.parts(ofTag: tag), try isGone(subject) else {
                continue
            }
            try connection.statement("DELETE FROM alarmStanding WHERE tag = ?").bind(tag).run()
            try connection.statement(
                """
                UPDATE alarmWatch SET standing = replace(standing, ?1 || '|', ?2 || '0|')
                WHERE instr(standing, ?1 || '|') > 0
                """
            ).bind(tag).bind(cause).run()
            try connection.statement(
                """
                UPDATE alarmHistory SET tag = ?1 || (SELECT min(seq) FROM alarmHistory
                  WHERE tag = ?2) WHERE tag = ?2
                """
            ).bind(cause).bind(tag).run()
        }
        try connection.execute(Schema.alarmGuards)
    }

    /// A tag up to whom it is about, and whom; nil where it is about a point. By its form alone: a
    /// later program's kinds are told apart too.
    private static func parts(ofTag tag: String) -> (cause: String, subject: Int)? {
        let parts = tag.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let subject = Int(parts[2]) else { return nil }
        return ("\(parts[0]).\(parts[1]).", subject)
    }

    private func isGone(_ id: Int) throws(SQLiteError) -> Bool {
        try connection.statement(
            "SELECT EXISTS (SELECT 1 FROM temp.gone WHERE id = ?)"
        ).bind(id).first { $0.int(0) == 1 } ?? false
    }
}
