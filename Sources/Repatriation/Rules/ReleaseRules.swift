/// How somebody leaves, and with whom. A child leaves as the child lane says; an adult is never held.
extension ReceptionSituation {
    mutating func release(_ release: Release, explaining: Leaving? = nil) throws(Refusal) -> Decision {
        try requireInside()
        if release.how == .unknown { return missing() }
        try checkExit(release.how)
        var person = reception
        if let seemsAdult = release.seemsAdult { person.seemsAdult = seemsAdult }
        let isChild = person.isChild(on: context.local.day)
        var after = gone(person, release)
        if isChild {
            after.receiverReception = try childReceiver(release, person)
            guard !isAskedFor || release.how == .died else { throw inquiryOpen(release.how) }
            guard context.confirmer != nil || isVouchedByAnother(after.receiverReception) else {
                return context.pending(
                    .reception(reception.id, .release(release)), about: reception.id.value, at: point.code,
                    replacing: pendings)
            }
            try checkWhoConfirms(release.how, after.receiverReception)
        } else {
            try checkTerm(of: person, leaving: release.how)
        }
        // Drawn whether it is needed or not: no number that is left out tells of what whoever acts does not know.
        let mark: Identifier<FollowUp> = context.ids.next()
        let followUp = isChild || release.how == .died ? nil : afterwards(explaining, release.how, mark)
        let (ends, told) = endings(release.how)
        let listed = followUp.flatMap { Change(from: FollowUp(id: $0.id), to: $0) }
        let alone = try leftAlone()
        let result: [String: JSON] = [
            "pending": self.told(pending(leaving: release.how).union(explaining?.pending ?? [])),
            "followUp": JSON(followUp.flatMap { $0.isKnown(to: context.reader) ? $0.id.value : nil }),
            "outOfHours": .bool(after.leftOutOfHours),
            "leftAlone": .array(alone.map { .int($0.subject) }),
        ]
        var left = decision(
            .released, after, [endedCall(.left)] + ends + [listed], result.merging(told) { own, _ in own }
        )
        left.events += alone
        left.ground = .exit
        return left
    }

    /// The person once they are out: how, where to, with whom.
    private func gone(_ person: Reception, _ release: Release) -> Reception {
        var after = person
        (after.stage, after.exit, after.exitAt) = (.released, release.how, context.now)
        after.destination = release.destination ?? reception.answers[.destination]
        after.exitMunicipality = release.municipality ?? reception.answer(.destinationMunicipality)
        after.leftOutOfHours = !point.isOpen(to: .general, at: context.local)
        (after.receiverInstitution, after.receiverName) = (release.institution, release.name)
        (after.receiverCredential, after.receiverPlate) = (release.credential, release.plate)
        after.escort = release.escort
        after.leaveDesk()
        return after
    }

    /// Outside the lane nobody is told that somebody asks for a child: its word about the family is needed anew.
    private func inquiryOpen(_ how: Exit) -> Refusal {
        guard !context.officer.isOfTheLane else { return Refusal(.inquiryOpen) }
        return Refusal(.childLeavesOnlyTo, ["missing": [.string(how == .relative ? "family" : "opi")]])
    }

    /// Only a written motive under art. 36 keeps an adult, for 24 hours at most (Ley de Migración).
    private func checkTerm(of person: Reception, leaving how: Exit) throws(Refusal) {
        guard person.nationality == .pending, person.motive != nil, let since = person.pendingSince,
            since <= context.now, context.now.secondsSince(since) < 86_400,
            ![.hospital, .authority, .died].contains(how)
        else { return }
        throw Refusal(.nationalityUnderReview)
    }

    /// What ends with an exit: referrals that it does not lead to, and the waiting for DIF; with what is told of it.
    private mutating func endings(_ how: Exit) -> (changes: [Change?], told: [String: JSON]) {
        // A doctor who was asked for is not forgotten because the person went elsewhere: it stays on the work list.
        func isKept(_ referral: Referral) -> Bool {
            how.leadsTo.contains(referral.referralKind) || referral.referralKind.isMedical && how != .died
        }
        let kept = referrals.filter(isKept)
        let closed = referrals.filter { !isKept($0) }
        var changes = closed.ended(at: providers) { ($0.state, $0.outcome) = (.closed, .left) }
        if how == .dif, lanes.done(.difArrived) == nil, lanes.done(.dif) != nil {
            // Whoever receives stands here: that is the arrival, where nobody wrote an earlier hour.
            changes.append(newTick(.difArrived, TickWords()).change)
        }
        let told: [String: JSON] = [
            "openReferrals": .array(kept.known(to: context.reader).map { .int($0.id.value) }),
            "closedReferrals": .array(closed.known(to: context.reader).map { .int($0.id.value) }),
        ]
        return (changes, told)
    }

    private func checkExit(_ how: Exit) throws(Refusal) {
        switch reception.stage {
        case .registered, .inSupport:
            if how == .notAdmitted { throw Refusal(.exitNotHere) }
        case .foreign:
            if how == .notAdmitted { throw Refusal(.exitNotHere) }
        case .notAccredited: break
        default:
            guard how.isFromAnyState else {
                throw Refusal(.notInThisStage, ["stage": .string(reception.stage.rawValue)])
            }
        }
    }

    /// A child leaves only with DIF, named and with a credential, or with a parent received with the same group.
    private func childReceiver(_ release: Release, _ person: Reception) throws(Refusal) -> Identifier<Reception>? {
        // The day a child dies is the day the record matters most: told by two, held up by nothing.
        if release.how == .died { return nil }
        if release.how == .dif {
            try checkHandOver(release)
            return nil
        }
        let isAlone = person.isChildAlone
        guard release.how == .relative, !isAlone else {
            if person.protection(on: context.local.day) == .unsettled && !isAlone && release.how != .relative {
                throw Refusal(.ageNotSettled)
            }
            throw Refusal(.childLeavesOnlyTo, ["missing": ["dif"]])
        }
        let name = NameText.folded(release.name ?? "")
        let parents = adults.filter { adult in
            canBeParent(adult, of: person)
                && (release.parent == adult.id
                    || release.parent == nil && !name.isEmpty && name == NameText.folded(adult.fullName))
        }
        guard parents.count == 1, let parent = parents.first else {
            throw Refusal(.childLeavesOnlyTo, ["missing": ["receiver.reception"]])
        }
        // Whoever was told to be anything else of the child's is no parent.
        let told = reception.ties.first { $0.other == parent.id }?.kinship
        guard told == nil || told == .parent || told == .guardian else {
            throw Refusal(.childLeavesOnlyTo, ["missing": ["receiver.reception"]])
        }
        // Child protection is satisfied that it is their family: its own word about this very adult. Where nobody of it
        // is on, the lead stands in for that word, with somebody else beside.
        guard isVouched(parent.id, byOPI: true) || !isOPIOn else {
            throw Refusal(.childLeavesOnlyTo, ["missing": ["family"]])
        }
        return parent.id
    }

    /// Whoever receives for DIF is named, with credential and vehicle, and the lane's steps before it are done.
    private func checkHandOver(_ release: Release) throws(Refusal) {
        let given = [
            ("institution", release.institution), ("name", release.name), ("id", release.credential),
            ("plate", release.plate),
        ]
        // A dot is no name.
        let unnamed = given.filter { NameText.folded($0.1 ?? "").isEmpty }.map(\.0)
        let missing = (lanes.beforeHandOver.map(\.rawValue) + unnamed).map(JSON.string)
        guard missing.isEmpty else { throw Refusal(.childLeavesOnlyTo, ["missing": .array(missing)]) }
        guard isChildProtection(release.institution ?? "") else {
            throw Refusal(.childLeavesOnlyTo, ["missing": ["dif"]])
        }
    }

    /// Whether the family's exit has the word it takes: of child protection, who is enough alone, or of a lead other
    /// than whoever acts.
    private func isVouched(_ parent: Identifier<Reception>?) -> Bool {
        guard let parent else { return false }
        return isVouched(parent, byOPI: true) || isVouched(parent, byOPI: false)
    }

    /// The word is that of another human being than whoever acts, and one of the two gave a password; or it is of child
    /// protection's own officer whose identity nobody else gave lately: else a second officer confirms.
    private func isVouchedByAnother(_ parent: Identifier<Reception>?) -> Bool {
        guard let parent, isVouched(parent) else { return false }
        let own = context.officer
        if own.isOfChildProtection, lineage.origins(of: own.id).count == 1 { return true }
        let vouching = Set(vouchers.filter { $0.isOfChildProtection || $0.leads }.map(\.id))
        return ticks.contains { tick in
            tick.relatives.contains(parent) && vouching.contains(tick.officer)
                && lineage.objection(
                    to: Lineage.Word(tick.officer, tick.proof), and: Lineage.Word(own.id, context.proof)) == nil
        }
    }

    private func isVouched(_ parent: Identifier<Reception>, byOPI: Bool) -> Bool {
        if byOPI && context.officer.isOfChildProtection { return true }
        let speakers = Set(ticks.filter { $0.relatives.contains(parent) }.map(\.officer))
        return vouchers.contains { voucher in
            guard speakers.contains(voucher.id) else { return false }
            return byOPI ? voucher.isOfChildProtection : voucher.leads && voucher.id != context.officer.id
        }
    }

    /// Of the two, one leads where the lead stands in for child protection; a death is told by one of the lane.
    private func checkWhoConfirms(_ how: Exit, _ parent: Identifier<Reception>?) throws(Refusal) {
        let two = [context.officer, context.confirmer].compactMap { $0 }
        if how == .died, !two.contains(where: \.isOfTheLane) { throw Refusal.notAllowed([.opi, .lead]) }
        guard parent != nil, !isVouched(parent) else { return }
        guard two.contains(where: \.leads) || two.contains(where: \.isOfChildProtection) else {
            throw Refusal(.childLeavesOnlyTo, ["missing": ["family"]])
        }
    }

    /// Whether what was typed as the institution names DIF or the Procuraduría: no other receives a child.
    private func isChildProtection(_ institution: String) -> Bool {
        let text = NameText.folded(institution)
        let words = Set(text.split(separator: " "))
        return !words.isDisjoint(with: ["dif", "procuraduria", "ppnna"]) || text.contains("desarrollo integral")
    }

    /// Somebody with a name, not in the child lane themselves, and old enough: 13 years or more older than the child.
    private func canBeParent(_ adult: Reception, of child: Reception) -> Bool {
        let day = context.local.day
        guard adult.id != child.id, !adult.isChild(on: day), !adult.isUnidentified, let age = adult.age(on: day) else {
            return false
        }
        return age - (child.birth?.ages(on: day).upperBound ?? 0) >= 13
    }

    /// Nobody saw the person leave: an alarm, not a way out.
    private func missing() -> Decision {
        var after = reception
        after.isUnlocated = true
        after.unlocatedSince = reception.unlocatedSince ?? context.now
        return decision(.missing, after, [], ["unlocated": true])
    }
}
