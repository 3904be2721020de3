/// Families: who came together, and what they are to each other, told once and kept both ways.
extension PersonCase {
    /// One event a member. Whoever belongs to the family of one of those named comes along with it:
    /// joining two families makes one, and tears none. Ages that do not fit a tie are told, never
    /// refused: the officer has the people before them.
    func setFamily(
        _ others: [Identifier<Reception>], _ kinships: [Kinship?]
    ) throws -> Decision {
        let family = try others.compactMap { try facts.receptionIfAny($0) }
        let named = [reception] + family
        guard !family.isEmpty, kinships.count == family.count else {
            throw Refusal(.missingField, ["field": "relations"])
        }
        guard Set(named.map(\.id)).count == named.count else {
            throw Refusal(.invalidValue, ["field": "receptions"])
        }
        for member in named {
            guard member.stage != .released else { throw Refusal(.alreadyOut) }
            guard member.blockedAt == nil, member.removal == nil else { throw Refusal(.dataHeld) }
            try context.requireLane(for: member)
            // Only a child and an adult are told as a family across points: they were split on the
            // way.
            let isSplit =
                member.isChild(on: context.local.day) != reception.isChild(on: context.local.day)
            guard member.point == reception.point || isSplit else { throw Refusal(.otherPoint) }
        }
        let head = reception.family ?? reception.id
        let told = zip(family, kinships).compactMap { member, kinship in
            kinship.map { (member, $0) }
        }
        let relatives = try Set(named.compactMap(\.family)).flatMap { try facts.family($0) }.filter
        { member in
            !named.contains { $0.id == member.id }
        }
        let events = (named + relatives).compactMap { member -> Event? in
            var after = member
            after.family = head
            for (other, kinship) in told {
                if member.id == reception.id { after.tie(other.id, kinship) }
                if member.id == other.id { after.tie(reception.id, kinship.inverse) }
            }
            after.deriveCompany(among: named, on: context.local.day)
            return Change(from: member, to: after).map {
                Event(.familySet, subject: member.id.value, changes: [$0])
            }
        }
        let doubts = told.filter { !fits($0, $1) }.map(\.0.id)
        return Decision(events, FamilyJoined(family: head, doubts: doubts), ids: context.ids)
    }

    /// Whether the ages allow the tie: 13 years between parent and child, in the right order.
    private func fits(_ member: Reception, _ kinship: Kinship) -> Bool {
        let day = context.local.day
        guard let own = reception.birth, let other = member.birth else { return true }
        // Told only where no day that each may be born on fits.
        func canBe(_ older: Birth, _ younger: Birth, _ years: Int) -> Bool {
            older.ages(on: day).upperBound - younger.ages(on: day).lowerBound >= years
        }
        switch kinship {
        case .child: return canBe(own, other, 13)
        case .parent: return canBe(other, own, 13)
        case .grandchild: return canBe(own, other, 26)
        case .grandparent: return canBe(other, own, 26)
        default: return true
        }
    }
}

extension Reception {
    /// A child who comes with mother, father or guardian is accompanied, unless it was answered
    /// otherwise or they are in the lane of children alone.
    fileprivate mutating func deriveCompany(among people: [Reception], on day: CivilDate) {
        guard isChild(on: day), !isChildAlone, answer(.travelCondition) == nil else {
            return
        }
        let company = ties.first { tie in
            [.parent, .guardian].contains(tie.kinship)
                && people.contains {
                    $0.id == tie.other && $0.point == point && !$0.isChild(on: day)
                }
        }
        guard let company else { return }
        setAnswer(.travelCondition, "accompanied")
        setAnswer(.companionKinship, company.kinship == .parent ? "parent" : "guardian")
    }
}

/// The family, and those whose ages do not fit.
struct FamilyJoined: Outcome {
    let family: Identifier<Reception>
    let doubts: [Identifier<Reception>]

    var members: [String: JSON] {
        ["family": .int(family.value), "doubts": .array(doubts.map { .int($0.value) })]
    }
}
