import Repatriation

/// What can be wanted, act by act, as the one table says it: what it takes, who may, whether it can
/// be taken back, and whether it may take a second officer.
enum ActHelp {
    /// For the help of `send`.
    static func text(_ language: Language) -> String {
        let heading = Bilingual(
            "Actos (entre corchetes, lo que puede faltar):",
            "Acts (in brackets what may be left out):")
        return Acts.all.reduce("\n\(heading(language))\n") { text, kind in
            text + "  \(taking(kind, language))\n      \(terms(of: kind, language))\n"
        }
    }

    /// `openDesk point=punto desk=1–99 [attends=…]`.
    static func taking(_ kind: any Act.Type, _ language: Language) -> String {
        func words<Kind: Act>(_: Kind.Type) -> [String] {
            Kind.parameters.map { parameter in
                let words = "\(parameter.name)=\(parameter.kind.words(language))"
                return parameter.isRequired ? words : "[\(words)]"
            }
        }
        return ([kind.name.rawValue] + words(kind)).joined(separator: " ")
    }

    /// Who may, and what becomes of it.
    static func terms(of kind: any Act.Type, _ language: Language) -> String {
        let roles = OfficerRole.allCases.filter { Permissions.commands($0).contains(kind.name) }
        let isAll = roles.count == OfficerRole.allCases.count
        let able =
            isAll
            ? language("todo el personal", "everybody")
            : roles.map { $0.label(language) }.joined(separator: ", ")
        let notes: [(isSo: Bool, words: Bilingual)] = [
            (kind.name.isUndoable, Bilingual("se deshace", "can be undone")),
            (
                kind is any TakesTwo.Type,
                Bilingual("puede pedir otra persona", "may take a second officer")
            ),
            (!kind.isOfSend, Bilingual("no por send", "not by send")),
        ]
        return ([able] + notes.filter(\.isSo).map { $0.words(language) }).joined(separator: "; ")
    }
}

extension ParameterKind {
    /// How many of a list are named one by one.
    private static let few = 8

    /// What it may be, in a few words.
    fileprivate func words(_ language: Language) -> String {
        switch self {
        case .point: language("punto", "point")
        case .text: language("texto", "text")
        case .integer(let range): "\(range.lowerBound)–\(range.upperBound)"
        case .identifier: language("número", "number")
        case .identifiers: language("[números]", "[numbers]")
        case .date: language("AAAA-MM-DD", "YYYY-MM-DD")
        case .instant: language("AAAA-MM-DDThh:mm:ssZ", "YYYY-MM-DDThh:mm:ssZ")
        case .flag: "true|false"
        case .code(let codes): ParameterKind.named(codes, language)
        case .codes(let codes): "[\(ParameterKind.named(codes, language))]"
        case .object(let members): "{\(ParameterKind.members(members, language))}"
        case .objects(let members): "[{\(ParameterKind.members(members, language))}]"
        }
    }

    /// Many codes stand in the refusal of one that is not known.
    private static func named(_ codes: [String], _ language: Language) -> String {
        codes.count <= few
            ? codes.joined(separator: "|")
            : language("una de \(codes.count) claves", "one of \(codes.count) codes")
    }

    private static func members(_ kinds: [String: ParameterKind], _ language: Language) -> String {
        kinds.count <= few
            ? kinds.keys.sorted().joined(separator: ", ")
            : language("\(kinds.count) campos", "\(kinds.count) fields")
    }
}
