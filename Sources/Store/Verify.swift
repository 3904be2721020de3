import Repatriation
import SQLite

/// What `verify` found.
package enum Verdict: Sendable, Equatable {
    /// Everything that was looked at holds; so many events were read. What a later program wrote is
    /// not among them.
    case holds(events: Int)
    /// Tables that are not what the journal says.
    case differs([String])
    /// SQLite itself finds the file damaged.
    case damaged(String)

    /// With what was found before.
    func and(_ others: [String]) -> Verdict {
        switch self {
        case .holds where others.isEmpty, .damaged: self
        case .holds: .differs(Array(Set(others)).sorted())
        case .differs(let own): .differs(Array(Set(own + others)).sorted())
        }
    }
}

/// How much `verify` looks at.
package enum CheckScope: String, Sendable {
    /// Everything: the journal folded again from its first row.
    case whole
    /// Every row of every table, by what was proven and what was written since.
    case daily
    /// What the last day wrote.
    case quick
}

/// What a check found, and what it did not look at.
package struct Checked: Sendable {
    /// What was found.
    package let verdict: Verdict
    /// How many of the rows that were read a later program wrote: kept, never folded, and no
    /// damage.
    package var later = 0
    /// What was done: a daily check without anything proven before is a whole one.
    package let scope: CheckScope
    /// How many events that were proven before were not read again.
    package var unread = 0
}

extension Store {
    /// Whether everything holds, or what the last day wrote.
    package func verify(quick: Bool) throws(StoreError) -> Verdict {
        try check(quick ? .quick : .whole).verdict
    }

    /// Checks the file: whole, its pages and numbers, and that the journal folded again gives every
    /// table as it is. Throws when it cannot work.
    ///
    /// What holds is kept as proven, for the next daily check, unless others write for too long;
    /// `anew` believes a whole check's own findings and no longer what was proven before.
    package func check(
        _ scope: CheckScope, anew: Bool = false, reach: DailyReach = DailyReach()
    ) throws(StoreError) -> Checked {
        let outcome: (checked: Checked, proof: Proof?)
        switch scope {
        case .quick: return try checkLastDay()
        case .daily:
            if let since = try checkSinceProven(reach) {
                outcome = since
            } else {
                outcome = try checkWhole(anew: false)
            }
        case .whole: outcome = try checkWhole(anew: anew)
        }
        if case .holds = outcome.checked.verdict, let proof = outcome.proof {
            keep(proof)
            if anew { queue.forgetMissing() }
        }
        return outcome.checked
    }

    private func checkWhole(anew: Bool) throws(StoreError) -> (Checked, Proof?) {
        let damage = try wrap { () throws(SQLiteError) in
            try connection.statement("PRAGMA integrity_check(20)").all { $0.text(0) }
        }
        guard damage == ["ok"] else {
            return (Checked(verdict: .damaged(damage.joined(separator: "; ")), scope: .whole), nil)
        }
        // One snapshot for the fold and the comparison, so that desks at work change neither.
        return try asOfNow { () throws(StoreError) in
            try checkFold(against: anew ? nil : self.proven(), anew: anew)
        }
    }

    /// What was proven before is not believed, and what it says of the journal's rows is compared
    /// all the same: who rewrote one may have kept every table as it was.
    private func checkFold(
        against proof: Proof?, anew: Bool
    ) throws(StoreError) -> (Checked, Proof?) {
        var strange = try strangeSchema() + strangeNumbers().filter { !anew || $0 != "answered" }
        let folded = try FoldedFile(beside: path)
        let key = proof?.key ?? DigestKey.drawn()
        let (check, rowsStrange) = try fold(into: folded, key, against: proof)
        if !check.isAsProven { strange.append("proven") }
        // What cannot be read in order cannot be folded.
        guard rowsStrange != ["journal"] else {
            return (Checked(verdict: .differs(["journal"]).and(strange), scope: .whole), nil)
        }
        let kept = try sums(key)
        let made = try wrap { () throws(SQLiteError) in try folded.sums(key) }
        let verdict = Verdict.holds(events: check.rows - check.later)
            .and(kept.differing(from: made) + strange + rowsStrange)
        return (
            Checked(verdict: verdict, later: check.later, scope: .whole),
            try self.proof(check, kept, key, later: check.later)
        )
    }

    /// The sums of every table as it stands.
    func sums(_ key: DigestKey) throws(StoreError) -> TableSums {
        try wrap { () throws(SQLiteError) in
            var sums = TableSums()
            let summer = TableSummer(connection: connection, key: key)
            try summer.entities(into: &sums)
            try summer.derived(into: &sums)
            return sums
        }
    }

    /// Folds the whole journal, and looks at its rows on the way.
    private func fold(
        into folded: FoldedFile, _ key: DigestKey, against proof: Proof?
    ) throws(StoreError) -> (JournalCheck, [String]) {
        var check = try wrap { () throws(SQLiteError) in
            try JournalCheck(connection, after: 0, addingTo: JournalSums(key), against: proof)
        }
        // The first row that cannot be folded, where no fault of the journal explains it.
        var failure: StoreError?
        let hasLoneBody = try readJournal(after: 0, &check) { entry throws(StoreError) in
            guard failure == nil else { return }
            do throws(FoldFailure) { try folded.fold.apply(entry.event) } catch {
                // What could not be written is no fault of the row.
                if case .sqlite(let inner) = error, !inner.isConstraint {
                    throw StoreError(inner, path: path)
                }
                failure = .journal(seq: entry.seq ?? 0)
            }
        } unreadable: {
            failure = failure ?? .journal(seq: $0)
        }
        let strange = try strange(check, loneBody: hasLoneBody, isWhole: true)
        if let failure, strange != ["journal"] { throw failure }
        return (check, strange)
    }

    /// Reads the journal's rows once, for their own sake and for what they say; gives whether
    /// bodies stand there without a row.
    func readJournal(
        after seq: Int, _ check: inout JournalCheck,
        _ known: (JournalEntry) throws(StoreError) -> Void,
        unreadable: (Int) throws(StoreError) -> Void
    ) throws(StoreError) -> Bool {
        let (cursor, reader) = try wrap { () throws(SQLiteError) in
            (try JournalCursor(connection, after: seq), JSONReader(connection))
        }
        defer { cursor.close() }
        while try wrap({ () throws(SQLiteError) in try cursor.next() }) {
            let read = try wrap { () throws(SQLiteError) in
                let read = try Journal.entry(of: cursor, reader)
                var isLater = false
                if case .later = read { isLater = true }
                try check.look(at: cursor, isLater: isLater, reader)
                return read
            }
            switch read {
            case .known(let entry): try known(entry)
            case .later: break
            case .unreadable: try unreadable(cursor.row.int(0))
            }
        }
        return cursor.hasLoneBody
    }

    /// Whether the tables, indexes and triggers are those of this program.
    func strangeSchema() throws(StoreError) -> [String] {
        try wrap { () throws(SQLiteError) in
            let texts = try [connection, FoldedFile.fresh()].map { each throws(SQLiteError) in
                try each.statement(
                    "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY sql"
                ).all { $0.text(0) }
            }
            return texts[0] == texts[1] ? [] : ["schema"]
        }
    }

    /// Runs reads as of one moment.
    func asOfNow<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
        try wrap { () throws(SQLiteError) in
            try connection.execute("BEGIN")
            _ = try connection.statement("SELECT max(seq) FROM journal").first { $0.int(0) }
        }
        defer { try? connection.execute("COMMIT") }
        return try body()
    }
}
