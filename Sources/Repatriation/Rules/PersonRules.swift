/// Who this is: linking a reception to somebody who came before, and taking that back.
extension ReceptionSituation {
    /// Every reception makes a person of its own; linking points it to the person of an earlier one.
    func link(_ person: Identifier<Person>) throws(Refusal) -> Decision {
        try context.requireLane(for: reception)
        guard isPersonKnown else { throw Refusal(.unknownReception) }
        guard reception.person != person else { return Decision([], ids: context.ids) }
        guard !isPersonHeld else { throw Refusal(.dataHeld) }
        // One link more, and one person's whole file is given to another: what nothing suggests takes whoever leads.
        guard isPersonAlike || context.officer.leads else { throw Refusal(.notAlike) }
        if reception.isInside, let elsewhere { throw Refusal(.personIsInside, elsewhere.details(context)) }
        var after = reception
        after.person = person
        after.notSame.removeAll { $0 == person }
        return decision(.personLinked, after)
    }

    /// Apart again, as a person of its own.
    mutating func unlink() throws(Refusal) -> Decision {
        try context.requireLane(for: reception)
        guard isPersonShared else { return Decision([], ids: context.ids) }
        var after = reception
        after.person = context.ids.next()
        after.notSame = (reception.notSame + [reception.person]).sorted { $0.value < $1.value }
        return decision(.personUnlinked, after)
    }

    /// «No es la misma» is remembered: that person is not offered here again.
    mutating func notSame(_ person: Identifier<Person>) throws(Refusal) -> Decision {
        try context.requireLane(for: reception)
        if reception.person == person { return try unlink() }
        guard isPersonKnown else { throw Refusal(.unknownReception) }
        guard !reception.notSame.contains(person) else { return Decision([], ids: context.ids) }
        var after = reception
        after.notSame = (reception.notSame + [person]).sorted { $0.value < $1.value }
        return decision(.personToldApart, after)
    }
}

/// Where somebody is inside, and since when.
package struct OpenReception: Sendable, Equatable {
    /// The one that is not over.
    package let reception: Identifier<Reception>
    /// Where it is.
    package let point: PointCode
    /// When the person was received there; nil when it is not known.
    package let since: Instant?
    private let person: Reception

    /// Somebody inside a point.
    package init(_ reception: Reception) {
        self.reception = reception.id
        point = reception.point
        since = reception.receivedAt
        person = reception
    }

    /// What the refusal says: where, and since when by the clock of who reads it.
    func details(_ context: Context) -> [String: JSON] {
        guard person.isNamed(to: context.reader) else { return ["point": "–", "since": "–"] }
        let local = since.map(context.zone.local)
        return [
            "reception": .int(reception.value), "point": .string(point.text),
            "since": JSON(local.map { "\($0.day.text) \($0.clock)" }),
        ]
    }
}
