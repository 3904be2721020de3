/// The closed lists of the interview as they stand in one store: those shipped, with what its leads
/// have added, reworded or retired. What is retired is no longer offered and stays readable.
package struct FormLists: Sendable, Equatable {
    private let entries: [String: [CatalogueEntry]]

    /// The lists as the program brings them.
    package static let shipped = FormLists([])

    /// The shipped lists with a store's own entries over them.
    package init(_ entries: [CatalogueEntry]) {
        self.entries = Dictionary(grouping: entries, by: \.catalogue)
    }

    /// The same with more entries.
    package func adding(_ more: [CatalogueEntry]) -> FormLists {
        FormLists(entries.values.flatMap { $0 } + more)
    }

    /// Every option of a list, also those retired, the added ones last.
    package func all(_ list: AnswerList) -> [(option: AnswerOption, isRetired: Bool)] {
        guard let own = entries[list.name] else {
            return list.options.map { ($0, !$0.isOffered) }
        }
        let shipped = list.options.map { option in
            let entry = own.first { $0.code == option.code }
            let isRetired = entry?.isRetired == true || !option.isOffered
            return (entry?.option ?? option, isRetired)
        }
        let codes = Set(list.options.map(\.code))
        return shipped + own.filter { !codes.contains($0.code) }.map { ($0.option, $0.isRetired) }
    }

    /// What a question offers, with «no sabe» and «no respondió» where they hold; and what the
    /// record has, retired or not.
    package func options(_ question: Question, keeping kept: String? = nil) -> [AnswerOption] {
        guard let list = question.kind.list else { return [] }
        let own = (kept ?? "").split(separator: ",")
        let offered = all(list).filter { entry in
            !entry.isRetired || own.contains { $0 == entry.option.code }
        }.map(\.option)
        return offered + question.besides
    }

    /// What an earlier version of the form offered is taken of whoever asked by it: a draft, a
    /// sheet, a program that is not of today. No lead has retired it.
    private func isOfEarlierForm(_ code: String, _ list: AnswerList) -> Bool {
        let isRetired = entries[list.name]?.contains { $0.code == code && $0.isRetired } ?? false
        return !isRetired && list.options.contains { $0.code == code && !$0.isOffered }
    }

    /// The codes that a question takes; none for texts, dates and numbers.
    package func codes(_ question: Question) -> [String] {
        switch question.kind {
        case .mexicanState: MexicanState.all.map(\.code) + question.besides.map(\.code)
        case .usState: USState.codes + question.besides.map(\.code)
        default: options(question).map(\.code)
        }
    }

    /// The answer as it is kept, for what was given; nil when it is none.
    ///
    /// A retired code is taken where the record has it already (`kept`). A municipality's name
    /// becomes its key where nothing is left to guess: it is the only one of that name, and of the
    /// state that was told; any other text stays as given.
    package func code(
        _ given: String, _ question: Question, kept: String? = nil, in state: String? = nil
    ) -> String? {
        if given == kept, question.kind != .municipality { return given }
        if question.besides.contains(where: { $0.code == given }) { return given }
        switch question.kind {
        case .one(let list):
            let isOffered = options(question).contains { $0.code == given }
            return isOffered || isOfEarlierForm(given, list) ? given : nil
        case .many:
            let codes = Set(given.split(separator: ",").map { String($0).trimmed })
            let known = Set(options(question, keeping: kept).map(\.code))
            guard codes.count == 1 || codes.isDisjoint(with: Catalogues.alone) else { return nil }
            return codes.isSubset(of: known) && !codes.isEmpty
                ? codes.sorted().joined(separator: ",") : nil
        case .municipality: return municipality(given, in: state)?.code ?? given
        default: return question.kind.plainCode(given)
        }
    }

    /// The one municipality in force of that key, of that name with its state (and key, where a
    /// state has two), or of that name alone in the state that was told.
    private func municipality(_ given: String, in state: String?) -> CatalogueEntry? {
        let wanted = NameText.folded(given)
        let all = (entries[CatalogueEntry.municipalities] ?? []).filter { !$0.isRetired }
        if let exact = all.first(where: {
            $0.code == given || NameText.folded("\($0.place) \($0.code)") == wanted
        }) {
            return exact
        }
        let whole = all.filter { NameText.folded($0.place) == wanted }
        if !whole.isEmpty { return whole.count == 1 ? whole[0] : nil }
        let named = all.filter {
            NameText.folded($0.label) == wanted && (state == nil || $0.state == state)
        }
        return named.count == 1 ? named[0] : nil
    }

    /// An answer in words: those of its code, retired or not; what has no words stands as it is.
    package func words(_ answer: String, _ question: Question) -> Bilingual {
        switch question.kind {
        case .one(let list), .many(let list):
            let known = all(list).map(\.option) + Question.outsideLists
            let labels = answer.split(separator: ",").map { code in
                known.first { $0.code == code }?.label ?? Bilingual(String(code), String(code))
            }
            return labels.joined()
        default:
            if let open = question.besides.first(where: { $0.code == answer }) { return open.label }
            let text = plainWords(answer, question.kind)
            return Bilingual(text, text)
        }
    }

    private func plainWords(_ answer: String, _ kind: AnswerKind) -> String {
        switch kind {
        case .date: CivilDate(text: answer)?.shown ?? answer
        case .mexicanState: MexicanState(curpCode: answer)?.name ?? answer
        case .usState: USState.name(answer) ?? answer
        case .municipality:
            entries[CatalogueEntry.municipalities]?.first { $0.code == answer }?.place ?? answer
        default: answer
        }
    }
}

extension FormLists {
    /// Municipalities with names that tell them apart: the state, and the key where a state has two
    /// of a name.
    package static func toldApart(_ all: [CatalogueEntry]) -> [(
        entry: CatalogueEntry, name: String
    )] {
        let counts = Dictionary(all.map { ($0.place, 1) }, uniquingKeysWith: +)
        return all.map { ($0, counts[$0.place] == 1 ? $0.place : "\($0.place) \($0.code)") }
    }
}

extension CatalogueEntry {
    /// The entry as an option of its list.
    var option: AnswerOption {
        AnswerOption(
            code: code, letter: letter?.first ?? "·", label: Bilingual(label, english ?? label))
    }
}
