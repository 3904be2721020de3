import Repatriation
import SQLite

extension Store {
    /// An act, what came after it on the same subjects, and the values before it by folding their
    /// history. Throws `unknownAct`.
    func done(_ act: Identifier<any Act>, knownTo reader: Reader) throws -> DoneAct {
        var entries: [JournalEntry] = []
        try journal.read(where: "act = ?", [act.value]) { entries.append($0) }
        guard let first = entries.first else { throw Refusal(.unknownAct) }
        let start = first.seq ?? 0
        let subjects = Set(entries.map(\.event.subject))
        // What came before is as it was when the act was done; what came after, or with it, may
        // rest on it.
        let unknown = try subjects.reduce(0) {
            try $0
                + journal.laterRows(
                    where: "(act = ? OR subject = ? AND seq > ?)", [act.value, $1, start])
        }
        var past = Past()
        var later: [LaterEntry] = []
        for subject in subjects.sorted() {
            let history = try history(of: subject, knownTo: reader)
            let own = entries.filter { $0.event.subject == subject }.flatMap(\.event.changes)
            for change in own where change.kind != .stockItem {
                past.take(change, of: subject, in: history.map(\.entry), before: start)
            }
            later += history.filter { $0.entry.seq ?? 0 > start && $0.entry.act != act }
        }
        // What a store room has is told by its own counts.
        for item in entries.flatMap(\.event.changes) where item.kind == .stockItem {
            let counts = try history(of: item.id, knownTo: reader).map(\.entry)
            past.take(item, of: item.id, in: counts, before: start)
        }
        let point = PointCode(first.point) ?? .none
        return DoneAct(
            act: act, point: point, desk: first.desk, at: first.at, officer: first.officer,
            events: entries.map(\.event), later: LaterEntry.standing(later, after: act),
            before: past.before, current: past.current, made: past.made, isWhole: unknown == 0,
            earlierSinceTier2: try earlierShare(entries, point))
    }

    /// The facts about somebody or something in their order, and which of them a reader may know
    /// of.
    private func history(of subject: Int, knownTo reader: Reader) throws -> [LaterEntry] {
        var seen = SeenJournal(reader, rows)
        var found: [LaterEntry] = []
        try journal.read(where: "subject = ?", [subject]) { entry throws(StoreError) in
            let shown = try wrap { () throws(SQLiteError) in try seen.seen(entry) }
            found.append(LaterEntry(entry: entry, isTold: shown != nil))
        }
        return found
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

/// A fact about a subject of an act, and whether whoever takes the act back may know of it.
private struct LaterEntry {
    let entry: JournalEntry
    let isTold: Bool

    /// Those that stand after an act; what was taken back since came to nothing.
    static func standing(_ found: [LaterEntry], after act: Identifier<any Act>) -> [LaterFact] {
        let undone = Set(found.compactMap(\.entry.event.undoes).filter { $0 != act })
        return found.filter { one in
            !undone.contains(one.entry.act)
                && !(one.entry.event.undoes.map(undone.contains) ?? false)
        }.sorted { $0.entry.seq ?? 0 < $1.entry.seq ?? 0 }
            .map { LaterFact($0.entry.event, at: $0.entry.at, isTold: $0.isTold) }
    }
}

/// What things were before an act and are now, by the history of whom they belong to.
private struct Past {
    private(set) var before: [EntityKey: [String: Value]] = [:]
    private(set) var current: [EntityKey: [String: Value]] = [:]
    private(set) var made: Set<EntityKey> = []

    mutating func take(
        _ change: Change, of subject: Int, in history: [JournalEntry], before start: Int
    ) {
        let key = EntityKey(change.kind, change.id)
        guard current[key] == nil else { return }
        let changes = history.flatMap { entry in
            entry.event.changes.filter { EntityKey($0.kind, $0.id) == key }
                .map { (seq: entry.seq ?? 0, change: $0) }
        }
        let earlier = changes.filter { $0.seq < start }.map(\.change)
        // A person is made by a fact about themselves alone.
        if earlier.isEmpty, key.kind != .reception || key.id == subject { made.insert(key) }
        before[key] = Past.values(key, earlier)
        current[key] = Past.values(key, changes.map(\.change))
    }

    private static func values(_ key: EntityKey, _ changes: [Change]) -> [String: Value] {
        switch key.kind {
        case .reception: folded(Reception(id: Identifier(key.id)), changes)
        case .call: folded(Call(id: Identifier(key.id)), changes)
        case .referral: folded(Referral(id: Identifier(key.id)), changes)
        case .help: folded(Help(id: Identifier(key.id)), changes)
        case .laneTick: folded(LaneTick(id: Identifier(key.id)), changes)
        case .followUp: folded(FollowUp(id: Identifier(key.id)), changes)
        case .surveyTaken: folded(SurveyTaken(id: Identifier(key.id)), changes)
        case .bag: folded(Bag(id: Identifier(key.id)), changes)
        case .inquiry: folded(Inquiry(id: Identifier(key.id)), changes)
        case .point: folded(ReceivingPoint(id: Identifier(key.id)), changes)
        case .stockItem: folded(StockItem(id: Identifier(key.id)), changes)
        default: [:]
        }
    }

    private static func folded<E: Entity>(_ blank: E, _ changes: [Change]) -> [String: Value] {
        var entity = blank
        for change in changes { _ = entity.apply(change) }
        return entity.values
    }
}
