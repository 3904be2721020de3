import Repatriation
import SQLite

/// The field of a reception that a part of the statistics is kept in.
enum CountedColumn: String, CaseIterable {
    case sex = "countedSex"
    case ages = "countedAges"
    case birthState = "countedBirthState"
    case company = "countedCompany"
    case authority = "countedAuthority"
    case mode = "countedMode"
    case stay = "countedStay"
    case schooling = "countedSchooling"
    case detention = "countedDetention"
    case destination = "countedDestination"
    case repeatClass = "countedRepeat"

    fileprivate func set(_ counted: inout Statistics, _ code: String) {
        switch self {
        case .sex: counted.sex = Sex(rawValue: code)
        case .ages: counted.ages = AgeGroup(rawValue: code)
        case .birthState: counted.birthState = code
        case .company: counted.company = Company(rawValue: code)
        case .authority: counted.authority = Authority(rawValue: code)
        case .mode: counted.mode = Mode(rawValue: code)
        case .stay: counted.stay = code
        case .schooling: counted.schooling = code
        case .detention: counted.detention = code
        case .destination: counted.destination = code
        case .repeatClass: counted.repeatClass = RepeatClass(rawValue: code)
        }
    }
}

extension Look {
    /// The events of a period, by day, point of the hand-over and these columns of what is counted.
    /// The other columns are blank. O(receptions of the period), by the index of the points' days.
    func countedEvents(
        _ period: ReportPeriod, _ codes: [PointCode], _ columns: [CountedColumn]
    ) throws -> [CountedAlike] {
        let names = columns.map { "\"\($0.rawValue)\"" }
        let parts = (["receivedDate", "coalesce(firstPoint, point)"] + names)
        let marks = codes.map { _ in "?" }.joined(separator: ",")
        let among = codes.isEmpty ? "" : "AND coalesce(firstPoint, point) IN (\(marks))"
        let statement = try connection.statement(
            """
            SELECT \(parts.joined(separator: ", ")), count(*) FROM reception
            WHERE point IN (SELECT code FROM point) AND receivedDay BETWEEN ? AND ?
            AND receivedDate BETWEEN ? AND ? AND countedNationality = 'accredited' \(among)
            GROUP BY \(parts.indices.map { String($0 + 1) }.joined(separator: ", "))
            ORDER BY \(parts.indices.map { String($0 + 1) }.joined(separator: ", "))
            """)
        let days = period.from...period.to
        for days in [days.workingDays, days] {
            statement.bind(days.lowerBound.text).bind(days.upperBound.text)
        }
        for code in codes { statement.bind(code.text) }
        return try statement.all { row -> CountedAlike? in
            guard let day = CivilDate(text: row.text(0)) else { return nil }
            var counted = Statistics()
            counted.nationality = .accredited
            for (place, column) in columns.enumerated() where !row.isNull(place + 2) {
                column.set(&counted, row.text(place + 2))
            }
            return CountedAlike(
                day: day, point: PointCode(row.text(1)) ?? .none, counted: counted,
                count: row.int(columns.count + 2))
        }.compactMap { $0 }
    }

    /// The points that figures are asked of: all, or those that are named. Throws `unknownPoint`.
    func chosenPoints(_ codes: [PointCode]) throws -> [ReceivingPoint] {
        let known = try rows.all(ReceivingPoint.self, "1 ORDER BY id")
        guard codes.allSatisfy({ code in known.contains { $0.code == code } }) else {
            throw Refusal(.unknownPoint)
        }
        return codes.isEmpty ? known : known.filter { codes.contains($0.code) }
    }
}

extension ClosedRange<CivilDate> {
    /// The working days, which are what is indexed, of people received on these days of the
    /// calendar: the same day or the one before; one more is read than can be.
    var workingDays: ClosedRange<CivilDate> {
        CivilDate(
            daysSinceEpoch: lowerBound.daysSinceEpoch - 1)...CivilDate(
                daysSinceEpoch: upperBound.daysSinceEpoch + 1)
    }
}

extension Reading<DailySheet> {
    /// INM's daily sheet of some days, of some points or of all.
    package static func dailySheet(_ period: ReportPeriod, points codes: [PointCode] = [])
        -> Reading
    {
        Reading(.reports) { look in
            DailySheet(
                period, points: try look.chosenPoints(codes).map(ReportPoint.init),
                people: try look.countedEvents(period, codes, [.mode, .ages, .sex, .company]))
        }
    }
}

extension Reading<StatisticRows> {
    /// The events of some days for statistics, one a row, by columns that name nobody.
    package static func statisticRows(
        _ period: ReportPeriod, points codes: [PointCode] = [], columns: [StatisticColumn]
    ) -> Reading {
        Reading(.reports) { look in
            let needed = CountedColumn.allCases.filter { column in
                columns.contains { $0.counted == column.rawValue }
            }
            return StatisticRows(
                period, points: try look.chosenPoints(codes).map(ReportPoint.init),
                columns: columns,
                people: try look.countedEvents(period, codes, needed))
        }
    }
}
