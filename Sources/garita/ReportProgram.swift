import Repatriation
import Screens
import Store

/// `report`: the official tables of a period, to be read, printed or handed to another program.
enum ReportProgram {
    private enum Format: String, CaseIterable { case text, csv, html, json }

    static func run(_ arguments: Arguments) throws -> Int32 {
        let language = arguments.language
        let name = arguments.rest.first ?? "list"
        if name == "siomr" { return try SIOMRExport.run(arguments) }
        guard arguments.rest.count < 2 else {
            throw UsageError(
                "Uso: garita report [list|R1…R12|siomr] --from DÍA --to DÍA.",
                "Usage: garita report [list|R1…R12|siomr] --from DAY --to DAY.")
        }
        guard name != "list" else {
            list(arguments)
            return 0
        }
        guard let kind = ReportKind(typed: name) else {
            let allowed = ReportKind.allCases.map { JSON.string($0.rawValue) }
            throw Refusal(.unknownCode, ["field": "report", "allowed": .array(allowed)])
        }
        let (period, format) = (try period(arguments), try format(arguments))
        let codes = try points(arguments)
        let store = try arguments.openStore()
        let issue = try store.answer(
            .report(kind, period, points: codes), for: store.peer().asker, at: now())
        switch format {
        case .text: put(issue.book(language).text(issue.width(language)))
        case .html: put(issue.book(language).html)
        case .csv:
            let mark = arguments.has("bom") ? CSVText.byteOrderMark : ""
            put(mark + CSVText.of(issue.rows(language)))
        case .json: say(issue.json(language).serialized)
        }
        return 0
    }

    /// Which there are.
    private static func list(_ arguments: Arguments) {
        guard arguments.isJSON else {
            for kind in ReportKind.allCases {
                let name = kind.rawValue
                let fill = String(repeating: " ", count: max(1, 5 - name.count))
                say(name + fill + kind.title(arguments.language))
            }
            return
        }
        let kinds = ReportKind.allCases.map { kind -> JSON in
            [
                "table": .string(kind.rawValue),
                "title": .string(kind.title(arguments.language)),
            ]
        }
        say(JSON.array(kinds).serialized)
    }

    static func period(_ arguments: Arguments) throws -> ReportPeriod {
        func day(_ name: String) throws -> CivilDate {
            guard let day = arguments[name].flatMap(CivilDate.init(text:)) else {
                throw UsageError(
                    "Diga --\(name) con una fecha: --\(name) 2026-11-01.",
                    "Say --\(name) with a date: --\(name) 2026-11-01.")
            }
            return day
        }
        guard let period = ReportPeriod(from: try day("from"), to: try day("to")) else {
            throw UsageError("--from va antes de --to.", "--from comes before --to.")
        }
        return period
    }

    private static func format(_ arguments: Arguments) throws -> Format {
        guard let text = arguments["format"] else { return arguments.isJSON ? .json : .text }
        guard let format = Format(rawValue: text) else {
            let allowed = Format.allCases.map(\.rawValue).joined(separator: ", ")
            throw UsageError("--format toma: \(allowed).", "--format takes: \(allowed).")
        }
        return format
    }

    /// `--point NOG,TIJ`; none is every point of this store.
    static func points(_ arguments: Arguments) throws -> [PointCode] {
        guard let text = arguments["point"] else { return [] }
        return try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            guard let code = PointCode(String(part)) else { throw Refusal(.unknownPoint) }
            return code
        }
    }
}
