import Repatriation
import Store

/// `catalog`: what the program knows as data, listed, exported and amended.
enum CatalogProgram {
    /// No catalogue's file is longer; what is, would be written while every desk waits.
    private static let longestFile = 4 << 20
    /// Days of rest that one file brings: those of a century and more.
    private static let mostDays = 4000
    private static let verbs = ["list", "export", "amend", "import", "retire"]

    /// Names that stand for another: the language of the command line, and a question for its list.
    private static func resolved(_ name: String) -> String {
        if name == "municipalities" { return CatalogueEntry.municipalities }
        if name == "tables" { return CatalogueEntry.tables }
        if InterviewForm.lists[name] != nil { return name }
        return ProfileField(rawValue: name)?.question.kind.list?.name ?? name
    }

    static func run(_ arguments: Arguments) throws -> Int32 {
        guard let verb = arguments.rest.first, verbs.contains(verb) else {
            throw UsageError(
                "Uso: garita catalog list|export|import|amend|retire NOMBRE.",
                "Usage: garita catalog list|export|import|amend|retire NAME.")
        }
        guard arguments.rest.count > 1 else {
            for name in CatalogueRows.names { say(name) }
            return 0
        }
        let name = resolved(arguments.rest[1])
        let words = Array(arguments.rest.dropFirst(2))
        switch verb {
        case "amend":
            return try name == "points"
                ? amendPoint(words, arguments) : amend(name, words, arguments)
        case "retire": return try retire(name, words, arguments)
        case "import": return try importFile(name, words, arguments)
        default: break
        }
        let rows = try CatalogueRows.rows(name, beginning: words.joined(separator: " "), arguments)
        if verb == "export" || arguments.isJSON {
            say(JSON.array(rows).serialized)
        } else {
            for row in rows { say(summary(row)) }
        }
        return 0
    }

    private static func summary(_ row: JSON) -> String {
        let mark = row["retired"] == .bool(true) ? "(retirado)" : nil
        let cells = [
            "code", "letter", "number", "name", "state", "zone", "iso", "class", "windows", "tier",
            "targetMinutes",
        ]
        .compactMap { key in row[key].flatMap { $0 == .null ? nil : $0.text ?? $0.serialized } }
        return (cells + [mark].compactMap { $0 }).joined(separator: "  ")
    }

    private static func perform(_ act: some Act, _ arguments: Arguments) throws -> any Outcome {
        let store = try arguments.openStore()
        return try store.perform(.act(act), by: try store.peer().id, at: now()).result
    }

    /// `catalog import municipios FILE`: INEGI's AGEEM file.
    private static func importFile(_ name: String, _ words: [String], _ arguments: Arguments) throws
        -> Int32
    {
        if name == CatalogueEntry.holidays, let path = words.first {
            return try importHolidays(path, arguments)
        }
        guard name == CatalogueEntry.municipalities, let path = words.first, words.count == 1 else {
            throw UsageError(
                "Uso: garita catalog import municipios ARCHIVO.",
                "Usage: garita catalog import municipios FILE.")
        }
        guard let bytes = StoreFiles.read(path, atMost: longestFile) else {
            throw UsageError("No se puede leer el archivo.", "The file cannot be read.")
        }
        let file: MunicipalityFile
        do throws(MunicipalityFile.Failure) {
            file = try MunicipalityFile(bytes, convert: CodePages.convert)
        } catch {
            throw UsageError(error.sentence(.es), error.sentence(.en))
        }
        let all = file.all
        let outcome = try perform(SetMunicipalities(all), arguments) as? MunicipalitiesSet
        let retired = outcome?.retired ?? 0
        say(
            arguments.language(
                "\(all.count) municipios; \(retired) ya no vienen y quedan retirados.",
                "\(all.count) municipalities; \(retired) are no longer there and are retired."))
        for note in file.notes {
            say(
                arguments.language(
                    "línea \(note.line), una nota: «\(note.text)»",
                    "line \(note.line), a note: «\(note.text)»"))
        }
        return 0
    }

    /// `catalog import inhabiles FILE`: a day and its words a line, `2026-11-02 Día de Muertos`.
    private static func importHolidays(_ path: String, _ arguments: Arguments) throws -> Int32 {
        guard let bytes = StoreFiles.read(path, atMost: longestFile),
            let text = String(validating: bytes, as: UTF8.self)
        else { throw UsageError("No se puede leer el archivo.", "The file cannot be read.") }
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: " ", maxSplits: 1)
        }
        guard lines.count <= mostDays else {
            throw UsageError(
                "Son más de \(mostDays) días: nada entró.",
                "Over \(mostDays) days: nothing came in.")
        }
        let days = try lines.enumerated().map { number, parts in
            guard parts.count == 2, let day = CivilDate(text: String(parts[0])),
                let words = try CommandReader.clean(String(parts[1]), "es")
            else {
                throw UsageError(
                    "Línea \(number + 1): se espera «2026-11-02 Día de Muertos». Nada entró.",
                    "Line \(number + 1): «2026-11-02 Día de Muertos» is expected. Nothing came in.")
            }
            return (day, words)
        }
        let store = try arguments.openStore()
        let officer = try store.peer().id
        let moment = now()
        try store.batch(orWrap: { PerformFailure.failed($0) }) { () throws(PerformFailure) in
            for (day, words) in days {
                var entry = EntryWords()
                (entry.label, entry.isRetired) = (words, false)
                let code = day.text.replacing("-", with: "")
                let set = SetEntry(CatalogueEntry.holidays, code, entry)
                _ = try store.perform(.act(set), by: officer, at: moment)
            }
        }
        say(
            arguments.language("\(days.count) días inhábiles.", "\(days.count) days of rest."))
        return 0
    }

    /// `catalog retire languages pame`, `catalog retire municipios 20067`.
    private static func retire(_ name: String, _ words: [String], _ arguments: Arguments) throws
        -> Int32
    {
        guard let code = words.first, words.count == 1 else {
            throw UsageError(
                "Uso: garita catalog retire NOMBRE CLAVE.",
                "Usage: garita catalog retire NAME CODE.")
        }
        var entry = EntryWords()
        entry.isRetired = true
        return try report(name, code, entry, arguments)
    }

    /// Carries it out and shows the entry as it stands.
    private static func report(
        _ name: String, _ code: String, _ entry: EntryWords, _ arguments: Arguments
    ) throws -> Int32 {
        _ = try perform(SetEntry(name, code, entry), arguments)
        for row in try CatalogueRows.rows(name, beginning: "", arguments)
        where row["code"]?.text == code {
            say(summary(row))
        }
        return 0
    }

    /// `catalog amend languages pame letter=v "es=pame del norte"`.
    private static func amend(_ name: String, _ words: [String], _ arguments: Arguments) throws
        -> Int32
    {
        guard let code = words.first, words.count > 1 else {
            throw UsageError(
                "Uso: garita catalog amend NOMBRE CLAVE es=… en=… letter=… retired=no.",
                "Usage: garita catalog amend NAME CODE es=… en=… letter=… retired=no.")
        }
        var entry = EntryWords()
        for (field, value) in try Arguments.assignments(words.dropFirst()) {
            guard let text = try CommandReader.clean(value, field) else {
                throw Refusal(.missingField, ["field": .string(field)])
            }
            switch field {
            case "es": entry.label = text
            case "en": entry.english = text
            case "letter": entry.letter = text
            case "number" where name == CatalogueEntry.tables: entry.letter = text
            case "retired":
                guard ["yes", "no"].contains(text) else {
                    throw Refusal(.invalidValue, ["field": .string(field)])
                }
                entry.isRetired = text == "yes"
            default: throw Refusal(.unknownField, ["field": .string(field)])
            }
        }
        return try report(name, code, entry, arguments)
    }

    /// `catalog amend points NOG desks=5 "windows=general 05:00-22:00 /"`.
    private static func amendPoint(_ words: [String], _ arguments: Arguments) throws -> Int32 {
        guard let code = words.first.flatMap(PointCode.init), words.count > 1 else {
            throw UsageError(
                "Uso: garita catalog amend points NOG campo=valor.",
                "Usage: garita catalog amend points NOG field=value.")
        }
        let given = try Arguments.assignments(words.dropFirst()).map { field, value in
            (
                field,
                field == "municipality"
                    ? Value.text(value) : Int(value).map(Value.int) ?? .text(value)
            )
        }
        _ = try perform(SetPoint(code, Dictionary(given, uniquingKeysWith: { $1 })), arguments)
        return 0
    }
}
