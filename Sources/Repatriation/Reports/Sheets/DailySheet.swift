/// Some people received at one point on one day who are counted alike.
package struct CountedAlike: Sendable, Equatable {
    /// The point's own day.
    package let day: CivilDate
    /// Where they were received first.
    package let point: PointCode
    /// What is counted of each.
    package let counted: Statistics
    /// How many.
    package let count: Int

    /// So many.
    package init(day: CivilDate, point: PointCode, counted: Statistics, count: Int) {
        (self.day, self.point, self.counted, self.count) = (day, point, counted, count)
    }
}

/// INM's daily sheet («base DGPMV»): day × office × point × way, thirteen columns.
///
/// Every point has every way that it was reached by in these days, and over land where nobody came,
/// on each of the days: no day is missing. What the thirteen columns have no place for (X, not
/// asked) stands in columns of its own behind them, where there is anybody.
package struct DailySheet: Sendable {
    /// How people came.
    enum Way: Int, CaseIterable, Sendable {
        case land, air, notStated

        init(_ mode: Mode?) {
            switch mode {
            case .bus?, .van?, .foot?: self = .land
            case .flight?: self = .air
            case .notStated?, nil: self = .notStated
            }
        }

        var title: String {
            switch self {
            case .land: "terrestre"
            case .air: "aérea"
            case .notStated: "no especificada"
            }
        }

        var code: JSON {
            switch self {
            case .land: "land"
            case .air: "air"
            case .notStated: .null
            }
        }
    }

    /// A line.
    struct Row: Sendable {
        let day: CivilDate
        let point: ReportPoint
        let way: Way
        var counts = DailyCounts()
    }

    /// The days.
    package let period: ReportPeriod
    /// Its lines, by day, then by state and point.
    let rows: [Row]
    /// The columns behind the thirteen.
    let more: [SheetColumn]

    /// From those who were received; `points` are the catalogue.
    package init(_ period: ReportPeriod, points: [ReportPoint], people: [CountedAlike]) {
        self.period = period
        var ways: [PointCode: Set<Way>] = [:]
        var counts: [CivilDate: [PointCode: [Way: DailyCounts]]] = [:]
        for some in people where some.count != 0 {
            let (way, counted) = (Way(some.counted.mode), some.counted)
            ways[some.point, default: []].insert(way)
            counts[some.day, default: [:]][some.point, default: [:]][way, default: DailyCounts()]
                .add(some.count, sex: counted.sex, ages: counted.ages, company: counted.company)
        }
        let lines = points.filter { $0.isShown || ways[$0.code] != nil }.enumerated()
            .sorted { ($0.element.state, $0.offset) < ($1.element.state, $1.offset) }
            .flatMap { _, point in
                Way.allCases.filter { (ways[point.code] ?? [.land]).contains($0) }
                    .map { (point: point, way: $0) }
            }
        let days = period.from.daysSinceEpoch...period.to.daysSinceEpoch
        rows = days.map(CivilDate.init(daysSinceEpoch:)).flatMap { day in
            lines.map { line in
                let found = counts[day]?[line.point.code]?[line.way]
                return Row(
                    day: day, point: line.point, way: line.way, counts: found ?? DailyCounts())
            }
        }
        let sum = DailySheet.sum(rows)
        more = [.otherAdults, .ageless, .otherMinors, .companyless].filter { sum[$0] != 0 }
    }

    /// All lines together.
    static func sum(_ rows: [Row]) -> DailyCounts {
        rows.reduce(into: DailyCounts()) { $0.add($1.counts) }
    }
}

extension ReportPoint {
    /// What INM calls the point.
    var officialName: String { official.isEmpty ? name : official }

    /// INM's office in its state (Oficina de Representación).
    var office: String { MexicanState.all.first { $0.inegi == state }?.name ?? "" }
}
