/// Somebody who was looked for was found.
///
/// Whoever was on the way to another point is the account of the one that sent them from then on,
/// where they leave as anybody does; unless they still come.
package struct Locate: AttentionAct {
    package static let row = ActRow<Self>(
        .locate, .arrival, alsoOf: [.care], alsoFor: [.beta], says: EventKind.located.label.stopped,
        [.reason("found", \.found), .flag("stillComes", \.stillComes)])

    package var reception = Identifier<Reception>(0)
    /// Where and how.
    package var found = ""
    /// They are in the vehicle all the same, and awaited as before.
    package var stillComes = false

    package init() {}

    /// Somebody, where and how.
    package init(_ reception: Identifier<Reception>, found: String, stillComes: Bool = false) {
        self.reception = reception
        self.found = found
        self.stillComes = stillComes
    }

    package var offTheRoad: OffTheRoad? { stillComes ? nil : .stays }

    package func decide(_ person: PersonCase) throws -> Decision {
        let isTakenBack = person.recorded.isOnTheWay && !stillComes
        guard person.reception.isUnlocated || isTakenBack else { return person.unchanged() }
        var after = person.reception
        if after.isOnTheWay {
            after.stage = .listed
            (after.absence, after.absenceConfirmedBy) = (nil, nil)
        }
        after.isUnlocated = false
        after.found = found
        return person.decision(.located, after)
    }
}
