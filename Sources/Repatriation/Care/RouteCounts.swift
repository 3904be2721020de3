/// How many of those inside take which route of services; whoever was not asked is in none.
package struct RouteCounts: Sendable, Equatable {
    private var counts: [ServiceRoute: Int] = [:]

    /// Nobody asked.
    package init() {}

    /// How many take one.
    package subscript(route: ServiceRoute) -> Int {
        get { counts[route] ?? 0 }
        set { counts[route] = newValue == 0 ? nil : newValue }
    }

    /// Keeps a count that is of a route; any other is none of these.
    package mutating func take(_ count: Int, of measure: Cell.Measure) {
        for route in ServiceRoute.allCases where route.measure == measure { self[route] = count }
    }

    /// «servicios: se queda 12 · sólo constancia 40»; empty while nobody was asked.
    package var words: Bilingual {
        let told = ServiceRoute.allCases.filter { self[$0] > 0 }
        func joined(_ language: Language) -> String {
            guard !told.isEmpty else { return "" }
            return language("servicios: ", "services: ")
                + told.map { "\($0.label(language)) \(self[$0])" }.joined(separator: " · ")
        }
        return Bilingual(joined(.es), joined(.en))
    }

    /// Every route with its count.
    package var json: JSON {
        .object(
            Dictionary(
                uniqueKeysWithValues: ServiceRoute.allCases.map {
                    ($0.rawValue, JSON.int(self[$0]))
                }))
    }
}
