/// Who this is: somebody who came before. Every reception makes a person of its own; linking points
/// it to the person of an earlier one.
package struct LinkPerson: PersonAct {
    package static let row = ActRow<Self>(
        .linkPerson, .interview,
        says: Bilingual("Unida a quien vino antes.", "Linked to who came before."))

    package var reception = Identifier<Reception>(0)
    package var person = Identifier<Person>(0)

    package init() {}

    package func decide(_ matter: PersonCase) throws -> Decision {
        let before = matter.reception
        try matter.context.requireLane(for: before)
        let others = try matter.facts.receptions(of: person).filter { $0.id != before.id }
        guard !others.isEmpty else { throw Refusal(.unknownReception) }
        guard before.person != person else { return matter.unchanged() }
        guard !others.contains(where: { $0.blockedAt != nil || $0.removal != nil }) else {
            throw Refusal(.dataHeld)
        }
        let own = MatchFacts(before)
        let isAlike = others.contains { MatchScore(own, MatchFacts($0)).grade != nil }
        // One link more, and one person's whole file is given to another: what nothing suggests
        // takes whoever leads.
        guard isAlike || matter.context.officer.leads else { throw Refusal(.notAlike) }
        if before.isInside, let elsewhere = others.first(where: \.isInside) {
            throw Refusal(.personIsInside, OpenReception(elsewhere).details(matter.context))
        }
        var after = before
        after.person = person
        after.notSame.removeAll { $0 == person }
        return matter.decision(.personLinked, after)
    }
}
