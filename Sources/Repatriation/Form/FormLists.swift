/// The closed lists of the interview as they stand in one store: those shipped, with what its leads have added,
/// reworded or retired. What is retired is no longer offered and stays readable.
package struct FormLists: Sendable, Equatable {
    private let entries: [String: [CatalogueEntry]]

    /// The lists as the program brings them.
    package static let shipped = FormLists([])

    /// The shipped lists with a store's own entries over them.
    package init(_ entries: [CatalogueEntry]) {
        self.entries = Dictionary(grouping: entries, by: \.catalogue)
    }

    /// The same with more entries.
    package func adding(_ more: [CatalogueEntry]) -> FormLists { FormLists(entries.values.flatMap { $0 } + more) }

    /// Every option of a list, also those retired, the added ones last.
    package func all(_ list: AnswerList) -> [(option: AnswerOption, isRetired: Bool)] {
        guard let own = entries[list.name] else { return list.options.map { ($0, false) } }
        let shipped = list.options.map { option in
            own.first { $0.code == option.code }.map { ($0.option, $0.isRetired) } ?? (option, false)
        }
        let codes = Set(list.options.map(\.code))
        return shipped + own.filter { !codes.contains($0.code) }.map { ($0.option, $0.isRetired) }
    }

    /// What a question offers, with «no sabe» and «no respondió» where they hold.
    package func options(_ question: Question) -> [AnswerOption] {
        guard let list = question.kind.list else { return [] }
        let offered = entries[list.name] == nil ? list.options : all(list).filter { !$0.isRetired }.map(\.option)
        return question.requirement == .mandatory ? offered : offered + Question.openAnswers
    }

    /// The codes that a question takes; none for texts, dates and numbers.
    package func codes(_ question: Question) -> [String] {
        switch question.kind {
        case .mexicanState: MexicanState.all.map(\.code)
        case .usState: USState.codes
        default: options(question).map(\.code)
        }
    }

    /// The answer as it is kept, for what was given; nil when it is none.
    ///
    /// A retired code is taken where the record has it already (`kept`). A municipality's name becomes its key where
    /// it is the only one of that name, in `state` if one is told; any other text stays as given.
    package func code(_ given: String, _ question: Question, kept: String? = nil, in state: String? = nil) -> String? {
        if given == kept { return given }
        let isOpen = Question.openAnswers.contains { $0.code == given }
        if isOpen, question.requirement != .mandatory, question.kind.takesOpenAnswers { return given }
        switch question.kind {
        case .one: return options(question).first { $0.code == given }?.code
        case .many:
            let codes = Set(given.split(separator: ",").map { String($0).trimmed })
            let known = Set(options(question).map(\.code) + (kept ?? "").split(separator: ",").map(String.init))
            return codes.isSubset(of: known) && !codes.isEmpty ? codes.sorted().joined(separator: ",") : nil
        case .municipality: return municipality(given, in: state)?.code ?? given
        default: return question.kind.plainCode(given)
        }
    }

    /// The only municipality in force of that key or name, with or without its state behind it.
    private func municipality(_ given: String, in state: String?) -> CatalogueEntry? {
        let wanted = NameText.folded(given)
        let found = (entries[CatalogueEntry.municipalities] ?? []).filter { entry in
            !entry.isRetired
                && (entry.code == given || NameText.folded(entry.label) == wanted
                    || NameText.folded(entry.place) == wanted)
        }
        if found.count > 1, let here = state.map({ state in found.filter { $0.state == state } }), here.count == 1 {
            return here[0]
        }
        return found.count == 1 ? found[0] : nil
    }

    /// An answer in words: those of its code, retired or not; what has no words stands as it is.
    package func words(_ answer: String, _ question: Question) -> Bilingual {
        switch question.kind {
        case .one(let list), .many(let list):
            let known = all(list).map(\.option) + Question.openAnswers
            let labels = answer.split(separator: ",").map { code in
                known.first { $0.code == code }?.label ?? Bilingual(String(code), String(code))
            }
            return Bilingual(labels.map(\.es).joined(separator: ", "), labels.map(\.en).joined(separator: ", "))
        default:
            if let open = Question.openAnswers.first(where: { $0.code == answer }) { return open.label }
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

extension CatalogueEntry {
    /// The entry as an option of its list.
    var option: AnswerOption {
        AnswerOption(code: code, letter: letter?.first ?? "·", label: Bilingual(label, english ?? label))
    }
}
