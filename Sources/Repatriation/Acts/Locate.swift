/// Somebody who was looked for was found.
package struct Locate: AttentionAct {
    package static let row = ActRow<Self>(
        .locate, .arrival, alsoOf: [.care], alsoFor: [.beta], says: EventKind.located.label.stopped,
        [.text("found", \.found)])

    package var reception = Identifier<Reception>(0)
    /// Where and how.
    package var found = ""

    package init() {}

    /// Somebody, where and how.
    package init(_ reception: Identifier<Reception>, found: String) {
        self.reception = reception
        self.found = found
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        guard person.reception.isUnlocated else { return person.unchanged() }
        var after = person.reception
        after.isUnlocated = false
        after.found = found
        return person.decision(.located, after)
    }
}
