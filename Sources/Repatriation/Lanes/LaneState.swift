/// One line of somebody's checklist: done when, or due when.
package struct LaneLine: Sendable, Equatable {
    /// Which step.
    package let step: LaneStep
    /// When it was done; nil while it is not.
    package let doneAt: Instant?
    /// By when it should be; nil where no hour is set.
    package let dueAt: Instant?
    /// The last tick, with what was said of it as far as the reader may know; nil for what follows
    /// from other facts.
    package let tick: LaneTick?

    /// Whether its hour is past and it is not done.
    package func isLate(at now: Instant) -> Bool {
        doneAt == nil && dueAt.map { $0 < now } ?? false
    }
}

/// One open lane with its lines.
package struct LaneChecklist: Sendable, Equatable {
    /// Which lane.
    package let lane: Lane
    /// What it takes of this person, in the order of the procedure.
    package let lines: [LaneLine]
}

/// Where somebody stands in their lanes: what is done, what is missing, and by when.
package struct LaneState: Sendable, Equatable {
    /// The open lanes.
    package let lanes: [LaneChecklist]
    /// The hand-over record, where one was issued.
    package let acta: Paper?

    /// Nobody's lanes.
    package static let none = LaneState(lanes: [], acta: nil)

    /// Lanes as they were worked out before.
    init(lanes: [LaneChecklist], acta: Paper?) { (self.lanes, self.acta) = (lanes, acta) }

    /// The lanes of a person from what is known of them and what was ticked. O(ticks × steps).
    package init(_ person: Reception, _ ticks: [LaneTick], acta: Paper? = nil, on day: CivilDate) {
        self.acta = acta
        lanes = person.lanes(on: day, ticks).map { lane in
            let lines = lane.steps.map { LaneState.line($0, person, ticks, acta) }
            return LaneChecklist(
                lane: lane, lines: lines.filter { person.takes($0.step) || $0.doneAt != nil })
        }
    }

    private static func line(
        _ step: LaneStep, _ person: Reception, _ ticks: [LaneTick], _ acta: Paper?
    ) -> LaneLine {
        let tick = ticks.last { $0.step == step }
        let since =
            step == .difArrived
            ? ticks.last { $0.step == .dif }?.at : person.laneSince(step.lane, ticks)
        var dueAt = step.minutes.flatMap { minutes in since?.adding(minutes: minutes) }
        var doneAt = tick?.at
        switch step {
        case .interpreter: doneAt = person.interpreterFrom
        case .noticeUnderstood:
            doneAt = [.ownLanguage, .interpreted].contains(person.notice) ? person.noticeAt : nil
        case .acta: doneAt = acta?.delivery == .refused ? nil : acta?.deliveredAt
        case .dose, .cleared:
            let opened = ticks.last { $0.step == (step == .dose ? .medication : .filter) }
            dueAt = opened?.dueAt
            // What was done before the last hour was set is of another time.
            if let opened, let tick, tick.id.value < opened.id.value { doneAt = nil }
        default: break
        }
        return LaneLine(step: step, doneAt: doneAt, dueAt: dueAt, tick: tick)
    }

    /// Every line, lane after lane.
    package var lines: [LaneLine] { lanes.flatMap(\.lines) }

    /// When a step was done; nil while it is not.
    package func done(_ step: LaneStep) -> Instant? { lines.first { $0.step == step }?.doneAt }

    /// What is not done, in the order of the procedure.
    package var missing: [LaneStep] {
        lines.filter { $0.doneAt == nil && !$0.step.isOneOfTwo(in: self) }.map(\.step)
    }

    /// Steps whose hour is past.
    package func late(at now: Instant) -> [LaneLine] { lines.filter { $0.isLate(at: now) } }

    /// What somebody would leave without, lanes and the ordinary reception together.
    ///
    /// A doctor whom somebody was referred to and has not seen is missing like a look at them here.
    package func pending(
        of person: Reception, isAskedFor: Bool, referredFor kinds: [ReferralKind], on day: CivilDate
    ) -> Set<Pending> {
        let missing = Set(missing)
        let open = lanes.filter { list in list.lines.contains { missing.contains($0.step) } }
        var pending = Set(open.compactMap { Pending($0.lane) })
        if kinds.contains(where: \.isMedical) { pending.insert(.health) }
        if person.nationality != .accredited { pending.insert(.nationality) }
        if !person.missing(on: day).isEmpty { pending.insert(.profile) }
        if person.certificate == nil { pending.insert(.certificate) }
        if isAskedFor { pending.insert(.inquiry) }
        if person.belongings == nil || person.belongings == .part
            || person.belongings == Belongings.none
        {
            pending.insert(.belongings)
        }
        return pending
    }

    /// What a child still needs before it is handed over to DIF. Ley de Migración, art. 112: the
    /// Procuraduría is told and DIF receives at once; INM issues the record that states both.
    package var beforeHandOver: [LaneStep] {
        [LaneStep.opi, .procuraduria, .dif, .acta].filter { done($0) == nil }
    }
}

extension LaneStep {
    /// Where one of two steps is done, the other is not missing.
    fileprivate func isOneOfTwo(in state: LaneState) -> Bool {
        switch self {
        case .authorityCame, .authorityTold, .identityCompared: state.done(.authorityAbsent) != nil
        case .authorityAbsent: state.done(.authorityCame) != nil
        // Only somebody with a medicine has a dose, and the second copy comes back after the
        // hand-over.
        case .dose: state.done(.medication) == nil
        // COMAR is told where somebody is afraid; then no authority of theirs is.
        case .refugeeTold: state.lines.first { $0.step == .fearAsked }?.tick?.outcome != .afraid
        case .medication, .actaCopy, .registryAsked, .papersAsked: true
        default: false
        }
    }
}

extension Reception {
    /// The protected paths that somebody is in.
    package func lanes(on day: CivilDate, _ ticks: [LaneTick] = []) -> [Lane] {
        let flags = flags ?? []
        return Lane.allCases.filter { lane in
            switch lane {
            case .child: isChild(on: day)
            case .health:
                !flags.isDisjoint(with: [.vitalEmergency, .medical, .pregnant])
                    || has(.medication, ticks)
            case .sanitary: has(.filter, ticks)
            case .reserved: flags.contains(.reserved)
            case .warrant: flags.contains(.warrant) || has(.named, ticks)
            case .language: needsInterpreter
            case .nationality: nationality == .pending
            case .foreign: nationality == .foreign || nationality == .notAccredited
            }
        }
    }

    private func has(_ step: LaneStep, _ ticks: [LaneTick]) -> Bool {
        ticks.contains { $0.step == step }
    }

    /// Whether a step is expected of this person: a hand-over to DIF of a child nobody accompanies.
    /// A child with a family may be handed over all the same, and then needs the same steps.
    func takes(_ step: LaneStep) -> Bool {
        switch step {
        case .procuraduria, .dif, .difArrived, .acta, .actaCopy: !isAccompanied
        case .family: isAccompanied
        default: true
        }
    }

    /// Does not understand Spanish, does not hear, or asked for an interpreter.
    var needsInterpreter: Bool {
        !(flags ?? []).isDisjoint(with: [.noSpanish, .deaf]) || answer(.interpreterNeeded) == "yes"
    }

    /// Those told to be this child's mother, father or guardian.
    package var guardians: [Identifier<Reception>] {
        ties.filter { [.parent, .guardian].contains($0.kinship) }.map(\.other)
    }

    /// A child with mother, father or guardian; no other relative accompanies a child (Ley de
    /// Migración, art. 112).
    package var isAccompanied: Bool { !isChildAlone && !guardians.isEmpty }

    /// Since when a lane's hours run: from being received, or from the doubt that led into it.
    func laneSince(_ lane: Lane, _ ticks: [LaneTick]) -> Instant? {
        switch lane {
        case .child: [receivedAt, ageDoubtAt].compactMap { $0 }.max()
        case .nationality: motive == nil ? nil : pendingSince
        default: enteredAt ?? receivedAt
        }
    }
}
