/// One entry of a catalogue that the store holds: what a lead added, reworded or retired, and every
/// municipality.
package struct CatalogueEntry: Tabled {
    package let id: Identifier<CatalogueEntry>
    /// The catalogue's hand-given name.
    package var catalogue = ""
    /// The code; it never changes.
    package var code = ""
    /// The letter or figure that chooses it alone, where the list has such; of a table its number.
    package var letter: String?
    /// The words.
    package var label = ""
    /// The words in English; nil where they are the same.
    package var english: String?
    /// RENAPO's two letters of a municipality's state.
    package var state: String?
    /// No longer offered; old answers that have it stay readable.
    package var isRetired = false

    package init(id: Identifier<CatalogueEntry>) { self.id = id }

    package static let table = EntityTable<Self>(
        .catalogueEntry,
        Field("catalogue", \.catalogue), Field("code", \.code), Field("letter", \.letter),
        Field("label", \.label),
        Field("english", \.english), Field("state", \.state), Field("retired", \.isRetired))

    /// The catalogue of municipalities.
    package static let municipalities = "municipios"

    /// The catalogue of days on which terms do not run, besides those of rest; their codes are
    /// `20261102`.
    package static let holidays = "inhabiles"

    /// The catalogue of telephone numbers on everybody's orientation sheet; their codes are the
    /// numbers.
    package static let numbers = "telefonos"

    /// The catalogue of what official tables are called; their codes are those of the tables.
    package static let tables = "cuadros"

    /// Catalogues that are plain lists of codes and words, without letters to choose by.
    package static let plainLists = [holidays, numbers]

    /// Catalogues that are no list of the interview.
    package static let ownLists = [municipalities] + plainLists + [tables]

    /// The day of a holiday; nil when the code is none.
    package var date: CivilDate? {
        guard code.utf8.count == 8 else { return nil }
        return CivilDate(text: "\(code.prefix(4))-\(code.dropFirst(4).prefix(2))-\(code.suffix(2))")
    }

    /// The name with its state, by which homonyms are told apart.
    package var place: String {
        let state = state.flatMap { MexicanState(curpCode: $0)?.name }
        return [label, state].compactMap { $0 }.joined(separator: ", ")
    }
}

/// What a lead says about an entry; nil is «as it was».
package struct EntryWords: Sendable, Equatable {
    /// The words.
    package var label: String?
    /// The words in English.
    package var english: String?
    /// The letter or figure that chooses it alone, or a table's number.
    package var letter: String?
    /// Whether it is no longer offered.
    package var isRetired: Bool?

    /// Nothing said yet.
    package init() {}
}
