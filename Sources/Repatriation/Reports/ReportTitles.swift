/// What official tables are called, by which number, and in which order they stand: as shipped, but
/// for what the catalogue says otherwise. The bulletin renumbers its tables from year to year; their
/// codes stay.
package struct ReportTitles: Sendable, Equatable {
    private let entries: [String: CatalogueEntry]

    /// As shipped.
    package static let shipped = ReportTitles([])

    /// The entries of ``CatalogueEntry/tables``.
    package init(_ entries: [CatalogueEntry]) {
        self.entries = Dictionary(entries.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    }

    /// The number by which a table is called; its code where it has none.
    package func number(_ kind: ReportKind) -> String {
        entries[kind.rawValue]?.letter ?? kind.rawValue
    }

    /// The title without its number.
    package func title(_ kind: ReportKind) -> Bilingual {
        entries[kind.rawValue].map { Bilingual($0.label, $0.english ?? $0.label) } ?? kind.title
    }

    /// Number and title, as tables are headed.
    package func heading(_ kind: ReportKind) -> Bilingual {
        let (number, title) = (number(kind), title(kind))
        return Bilingual("\(number). \(title.es)", "\(number). \(title.en)")
    }

    /// Those that are offered: the numbered ones by their numbers, part by part, then the others as
    /// shipped.
    package var inOrder: [ReportKind] { inOrder(ReportKind.allCases) }

    /// Those of some that are offered, likewise; the others as they are given.
    package func inOrder(_ kinds: [ReportKind]) -> [ReportKind] {
        let offered = kinds.filter { entries[$0.rawValue]?.isRetired != true }
        return offered.enumerated().sorted { left, right in
            switch (entries[left.element.rawValue]?.letter, entries[right.element.rawValue]?.letter)
            {
            case (let one?, let other?) where one != other:
                ReportTitles.isBefore(one, other)
            case (_?, nil): true
            case (nil, _?): false
            default: left.offset < right.offset
            }
        }.map(\.element)
    }

    /// `5.2` comes before `5.10`.
    private static func isBefore(_ one: String, _ other: String) -> Bool {
        func parts(_ text: String) -> [(Int, String)] {
            text.split(separator: ".").map { (Int($0) ?? .max, String($0)) }
        }
        return parts(one).lexicographicallyPrecedes(parts(other), by: <)
    }

    /// What a number may be: figures, letters and points between them, `5.1.2`.
    static func isNumber(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return (1...12).contains(text.count)
            && parts.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy(\.isCodeCharacter)
            }
    }
}
