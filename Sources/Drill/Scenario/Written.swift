import Repatriation

/// A value of a file that people write by hand, with the line on which it begins.
package struct Written: Sendable, Equatable {
    /// Counted from 1.
    package let line: Int
    /// What stands there.
    package let value: Content

    /// What a file can say.
    package indirect enum Content: Sendable, Equatable {
        case null
        case bool(Bool)
        case int(Int)
        case double(Double)
        case text(String)
        case list([Written])
        case object([Member])
    }

    /// One key of an object, and the line on which it stands.
    package struct Member: Sendable, Equatable {
        let key: String
        let line: Int
        let value: Written
    }

    /// The same without lines; of a key written twice the last holds.
    var json: JSON {
        switch value {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .int(let number): .int(number)
        case .double(let number): .double(number)
        case .text(let text): .string(text)
        case .list(let elements): .array(elements.map(\.json))
        case .object(let members):
            .object(
                Dictionary(
                    members.map { ($0.key, $0.value.json) }, uniquingKeysWith: { $1 }))
        }
    }
}

/// What is wrong with a file, where, and what would be right.
package struct ScenarioProblem: Error, Sendable, Equatable {
    /// Counted from 1.
    package let line: Int
    /// The reason.
    package let sentence: Bilingual

    /// A reason on a line, in both languages.
    package init(_ line: Int, _ es: String, _ en: String) {
        self.line = line
        sentence = Bilingual(es, en)
    }

    /// «renglón 12: …».
    package func said(_ language: Language) -> String {
        "\(language("renglón", "line")) \(line): \(sentence(language))"
    }
}
