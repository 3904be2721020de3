/// What is wrong with a file that people write by hand, where, and what would be right.
package struct FileProblem: Error, Sendable, Equatable {
    /// The kinds of fault, by codes that never change.
    package enum Fault: String, Sendable, CaseIterable {
        /// What stands there is no JSON5.
        case unreadable
        /// A key without which the file is none.
        case missing
        /// A key that there is not.
        case unknownKey
        /// Something else is expected there.
        case wrongValue
        /// A name that is taken.
        case twice
        /// A name that nothing has.
        case unknownName
        /// More than there may be.
        case tooMany
    }

    /// Counted from 1.
    package let line: Int
    /// Of which kind it is.
    package let code: Fault
    /// The reason.
    package let sentence: Bilingual

    /// A reason on a line, in both languages.
    package init(_ line: Int, _ es: String, _ en: String, as code: Fault = .wrongValue) {
        self.line = line
        self.code = code
        sentence = Bilingual(es, en)
    }

    /// «renglón 12: …».
    package func said(_ language: Language) -> String {
        "\(language("renglón", "line")) \(line): \(sentence(language))"
    }
}

/// What is wrong with a file, gathered while it is read.
package final class FileProblems {
    private var found: [FileProblem] = []
    /// Every key that was asked for, with the parts in which it stands: `grupos.llega`.
    package private(set) var asked: Set<String> = []

    /// None yet.
    package init() {}

    /// All of them, as they were found.
    package var all: [FileProblem] { found }

    /// The same in the order of the lines.
    package var inOrder: [FileProblem] {
        found.enumerated().sorted { ($0.1.line, $0.0) < ($1.1.line, $1.0) }.map(\.1)
    }

    /// Notes one.
    package func add(
        _ line: Int, _ es: String, _ en: String, as code: FileProblem.Fault = .wrongValue
    ) {
        found.append(FileProblem(line, es, en, as: code))
    }

    /// Notes that a key was asked for.
    func ask(_ key: String) { asked.insert(key) }
}
