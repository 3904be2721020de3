/// A table as data with the tags of the Humanitarian Exchange Language in its second row: one
/// line for each period and kind, without totals of lines, which would be counted twice.
extension ReportIssue {
    /// Headings, tags, then the lines; `points` are the catalogue, for the state of each.
    package func hxl(points: [ReportPoint], _ language: Language) -> [[String]] {
        let layout = HXLLayout(table, points)
        let dates = [
            HXLColumn(Bilingual("inicio", "start"), "#date+start"),
            HXLColumn(Bilingual("fin", "end"), "#date+end"),
        ]
        let columns = dates + layout.ofLines + layout.ofCounts
        return [columns.map { $0.head(language) }, columns.map(\.tag)] + layout.lines(language)
    }
}

/// A column with its tag.
struct HXLColumn {
    let head: Bilingual
    let tag: String

    init(_ head: Bilingual, _ tag: String) { (self.head, self.tag) = (head, tag) }
}

/// How the axes of a table become columns: months go down, everything else stands where it was.
private struct HXLLayout {
    private let table: ReportTable
    private let shape: ReportShape
    private let points: [String: ReportPoint]

    init(_ table: ReportTable, _ points: [ReportPoint]) {
        self.table = table
        shape = table.kind.shape
        self.points = Dictionary(
            points.map { ($0.code.text, $0) }, uniquingKeysWith: { one, _ in one })
    }

    /// What each line is of.
    var ofLines: [HXLColumn] {
        switch shape.rows {
        case .time: return []
        case .points:
            return [
                HXLColumn(Bilingual("entidad", "state"), "#adm1+name"),
                HXLColumn(Bilingual("clave INEGI", "INEGI's code"), "#adm1+code"),
                HXLColumn(Bilingual("punto", "point"), "#loc+point+name"),
                HXLColumn(Bilingual("clave del punto", "point code"), "#loc+point+code"),
                HXLColumn(Bilingual("vía", "way"), "#meta+way"),
            ]
        case .ways:
            return [
                HXLColumn(Bilingual("vía", "way"), "#meta+way"),
                HXLColumn(Bilingual("concepto", "line"), "#meta+way+name"),
                HXLColumn(Bilingual("clave", "code"), "#meta+way+code"),
            ]
        case .answers(_, let answers):
            return [
                HXLColumn(Bilingual("concepto", "line"), answers.tag + "+name"),
                HXLColumn(Bilingual("clave", "code"), answers.tag + "+code"),
            ]
        case .agesAndSex, .children, .returns:
            return [
                HXLColumn(Bilingual("concepto", "line"), "#meta+name"),
                HXLColumn(Bilingual("clave", "code"), "#meta+code"),
            ]
        }
    }

    private var isMelted: Bool {
        if case .time? = shape.columns { return true }
        return shape.columns == nil
    }

    /// What is counted in each line.
    var ofCounts: [HXLColumn] {
        let counted = table.kind.countedTag
        let total = HXLColumn(Bilingual("total", "total"), counted + "+total")
        guard !isMelted else { return [total] }
        return table.columns.map { HXLColumn($0.label, counted + shape.attributes(of: $0.item)) }
            + [total]
    }

    func lines(_ language: Language) -> [[String]] {
        // A line that is there for somebody would tell of them.
        let hasNotAsked = table.notAsked.total > 0 || table.hasNotAsked && !table.hidden.isEmpty
        let rows = table.rows + (hasNotAsked ? [table.notAsked] : [])
        return rows.flatMap { row -> [[String]] in
            let words = words(row, language)
            let cells = table.cells(of: row).map(\.plain)
            if case .time? = shape.columns {
                return table.columns.enumerated().map { place, column in
                    dates(column.item.key) + words + [cells[place]]
                }
            }
            var isOfTime = false
            if case .time = shape.rows { isOfTime = true }
            let days = isOfTime ? dates(row.item.key) : dates(nil)
            return [days + words + cells.prefix(ofCounts.count)]
        }
    }

    /// The first and last day of a month or year of the period, or of all of it.
    private func dates(_ key: String?) -> [String] {
        let days = key.map(table.period.days(ofColumn:)) ?? (table.period.from, table.period.to)
        return [days.0.text, days.1.text]
    }

    private func words(_ row: ReportTable.Row, _ language: Language) -> [String] {
        let isNotAsked = row.item == .notAsked
        let code = isNotAsked ? "" : row.item.key
        switch shape.rows {
        case .time: return []
        case .points:
            let point = points[row.item.key]
            let isAir = row.item.section == ReportItem.air
            let way = isAir ? ReportItem.air : ReportItem.land
            return [
                point?.office ?? "", point?.state ?? "", row.label(language), code,
                shape.rows.tellsAir ? way : "",
            ]
        case .ways: return [row.item.section, row.label(language), code]
        case .answers, .agesAndSex, .children, .returns: return [row.label(language), code]
        }
    }
}

extension ReportAxis {
    /// Whether flights stand apart from what came over land.
    fileprivate var tellsAir: Bool {
        if case .points(let isAirApart) = self { return isAirApart }
        return false
    }
}

extension ReportPeriod {
    /// The first and last day of the period that a column is of.
    fileprivate func days(ofColumn key: String) -> (CivilDate, CivilDate) {
        let parts = key.split(separator: "-").compactMap { Int($0) }
        guard let year = parts.first else { return (from, to) }
        let (month, last) = parts.count > 1 ? (parts[1], parts[1]) : (1, 12)
        guard let first = CivilDate(year: year, month: month, day: 1),
            let after = CivilDate(
                year: last == 12 ? year + 1 : year, month: last % 12 + 1, day: 1)
        else { return (from, to) }
        return (max(first, from), min(CivilDate(daysSinceEpoch: after.daysSinceEpoch - 1), to))
    }
}

extension ReportKind {
    /// Who is counted.
    fileprivate var countedTag: String {
        switch self {
        case .foreign: "#affected+foreign"
        case .notAccredited: "#affected+not_accredited"
        case .undecided: "#affected+undecided"
        case .r4, .r5: "#affected+repatriated+events+children"
        case .help: "#service+people"
        case .referrals: "#service+people+referred"
        case .claims: "#affected+repatriated+belongings"
        case .helpByPoint: "#service+people+given"
        default: "#affected+repatriated+events"
        }
    }
}

extension ReportShape {
    /// What a column that is no month says of those it counts.
    fileprivate func attributes(of item: ReportItem) -> String {
        guard item != .notAsked else { return "+not_stated" }
        return item.key.split(separator: ".", omittingEmptySubsequences: false).map { part in
            switch part {
            case "H": "+m"
            case "M": "+f"
            case "X": "+x"
            case "adult": facet == .ages ? "+adults" : "+age_not_stated"
            case "minor": facet == .ages ? "+children" : "+age_not_stated"
            case "under12": "+age0_11"
            case "from12to17": "+age12_17"
            case "family": "+accompanied"
            case "alone": "+unaccompanied"
            case "": "+not_stated"
            default: "+\(part.lowercased())"
            }
        }.joined()
    }
}

extension ReportAnswers {
    /// What its answers are about.
    fileprivate var tag: String {
        switch self {
        case .states: "#adm1+birth"
        case .sexes: "#meta+sex"
        case .authorities: "#org+authority"
        case .usStates: "#adm1+detention"
        case .stay: "#meta+stay"
        case .repeats: "#meta+returns"
        case .support, .taken: "#service+given"
        case .help, .referrals: "#service"
        case .claims: "#item+missing"
        case .hours: "#meta+hours"
        case .crossings: "#loc+crossing"
        case .turns: "#meta+turn"
        }
    }
}
