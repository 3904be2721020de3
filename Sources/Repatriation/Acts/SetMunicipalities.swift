/// A catalogue of municipalities in the place of the one before, in one fact; those no longer in it
/// are retired.
package struct SetMunicipalities: Act {
    package static let row = ActRow<Self>(
        .setMunicipalities, .catalogues, isOfSend: false,
        [
            .objects(
                "municipalities",
                [.text("key", \.key), .text("state", \.state), .text("name", \.name)],
                Municipality(key: "", state: "", name: ""), \.municipalities)
        ])

    /// All of them.
    package var municipalities: [Municipality] = []

    package init() {}

    /// All of them.
    package init(_ municipalities: [Municipality]) { self.municipalities = municipalities }

    package func seat(_ facts: some Facts) throws -> Seat { .nowhere }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        var ids = context.ids
        let entries = try facts.entries(of: CatalogueEntry.municipalities)
        let known = Dictionary(entries.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
        var changes: [Change] = []
        var first: Int?
        for municipality in municipalities {
            let before = known[municipality.key] ?? CatalogueEntry(id: ids.next())
            var after = before
            after.catalogue = CatalogueEntry.municipalities
            after.code = municipality.key
            after.label = municipality.name
            after.state = municipality.state
            after.isRetired = false
            first = first ?? after.id.value
            if let change = Change(from: before, to: after) { changes.append(change) }
        }
        let keys = Set(municipalities.map(\.key))
        for entry in entries where !keys.contains(entry.code) {
            var after = entry
            after.isRetired = true
            if let change = Change(from: entry, to: after) { changes.append(change) }
        }
        let retired = entries.count { !$0.isRetired && !keys.contains($0.code) }
        let outcome = MunicipalitiesSet(municipalities: municipalities.count, retired: retired)
        guard !changes.isEmpty, let first else { return Decision([], outcome, ids: ids) }
        return Decision([Event(.catalogueSet, subject: first, changes: changes)], outcome, ids: ids)
    }
}

/// How many there are, and how many are no longer offered.
package struct MunicipalitiesSet: Outcome {
    /// In the catalogue.
    package let municipalities: Int
    /// Of the one before, and not in this one.
    package let retired: Int
    package var members: [String: JSON] {
        ["municipalities": .int(municipalities), "retired": .int(retired)]
    }
}
