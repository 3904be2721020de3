import Repatriation
import Screens
import Store

/// Events in the shapes of others: `report siomr`, `report dgpmv`, `report persons`,
/// `report imss`, and answers to surveys: `report survey`.
enum ReportExports {
    /// Runs an export; nil where there is none of that name.
    static func run(_ name: String, _ arguments: Arguments) throws -> Int32? {
        switch ReportExport(rawValue: name) {
        case .siomr: try SIOMRExport.run(arguments)
        case .dgpmv: try daily(arguments)
        case .persons: try persons(arguments)
        case .imss: try CURPProgram.run(arguments)
        case .survey: try SurveyReport.run(arguments)
        case nil: nil
        }
    }

    private static func daily(_ arguments: Arguments) throws -> Int32 {
        let (period, codes) = (
            try ReportProgram.period(arguments), try ReportProgram.points(arguments)
        )
        let format = try ReportFormat.of(
            arguments, among: [.csv, .html, .json], usual: .csv)
        let store = try arguments.openStore()
        let officer = try store.peer()
        let moment = now()
        let sheet = try store.answer(
            .dailySheet(period, points: codes), for: officer.asker, at: moment)
        switch format {
        case .html: put(sheet.book(arguments.language, isDrill: store.isDrill).html)
        case .json:
            let said: [String: JSON] = [
                "asOf": .string(moment.text), "author": .string(officer.short),
                "drill": .bool(store.isDrill),
            ]
            let members = sheet.json.merging(said) { own, _ in own }
            say(JSON.object(members).serialized)
        default: csv(sheet.lines, arguments)
        }
        return 0
    }

    /// 1 where nothing may be published: some would stand alone.
    private static func persons(_ arguments: Arguments) throws -> Int32 {
        let (period, codes) = (
            try ReportProgram.period(arguments), try ReportProgram.points(arguments)
        )
        let columns = try columns(arguments)
        let format = try ReportFormat.of(arguments, among: [.csv, .json], usual: .csv)
        let store = try arguments.openStore()
        let rows = try store.answer(
            .statisticRows(period, points: codes, columns: columns), for: store.peer().asker,
            at: now())
        if format == .json {
            say(rows.json.serialized)
        } else if rows.isPublic {
            csv(rows.lines, arguments)
        }
        if !rows.isPublic { complain(rows.refusal(arguments.language)) }
        return rows.isPublic ? 0 : 1
    }

    /// `--columns week,office,sex`; unsaid, the usual ones.
    private static func columns(_ arguments: Arguments) throws -> [StatisticColumn] {
        guard let text = arguments["columns"] else { return StatisticColumn.usual }
        var columns: [StatisticColumn] = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let column = StatisticColumn(rawValue: String(word)), !columns.contains(column)
            else {
                let all = StatisticColumn.allCases.map(\.rawValue).joined(separator: ", ")
                throw UsageError(
                    "--columns toma, cada una una vez: \(all).",
                    "--columns takes, each once: \(all).")
            }
            columns.append(column)
        }
        return columns
    }

    static func csv(_ rows: [[String]], _ arguments: Arguments) {
        put((arguments.has("bom") ? CSVText.byteOrderMark : "") + CSVText.of(rows))
    }
}
