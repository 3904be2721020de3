import Drill
import Repatriation
import Screens

/// The manual's chapter for those who write scenarios: each key, from the table that the reader is
/// compared with.
struct ScenarioChapter {
    let language: Language

    /// Part after part.
    var book: Book {
        let title = language("Escribir escenarios", "Writing scenarios")
        var book = Book(title, language)
        book.add(.heading(title, level: 1))
        for words in ScenarioChapter.told { book.add(.text(words(language))) }
        for (part, name) in parts {
            book.add(
                .heading(name, level: 2),
                .list(ScenarioKey.all.filter { $0.part == part }.map(words)))
        }
        return book
    }

    private static let told = [
        Bilingual(
            "Un escenario es un archivo JSON5 (comentarios, comas finales y claves sin comillas "
                + "valen). Sus claves son españolas: quienes los escriben son oficiales. Los que "
                + "vienen con el programa (garita demo --list) son el mejor ejemplo.",
            "A scenario is a JSON5 file (comments, trailing commas and keys without quotes are "
                + "fine). Its keys are Spanish: those who write them are officers. The ones that "
                + "come with the program (garita demo --list) are the best example."),
        Bilingual(
            "garita demo --check ARCHIVO lo revisa, renglón por renglón; garita demo --scenario "
                + "ARCHIVO --play good lo juega solo hasta el final; --play careless, mal jugado. "
                + "Lo bien jugado llega a todos los puntos, o algo se espera que nadie hace.",
            "garita demo --check FILE checks it, line by line; garita demo --scenario FILE --play "
                + "good plays it to the end by itself; --play careless plays it badly. Played well "
                + "it reaches all points, or something is expected that nobody does."),
        Bilingual(
            "Un momento es un número de segundos desde el inicio, o una hora entre comillas: la "
                + "siguiente después de «empieza». Una práctica no cuenta nada verdadero: nombres "
                + "y personas se inventan.",
            "A moment is a number of seconds from the start, or an hour in quotes: the next one "
                + "after «empieza». A practice tells nothing true: names and people are invented."),
    ]

    /// The parts in their order, and how they are called.
    private var parts: [(part: String, name: String)] {
        var seen: Set<String> = []
        return ScenarioKey.all.filter { seen.insert($0.part).inserted }.map { key in
            guard !key.part.isEmpty else { return ("", language("El archivo", "The file")) }
            let also =
                key.part == "injects.hecho"
                ? language(
                    ", y lo mismo en bueno y descuidado", ", and the same in bueno and descuidado")
                : ""
            return (key.part, key.part.split(separator: ".").joined(separator: " · ") + also)
        }
    }

    func words(_ key: ScenarioKey) -> String {
        let must = key.isRequired ? language(", obligatoria", ", required") : ""
        let example = key.example.isEmpty ? "" : " \(key.name): \(key.example)"
        return "\(key.name) (\(takes(key.takes))\(must)). \(key.says(language))\(example)"
    }

    private func takes(_ takes: ScenarioKey.Takes) -> String {
        switch takes {
        case .text: language("texto", "text")
        case .day: language("día", "day")
        case .hour: language("hora", "hour")
        case .point: language("punto", "point")
        case .flag: "true / false"
        case .members: "{ … }"
        case .name:
            language("letras minúsculas, números y «-»", "lower case letters, digits and «-»")
        case .integer(let range):
            language(
                "número de \(range.lowerBound) a \(range.upperBound)",
                "number from \(range.lowerBound) to \(range.upperBound)")
        case .code(let codes): language("una de: ", "one of: ") + codes.joined(separator: ", ")
        case .codes(let codes):
            language("lista, de: ", "list, of: ") + codes.joined(separator: ", ")
        case .texts: language("lista de textos", "list of texts")
        case .desks: language("lista de ventanillas", "list of desks")
        case .moment: language("momento", "moment")
        case .stay: language("momento, o true", "moment, or true")
        case .part: language("un objeto", "one object")
        case .parts: language("lista de objetos", "list of objects")
        }
    }
}
