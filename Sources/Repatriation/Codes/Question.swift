/// A part of the interview.
package enum FormSection: String, Sendable, CaseIterable {
    case minimum, identity, profile, returning, minors, work, health
}

/// One answer of a closed list: its code, the key that chooses it, and its words.
package struct AnswerOption: Sendable, Equatable {
    /// The hand-given code; it never changes.
    package let code: String
    /// The letter or figure that chooses it alone.
    package let letter: Character
    /// The words.
    package let label: Bilingual
    /// The words name a person: they are covered with the screen.
    package let isPerson: Bool
    /// The versions of the form that offer it. What an earlier version offered is an answer for
    /// good.
    package let versions: ClosedRange<Int>

    /// The form as it stands offers it.
    package var isOffered: Bool { versions.contains(InterviewForm.version) }

    /// An option.
    package init(
        code: String, letter: Character, label: Bilingual, isPerson: Bool = false,
        versions: ClosedRange<Int> = AnswerOption.always
    ) {
        self.isPerson = isPerson
        self.versions = versions
        self.code = code
        self.letter = letter
        self.label = label
    }

    /// Every version of the form.
    package static let always = 1...Int.max

    /// Reads `code letter spanish|english; …`; `code/3` is offered from version 3 on, `code/-2`
    /// through version 2.
    static func list(_ text: String) -> [AnswerOption] {
        text.split(separator: ";").compactMap { item in
            let words = String(item).trimmed.split(separator: " ", maxSplits: 2).map(String.init)
            guard words.count == 3, let letter = words[1].first else { return nil }
            let labels = words[2].split(separator: "|").map { (word: Substring) in
                String(word).trimmed
            }
            let label = Bilingual(labels[0], labels.count > 1 ? labels[1] : labels[0])
            let code = words[0].split(separator: "/").map(String.init)
            return AnswerOption(
                code: code[0], letter: letter, label: label,
                versions: code.count > 1 ? versions(code[1]) : always)
        }
    }

    private static func versions(_ text: String) -> ClosedRange<Int> {
        guard let number = Int(text), number != 0 else { return always }
        return number < 0 ? 1...(-number) : number...Int.max
    }
}

/// A closed list with the hand-given name under which `catalog` knows it.
package struct AnswerList: Sendable, Equatable {
    /// The name.
    package let name: String
    /// What it offers as shipped.
    package let options: [AnswerOption]

    /// Reads `code letter spanish|english; …`.
    init(_ name: String, _ text: String) {
        self.name = name
        options = AnswerOption.list(text)
    }

    /// A list of a survey's own.
    init(_ name: String, _ options: [AnswerOption]) {
        self.name = name
        self.options = options
    }
}

/// What a question takes.
package enum AnswerKind: Sendable, Equatable {
    case text
    case date
    /// Whole numbers of this range.
    case number(ClosedRange<Int>)
    /// One of a closed list.
    case one(AnswerList)
    /// Any of a closed list, kept sorted.
    case many(AnswerList)
    case mexicanState
    case usState
    /// A municipality: INEGI's key, or text where it is none.
    case municipality

    /// The hand-given name that `garita form` tells.
    package var name: String {
        switch self {
        case .text: "text"
        case .date: "date"
        case .number: "number"
        case .one: "one"
        case .many: "many"
        case .mexicanState: "state"
        case .usState: "usState"
        case .municipality: "municipality"
        }
    }

    /// The closed list.
    package var list: AnswerList? {
        switch self {
        case .one(let list), .many(let list): list
        default: nil
        }
    }

    /// «No sabe» and «no respondió» are answers of their own to whatever is not free text or a
    /// date.
    package var takesOpenAnswers: Bool { self != .text && self != .date }

    /// The answer as it is kept, where it takes no list; nil when it is none.
    func plainCode(_ given: String) -> String? {
        switch self {
        case .text, .municipality: given
        case .date: CivilDate(text: given)?.text
        case .number(let range): Int(given).flatMap { range.contains($0) ? String($0) : nil }
        case .mexicanState: MexicanState(typed: given)?.code
        case .usState: USState.code(typed: given)
        case .one, .many: nil
        }
    }
}

/// Whether an answer is needed to close the interview.
package enum Requirement: String, Sendable {
    /// Always.
    case mandatory
    /// Where the question is asked at all.
    case conditional
    /// Never.
    case optional
}

/// Whom a question is for.
package enum Visibility: Sendable, Equatable {
    case everybody
    /// Under 18, or an age not settled.
    case children
    /// Those who can be pregnant: a woman of 12 to 55, or an age or sex not known.
    case canBePregnant
    /// Those who gave another field this answer.
    case answered(ProfileField, Set<String>)

    /// It hangs on what the person answered, and not on an age that passes by itself.
    var isByAnswer: Bool {
        switch self {
        case .everybody, .children: false
        case .canBePregnant, .answered: true
        }
    }
}

/// One question of the interview.
package struct Question: Sendable {
    /// Its hand-given name.
    package let field: ProfileField
    /// Where it stands.
    package let section: FormSection
    /// Its words.
    package let label: Bilingual
    /// What it takes.
    package let kind: AnswerKind
    /// Whether it must be answered.
    package let requirement: Requirement
    /// Whom it is for.
    package let visibility: Visibility
    /// Who may see the answer, and which body of the journal holds it.
    package let access: FieldClass
    /// The official tables that it feeds, by number.
    package let feeds: [String]
    /// The group may know it: shown as its answer, Enter passes, kept with its provenance.
    package let isOfGroup: Bool
    /// The version of the form that brought it.
    package let since: Int

    /// A question.
    init(
        _ field: ProfileField, _ section: FormSection, _ es: String, _ en: String,
        _ kind: AnswerKind,
        _ requirement: Requirement = .optional, _ access: FieldClass = .sensitive,
        for visibility: Visibility = .everybody,
        feeds: String = "", ofGroup: Bool = false, since: Int? = nil
    ) {
        self.field = field
        self.section = section
        label = Bilingual(es, en)
        self.kind = kind
        self.requirement = requirement
        self.access = access
        self.visibility = visibility
        self.feeds = feeds.split(separator: " ").map(String.init)
        isOfGroup = ofGroup
        self.since = since ?? (section == .minimum ? 1 : 2)
    }

    /// «No sabe» and «no respondió» are answers of every coded question that may stay open.
    package static let openAnswers = AnswerOption.list(
        "unknown - no sabe|does not know; declined . no respondió|did not say")

    /// What the question does not hold for, where that is so of a coded answer that must be given.
    private static let exceptions: [ProfileField: [AnswerOption]] = [
        .residenceState: [neverLived], .stay: [neverLived], .detentionState: [notDetained],
        .detainedBy: [notDetained],
    ]
    private static let neverLived = AnswerOption(
        code: "never", letter: "0", label: Bilingual("nunca vivió allá", "never lived there"))
    private static let notDetained = AnswerOption(
        code: "notApplicable", letter: "0", label: Bilingual("no aplica", "does not apply"))

    /// Every answer that no list has for itself.
    package static let outsideLists = openAnswers + [neverLived, notDetained]

    /// What a question that has no list of its own may be answered with.
    static let plainAnswers = (Catalogues.yesNo.list?.options ?? []) + outsideLists

    /// The answers that it takes besides those of its list or kind: nobody is held up, or given a
    /// wrong answer, for want of a true one. Who somebody is has none.
    package var besides: [AnswerOption] {
        guard kind.takesOpenAnswers, field != .sex, field != .birthPrecision else { return [] }
        let own = Set((kind.list?.options ?? []).map(\.code))
        return (Question.openAnswers + (Question.exceptions[field] ?? [])).filter {
            !own.contains($0.code)
        }
    }
}
