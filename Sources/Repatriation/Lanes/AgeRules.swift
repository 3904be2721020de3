/// An age that is doubted, and one that is decided.
extension ReceptionSituation {
    /// An age is doubted at once, by anybody; across 18 a day of birth takes the lead, and out of the child lane only
    /// what the Procuraduría decided leads (LGDNNA, art. 5: in doubt, a child).
    mutating func correctAge(_ correction: AgeCorrection) throws(Refusal) -> Decision {
        try requireInside()
        let day = context.local.day
        guard let date = correction.birthDate else { return try doubt(correction) }
        guard date <= day, date.age(on: day) <= 120 else { throw Refusal(.futureBirthDate) }
        let wasChild = reception.isChildAlone || (reception.age(on: day) ?? 99) < 18
        let staysChild = date.age(on: day) < 18
        if wasChild, !staysChild, correction.source != .procuraduria || NameText.folded(correction.folio ?? "").isEmpty
        {
            throw Refusal(.procuraduriaDecides)
        }
        let isKnown = reception.birthDate != nil || reception.isChildAlone
        let crosses = isKnown && wasChild != staysChild || reception.ageDoubtAt != nil
        guard !crosses || context.confirmer != nil else {
            return try ask(correction, protecting: staysChild && !wasChild)
        }
        if let confirmer = context.confirmer, !confirmer.leads, !context.officer.leads { throw Refusal(.onlyLead) }
        var after = reception
        (after.birthDate, after.ageDoubtAt) = (date, nil)
        (after.ageSource, after.ageFolio) = (correction.source, correction.folio)
        // Decided adult, or a child with mother, father or guardian here: no child alone any more.
        if var flags = reception.flags, !staysChild || !reception.guardians.isEmpty {
            flags.remove(.unaccompaniedChild)
            try after.take(flags, at: point)
        }
        return decision(.ageCorrected, after, [], ["child": .bool(staysChild)])
    }

    /// Left to the lead; a younger day protects as a doubt until it is confirmed.
    private mutating func ask(_ correction: AgeCorrection, protecting: Bool) throws(Refusal) -> Decision {
        var decision = context.pending(
            .reception(reception.id, .correctAge(correction)), about: reception.id.value, at: point.code,
            replacing: pendings)
        guard protecting else { return decision }
        context.ids = decision.ids
        let doubted = try doubt(AgeCorrection(nil, source: correction.source, folio: correction.folio))
        decision.events += doubted.events
        decision.ids = doubted.ids
        return decision
    }

    /// From now on a child alone: named to the lane only, called to child protection's desk, and in its class.
    private func doubt(_ correction: AgeCorrection) throws(Refusal) -> Decision {
        var after = reception
        after.ageDoubtAt = reception.ageDoubtAt ?? context.now
        after.seemsAdult = false
        (after.ageSource, after.ageFolio) = (correction.source, correction.folio ?? reception.ageFolio)
        if let flags = reception.flags { try after.take(flags.union([.unaccompaniedChild]), at: point) }
        return decision(.ageDoubted, after, [], ["child": true])
    }
}

extension Reception {
    /// Other answers to the first questions, and the class they give.
    mutating func take(_ flags: Set<Flag>, at point: ReceivingPoint) throws(Refusal) {
        let code = PriorityClass.code(for: flags)
        guard let priority = point.priority(code) else {
            throw Refusal(.unknownCode, ["field": "flags", "allowed": []])
        }
        (self.flags, self.priority) = (flags, code)
        (tier, target) = (priority.tier, priority.targetMinutes)
    }
}
