/// How somebody leaves, and with whom. A child leaves as the child lane says; an adult is never
/// held.
extension PersonCase {
    /// `act` is what was asked for, and what waits where it takes a second officer.
    func release(_ release: Release, explaining: Leaving? = nil, as act: some TakesTwo) throws
        -> Decision
    {
        if release.how == .unknown, reception.isOnTheWay { return missing() }
        try requireInside()
        if release.how == .unknown { return missing() }
        try checkExit(release.how)
        var person = reception
        if let seemsAdult = release.seemsAdult { person.seemsAdult = seemsAdult }
        let isChild = person.isChild(on: context.local.day)
        var after = gone(person, release)
        if isChild {
            after.receiverReception = try childReceiver(release, person)
            guard try release.how == .died || !isAskedFor() else { throw inquiryOpen(release.how) }
            guard try context.confirmer != nil || isVouchedByAnother(after.receiverReception) else {
                return try context.pending(act, about: reception.id.value, at: point.code, facts)
            }
            try checkWhoConfirms(release.how, after.receiverReception)
        } else {
            try checkTerm(of: person, leaving: release.how)
        }
        // Drawn whether it is needed or not: no number that is left out tells of what whoever acts
        // does not know.
        let mark: Identifier<FollowUp> = context.ids.next()
        let followUp =
            try isChild || release.how == .died ? nil : afterwards(explaining, release.how, mark)
        let (ends, told) = try endings(release.how)
        let listed = followUp.flatMap { Change(from: FollowUp(id: $0.id), to: $0) }
        let alone = try leftAlone()
        var left = decision(
            .released, after, [try endedCall(.left)] + ends + [listed],
            Left(
                pending: try known(pending(leaving: release.how).union(explaining?.pending ?? [])),
                followUp: followUp.flatMap { $0.isKnown(to: context.reader) ? $0.id : nil },
                isOutOfHours: after.leftOutOfHours, leftAlone: alone.map { Identifier($0.subject) },
                referrals: told))
        left.events += alone
        left.ground = .exit
        // Nobody's unsaved words about somebody who has left stay behind.
        left.drafts = .drop(of: reception.id)
        return left
    }

    /// The person once they are out: how, where to, with whom.
    private func gone(_ person: Reception, _ release: Release) -> Reception {
        var after = person
        after.stage = .released
        after.exit = release.how
        after.exitAt = context.now
        after.destination = release.destination ?? reception.answers[.destination]
        after.exitMunicipality = release.municipality ?? reception.answer(.destinationMunicipality)
        after.leftOutOfHours = !point.isOpen(to: .general, at: context.local)
        after.receiverInstitution = release.receiver.institution
        after.receiverName = release.receiver.name
        after.receiverCredential = release.receiver.credential
        after.receiverPlate = release.receiver.plate
        after.escort = release.escort
        after.leaveDesk()
        return after
    }

    /// Outside the lane nobody is told that somebody asks for a child: its word about the family is
    /// needed anew.
    private func inquiryOpen(_ how: Exit) -> Refusal {
        guard !context.officer.isOfTheLane else { return Refusal(.inquiryOpen) }
        return Refusal(
            .childLeavesOnlyTo, ["missing": [.string(how == .relative ? "family" : "opi")]])
    }

    /// Only a written motive under art. 36 keeps an adult, for 24 hours at most (Ley de Migración).
    private func checkTerm(of person: Reception, leaving how: Exit) throws {
        guard person.nationality == .pending, person.motive != nil, let since = person.pendingSince,
            since <= context.now, context.now.secondsSince(since) < 86_400,
            ![.hospital, .authority, .died].contains(how)
        else { return }
        throw Refusal(.nationalityUnderReview)
    }

    /// What ends with an exit: referrals that it does not lead to, and the waiting for DIF; with
    /// what is told of it.
    private func endings(_ how: Exit) throws -> (changes: [Change?], told: Left.Referrals) {
        // A doctor who was asked for is not forgotten because the person went elsewhere: it stays
        // on the work list.
        func isKept(_ referral: Referral) -> Bool {
            how.leadsTo.contains(referral.referralKind)
                || referral.referralKind.isMedical && how != .died
        }
        let referrals = try referrals()
        let kept = referrals.filter(isKept)
        let closed = referrals.filter { !isKept($0) }
        var changes = closed.ended(at: try facts.providers(of: referrals)) {
            $0.state = .closed
            $0.outcome = .left
        }
        let lanes = how == .dif ? try lanes() : nil
        if let lanes, lanes.done(.difArrived) == nil, lanes.done(.dif) != nil {
            // Whoever receives stands here: that is the arrival, where nobody wrote an earlier
            // hour.
            changes.append(newTick(.difArrived, TickWords()).change)
        }
        let told = Left.Referrals(
            open: kept.known(to: context.reader).map(\.id),
            closed: closed.known(to: context.reader).map(\.id))
        return (changes, told)
    }

    private func checkExit(_ how: Exit) throws {
        switch reception.stage {
        case .registered, .inSupport:
            if how == .notAdmitted { throw Refusal(.exitNotHere) }
        case .foreign:
            if how == .notAdmitted { throw Refusal(.exitNotHere) }
        case .notAccredited: break
        default:
            guard how.isFromAnyState else {
                throw wrongStage
            }
        }
    }

    /// A child leaves only with DIF, named and with a credential, or with a parent received with
    /// the same group.
    private func childReceiver(_ release: Release, _ person: Reception) throws -> Identifier<
        Reception
    >? {
        // The day a child dies is the day the record matters most: told by two, held up by nothing.
        if release.how == .died { return nil }
        if release.how == .dif {
            try checkHandOver(release)
            return nil
        }
        let isAlone = person.isChildAlone
        guard release.how == .relative, !isAlone else {
            if person.protection(on: context.local.day) == .unsettled && !isAlone
                && release.how != .relative
            {
                throw Refusal(.ageNotSettled)
            }
            throw Refusal(.childLeavesOnlyTo, ["missing": ["dif"]])
        }
        let receiver = release.receiver
        let name = NameText.folded(receiver.name ?? "")
        let parents = try adults().filter { adult in
            canBeParent(adult, of: person)
                && (receiver.parent == adult.id
                    || receiver.parent == nil && !name.isEmpty
                        && name == NameText.folded(adult.fullName))
        }
        guard parents.count == 1, let parent = parents.first else {
            throw Refusal(.childLeavesOnlyTo, ["missing": ["receiver.reception"]])
        }
        // Whoever was told to be anything else of the child's is no parent.
        let told = reception.ties.first { $0.other == parent.id }?.kinship
        guard told == nil || told == .parent || told == .guardian else {
            throw Refusal(.childLeavesOnlyTo, ["missing": ["receiver.reception"]])
        }
        // Child protection is satisfied that it is their family: its own word about this very
        // adult. Where nobody of it is on, the lead stands in for that word, with somebody else
        // beside.
        guard try isVouched(parent.id, byOPI: true) || !isOPIOn() else {
            throw Refusal(.childLeavesOnlyTo, ["missing": ["family"]])
        }
        return parent.id
    }

    /// Whoever receives for DIF is named, with credential and vehicle, and the lane's steps before
    /// it are done.
    private func checkHandOver(_ release: Release) throws {
        let receiver = release.receiver
        let given = [
            ("institution", receiver.institution), ("name", receiver.name),
            ("id", receiver.credential),
            ("plate", receiver.plate),
        ]
        // A dot is no name.
        let unnamed = given.filter { NameText.folded($0.1 ?? "").isEmpty }.map(\.0)
        let missing = (try lanes().beforeHandOver.map(\.rawValue) + unnamed).map(JSON.string)
        guard missing.isEmpty else {
            throw Refusal(.childLeavesOnlyTo, ["missing": .array(missing)])
        }
        guard isChildProtection(receiver.institution ?? "") else {
            throw Refusal(.childLeavesOnlyTo, ["missing": ["dif"]])
        }
    }

    /// Whether what was typed as the institution names DIF or the Procuraduría: no other receives a
    /// child.
    private func isChildProtection(_ institution: String) -> Bool {
        let text = NameText.folded(institution)
        let words = Set(text.split(separator: " "))
        return !words.isDisjoint(with: ["dif", "procuraduria", "ppnna"])
            || text.contains("desarrollo integral")
    }

    /// Somebody with a name, not in the child lane themselves, and old enough: 13 years or more
    /// older than the child.
    private func canBeParent(_ adult: Reception, of child: Reception) -> Bool {
        let day = context.local.day
        guard adult.id != child.id, !adult.isChild(on: day), !adult.isUnidentified,
            let age = adult.age(on: day)
        else {
            return false
        }
        return age - (child.birth?.ages(on: day).upperBound ?? 0) >= 13
    }

    /// Nobody saw the person leave: an alarm, not a way out. On the road they are awaited no more,
    /// and inside nowhere.
    private func missing() -> Decision {
        var after = reception
        if reception.isOnTheWay { (after.stage, after.absence) = (.noShow, .unknown) }
        after.isUnlocated = true
        after.unlocatedSince = reception.unlocatedSince ?? context.now
        return decision(.missing, after, [], ["unlocated": true])
    }
}

/// What somebody leaves with and without, as far as whoever acts may know.
package struct Left: Outcome {
    /// What became of the person's referrals.
    struct Referrals {
        let open: [Identifier<Referral>]
        let closed: [Identifier<Referral>]
    }

    let pending: Set<Pending>
    let followUp: Identifier<FollowUp>?
    let isOutOfHours: Bool
    /// Children of the family whom nobody accompanies now.
    package let leftAlone: [Identifier<Reception>]
    let referrals: Referrals

    package var members: [String: JSON] {
        [
            "pending": .codes(pending), "followUp": JSON(followUp?.value),
            "outOfHours": .bool(isOutOfHours),
            "leftAlone": .identifiers(leftAlone), "openReferrals": .identifiers(referrals.open),
            "closedReferrals": .identifiers(referrals.closed),
        ]
    }
}
