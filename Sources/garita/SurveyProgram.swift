import Repatriation
import Screens
import Store

/// `survey`: follow-up surveys as files, checked, added, retired, listed and on paper.
enum SurveyProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        let words = arguments.rest
        switch (words.first ?? "list", words.count) {
        case ("list", 0...1): try list(arguments)
        case ("check", 2): return try check(words[1], arguments)
        case ("retire", 2): try retire(words[1], arguments)
        case ("add", 2): return try add(words[1], arguments)
        case ("show", 2): try show(words[1], arguments)
        default:
            throw UsageError(
                "Uso: garita survey check ARCHIVO | add ARCHIVO | list | show CLAVE | retire CLAVE.",
                "Usage: garita survey check FILE | add FILE | list | show CODE | retire CODE.")
        }
        return 0
    }

    /// The survey that a file defines, or what is wrong with it.
    private static func read(_ path: String) throws -> SurveyReader.Reading {
        guard let bytes = StoreFiles.read(path, atMost: SurveyReader.mostBytes + 1) else {
            throw UsageError(
                "No se puede leer el archivo, o pasa de 256 KB.",
                "The file cannot be read, or is over 256 KB.")
        }
        return SurveyReader.read(String(decoding: bytes, as: UTF8.self))
    }

    /// Each fault with its line; 1 where there is one. Nothing is written.
    private static func check(_ path: String, _ arguments: Arguments) throws -> Int32 {
        let reading = try read(path)
        guard case .whole(let form) = reading else { return tell(reading, path, arguments) }
        if arguments.isJSON {
            say(json(form, arguments.language).serialized)
        } else {
            say(summary(form, arguments.language))
        }
        return 0
    }

    private static func tell(
        _ reading: SurveyReader.Reading, _ path: String, _ arguments: Arguments
    ) -> Int32 {
        guard case .wrong(let problems) = reading else { return 0 }
        let language = arguments.language
        guard arguments.isJSON else {
            for problem in problems { complain("\(path): \(problem.said(language))") }
            return 1
        }
        let told = problems.map { problem -> JSON in
            [
                "line": .int(problem.line), "code": .string(problem.code.rawValue),
                "reason": .string(problem.sentence(language)),
            ]
        }
        say(JSON.array(told).serialized)
        return 1
    }

    private static func add(_ path: String, _ arguments: Arguments) throws -> Int32 {
        let reading = try read(path)
        guard case .whole(let form) = reading else { return tell(reading, path, arguments) }
        let store = try arguments.openStore()
        let answer = try store.perform(
            .act(AddSurvey(form)), by: store.peer().id, at: try store.moment(arguments))
        if arguments.isJSON {
            let told: JSON = [
                "survey": .string(form.code), "version": .int(form.version),
                "already": .bool(answer.events.isEmpty),
            ]
            say(told.serialized)
        } else {
            let already = arguments.language("Ya estaba: ", "It was there already: ")
            let added = arguments.language("Encuesta agregada: ", "Survey added: ")
            say((answer.events.isEmpty ? already : added) + summary(form, arguments.language))
        }
        return 0
    }

    /// Nobody is asked any more; a newer version asks again.
    private static func retire(_ code: String, _ arguments: Arguments) throws {
        let store = try arguments.openStore()
        _ = try store.perform(
            .act(RetireSurvey(code)), by: store.peer().id, at: try store.moment(arguments))
        if arguments.isJSON {
            return say(JSON.object(["survey": .string(code), "retired": true]).serialized)
        }
        say(
            arguments.language(
                "Encuesta retirada: \(code). Lo contestado queda, y lo empezado se termina.",
                "Survey retired: \(code). What was answered stays, and what was begun is ended."))
    }

    private static func list(_ arguments: Arguments) throws {
        let forms = try arguments.openStore().surveys().compactMap(\.form)
        if arguments.isJSON {
            say(JSON.array(forms.map { json($0, arguments.language) }).serialized)
        } else {
            for form in forms { say(summary(form, arguments.language)) }
        }
    }

    /// On paper: what is asked of whom, with boxes to mark.
    private static func show(_ code: String, _ arguments: Arguments) throws {
        let store = try arguments.openStore()
        let form = try form(code, of: store)
        if arguments.isJSON { return say(form.json.serialized) }
        let book = form.sheet(arguments.language, isDrill: store.isDrill)
        put(arguments.has("html") ? book.html : book.text())
    }

    /// The newest version of a survey. Throws `unknownSurvey` with those there are.
    static func form(_ code: String, of store: Store) throws -> SurveyForm {
        guard let form = try store.survey(code)?.form else {
            throw Survey.unknown(among: try store.surveys())
        }
        return form
    }

    private static func summary(_ form: SurveyForm, _ language: Language) -> String {
        let (count, months) = (form.questions.count, form.months)
        let rest = language(
            "versión \(form.version), \(count) preguntas, de \(months.lowerBound) a "
                + "\(months.upperBound) meses después",
            "version \(form.version), \(count) questions, \(months.lowerBound) to "
                + "\(months.upperBound) months after")
        return "\(form.code)  \(form.title(language))  \(rest)"
    }

    private static func json(_ form: SurveyForm, _ language: Language) -> JSON {
        [
            "survey": .string(form.code), "title": .string(form.title(language)),
            "version": .int(form.version), "questions": .int(form.questions.count),
            "from": .int(form.months.lowerBound), "to": .int(form.months.upperBound),
        ]
    }
}

/// `report survey`: what was answered, question by question.
enum SurveyReport {
    static func run(_ arguments: Arguments) throws -> Int32 {
        guard let code = arguments["survey"] else {
            throw UsageError(
                "Diga --survey con su clave; garita survey list las nombra.",
                "Say --survey with its code; garita survey list names them.")
        }
        let period = try ReportProgram.period(arguments)
        let codes = try ReportProgram.points(arguments)
        let format = try ReportFormat.of(arguments, among: [.text, .csv, .html, .json])
        let store = try arguments.openStore()
        let issue = try store.answer(
            .survey(code, period, points: codes, isPublic: arguments.has("public")),
            for: store.peer().asker, at: ReportProgram.moment(store))
        let language = arguments.language
        switch format {
        case .html: put(issue.book(language).html)
        case .csv: ReportExports.csv(issue.rows(language), arguments)
        case .json: say(issue.json(language).serialized)
        default: put(issue.book(language).text())
        }
        return 0
    }
}
