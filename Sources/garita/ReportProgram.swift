import Repatriation
import Screens
import Store

/// `report`: the official tables of a period, to be read, printed or handed to another program.
enum ReportProgram {
    static func run(_ arguments: Arguments) throws -> Int32 {
        let name = arguments.rest.first ?? "list"
        switch name {
        case "close":
            guard arguments.rest.count < 3 else { throw usage }
            try close(arguments)
            return 0
        case "check": return try ReportCheckProgram.run(arguments)
        default:
            guard arguments.rest.count < (isOfPeriod(name) ? 3 : 2) else { throw usage }
            try checkOptions(of: name, arguments)
            if let code = try ReportExports.run(name, arguments) { return code }
            if try ReportPapers.run(name, arguments) { return 0 }
            try name == "list" ? list(arguments) : table(name, arguments)
        }
        return 0
    }

    private static let usage = UsageError(
        """
        Uso: garita report NOMBRE 2026-11, o 2026, o --from DÍA --to DÍA. Los nombres: garita report \
        list.
        """,
        """
        Usage: garita report NAME 2026-11, or 2026, or --from DAY --to DAY. The names: garita report \
        list.
        """)

    /// Whether the days may stand after the name.
    private static func isOfPeriod(_ name: String) -> Bool {
        if let export = ReportExport(rawValue: name) { return export != .imss }
        return ReportKind(typed: name) != nil || ReportBundle(rawValue: name) != nil
    }

    /// What is of tables alone is no option of sheets and lists.
    private static func checkOptions(of name: String, _ arguments: Arguments) throws {
        guard ReportKind(typed: name) == nil else { return }
        guard !arguments.has("public") || name == "survey" else {
            throw UsageError(
                "--public es de las tablas: \(name) no lo toma.",
                "--public is for tables: \(name) does not take it.")
        }
        guard arguments["as-of"] == nil || ReportBundle(rawValue: name) != nil else {
            throw UsageError(
                "--as-of es de las tablas: \(name) sale como se conoce ahora.",
                "--as-of is for tables: \(name) is as it is known now.")
        }
    }

    private static func table(_ name: String, _ arguments: Arguments) throws {
        let language = arguments.language
        guard let kind = ReportKind(typed: name) else {
            let named = ReportKind.allCases.map(\.rawValue) + papers.map(\.name)
            let allowed = JSON.array((["list", "close", "check"] + named).map(JSON.string))
            throw Refusal(.unknownCode, ["field": "report", "allowed": allowed])
        }
        let (period, format) = (try period(arguments), try ReportFormat.of(arguments))
        let codes = try points(arguments)
        let store = try arguments.openStore()
        let (cut, moment) = (try cut(arguments, store), try moment(store))
        let isPublic = arguments.has("public")
        let issue = try store.answer(
            .report(kind, period, points: codes, asOf: cut, isPublic: isPublic),
            for: store.peer().asker, at: moment)
        switch format {
        case .text: put(issue.book(language).text(terminalColumns() ?? issue.width(language)))
        case .html:
            let arrivals = ArrivalsOf(period, codes).reading
            let asker = try store.peer().asker
            let isOfNow = cut == nil && !isPublic
            let heat = isOfNow ? try store.answer(arrivals, for: asker, at: now()) : nil
            put(issue.book(language, with: heat).html)
        case .csv: ReportExports.csv(issue.rows(language), arguments)
        case .hxl:
            let points = try store.points(inUse: false).map(ReportPoint.init)
            ReportExports.csv(issue.hxl(points: points, language), arguments)
        case .json: say(issue.json(language).serialized)
        }
    }

    static func cut(_ arguments: Arguments, _ store: Store) throws -> Instant? {
        try arguments["as-of"].map { try BoardProgram.moment($0, of: "as-of", store) }
    }

    /// In practice, where time is another, what comes after the last fact is now.
    static func moment(_ store: Store) throws -> Instant {
        try store.isDrill ? max(now(), store.newestFact().adding(seconds: 1)) : now()
    }

    /// `close 2026-10`: the figures of a month, a year or some days stand from now on.
    private static func close(_ arguments: Arguments) throws {
        let period: ReportPeriod
        if arguments.rest.count > 1 {
            guard let named = ReportPeriod(typed: arguments.rest[1]) else {
                throw UsageError(
                    "PERIODO es un mes (2026-10), un año (2026) o --from DÍA --to DÍA.",
                    "PERIOD is a month (2026-10), a year (2026) or --from DAY --to DAY.")
            }
            period = named
        } else {
            period = try self.period(arguments)
        }
        let store = try arguments.openStore()
        let answer = try store.perform(
            .act(ClosePeriod(period)), by: store.peer().id, at: try store.moment(arguments))
        if arguments.isJSON {
            let own: [String: JSON] = [
                "from": .string(period.from.text), "to": .string(period.to.text),
            ]
            return say(JSON.object(answer.members.merging(own) { $1 }).serialized)
        }
        let closed = Bilingual("Cifras cerradas", "Figures closed")
        say("\(closed(arguments.language)): \(period.label(arguments.language))")
    }

    /// Which there are.
    private static func list(_ arguments: Arguments) throws {
        let titles = try titles(arguments)
        guard arguments.isJSON else {
            let tables = titles.inOrder.map { kind in
                let (name, number) = (kind.rawValue, titles.number(kind))
                let own = number == name ? "" : number + ". "
                return (name, own + titles.title(kind)(arguments.language))
            }
            let others = papers.map { ($0.name, $0.title(arguments.language)) }
            return (tables + others).forEach(sayLine)
        }
        let kinds = titles.inOrder.map { kind -> JSON in
            [
                "table": .string(kind.rawValue), "number": .string(titles.number(kind)),
                "title": .string(titles.title(kind)(arguments.language)),
            ]
        }
        say(JSON.array(kinds).serialized)
    }

    /// A name and what it is, within 80 columns.
    private static func sayLine(_ name: String, _ title: String) {
        let room = 11
        for (index, line) in Wrap.lines(title, width: 79 - room).enumerated() {
            let start = index == 0 ? name : ""
            say(start + String(repeating: " ", count: max(1, room - start.count)) + line)
        }
    }

    /// Whatever is no single table.
    private static let papers: [(name: String, title: Bilingual)] =
        ReportBundle.allCases.map { ($0.rawValue, $0.title) }
        + ReportExport.allCases.map { ($0.rawValue, $0.title) }
        + ShiftReport.allCases.map { ($0.rawValue, $0.title) }

    /// As the store calls them; as shipped where there is none.
    private static func titles(_ arguments: Arguments) throws -> ReportTitles {
        do { return try arguments.openStore().reportTitles() } catch let error as StoreError {
            guard case .missing = error else { throw error }
            return .shipped
        }
    }

    /// A month or a year after the name, or the days of two options.
    static func period(_ arguments: Arguments) throws -> ReportPeriod {
        if arguments.rest.count > 1 {
            guard arguments["from"] == nil, arguments["to"] == nil,
                let named = ReportPeriod(typed: arguments.rest[1])
            else { throw usage }
            return named
        }
        func day(_ name: String) throws -> CivilDate {
            guard let day = arguments[name].flatMap(CivilDate.init(text:)) else {
                throw UsageError(
                    "Diga --\(name) con una fecha: --\(name) 2026-11-01.",
                    "Say --\(name) with a date: --\(name) 2026-11-01.")
            }
            return day
        }
        guard let period = ReportPeriod(from: try day("from"), to: try day("to")) else {
            throw UsageError(
                "--from va antes de --to, entre los años 1900 y 2199.",
                "--from comes before --to, within the years 1900 to 2199.")
        }
        return period
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
