import Repatriation
import SQLite

extension Store {
    /// Loads an act, what came after it on the same subjects, and the values before it by folding their history.
    func load(_ act: Identifier<Act>, _ officer: Officer, _ ids: IdentifierSource, _ now: Instant) throws -> Loaded {
        var entries: [JournalEntry] = []
        try journal.read(where: "act = ?", [act.value]) { entries.append($0) }
        guard let first = entries.first else { throw Refusal(.unknownAct) }
        guard let code = PointCode(first.point), let point = try self.point(code) else { throw Refusal(.notUndoable) }
        let zone = try zone(point.zone)
        let context = Context(now: now, zone: zone, cut: point.cut, officer: officer, ids: ids)
        var later: [Event] = []
        var before: [Int: [String: Value]] = [:]
        var current: [Int: [String: Value]] = [:]
        for subject in Set(entries.map(\.event.subject)) {
            try journal.read(where: "subject = ?", [subject]) { entry in
                if entry.seq > first.seq && entry.act != act { later.append(entry.event) }
            }
        }
        for subject in Set(entries.map(\.event.subject)) {
            before[subject] = try values(of: subject, before: first.seq)
            current[subject] = try values(of: subject, before: Int.max)
        }
        let situation = UndoSituation(
            context: context, act: act, doneAt: first.at, events: entries.map(\.event), later: later, before: before,
            current: current, sinceTier2: point.sinceTier2, earlierSinceTier2: try earlierShare(entries, point.code))
        return Loaded(
            context: context, offset: zone.offset(at: now), point: code, desk: first.desk,
            decide: { try UndoRules.decide(situation) })
    }

    /// The values of a person's fields as the journal has them before a row; missing ones are as at the start.
    private func values(of subject: Int, before seq: Int) throws -> [String: Value] {
        var reception = Reception(id: Identifier(subject))
        try journal.read(where: "subject = ? AND seq < ?", [subject, seq]) { entry in
            for change in entry.event.changes where change.kind == .reception && change.id == subject {
                _ = reception.apply(change)
            }
        }
        return Dictionary(
            Reception.fields.map { ($0.name, $0.get(reception)) }, uniquingKeysWith: { first, _ in first })
    }

    /// What the share counter was at the call before the one that is taken back.
    private func earlierShare(_ entries: [JournalEntry], _ point: PointCode) throws(SQLiteError) -> Int {
        let call = entries.flatMap(\.event.changes).first { $0.kind == .call }
        guard let call else { return 0 }
        return try connection.statement(
            "SELECT sinceTier2 FROM call WHERE point = ? AND id < ? AND outcome <> 'undone' ORDER BY id DESC LIMIT 1"
        ).bind(point.text).bind(call.id).first { $0.int(0) } ?? 0
    }
}
