/// A column of the rows for statistics. None tells a day, an age or a municipality.
package enum StatisticColumn: String, CaseIterable, Sendable {
    case week, office, point, sex, ages, birthState, company, authority, mode, stay, schooling,
        detention, destination, repeats

    /// What is published where nobody says which.
    package static let usual: [StatisticColumn] = [.week, .office, .sex, .ages]

    /// The field of a reception that it is counted in; nil for what comes of day and point.
    package var counted: String? {
        switch self {
        case .week, .office, .point: nil
        case .sex: "countedSex"
        case .ages: "countedAges"
        case .birthState: "countedBirthState"
        case .company: "countedCompany"
        case .authority: "countedAuthority"
        case .mode: "countedMode"
        case .stay: "countedStay"
        case .schooling: "countedSchooling"
        case .detention: "countedDetention"
        case .destination: "countedDestination"
        case .repeats: "countedRepeat"
        }
    }

    /// Its code for somebody; empty where it was not asked.
    func value(of some: CountedAlike, at point: ReportPoint?) -> String {
        let counted = some.counted
        switch self {
        case .week: return some.day.isoWeek
        case .office: return point?.office ?? ""
        case .point: return some.point.text
        case .sex: return counted.sex?.rawValue ?? ""
        case .ages: return counted.ages?.rawValue ?? ""
        case .birthState: return counted.birthState ?? ""
        case .company: return counted.company?.rawValue ?? ""
        case .authority: return counted.authority?.rawValue ?? ""
        case .mode: return counted.mode?.rawValue ?? ""
        case .stay: return counted.stay ?? ""
        case .schooling: return counted.schooling ?? ""
        case .detention: return counted.detention ?? ""
        case .destination: return counted.destination ?? ""
        case .repeats: return counted.repeatClass?.rawValue ?? ""
        }
    }
}

extension CivilDate {
    /// `2026-W48`, the week of ISO 8601: from Monday, of the year that its Thursday is of.
    package var isoWeek: String {
        // 1 January 1970 was a Thursday.
        let sinceMonday = ((daysSinceEpoch + 3) % 7 + 7) % 7
        let thursday = CivilDate(daysSinceEpoch: daysSinceEpoch - sinceMonday + 3)
        let first = CivilDate(year: thursday.year, month: 1, day: 1) ?? thursday
        let week = (thursday.daysSinceEpoch - first.daysSinceEpoch) / 7 + 1
        return "\(thursday.year)-W\(padded(week, 2))"
    }
}
