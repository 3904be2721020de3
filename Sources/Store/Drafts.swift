import Repatriation
import SQLite

/// Something typed and not yet saved.
package struct Draft: Sendable, Equatable {
    /// The screen it was typed on.
    package let screen: String
    /// What it is about.
    package let subject: Int
    /// When the last field was written.
    package let at: Instant
    /// The fields.
    package let fields: [String: String]
}

extension Store {
    /// Keeps one field as it is typed; an empty text is an answer taken back, nil forgets the
    /// field.
    package func saveDraft(
        _ screen: String, subject: Int, field: String, value: String?,
        by officer: Identifier<Officer>, at now: Instant
    ) throws(StoreError) {
        try keep { () throws(SQLiteError) in
            try connection.statement(
                """
                DELETE FROM draft WHERE officer = ? AND screen = ? AND subject = ? AND \
                discarded IS NOT NULL
                """
            ).bind(officer.value).bind(screen).bind(subject).run()
            // What is about nobody who is here yet goes with nobody's record: it is kept
            // for a day.
            try connection.statement("DELETE FROM draft WHERE subject = 0 AND at < ?")
                .bind(now.adding(minutes: -Store.draftMinutes).milliseconds).run()
            guard let value else {
                try connection.statement(
                    """
                    DELETE FROM draft WHERE officer = ? AND screen = ? AND subject = ? \
                    AND field = ?
                    """
                ).bind(officer.value).bind(screen).bind(subject).bind(field).run()
                return
            }
            try connection.statement(
                """
                INSERT OR REPLACE INTO draft (officer, screen, subject, field, value, at)
                VALUES (?,?,?,?,?,?)
                """
            )
            .bind(officer.value).bind(screen).bind(subject).bind(field).bind(value)
            .bind(now.milliseconds).run()
        }
    }

    /// For how long what was put aside can be brought back, and what is about nobody yet is kept.
    static let draftMinutes = 1440

    /// Who else has typed about somebody and not saved, the last first, as far as the reader may
    /// know.
    func draftOwners(
        about person: Reception, besides officer: Identifier<Officer>, _ reader: Reader,
        on day: CivilDate
    ) throws(StoreError) -> [DraftOwner] {
        var told: [DraftOwner] = []
        for owner in try draftOwners(of: person.id.value, besides: officer)
        where try isDraftTold(of: owner.officer, about: person, reader, on: day) {
            told.append(owner)
        }
        return told
    }

    /// What child protection, or the lead, has typed about a child stays inside the lane.
    func isDraftTold(
        of owner: Identifier<Officer>, about person: Reception, _ reader: Reader, on day: CivilDate
    ) throws(StoreError) -> Bool {
        guard person.isChild(on: day), !reader.reads(.restricted) else { return true }
        return try officer(owner)?.acting(isDrill: isDrill).isOfTheLane != true
    }

    /// Who else has typed about somebody and not saved, the last first, whoever may know it.
    func draftOwners(
        of subject: Int, besides officer: Identifier<Officer>
    ) throws(StoreError) -> [DraftOwner] {
        try wrap { () throws(SQLiteError) in
            try connection.statement(
                """
                SELECT officer, max(at) FROM draft
                WHERE subject = ? AND officer <> ? AND screen = 'interview' AND discarded IS NULL
                GROUP BY
                officer ORDER BY max(at) DESC
                """
            ).bind(subject).bind(officer.value).all {
                DraftOwner(officer: Identifier($0.int(0)), at: Instant(milliseconds: $0.int(1)))
            }
        }
    }

    /// Puts a draft aside by hand, or gives it back: how many fields that was.
    ///
    /// Whoever types anew, or saves, has no draft to be given back; what was put aside over a day
    /// ago is gone for good.
    package func discardDraft(
        _ screen: String, subject: Int, of officer: Identifier<Officer>, isDiscarded: Bool,
        at now: Instant
    ) throws(StoreError) -> Int {
        try keep { () throws(SQLiteError) in
            try connection.statement("DELETE FROM draft WHERE discarded < ?")
                .bind(now.adding(minutes: -Store.draftMinutes).milliseconds).run()
            try connection.statement(
                """
                UPDATE draft SET discarded = ? WHERE officer = ? AND screen = ?
                AND subject = ?
                AND (discarded IS NULL) = ?
                """
            ).bind(isDiscarded ? now.milliseconds : nil).bind(officer.value).bind(screen)
                .bind(subject)
                .bind(isDiscarded ? 1 : 0).run()
            return connection.changes
        }
    }

    /// Moves the interview that one officer has begun of somebody to another; of a field that both
    /// have, the newer text stays.
    func moveDraft(of subject: Int, from: Int, to: Int) throws(SQLiteError) {
        try connection.statement(
            """
            DELETE FROM draft WHERE officer = ? AND subject = ? AND screen = 'interview'
            AND discarded IS NOT NULL
            """
        ).bind(to).bind(subject).run()
        try connection.statement(
            """
            DELETE FROM draft WHERE officer = ?1 AND subject = ?2 AND screen = 'interview'
            AND EXISTS (SELECT 1 FROM draft o WHERE o.officer = ?3 AND o.subject = ?2
            AND o.screen = draft.screen AND o.field = draft.field AND o.discarded IS NULL
            AND o.at >= draft.at)
            """
        ).bind(to).bind(subject).bind(from).run()
        try connection.statement(
            """
            UPDATE OR IGNORE draft SET officer = ? WHERE officer = ? AND subject = ?
            AND screen = 'interview'
            AND discarded IS NULL
            """
        ).bind(to).bind(from).bind(subject).run()
        // What was older than this officer's own is put aside for good: nobody meets it again as
        // unsaved, and it is no act of the other's to take back.
        try connection.statement(
            """
            UPDATE draft SET discarded = 0 WHERE officer = ? AND subject = ? AND screen = \
            'interview'
            """
        ).bind(from).bind(subject).run()
    }

    /// Forgets a draft: it was saved.
    package func dropDraft(_ screen: String, subject: Int, of officer: Identifier<Officer>)
        throws(StoreError)
    {
        try keep { () throws(SQLiteError) in
            try connection.statement(
                "DELETE FROM draft WHERE officer = ? AND screen = ? AND subject = ?"
            )
            .bind(officer.value).bind(screen).bind(subject).run()
        }
    }
}
