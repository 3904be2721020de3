import Repatriation
import Terminal

extension ReportIssue {
    /// The table as it is printed, with what it says of itself; on a page with its plots, and when
    /// people came where that is given: of a moment that has passed it is not, nor to be published.
    package func book(_ language: Language, with heat: ArrivalHeat? = nil) -> Book {
        var book = Book(title(language), language, isDrill: isDrill)
        book.add(.figures(head: head(language), rows: body(language)))
        let drawings = ReportDrawings(self, language)
        // A bar tells its number.
        if table.hidden.isEmpty {
            book.add(.drawing(drawings.bars))
            if let lines = drawings.lines { book.add(.drawing(lines)) }
        }
        if let heat { book.add(.drawing(drawings.hours(heat))) }
        book.add(.list(notes(language).map { "\($0.name): \($0.value)" }))
        return book
    }

    private func title(_ language: Language) -> String {
        "\(table.kind.rawValue). \(table.kind.title(language))"
    }

    /// How many columns of a terminal its lines need: nothing is folded, for whoever reads it goes
    /// on with other programs.
    package func width(_ language: Language) -> Int {
        let (head, body) = (head(language), body(language))
        let widths = head.indices.map { column in
            ([head] + body).map { TextWidth.of($0[column]) }.max() ?? 0
        }
        return max(80, TextWidth.of(title(language)), widths.reduce(0, +) + 2 * (head.count - 1))
    }
}
