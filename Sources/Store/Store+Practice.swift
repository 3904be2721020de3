import Repatriation
import SQLite

/// What a practice keeps beside its journal.
package struct PracticeNote: Sendable, Equatable {
    /// What it is.
    package enum Kind: String, Sendable {
        /// The scenario's own text, under its name.
        case scenario
        /// What it was drawn with.
        case seed
        /// What a name of the scenario stands for.
        case name
        /// What the trainee was told.
        case told
        /// Up to when it was lived; the last of these stands for all.
        case lived
        /// From when the trainee works; what comes before was lived by a player.
        case works
        /// Who works on the store, by the name of a class, and at which desk.
        case trainee
        /// What the trainer said to whoever works, and to whom.
        case message
        /// What the trainer wrote down, and of whom.
        case remark
    }

    /// When, by the clock of the practice.
    package let at: Instant
    /// What it is.
    package let kind: Kind
    /// Of what.
    package let name: String
    /// In words.
    package let text: String

    /// A note.
    package init(_ kind: Kind, _ name: String, _ text: String, at: Instant) {
        self.kind = kind
        self.name = name
        self.text = text
        self.at = at
    }
}

extension Store {
    /// Keeps a note. Throws `Refusal` `onlyInDrill` in a store of real people.
    package func note(_ note: PracticeNote) throws {
        guard isDrill else { throw Refusal(.onlyInDrill) }
        let insert = "INSERT INTO practice (at, kind, name, text) VALUES (?,?,?,?)"
        try exclusively(
            { () throws(any Error) in
                try connection.statement(insert)
                    .bind(note.at.milliseconds).bind(note.kind.rawValue).bind(note.name)
                    .bind(note.text).run()
            }, orWrap: { $0 })
    }

    /// Keeps up to when a practice was lived, in the place of what was kept of that before. Throws
    /// `Refusal` `onlyInDrill` in a store of real people.
    package func noteLived(until now: Instant) throws {
        guard isDrill else { throw Refusal(.onlyInDrill) }
        try exclusively(
            { () throws(any Error) in
                try connection.execute("DELETE FROM practice WHERE kind = 'lived'")
                try connection.statement(
                    "INSERT INTO practice (at, kind, name, text) VALUES (?,'lived','lived','')"
                ).bind(now.milliseconds).run()
            }, orWrap: { $0 })
    }

    /// The notes, in the order in which they were made; none of kinds of a later program.
    package func practiceNotes() throws(StoreError) -> [PracticeNote] {
        try wrap { () throws(SQLiteError) in
            try connection.statement("SELECT at, kind, name, text FROM practice ORDER BY id").all {
                row in
                PracticeNote.Kind(rawValue: row.text(1)).map {
                    PracticeNote($0, row.text(2), row.text(3), at: row.instant(0))
                }
            }.compactMap { $0 }
        }
    }

    /// The facts of a practice after a row, in order, and the last row's number. Throws `Refusal`
    /// `onlyInDrill` in a store of real people, of whom nobody reads the whole journal.
    package func practiceFacts(after seq: Int) throws -> (entries: [JournalEntry], last: Int) {
        guard isDrill else { throw Refusal(.onlyInDrill) }
        var entries: [JournalEntry] = []
        try Journal(connection: connection).read(after: seq) { entries.append($0) }
        return (entries, entries.last?.seq ?? seq)
    }

    /// A digest of every fact of a practice with all that it says, but for the account of the
    /// machine it ran on: equal for equal journals.
    package func practiceDigest() throws -> String {
        guard isDrill else { throw Refusal(.onlyInDrill) }
        var digest = RowDigest(DigestKey(first: 0, second: 0))
        _ = try connection.statement(
            """
            SELECT j.seq, j.at, j.point, j.desk, j.officer, j.kind, j.subject, j.undoes, j.payload,
            b.class, CASE WHEN j.kind <> 'officerAdded' THEN b.body END
            FROM journal j LEFT JOIN journal_body b ON b.seq = j.seq ORDER BY j.seq, b.class
            """
        ).all { digest.add($0, 0..<11) }
        return padded(digest.value)
    }

    private func padded(_ value: UInt64) -> String {
        let hex = String(value, radix: 16)
        return String(repeating: "0", count: 16 - hex.count) + hex
    }
}
