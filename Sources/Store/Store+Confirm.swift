import Repatriation
import SQLite

/// What takes two people: found again by its act, and decided anew when the second officer confirms
/// it.
extension Store {
    /// What about somebody waits for a second officer, the newest first; lapsed ones too.
    func pendings(about subject: Int) throws(SQLiteError) -> [PendingAct] {
        try rows.all(
            PendingAct.self, "subject = ? AND state = 'open' ORDER BY askedAt DESC", .int(subject))
    }

    /// What an act left pending. Throws `unknownAct`.
    func pending(_ act: Identifier<any Act>) throws -> PendingAct {
        var found: Int?
        try journal.read(where: "act = ? AND kind = 'confirmationAsked'", [act.value]) { entry in
            found = entry.event.changes.first { $0.entries.contains { $0.field == "form" } }?.id
        }
        let pending: PendingAct? = try found.map { try rows.find(Identifier($0)) } ?? nil
        guard let pending else { throw Refusal(.unknownAct) }
        return pending
    }

    /// What was asked for. A password is confirmed only by setting it, never by the act alone.
    func act(of pending: PendingAct) throws -> any Act {
        if pending.command == .notePassword {
            guard isSettingPassword else { throw Refusal(.notPending) }
            return NotePassword(of: Identifier(pending.subject))
        }
        guard let line = try JSONReader(connection).read(pending.form) else {
            throw StoreError.damaged(path: path)
        }
        return try Acts.read(pending.command, line)
    }

    /// Whether what waits is this very act: of its kind, with equal parameters. What cannot be read
    /// is none.
    func asks(_ pending: PendingAct, for act: any Act) -> Bool {
        guard pending.command == type(of: act).name, let asked = try? self.act(of: pending) else {
            return false
        }
        return asked.isSame(as: act)
    }

    /// The same of an act that somebody else asked for: who repeats it confirms it.
    package func asks(_ pending: PendingAct, for act: any Act, besides officer: Officer) -> Bool {
        pending.askedBy != officer.id && asks(pending, for: act)
    }

    /// Who gave these officers their identities in the last day, and who gave theirs to those.
    func lineage(of officers: [Identifier<Officer>], _ now: Instant) throws -> Lineage {
        let since = now.adding(minutes: -Lineage.minutes).milliseconds
        // A clock that went back opens no first day again.
        let newest = max(now, try witness().newest).adding(minutes: -Lineage.minutes).milliseconds
        let created =
            try connection.statement("SELECT at FROM journal WHERE seq = 1").first { $0.int(0) }
            ?? 0
        var lineage = Lineage(isFirstDay: newest < created)
        var (open, seen) = (officers, Set(officers))
        let kinds = Event.identityKinds.map { "'\($0.rawValue)'" }.joined(separator: ",")
        while let next = open.popLast() {
            try journal.requireKnown(where: "subject = ? AND at > ?", [next.value, since])
            try journal.read(
                where: "subject = ? AND at > ? AND kind IN (\(kinds))", [next.value, since]
            ) { entry in
                let givers = entry.event.identityGivers(entry.officer, isPractice: isDrill)
                lineage.note(next, from: givers)
                open += givers.filter { seen.insert($0).inserted }
            }
        }
        return lineage
    }

    /// What waits for a second officer about a subject; with whom somebody would leave, or their
    /// new age, where told. To which authority a child goes is told to whoever may confirm it:
    /// nobody puts their name to what they do not see.
    func pendingNote(
        about subject: Int, at point: ReceivingPoint, _ now: Instant, isTold: Bool
    ) throws(StoreError) -> PendingNote? {
        guard let (act, asked) = try pendingAct(about: subject, now: now), let at = asked.askedAt
        else { return nil }
        let name = try officer(asked.askedBy)?.short ?? "?"
        let line = try wrap { () throws(SQLiteError) in try JSONReader(connection).read(asked.form)
        }
        let command = line.flatMap { try? Command($0) }
        let release = command?.act(ReleasePerson.self)?.release
        let age = isTold ? command?.act(CorrectAge.self)?.correction : nil
        var note = PendingNote(
            act: act, officer: asked.askedBy, name: name, at: try zone(point.zone).local(at),
            release: isTold || release?.how == .dif ? release : nil, age: age)
        note.needsPassword = !asked.askedProof.isOwn
        return note
    }

    /// The acts that wait for a second officer about somebody, who asked for them and when, the
    /// newest first.
    package func pendingActs(
        about subject: Int, now: Instant
    ) throws(StoreError) -> [(act: Identifier<any Act>, asked: PendingAct)] {
        try wrap { () throws(SQLiteError) in
            var found: [(act: Identifier<any Act>, asked: PendingAct)] = []
            for asked in try pendings(about: subject) where asked.isOpen(at: now) {
                // The first fact that names it is the one that asked for it.
                let act = try connection.statement(
                    """
                    SELECT act FROM journal WHERE subject = ? AND kind = 'confirmationAsked'
                    AND instr(payload, ?) > 0
                    ORDER BY seq LIMIT 1
                    """
                ).bind(subject).bind("\"pendingAct:\(asked.id.value)\"").first {
                    Identifier<any Act>($0.int(0))
                }
                if let act { found.append((act, asked)) }
            }
            return found
        }
    }

    /// The newest of them; nil when none waits.
    package func pendingAct(
        about subject: Int, now: Instant
    ) throws(StoreError) -> (act: Identifier<any Act>, asked: PendingAct)? {
        try pendingActs(about: subject, now: now).first
    }
}
