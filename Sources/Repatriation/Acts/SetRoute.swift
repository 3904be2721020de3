/// Which services somebody wants here: a bed, the certificate alone, services without a bed, none.
package struct SetRoute: AttentionAct {
    package static let row = ActRow<Self>(
        .setRoute, .care, alsoFor: [.beta], [.code("route", \.route)])

    package var reception = Identifier<Reception>(0)
    /// Which.
    package var route = ServiceRoute.stays

    package init() {}

    /// Somebody, and what they want here.
    package init(_ reception: Identifier<Reception>, _ route: ServiceRoute) {
        self.reception = reception
        self.route = route
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        try person.requireInside()
        var after = person.reception
        after.serviceRoute = route
        return person.decision(.routeSet, after)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        changed ? ActPhrase.takes(route.label).stopped : nil
    }
}
