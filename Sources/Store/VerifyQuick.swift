import Repatriation
import SQLite

extension Store {
    /// What can be checked in a moment, however old the store is: its numbers, and what the last
    /// day's events set. O(events of 24 hours).
    func checkLastDay() throws(StoreError) -> Checked {
        // One snapshot, so that desks at work change nothing under it.
        try asOfNow { () throws(StoreError) in
            let strange = try strangeNumbers(lastDay: true)
            let start = try wrap { () throws(SQLiteError) in try lastDayStart(of: "journal") }
            var check = try wrap { () throws(SQLiteError) in
                try JournalCheck(connection, after: start)
            }
            var set: [EntityKey: [String: Value]] = [:]
            var failure: StoreError?
            let hasLoneBody = try readJournal(after: start, &check) { entry in
                for change in entry.event.changes {
                    for value in change.entries {
                        set[EntityKey(change.kind, change.id), default: [:]][value.field] =
                            value.value
                    }
                }
            } unreadable: {
                failure = failure ?? .journal(seq: $0)
            }
            let rowsStrange = try self.strange(check, loneBody: hasLoneBody, isWhole: false)
            var verdict = Verdict.holds(events: check.rows - check.later)
                .and(strange + rowsStrange)
            if rowsStrange != ["journal"] {
                if let failure { throw failure }
                verdict = verdict.and(try differing(set))
            }
            return Checked(verdict: verdict, later: check.later, scope: .quick)
        }
    }

    /// The row before the last day's first, of rows that are only ever added.
    func lastDayStart(of table: String) throws(SQLiteError) -> Int {
        // Backwards, to the first that is older: the rest is not read.
        let rows = try connection.statement("SELECT seq, at FROM \(table) ORDER BY seq DESC")
        defer { rows.reset() }
        var newest: Int?
        while try rows.step() {
            let at = rows.int(1)
            newest = newest ?? at
            if at <= (newest ?? at) - 86_400_000 { return rows.int(0) }
        }
        return 0
    }

    /// The tables where a field is not what the last event that set it says.
    func differing(_ set: [EntityKey: [String: Value]]) throws(StoreError) -> [String] {
        var different: Set<String> = []
        for (key, values) in set {
            let isSame = try wrap { () throws(SQLiteError) in try rows.holds(values, key) }
            if !isSame { different.insert(key.kind.rawValue) }
        }
        return different.sorted()
    }
}
