import Repatriation
import Terminal

extension ReportIssue {
    /// The table as it is printed, with what it says of itself; on a page with its plots, and when
    /// people came where that is given: of a moment that has passed it is not, nor to be published.
    package func book(_ language: Language, with heat: ArrivalHeat? = nil) -> Book {
        var book = Book(title(language), language, isDrill: isDrill)
        addTable(to: &book, language)
        if let heat { book.add(.drawing(ReportDrawings(self, language).hours(heat))) }
        book.add(.list(notes(language).map { "\($0.name): \($0.value)" }))
        return book
    }

    /// The table, and on a page its plots.
    fileprivate func addTable(to book: inout Book, _ language: Language) {
        book.add(.figures(head: head(language), rows: body(language)))
        // A bar tells its number.
        guard table.hidden.isEmpty else { return }
        let drawings = ReportDrawings(self, language)
        book.add(.drawing(drawings.bars))
        if let lines = drawings.lines { book.add(.drawing(lines)) }
    }

    fileprivate func title(_ language: Language) -> String {
        titles.heading(table.kind)(language)
    }

    /// How many columns of a terminal its lines need: nothing is folded, for whoever reads it goes
    /// on with other programs.
    package func width(_ language: Language) -> Int {
        let table = BookTable(head(language), body(language), isOfFigures: true)
        return max(80, TextWidth.of(title(language)), table.width)
    }
}

extension [ReportIssue] {
    /// One paper of several tables of one cut, each under its title and with its folio.
    package func book(_ bundle: ReportBundle, _ language: Language) -> Book {
        var book = Book(
            bundle.title(language), language, isDrill: contains { $0.isDrill })
        for issue in self {
            book.add(.heading(issue.title(language), level: 2))
            issue.addTable(to: &book, language)
            book.add(.source("Folio \(issue.folio) · \(issue.status(language))"))
        }
        // What is the same of all.
        let notes = first?.notes(language) ?? []
        book.add(
            .list(
                notes.filter { $0.value != first?.folio }.dropLast().map {
                    "\($0.name): \($0.value)"
                }))
        return book
    }

    /// As ``ReportIssue/width(_:)``, of the widest.
    package func width(_ language: Language) -> Int { map { $0.width(language) }.max() ?? 80 }
}
