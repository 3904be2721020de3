import Repatriation

extension Book {
    /// The rights of those received, to hang on a wall: large, and without a person or a point.
    package static func rightsPoster(_ language: Language, page: Page) -> Book {
        var book = Book(
            language("Sus derechos en la recepción", "Your rights at the reception"), language)
        book.page = page
        book.isPoster = true
        book.add(.list(ReceptionRight.allCases.map { $0.words(language) }))
        return book
    }
}
