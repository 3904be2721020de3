/// An age that is doubted, and one that is decided.
extension PersonCase {
    /// An age is doubted at once, by anybody; across 18 a day of birth takes the lead, and out of
    /// the child lane only what the Procuraduría decided leads (LGDNNA, art. 5: in doubt, a child).
    func correctAge(_ correction: AgeCorrection) throws -> Decision {
        guard reception.stage != .noShow else {
            throw wrongStage
        }
        let day = context.local.day
        guard let date = correction.birthDate else {
            if reception.stage == .released { throw Refusal(.alreadyOut) }
            return try doubt(correction)
        }
        guard date <= day, date.age(on: day) <= 120 else { throw Refusal(.futureBirthDate) }
        let after = try corrected(correction, date)
        let (was, becomes) = (reception.protection(on: day), after.protection(on: day))
        let isOlder = after.birth != reception.birth && after.protectionSoon(on: day) < .child
        let isLess = was >= .child && (becomes < was || isOlder)
        guard !isLess || correction.isDecided else { throw Refusal(.procuraduriaDecides) }
        if reception.stage == .released, !correction.isDecided { throw Refusal(.alreadyOut) }
        let crosses =
            was != .unsettled && (was >= .child) != (becomes >= .child)
            || after.crosses18(from: reception, on: day)
        guard !(crosses || isLess || reception.ageDoubtAt != nil) || context.confirmer != nil else {
            return try ask(correction, protecting: becomes > was)
        }
        if let confirmer = context.confirmer, !confirmer.leads, !context.officer.leads {
            throw Refusal(.onlyLead)
        }
        try context.requireLane(for: reception)
        var decision = decision(.ageCorrected, after, [], AgeNoted(isChild: becomes >= .child))
        decision.ground = isLess ? .decision : nil
        return decision
    }

    /// The person with the age as it is right. A doubt that ends in a child leaves the mark: only
    /// the Procuraduría says that a child is here with mother, father or guardian, or that somebody
    /// is of age.
    private func corrected(_ correction: AgeCorrection, _ date: CivilDate) throws -> Reception {
        var after = reception
        after.takeBirth(date, .exact)
        after.ageDoubtAt = nil
        after.ageSource = correction.source
        after.ageFolio = correction.folio
        guard reception.isChildAlone else { return after }
        let isChild = date.age(on: context.local.day) < 18
        if correction.isWithFamily, try !hasGuardianInside(reception) || !isChild {
            throw Refusal(.noFamilyTold)
        }
        if isChild, !(correction.isWithFamily && correction.isDecided) {
            // Not asked yet counts as marked from now on, so that the doubt does not end in
            // nothing.
            try after.markAlone(at: point, context.now)
        } else if let flags = reception.flags {
            try after.take(flags.subtracting([.unaccompaniedChild]), at: point)
        }
        return after
    }

    /// Left to the lead; a younger day protects as a doubt until it is confirmed.
    private func ask(_ correction: AgeCorrection, protecting: Bool) throws -> Decision {
        var decision = try context.pending(
            CorrectAge(reception.id, correction), about: reception.id.value, at: point.code, facts)
        guard protecting else { return decision }
        context.ids = decision.ids
        let doubted = try doubt(
            AgeCorrection(nil, source: correction.source, folio: correction.folio))
        decision.events += doubted.events
        decision.ids = doubted.ids
        return decision
    }

    /// From now on a child alone: named to the lane only, called to child protection's desk, and in
    /// its class.
    private func doubt(_ correction: AgeCorrection) throws -> Decision {
        var after = reception
        // Where the lane is open already its hours run on.
        let since = reception.isChild(on: context.local.day) ? reception.receivedAt : nil
        after.ageDoubtAt = reception.ageDoubtAt ?? since ?? context.now
        after.seemsAdult = false
        (after.ageSource, after.ageFolio) = (
            correction.source, correction.folio ?? reception.ageFolio
        )
        if let flags = reception.flags {
            try after.take(flags.union([.unaccompaniedChild]), at: point)
        }
        after.waitForTheLane()
        return decision(.ageDoubted, after, [], AgeNoted(isChild: true))
    }
}

/// As what somebody counts by the age that was noted.
struct AgeNoted: Outcome {
    let isChild: Bool
    var members: [String: JSON] { ["child": .bool(isChild)] }
}

extension Reception {
    /// Other answers to the first questions, and the class they give.
    mutating func take(_ flags: Set<Flag>, at point: ReceivingPoint) throws(Refusal) {
        let found = try point.priority(for: flags)
        self.flags = flags
        move(to: found)
    }

    /// Another class, whoever gives it; why, where it is not what the questions gave, is said apart.
    mutating func move(to given: PriorityClass) {
        priority = given.code
        tier = given.tier
        target = given.targetMinutes
        priorityReason = nil
    }
}
