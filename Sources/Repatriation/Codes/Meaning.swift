/// What a value says to the person it is about. A field's type decides it; where a text is more
/// than a text, the field says so itself (``Field/said``).
package enum Meaning: Sendable, Equatable {
    /// Nothing: no value, or a number that only the store understands.
    case nothing
    /// What reads the same in any language.
    case text(String)
    /// Words.
    case words(Bilingual)
    /// A moment, told by the clock of a point.
    case moment(Instant)
    /// A point, told by its name.
    case point(PointCode)
    /// An officer, told by their name.
    case officer(Identifier<Officer>)
    /// An institution, told by its name.
    case provider(Identifier<Provider>)
    /// An answer of the interview.
    case answer(String, ProfileField)
    /// Answers by the names of their questions.
    case answers([String: String])
    /// Answers to a follow-up survey.
    case survey(SurveyAnswers)
    /// One JSON object: fields by name, as they were sent or asked for.
    case members(String)
}

extension Meaning {
    /// Words one after another; nothing where there are none.
    static func all(_ labels: [Bilingual]) -> Meaning {
        labels.isEmpty ? .nothing : .words(labels.joined())
    }

    /// A text that holds what a question of the interview takes.
    static func answering(_ field: ProfileField) -> @Sendable (String?) -> Meaning {
        { text in text.map { $0.isEmpty ? .nothing : .answer($0, field) } ?? .nothing }
    }

    /// A text of a machine's: fields by name.
    @Sendable static func fields(_ text: String?) -> Meaning {
        text.map { $0.isEmpty ? .nothing : .members($0) } ?? .nothing
    }

    /// What only the store understands.
    @Sendable static func inner<Kind: Storable>(_: Kind) -> Meaning { .nothing }

    /// The class of a queue.
    @Sendable static func priority(_ code: String?) -> Meaning {
        code.map { .words(PriorityLabel.staff($0)) } ?? .nothing
    }
}

extension Int { package var said: Meaning { .text(String(self)) } }
extension String { package var said: Meaning { isEmpty ? .nothing : .text(self) } }
extension Bool {
    package var said: Meaning { .words(self ? Bilingual("sí", "yes") : Bilingual("no", "no")) }
}
extension Instant { package var said: Meaning { .moment(self) } }
extension CivilDate { package var said: Meaning { .text(shown) } }
extension TimeOfDay { package var said: Meaning { .text(text) } }
extension PointCode { package var said: Meaning { self == .none ? .nothing : .point(self) } }
extension Answers { package var said: Meaning { values.isEmpty ? .nothing : .answers(values) } }
extension Code { package var said: Meaning { .words(label) } }

extension Optional where Wrapped: Storable {
    package var said: Meaning { self?.said ?? .nothing }
}

extension Identifier {
    package var said: Meaning {
        switch Subject.self {
        case is Officer.Type: .officer(Identifier<Officer>(value))
        case is Provider.Type: .provider(Identifier<Provider>(value))
        default: .nothing
        }
    }
}

extension Set where Element: Code {
    package var said: Meaning { .all(sorted { $0.rawValue < $1.rawValue }.map(\.label)) }
}

extension Array where Element: ListItem {
    package var said: Meaning { .all(compactMap(\.label)) }
}

extension ListItem {
    /// The element in words; nil where only the store understands it.
    package var label: Bilingual? { nil }
}

extension Optional where Wrapped: Code {
    /// The code in words, or a question mark where nobody said.
    package var label: Bilingual { self?.label ?? Bilingual("?", "?") }
}
