import Repatriation
import Screens
import Store

/// `manual` and `keys`: what the desk does, made from its own tables.
enum ManualProgram {
    /// The whole manual, or one point's part with its institutions; the catalogue of the store where
    /// there is one, else as shipped.
    static func manual(_ arguments: Arguments) throws -> Int32 {
        let language = arguments.language
        if arguments.has("poster") {
            let page = try page(arguments)
            put(Book.rightsPoster(language, page: page).html)
            return 0
        }
        var (points, providers) = try catalogue(arguments)
        if let code = try arguments.point() {
            points = points.filter { $0.code == code }
            guard !points.isEmpty else { throw Refusal(.unknownPoint) }
        }
        var book = Manual(language, points: points, providers).book
        book.add(SurveyChapter(language: language).book)
        book.add(ScenarioChapter(language: language).book)
        book.add(ClassChapter(language: language).book)
        put(arguments.has("html") ? book.html : book.text())
        return 0
    }

    /// The card of keys.
    static func keys(_ arguments: Arguments) throws -> Int32 {
        let book = Book.keyCard(arguments.language)
        put(arguments.has("html") ? book.html : book.text())
        return 0
    }

    private static func page(_ arguments: Arguments) throws -> Book.Page {
        guard let text = arguments["poster"], let page = Book.Page(rawValue: text) else {
            throw UsageError("--poster toma: letter, A4.", "--poster takes: letter, A4.")
        }
        return page
    }

    private static func catalogue(
        _ arguments: Arguments
    ) throws -> ([ReceivingPoint], [Provider]) {
        guard arguments.has("store") else {
            var ids = IdentifierSource(origin: 1, counter: 0)
            return (NinePoints.make(&ids), [])
        }
        let store = try arguments.openStore()
        let points = try store.points()
        let near = try points.flatMap { point in
            try store.answer(ProvidersNear(point.code).reading, for: .nobody, at: now())
        }
        return (points, near)
    }
}
