/// A reception stands apart again, as a person of its own.
package struct UnlinkPerson: AttentionAct {
    package static let row = ActRow<Self>(
        .unlinkPerson, .interview,
        says: Bilingual("Separada de quien vino antes.", "Apart from who came before."),
        [.identifier("person", \.person)])

    package var reception = Identifier<Reception>(0)
    /// From whom, where it was said; the record knows.
    package var person: Identifier<Person>?

    package init() {}

    package func decide(_ matter: PersonCase) throws -> Decision { try matter.unlink() }
}

extension PersonCase {
    /// Apart again, as a person of its own.
    func unlink() throws -> Decision {
        try context.requireLane(for: reception)
        let isShared = try facts.receptions(of: reception.person).contains { $0.id != reception.id }
        guard isShared else { return unchanged() }
        var after = reception
        after.person = context.ids.next()
        after.notSame = (reception.notSame + [reception.person]).sorted { $0.value < $1.value }
        return decision(.personUnlinked, after)
    }
}
