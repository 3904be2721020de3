/// An act that is to be taken back, and what the rules ask about it.
struct UndoCase {
    let done: DoneAct
    let context: Context
    let facts: any Facts
    /// The person that the act was about, as they are now.
    let person: Reception?
    private let kinds: Set<EventKind>

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
        for event in done.events where !(isOfSheet && event.kind == .headCounted) {
            if case .lasts(let reason) = event.kind.undo { return reason }
        }
        // A hand-over record is issued by a step of the lane; that a sheet is typed in is no paper.
        let papers = done.events.flatMap(\.changes).filter { $0.kind == .paper }
        if papers.contains(where: { $0.entries.contains { $0.field != "usedAt" } }) {
            return .paper
        }
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

/// What rests on the act.
extension UndoCase {
    /// A certificate or an exit stands on the nationality, a certificate on who the person is; what
    /// was done later rests on it by its kind; the person whom unlinking gave back is inside
    /// elsewhere, or the desk holds somebody else.
    private func dependence() throws -> Refusal? {
        if let refusal = certified() { return refusal }
        for kind in done.events.map(\.kind) {
            if let later = later({ $0.rests(on: kind) }) { return later }
        }
        // Whoever was added off the list is on no list: nothing of theirs may be left behind.
        if done.made.contains(where: { $0.kind == .reception }), let later = later({ _ in true }) {
            return later
        }
        if kinds.contains(.laneTicked), let acta = later(changing: .paper) { return acta }
        if try isPersonElsewhere() { return .depended(.insideElsewhere) }
        let changesWhoCame = !kinds.isDisjoint(with: [.received, .didNotCome])
        if try changesWhoCame && isSettled() { return .depended(.groupSettled) }
        return try isDeskTaken() ? .depended(.deskTaken) : nil
    }

    private func certified() -> Refusal? {
        guard !kinds.isDisjoint(with: [.nationalitySet, .personAmended]) else { return nil }
        for (key, now) in done.current where key.kind == .reception {
            if now["exit"] ?? .null != .null { return .depended(.personLeft) }
            let paper = now["certificate"] ?? .null
            let earlier = done.before[key]?["certificate"] ?? .null
            if paper != .null && (kinds.contains(.nationalitySet) || paper != earlier) {
                return .depended(.paperIssued)
            }
        }
        return nil
    }

    private func later(_ isSuch: (EventKind) -> Bool) -> Refusal? {
        done.later.last { isSuch($0.event.kind) }.map { .depended($0, context.zone) }
    }

    private func later(changing kind: EntityKind) -> Refusal? {
        done.later.last { $0.event.changes.contains { $0.kind == kind } }.map {
            .depended($0, context.zone)
        }
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
        return try isInsideElsewhere(Identifier(former), but: person.id)
    }

    private func isInsideElsewhere(_ one: Identifier<Person>, but own: Identifier<Reception>)
        throws -> Bool
    {
        try facts.receptions(of: one).contains { $0.isInside && $0.id != own }
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

    /// Whoever left by slip is inside again: while their number is free, their group is not
    /// concluded, they are not inside with another reception, and no child left with them.
    private func checkReturn() throws {
        guard let person else { return }
        if try facts.group(person.group).stage == .concluded {
            throw Refusal.depended(.groupSettled)
        }
        if try isInsideElsewhere(person.person, but: person.id) {
            throw Refusal.depended(.insideElsewhere)
        }
        if try !facts.isNumberFree(person) { throw Refusal.depended(.number) }
        let group = try facts.received(in: person.group)
        if group.contains(where: { $0.stage == .released && $0.receiverReception == person.id }) {
            throw Refusal.depended(.childLeft)
        }
    }

    private static let whereabouts: Set<String> = ["stage", "desk", "call"]

    /// Whether a later event touched, on the same thing, what this one set; of what this one made,
    /// anything, or was about it.
    private func checkNothingDepends(on event: Event) throws(Refusal) {
        for change in event.changes where UndoCase.isReverted(change.kind) {
            let isMade = done.made.contains(EntityKey(change.kind, change.id))
            // What is counted follows from the rest: nothing depends on it.
            var fields = Set(change.entries.filter { $0.access != .statistical }.map(\.field))
            // With whom somebody is and in which stage go together.
            if !fields.isDisjoint(with: UndoCase.whereabouts) {
                fields.formUnion(UndoCase.whereabouts)
            }
            let touching = done.later.last { later in
                later.event.changes.contains { other in
                    if other.kind == change.kind && other.id == change.id {
                        return isMade || other.entries.contains { fields.contains($0.field) }
                    }
                    return change.kind == .referral && isMade
                        && other.entries.contains {
                            $0.field == "referral" && $0.value == .int(change.id)
                        }
                }
            }
            if let touching { throw Refusal.depended(touching, context.zone) }
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
