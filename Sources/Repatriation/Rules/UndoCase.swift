/// An act that is to be taken back, and what the rules ask about it.
struct UndoCase {
    let done: DoneAct
    let context: Context
    let facts: any Facts
    /// The person that the act was about, as they are now.
    let person: Reception?
    /// What it was, in kinds of fact.
    let kinds: Set<EventKind>

    init(_ done: DoneAct, _ context: Context, _ facts: some Facts) throws {
        self.done = done
        self.context = context
        self.facts = facts
        kinds = Set(done.events.map(\.kind))
        person = try done.events.first.flatMap { try facts.receptionIfAny(Identifier($0.subject)) }
    }

    /// The counter-events, or why not.
    func decide() throws -> Decision {
        guard !done.events.isEmpty else { throw Refusal(.unknownAct) }
        // What a later program wrote of the same since may rest on it, unseen.
        guard done.isWhole else { throw Refusal.lasting(.laterProgram) }
        if let reason = lasting { throw Refusal.lasting(reason) }
        guard !done.later.contains(where: { $0.event.undoes == done.act }) else {
            return Decision([], Undone(already: true), ids: context.ids)
        }
        let since = abs(context.now.milliseconds - done.at.milliseconds)
        guard since <= UndoRules.window * 1000 else { throw Refusal(.tooLate) }
        if let dependence = try dependence() { throw dependence }
        if kinds.contains(.released) { try checkReturn() }
        for event in done.events { try checkNothingDepends(on: event) }
        var decision = Decision(
            try back(), Undone(already: false, reception: person?.id), ids: context.ids)
        decision.ground = isSlip || kinds.contains(.released) ? .slip : nil
        return decision
    }

    /// Why the act is never taken back; nil where it may be.
    private var lasting: Lasting? {
        // Whom a sheet received goes back as one; how many were counted in the room stays said.
        let isOfSheet = !kinds.isDisjoint(with: [.received, .didNotCome])
        for event in done.events
        where !(isOfSheet && event.kind == .headCounted) && !event.isOfMeans {
            if case .lasts(let reason) = event.kind.undo { return reason }
        }
        // A hand-over record is issued by a step of the lane.
        if done.events.contains(where: \.isOfPaper) { return .paper }
        guard kinds.contains(.released), let person else { return nil }
        let isChild = person.isChild(on: context.local.day) || person.receiverReception != nil
        return isChild ? .child : nil
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
