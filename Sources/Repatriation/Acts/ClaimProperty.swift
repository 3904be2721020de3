/// What did not come back of somebody's belongings, with the day until which it can be asked for.
package struct ClaimProperty: ReceptionAct {
    package static let row = ActRow<Self>(
        .claimProperty, .services,
        [
            .codes("missing", \.claimed.missing),
            .text("tag", \.claimed.tag), .integer("amount", 0...1_000_000, \.claimed.amount),
            .text("office", \.claimed.office),
        ])

    package var reception = Identifier<Reception>(0)
    /// What is missing.
    package var claimed = PropertyClaimed([])

    package init() {}

    /// Somebody, and what they miss.
    package init(_ reception: Identifier<Reception>, _ claimed: PropertyClaimed) {
        self.reception = reception
        self.claimed = claimed
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let person = try facts.reception(reception)
        guard !claimed.missing.isEmpty else { throw Refusal(.missingField, ["field": "missing"]) }
        guard let receivedAt = person.receivedAt else {
            throw Refusal(.notInThisStage, ["stage": .string(person.stage.rawValue)])
        }
        var ids = context.ids
        let arrived = context.zone.local(try facts.arrival(of: person.group) ?? receivedAt).day
        let due = CivilDate(daysSinceEpoch: arrived.daysSinceEpoch + PropertyClaim.days)
        let claim = made(PropertyClaim(id: ids.next()), of: person, due, context.now)
        var sheet = Paper.issued(Paper(id: ids.next()), .claim, to: person, context)
        sheet.about = claim.id.value
        var after = person
        // Whoever misses something did not get everything.
        if person.belongings != Belongings.none { after.belongings = .part }
        let changes = [
            Change(from: PropertyClaim(id: claim.id), to: claim),
            Change(from: Paper(id: sheet.id), to: sheet),
            Change(from: person, to: after),
        ]
        let outcome = Claimed(claim: claim.id, due: due, paper: sheet.id, folio: sheet.folio)
        return Decision(.propertyClaimed, of: person, changes, outcome, ids: ids)
    }

    private func made(
        _ blank: PropertyClaim, of person: Reception, _ due: CivilDate, _ now: Instant
    ) -> PropertyClaim {
        var claim = blank
        claim.reception = person.id
        claim.point = person.point
        claim.madeAt = now
        claim.missing = claimed.missing
        claim.amount = claimed.amount
        claim.office = claimed.office
        claim.tag = claimed.tag ?? person.tag
        claim.dueOn = due
        return claim
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let due = (outcome as? Claimed)?.due.shown else { return nil }
        return Bilingual(
            "Reclamo hasta el \(due): pida la bolsa ahora.",
            "Claim until \(due): ask for the bag now.")
    }
}

/// What is said to be missing of somebody's belongings.
package struct PropertyClaimed: Sendable, Equatable {
    /// What did not come back; an empty set is refused.
    package var missing: Set<Property>
    /// The US tag; nil takes the one the person has.
    package var tag: String?
    /// Money missing, in US dollars.
    package var amount: Int?
    /// The US one that had the belongings.
    package var office: String?

    /// Things missing, without details.
    package init(_ missing: Set<Property>) { self.missing = missing }
}

/// A claim that was made, with its paper.
package struct Claimed: PrintedOutcome {
    /// The claim.
    package let claim: Identifier<PropertyClaim>
    /// Until when.
    package let due: CivilDate
    /// The paper that states it.
    package let paper: Identifier<Paper>?
    /// Its folio.
    package let folio: String

    package var members: [String: JSON] {
        [
            "claim": .int(claim.value), "due": .string(due.text), "paper": JSON(paper?.value),
            "folio": .string(folio),
        ]
    }
}
