import Repatriation
import SQLite

extension Store {
    /// The journal's rows about one subject, or all, as whoever looks may know them. Of what a
    /// later program wrote nobody can tell whom it is kept from: that it is there is told to those
    /// alone from whom nothing is.
    package func history(
        of subject: Int? = nil, later: (LaterRow) throws(StoreError) -> Void = { _ in },
        _ body: (JournalEntry) throws(StoreError) -> Void
    ) throws(StoreError) {
        let eyes = try eyes()
        var seen = SeenJournal(eyes, rows)
        try journal.read(
            where: subject == nil ? "1" : "subject = ?", [subject].compactMap { $0 },
            later: { row throws(StoreError) in if eyes.knowsEverything { try later(row) } },
            { entry throws(StoreError) in
                if let shown = try wrap({ () throws(SQLiteError) in try seen.seen(entry) }) {
                    try body(shown)
                }
            })
    }

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

/// A group that somebody of a list stands in already.
package struct GroupOfTheDay: Sendable, Equatable {
    /// Which.
    package let id: Identifier<Group>
    /// As it is called.
    package let name: String
    /// Whether the reader may be told that the person stands in it.
    package let isTold: Bool
}

extension Store {
    /// Everybody of a point's groups of a day, by what tells people on lists apart.
    package func listed(at code: PointCode, day: CivilDate) throws(StoreError) -> [String:
        GroupOfTheDay]
    {
        let eyes = try eyes()
        return try wrap { () throws(SQLiteError) in
            let groups = try rows.all(
                Group.self, "point = ? AND announcedAt > ?", .text(code.text),
                .int((day.daysSinceEpoch - 2) * 86_400_000)
            ).filter { $0.day == day }
            var known: [String: GroupOfTheDay] = [:]
            for group in groups {
                for person in try rows.all(Reception.self, "\"group\" = ?", .int(group.id.value)) {
                    known[person.likeness] = GroupOfTheDay(
                        id: group.id, name: group.name,
                        isTold: person.stage == .listed || person.isNamed(to: eyes))
                }
            }
            return known
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
