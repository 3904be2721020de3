/// One entry of a closed list added, reworded, retired or brought back. A code is never removed:
/// old answers have it.
package struct SetEntry: Act {
    package static let row = ActRow<Self>(
        .setEntry, .catalogues, isOfSend: false,
        [
            .text("catalogue", \.catalogue), .text("code", \.code), .text("es", \.words.label),
            .text("en", \.words.english), .text("letter", \.words.letter),
            .flag("retired", \.words.isRetired),
        ])

    /// Of which list.
    package var catalogue = ""
    /// Which.
    package var code = ""
    /// What is said of it.
    package var words = EntryWords()

    package init() {}

    /// An entry of a list, and what is said of it.
    package init(_ catalogue: String, _ code: String, _ words: EntryWords) {
        self.catalogue = catalogue
        self.code = code
        self.words = words
    }

    package func seat(_ facts: some Facts) throws -> Seat { .nowhere }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        var matter = EntryCase(
            context: context, entries: try facts.entries(of: catalogue, about: code))
        return try matter.set(catalogue, code, words)
    }
}

private struct EntryCase {
    var context: Context
    /// The store's own entries of the catalogue, as far as the rule looks.
    let entries: [CatalogueEntry]

    /// One entry added, reworded, retired or brought back. A code is never removed: old answers
    /// have it.
    mutating func set(_ catalogue: String, _ code: String, _ words: EntryWords) throws(Refusal)
        -> Decision
    {
        let list = try amendable(catalogue)
        let found =
            entries.first { $0.code == code } ?? list.flatMap { entry(code, of: $0) }
            ?? shipped(code, catalogue)
        let takesNew = list != nil || CatalogueEntry.plainLists.contains(catalogue)
        guard
            var after = found
                ?? (!takesNew || words.isRetired == true ? nil : entry(new: code, catalogue))
        else {
            throw Refusal(
                .unknownCode,
                [
                    "field": "code",
                    "allowed": .array(codes(catalogue, list).map(JSON.string)),
                ])
        }
        let known = after
        after.label = words.label ?? after.label
        after.english = words.english ?? after.english
        after.isRetired = words.isRetired ?? after.isRetired
        guard !after.label.isEmpty else { throw Refusal(.missingField, ["field": "es"]) }
        guard (2...30).contains(code.count), code.utf8.allSatisfy(\.isCodeCharacter),
            !Question.outsideLists.contains(where: { $0.code == code })
        else { throw Refusal(.codeForm) }
        guard catalogue != CatalogueEntry.holidays || after.date != nil else {
            throw Refusal(.invalidValue, ["field": "code"])
        }
        if let list {
            let isOfferedAgain = known.isRetired && !after.isRetired
            if words.letter != nil || after.letter == nil || isOfferedAgain {
                after.letter = try letter(words.letter, for: after, in: list)
            }
        } else if catalogue == CatalogueEntry.tables, let number = words.letter {
            let titles = ReportTitles(entries)
            let others = ReportKind.allCases.filter { $0.rawValue != code }
                .flatMap { [$0.rawValue, titles.number($0)] }
            guard ReportTitles.isNumber(number), !others.contains(number.uppercased()) else {
                throw Refusal(.invalidValue, ["field": "number"])
            }
            after.letter = number
        } else if words.letter != nil {
            throw Refusal(.unknownField, ["field": "letter"])
        }
        if let list, after.isRetired,
            FormLists(entries).all(list).allSatisfy({ $0.isRetired || $0.option.code == code })
        {
            throw Refusal(.lastOption)
        }
        guard after != known || isNew(after, list) else { return Decision([], ids: context.ids) }
        let before = entries.first { $0.code == code } ?? CatalogueEntry(id: after.id)
        return Decision([Event(.catalogueSet, before, after)], ids: context.ids)
    }

    /// In no list yet, neither the store's nor the shipped one.
    private func isNew(_ entry: CatalogueEntry, _ list: AnswerList?) -> Bool {
        !entries.contains { $0.code == entry.code }
            && list?.options.contains { $0.code == entry.code } != true
    }

    /// The list of that name, nil for the municipalities and holidays.
    private func amendable(_ catalogue: String) throws(Refusal) -> AnswerList? {
        if CatalogueEntry.ownLists.contains(catalogue) { return nil }
        if Catalogues.fixed.contains(catalogue) { throw Refusal(.fixedCatalogue) }
        guard let list = InterviewForm.lists[catalogue] else {
            let names = InterviewForm.lists.keys.sorted() + CatalogueEntry.ownLists
            throw Refusal(
                .unknownCode, ["field": "catalogue", "allowed": .array(names.map(JSON.string))])
        }
        return list
    }

    /// A shipped option as the first entry about it.
    private mutating func entry(_ code: String, of list: AnswerList) -> CatalogueEntry? {
        guard let option = list.options.first(where: { $0.code == code }) else { return nil }
        var entry = entry(new: code, list.name)
        entry.letter = String(option.letter)
        entry.label = option.label.es
        entry.english = option.label.en == option.label.es ? nil : option.label.en
        return entry
    }

    /// The codes that the catalogue has, where nothing is added to it.
    private func codes(_ catalogue: String, _ list: AnswerList?) -> [String] {
        catalogue == CatalogueEntry.tables
            ? ReportKind.allCases.map(\.rawValue) : (list?.options ?? []).map(\.code)
    }

    /// A number of everybody's sheet, or an official table, as the first entry about it.
    private mutating func shipped(_ code: String, _ catalogue: String) -> CatalogueEntry? {
        let words: Bilingual? =
            switch catalogue {
            case CatalogueEntry.numbers:
                HelpNumbers.shipped.first { $0.code == code }.map {
                    Bilingual($0.label, $0.english ?? $0.label)
                }
            case CatalogueEntry.tables: ReportKind(rawValue: code)?.title
            default: nil
            }
        guard let words else { return nil }
        var entry = entry(new: code, catalogue)
        entry.label = words.es
        entry.english = words.en == words.es ? nil : words.en
        return entry
    }

    private mutating func entry(new code: String, _ catalogue: String) -> CatalogueEntry {
        var entry = CatalogueEntry(id: context.ids.next())
        entry.catalogue = catalogue
        entry.code = code
        return entry
    }

    /// The letter that was told, the one it has, or the first that is free: of its words, then of
    /// all; `·` where none is.
    private func letter(_ told: String?, for entry: CatalogueEntry, in list: AnswerList)
        throws(Refusal) -> String
    {
        let others = FormLists(entries).all(list).filter {
            !$0.isRetired && $0.option.code != entry.code
        }
        let taken = Set((others.map(\.option) + Question.outsideLists).map(\.letter)).subtracting([
            "·"
        ])
        if let told {
            guard told.count == 1, let letter = told.lowercased().first, !taken.contains(letter)
            else {
                throw Refusal(
                    .letterTaken, ["taken": .array(taken.sorted().map { .string(String($0)) })])
            }
            return String(letter)
        }
        if let own = entry.letter, let letter = own.first, !taken.contains(letter) { return own }
        let own = NameText.folded(entry.label).filter { $0.isLetter }
        return String(
            (own + "abcdefghijklmnopqrstuvwxyz0123456789").first { !taken.contains($0) } ?? "·")
    }
}

extension UInt8 {
    /// Letters and figures of ASCII.
    var isCodeCharacter: Bool {
        (0x30...0x39).contains(self) || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
    }
}
