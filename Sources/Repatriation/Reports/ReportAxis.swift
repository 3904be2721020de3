/// One line or column of an official table by its codes: what it stands under, and itself.
package struct ReportItem: Hashable, Sendable {
    /// The state or way that it stands under; empty where it stands alone.
    package var section = ""
    /// Its code.
    package let key: String

    init(_ key: String, in section: String = "") { (self.key, self.section) = (key, section) }

    /// What was not asked is never «no»: it stands for itself.
    static let notAsked = ReportItem("notAsked")
    /// In public tables, whatever stands in none of the usual columns of people at risk.
    static let others = ReportItem("others")
    /// All lines or columns together; of a section, all its lines.
    static let total = ReportItem("total")
    static let air = "air"
    static let land = "land"
}

/// A point as tables name it.
package struct ReportPoint: Sendable, Equatable {
    /// Its letters.
    package let code: PointCode
    /// Its name.
    package let name: String
    /// As INM's sheets name it; empty where none is known.
    package let official: String
    /// INEGI's number of its state.
    package let state: String
    /// INEGI's key of its municipality.
    package let municipality: String
    /// It stands in tables although nobody came.
    package let isShown: Bool

    /// From the catalogue.
    package init(_ point: ReceivingPoint) {
        (code, name, isShown) = (point.code, point.name, point.isActive)
        (official, municipality) = (point.official, point.municipality)
        state = String(point.municipality.prefix(2))
    }
}

/// What the rows or the columns of a table are.
enum ReportAxis: Sendable {
    /// Months, or years where there are more than twelve.
    case time
    /// States and their points; flights apart, where the way is counted.
    case points(airApart: Bool)
    /// Over land, by air and where, or not stated.
    case ways
    /// A part of the key by the answers of a list.
    case answers(part: Int, ReportAnswers)
    /// Adults and those under 18, men and women.
    case agesAndSex
    /// Those under 18 by age and company, boys and girls apart or not.
    case children(bySex: Bool)
    /// Whether somebody is returned where they crossed.
    case returns

    /// Where a sum belongs; nil where it was not asked. In public tables the columns that tell people
    /// at risk apart are the same in every month: one that is there for somebody would tell of them.
    func item(of sum: TallySum, _ frame: ReportFrame) -> ReportItem? {
        let item = own(of: sum, frame)
        guard frame.isPublic, tellsPeopleAtRisk else { return item }
        return item.flatMap { always(frame).contains($0) ? $0 : nil } ?? .others
    }

    /// Its lines stand in sections that have sums.
    var hasSums: Bool {
        switch self {
        case .points, .ways: true
        case .time, .answers, .agesAndSex, .children, .returns: false
        }
    }

    private var tellsPeopleAtRisk: Bool {
        switch self {
        case .agesAndSex, .children: true
        case .time, .points, .ways, .answers, .returns: false
        }
    }

    private func own(of sum: TallySum, _ frame: ReportFrame) -> ReportItem? {
        let way = sum.part(0)
        switch self {
        case .time: return ReportItem(frame.period.column(of: sum.month))
        case .points(let isAirApart):
            let isFlight = isAirApart && way == Mode.flight.rawValue
            let section = isFlight ? ReportItem.air : frame.state(of: sum.point)
            return ReportItem(sum.point.text, in: section)
        case .ways:
            guard let way, way != Mode.notStated.rawValue else { return nil }
            return way == Mode.flight.rawValue
                ? ReportItem(sum.point.text, in: ReportItem.air)
                : ReportItem(way, in: ReportItem.land)
        case .answers(let part, _): return sum.part(part).map { ReportItem($0) }
        case .agesAndSex:
            let isChild = sum.part(0).flatMap(AgeGroup.init)?.isChild ?? nil
            guard let isChild else { return nil }
            let sex = sum.part(1) ?? ""
            return ReportItem("\(isChild ? "minor" : "adult").\(sex)")
        case .children(let isBySex):
            let parts = [1, 2, 3].prefix(isBySex ? 3 : 2).map { sum.part($0) ?? "" }
            return ReportItem(parts.joined(separator: "."))
        case .returns:
            return way.map { crossing in
                let place = frame.point(sum.point.text)?.municipality ?? ""
                return ReportItem(ReturnClass(crossing: crossing, municipality: place).rawValue)
            }
        }
    }

    /// What stands there although nobody is counted, in its order.
    func always(_ frame: ReportFrame) -> [ReportItem] {
        usual(frame) + (frame.isPublic && tellsPeopleAtRisk ? [.others] : [])
    }

    private func usual(_ frame: ReportFrame) -> [ReportItem] {
        switch self {
        case .time:
            var keys: [String] = []
            for month in frame.period.months {
                let key = frame.period.column(of: month)
                if keys.last != key { keys.append(key) }
            }
            return keys.map { ReportItem($0) }
        case .points:
            return frame.points.filter(\.isShown).sorted { $0.state < $1.state }
                .map { ReportItem($0.code.text, in: frame.state(of: $0.code)) }
        case .ways:
            return [Mode.bus, .van, .foot].map { ReportItem($0.rawValue, in: ReportItem.land) }
        case .answers(_, let answers): return answers.always.map { ReportItem($0) }
        case .returns: return ReturnClass.allCases.map { ReportItem($0.rawValue) }
        case .agesAndSex:
            return ["adult.H", "adult.M", "minor.H", "minor.M"].map { ReportItem($0) }
        case .children(let isBySex):
            let sexes = isBySex ? [".H", ".M"] : [""]
            return [AgeGroup.under12, .from12to17].flatMap { ages in
                [Company.family, .alone].flatMap { company in
                    sexes.map { ReportItem("\(ages.rawValue).\(company.rawValue)\($0)") }
                }
            }
        }
    }
}

/// What a table is made within: the days, and the points it counts.
package struct ReportFrame: Sendable {
    let period: ReportPeriod
    let points: [ReportPoint]
    /// Its tables may be published.
    let isPublic: Bool

    /// Days, the points of the catalogue, and whether what is made may be published.
    package init(_ period: ReportPeriod, _ points: [ReportPoint], isPublic: Bool) {
        (self.period, self.points, self.isPublic) = (period, points, isPublic)
    }

    func point(_ code: String) -> ReportPoint? { points.first { $0.code.text == code } }

    /// The state that a point stands under. In public tables each line has one: what is hidden is
    /// told by section and line, and the sum of a section without a name is none of its own.
    func state(of code: PointCode) -> String {
        let state = points.first { $0.code == code }?.state ?? ""
        return state.isEmpty && isPublic ? "00" : state
    }
}
