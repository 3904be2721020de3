import Repatriation
import SQLite

/// Applies events to the tables, the counts and the name index. `perform` and `verify` use the same
/// one.
///
/// Counts are gathered and written by `flush`: a list of thousands changes a handful of them.
final class Fold {
    let rows: Rows
    private var connection: Connection { rows.connection }
    /// Who looks at each change of a person before it stands; nobody where a journal is folded
    /// again.
    var watch: LaneWatch?
    /// A handful at a time: looked through faster than hashed.
    private var difference: [(cell: Cell, amount: Int)] = []
    private var tallied: [Tally: Int] = [:]
    /// Keys that are written by ``flush()``, in their order.
    var newKeys: [NewKey] = []
    private var newReceptions: NewReceptions
    private lazy var insertNames =
        "INSERT INTO \(rows.schema).names (rowid, name) VALUES (?,?)"
    /// Only the rows of entities are made; what is counted and found by them follows from these.
    private let isOfRowsAlone: Bool

    init(_ connection: Connection, rowsAlone: Bool = false) {
        rows = Rows(connection)
        newReceptions = NewReceptions(rows)
        isOfRowsAlone = rowsAlone
    }

    /// Applies one event, of somebody on a list with what was made of them before; throws `journal`
    /// when a value is not what this program knows.
    func apply(_ event: Event, ahead: ListedAhead? = nil) throws(FoldFailure) {
        for change in event.changes {
            do {
                switch change.kind {
                case .officer: try apply(change, Officer.self)
                case .point: try apply(change, ReceivingPoint.self)
                case .group: try apply(change, Group.self)
                case .desk: try apply(change, Desk.self)
                case .catalogueEntry: try apply(change, CatalogueEntry.self)
                case .pendingAct: try apply(change, PendingAct.self)
                case .rightsRequest: try apply(change, RightsRequest.self)
                case .archiveSeries: try apply(change, ArchiveSeries.self)
                case .removal: try apply(change, Removal.self)
                case .provider: try apply(change, Provider.self)
                case .referral: try applyReferral(change)
                case .help: try apply(change, Help.self, isNew: event.kind == .helpGiven)
                case .propertyClaim: try apply(change, PropertyClaim.self)
                case .inquiry: try apply(change, Inquiry.self)
                case .paper: try apply(change, Paper.self)
                case .laneTick: try apply(change, LaneTick.self, isNew: event.kind == .laneTicked)
                case .followUp: try apply(change, FollowUp.self)
                case .screening: try apply(change, Screening.self)
                case .stockItem: try apply(change, StockItem.self)
                case .bag: try apply(change, Bag.self)
                case .handOver: try apply(change, HandOver.self)
                case .alarmMark: try apply(change, AlarmMark.self)
                case .groupShare: try apply(change, GroupShare.self)
                case .waterCount: try apply(change, WaterCount.self)
                case .periodClosing: try apply(change, PeriodClosing.self)
                case .survey: try apply(change, Survey.self)
                case .surveyTaken: try apply(change, SurveyTaken.self)
                case .shiftCheck: try apply(change, ShiftCheck.self)
                case .call: try apply(change, Call.self, isNew: event.kind == .called)
                // Whoever is put on a list is new by that very fact, and so is a call by being
                // made.
                case .reception: try applyReception(change, of: event.kind, ahead)
                }
            } catch let error as SQLiteError {
                throw .sqlite(error)
            } catch let refusal as Refusal {
                throw .refused(refusal)
            } catch {
                throw .unknownValue
            }
        }
    }

    private func apply<E: Entity>(_ change: Change, _: E.Type, isNew: Bool = false) throws {
        if !isNew, try rows.update(change) { return }
        var entity = E(id: Identifier(change.id))
        guard entity.apply(change) else { throw FoldFailure.unknownValue }
        try rows.insert(entity)
    }

    /// A row alone: what is not this program's is refused, as where the rest is kept besides.
    private func applyRow<E: Entity>(_ change: Change, _: E.Type, isNew: Bool) throws {
        var entity = E(id: Identifier(change.id))
        guard entity.apply(change) else { throw FoldFailure.unknownValue }
        if !isNew, try rows.update(rows.stored(change)) { return }
        try rows.insert(entity)
    }

    private func applyReception(
        _ change: Change, of kind: EventKind, _ ahead: ListedAhead?
    ) throws {
        let isNew = kind == .listed
        if isOfRowsAlone { return try applyRow(change, Reception.self, isNew: isNew) }
        // Most changes leave names alone: then only what counts are made of is read.
        let touchesNames = change.entries.contains { Rows.searchNames.contains($0.field) }
        let before: Reception? =
            isNew
            ? nil
            : touchesNames
                ? try rows.find(Identifier(change.id)) : try rows.findForCounts(change.id)
        var after = before ?? Reception(id: Identifier(change.id))
        guard after.apply(change) else { throw FoldFailure.unknownValue }
        if let before, let watch { try watch.check(before, after, change, kind) }
        let stored = try rows.stored(change, isNew: before == nil)
        try countPlaces(stored, isNew: before == nil)
        if before == nil {
            try newReceptions.write(stored)
        } else {
            _ = try rows.update(stored)
        }
        count(from: before, to: after)
        if touchesNames { try index(from: before, to: after, ahead) }
    }

    private func applyReferral(_ change: Change) throws {
        if isOfRowsAlone { return try applyRow(change, Referral.self, isNew: false) }
        let before: Referral? = try rows.find(Identifier(change.id))
        var after = before ?? Referral(id: Identifier(change.id))
        guard after.apply(change) else { throw FoldFailure.unknownValue }
        if before == nil { try rows.insert(after) } else { _ = try rows.update(change) }
        for cell in before.map(cells) ?? [] { add(-1, to: cell) }
        for cell in cells(of: after) { add(1, to: cell) }
    }

    /// Places as people say them are offered where no catalogue is loaded: how many answers have
    /// each.
    private func countPlaces(_ change: Change, isNew: Bool) throws(SQLiteError) {
        guard let new = change.entries.first(where: { $0.field == "personalAnswers" }) else {
            return
        }
        let old =
            isNew
            ? nil
            : try connection.statement(
                "SELECT personalAnswers FROM \(rows.schema).reception WHERE id = ?"
            ).bind(change.id).first { $0.value(0) }
        for (value, amount) in [(old ?? .null, -1), (new.value, 1)] {
            guard let answers = Answers(stored: value) else { continue }
            for field in ProfileField.places {
                guard let name = answers[field], Fold.isPlace(name) else { continue }
                try connection.statement(
                    """
                    INSERT INTO \(rows.schema).place VALUES (?,?,?) ON CONFLICT DO UPDATE SET n = \
                    n + excluded.n
                    """
                ).bind(field.rawValue).bind(name).bind(amount).run()
                try connection.statement(
                    "DELETE FROM \(rows.schema).place WHERE field = ? AND name = ? AND n = 0"
                )
                .bind(field.rawValue).bind(name).run()
            }
        }
    }

    /// Text, and neither a municipality's key nor an open answer.
    static func isPlace(_ name: String) -> Bool {
        let isKey = name.utf8.count == 5 && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return !isKey && !Question.outsideLists.contains { $0.code == name }
    }

    /// Takes away the counts of the facts before and adds those after.
    func count(from before: Reception?, to after: Reception) {
        for cell in before.map(cells) ?? [] { add(-1, to: cell) }
        for cell in cells(of: after) { add(1, to: cell) }
        if let before {
            guard !Tally.areAlike(before, after) else { return }
            for tally in tallies(of: before) { tallied[tally, default: 0] -= 1 }
        }
        for tally in tallies(of: after) { tallied[tally, default: 0] += 1 }
    }

    private func add(_ amount: Int, to cell: Cell) {
        if let place = difference.firstIndex(where: { $0.cell == cell }) {
            difference[place].amount += amount
        } else {
            difference.append((cell, amount))
        }
    }

    /// Writes the counts that changed since the last time, and the new keys.
    func flush() throws(SQLiteError) {
        defer { difference = [] }
        try writeKeys()
        try writeTallies()
        for (cell, amount) in difference where amount != 0 {
            try connection.statement(
                "INSERT INTO \(rows.schema).cell (scope, measure, day, n) VALUES (?,?,?,?) "
                    + "ON CONFLICT DO UPDATE SET n = n + excluded.n"
            ).bind(cell.scope).bind(cell.measure.rawValue).bind(cell.day?.text ?? "").bind(amount)
                .run()
        }
    }

    /// Counts one measure of everybody anew. O(receptions).
    func recount(_ measure: Cell.Measure) throws(SQLiteError) {
        try flush()
        var counted: [Cell: Int] = [:]
        try rows.forEachCounted { person in
            for cell in cells(of: person) where cell.measure == measure {
                counted[cell, default: 0] += 1
            }
        }
        try connection.statement("DELETE FROM \(rows.schema).cell WHERE measure = ?").bind(
            measure.rawValue
        ).run()
        difference = counted.map { ($0.key, $0.value) }
        try flush()
    }

    /// Adds up anew what official tables are made of. O(receptions).
    func recountTallies() throws(SQLiteError) {
        try flush()
        try connection.statement("DELETE FROM \(rows.schema).tally").run()
        try rows.forEachCounted { person in
            for tally in tallies(of: person) { tallied[tally, default: 0] += 1 }
        }
        try flush()
    }

    private func writeTallies() throws(SQLiteError) {
        defer { tallied = [:] }
        for (tally, amount) in tallied where amount != 0 {
            for period in tally.periods {
                try connection.statement(
                    "INSERT INTO \(rows.schema).tally VALUES (?,?,?,?,?) "
                        + "ON CONFLICT DO UPDATE SET n = n + excluded.n"
                ).bind(tally.facet.rawValue).bind(period).bind(tally.point.text).bind(tally.key)
                    .bind(amount).run()
            }
        }
    }

    private func index(
        from before: Reception?, to after: Reception, _ ahead: ListedAhead?
    ) throws(SQLiteError) {
        try block(
            from: before?.keptKeys ?? [], to: ahead?.keys ?? after.keptKeys, after.id)
        let old = before?.searchText ?? ""
        let new = after.searchText
        guard old != new else { return }
        if !old.isEmpty {
            try connection.statement(
                "INSERT INTO \(rows.schema).names (names, rowid, name) VALUES ('delete',?,?)"
            )
            .bind(after.id.value).bind(old).run()
        }
        if !new.isEmpty {
            try connection.statement(insertNames).bind(after.id.value).bind(new).run()
        }
    }
}

/// What an act is judged by, change by change: the child lane's guard over what is about to stand.
struct LaneWatch {
    let context: Context
    let ground: LaneGround?

    /// Throws what the guard refuses.
    func check(
        _ before: Reception, _ after: Reception, _ change: Change, _ kind: EventKind
    ) throws(Refusal) {
        try ChildGuard.check(
            before, after, writing: change.entries.map(\.column), as: kind, on: ground, context)
    }
}

/// Why an event could not be applied.
enum FoldFailure: Error {
    case unknownValue
    case refused(Refusal)
    case sqlite(SQLiteError)
}

extension Reception {
    /// What the name index is made of, in its order: names and CURP.
    static let searched: [(column: String, text: @Sendable (Reception) -> String?)] = [
        ("given", { $0.given }), ("firstSurname", { $0.firstSurname }),
        ("secondSurname", { $0.secondSurname }), ("curp", { $0.curp }),
    ]

    /// What the name index holds; of whom nobody is to find, nothing.
    var searchText: String {
        guard retractedAt == nil else { return "" }
        return Reception.searched.compactMap { $0.text(self) }.joined(separator: " ")
    }

    /// The keys under which the person is looked for.
    var keptKeys: [Int] { retractedAt == nil ? MatchFacts(self).keptKeys : [] }
}
