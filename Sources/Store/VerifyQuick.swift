import Repatriation
import SQLite

extension Store {
    /// What can be checked without folding the whole journal: the counts, and what the last day's
    /// events set.
    func verifyQuickly() throws(StoreError) -> Verdict {
        // One snapshot, so that desks at work change nothing under it.
        try wrap { () throws(SQLiteError) in try connection.execute("BEGIN") }
        defer { try? connection.execute("COMMIT") }
        guard try areCountsRight() else { return .differs(["cell"]) }
        return try verifyLastDay()
    }

    /// Every count, made again from everybody. O(receptions).
    private func areCountsRight() throws(StoreError) -> Bool {
        var counted: [Cell: Int] = [:]
        try wrap { () throws(SQLiteError) in
            try rows.forEachCounted { person in
                for cell in cells(of: person) { counted[cell, default: 0] += 1 }
            }
            let open = try rows.all(Referral.self, "state IN ('sent', 'accepted')")
            for cell in open.flatMap(cells) { counted[cell, default: 0] += 1 }
        }
        return try wrap { () throws(SQLiteError) in
            let kept = try connection.statement(
                "SELECT scope, measure, day, n FROM cell WHERE n <> 0"
            ).all { row in
                (row.text(0), row.int(1), row.text(2), row.int(3))
            }
            return kept.count == counted.count
                && kept.allSatisfy { scope, measure, day, n in
                    guard let measure = Cell.Measure(rawValue: measure) else { return false }
                    return counted[Cell(scope, measure, CivilDate(text: day))] == n
                }
        }
    }

    /// The last value that the last 24 hours' events gave a field is the table's. O(events of those
    /// hours).
    private func verifyLastDay() throws(StoreError) -> Verdict {
        var set: [EntityKey: [String: Value]] = [:]
        let start = try wrap { () throws(SQLiteError) in
            try connection.statement(
                """
                SELECT coalesce(min(seq) - 1, 0) FROM journal
                WHERE at > (SELECT at FROM journal ORDER BY seq DESC LIMIT 1) - 86400000
                """
            ).first { $0.int(0) } ?? 0
        }
        var events =
            start
            - (try wrap { () throws(SQLiteError) in
                try journal.laterRows(where: "seq <= ?", [start])
            })
        try journal.read(after: start) { entry throws(StoreError) in
            events += 1
            for change in entry.event.changes {
                for value in change.entries {
                    set[EntityKey(change.kind, change.id), default: [:]][value.field] = value.value
                }
            }
        }
        var different: Set<String> = []
        for (key, values) in set {
            let isSame = try wrap { () throws(SQLiteError) in try rows.holds(values, key) }
            if !isSame { different.insert(key.kind.rawValue) }
        }
        return different.isEmpty ? .holds(events: events) : .differs(different.sorted())
    }
}
