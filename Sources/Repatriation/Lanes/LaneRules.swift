/// The protected lanes: ticking their steps, an age that is doubted or decided, leaving with something pending.
extension ReceptionSituation {
    /// Where the person stands in their lanes now.
    var lanes: LaneState { LaneState(reception, ticks, acta: acta, on: context.local.day) }

    mutating func tick(_ step: LaneStep, _ words: TickWords) throws(Refusal) -> Decision {
        guard reception.receivedAt != nil || reception.stage == .listed else {
            throw Refusal(.notInThisStage, ["stage": .string(reception.stage.rawValue)])
        }
        // The second copy and an arrival may come after the person has gone; nothing else does.
        guard reception.isInside || reception.stage == .listed || step == .actaCopy else { throw Refusal(.alreadyOut) }
        try check(step, words)
        if let done = ticks.last(where: { $0.step == step }), done.says(words) {
            return Decision([], state(after: []), ids: context.ids)
        }
        let ticked = newTick(step, words)
        var changes = [ticked.change]
        if step == .acta {
            guard acta == nil else {
                return Decision(
                    [],
                    ["paper": JSON(acta?.id.value), "folio": JSON(acta?.folio)].merging(state(after: [])) { a, _ in a },
                    ids: context.ids)
            }
            let issued = try issueActa()
            changes.append(issued.change)
            return decided(
                .laneTicked, changes, ["paper": .int(issued.paper.id.value), "folio": .string(issued.paper.folio)],
                [ticked.tick])
        }
        return decided(.laneTicked, changes, [:], [ticked.tick])
    }

    private func check(_ step: LaneStep, _ words: TickWords) throws(Refusal) {
        guard !step.isDerived else { throw Refusal(.stepFollows) }
        let day = context.local.day
        let entersByTick = [LaneStep.filter, .medication, .named].contains(step)
        guard entersByTick || reception.lanes(on: day, ticks).contains(step.lane) else { throw Refusal(.notInThisLane) }
        guard reception.takes(step) else { throw Refusal(.notInThisLane) }
        let roles = context.officer.effectiveRoles
        let isNamed =
            step.lane == .warrant && step != .named && ticks.last { $0.step == .named }?.named == context.officer.id
        guard !roles.isDisjoint(with: step.roles) || roles.contains(.trainer) || isNamed else {
            throw Refusal.notAllowed(step.roles)
        }
        let missing = step.asks.subtracting(words.given)
        guard missing.isEmpty else {
            throw Refusal(.missingField, ["field": .string(missing.map(\.rawValue).sorted()[0])])
        }
        if let outcome = words.outcome, !step.outcomes.contains(outcome) {
            let allowed = step.outcomes.map { JSON.string($0.rawValue) }
            throw Refusal(.unknownCode, ["field": "outcome", "allowed": .array(allowed)])
        }
        // A name is somebody's: a dot is none.
        if step.asks.contains(.who), words.named == nil, NameText.folded(words.who ?? "").isEmpty {
            throw Refusal(.missingField, ["field": "who"])
        }
        if step == .named, words.named == nil { throw Refusal(.missingField, ["field": "officer"]) }
        if step == .acta {
            let before = [LaneStep.procuraduria, .dif].filter { lanes.done($0) == nil }
            guard before.isEmpty else {
                throw Refusal(.actaBefore, ["missing": .array(before.map { .string($0.rawValue) })])
            }
        }
        if let due = words.dueAt, due < context.now { throw Refusal(.invalidValue, ["field": "dueAt"]) }
    }

    /// Ley de Migración, art. 112: the record that states the notice to the Procuraduría and the hand-over to DIF.
    private mutating func issueActa() throws(Refusal) -> (paper: Paper, change: Change?) {
        let blank = Paper(id: context.ids.next())
        var issued = blank
        (issued.reception, issued.point, issued.paperKind) = (reception.id, point.code, .acta)
        issued.folio = Folio.make(point: point.code, year: context.local.day.year, paper: blank.id)
        issued.issuedAt = context.now
        return (issued, Change(from: blank, to: issued))
    }

    /// A step done now by whoever acts.
    mutating func newTick(_ step: LaneStep, _ words: TickWords) -> (tick: LaneTick, change: Change?) {
        let blank = LaneTick(id: context.ids.next())
        var tick = blank
        (tick.reception, tick.point, tick.step) = (reception.id, point.code, step)
        (tick.at, tick.officer) = (context.now, context.officer.id)
        (tick.medium, tick.who, tick.folio) = (words.medium, words.who, words.folio)
        (tick.dueAt, tick.named, tick.outcome, tick.note) = (words.dueAt, words.named, words.outcome, words.note)
        return (tick, Change(from: blank, to: tick))
    }

    private func decided(
        _ kind: EventKind, _ changes: [Change?], _ result: [String: JSON], _ new: [LaneTick]
    ) -> Decision {
        Decision(
            [Event(kind, subject: reception.id.value, changes: changes.compactMap { $0 })],
            result.merging(state(after: new)) { own, _ in own }, ids: context.ids)
    }

    /// What a command about a lane answers: what is done, and what is missing.
    private func state(after new: [LaneTick]) -> [String: JSON] {
        let state = LaneState(reception, ticks + new, acta: acta, on: context.local.day)
        let lanes = state.lanes.map { list -> JSON in
            [
                "lane": .string(list.lane.rawValue),
                "done": .array(list.lines.filter { $0.doneAt != nil }.map { .string($0.step.rawValue) }),
                "missing": .array(
                    list.lines.map(\.step).filter(state.missing.contains).map { .string($0.rawValue) }),
            ]
        }
        return ["lanes": .array(lanes)]
    }

    // MARK: Age

    /// An age is doubted at once, by anybody; across 18 a day of birth takes the lead, and out of the child lane only
    /// what the Procuraduría decided leads (LGDNNA, art. 5: in doubt, a child).
    mutating func correctAge(_ correction: AgeCorrection) throws(Refusal) -> Decision {
        try requireInside()
        let day = context.local.day
        let isChild = reception.isChild(on: day)
        guard let date = correction.birthDate else { return try doubt(correction) }
        guard date <= day, date.age(on: day) <= 120 else { throw Refusal(.futureBirthDate) }
        let staysChild = date.age(on: day) < 18
        if isChild, !staysChild {
            guard correction.source == .procuraduria, correction.folio != nil else {
                throw Refusal(.procuraduriaDecides)
            }
        }
        let crosses = isChild != staysChild || reception.isChildAlone || reception.ageDoubtAt != nil
        guard !crosses || context.confirmer != nil else {
            var decision = context.pending(
                .reception(reception.id, .correctAge(correction)), about: reception.id.value, at: point.code,
                replacing: pendings)
            if staysChild, !isChild {
                // Until the lead confirms the day, the doubt already protects.
                context.ids = decision.ids
                let doubted = try doubt(AgeCorrection(nil, source: correction.source, folio: correction.folio))
                decision.events += doubted.events
                decision.ids = doubted.ids
            }
            return decision
        }
        if let confirmer = context.confirmer, !confirmer.leads, !context.officer.leads { throw Refusal(.onlyLead) }
        var after = reception
        (after.birthDate, after.ageDoubtAt) = (date, nil)
        (after.ageSource, after.ageFolio) = (correction.source, correction.folio)
        if !staysChild, reception.isChildAlone { try leaveLane(&after) }
        return decision(.ageCorrected, after, [], ["child": .bool(staysChild)])
    }

    private mutating func doubt(_ correction: AgeCorrection) throws(Refusal) -> Decision {
        var after = reception
        after.ageDoubtAt = reception.ageDoubtAt ?? context.now
        after.seemsAdult = false
        (after.ageSource, after.ageFolio) = (correction.source, correction.folio ?? reception.ageFolio)
        return decision(.ageDoubted, after, [], ["child": true])
    }

    /// Decided adult: out of the lane and asked again in which class they wait.
    private func leaveLane(_ after: inout Reception) throws(Refusal) {
        var flags = reception.flags ?? []
        flags.remove(.unaccompaniedChild)
        let code = PriorityClass.code(for: flags)
        guard let priority = point.priority(code) else {
            throw Refusal(.unknownCode, ["field": "flags", "allowed": []])
        }
        (after.flags, after.priority) = (flags, code)
        (after.tier, after.target) = (priority.tier, priority.targetMinutes)
    }

    // MARK: Leaving with something pending

    /// Nobody is held: what is pending was offered and explained, is told to the lead and stays on the list.
    mutating func leaveAnyway(_ leaving: Leaving) throws(Refusal) -> Decision {
        guard leaving.release.how != .unknown else { throw Refusal(.exitNotHere) }
        guard !reception.isChild(on: context.local.day) else {
            throw Refusal(.childLeavesOnlyTo, ["missing": ["dif"]])
        }
        var decision = try release(leaving.release)
        guard let event = decision.events.first, event.kind == .released else { return decision }
        context.ids = decision.ids
        let pending = leaving.pending.union(self.pending)
        let blank = FollowUp(id: context.ids.next())
        var after = blank
        (after.reception, after.point, after.cause) = (reception.id, point.code, .leftPending)
        (after.askedAt, after.dueOn, after.pending) = (context.now, context.local.day, pending)
        (after.explainedIn, after.reason) = (leaving.explainedIn, leaving.reason)
        let changes = event.changes + [Change(from: blank, to: after)].compactMap { $0 }
        decision.events[0] = Event(.released, subject: event.subject, changes: changes)
        decision.result["pending"] = .array(pending.map(\.rawValue).sorted().map(JSON.string))
        decision.result["followUp"] = .int(after.id.value)
        decision.ids = context.ids
        return decision
    }
}

extension LaneTick {
    /// Whether it already says this.
    fileprivate func says(_ words: TickWords) -> Bool {
        medium == words.medium && who == words.who && folio == words.folio && dueAt == words.dueAt
            && named == words.named && outcome == words.outcome && note == words.note
    }
}
