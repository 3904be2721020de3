import Repatriation
import SQLite

/// The daily check: every row of every table, by what was proven and what was written since.
///
/// A table's sum is what was proven, less what the rows that were touched since were then, and more
/// what the events make of them. What those rows were is read from the journal; where that cannot
/// be told, or the sums differ, the whole check decides.
extension Store {
    /// How many events there may be since.
    private static let most = 50_000

    func checkSinceProven(
        _ reach: DailyReach
    ) throws(StoreError) -> (checked: Checked, proof: Proof?)? {
        guard let proof = try proven(), try reaches(proof.seq),
            (0...max(0, proof.seq)).contains(proof.later)
        else { return nil }
        return try asOfNow { () throws(StoreError) in try check(since: proof, reach) }
    }

    private func check(
        since proof: Proof, _ reach: DailyReach
    ) throws(StoreError) -> (checked: Checked, proof: Proof?)? {
        let strange = try strangeSchema() + strangeNumbers()
        var touched = Touched(after: proof.seq)
        var check = try wrap { () throws(SQLiteError) in
            try JournalCheck(connection, after: proof.seq, addingTo: proof.journal)
        }
        var isRead = true
        let hasLoneBody = try readJournal(after: proof.seq, &check) {
            touched.add($0.event)
        } unreadable: { _ in
            isRead = false
        }
        let rowsStrange = try self.strange(check, loneBody: hasLoneBody, isWhole: false)
        guard isRead, rowsStrange != ["journal"],
            let expected = try expected(from: proof, touched, reach)
        else { return nil }
        let sums = try sums(proof.key)
        guard sums.differing(from: expected).isEmpty else { return nil }
        let earlier = try wrap { () throws(SQLiteError) in try readAgain(proof, reach) }
        let later = proof.later + check.later
        var checked = Checked(
            verdict: Verdict.holds(events: check.start + check.rows - later)
                .and(strange + rowsStrange + (earlier.holds ? [] : ["proven"])),
            later: later, scope: .daily)
        checked.unread = earlier.unread
        var now = try self.proof(check, sums, proof.key, later: later)
        now?.journal.last = earlier.last
        return (checked, now)
    }

    /// Whether the journal goes on from there, and not too far.
    private func reaches(_ seq: Int) throws(StoreError) -> Bool {
        let last = try wrap { () throws(SQLiteError) in
            try connection.statement("SELECT max(seq) FROM journal").first { $0.int(0) } ?? 0
        }
        return (0...Store.most).contains(last - seq)
    }

    /// Reads the next shares of what was proven again, and after the last the first.
    private func readAgain(
        _ proof: Proof, _ reach: DailyReach
    ) throws(SQLiteError) -> (holds: Bool, unread: Int, last: Int) {
        var journal = proof.journal
        let all = proof.seq / JournalSums.size + 1
        let count = min(all, reach.shares)
        var holds = true
        for _ in 0..<count {
            let next = (0..<all).contains(journal.last + 1) ? journal.last + 1 : 0
            if try !journal.holds(next, through: proof.seq, connection) { holds = false }
        }
        return (holds, max(0, proof.seq - count * JournalSums.size), journal.last)
    }

    /// The sums as they are to be now; nil where that cannot be told.
    private func expected(
        from proof: Proof, _ touched: Touched, _ reach: DailyReach
    ) throws(StoreError) -> TableSums? {
        let folded = try FoldedFile(beside: path)
        var sums = proof.sums
        let isKnown = try wrap { () throws(SQLiteError) in
            let earlier = try EarlierRows(self, proof, touched, near: reach.near)
            guard let earlier, try earlier.write(to: folded) else { return false }
            sums.add(try folded.sums(proof.key), times: -1)
            return true
        }
        guard isKnown else { return nil }
        for event in touched.events {
            do throws(FoldFailure) { try folded.fold.apply(event) } catch {
                if case .sqlite(let inner) = error, !inner.isConstraint {
                    throw StoreError(inner, path: path)
                }
                return nil
            }
        }
        sums.add(try wrap { () throws(SQLiteError) in try folded.sums(proof.key) })
        return sums
    }
}

/// How far a daily check reads back.
package struct DailyReach: Sendable {
    /// So many rows before the proof are read whole: what changes often was set there last.
    package var near = 20_000
    /// So many shares of what was proven are read again each time.
    package var shares = 8

    /// As far as every day.
    package init() {}
}

/// What events touched.
struct Touched {
    /// The journal's last row before them.
    let start: Int
    private(set) var events: [Event] = []
    /// The fields that they set, by entity.
    private(set) var fields: [EntityKey: Set<String>] = [:]

    init(after start: Int) { self.start = start }

    mutating func add(_ event: Event) {
        events.append(event)
        for change in event.changes {
            fields[EntityKey(change.kind, change.id), default: []]
                .formUnion(change.entries.map(\.field))
        }
    }
}
