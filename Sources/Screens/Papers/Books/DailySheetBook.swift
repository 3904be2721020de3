import Repatriation
import Terminal

extension DailySheet {
    /// The sheet as it is printed, with its days and what its figures are.
    package func book(_ language: Language, isDrill: Bool) -> Book {
        let title = language("Hoja diaria de repatriación", "Daily sheet of repatriation")
        var book = Book("\(title), \(period.label(language))", language, isDrill: isDrill)
        let body = body(language)
        book.add(.figures(head: body.head, rows: body.rows))
        book.add(.list([ReportIssue.preliminary(language)]))
        return book
    }
}
