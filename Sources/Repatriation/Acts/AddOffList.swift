/// Somebody stands here whom the list does not name: on the record and received, in one act.
package struct AddOffList: GroupAct {
    package static let row = ActRow<Self>(
        .addOffList, .arrival, [.object("person", PersonData.parameters, required: true, \.person)])

    package var group = Identifier<Group>(0)
    /// Who it is.
    package var person = PersonData()

    package init() {}

    /// Somebody who came with a group.
    package init(_ group: Identifier<Group>, _ person: PersonData) {
        self.group = group
        self.person = person
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let group = try open(facts)
        guard group.origin == nil else { throw Refusal(.fromAnotherPoint) }
        let point = try facts.point(group.point)
        try person.check(on: context.local.day)
        if let inside = try facts.alreadyInside([person])[0] {
            throw Refusal(.personIsInside, inside.details(context))
        }
        let similar = try facts.similar(to: person, in: group.id)
        var ids = context.ids
        let blank = Reception(id: ids.next())
        var received = blank
        received.person = ids.next()
        received.group = group.id
        received.point = group.point
        received.isOffList = true
        received.take(person)
        let numbered = try point.giveTicket(&received, context, facts)
        var reopened = group.unsettled
        // Whoever stands here came with a group that is here, unless those of its list are still
        // awaited.
        if group.stage == .announced, try facts.counts(of: group.id).pending == 0 {
            reopened = reopened.arrived(at: point, context)
        }
        let changes = [
            Change(from: blank, to: received), Change(from: point, to: numbered),
            Change(from: group, to: reopened),
        ]
        let event = Event(.received, subject: received.id.value, changes: changes.compactMap { $0 })
        let outcome = Added(reception: received.id, ticket: received.ticket, similar: similar)
        return Decision([event], outcome, ids: ids)
    }

    package func about(_ outcome: any Outcome) -> Identifier<Reception>? {
        (outcome as? Added)?.reception
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        Bilingual("Agregada fuera de lista.", "Added off the list.")
    }
}

/// Whoever was added off the list.
package struct Added: Outcome {
    /// Who.
    package let reception: Identifier<Reception>
    /// The number given.
    package let ticket: Int?
    /// Those of the group who may be the same.
    package let similar: [Identifier<Reception>]

    package var members: [String: JSON] {
        [
            "reception": .int(reception.value), "ticket": JSON(ticket),
            "similar": .array(similar.map { .int($0.value) }),
        ]
    }
}
