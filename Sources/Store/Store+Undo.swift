import Repatriation
import SQLite

extension Store {
    /// Loads an act, what came after it on the same subjects, and the values before it by folding their history.
    func load(_ act: Identifier<any Act>, _ acting: Acting, _ ids: IdentifierSource, _ now: Instant) throws -> Loaded {
        let officer = acting.officer
        var entries: [JournalEntry] = []
        try journal.read(where: "act = ?", [act.value]) { entries.append($0) }
        guard let first = entries.first else { throw Refusal(.unknownAct) }
        // What somebody else did is taken back by whoever leads.
        guard first.officer == officer.id || officer.leads || isDrill && officer.effectiveRoles.contains(.trainer)
        else {
            throw try isSeen(first, by: acting.reader) ? Refusal.notAllowed([.lead]) : Refusal(.unknownAct)
        }
        guard let code = PointCode(first.point), let point = try self.point(code) else { throw Refusal(.notUndoable) }
        let zone = try zone(point.zone)
        let context = Context(now: now, zone: zone, cut: point.cut, acting, ids: ids)
        let start = first.seq ?? 0
        let later = try later(than: act, start, Set(entries.map(\.event.subject)))
        var before: [EntityKey: [String: Value]] = [:]
        var current: [EntityKey: [String: Value]] = [:]
        for entry in entries {
            for change in entry.event.changes {
                let key = EntityKey(change.kind, change.id)
                before[key] = try values(of: key, in: entry.event.subject, before: start)
                current[key] = try values(of: key, in: entry.event.subject, before: Int.max)
            }
        }
        let person = entries.first?.event.subject ?? 0
        var situation = UndoSituation(
            context: context, act: act, doneAt: first.at, events: entries.map(\.event), later: later, before: before,
            current: current, isSettled: try isSettled(person),
            isDeskTaken: try isDeskTaken(person, before, point.code),
            sinceTier2: point.sinceTier2, earlierSinceTier2: try earlierShare(entries, point.code))
        situation.isOwn = first.officer == officer.id
        situation.isOffList = try rows.find(Identifier<Reception>(person))?.isOffList ?? false
        situation.isPersonElsewhere = try isPersonElsewhere(person, before)
        let given = situation
        return Loaded(
            context: context, offset: zone.offset(at: now), point: code, desk: first.desk,
            decide: { try UndoRules.decide(given) })
    }

    /// What came after an act on the same subjects; what was taken back since came to nothing.
    private func later(
        than act: Identifier<any Act>, _ start: Int, _ subjects: Set<Int>
    ) throws -> [Event] {
        var entries: [JournalEntry] = []
        for subject in subjects {
            try journal.read(where: "subject = ?", [subject]) { entry in
                if let seq = entry.seq, seq > start, entry.act != act { entries.append(entry) }
            }
        }
        let undone = Set(entries.compactMap(\.event.undoes).filter { $0 != act })
        return entries.filter { entry in
            !undone.contains(entry.act) && !(entry.event.undoes.map(undone.contains) ?? false)
        }.map(\.event)
    }

    /// Whether whoever acts may know of the act at all: it stands in the journal as they read it.
    func isSeen(_ first: JournalEntry, by reader: Reader) throws -> Bool {
        var seen = SeenJournal(reader, rows)
        var isSeen = false
        try journal.read(where: "subject = ?", [first.event.subject]) { entry throws(StoreError) in
            // Every one is looked at: a mark is told by what it changes.
            let shown = try wrap { () throws(SQLiteError) in try seen.seen(entry) }
            isSeen = isSeen || shown != nil && entry.act == first.act
        }
        return isSeen
    }

    private func isSettled(_ person: Int) throws(SQLiteError) -> Bool {
        guard let reception: Reception = try rows.find(Identifier(person)) else { return false }
        let group: Group? = try rows.find(reception.group)
        return group?.stage == .balanced || group?.stage == .concluded
    }

    /// Whether the person that the reception had before is inside with another reception, while this one is inside too.
    private func isPersonElsewhere(
        _ subject: Int, _ before: [EntityKey: [String: Value]]
    ) throws(SQLiteError) -> Bool {
        guard case .int(let former)? = before[EntityKey(.reception, subject)]?["person"],
            let now: Reception = try rows.find(Identifier(subject)), now.isInside, now.person.value != former
        else { return false }
        return try connection.statement(
            "SELECT 1 FROM reception WHERE person = ? AND id <> ? AND \(Inside.sql)"
        ).bind(former).bind(subject).first { $0.int(0) } != nil
    }

    /// Whether going back to the desk would meet somebody else there.
    private func isDeskTaken(
        _ person: Int, _ before: [EntityKey: [String: Value]], _ point: PointCode
    ) throws(SQLiteError) -> Bool {
        guard let former = before[EntityKey(.reception, person)], case .int(let desk)? = former["desk"],
            case .text(let stage)? = former["stage"],
            let now: Reception = try rows.find(Identifier(person)), now.desk != desk || now.stage.rawValue != stage
        else { return false }
        let load = try deskLoad(point, desk)
        return stage == Stage.called.rawValue && load.called != nil
            || stage == Stage.inInterview.rawValue && load.inInterview != nil
    }

    /// The fields of a person or a call as the person's journal has them before a row; missing ones as at the start.
    private func values(of key: EntityKey, in subject: Int, before seq: Int) throws -> [String: Value] {
        switch key.kind {
        case .reception: return try folded(Reception(id: Identifier(key.id)), key, in: subject, before: seq)
        case .call: return try folded(Call(id: Identifier(key.id)), key, in: subject, before: seq)
        default: return [:]
        }
    }

    private func folded<E: Entity>(
        _ blank: E, _ key: EntityKey, in subject: Int, before seq: Int
    ) throws -> [String: Value] {
        var entity = blank
        try journal.read(where: "subject = ? AND seq < ?", [subject, seq]) { entry in
            for change in entry.event.changes where EntityKey(change.kind, change.id) == key {
                _ = entity.apply(change)
            }
        }
        return E.fieldsByName.mapValues { $0.get(entity) }
    }

    /// What the share counter was at the call before the one that is taken back.
    private func earlierShare(_ entries: [JournalEntry], _ point: PointCode) throws(SQLiteError) -> Int {
        let call = entries.flatMap(\.event.changes).first { $0.kind == .call }
        guard let call else { return 0 }
        return try connection.statement(
            """
            SELECT sinceTier2 FROM call WHERE point = ?1 AND id <> ?2 AND outcome <> 'undone'
            AND at <= (SELECT at FROM call WHERE id = ?2) ORDER BY at DESC, id DESC LIMIT 1
            """
        ).bind(point.text).bind(call.id).first { $0.int(0) } ?? 0
    }
}
