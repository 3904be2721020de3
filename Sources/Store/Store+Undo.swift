import Repatriation
import SQLite

extension Store {
    /// An act, what came after it on the same subjects, and the values before it by folding their
    /// history. Throws `unknownAct`.
    func done(_ act: Identifier<any Act>) throws -> DoneAct {
        var entries: [JournalEntry] = []
        try journal.read(where: "act = ?", [act.value]) { entries.append($0) }
        guard let first = entries.first else { throw Refusal(.unknownAct) }
        let start = first.seq ?? 0
        // What came before is as it was when the act was done; what came after, or with it, may
        // rest on it.
        let unknown = try Set(entries.map(\.event.subject)).reduce(0) {
            try $0
                + journal.laterRows(
                    where: "(act = ? OR subject = ? AND seq > ?)", [act.value, $1, start])
        }
        var before: [EntityKey: [String: Value]] = [:]
        var current: [EntityKey: [String: Value]] = [:]
        for entry in entries {
            for change in entry.event.changes {
                let key = EntityKey(change.kind, change.id)
                before[key] = try values(of: key, in: entry.event.subject, before: start)
                current[key] = try values(of: key, in: entry.event.subject, before: Int.max)
            }
        }
        let point = PointCode(first.point) ?? .none
        return DoneAct(
            act: act, point: point, desk: first.desk, at: first.at, officer: first.officer,
            events: entries.map(\.event),
            later: try later(than: act, start, Set(entries.map(\.event.subject))), before: before,
            current: current, isWhole: unknown == 0,
            earlierSinceTier2: try earlierShare(entries, point))
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
    func isSeen(_ act: Identifier<any Act>, by reader: Reader) throws -> Bool {
        var first: JournalEntry?
        try journal.read(where: "act = ?", [act.value]) { first = first ?? $0 }
        return try first.map { try isSeen($0, by: reader) } ?? false
    }

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

    /// The fields of a person or a call as the person's journal has them before a row; missing ones
    /// as at the start.
    private func values(of key: EntityKey, in subject: Int, before seq: Int) throws -> [String:
        Value]
    {
        switch key.kind {
        case .reception:
            return try folded(Reception(id: Identifier(key.id)), key, in: subject, before: seq)
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
        return entity.values
    }

    /// What the share counter was at the call before the one that is taken back.
    private func earlierShare(_ entries: [JournalEntry], _ point: PointCode) throws(SQLiteError)
        -> Int
    {
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
