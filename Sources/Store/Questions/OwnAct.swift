import Repatriation
import SQLite

/// By the journal, whichever program it was done with.
extension LastOwnAct: Readable {
    package var reading: Reading<OwnAct?> { Reading { try $0.ownAct() } }
}

extension ActToUndo: Readable {
    package var reading: Reading<OwnAct?> { Reading { try $0.told(act) } }
}

extension Look {
    fileprivate func told(_ act: Identifier<any Act>) throws -> OwnAct? {
        var first: JournalEntry?
        try journal.read(where: "act = ?", [act.value]) { first = first ?? $0 }
        guard let officer, let first else { return nil }
        let told = try told(OwnAct(.act(act), at: first.at), officer)
        return told.events.isEmpty ? nil : told
    }

    fileprivate func ownAct() throws -> OwnAct? {
        guard let officer else { return nil }
        let act = try lastAct(of: officer)
        let draft = try lastDiscarded(of: officer)
        if let draft, draft.at >= act?.at ?? draft.at { return draft }
        guard let act else { return nil }
        return try told(act, officer)
    }

    /// How many facts back an act is looked for: one that lies further back is long past being
    /// taken back.
    static let farthest = 20_000

    private func lastAct(of officer: Identifier<Officer>) throws -> OwnAct? {
        let session = EventKind.allCases.filter(\.isOfSession).map { "'\($0.rawValue)'" }.joined(
            separator: ",")
        return try connection.statement(
            """
            SELECT act, at FROM journal j WHERE officer = ? AND kind NOT IN (\(session))
            AND seq > (SELECT max(seq) FROM journal) - \(Look.farthest)
            AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.undoes = j.act)
            ORDER BY seq DESC LIMIT 1
            """
        ).bind(officer.value).first {
            OwnAct(.act(Identifier($0.int(0))), at: Instant(milliseconds: $0.int(1)))
        }
    }

    private func lastDiscarded(of officer: Identifier<Officer>) throws -> OwnAct? {
        let found = try connection.statement(
            """
            SELECT screen, subject, discarded FROM draft WHERE officer = ? AND discarded >= ?
            ORDER BY discarded DESC LIMIT 1
            """
        ).bind(officer.value).bind(now.adding(minutes: -Store.draftMinutes).milliseconds)
            .first { ($0.text(0), $0.int(1), $0.int(2)) }
        guard let (screen, subject, at) = found else { return nil }
        let person = subject > 0 ? Identifier<Reception>(subject) : nil
        var act = OwnAct(.draft(DraftKey(screen, about: person)), at: Instant(milliseconds: at))
        act.person = try person.flatMap { try reception($0) }
        return act
    }

    /// The act with whom it was about, and why it would be refused if it were taken back now.
    private func told(_ found: OwnAct, _ officer: Identifier<Officer>) throws -> OwnAct {
        guard case .act(let id) = found.what else { return found }
        var act = found
        var entries: [JournalEntry] = []
        try journal.read(where: "act = ?", [id.value]) { entries.append($0) }
        act.events = try entries.compactMap(seen).map(\.event)
        act.point = entries.first.flatMap { PointCode($0.point) }
        try tellWhose(&act)
        do {
            let own = try store.commandOfficer(officer)
            let undo = Undo(id)
            try Permissions.check(undo, by: own, isDrill: store.isDrill)
            let acting = Acting(officer: own, proof: .account, clock: try store.witness())
            let facts = StoreFacts(store: store, acting: acting, now: now)
            try undo.check(facts)
            let ids = IdentifierSource(origin: 1, counter: 1)
            let (context, _) = try store.moment(undo.seat(facts).point, acting, ids, now)
            let decision = try undo.decide(context, facts)
            try checkLane(decision, context)
            act.restored = restored(by: decision, of: act.events)
        } catch let refusal as Refusal {
            act.refusal = refusal
            if refusal.code == .somethingDependsOnIt {
                act.obstacle = try obstacle(entries, officer)
            }
        }
        return act
    }

    /// Whom, or which group, it was about: whose record it changed, else whose it is a step, a list
    /// or a paper of.
    private func tellWhose(_ act: inout OwnAct) throws {
        let changes = act.events.flatMap(\.changes)
        let subject = act.events.telling?.subject
        let changed = changes.first { $0.kind == .reception }?.id
        act.person = try (changed ?? subject).flatMap { try reception(Identifier($0)) }
        guard act.person == nil else { return }
        let group = changes.first { $0.kind == .group }?.id ?? subject
        let found: Group? = try group.flatMap { try rows.find(Identifier($0)) }
        act.group = found?.name
    }

    /// What would be set again of what whoever asks knows to have been set.
    private func restored(by decision: Decision, of events: [Event]) -> [Change] {
        let known = Set(events.flatMap(\.changes).map { EntityKey($0.kind, $0.id) })
        return decision.events.flatMap(\.changes).filter { known.contains(.init($0.kind, $0.id)) }
            .map { change in
                Change(
                    kind: change.kind, id: change.id,
                    entries: change.entries.filter { reader.reads($0.access) })
            }
    }

    /// What the child lane's guard would refuse as the facts are written is not offered.
    private func checkLane(_ decision: Decision, _ context: Context) throws {
        let watch = LaneWatch(context: context, ground: decision.ground)
        for event in decision.events {
            for change in event.changes where change.kind == .reception {
                guard let before: Reception = try rows.find(Identifier(change.id)) else { continue }
                var after = before
                _ = after.apply(change)
                try watch.check(before, after, change, event.kind)
            }
        }
    }

    /// The last that somebody else did on the same people after it.
    private func obstacle(_ entries: [JournalEntry], _ officer: Identifier<Officer>) throws
        -> OwnAct.Obstacle?
    {
        guard let start = entries.last?.seq else { return nil }
        var found: JournalEntry?
        for subject in Set(entries.map(\.event.subject)) {
            try journal.read(after: start, where: "subject = ?", [subject]) { entry in
                guard entry.officer != officer, entry.event.kind != .undone else { return }
                if entry.seq ?? 0 > found?.seq ?? 0 { found = entry }
            }
        }
        // What the reader may not know of stands in nobody's way by name.
        guard let told = try found.flatMap(seen) else { return nil }
        let who = try short(told.officer) ?? ""
        return OwnAct.Obstacle(officer: who, at: told.at, events: [told.event])
    }
}
