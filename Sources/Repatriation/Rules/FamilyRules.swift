/// Families: who came together and what they are to each other, seen from the first and, by its inverse, from the rest.
extension ReceptionSituation {
    /// One event a member. Ages that do not fit a tie are told, never refused: the officer has the people before them.
    func setFamily(_ kinships: [Kinship?]) throws(Refusal) -> Decision {
        guard !family.isEmpty, kinships.count == family.count else {
            throw Refusal(.missingField, ["field": "relations"])
        }
        for member in [reception] + family {
            guard member.stage != .released else { throw Refusal(.alreadyOut) }
            // Only a child and an adult are told as a family across points: they were split on the way.
            let isSplit = member.isChild(on: context.local.day) != reception.isChild(on: context.local.day)
            guard member.point == reception.point || isSplit else { throw Refusal(.otherPoint) }
        }
        let head = reception.family ?? reception.id
        var events: [Event] = []
        func join(_ member: Reception, _ kinship: Kinship?) {
            var after = member
            after.family = head
            after.kinship = kinship ?? member.kinship
            after.deriveCompany(with: member.id == reception.id ? nil : reception, kinship, on: context.local.day)
            if let change = Change(from: member, to: after) {
                events.append(Event(.familySet, subject: member.id.value, changes: [change]))
            }
        }
        join(reception, reception.kinship ?? .first)
        for (member, kinship) in zip(family, kinships) where member.id != reception.id { join(member, kinship) }
        let doubts = zip(family, kinships).filter { !fits($0, $1) }.map { JSON.int($0.0.id.value) }
        return Decision(events, ["family": .int(head.value), "doubts": .array(doubts)], ids: context.ids)
    }

    /// Whether the ages allow the tie: 13 years between parent and child, in the right order.
    private func fits(_ member: Reception, _ kinship: Kinship?) -> Bool {
        let day = context.local.day
        guard let own = reception.age(on: day), let other = member.age(on: day) else { return true }
        switch kinship {
        case .child: return own - other >= 13
        case .parent: return other - own >= 13
        case .grandchild: return own - other >= 26
        case .grandparent: return other - own >= 26
        default: return true
        }
    }
}

extension Reception {
    /// A child who comes with mother, father or guardian is accompanied, unless it was answered otherwise or they are
    /// in the lane of children alone.
    fileprivate mutating func deriveCompany(with adult: Reception?, _ kinship: Kinship?, on day: CivilDate) {
        guard let adult, let kinship, isChild(on: day), !adult.isChild(on: day), [.child, .ward].contains(kinship),
            flags?.contains(.unaccompaniedChild) != true, answer(.travelCondition) == nil
        else { return }
        setAnswer(.travelCondition, "accompanied")
        setAnswer(.companionKinship, kinship == .child ? "parent" : "guardian")
    }
}
