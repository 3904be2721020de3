/// Who helps near a point, added or changed; never with fewer places than are kept.
package struct SetProvider: PointAct {
    package static let row = ActRow<Self>(
        .setProvider, .catalogues,
        [
            .identifier("provider", \.provider), .text("name", \.words.name),
            .code("institution", \.words.institution), .codes("serves", \.words.serves),
            .codes("sexes", \.words.sexes), .integer("fromAge", 0...120, \.words.fromAge),
            .integer("toAge", 0...120, \.words.toAge), .flag("families", \.words.takesFamilies),
            .text("hours", \.words.hours), .integer("places", 0...9999, \.words.places),
            .text("contact", \.words.contact), .flag("retired", \.words.isRetired),
        ])

    package var point = PointCode.none
    /// Which; nil adds one.
    package var provider: Identifier<Provider>?
    /// What is said of it.
    package var words = ProviderWords()

    package init() {}

    /// An institution of a point.
    package init(at point: PointCode, _ provider: Identifier<Provider>?, _ words: ProviderWords) {
        self.init(at: point)
        self.provider = provider
        self.words = words
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        var ids = context.ids
        let known = try provider.map { try facts.provider($0) }
        if let known, known?.point != point { throw Refusal(.unknownProvider) }
        let before = (known ?? nil) ?? Provider(id: ids.next())
        let after = before.taking(words, at: point)
        guard !after.name.isEmpty else { throw Refusal(.missingField, ["field": "name"]) }
        guard !after.serves.isEmpty else { throw Refusal(.missingField, ["field": "serves"]) }
        guard after.windows != nil else { throw Refusal(.invalidValue, ["field": "hours"]) }
        // Whoever may not know for whom places are kept is not told that any are: nobody is sent
        // until one is free.
        guard before.mayKeepUnknown(to: context.reader) || after.places ?? after.held >= after.held
        else {
            throw Refusal(.placesKept, ["held": .int(after.held)])
        }
        return Decision(.providerSet, before, after, Kept(id: after.id), ids: ids)
    }

    private struct Kept: Outcome {
        let id: Identifier<Provider>
        var members: [String: JSON] { ["provider": .int(id.value)] }
    }
}
