import Repatriation
import Screens
import Store

/// Papers beside the single tables: several of one cut on one, and those of a shift.
enum ReportPapers {
    /// False where there is none of that name.
    static func run(_ name: String, _ arguments: Arguments) throws -> Bool {
        if let report = ShiftReport(rawValue: name) {
            try shift(report, arguments)
        } else if let bundle = ReportBundle(rawValue: name) {
            try print(bundle, arguments)
        } else {
            return false
        }
        return true
    }

    /// Several tables of one cut as one paper.
    private static func print(_ bundle: ReportBundle, _ arguments: Arguments) throws {
        let language = arguments.language
        let period = try ReportProgram.period(arguments)
        let format = try ReportFormat.of(arguments, among: [.text, .html, .json])
        let codes = try ReportProgram.points(arguments)
        let store = try arguments.openStore()
        let issues = try store.answer(
            .bundle(bundle, period, points: codes, asOf: ReportProgram.cut(arguments, store)),
            for: store.peer().asker, at: ReportProgram.moment(store))
        switch format {
        case .json: say(JSON.array(issues.map { $0.json(language) }).serialized)
        case .html: put(issues.book(bundle, language).html)
        default:
            put(
                issues.book(bundle, language).text(
                    terminalColumns() ?? issues.width(language)))
        }
    }

    /// A report of a shift, at one point; the day board is of all.
    private static func shift(_ report: ShiftReport, _ arguments: Arguments) throws {
        guard arguments["from"] == nil, arguments["to"] == nil else {
            throw UsageError(
                "\(report.rawValue) es de un momento: --at, y no --from ni --to.",
                "\(report.rawValue) is of a moment: --at, not --from or --to.")
        }
        guard arguments["at"] == nil || report.canBePast else {
            throw UsageError(
                "\(report.rawValue) sale siempre como está ahora, sin --at.",
                "\(report.rawValue) is always as it stands now, without --at.")
        }
        let format = try ReportFormat.of(arguments, among: [.text, .html])
        let store = try arguments.openStore()
        let asked = try arguments.point() ?? (report == .board ? store.points().first?.code : nil)
        guard let code = asked else {
            throw UsageError("Diga el punto: --point CÓDIGO.", "Say the point: --point CODE.")
        }
        let officer = try store.peer()
        let moment = try arguments["at"].map { try BoardProgram.moment($0, store) }
        let now = try ReportProgram.moment(store)
        let document = try ShiftReports(
            store: store, officer: officer, asker: officer.asker, now: now,
            language: arguments.language
        ).make(report, at: code, of: moment)
        put(format == .html ? document.html : document.text(.letter))
    }
}
