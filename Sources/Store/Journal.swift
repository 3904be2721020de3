import Repatriation
import SQLite

/// A row of the journal.
package struct JournalEntry: Sendable {
    /// The row's number in this store; nil for those who do not know of every row.
    package let seq: Int?
    /// The act it belongs to.
    package let act: Identifier<any Act>
    /// When the store learned it.
    package let at: Instant
    /// The point's own civil day then.
    package let day: CivilDate
    /// The point.
    package let point: String
    /// The desk, when there was one.
    package let desk: Int?
    /// Who.
    package let officer: Identifier<Officer>
    /// What happened.
    package let event: Event
}

/// A row that a later program wrote, as far as this one can tell: that it is there.
package struct LaterRow: Sendable {
    /// The row's number in this store.
    package let seq: Int
    /// When the store learned it; nil for an hour of no calendar.
    package let at: Instant?
    /// The later program's own name for it.
    package let kind: String
    /// The version of its form.
    package let version: Int

    /// From a row as `Journal.read` selects it.
    fileprivate init(_ row: Statement) {
        seq = row.int(0)
        at = Instant(stored: row.value(2))
        kind = row.text(7)
        version = row.int(12)
    }
}

/// Writes and reads the journal. Values go to the body of their field's class, never to the
/// payload.
struct Journal {
    let connection: Connection

    private static let insert = """
        INSERT INTO journal (seq, origin, oseq, act, at, "offset", day, cutDay, point, desk, officer, kind, v, subject,
        undoes, payload) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
        """

    /// What all events of one act share.
    struct Stamp {
        let origin: Int
        let act: Identifier<any Act>
        let now: Instant
        let day: CivilDate
        let cutDay: CivilDate
        let offset: Int
        let point: PointCode
        let desk: Int?
        let officer: Identifier<Officer>
    }

    /// Appends one event; `oseq` is its number in its origin.
    func append(_ event: Event, _ stamp: Stamp, seq: Int, oseq: Int) throws(SQLiteError) {
        let statement = try connection.statement(Journal.insert)
        statement.bind(seq).bind(stamp.origin).bind(oseq).bind(stamp.act.value).bind(
            stamp.now.milliseconds)
        statement.bind(stamp.offset).bind(stamp.day.text).bind(stamp.cutDay.text)
        statement.bind(stamp.point.text).bind(stamp.desk).bind(stamp.officer.value)
        statement.bind(event.kind.rawValue).bind(event.form).bind(event.subject).bind(
            event.undoes?.value)
        try statement.bind(Journal.body(event, .plain, isPayload: true) ?? "{}").run()
        for access in FieldClass.allCases where access != .plain {
            guard let body = Journal.body(event, access, isPayload: false) else { continue }
            try connection.statement("INSERT INTO journal_body (seq, class, body) VALUES (?,?,?)")
                .bind(seq).bind(access.rawValue).bind(body).run()
        }
    }

    /// `{"reception:12":{"stage":"called"}}`: the fields of one class; the payload names every
    /// changed entity.
    ///
    /// Written straight, with sorted keys: an import writes a hundred thousand of these.
    private static func body(_ event: Event, _ access: FieldClass, isPayload: Bool) -> String? {
        guard
            isPayload
                || event.changes.contains(where: { $0.entries.contains { $0.access == access } })
        else {
            return nil
        }
        var out = ""
        out.reserveCapacity(256)
        var changes = event.changes.map {
            (key: "\($0.kind.rawValue):\($0.id)", entries: $0.entries)
        }
        if changes.count > 1 { changes.sort { $0.key < $1.key } }
        for change in changes {
            var entries = change.entries.filter { $0.access == access }
            guard isPayload || !entries.isEmpty else { continue }
            out += out.isEmpty ? "{\"" : ",\""
            out += change.key
            out += "\":{"
            if entries.count > 1 { entries.sort { $0.field < $1.field } }
            for (index, entry) in entries.enumerated() {
                out += index == 0 ? "\"" : ",\""
                out += entry.field
                out += "\":"
                switch entry.value {
                case .null: out += "null"
                case .int(let number): out += String(number)
                case .text(let text): JSON.append(text, to: &out)
                }
            }
            out += "}"
        }
        return out.isEmpty ? nil : out + "}"
    }

    /// Rows of a kind or version that this program does not know: a later one wrote them. They are
    /// kept and change nothing here; only what this program should know and cannot read is damage.
    static let isLater = """
        (kind NOT IN (\(EventKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ",")))
        OR v > \(Event.version))
        """

    /// How many rows a later program wrote.
    func laterRows(where condition: String = "1", _ values: [Int] = []) throws(SQLiteError) -> Int {
        let statement = try connection.statement(
            "SELECT count(*) FROM journal WHERE \(Journal.isLater) AND \(condition)")
        for value in values { statement.bind(value) }
        return try statement.first { $0.int(0) } ?? 0
    }

    /// What cannot be read may be what a rule asks about: nobody is let through on the rest. Throws
    /// `laterProgram`.
    func requireKnown(where condition: String, _ values: [Int]) throws {
        guard try laterRows(where: condition, values) == 0 else { throw Refusal(.laterProgram) }
    }

    /// Every row after `seq` that this program knows, in order, each with its bodies; stops at the
    /// first that `body` refuses. Nothing of what a later program wrote is read: `later` is told
    /// that it stands there.
    func read(
        after seq: Int = 0, where condition: String = "1", _ values: [Int] = [],
        later: (LaterRow) throws(StoreError) -> Void = { _ in },
        _ body: (JournalEntry) throws(StoreError) -> Void
    ) throws(StoreError) {
        do {
            let statement = try connection.statement(
                """
                SELECT seq, act, at, day, point, desk, officer, kind, subject, undoes, payload,
                (SELECT '{' || coalesce(group_concat('"' || class || '":' || body), '') || '}'
                  FROM journal_body b WHERE b.seq = j.seq), v
                FROM journal j WHERE seq > ? AND \(condition) ORDER BY seq
                """)
            statement.bind(seq)
            for value in values { statement.bind(value) }
            defer { statement.reset() }
            let reader = JSONReader(connection)
            while try statement.step() {
                // In SQL the list of kinds would cost more than the rows.
                guard let kind = EventKind(rawValue: statement.text(7)),
                    statement.int(12) <= Event.version
                else {
                    try later(LaterRow(statement))
                    continue
                }
                let seq = statement.int(0)
                guard let entry = try Journal.entry(kind, statement, reader) else {
                    throw StoreError.journal(seq: seq)
                }
                try body(entry)
            }
        } catch let error as SQLiteError {
            throw StoreError(error, path: "")
        } catch let error as StoreError {
            throw error
        } catch {
            throw .journal(seq: 0)
        }
    }

    private static func entry(
        _ kind: EventKind, _ row: Statement, _ reader: JSONReader
    ) throws(SQLiteError) -> JournalEntry? {
        guard let day = CivilDate(text: row.text(3)),
            let at = Instant(stored: row.value(2)),
            case .object(let payload)? = try reader.read(row.text(10)),
            case .object(let bodies)? = try reader.read(row.text(11)),
            let changes = changes(payload, bodies)
        else { return nil }
        let event = Event(
            kind, subject: row.int(8), changes: changes,
            undoes: row.optionalInt(9).map(Identifier.init)
        ).upgraded(from: row.int(12))
        return JournalEntry(
            seq: row.int(0), act: Identifier(row.int(1)), at: at, day: day,
            point: row.text(4), desk: row.optionalInt(5), officer: Identifier(row.int(6)),
            event: event)
    }

    private static func changes(_ payload: [String: JSON], _ bodies: [String: JSON]) -> [Change]? {
        var changes: [Change] = []
        for key in payload.keys.sorted() {
            let parts = key.split(separator: ":").map(String.init)
            guard parts.count == 2, let kind = EntityKind(rawValue: parts[0]),
                let id = Int(parts[1])
            else {
                return nil
            }
            var entries: [Change.Entry] = []
            for access in FieldClass.allCases {
                let source = access == .plain ? payload[key] : bodies[access.rawValue]?[key]
                guard case .object(let fields)? = source else { continue }
                for (field, value) in fields.sorted(by: { $0.key < $1.key })
                where !kind.retiredFields.contains(field) {
                    guard let value = Value(value) else { return nil }
                    entries.append(Change.Entry(field, access, value))
                }
            }
            changes.append(Change(kind: kind, id: id, entries: entries))
        }
        return changes
    }
}
