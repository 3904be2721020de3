import Repatriation
import SQLite

/// The tables of a board as they stood at a moment of the past: what mattered then, folded anew
/// from the journal into a throw-away store beside the real one.
///
/// It holds no name and nothing that a board does not count. O(facts of those who were there, the
/// referrals and the alarms of the year before).
final class PastStore {
    /// The throw-away store.
    let store: Store
    private let temporary: Temporary

    /// What is read of each person; never a name.
    private static let ofPeople = Set(
        Rows.countedFields + [
            "person", "listNumber", "priority", "tier", "target", "enteredAt", "notBefore", "desk",
            "call", "absences", "family", "receivedAt", "exitAt", "unlocatedSince", "retractedAt",
            "ageSource", "pendingSince", "ties", "sentTicket",
        ])
    private static let ofReferrals: Set<String> = [
        "reception", "point", "kind", "sentAt", "dueAt", "state", "retractedAt",
    ]
    private static let ofCalls: Set<String> = [
        "point", "reception", "desk", "at", "tier", "target", "waited", "sinceTier2", "outcome",
        "attendedAt", "endedAt",
    ]

    /// Which step of a lane was done when, and what is due; never by whom or with which words.
    private static let ofTicks: Set<String> = [
        "reception", "point", "at", "medium", "dueAt", "step", "relatives", "retractedAt",
    ]
    private static let ofPapers: Set<String> = [
        "reception", "point", "kind", "folio", "issuedAt", "delivery", "deliveredAt", "reservedAt",
        "usedAt", "cancelledAt",
    ]

    init(_ past: PastMoment, of real: Store) throws {
        temporary = try Temporary(beside: real.path, .fold)
        do throws(SQLiteError) {
            let connection = try Connection(path: temporary.path, mode: .write)
            try connection.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
            try Schema.migrator.migrate(connection)
            try connection.execute("BEGIN")
            try PastStore.say(past, of: real, to: connection)
            defer { connection.close() }
            let fold = Fold(connection)
            do { try PastStore.fill(fold, past, real) } catch let error as SQLiteError {
                throw error
            } catch {
                throw SQLiteError(code: 11, message: "the journal cannot be folded")
            }
            try fold.flush()
            try connection.execute("COMMIT")
        } catch { throw StoreError(error, path: real.path) }
        store = try Store(path: temporary.path)
    }

    /// Whose file it is, and that its clock stands at that moment.
    private static func say(
        _ past: PastMoment, of real: Store, to connection: Connection
    ) throws(SQLiteError) {
        try connection.statement(
            """
            INSERT INTO meta (id, origin, counter, oseq, drill, seed, machine, created, clockAt)
            VALUES (1,1,0,0,?1,NULL,?2,?3,?3)
            """
        ).bind(real.isDrill ? 1 : 0).bind(StoreFiles.machine).bind(past.at.milliseconds).run()
    }

    private static func fill(_ fold: Fold, _ past: PastMoment, _ real: Store) throws {
        let places = PastPlaces(past, real)
        let shares = try places.fill(fold)
        let groups = try past.groups()
        let subjects = try past.subjects().union(groups)
        let list = subjects.sorted().map(String.init).joined(separator: ",")
        var share: [Int: Value] = shares
        try real.journal.read(through: past.last, where: "subject IN (\(list))") {
            entry throws(StoreError) in
            if let seq = entry.seq, seq > past.recent {
                for change in entry.event.changes where change.kind == .point {
                    for one in change.entries where one.field == "sinceTier2" {
                        share[change.id] = one.value
                    }
                }
            }
            let changes = entry.event.changes.compactMap { kept($0, subjects) }
            guard !changes.isEmpty else { return }
            let event = Event(
                entry.event.kind, subject: entry.event.subject, changes: changes,
                undoes: entry.event.undoes)
            do throws(FoldFailure) { try fold.apply(event) } catch {
                if case .sqlite(let inner) = error { throw StoreError(inner, path: real.path) }
                throw .journal(seq: entry.seq ?? 0)
            }
        }
        for (id, value) in share {
            _ = try fold.rows.update(
                Change(kind: .point, id: id, entries: [.init("sinceTier2", .plain, value)]))
        }
    }

    /// What a board counts of a change; nil where it is nothing.
    private static func kept(_ change: Change, _ subjects: Set<Int>) -> Change? {
        let fields: Set<String>
        switch change.kind {
        case .reception where subjects.contains(change.id): fields = ofPeople
        case .referral: fields = ofReferrals
        case .call: fields = ofCalls
        case .laneTick: fields = ofTicks
        case .paper: fields = ofPapers
        case .group where subjects.contains(change.id):
            // Who called, telephones and drivers are of no board.
            let plain = change.entries.filter { $0.access == .plain }
            return Change(kind: .group, id: change.id, entries: plain)
        default: return nil
        }
        let entries = change.entries.filter {
            fields.contains($0.column) && $0.access != .restricted
        }
        return entries.isEmpty && change.kind != .reception
            ? nil : Change(kind: change.kind, id: change.id, entries: entries)
    }
}
