import Repatriation
import Terminal

extension ReportIssue {
    /// The table as it is printed, with what it says of itself.
    package func book(_ language: Language) -> Book {
        let title = "\(table.kind.rawValue). \(table.kind.title(language))"
        var book = Book(title, language, isDrill: isDrill)
        book.add(.figures(head: head(language), rows: body(language)))
        book.add(.list(notes(language).map { "\($0.name): \($0.value)" }))
        return book
    }

    /// How many columns of a terminal its lines need: nothing is folded, for whoever reads it goes
    /// on with other programs.
    package func width(_ language: Language) -> Int {
        let (head, body) = (head(language), body(language))
        let widths = head.indices.map { column in
            ([head] + body).map { TextWidth.of($0[column]) }.max() ?? 0
        }
        return max(80, widths.reduce(0, +) + 2 * (head.count - 1))
    }
}
