/// A language of the program. Spanish is the default.
package enum Language: String, Sendable, CaseIterable {
    case es, en

    /// The words in this language.
    package func callAsFunction(_ es: String, _ en: String) -> String { self == .es ? es : en }
}

/// A sentence in every language of the program.
package struct Bilingual: Sendable, Equatable {
    /// Spanish.
    package let es: String
    /// English.
    package let en: String

    /// Both versions, so that a missing translation does not compile.
    package init(_ es: String, _ en: String) {
        self.es = es
        self.en = en
    }

    /// The version for one language.
    package func callAsFunction(_ language: Language) -> String { language(es, en) }

    /// With the same before and after it in both.
    package func after(_ start: String, before end: String = "") -> Bilingual {
        Bilingual(start + es + end, start + en + end)
    }
}

extension [Bilingual] {
    /// One after another, with the same between them in both.
    package func joined(_ between: String = ", ") -> Bilingual {
        Bilingual(map(\.es).joined(separator: between), map(\.en).joined(separator: between))
    }
}
