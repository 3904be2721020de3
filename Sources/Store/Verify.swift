import Glibc
import Repatriation
import SQLite

/// What `verify` found.
package enum Verdict: Sendable, Equatable {
    /// Everything holds; so many events were read. What a later program wrote is not among them
    /// (``Store/laterEvents()``).
    case holds(events: Int)
    /// Tables that are not what the journal says.
    case differs([String])
    /// SQLite itself finds the file damaged.
    case damaged(String)
}

extension Verdict {
    /// With what was found before.
    fileprivate func and(_ others: [String]) -> Verdict {
        switch self {
        case .holds where others.isEmpty, .damaged: self
        case .holds: .differs(others)
        case .differs(let own): .differs((own + others).sorted())
        }
    }
}

extension Store {
    /// Checks the file, the foreign keys, and that the journal folded again gives every table as it
    /// is.
    ///
    /// `quick` checks SQLite's quick list, every count, and what the last day's events set. Throws
    /// when it cannot work.
    package func verify(quick: Bool) throws(StoreError) -> Verdict {
        let damage = try wrap { () throws(SQLiteError) in
            try connection.statement(quick ? "PRAGMA quick_check(5)" : "PRAGMA integrity_check(20)")
                .all { $0.text(0) }
        }
        guard damage == ["ok"] else { return .damaged(damage.joined(separator: "; ")) }
        let orphans = try wrap { () throws(SQLiteError) in
            try connection.statement("PRAGMA foreign_key_check").all { $0.text(0) }
        }
        guard orphans.isEmpty else { return .differs(orphans) }
        let strange = try strangeNumbers(quick: quick)
        // What cannot be read in order cannot be folded.
        guard !strange.contains("journal") else { return .differs(strange) }
        return (quick ? try verifyQuickly() : try verifyFold()).and(strange)
    }

    /// How many events are of a kind or version that only a later program knows: kept, never
    /// folded, and no damage.
    package func laterEvents() throws(StoreError) -> Int {
        try wrap { () throws(SQLiteError) in try journal.laterRows() }
    }

    private func verifyFold() throws(StoreError) -> Verdict {
        let temporary = try Temporary(beside: path, .fold)
        let other: Connection
        do {
            other = try Connection(path: temporary.path, mode: .write)
            try other.execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY")
            try Schema.migrator.migrate(other)
        } catch { throw StoreError(error, path: path) }
        // One snapshot for the fold and the comparison, so that desks at work change neither.
        try wrap { () throws(SQLiteError) in
            try connection.statement("ATTACH ? AS fold").bind(temporary.path).run()
            _ = try connection.statement("SELECT count(*) FROM fold.meta").first { $0.int(0) }
        }
        // A check that is killed leaves nobody's names behind.
        temporary.forgetName()
        defer { try? connection.execute("DETACH fold") }
        try wrap { () throws(SQLiteError) in
            try connection.execute("BEGIN")
            _ = try connection.statement("SELECT max(seq) FROM journal").first { $0.int(0) }
        }
        defer { try? connection.execute("COMMIT") }
        let events = try fold(into: other)
        return try compare(events: events)
    }

    private func fold(into other: Connection) throws(StoreError) -> Int {
        var events = 0
        let fold = Fold(other)
        do throws(SQLiteError) { try other.execute("BEGIN") } catch {
            throw StoreError(error, path: path)
        }
        try journal.read { entry throws(StoreError) in
            events += 1
            do throws(FoldFailure) { try fold.apply(entry.event) } catch {
                // What could not be written is no fault of the row.
                if case .sqlite(let inner) = error, !inner.isConstraint {
                    throw StoreError(inner, path: path)
                }
                throw StoreError.journal(seq: entry.seq ?? 0)
            }
        }
        do throws(SQLiteError) {
            try fold.flush()
            try other.execute("COMMIT")
        } catch { throw StoreError(error, path: path) }
        return events
    }

    private func compare(events: Int) throws(StoreError) -> Verdict {
        try wrap { () throws(SQLiteError) in
            var different: [String] = []
            let texts = try ["main", "fold"].map { schema throws(SQLiteError) in
                try connection.statement(
                    "SELECT sql FROM \(schema).sqlite_schema WHERE sql IS NOT NULL ORDER BY sql"
                )
                .all { $0.text(0) }
            }
            if texts[0] != texts[1] { different.append("schema") }
            for (schema, view) in [("main", "main_names"), ("fold", "fold_names")] {
                try connection.execute(
                    "CREATE VIRTUAL TABLE temp.\(view) USING fts5vocab(\(schema), names, instance)")
            }
            defer {
                try? connection.execute("DROP TABLE temp.main_names; DROP TABLE temp.fold_names")
            }
            // A count of nothing and a row without a value are none.
            let plain = (EntityKind.allCases.map(\.rawValue) + ["block", "place"]).map { ($0, "") }
            let twins = Rows.restrictedTables.map { table in
                let known = table.columns.map { "\"\($0)\" IS NOT NULL" }.joined(separator: " OR ")
                return (table.name, " WHERE \(known)")
            }
            for (table, filter) in plain + [("cell", " WHERE n <> 0")] + twins {
                let sides = [("main", "fold"), ("fold", "main")]
                for (one, other) in sides {
                    let sql = """
                        SELECT count(*) FROM (SELECT * FROM \(one)."\(table)"\(filter)
                        EXCEPT SELECT * FROM \(other)."\(table)"\(filter))
                        """
                    if try connection.statement(sql).first({ $0.int(0) }) != 0 {
                        different.append(table)
                    }
                }
            }
            for (one, other) in [("main", "fold"), ("fold", "main")] {
                let sql = """
                    SELECT count(*) FROM (SELECT term, doc FROM temp.\(one)_names
                    EXCEPT SELECT term, doc FROM temp.\(other)_names)
                    """
                if try connection.statement(sql).first({ $0.int(0) }) != 0 {
                    different.append("names")
                }
            }
            return different.isEmpty
                ? .holds(events: events) : .differs(Array(Set(different)).sorted())
        }
    }
}
