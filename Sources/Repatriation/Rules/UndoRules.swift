/// The slice that taking an act back needs.
package struct UndoSituation: Sendable {
    /// The moment, who acts and where identifiers come from.
    package var context: Context
    /// What is taken back.
    package var act: Identifier<any Act>
    /// When the act was done.
    package var doneAt: Instant
    /// Whoever takes it back did it.
    package var isOwn = false
    /// The events of the act.
    package var events: [Event]
    /// Every later event on the subjects of the act.
    package var later: [Event]
    /// The fields of each person and call before the act and now, by field name.
    package var before: [EntityKey: [String: Value]]
    /// The fields of each person and call now, by field name.
    package var current: [EntityKey: [String: Value]]
    /// The group was balanced or concluded since: people are not taken out of it.
    package var isSettled: Bool
    /// Whoever came without being on a list has no list to go back to.
    package var isOffList = false
    /// The desk that the person would go back to holds somebody else by now.
    package var isDeskTaken: Bool
    /// The point's share counter now, and as the call before left it.
    package var sinceTier2: Int
    /// The share counter as the call before left it.
    package var earlierSinceTier2: Int

    /// The person that would be given back is inside with another reception.
    package var isPersonElsewhere = false

    /// A slice for one act.
    package init(
        context: Context, act: Identifier<any Act>, doneAt: Instant, events: [Event], later: [Event],
        before: [EntityKey: [String: Value]], current: [EntityKey: [String: Value]], isSettled: Bool, isDeskTaken: Bool,
        sinceTier2: Int, earlierSinceTier2: Int
    ) {
        self.context = context
        self.act = act
        self.doneAt = doneAt
        self.events = events
        self.later = later
        self.before = before
        self.current = current
        self.isSettled = isSettled
        self.isDeskTaken = isDeskTaken
        self.sinceTier2 = sinceTier2
        self.earlierSinceTier2 = earlierSinceTier2
    }
}

/// Names an entity of any kind.
package struct EntityKey: Hashable, Sendable {
    /// Its kind.
    package let kind: EntityKind
    /// Its identifier.
    package let id: Int

    /// The entity of a kind with this identifier.
    package init(_ kind: EntityKind, _ id: Int) {
        self.kind = kind
        self.id = id
    }
}

extension UndoSituation {
    /// A certificate or an exit stands on the nationality; a call brought the family along, or a family came to be of
    /// whoever was received; the person whom unlinking gave back is inside elsewhere.
    fileprivate var isBuiltUpon: Bool {
        let kinds = Set(events.map(\.kind))
        let current = current.filter { $0.key.kind == .reception }.map(\.value)
        let isCertified = current.contains { ($0["certificate"] ?? .null) != .null || ($0["exit"] ?? .null) != .null }
        if kinds.contains(.nationalitySet) && isCertified { return true }
        if kinds.contains(.familySet) && later.contains(where: { [.called, .familySet].contains($0.kind) }) {
            return true
        }
        if kinds.contains(.received) && later.contains(where: { $0.kind == .familySet }) { return true }
        return isPersonElsewhere
    }

    /// What was done by slip to somebody whom every other fact tells to be an adult, taken back by the same officer while
    /// nobody has acted on it: a mark of a child alone, at once; or the reception of somebody with such a mark, which
    /// stays.
    fileprivate var isSlip: Bool {
        guard isOwn, later.isEmpty else { return false }
        let isMark = events.allSatisfy { $0.kind == .triaged }
        let isReception = events.allSatisfy { $0.kind == .received }
        guard isMark && context.now.distance(to: doneAt) <= UndoRules.slipWindow || isReception else { return false }
        return before.allSatisfy { key, values in key.kind != .reception || isAdult(values, butMarked: isReception) }
    }

    private func isAdult(_ values: [String: Value], butMarked isMarked: Bool) -> Bool {
        var person = Reception(id: Identifier(0))
        for (name, value) in values { _ = Reception.fieldsByName[name]?.set(&person, value) }
        if isMarked { person.flags?.remove(.unaccompaniedChild) }
        let isSaidAlone = ["unaccompanied", "separated"].contains(person.answer(.travelCondition))
        return person.birthDate != nil && person.protection(on: context.local.day) == .adult
            && !person.suggested.contains(.unaccompaniedChild) && !isSaidAlone
    }
}

/// The rules of undo: within ten minutes, the kinds that allow it, and while nothing depends on it.
package enum UndoRules {
    /// How long an act can be taken back.
    package static let window = 600
    /// How long a mark made by slip can be taken back, in seconds.
    package static let slipWindow = 120
    /// The kinds that can be taken back.
    package static let undoable: Set<EventKind> = [
        .called, .received, .didNotCome, .triaged, .nationalitySet, .personLinked, .personUnlinked, .personToldApart,
        .familySet, .placed, .parked, .resumed, .notPresent, .recalled,
    ]
    /// What is not given back: a number once given stays the person's.
    private static let kept: Set<String> = ["ticket", "ticketDay"]

    /// The counter-events, or why not.
    package static func decide(_ situation: UndoSituation) throws(Refusal) -> Decision {
        let now = situation.context.now
        guard !situation.events.isEmpty else { throw Refusal(.unknownAct) }
        guard situation.events.allSatisfy({ undoable.contains($0.kind) }) else { throw Refusal(.notUndoable) }
        guard !situation.later.contains(where: { $0.undoes == situation.act }) else {
            return Decision([], ["already": true], ids: situation.context.ids)
        }
        guard abs(now.milliseconds - situation.doneAt.milliseconds) <= window * 1000 else { throw Refusal(.tooLate) }
        let changesWhoCame = situation.events.contains { [.received, .didNotCome].contains($0.kind) }
        if changesWhoCame && situation.isOffList { throw Refusal(.notUndoable) }
        if changesWhoCame && situation.isSettled || situation.isDeskTaken || situation.isBuiltUpon {
            throw Refusal(.somethingDependsOnIt)
        }
        var events: [Event] = []
        for event in situation.events {
            try checkNothingDepends(on: event, situation)
            let changes = event.changes.compactMap { reversal($0, event, situation) }
            events.append(Event(.undone, subject: event.subject, changes: changes, undoes: situation.act))
        }
        let person = events.flatMap(\.changes).first { $0.kind == .reception }
        let result: [String: JSON] = ["already": false, "reception": JSON(person?.id)]
        var decision = Decision(events, result, ids: situation.context.ids)
        decision.ground = situation.isSlip ? .slip : nil
        return decision
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

    private static func former(_ change: Change, _ situation: UndoSituation) -> Change? {
        let key = EntityKey(change.kind, change.id)
        let entries: [Change.Entry] = change.entries.compactMap { entry in
            guard !kept.contains(entry.field), situation.current[key]?[entry.field] == entry.value else { return nil }
            return Change.Entry(entry.field, entry.access, situation.before[key]?[entry.field] ?? .null)
        }
        return entries.isEmpty ? nil : Change(kind: change.kind, id: change.id, entries: entries)
    }

    /// The change back. Groups and number series only go forward; the share counter goes back unless it moved on.
    private static func reversal(_ change: Change, _ event: Event, _ situation: UndoSituation) -> Change? {
        switch change.kind {
        case .reception:
            return former(change, situation)
        case .call:
            // A call that this act made is marked; one that it ended goes on as before.
            guard event.kind == .called else { return former(change, situation) }
            let entry = Change.Entry("outcome", .plain, CallOutcome.undone.stored)
            return Change(kind: .call, id: change.id, entries: [entry])
        case .point:
            guard change.entries.contains(.init("sinceTier2", .plain, .int(situation.sinceTier2))) else { return nil }
            let entry = Change.Entry("sinceTier2", .plain, .int(situation.earlierSinceTier2))
            return Change(kind: .point, id: change.id, entries: [entry])
        case .group, .desk, .officer, .catalogueEntry, .pendingAct, .rightsRequest, .archiveSeries, .removal, .provider,
            .referral, .help, .propertyClaim, .inquiry, .paper, .laneTick, .followUp, .screening, .stockItem, .bag:
            return nil
        }
    }
}
