import Repatriation
import SQLite

/// Some fields of a reception, for what is asked of many: the rest is as in a new one.
struct ReceptionSlice {
    private let fields: [Field<Reception>]

    /// The fields by their names. A name that is none traps at start.
    init(_ names: [String]) {
        fields = names.map { name in
            guard let field = Reception.fieldsByName[name], field.access != .restricted else {
                preconditionFailure("\(name) is no column of a reception")
            }
            return field
        }
    }

    /// The columns to select, of a table by another name where that is given.
    func columns(of table: String = "") -> String {
        let prefix = table.isEmpty ? "" : table + "."
        return fields.map { "\(prefix)\"\($0.name)\"" }.joined(separator: ",")
    }

    /// The reception of a row that has the columns from a place on.
    func read(_ row: Statement, id: Int, from first: Int = 0) -> Reception {
        var reception = Reception(id: Identifier(id))
        for (index, field) in fields.enumerated() where !row.isNull(first + index) {
            // The schema keeps the types; a value of another type is left at its default and found
            // by `verify`.
            _ = field.set(&reception, row.value(first + index))
        }
        return reception
    }
}

extension ReceptionSlice {
    /// What a line about somebody shows, and what tells who may be named to whom and who is a
    /// child.
    static let line = ReceptionSlice(
        Set(
            Reception.readToName + ChildGuard.reads + [
                "point", "group", "listNumber", "sex", "family", "receivedAt",
            ]
        ).sorted())

    /// What a queue shows of everybody inside.
    static let queue = ReceptionSlice(
        Set(Reception.readToName + ChildGuard.reads + QueueRow.reads).sorted())
}

extension Rows {
    /// People as lines show them; the rest of them is as in new ones.
    func lines(
        of slice: ReceptionSlice = .line, _ condition: String, _ values: Value...
    ) throws(SQLiteError) -> [Reception] {
        let statement = try connection.statement(
            "SELECT id, \(slice.columns()) FROM \(schema).reception WHERE \(condition)")
        for value in values { statement.bind(value) }
        return try statement.all { slice.read($0, id: $0.int(0), from: 1) }
    }
}
