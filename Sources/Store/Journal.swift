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
    /// When it happened, where it was typed later from a sheet.
    package let occurredAt: Instant?
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

    /// From a row of the journal.
    init(_ row: Statement) {
        seq = row.int(0)
        at = Instant(stored: row.value(4))
        kind = row.text(12)
        version = row.int(13)
    }
}

/// Writes and reads the journal. Values go to the body of their field's class, never to the
/// payload.
struct Journal {
    let connection: Connection

    private static let insert = """
        INSERT INTO journal (seq, origin, oseq, act, at, occurredAt, "offset", day, cutDay, point,
        desk, officer, kind, v, subject,
        undoes, payload) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
        """

    /// What all events of one act share.
    struct Stamp {
        let origin: Int
        let act: Identifier<any Act>
        let now: Instant
        /// When it happened, where that was before it was learned.
        let occurredAt: Instant?
        let offset: Int
        let point: PointCode
        let desk: Int?
        let officer: Identifier<Officer>
        /// Both days as they are written.
        fileprivate let days: (day: String, cutDay: String)

        init(
            origin: Int, act: Identifier<any Act>, now: Instant, occurredAt: Instant? = nil,
            day: CivilDate, cutDay: CivilDate, offset: Int, point: PointCode, desk: Int?,
            officer: Identifier<Officer>
        ) {
            self.origin = origin
            self.act = act
            self.now = now
            self.occurredAt = occurredAt
            self.offset = offset
            self.point = point
            self.desk = desk
            self.officer = officer
            days = (day.text, cutDay.text)
        }
    }

    /// What a row says of one class.
    struct Body: Equatable {
        let access: FieldClass
        let text: String
    }

    /// Appends one event; `oseq` is its number in its origin, `bodies` what was made before.
    func append(
        _ event: Event, _ stamp: Stamp, seq: Int, oseq: Int, bodies: [Body]? = nil
    ) throws(SQLiteError) {
        assert(bodies == nil || bodies == Journal.bodies(of: event), "what was foreseen is true")
        let statement = try connection.statement(Journal.insert)
        statement.bind(seq).bind(stamp.origin).bind(oseq).bind(stamp.act.value).bind(
            stamp.now.milliseconds)
        statement.bind(stamp.occurredAt?.milliseconds)
        statement.bind(stamp.offset).bind(stamp.days.day).bind(stamp.days.cutDay)
        statement.bind(stamp.point.text).bind(stamp.desk).bind(stamp.officer.value)
        statement.bind(event.kind.rawValue).bind(event.form).bind(event.subject).bind(
            event.undoes?.value)
        try statement.bind(Journal.body(event, .plain, isPayload: true) ?? "{}").run()
        for body in bodies ?? Journal.bodies(of: event) {
            try connection.statement("INSERT INTO journal_body (seq, class, body) VALUES (?,?,?)")
                .bind(seq).bind(body.access.rawValue).bind(body.text).run()
        }
    }

    /// What an event says of each class of fields that is not the payload's.
    static func bodies(of event: Event) -> [Body] {
        FieldClass.allCases.filter { $0 != .plain }.compactMap { access in
            body(event, access, isPayload: false).map { Body(access: access, text: $0) }
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
            (key: key($0.kind, $0.id), entries: $0.entries)
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

    /// How a row names what it changes.
    static func key(_ kind: EntityKind, _ id: Int) -> String { kind.rawValue + ":" + String(id) }

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

    /// Every row after `seq`, through `last`, that this program knows, in order, each with its
    /// bodies; stops at the
    /// first that `body` refuses. Nothing of what a later program wrote is read: `later` is told
    /// that it stands there.
    func read(
        after seq: Int = 0, through last: Int = 1 << 53, where condition: String = "1",
        _ values: [Int] = [],
        later: (LaterRow) throws(StoreError) -> Void = { _ in },
        _ body: (JournalEntry) throws(StoreError) -> Void
    ) throws(StoreError) {
        do {
            let cursor = try JournalCursor(
                connection, after: seq, through: last, where: condition, values)
            defer { cursor.close() }
            let reader = JSONReader(connection)
            while try cursor.next() {
                switch try Journal.entry(of: cursor, reader) {
                case .known(let entry): try body(entry)
                case .later: try later(LaterRow(cursor.row))
                case .unreadable: throw StoreError.journal(seq: cursor.row.int(0))
                }
            }
        } catch let error as SQLiteError {
            throw StoreError(error, path: "")
        } catch let error as StoreError {
            throw error
        } catch {
            throw .journal(seq: 0)
        }
    }

    /// What a row is to this program.
    enum Read {
        case known(JournalEntry)
        case later
        case unreadable
    }

    private static let kinds = Dictionary(
        uniqueKeysWithValues: EventKind.allCases.map { ($0.rawValue, $0) })
    private static let entities = Dictionary(
        uniqueKeysWithValues: EntityKind.allCases.map { ($0.rawValue, $0) })

    /// The row where a cursor stands, with its bodies.
    static func entry(
        of cursor: JournalCursor, _ reader: JSONReader
    ) throws(SQLiteError) -> Read {
        let row = cursor.row
        // In SQL the list of kinds would cost more than the rows.
        guard let kind = kinds[row.text(12)], row.int(13) <= Event.version else { return .later }
        var bodies: [FieldClass: [String: JSON]] = [:]
        for body in cursor.bodies {
            guard case .object(let members)? = try reader.read(body.text) else {
                return .unreadable
            }
            if let access = body.access { bodies[access] = members }
        }
        guard let day = CivilDate(text: row.text(7)), let at = Instant(stored: row.value(4)),
            case .object(let payload)? = try reader.read(row.text(16)),
            let changes = changes(payload, bodies)
        else { return .unreadable }
        let event = Event(
            kind, subject: row.int(14), changes: changes,
            undoes: row.optionalInt(15).map(Identifier.init)
        ).upgraded(from: row.int(13), offset: row.int(6))
        return .known(
            JournalEntry(
                seq: row.int(0), act: Identifier(row.int(3)), at: at,
                occurredAt: row.optionalInt(5).map(Instant.init), day: day, point: row.text(9),
                desk: row.optionalInt(10), officer: Identifier(row.int(11)), event: event))
    }

    private static func changes(
        _ payload: [String: JSON], _ bodies: [FieldClass: [String: JSON]]
    ) -> [Change]? {
        var changes: [Change] = []
        for key in payload.keys.sorted() {
            let parts = key.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, let kind = entities[String(parts[0])], let id = Int(parts[1])
            else { return nil }
            var entries: [Change.Entry] = []
            for access in FieldClass.allCases {
                let source = access == .plain ? payload[key] : bodies[access]?[key]
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
