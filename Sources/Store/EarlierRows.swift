import Repatriation
import SQLite

/// What rows that were touched since a proof were then: as they are, but for the fields that were
/// set since, which are as the last event before set them.
struct EarlierRows {
    private let rows: Rows
    private let touched: Touched
    /// The values that the fields had, with the number of the row that set them.
    private var values: [EntityKey: [String: (seq: Int, value: Value)]] = [:]

    /// Nil where the journal cannot be read.
    init?(
        _ store: Store, _ proof: Proof, _ touched: Touched, near: Int
    ) throws(SQLiteError) {
        rows = store.rows
        self.touched = touched
        var isNew: [Int: Bool] = [:]
        for key in touched.fields.keys {
            let origin = key.id >> IdentifierSource.counterBits
            if origin == proof.origin {
                let number = key.id & (1 << IdentifierSource.counterBits - 1)
                if number <= proof.counter { values[key] = [:] }
            } else {
                if isNew[origin] == nil {
                    isNew[origin] = try store.isNew(origin, after: proof.seq)
                }
                if isNew[origin] == false { values[key] = [:] }
            }
        }
        guard !values.isEmpty else { return }
        let start = max(0, proof.seq - near)
        do {
            try store.journal.read(after: start, through: proof.seq) { take($0) }
            for subject in try subjects() {
                try store.journal.read(through: start, where: "subject = ?", [subject]) {
                    take($0)
                }
            }
        } catch {
            return nil
        }
    }

    private mutating func take(_ entry: JournalEntry) {
        let seq = entry.seq ?? 0
        for change in entry.event.changes {
            let key = EntityKey(change.kind, change.id)
            guard let fields = touched.fields[key], var known = values[key] else { continue }
            for value in change.entries where fields.contains(value.field) {
                if let found = known[value.field], found.seq > seq { continue }
                known[value.field] = (seq, value.value)
            }
            values[key] = known
        }
    }

    /// What the events that set their fields are about: themselves, or the person they belong to.
    private func subjects() throws(SQLiteError) -> Set<Int> {
        var found: Set<Int> = []
        for (key, known) in values
        where touched.fields[key]?.isSubset(of: Set(known.keys)) == false {
            found.insert(key.id)
            for column in ["reception", "subject"] {
                guard try columns(of: key.kind).contains(column) else { continue }
                let owner = try rows.connection.statement(
                    "SELECT \"\(column)\" FROM \"\(key.kind.rawValue)\" WHERE id = ?"
                ).bind(key.id).first { $0.optionalInt(0) }
                if let owner = owner ?? nil { found.insert(owner) }
            }
        }
        return found
    }

    private func columns(of kind: EntityKind) throws(SQLiteError) -> Set<String> {
        Set(
            try rows.connection.statement("SELECT name FROM pragma_table_info(?)").bind(
                kind.rawValue
            ).all { $0.text(0) })
    }

    /// Writes them; false where one that was there is gone.
    func write(to folded: FoldedFile) throws(SQLiteError) -> Bool {
        for (key, known) in values {
            guard try folded.copy(key, from: rows.connection) else { return false }
            let blank = try folded.blank(key.kind)
            let entries = (touched.fields[key] ?? []).map { field in
                Change.Entry(
                    field, Rows.isRestricted(field, of: key.kind) ? .restricted : .plain,
                    known[field]?.value ?? blank[field] ?? .null)
            }
            guard !entries.isEmpty else { continue }
            let rows = folded.fold.rows
            _ = try rows.update(
                rows.stored(Change(kind: key.kind, id: key.id, entries: entries)))
        }
        return true
    }
}

extension Store {
    /// Whether an origin's first row came after another.
    func isNew(_ origin: Int, after seq: Int) throws(SQLiteError) -> Bool {
        let first = try connection.statement(
            "SELECT seq FROM journal WHERE origin = ? ORDER BY oseq LIMIT 1"
        ).bind(origin).first { $0.int(0) }
        return (first ?? seq + 1) > seq
    }
}
