/// Somebody of the list is here: received, with a number.
package struct Receive: AttentionAct {
    package static let row = ActRow<Self>(
        .receive, .arrival, alsoFor: [.beta],
        [.code("belongings", \.belongings), .text("tag", \.tag)])

    package var reception = Identifier<Reception>(0)
    /// What the US side gave back of theirs; nil where nobody asked.
    package var belongings: Belongings?
    /// The number of the US property tag.
    package var tag: String?

    package init() {}

    /// Somebody, and what they brought.
    package init(_ reception: Identifier<Reception>, _ belongings: Belongings?, tag: String? = nil)
    {
        self.reception = reception
        self.belongings = belongings
        self.tag = tag
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        let before = person.reception
        var after = before
        after.belongings = belongings ?? before.belongings
        after.tag = tag ?? before.tag
        guard before.stage == .listed || before.stage == .noShow else {
            // Received before: the same number, and only what was not yet asked is taken.
            if before.stage == .released { throw Refusal(.alreadyOut) }
            if before.belongings != nil { after.belongings = before.belongings }
            return person.decision(
                .personAmended, after, [], Received(ticket: before.ticket, already: true))
        }
        return try received(person, after, in: try person.group())
    }

    /// With the next number of the point, as one of a group that is here from now on.
    func received(
        _ person: PersonCase, _ brought: Reception, in group: Group
    ) throws -> Decision {
        guard group.stage != .concluded else { throw Refusal(.groupConcluded) }
        // Somebody linked while on the list may be inside elsewhere by now.
        let before = person.reception
        let elsewhere = try person.facts.receptions(of: before.person).first {
            $0.id != before.id && ($0.isInside || $0.isOnTheWay)
        }
        if let elsewhere {
            throw Refusal(.personIsInside, OpenReception(elsewhere).details(person.context))
        }
        var after = brought
        let numbered = try person.point.giveTicket(&after, person.context, person.facts)
        after.absence = nil
        after.isUnlocated = false
        after.unlocatedSince = nil
        // The first tick of a roll call says that the group is here; a balanced one has to be
        // balanced again.
        let present =
            group.stage == .announced
            ? group.arrived(at: person.point, person.context) : group.unsettled
        let others = [Change(from: person.point, to: numbered), Change(from: group, to: present)]
        return person.decision(
            before.isOnTheWay ? .transferArrived : .received, after, others,
            Received(ticket: after.ticket, already: false))
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard (outcome as? Received)?.already != true else {
            guard changed, let belongings else {
                return Bilingual("Ya estaba recibida.", "Already received.")
            }
            return Bilingual(
                "Pertenencias: \(belongings.label.es).", "Belongings: \(belongings.label.en).")
        }
        return ActPhrase.received(belongings?.label).stopped
    }
}

/// Whoever was received.
package struct Received: Outcome {
    /// The number given.
    package let ticket: Int?
    /// It was so before.
    package let already: Bool
    package var members: [String: JSON] { ["ticket": JSON(ticket), "already": .bool(already)] }
}
