/// The protected lanes: ticking their steps.
extension ReceptionSituation {
    /// Where the person stands in their lanes now.
    var lanes: LaneState { LaneState(reception, ticks, acta: acta, on: context.local.day) }

    mutating func tick(_ step: LaneStep, _ given: TickWords) throws(Refusal) -> Decision {
        guard reception.receivedAt != nil || reception.stage == .listed else {
            throw Refusal(.notInThisStage, ["stage": .string(reception.stage.rawValue)])
        }
        // The second copy comes back after the person has gone; nothing else does.
        guard reception.isInside || reception.stage == .listed || step == .actaCopy else { throw Refusal(.alreadyOut) }
        try checkRoles(step)
        try check(step, given)
        if step == .acta { return try tickActa() }
        var words = given
        if step == .opi || step == .named { words.named = try inCharge(step, given.named) }
        let ticked = newTick(step, words)
        if lanes.done(step) != nil, let done = ticks.last(where: { $0.step == step }), done.says(words),
            done.isSameWord(as: ticked.tick)
        {
            return Decision([], state(after: []), ids: context.ids)
        }
        return decided([ticked.change], [:], ticked.tick)
    }

    /// Before anything is told of the lane: who may tick it.
    private func checkRoles(_ step: LaneStep) throws(Refusal) {
        guard !step.isDerived else { throw Refusal(.stepFollows) }
        let roles = context.officer.effectiveRoles
        let isNamed =
            step.lane == .warrant && step != .named
            && ticks.last { $0.step == .named }?.named == context.officer.id
        guard !roles.isDisjoint(with: step.roles) || isNamed else {
            throw Refusal.notAllowed(step.roles)
        }
    }

    private func check(_ step: LaneStep, _ words: TickWords) throws(Refusal) {
        let isEntered = [LaneStep.filter, .medication, .named].contains(step)
        guard isEntered || reception.lanes(on: context.local.day, ticks).contains(step.lane),
            step != .family || reception.isAccompanied
        else { throw Refusal(.notInThisLane) }
        if step == .actaCopy, acta?.deliveredAt == nil {
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
        if let due = words.dueAt, due < context.now { throw Refusal(.invalidValue, ["field": "dueAt"]) }
    }

    /// Who attends the child, or is in charge of a warrant: whoever acts, or an officer of the store who may.
    private func inCharge(_ step: LaneStep, _ named: Identifier<Officer>?) throws(Refusal) -> Identifier<Officer> {
        guard let named, named != context.officer.id else { return context.officer.id }
        guard let officer = namedOfficer, officer.id == named, !officer.isSuspended else {
            throw Refusal(.unknownOfficer)
        }
        guard step != .opi || officer.isOfTheLane else { throw Refusal.notAllowed([.opi, .lead]) }
        return named
    }

    /// Ley de Migración, art. 112: the record that states the notice to the Procuraduría and the hand-over to DIF. One
    /// stands at a time; where the last is void the next names it.
    private mutating func tickActa() throws(Refusal) -> Decision {
        if let acta {
            let known: [String: JSON] = ["paper": .int(acta.id.value), "folio": .string(acta.folio)]
            return Decision([], known.merging(state(after: [])) { own, _ in own }, ids: context.ids)
        }
        let before = [LaneStep.procuraduria, .dif].filter { lanes.done($0) == nil }
        guard before.isEmpty else {
            throw Refusal(.actaBefore, ["missing": .array(before.map { .string($0.rawValue) })])
        }
        let ticked = newTick(.acta, TickWords())
        let blank = Paper(id: context.ids.next())
        var issued = blank
        (issued.reception, issued.point, issued.paperKind) = (reception.id, point.code, .acta)
        issued.folio = Folio.make(point: point.code, year: context.local.day.year, paper: blank.id)
        (issued.issuedAt, issued.replaces) = (context.now, replacedFolio)
        return decided(
            [ticked.change, Change(from: blank, to: issued)],
            ["paper": .int(issued.id.value), "folio": .string(issued.folio)], ticked.tick)
    }

    /// A step done now by whoever acts. What child protection says of a family names the family it is said of.
    mutating func newTick(_ step: LaneStep, _ words: TickWords) -> (tick: LaneTick, change: Change?) {
        let blank = LaneTick(id: context.ids.next())
        var tick = blank
        (tick.reception, tick.point, tick.step) = (reception.id, point.code, step)
        (tick.at, tick.officer, tick.proof) = (context.now, context.officer.id, context.proof)
        (tick.medium, tick.who, tick.folio) = (words.medium, words.who, words.folio)
        (tick.dueAt, tick.named, tick.outcome, tick.note) = (words.dueAt, words.named, words.outcome, words.note)
        if step == .family { tick.relatives = reception.guardians }
        return (tick, Change(from: blank, to: tick))
    }

    private func decided(_ changes: [Change?], _ result: [String: JSON], _ new: LaneTick) -> Decision {
        Decision(
            [Event(.laneTicked, subject: reception.id.value, changes: changes.compactMap { $0 })],
            result.merging(state(after: [new])) { own, _ in own }, ids: context.ids)
    }

    /// What a command about a lane answers to whoever may know: what is done, and what is missing.
    private func state(after new: [LaneTick]) -> [String: JSON] {
        let state = LaneState(reception, ticks + new, acta: acta, on: context.local.day).seen(by: context.reader)
        let missing = state.missing
        let lanes = state.lanes.map { list -> JSON in
            [
                "lane": .string(list.lane.rawValue),
                "done": .array(list.lines.filter { $0.doneAt != nil }.map { .string($0.step.rawValue) }),
                "missing": .array(list.lines.map(\.step).filter(missing.contains).map { .string($0.rawValue) }),
            ]
        }
        return ["lanes": .array(lanes)]
    }
}

extension LaneTick {
    /// Whether it already says this.
    fileprivate func says(_ words: TickWords) -> Bool {
        medium == words.medium && who == words.who && folio == words.folio && dueAt == words.dueAt
            && named == words.named && outcome == words.outcome && note == words.note
    }

    /// What is said of a family is somebody's word about these very adults; any other step is done, whoever did it.
    fileprivate func isSameWord(as other: LaneTick) -> Bool {
        step != .family
            || officer == other.officer && relatives == other.relatives && (proof.isOwn || !other.proof.isOwn)
    }
}
