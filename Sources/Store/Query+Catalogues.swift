import Repatriation
import SQLite

/// Catalogues that leads amend, and the names of places.
extension Store {
    /// The store's own entries of one catalogue, by code.
    package func entries(of catalogue: String) throws(StoreError) -> [CatalogueEntry] {
        try wrap { () throws(SQLiteError) in
            try rows.all(CatalogueEntry.self, "catalogue = ? ORDER BY code", .text(catalogue))
        }
    }

    /// What official tables are called here.
    package func reportTitles() throws(StoreError) -> ReportTitles {
        ReportTitles(try entries(of: CatalogueEntry.tables))
    }

    /// What the rules of one entry read: the whole of a list whose letters or numbers must differ,
    /// else that entry alone.
    func entries(of catalogue: String, about code: String) throws(StoreError) -> [CatalogueEntry] {
        if InterviewForm.lists[catalogue] != nil || catalogue == CatalogueEntry.tables {
            return try entries(of: catalogue)
        }
        return try wrap { () throws(SQLiteError) in
            try rows.all(
                CatalogueEntry.self, "catalogue = ? AND code = ?", .text(catalogue), .text(code))
        }
    }

    /// The interview's lists as they stand here, with the municipalities of these keys.
    package func lists(naming keys: [String] = []) throws(StoreError) -> FormLists {
        try wrap { () throws(SQLiteError) in
            var entries = try rows.all(
                CatalogueEntry.self,
                """
                catalogue NOT IN ('\(CatalogueEntry.municipalities)', \
                '\(CatalogueEntry.holidays)', '\(CatalogueEntry.numbers)') ORDER BY id
                """
            )
            for key in keys {
                entries += try rows.all(
                    CatalogueEntry.self, "catalogue = ? AND code = ?",
                    .text(CatalogueEntry.municipalities), .text(key))
            }
            return FormLists(entries)
        }
    }

    /// The lists that saving these answers needs: with all municipalities where one is told by its
    /// name.
    func lists(for answers: [ProfileField: String], of reception: Reception) throws(StoreError)
        -> FormLists
    {
        let named = answers.contains { field, answer in
            field.question.kind == .municipality && !answer.isEmpty
        }
        let own = try lists()
        return named ? own.adding(try entries(of: CatalogueEntry.municipalities)) : own
    }

    /// Places whose name, or a word of it, begins so: those of `state` first, then those that begin
    /// so, then by name.
    ///
    /// Municipalities in force; where none are loaded, what people of this store have said. At most
    /// `most`. O(places).
    package func places(
        like text: String, for field: ProfileField, in state: String?, most: Int = 40
    ) throws(StoreError) -> [String] {
        let wanted = NameText.folded(text)
        let municipalities = try entries(of: CatalogueEntry.municipalities).filter { !$0.isRetired }
        let names =
            municipalities.isEmpty
            ? try placesSaid(field).map { (name: $0, label: $0, isHere: true) }
            : FormLists.toldApart(municipalities).map {
                (name: $1, label: $0.label, isHere: $0.state == state)
            }
        let found = names.compactMap { place in
            begins(place.label, wanted).map {
                (rank: (place.isHere ? 0 : 1, $0 ? 0 : 1, place.name), name: place.name)
            }
        }.sorted { $0.rank < $1.rank }
        var seen: Set<String> = []
        return Array(
            found.map(\.name).filter { seen.insert(NameText.folded($0)).inserted }.prefix(most))
    }

    /// True where the name itself begins so, false where a later word does, nil where none does.
    private func begins(_ name: String, _ wanted: String) -> Bool? {
        let folded = NameText.folded(name)
        if folded.hasPrefix(wanted) { return true }
        return folded.split(separator: " ").contains { $0.hasPrefix(wanted) } ? false : nil
    }

    /// Each place once, as people of this store have said it.
    private func placesSaid(_ field: ProfileField) throws(StoreError) -> [String] {
        try wrap { () throws(SQLiteError) in
            try connection.statement("SELECT name FROM place WHERE field = ? LIMIT 5000").bind(
                field.rawValue
            )
            .all { $0.text(0) }
        }
    }
}
