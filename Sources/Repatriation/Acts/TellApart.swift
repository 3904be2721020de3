/// «No es la misma» is remembered: that person is not offered here again.
package struct TellApart: PersonAct {
    package static let row = ActRow<Self>(.notSamePerson, .interview)

    package var reception = Identifier<Reception>(0)
    package var person = Identifier<Person>(0)

    package init() {}

    package func decide(_ matter: PersonCase) throws -> Decision {
        let before = matter.reception
        try matter.context.requireLane(for: before)
        if before.person == person { return try matter.unlink() }
        let isKnown = try matter.facts.receptions(of: person).contains { $0.id != before.id }
        guard isKnown else { throw Refusal(.unknownReception) }
        guard !before.notSame.contains(person) else { return matter.unchanged() }
        var after = before
        after.notSame = (before.notSame + [person]).sorted { $0.value < $1.value }
        return matter.decision(.personToldApart, after)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        Bilingual("Anotado: no es la misma.", "Noted: not the same.")
    }
}
