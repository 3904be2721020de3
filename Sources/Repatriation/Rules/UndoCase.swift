/// An act that is to be taken back, and what the rules ask about it.
struct UndoCase {
    private let done: DoneAct
    private let context: Context
    private let facts: any Facts
    /// The person that the act was about, as they are now.
    private let person: Reception?

    init(_ done: DoneAct, _ context: Context, _ facts: some Facts) throws {
        self.done = done
        self.context = context
        self.facts = facts
        person = try done.events.first.flatMap { try facts.receptionIfAny(Identifier($0.subject)) }
    }

    /// A certificate or an exit stands on the nationality; a call brought the family along, or a
    /// family came to be of whoever was received; the person whom unlinking gave back is inside
    /// elsewhere.
    private func isBuiltUpon() throws -> Bool {
        let kinds = Set(done.events.map(\.kind))
        let current = done.current.filter { $0.key.kind == .reception }.map(\.value)
        let isCertified = current.contains {
            ($0["certificate"] ?? .null) != .null || ($0["exit"] ?? .null) != .null
        }
        if kinds.contains(.nationalitySet) && isCertified { return true }
        if kinds.contains(.familySet)
            && done.later.contains(where: { [.called, .familySet].contains($0.kind) })
        {
            return true
        }
        if kinds.contains(.received) && done.later.contains(where: { $0.kind == .familySet }) {
            return true
        }
        return try isPersonElsewhere()
    }

    /// What was done by slip to somebody whom every other fact tells to be an adult, taken back by
    /// the same officer while nobody has acted on it: a mark of a child alone, at once; or the
    /// reception of somebody with such a mark, which stays.
    private var isSlip: Bool {
        guard done.officer == context.officer.id, done.later.isEmpty else { return false }
        let isMark = done.events.allSatisfy { $0.kind == .triaged }
        let isReception = done.events.allSatisfy { $0.kind == .received }
        guard isMark && context.now.distance(to: done.at) <= UndoRules.slipWindow || isReception
        else { return false }
        return done.before.allSatisfy { key, values in
            key.kind != .reception || isAdult(values, butMarked: isReception)
        }
    }

    private func isAdult(_ values: [String: Value], butMarked isMarked: Bool) -> Bool {
        var person = Reception(id: Identifier(0))
        for (name, value) in values { _ = Reception.fieldsByName[name]?.set(&person, value) }
        if isMarked { person.flags?.remove(.unaccompaniedChild) }
        let isSaidAlone = ["unaccompanied", "separated"].contains(person.answer(.travelCondition))
        return person.birthDate != nil && person.protection(on: context.local.day) == .adult
            && !person.suggested.contains(.unaccompaniedChild) && !isSaidAlone
    }

    /// The group was balanced or concluded since: people are not taken out of it.
    private func isSettled() throws -> Bool {
        guard let person else { return false }
        let stage = try facts.group(person.group).stage
        return stage == .balanced || stage == .concluded
    }

    /// The person that would be given back is inside with another reception.
    private func isPersonElsewhere() throws -> Bool {
        guard let person, person.isInside,
            case .int(let former)? = done.before[EntityKey(.reception, person.id.value)]?["person"],
            person.person.value != former
        else { return false }
        return try facts.receptions(of: Identifier(former)).contains {
            $0.isInside && $0.id != person.id
        }
    }

    /// The desk that the person would go back to holds somebody else by now.
    private func isDeskTaken() throws -> Bool {
        guard let person, let former = done.before[EntityKey(.reception, person.id.value)],
            case .int(let desk)? = former["desk"], case .text(let stage)? = former["stage"],
            person.desk != desk || person.stage.rawValue != stage
        else { return false }
        let load = try facts.load(ofDesk: desk, at: done.point)
        return stage == Stage.called.rawValue && load.called != nil
            || stage == Stage.inInterview.rawValue && load.inInterview != nil
    }
}

extension UndoCase {
    /// What is not given back: a number once given stays the person's.
    private static let kept: Set<String> = ["ticket", "ticketDay"]

    /// The counter-events, or why not.
    func decide() throws -> Decision {
        guard !done.events.isEmpty else { throw Refusal(.unknownAct) }
        // What a later program wrote of the same since may rest on it, unseen.
        guard done.isWhole else { throw Refusal(.notUndoable) }
        guard done.events.allSatisfy({ UndoRules.undoable.contains($0.kind) }) else {
            throw Refusal(.notUndoable)
        }
        guard !done.later.contains(where: { $0.undoes == done.act }) else {
            return Decision([], Undone(already: true), ids: context.ids)
        }
        let since = abs(context.now.milliseconds - done.at.milliseconds)
        guard since <= UndoRules.window * 1000 else { throw Refusal(.tooLate) }
        let changesWhoCame = done.events.contains { [.received, .didNotCome].contains($0.kind) }
        if changesWhoCame && person?.isOffList == true { throw Refusal(.notUndoable) }
        if try changesWhoCame && isSettled() || isDeskTaken() || isBuiltUpon() {
            throw Refusal(.somethingDependsOnIt)
        }
        var events: [Event] = []
        for event in done.events {
            try checkNothingDepends(on: event)
            let changes = try event.changes.compactMap { try reversal($0, event) }
            events.append(
                Event(.undone, subject: event.subject, changes: changes, undoes: done.act))
        }
        let person = events.flatMap(\.changes).first { $0.kind == .reception }
        var decision = Decision(
            events, Undone(already: false, reception: person.map { Identifier($0.id) }),
            ids: context.ids)
        decision.ground = isSlip ? .slip : nil
        return decision
    }

    /// Whether a later event touched, on the same person, what this one set.
    private func checkNothingDepends(on event: Event) throws(Refusal) {
        for change in event.changes where change.kind == .reception || change.kind == .call {
            // What is counted follows from the rest: nothing depends on it.
            let fields = Set(change.entries.filter { $0.access != .statistical }.map(\.field))
            let touched = done.later.contains { later in
                later.changes.contains {
                    $0.kind == change.kind && $0.id == change.id
                        && $0.entries.contains { fields.contains($0.field) }
                }
            }
            if touched { throw Refusal(.somethingDependsOnIt) }
        }
    }

    private func former(_ change: Change) -> Change? {
        let key = EntityKey(change.kind, change.id)
        let entries: [Change.Entry] = change.entries.compactMap { entry in
            guard !UndoCase.kept.contains(entry.field), entry.access != .statistical,
                done.current[key]?[entry.field] ?? .null == entry.value
            else { return nil }
            return Change.Entry(entry.field, entry.access, done.before[key]?[entry.field] ?? .null)
        }
        return entries.isEmpty ? nil : Change(kind: change.kind, id: change.id, entries: entries)
    }

    /// The change back. Groups and number series only go forward; the share counter goes back
    /// unless it moved on.
    private func reversal(_ change: Change, _ event: Event) throws -> Change? {
        switch change.kind {
        case .reception:
            return former(change)
        case .call:
            // A call that this act made is marked; one that it ended goes on as before.
            guard event.kind == .called else { return former(change) }
            let entry = Change.Entry("outcome", .plain, CallOutcome.undone.stored)
            return Change(kind: .call, id: change.id, entries: [entry])
        case .point:
            let now = try facts.point(done.point).sinceTier2
            guard change.entries.contains(.init("sinceTier2", .plain, .int(now))) else {
                return nil
            }
            let entry = Change.Entry("sinceTier2", .plain, .int(done.earlierSinceTier2))
            return Change(kind: .point, id: change.id, entries: [entry])
        case .group, .desk, .officer, .catalogueEntry, .pendingAct, .rightsRequest, .archiveSeries,
            .removal, .provider,
            .referral, .help, .propertyClaim, .inquiry, .paper, .laneTick, .followUp, .screening,
            .stockItem, .bag, .alarmMark:
            return nil
        }
    }
}

/// Whose act was taken back.
package struct Undone: Outcome {
    /// It was so before.
    package let already: Bool
    /// The person whom the act had changed, if it was one.
    package var reception: Identifier<Reception>?

    package var members: [String: JSON] {
        already ? ["already": true] : ["already": false, "reception": JSON(reception?.value)]
    }
}
