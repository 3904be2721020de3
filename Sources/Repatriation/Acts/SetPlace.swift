/// Where somebody is now.
package struct SetPlace: AttentionAct {
    package static let row = ActRow<Self>(
        .setPlace, .care, alsoFor: [.beta], [.code("place", \.place), .text("with", \.with)])

    package var reception = Identifier<Reception>(0)
    /// Where.
    package var place = Place.roomB
    /// With whom, or in whose hands.
    package var with: String?

    package init() {}

    /// Somebody, where and with whom.
    package init(_ reception: Identifier<Reception>, _ place: Place, with: String? = nil) {
        self.reception = reception
        self.place = place
        self.with = with
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        try person.requireInside()
        var after = person.reception
        after.place = place
        after.placeWith = with
        return person.decision(.placed, after)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        changed ? ActPhrase.moved(to: place.label)?.stopped : nil
    }
}
