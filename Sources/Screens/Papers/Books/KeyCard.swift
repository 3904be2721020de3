import Repatriation
import Terminal

extension Book {
    /// The keys of the desk on one small page, from the tables that the screens themselves use.
    package static func keyCard(_ language: Language) -> Book {
        var book = Book(language("Teclas de la mesa", "Keys of the desk"), language)
        book.page = .a5
        book.add(keys(language("En todas partes", "Everywhere"), GlobalKeys.all, language))
        book.add(keys(language("Cola", "Queue"), QueueScreen.table.rows.map(\.binding), language))
        book.add(
            keys(
                language("Pase de lista", "Roll call"), RollCallScreen.table.rows.map(\.binding),
                language))
        book.add(keys(language("Tarjeta", "Card"), CardScreen.table.rows.map(\.binding), language))
        book.add(
            keys(language("Tablero", "Board"), BoardScreen.table.rows.map(\.binding), language))
        return book
    }

    private static func keys(
        _ name: String, _ bindings: [Binding], _ language: Language
    ) -> Book {
        var book = Book(name, language)
        book.add(
            .heading(name, level: 2),
            .table(
                head: [language("tecla", "key"), language("qué hace", "what it does")],
                rows: bindings.map { [$0.key.name(language), $0.label(language)] }))
        return book
    }
}
