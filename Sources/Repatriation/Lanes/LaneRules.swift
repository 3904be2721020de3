/// The protected lanes: ticking their steps.
extension PersonCase {
    func tick(_ step: LaneStep, _ given: TickWords) throws -> Decision {
        guard reception.receivedAt != nil || reception.stage == .listed else {
            throw wrongStage
        }
        // The second copy comes back after the person has gone; nothing else does.
        guard reception.isInside || reception.stage == .listed || step == .actaCopy else {
            throw Refusal(.alreadyOut)
        }
        try checkRoles(step)
        try check(step, given)
        if step == .acta { return try tickActa() }
        var words = given
        if step == .opi || step == .named { words.named = try inCharge(step, given.named) }
        let ticked = newTick(step, words)
        if try lanes().done(step) != nil, let done = try ticks().last(where: { $0.step == step }),
            done.says(words), done.isSameWord(as: ticked.tick)
        {
            return unchanged(try told(after: []))
        }
        return try decided([ticked.change], ticked.tick)
    }

    /// Before anything is told of the lane: who may tick it.
    private func checkRoles(_ step: LaneStep) throws {
        guard !step.isDerived else { throw Refusal(.stepFollows) }
        let roles = context.officer.effectiveRoles
        let isNamed =
            try step.lane == .warrant && step != .named
            && ticks().last { $0.step == .named }?.named == context.officer.id
        guard !roles.isDisjoint(with: step.roles) || isNamed else {
            throw Refusal.notAllowed(step.roles)
        }
    }

    private func check(_ step: LaneStep, _ words: TickWords) throws {
        let isEntered = [LaneStep.filter, .medication, .named].contains(step)
        guard try isEntered || reception.lanes(on: context.local.day, ticks()).contains(step.lane),
            step != .family || reception.isAccompanied
        else { throw Refusal(.notInThisLane) }
        if step == .actaCopy, try acta()?.deliveredAt == nil {
            throw Refusal(.actaBefore, ["missing": [.string(LaneStep.acta.rawValue)]])
        }
        let missing = step.asks.subtracting(words.given)
        guard missing.isEmpty else {
            throw Refusal(.missingField, ["field": .string(missing.map(\.rawValue).sorted()[0])])
        }
        let extra = words.given.subtracting(step.takes)
        guard extra.isEmpty else {
            throw Refusal(.unknownField, ["field": .string(extra.map(\.rawValue).sorted()[0])])
        }
        if let outcome = words.outcome, !step.outcomes.contains(outcome) {
            let allowed = step.outcomes.map { JSON.string($0.rawValue) }
            throw Refusal(.unknownCode, ["field": "outcome", "allowed": .array(allowed)])
        }
        // A name is somebody's: a dot is none.
        if step.asks.contains(.who), NameText.folded(words.who ?? "").isEmpty {
            throw Refusal(.missingField, ["field": "who"])
        }
        if let due = words.dueAt, due < context.now {
            throw Refusal(.invalidValue, ["field": "dueAt"])
        }
    }

    /// Who attends the child, or is in charge of a warrant: whoever acts, or an officer of the
    /// store who may.
    private func inCharge(_ step: LaneStep, _ named: Identifier<Officer>?) throws -> Identifier<
        Officer
    > {
        guard let named, named != context.officer.id else { return context.officer.id }
        guard let officer = try facts.officer(named), !officer.isSuspended else {
            throw Refusal(.unknownOfficer)
        }
        guard step != .opi || officer.isOfTheLane else { throw Refusal.notAllowed([.opi, .lead]) }
        return named
    }

    /// Ley de Migración, art. 112: the record that states the notice to the Procuraduría and the
    /// hand-over to DIF. One stands at a time; where the last is void the next names it.
    private func tickActa() throws -> Decision {
        if let acta = try acta() { return unchanged(try told(after: [], acta)) }
        let lanes = try lanes()
        let before = [LaneStep.procuraduria, .dif].filter { lanes.done($0) == nil }
        guard before.isEmpty else {
            throw Refusal(.actaBefore, ["missing": .array(before.map { .string($0.rawValue) })])
        }
        let ticked = newTick(.acta, TickWords())
        let blank = Paper.blank(.acta, context, &context.ids)
        var issued = Paper.issued(blank, .acta, to: reception, context)
        issued.replaces = try voidActa()
        let change = Change(from: blank, to: issued)
        return try decided([ticked.change, change], ticked.tick, issued)
    }

    /// A step done now by whoever acts. What child protection says of a family names the family it
    /// is said of.
    func newTick(_ step: LaneStep, _ words: TickWords) -> (tick: LaneTick, change: Change?) {
        let blank = LaneTick(id: context.ids.next())
        var tick = blank
        (tick.reception, tick.point, tick.step) = (reception.id, point.code, step)
        (tick.at, tick.officer, tick.proof) = (context.now, context.officer.id, context.proof)
        (tick.medium, tick.who, tick.folio) = (words.medium, words.who, words.folio)
        (tick.dueAt, tick.named, tick.outcome, tick.note) = (
            words.dueAt, words.named, words.outcome, words.note
        )
        if step == .family { tick.relatives = reception.guardians }
        return (tick, Change(from: blank, to: tick))
    }

    private func decided(_ changes: [Change?], _ new: LaneTick, _ record: Paper? = nil) throws
        -> Decision
    {
        Decision(
            .laneTicked, of: reception, changes, try told(after: [new], record), ids: context.ids)
    }

    /// What a step answers to whoever may know: what is done, and what is missing.
    private func told(after new: [LaneTick], _ record: Paper? = nil) throws -> Ticked {
        let state = LaneState(reception, try ticks() + new, acta: try acta(), on: context.local.day)
        return Ticked(record: record, state: state.seen(by: context.reader))
    }
}

/// Where somebody stands after a step, and the record that it made.
struct Ticked: PrintedOutcome {
    let record: Paper?
    let state: LaneState

    var paper: Identifier<Paper>? { record?.id }

    var members: [String: JSON] {
        let missing = state.missing
        let lanes = state.lanes.map { list -> JSON in
            [
                "lane": .string(list.lane.rawValue),
                "done": .array(
                    list.lines.filter { $0.doneAt != nil }.map { .string($0.step.rawValue) }),
                "missing": .array(
                    list.lines.map(\.step).filter(missing.contains).map { .string($0.rawValue) }),
            ]
        }
        var members: [String: JSON] = ["lanes": .array(lanes)]
        if let record {
            members["paper"] = .int(record.id.value)
            members["folio"] = .string(record.folio)
        }
        return members
    }
}

extension LaneTick {
    /// Whether it already says this.
    fileprivate func says(_ words: TickWords) -> Bool {
        medium == words.medium && who == words.who && folio == words.folio && dueAt == words.dueAt
            && named == words.named && outcome == words.outcome && note == words.note
    }

    /// What is said of a family is somebody's word about these very adults; any other step is done,
    /// whoever did it.
    fileprivate func isSameWord(as other: LaneTick) -> Bool {
        step != .family
            || officer == other.officer && relatives == other.relatives
                && (proof.isOwn || !other.proof.isOwn)
    }
}
