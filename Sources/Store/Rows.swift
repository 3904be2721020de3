import Repatriation
import SQLite

extension Statement {
    /// Binds the next value.
    @discardableResult
    func bind(_ value: Value) -> Statement {
        switch value {
        case .null: bind(Int?.none)
        case .int(let number): bind(number)
        case .text(let text): bind(text)
        }
    }

    /// A column as a value.
    func value(_ column: Int) -> Value {
        if isNull(column) { return .null }
        return isText(column) ? .text(text(column)) : .int(int(column))
    }
}

/// Reads and writes entities: columns are the fields, so that an entity and its table cannot differ.
struct Rows {
    let connection: Connection
    /// The database that holds the tables: `main`, or the one a fold is made in.
    let schema: String

    init(_ connection: Connection, schema: String = "main") {
        self.connection = connection
        self.schema = schema
    }

    func table(_ kind: EntityKind) -> String { "\(schema).\"\(kind.rawValue)\"" }

    /// The entities that a condition finds, in the order it gives.
    func all<E: Entity>(_: E.Type, _ condition: String, _ values: Value...) throws(SQLiteError) -> [E] {
        try select(condition, values, E.self).all(Rows.read)
    }

    /// The first entity that a condition finds.
    func first<E: Entity>(_: E.Type, _ condition: String, _ values: Value...) throws(SQLiteError) -> E? {
        try select(condition, values, E.self).first(Rows.read)
    }

    /// One entity by its identifier.
    func find<E: Entity>(_ id: Identifier<E>) throws(SQLiteError) -> E? {
        try select("id = ?", [.int(id.value)], E.self).first(Rows.read)
    }

    /// One reception with only what counts are made of; the rest is as in a new one.
    func findForCounts(_ id: Int) throws(SQLiteError) -> Reception? {
        try connection.statement(Rows.countsQuery(schema)).bind(id).first { Rows.counted($0, id: id) }
    }

    /// Visits every reception with only what counts are made of.
    func forEachCounted(_ visit: (Reception) -> Void) throws(SQLiteError) {
        let columns = Rows.countNames.map { "\"\($0)\"" }.joined(separator: ",")
        let statement = try connection.statement("SELECT \(columns) FROM \(schema).reception")
        defer { statement.reset() }
        while try statement.step() { visit(Rows.counted(statement, id: 0)) }
    }

    private static func counted(_ row: Statement, id: Int) -> Reception {
        var reception = Reception(id: Identifier(id))
        for (index, field) in countFields.enumerated() where !row.isNull(index) {
            _ = field.set(&reception, row.value(index))
        }
        return reception
    }

    /// Whether a row has these values.
    func holds(_ values: [String: Value], _ key: EntityKey) throws(SQLiteError) -> Bool {
        let names = values.keys.sorted()
        let columns = names.map { "\"\($0)\"" }.joined(separator: ",")
        let found = try connection.statement("SELECT \(columns) FROM \(table(key.kind)) WHERE id = ?").bind(key.id)
            .first { row in names.indices.allSatisfy { row.value($0) == values[names[$0]] } }
        return found ?? false
    }

    /// The fields that `cells(of:)` reads, and those that the name index is made of.
    private static let countNames = [
        "point", "group", "offList", "stage", "receivedDay", "nationality", "unlocated", "flags", "birthDate",
    ]
    static let searchNames: Set<String> = ["given", "firstSurname", "secondSurname", "curp", "birthDate"]
    private static let countFields = countNames.compactMap { Reception.fieldsByName[$0] }

    private static func countsQuery(_ schema: String) -> String {
        schema == "main" ? mainCountsQuery : makeCountsQuery(schema)
    }
    private static let mainCountsQuery = makeCountsQuery("main")

    private static func makeCountsQuery(_ schema: String) -> String {
        let columns = countNames.map { "\"\($0)\"" }.joined(separator: ",")
        return "SELECT \(columns) FROM \(schema).reception WHERE id = ?"
    }

    private func select<E: Entity>(
        _ condition: String, _ values: [Value], _: E.Type
    ) throws(SQLiteError) -> Statement {
        let sql = "SELECT \(ColumnLists.list(E.self)) FROM \(table(E.kind)) WHERE \(condition)"
        let statement = try connection.statement(sql)
        for value in values { statement.bind(value) }
        return statement
    }

    static func read<E: Entity>(_ row: Statement) -> E {
        var entity = E(id: Identifier(row.int(0)))
        for (index, field) in E.fields.enumerated() where !row.isNull(index + 1) {
            // The schema keeps the types; a value of another type is left at its default and found by `verify`.
            _ = field.set(&entity, row.value(index + 1))
        }
        return entity
    }

    /// Writes a new entity whole.
    func insert<E: Entity>(_ entity: E) throws(SQLiteError) {
        let statement = try connection.statement(
            "INSERT INTO \(table(E.kind)) (\(ColumnLists.list(E.self))) VALUES (\(ColumnLists.marks(E.self)))")
        statement.bind(entity.id.value)
        for field in E.fields { statement.bind(field.get(entity)) }
        try statement.run()
    }

    /// Writes the columns of a change; false when there is no such row yet.
    func update(_ change: Change) throws(SQLiteError) -> Bool {
        let columns = change.entries.map { "\"\($0.field)\"=?" }.joined(separator: ",")
        let statement = try connection.statement("UPDATE \(table(change.kind)) SET \(columns) WHERE id=?")
        for entry in change.entries { statement.bind(entry.value) }
        try statement.bind(change.id).run()
        return connection.changes > 0
    }
}

/// The column lists, made once.
private enum ColumnLists {
    private static let shared: [EntityKind: String] = [
        .officer: make(Officer.self), .point: make(ReceivingPoint.self), .group: make(Group.self),
        .desk: make(Desk.self), .reception: make(Reception.self), .call: make(Call.self),
        .catalogueEntry: make(CatalogueEntry.self),
    ]

    private static let sharedMarks: [EntityKind: String] = shared.mapValues { list in
        Array(repeating: "?", count: list.utf8.count { $0 == 0x2C } + 1).joined(separator: ",")
    }

    static func list<E: Entity>(_: E.Type) -> String { shared[E.kind] ?? make(E.self) }

    /// As many question marks as there are columns.
    static func marks<E: Entity>(_: E.Type) -> String {
        guard let marks = sharedMarks[E.kind] else { preconditionFailure("\(E.kind) has no column list") }
        return marks
    }

    private static func make<E: Entity>(_: E.Type) -> String {
        (["id"] + E.fields.map(\.name)).map { "\"\($0)\"" }.joined(separator: ",")
    }
}
