/// The days on which authorities answer: not Saturdays, Sundays, the statutory days of rest, nor
/// those of a holiday list.
///
/// Statutory days: Ley Federal del Trabajo, art. 74 (1 January, first Monday of February, third
/// Monday of March, 1 May, 16 September, third Monday of November, 1 October of the years in which
/// the federal executive changes, 25 December). Days on which an institution suspends its terms are
/// published each year (LFPA art. 28): the holiday list has them.
package struct WorkingDays: Sendable {
    private let others: Set<CivilDate>

    /// With the days of a holiday list besides the statutory ones.
    package init(besides others: Set<CivilDate>) { self.others = others }

    /// Whether terms run on that day.
    package func isWorking(_ day: CivilDate) -> Bool {
        (1...5).contains(day.weekday) && !WorkingDays.isStatutoryRest(day) && !others.contains(day)
    }

    /// The last day of a term of so many working days that begins the day after `day`. O(days).
    package func adding(_ count: Int, to day: CivilDate) -> CivilDate {
        var (left, date) = (count, day)
        while left > 0 {
            date = CivilDate(daysSinceEpoch: date.daysSinceEpoch + 1)
            if isWorking(date) { left -= 1 }
        }
        return date
    }

    /// Whether it is a day of rest of art. 74.
    package static func isStatutoryRest(_ day: CivilDate) -> Bool {
        // Of a Monday, which of its month it is.
        let monday = day.weekday == 1 ? (day.day + 6) / 7 : 0
        return switch (day.month, day.day) {
        case (1, 1), (5, 1), (9, 16), (12, 25): true
        case (10, 1): day.year >= 2024 && (day.year - 2024) % 6 == 0
        case (2, _): monday == 1
        case (3, _), (11, _): monday == 3
        default: false
        }
    }
}
