import Repatriation

extension Board {
    /// The board of the day on paper: a line a point, what rings, and who is expected.
    package func book(_ head: ShiftHead) -> Book {
        let language = head.language
        let when = language("Como estaba a las", "As it stood at") + " " + head.clockAndDay(at)
        var book = head.book(.board, of: isPast ? when : nil)
        // A line of bars says nothing that the hours of each point do not say better.
        let columns = BoardColumns.all.filter { $0.name != .arrivals }
        let lines = rows.map { row in columns.map { $0.text(row, language).0 } }
        let total = columns.map { $0.total(rows, language) ?? "" }
        book.add(.figures(head: columns.map { $0.head(language) }, rows: lines + [total]))
        book.add(.heading(language("Avisos", "Alerts"), level: 2))
        let ring = told.map { "\($0.point.text): \($0.text(language))" }
        book.add(
            ring.isEmpty ? .text(language("Nada suena.", "Nothing rings.")) : .list(ring))
        guard !expected.isEmpty else { return book }
        book.add(.heading(language("Se espera", "Expected"), level: 2))
        book.add(.list(expected.map { $0.group.point.text + ": " + $0.words(language) }))
        return book
    }
}
