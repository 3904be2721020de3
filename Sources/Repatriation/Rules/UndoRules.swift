/// The slice that taking an act back needs.
package struct UndoSituation: Sendable {
    package var context: Context
    package var act: Identifier<Act>
    /// When the act was done.
    package var doneAt: Instant
    /// The events of the act.
    package var events: [Event]
    /// Every later event on the subjects of the act.
    package var later: [Event]
    /// The fields of each person before the act and now, by field name.
    package var before: [Int: [String: Value]]
    package var current: [Int: [String: Value]]
    /// The point's share counter now, and as the call before left it.
    package var sinceTier2: Int
    package var earlierSinceTier2: Int

    package init(
        context: Context, act: Identifier<Act>, doneAt: Instant, events: [Event], later: [Event],
        before: [Int: [String: Value]], current: [Int: [String: Value]], sinceTier2: Int, earlierSinceTier2: Int
    ) {
        self.context = context
        self.act = act
        self.doneAt = doneAt
        self.events = events
        self.later = later
        self.before = before
        self.current = current
        self.sinceTier2 = sinceTier2
        self.earlierSinceTier2 = earlierSinceTier2
    }
}

/// The rules of undo: within ten minutes, the kinds that allow it, and while nothing depends on it.
package enum UndoRules {
    /// How long an act can be taken back.
    package static let window = 600
    /// The kinds that can be taken back.
    package static let undoable: Set<EventKind> = [.called, .received, .didNotCome, .triaged, .nationalitySet]
    /// What is not given back: a number once given stays the person's.
    private static let kept: Set<String> = ["ticket"]

    /// The counter-events, or why not.
    package static func decide(_ situation: UndoSituation) throws(Refusal) -> Decision {
        let now = situation.context.now
        guard !situation.events.isEmpty else { throw Refusal(.unknownAct) }
        guard situation.events.allSatisfy({ undoable.contains($0.kind) }) else { throw Refusal(.notUndoable) }
        guard !situation.later.contains(where: { $0.undoes == situation.act }) else {
            return Decision([], ["already": true], ids: situation.context.ids)
        }
        guard now.secondsSince(situation.doneAt) <= window else { throw Refusal(.tooLate) }
        var events: [Event] = []
        for event in situation.events {
            try checkNothingDepends(on: event, situation)
            let changes = event.changes.compactMap { reversal($0, event, situation) }
            events.append(Event(.undone, subject: event.subject, changes: changes, undoes: situation.act))
        }
        return Decision(events, ["already": false], ids: situation.context.ids)
    }

    /// Whether a later event touched, on the same person, what this one set.
    private static func checkNothingDepends(on event: Event, _ situation: UndoSituation) throws(Refusal) {
        for change in event.changes where change.kind == .reception || change.kind == .call {
            let fields = Set(change.entries.map(\.field))
            let touched = situation.later.contains { later in
                later.changes.contains {
                    $0.kind == change.kind && $0.id == change.id
                        && $0.entries.contains { fields.contains($0.field) }
                }
            }
            if touched { throw Refusal(.somethingDependsOnIt) }
        }
    }

    /// The change back. Groups and number series only go forward; the share counter goes back unless it moved on.
    private static func reversal(_ change: Change, _ event: Event, _ situation: UndoSituation) -> Change? {
        switch change.kind {
        case .reception:
            let before = situation.before[change.id] ?? [:]
            let current = situation.current[change.id] ?? [:]
            let entries: [Change.Entry] = change.entries.compactMap { entry in
                guard !kept.contains(entry.field), current[entry.field] == entry.value else { return nil }
                return Change.Entry(entry.field, entry.access, before[entry.field] ?? .null)
            }
            return entries.isEmpty ? nil : Change(kind: change.kind, id: change.id, entries: entries)
        case .call:
            let entry = Change.Entry("outcome", .plain, CallOutcome.undone.stored)
            return Change(kind: .call, id: change.id, entries: [entry])
        case .point:
            guard change.entries.contains(.init("sinceTier2", .plain, .int(situation.sinceTier2))) else { return nil }
            let entry = Change.Entry("sinceTier2", .plain, .int(situation.earlierSinceTier2))
            return Change(kind: .point, id: change.id, entries: [entry])
        case .group, .desk, .officer: return nil
        }
    }
}
