/// Somebody leaves: how, where to, with whom.
package struct ReleasePerson: AttentionAct, TakesTwo {
    package static let row = ActRow<Self>(
        .release, .interview, Release.parameters.map { $0.of(\.release) })

    package var reception = Identifier<Reception>(0)
    /// How.
    package var release = Release(.unknown)

    package init() {}

    /// Somebody, and how they leave.
    package init(_ reception: Identifier<Reception>, _ release: Release) {
        self.reception = reception
        self.release = release
    }

    /// Whom nobody saw leave stays on the account of the point that sent them.
    package var offTheRoad: OffTheRoad? { release.how == .unknown ? .stays : .leaves }

    package func decide(_ person: PersonCase) throws -> Decision {
        try person.release(release, as: self)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        if outcome is LeftPending {
            return Bilingual(
                "Falta que otra persona la confirme en 10 min: «k».",
                "Somebody else has to confirm within 10 min: «k».")
        }
        return changed ? ActPhrase.left(by: release.how.label).stopped : nil
    }
}
