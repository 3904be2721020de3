import Repatriation
import SQLite

/// What takes two people: found again by its act, and decided anew when the second officer confirms it.
extension Store {
    /// What about somebody waits for a second officer, the newest first; lapsed ones too.
    func pendings(about subject: Int) throws(SQLiteError) -> [PendingAct] {
        try rows.all(PendingAct.self, "subject = ? AND state = 'open' ORDER BY askedAt DESC", .int(subject))
    }

    /// What an act left pending. Throws `unknownAct`.
    private func pending(_ act: Identifier<Act>) throws -> PendingAct {
        var found: Int?
        try journal.read(where: "act = ? AND kind = 'confirmationAsked'", [act.value]) { entry in
            found = entry.event.changes.first { $0.entries.contains { $0.field == "form" } }?.id
        }
        let pending: PendingAct? = try found.map { try rows.find(Identifier($0)) } ?? nil
        guard let pending else { throw Refusal(.unknownAct) }
        return pending
    }

    /// Whether the first officer lately set the second one's password, and could be both: for a day where it took the
    /// place of another, for an hour where it was the first.
    private func gavePassword(
        _ first: Identifier<Officer>, to second: Identifier<Officer>, _ now: Instant
    ) throws(SQLiteError) -> Bool {
        let given = try connection.statement(
            """
            SELECT at, EXISTS (SELECT 1 FROM journal e WHERE e.subject = j.subject AND e.kind = j.kind AND e.seq < j.seq)
            FROM journal j WHERE subject = ? AND kind = 'passwordSet' AND officer = ? ORDER BY seq DESC LIMIT 1
            """
        ).bind(second.value).bind(first.value).first { (Instant(milliseconds: $0.int(0)), $0.int(1) == 1) }
        return given.map { now.distance(to: $0.0) < ($0.1 ? 86_400 : 3600) } ?? false
    }

    /// The command of the first officer, with the second beside it; both may do it as of now.
    func load(
        confirming act: Identifier<Act>, _ officer: Officer, _ ids: IdentifierSource, _ now: Instant
    ) throws -> Loaded {
        let pending = try pending(act)
        try pending.checkConfirmation(by: officer, at: now)
        guard try !gavePassword(pending.askedBy, to: officer.id, now) else { throw Refusal(.secondOfficer) }
        guard let line = try JSONReader(connection).read(pending.form), let first = try self.officer(pending.askedBy)
        else { throw StoreError.damaged(path: path) }
        let command = try Command(line)
        let asked = try commandOfficer(first.id)
        for each in [asked, officer] { try Permissions.check(command, by: each, isDrill: isDrill) }
        var loaded = try load(command, by: Acting(officer: asked, confirmer: officer), ids: ids, now: now)
        let decide = loaded.decide
        loaded.decide = {
            var decision = try decide()
            guard let event = decision.events.first else { throw Refusal(.notPending) }
            decision.events[0] = Event(
                event.kind, subject: event.subject, changes: event.changes + [pending.confirmed(by: officer)])
            return decision
        }
        loaded.actor = officer.id
        return loaded
    }

    /// The acts that wait for a second officer about somebody, who asked for them and when, the newest first.
    package func pendingActs(
        about subject: Int, now: Instant
    ) throws(StoreError) -> [(act: Identifier<Act>, asked: PendingAct)] {
        try wrap { () throws(SQLiteError) in
            var found: [(act: Identifier<Act>, asked: PendingAct)] = []
            for asked in try pendings(about: subject) where asked.isOpen(at: now) {
                // The first fact that names it is the one that asked for it.
                let act = try connection.statement(
                    """
                    SELECT act FROM journal WHERE subject = ? AND kind = 'confirmationAsked' AND instr(payload, ?) > 0
                    ORDER BY seq LIMIT 1
                    """
                ).bind(subject).bind("\"pendingAct:\(asked.id.value)\"").first { Identifier<Act>($0.int(0)) }
                if let act { found.append((act, asked)) }
            }
            return found
        }
    }

    /// The newest of them; nil when none waits.
    package func pendingAct(
        about subject: Int, now: Instant
    ) throws(StoreError) -> (act: Identifier<Act>, asked: PendingAct)? {
        try pendingActs(about: subject, now: now).first
    }
}
