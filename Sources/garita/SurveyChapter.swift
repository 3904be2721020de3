import Drill
import Repatriation
import Screens

/// The manual's chapter for those who write follow-up surveys: each key of the file.
struct SurveyChapter {
    let language: Language

    /// What a survey is, and each key of its file.
    var book: Book {
        let title = language("Escribir encuestas", "Writing surveys")
        var book = Book(title, language)
        book.add(.heading(title, level: 1))
        for words in SurveyChapter.told { book.add(.text(words(language))) }
        let keys = ScenarioKey.ofSurvey
        var seen: Set<String> = []
        for part in keys.map(\.part) where seen.insert(part).inserted {
            let name = part.split(separator: ".").joined(separator: " · ")
            book.add(
                .heading(part.isEmpty ? language("El archivo", "The file") : name, level: 2),
                .list(
                    keys.filter { $0.part == part }.map(ScenarioChapter(language: language).words)))
        }
        return book
    }

    private static let told = [
        Bilingual(
            "Una encuesta de seguimiento es un archivo JSON5, como los escenarios: hasta "
                + "\(SurveyReader.mostQuestions) preguntas en secciones, cada una en español y en "
                + "inglés. `garita survey check ARCHIVO` la revisa, renglón por renglón, y "
                + "`garita survey add ARCHIVO` la agrega; la agregan la jefatura o administración. "
                + "demo-data/surveys tiene una de ejemplo.",
            "A follow-up survey is a JSON5 file, as scenarios are: up to "
                + "\(SurveyReader.mostQuestions) questions in sections, each in Spanish and in "
                + "English. `garita survey check FILE` checks it, line by line, and "
                + "`garita survey add FILE` adds it; the lead or the administrator does. "
                + "demo-data/surveys has one as an example."),
        Bilingual(
            "A toda pregunta se puede contestar «no sabe» (`-`) y «no respondió» (`.`), sin "
                + "escribirlo en el archivo. Nunca son lo mismo que no haber preguntado. Ninguna "
                + "pregunta es obligatoria.",
            "Every question may be answered «does not know» (`-`) and «did not say» (`.`), without "
                + "writing it in the file. Neither is the same as not having been asked. No "
                + "question is mandatory."),
        Bilingual(
            "Para cambiar una encuesta se agrega el archivo con una versión mayor. Lo que se "
                + "contestó a la anterior se queda con sus preguntas y se tabula aparte; quien la "
                + "empezó la termina como la empezó. `garita survey retire CLAVE` la retira: ya no se "
                + "empieza con nadie.",
            "To change a survey, add the file with a greater version. What was answered to the one "
                + "before keeps its questions and is tabulated apart; whoever began it ends it as "
                + "they began it. `garita survey retire CODE` retires it: it is begun with nobody any "
                + "more."),
    ]
}
