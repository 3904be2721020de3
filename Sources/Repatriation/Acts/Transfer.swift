/// People go to another point of this store, as a list with a vehicle: there they are a group that
/// is awaited, and received by roll call as any other.
///
/// Nobody is handed over twice by it: what is counted of the hand-over stays where it was.
package struct Transfer: Act {
    package static let row = ActRow<Self>(
        .transfer, .arrival,
        [
            target, destination, .text("vehicle", \.vehicle), .code("mode", \.mode),
            .text("driver", \.driver), .instant("expectedAt", \.expectedAt),
            .text("confirmedBy", \.confirmedBy),
        ])

    /// Who: `reception`, `receptions`, or `group` with `except`.
    private static let target = Parameter<Transfer>(
        "reception", .identifier, required: true,
        read: { reader, act throws(Refusal) in act.target = try ChosenPeople(&reader) },
        write: { $0.target.members })

    private static let destination = Parameter<Transfer>(
        "to", .point, required: true, \.to,
        read: { reader throws(Refusal) in try reader.point("to") }, value: { .string($0.text) })

    /// Who goes.
    package var target = ChosenPeople.people([])
    /// Where to.
    package var to = PointCode.none
    /// Plate or number of the vehicle.
    package var vehicle = ""
    /// How they travel; nil where nobody said.
    package var mode: Mode?
    /// Who drives, or goes along; where a child travels, who answers for them on the way.
    package var driver: String?
    /// When they should be there.
    package var expectedAt: Instant?
    /// Who at the other point said that they are awaited.
    package var confirmedBy: String?

    package init() {}

    /// These, to a point, in a vehicle.
    package init(_ target: ChosenPeople, to point: PointCode, vehicle: String) {
        self.target = target
        to = point
        self.vehicle = vehicle
    }

    package func about(_ outcome: any Outcome) -> Identifier<Reception>? {
        target.one
    }

    package func seat(_ facts: some Facts) throws -> Seat { try target.seat(facts, of: people) }

    private func people(_ facts: some Facts) throws -> [Reception] {
        try target.people(facts) { try facts.unblockedReception($0) }
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let people = try people(facts)
        guard let first = people.first else { throw Refusal(.unknownReception) }
        let going = Set(people.map(\.id))
        guard going.count == people.count else { throw Refusal(.namedTwice) }
        let there = try facts.point(to)
        guard there.isActive else { throw Refusal(.pointInactive) }
        guard there.code != first.point else { throw Refusal(.alreadyThere) }
        // An hour far off would let nobody miss them.
        let road = context.now...context.now.adding(minutes: SentGroup.longestRoad * 2)
        if let expectedAt, !road.contains(expectedAt) {
            throw Refusal(.invalidValue, ["field": "expectedAt"])
        }
        for person in people {
            do {
                try PersonCase(person.id, context, facts)
                    .checkTravel(with: going, to: to, responsible: driver)
            } catch let refusal as Refusal {
                throw refusal.about(person.ticket ?? person.sentTicket)
            }
        }
        var ids = context.ids
        let blank = Group(id: ids.next())
        var group = blank
        let numbered = there.number(&group, context)
        describe(&group, from: first.point, people, context)
        var made = [Change(from: blank, to: group), Change(from: there, to: numbered)]
        var events: [Event] = []
        for (index, person) in people.enumerated() {
            let sent = person.sent(in: group, number: index + 1)
            let changes = [Change(from: person, to: sent)] + made
            let moved = try facts.openReferrals(of: person.id).map { $0.going(to: group.point) }
            events.append(
                Event(
                    .transferred, subject: person.id.value,
                    changes: (changes + moved).compactMap { $0 }))
            made = []
        }
        var decision = Decision(events, Sent(group: group.id, name: group.name), ids: ids)
        decision.ground = .exit
        return decision
    }

    private func describe(
        _ group: inout Group, from point: PointCode, _ people: [Reception], _ context: Context
    ) {
        group.mode = mode ?? .notStated
        group.origin = point
        group.vehicle = vehicle
        group.driver = driver
        group.calledBy = confirmedBy
        group.sentBy = context.officer.id
        group.sentAt = context.now
        group.expectedAt = expectedAt
        group.declared = people.count
        group.lastNumber = people.count
    }

    private struct Sent: Outcome {
        let group: Identifier<Group>
        let name: String
        var members: [String: JSON] { ["group": .int(group.value), "name": .string(name)] }
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let sent = outcome as? Sent else { return nil }
        return Bilingual(
            "En camino a \(to.text), allá es \(sent.name).",
            "On the way to \(to.text), \(sent.name) there.")
    }
}

extension Referral {
    /// The same, followed up at another point from now on.
    fileprivate func going(to point: PointCode) -> Change? {
        var there = self
        there.point = point
        return Change(from: self, to: there)
    }
}
