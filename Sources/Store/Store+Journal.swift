import Repatriation
import SQLite

extension Store {
    /// How many events, people received ever and inside now, for `doctor`.
    package func figures() throws(StoreError) -> (events: Int, receptions: Int, inside: Int) {
        try wrap { () throws(SQLiteError) in
            let events =
                try connection.statement("SELECT count(*) FROM journal").first { $0.int(0) } ?? 0
            let people =
                try connection.statement("SELECT count(*) FROM reception").first { $0.int(0) } ?? 0
            let inside =
                try connection.statement("SELECT sum(n) FROM cell WHERE measure = 1").first {
                    $0.int(0)
                } ?? 0
            return (events, people, inside)
        }
    }

    /// The group of a point, of this working day or the two before, that already has this list; nil
    /// when none.
    package func group(with fingerprint: String, at code: PointCode, day: CivilDate)
        throws(StoreError) -> Group?
    {
        try wrap { () throws(SQLiteError) in
            try rows.all(
                Group.self, "point = ? AND lists IS NOT NULL AND announcedAt > ?", .text(code.text),
                .int((day.daysSinceEpoch - 2) * 86_400_000)
            )
            .first { ($0.lists ?? "").split(separator: " ").contains(Substring(fingerprint)) }
        }
    }
}

extension Store {
    /// The number of the journal's last row. Throws `newer` when another program has migrated
    /// the file meanwhile, and `moved` when it is no longer the one that this process has open.
    package func newestEvent() throws(StoreError) -> Int {
        guard areInPlace() else { throw whyMoved }
        let found = try wrap { () throws(SQLiteError) in
            try connection.statement(
                "SELECT max(seq), (SELECT user_version FROM pragma_user_version) FROM journal"
            )
            .first { (seq: $0.int(0), version: $0.int(1)) }
        }
        guard let found, found.version <= Store.schemaVersion else { throw .newer(path: path) }
        return found.seq
    }

    /// The newest schema this program knows.
    package static var schemaVersion: Int { Schema.migrator.newest }
}

extension Store {
    /// The first people of a group who are still only on its list.
    package func firstListed(in group: Identifier<Group>, most: Int) throws(StoreError)
        -> [Identifier<Reception>]
    {
        try wrap { () throws(SQLiteError) in
            try connection.statement(
                """
                SELECT id FROM reception WHERE \"group\" = ? AND stage = 'listed' ORDER BY \
                listNumber LIMIT ?
                """
            ).bind(group.value).bind(most).all { Identifier($0.int(0)) }
        }
    }
}
