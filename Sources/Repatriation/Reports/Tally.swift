/// What sums of official tables are kept by, one for each pair of things that a table sets beside
/// one another.
///
/// An event is a Mexican whose nationality is accredited, received; everybody else is of a facet of
/// their own. Numbers are hand-given and never change.
package enum Facet: Int, CaseIterable, Sendable {
    /// Events by how the group came.
    case events = 1
    /// The same of foreigners, of those not accredited and of those not decided.
    case foreign, notAccredited, undecided
    /// Events by state of birth and sex.
    case birth
    /// Events by age group and sex.
    case ages
    /// Events of those under 18 by state of birth, age group, company and sex.
    case children
    /// Events by who handed over and whether in hours, by where in the US they were detained, by time
    /// in the US, and by how often they came.
    case authority, detention, stay, repeats
    /// Events by whether anything was given, and each kind of help that was given or declined.
    case support, help
    /// What people were referred for, and which belongings they claim.
    case referrals, claims
    /// Events by where somebody crossed, and by which of the person's events it is.
    case crossing, turns

    /// It is counted since ``Tally`` knows services, crossings and persons.
    package var isOfLater: Bool {
        switch self {
        case .support, .help, .referrals, .claims, .crossing, .turns: true
        case .events, .foreign, .notAccredited, .undecided, .birth, .ages, .children, .authority,
            .detention, .stay, .repeats:
            false
        }
    }
}

/// One that a reception adds to an official sum: of a facet, a day of the calendar and the point
/// where somebody was received first.
package struct Tally: Hashable, Sendable {
    /// What is counted.
    package let facet: Facet
    /// The point's own day.
    package let day: CivilDate
    /// Where.
    package let point: PointCode
    /// Codes between bars, nothing where it was not asked.
    package let key: String

    /// The month and the day whose sums it is of, as `202611` and `20261120`.
    package var periods: [Int] {
        let month = Tally.month(of: day)
        return [month, month * 100 + day.day]
    }

    /// Periods above this are days, those below are months.
    package static let mostMonth = 999_999

    /// A month as sums are kept by it.
    package static func month(of day: CivilDate) -> Int { day.year * 100 + day.month }

    /// The fields of a reception that it is made of, besides the points.
    package static let reads =
        ["receivedDate"]
        + Reception.fields.filter { $0.access == .statistical }.map(\.name)

    /// Whether two states of one reception are counted alike.
    package static func areAlike(_ one: Reception, _ other: Reception) -> Bool {
        one.receivedDate == other.receivedDate && one.counted == other.counted
            && (one.firstPoint ?? one.point) == (other.firstPoint ?? other.point)
    }
}

/// Every official sum that a reception adds one to, as ``cells(of:)-reception`` is of the board.
/// Pure.
package func tallies(of reception: Reception) -> [Tally] {
    guard let day = reception.receivedDate else { return [] }
    let (counted, point) = (reception.counted, reception.firstPoint ?? reception.point)
    func tally(_ facet: Facet, _ parts: String?...) -> Tally {
        let key = parts.map { $0 ?? "" }.joined(separator: "|")
        return Tally(facet: facet, day: day, point: point, key: key)
    }
    let way = counted.mode?.rawValue
    switch counted.nationality {
    case .foreign?: return [tally(.foreign, way)]
    case .notAccredited?: return [tally(.notAccredited, way)]
    case .pending?, nil: return [tally(.undecided, way)]
    case .accredited?: break
    }
    let (sex, ages) = (counted.sex?.rawValue, counted.ages?.rawValue)
    let all =
        [
            tally(.events, way), tally(.birth, counted.birthState, sex), tally(.ages, ages, sex),
            tally(.authority, counted.authority?.rawValue, counted.hours?.rawValue),
            tally(.detention, counted.detention),
            tally(.stay, counted.stay), tally(.repeats, counted.repeatClass?.rawValue),
            tally(.support, counted.support?.rawValue), tally(.crossing, counted.crossing),
            tally(.turns, counted.turn?.rawValue),
        ]
        + counted.referred.map { tally(.referrals, $0.rawValue) }
        + counted.claimed.map { tally(.claims, $0.rawValue) }
        + counted.given.map { tally(.help, $0.rawValue, SupportClass.given.rawValue) }
        + counted.declined.map { tally(.help, $0.rawValue, SupportClass.declined.rawValue) }
    guard counted.ages?.isChild == true else { return all }
    let company = counted.company?.rawValue
    return all + [tally(.children, counted.birthState, ages, company, sex)]
}

extension AgeGroup {
    /// Nil where it is not stated.
    package var isChild: Bool? {
        switch self {
        case .under12, .from12to17, .minor: true
        case .from18to29, .from30to39, .from40to49, .from50to59, .from60, .adult: false
        case .notStated: nil
        }
    }
}

/// A sum of a period: how many of a month, a point and a key.
package struct TallySum: Sendable, Equatable {
    /// The month, as ``Tally/month(of:)``.
    package let month: Int
    /// Where.
    package let point: PointCode
    /// The codes, empty where it was not asked.
    package let key: [String]
    /// How many.
    package let count: Int

    /// One sum.
    package init(month: Int, point: PointCode, key: String, count: Int) {
        (self.month, self.point, self.count) = (month, point, count)
        self.key = key.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }

    /// A part of the key; nil where it was not asked.
    func part(_ index: Int) -> String? {
        key.indices.contains(index) && !key[index].isEmpty ? key[index] : nil
    }
}
