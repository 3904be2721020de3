import Repatriation
import SQLite

/// Writes new receptions by the changes that make them: of their many columns most are empty yet.
///
/// Of the people of a list the same fields are said one after the other: what is written of the
/// next is written as of the last.
struct NewReceptions {
    private let rows: Rows
    /// The fields that were said of the last, in their order.
    private var said: [String] = []
    private var insert: Statement?
    /// The values of what is never empty and was not said.
    private var rest: [Value] = []

    init(_ rows: Rows) { self.rows = rows }

    /// Writes one.
    mutating func write(_ change: Change) throws(SQLiteError) {
        if !isAsTheLast(change) { try prepare(change) }
        guard let insert else { return }
        insert.bind(change.id)
        for entry in change.entries where entry.access != .restricted { insert.bind(entry.value) }
        for value in rest { insert.bind(value == .ownNumber ? .int(change.id) : value) }
        try insert.run()
        guard said.count < change.entries.count else { return }
        try rows.updateRestricted(
            .reception, change.id, change.entries.filter { $0.access == .restricted })
    }

    private func isAsTheLast(_ change: Change) -> Bool {
        var place = 0
        for entry in change.entries where entry.access != .restricted {
            guard place < said.count, said[place] == entry.field else { return false }
            place += 1
        }
        return insert != nil && place == said.count
    }

    private mutating func prepare(_ change: Change) throws(SQLiteError) {
        said = change.entries.filter { $0.access != .restricted }.map(\.field)
        let others = NewReceptions.neverEmpty.filter { !said.contains($0.name) }
        rest = others.map(\.value)
        let columns = (said + others.map(\.name)).map { ",\"\($0)\"" }.joined()
        let marks = String(repeating: ",?", count: said.count + others.count)
        insert = try rows.connection.statement(
            "INSERT INTO \(rows.table(.reception)) (id\(columns)) VALUES (?\(marks))")
    }

    /// What has a value in every new reception.
    private static let neverEmpty: [(name: String, value: Value)] = {
        let blank = Reception(id: Identifier(Value.own))
        return Reception.fields.filter { $0.access != .restricted && $0.get(blank) != .null }
            .map { ($0.name, $0.get(blank)) }
    }()
}

extension Value {
    /// A number that is nobody's: it stands for the reception's own.
    fileprivate static let own = -1
    fileprivate static let ownNumber = Value.int(own)
}
