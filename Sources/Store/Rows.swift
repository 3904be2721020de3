import CSQLite
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

/// Reads and writes entities: columns are the fields, so that an entity and its table cannot
/// differ.
struct Rows {
    let connection: Connection
    /// The database that holds the tables: `main`, or the one a fold is made in.
    let schema: String

    init(_ connection: Connection, schema: String = "main") {
        self.connection = connection
        self.schema = schema
    }

    func table(_ kind: EntityKind) -> String { "\(schema).\"\(kind.rawValue)\"" }

    /// Where the restricted fields of an entity lie: a table that lists never read.
    static func restricted(_ kind: EntityKind) -> String { "\(kind.rawValue)_restricted" }

    /// Those tables, with their columns.
    static let restrictedTables: [(name: String, columns: [String])] = EntityKind.allCases
        .compactMap { kind in
            let columns = ColumnLists.restricted(kind)
            return columns.isEmpty ? nil : (restricted(kind), columns)
        }

    /// Whether a field, or the bag of an answer, lies there.
    static func isRestricted(_ field: String, of kind: EntityKind) -> Bool {
        ColumnLists.restricted(kind).contains(Change.Entry(field, .plain, .null).column)
    }

    private func whole(_ kind: EntityKind) -> String {
        "\(table(kind)) LEFT JOIN \(schema).\(Rows.restricted(kind)) ON subject = id"
    }

    /// The entities that a condition finds, in the order it gives, without what is restricted and
    /// what was taken back.
    func all<E: Entity>(_: E.Type, _ condition: String, _ values: Value...) throws(SQLiteError)
        -> [E]
    {
        try select(ColumnLists.standing(condition, E.kind), values, E.self).all(Rows.read)
    }

    /// The first entity that a condition finds, without what is restricted.
    func first<E: Entity>(_: E.Type, _ condition: String, _ values: Value...) throws(SQLiteError)
        -> E?
    {
        try select(ColumnLists.standing(condition, E.kind), values, E.self).first(Rows.read)
    }

    /// The entities that a condition finds, in the order it gives, whole; without what was taken
    /// back, unless that is wanted too.
    func allWhole<E: Entity>(
        _: E.Type, evenRetracted isAll: Bool = false, _ condition: String, _ values: Value...
    ) throws(SQLiteError) -> [E] {
        let condition = isAll ? condition : ColumnLists.standing(condition, E.kind)
        return try selectWhole(condition, values, E.self).all(Rows.read)
    }

    /// One entity by its identifier, whole.
    func find<E: Entity>(_ id: Identifier<E>) throws(SQLiteError) -> E? {
        try selectWhole("id = ?", [.int(id.value)], E.self).first(Rows.read)
    }

    /// The reception that the first column of a row names.
    func found(_ row: Statement) throws(SQLiteError) -> Reception? {
        try first(Reception.self, "id = ?", .int(row.int(0)))
    }

    /// One thing of which only some know; to whoever may not, its number is as one that never was.
    func find<E: Guarded>(_ id: Identifier<E>, knownTo reader: Reader) throws(SQLiteError) -> E? {
        guard let found: E = try find(id), try isKnown(found, to: reader) else { return nil }
        return found
    }

    /// Whether somebody may know that it is there, and what it is about.
    func isKnown(_ one: some Guarded, to reader: Reader) throws(SQLiteError) -> Bool {
        guard one.isKnown(to: reader) else { return false }
        guard let referral = one.about else { return true }
        return try find(referral, knownTo: reader) != nil
    }

    /// One reception with only what counts are made of; the rest is as in a new one.
    func findForCounts(_ id: Int) throws(SQLiteError) -> Reception? {
        try connection.statement(schema == "main" ? Rows.mainCountsQuery : Rows.countsQuery(schema))
            .bind(id)
            .first { Rows.counts.read($0, id: id) }
    }

    /// Visits every reception with only what counts are made of.
    func forEachCounted(_ visit: (Reception) -> Void) throws(SQLiteError) {
        let statement = try connection.statement(
            "SELECT \(Rows.counts.columns()) FROM \(schema).reception")
        defer { statement.reset() }
        while try statement.step() { visit(Rows.counts.read(statement, id: 0)) }
    }

    /// Whether a row has these values.
    func holds(_ values: [String: Value], _ key: EntityKey) throws(SQLiteError) -> Bool {
        let names = values.keys.sorted()
        let columns = names.map(Rows.expression).joined(separator: ",")
        let source = ColumnLists.hasRestricted(key.kind) ? whole(key.kind) : table(key.kind)
        let found = try connection.statement("SELECT \(columns) FROM \(source) WHERE id = ?").bind(
            key.id
        )
        .first { row in names.indices.allSatisfy { row.value($0) == values[names[$0]] } }
        return found ?? false
    }

    /// A field as a statement reads it: its column, or one answer of a bag.
    private static func expression(_ name: String) -> String {
        let entry = Change.Entry(name, .plain, .null)
        return entry.answer.map { "\"\(entry.column)\" ->> '\($0)'" } ?? "\"\(name)\""
    }

    /// A change by the columns of the table: of answers, the whole bag that keeps them.
    func stored(_ change: Change, isNew: Bool = false) throws(SQLiteError) -> Change {
        guard change.entries.contains(where: { $0.answer != nil }) else { return change }
        var entries = change.entries.filter { $0.answer == nil }
        let answered = Dictionary(
            grouping: change.entries.filter { $0.answer != nil }, by: \.column)
        for (column, answers) in answered.sorted(by: { $0.key < $1.key }) {
            let access = answers[0].access
            let (table, key) =
                access == .restricted
                ? ("\(schema).\(Rows.restricted(change.kind))", "subject")
                : (table(change.kind), "id")
            let kept =
                isNew
                ? .null
                : try connection.statement(
                    "SELECT \"\(column)\" FROM \(table) WHERE \(key) = ?"
                ).bind(change.id).first { $0.value(0) } ?? .null
            // A bag that cannot be read is not written over.
            guard var bag = kept == .null ? Answers() : Answers(stored: kept) else {
                throw SQLiteError(code: SQLITE_CORRUPT, message: "answers cannot be read")
            }
            for entry in answers {
                guard let answer = entry.answer else { continue }
                if case .text(let text) = entry.value {
                    bag[named: answer] = text
                } else {
                    bag[named: answer] = nil
                }
            }
            entries.append(Change.Entry(column, access, bag.stored))
        }
        return Change(kind: change.kind, id: change.id, entries: entries)
    }

    /// The fields that `cells(of:)` and the child lane's guard read.
    static let countedFields =
        ["point", "group", "offList", "receivedDay", "nationality", "serviceRoute"]
        + ["formerGroups", "firstPoint", "sentStage"] + Tally.reads + ChildGuard.reads
    private static let counts = ReceptionSlice(countedFields)
    /// The fields that the name index and the keys of likeness are made of.
    static let searchNames = Set(Reception.searched.map(\.column) + ["birthDate", "retractedAt"])

    private static let mainCountsQuery = countsQuery("main")

    private static func countsQuery(_ schema: String) -> String {
        "SELECT \(counts.columns()) FROM \(schema).reception WHERE id = ?"
    }

    private func select<E: Entity>(
        _ condition: String, _ values: [Value], _: E.Type
    ) throws(SQLiteError) -> Statement {
        try bound(condition, values, E.kind, isWide: false) {
            "SELECT \(ColumnLists.list(E.kind)) FROM \(table(E.kind)) WHERE \(condition)"
        }
    }

    private func selectWhole<E: Entity>(
        _ condition: String, _ values: [Value], _: E.Type
    ) throws(SQLiteError) -> Statement {
        guard ColumnLists.hasRestricted(E.kind) else {
            return try select(condition, values, E.self)
        }
        return try bound(condition, values, E.kind, isWide: true) {
            "SELECT \(ColumnLists.whole(E.kind)) FROM \(whole(E.kind)) WHERE \(condition)"
        }
    }

    private func bound(
        _ condition: String, _ values: [Value], _ kind: EntityKind, isWide: Bool,
        _ sql: () -> String
    ) throws(SQLiteError) -> Statement {
        let statement =
            schema == "main"
            ? try connection.statement(condition, of: kind.rawValue, isWide: isWide, whole: sql)
            : try connection.statement(sql())
        for value in values { statement.bind(value) }
        return statement
    }

    static func read<E: Entity>(_ row: Statement) -> E {
        var entity = E(id: Identifier(row.int(0)))
        for (index, field) in E.fields.prefix(row.columnCount - 1).enumerated()
        where !row.isNull(index + 1) {
            // The schema keeps the types; a value of another type is left at its default and found
            // by `verify`.
            _ = field.set(&entity, row.value(index + 1))
        }
        return entity
    }

    /// Writes a new entity whole.
    func insert<E: Entity>(_ entity: E) throws(SQLiteError) {
        let statement = try connection.statement(
            """
            INSERT INTO \(table(E.kind)) (\(ColumnLists.list(E.kind))) VALUES \
            (\(ColumnLists.marks(E.kind)))
            """
        )
        statement.bind(entity.id.value)
        for field in E.fields where field.access != .restricted {
            statement.bind(field.get(entity))
        }
        try statement.run()
        let blank = E(id: entity.id)
        let entries = E.fields.filter {
            $0.access == .restricted && $0.get(entity) != $0.get(blank)
        }.map {
            Change.Entry($0.name, $0.access, $0.get(entity))
        }
        try updateRestricted(E.kind, entity.id.value, entries)
    }

    /// Writes the columns of a change; false when there is no such row yet.
    func update(_ change: Change) throws(SQLiteError) -> Bool {
        let isRestricted = change.entries.contains { $0.access == .restricted }
        let open =
            isRestricted ? change.entries.filter { $0.access != .restricted } : change.entries
        if open.isEmpty {
            guard
                try connection.statement("SELECT 1 FROM \(table(change.kind)) WHERE id = ?").bind(
                    change.id
                ).first({
                    _ in true
                }) == true
            else { return false }
        } else {
            let columns = open.map { "\"\($0.field)\"=?" }.joined(separator: ",")
            let statement = try connection.statement(
                "UPDATE \(table(change.kind)) SET \(columns) WHERE id=?")
            for entry in open { statement.bind(entry.value) }
            try statement.bind(change.id).run()
            guard connection.changes > 0 else { return false }
        }
        if isRestricted {
            try updateRestricted(
                change.kind, change.id, change.entries.filter { $0.access == .restricted })
        }
        return true
    }

    func updateRestricted(_ kind: EntityKind, _ id: Int, _ entries: [Change.Entry])
        throws(SQLiteError)
    {
        for entry in entries {
            try connection.statement(
                """
                INSERT INTO \(schema).\(Rows.restricted(kind)) (subject, "\(entry.field)")
                VALUES (?,?)
                ON CONFLICT DO UPDATE SET "\(entry.field)" = excluded."\(entry.field)"
                """
            ).bind(id).bind(entry.value).run()
        }
    }
}

/// The column lists, made once.
private enum ColumnLists {
    private static let fields: [EntityKind: [(name: String, isRestricted: Bool)]] = [
        .officer: names(Officer.self), .point: names(ReceivingPoint.self),
        .group: names(Group.self),
        .desk: names(Desk.self), .reception: names(Reception.self), .call: names(Call.self),
        .catalogueEntry: names(CatalogueEntry.self), .pendingAct: names(PendingAct.self),
        .rightsRequest: names(RightsRequest.self), .archiveSeries: names(ArchiveSeries.self),
        .removal: names(Removal.self), .provider: names(Provider.self),
        .referral: names(Referral.self),
        .help: names(Help.self), .propertyClaim: names(PropertyClaim.self),
        .inquiry: names(Inquiry.self), .paper: names(Paper.self), .laneTick: names(LaneTick.self),
        .followUp: names(FollowUp.self), .screening: names(Screening.self),
        .stockItem: names(StockItem.self), .bag: names(Bag.self),
        .handOver: names(HandOver.self),
        .alarmMark: names(AlarmMark.self), .groupShare: names(GroupShare.self),
        .waterCount: names(WaterCount.self), .periodClosing: names(PeriodClosing.self),
        .survey: names(Survey.self), .surveyTaken: names(SurveyTaken.self),
        .shiftCheck: names(ShiftCheck.self),
    ]
    private static let shared = fields.mapValues {
        list($0.filter { !$0.isRestricted }.map(\.name))
    }
    private static let wholes = fields.mapValues { list($0.map(\.name)) }
    private static let withRestricted = Set(
        fields.filter { $0.value.contains(where: \.isRestricted) }.keys)
    private static let sharedMarks = fields.mapValues { all in
        Array(repeating: "?", count: all.count { !$0.isRestricted } + 1).joined(separator: ",")
    }

    /// The columns of the entity's own table.
    static func list(_ kind: EntityKind) -> String { known(shared, kind) }
    /// Those and the restricted ones.
    static func whole(_ kind: EntityKind) -> String { known(wholes, kind) }
    /// As many question marks as the own table has columns.
    static func marks(_ kind: EntityKind) -> String { known(sharedMarks, kind) }
    /// Those that lie apart.
    static func restricted(_ kind: EntityKind) -> [String] {
        (fields[kind] ?? []).filter(\.isRestricted).map(\.name)
    }
    /// The condition, of what was not taken back; of a person every caller says it.
    static func standing(_ condition: String, _ kind: EntityKind) -> String {
        retractable.contains(kind) ? "retractedAt IS NULL AND \(condition)" : condition
    }
    private static let retractable = Set(
        fields.filter { kind, names in
            kind != .reception && names.contains { $0.name == "retractedAt" }
        }.keys)
    static func hasRestricted(_ kind: EntityKind) -> Bool { withRestricted.contains(kind) }

    private static func known(_ lists: [EntityKind: String], _ kind: EntityKind) -> String {
        guard let list = lists[kind] else { preconditionFailure("\(kind) has no column list") }
        return list
    }

    private static func names<E: Entity>(_: E.Type) -> [(name: String, isRestricted: Bool)] {
        E.fields.map { ($0.name, $0.access == .restricted) }
    }

    private static func list(_ names: [String]) -> String {
        (["id"] + names).map { "\"\($0)\"" }.joined(separator: ",")
    }
}
