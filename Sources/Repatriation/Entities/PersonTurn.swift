/// Which event of a person it is among those of a month and of a year of the calendar: whoever comes
/// twice is two events and one person.
///
/// Those of ``year`` are the persons of a year, and with those of ``month`` the persons of a month.
package enum PersonTurn: String, Code {
    case year, month, again

    package var label: Bilingual {
        switch self {
        case .year: Bilingual("primera vez en el año", "first of the year")
        case .month: Bilingual("primera del mes, no del año", "first of the month, not the year")
        case .again: Bilingual("otra vez en el mes", "again in the month")
        }
    }

    /// Those of one person's receptions that are events, in the order of their days, whenever they
    /// were entered. Pure.
    package static func of(_ receptions: [Reception]) -> [Int: PersonTurn] {
        var (turns, years, months) = ([Int: PersonTurn](), Set<Int>(), Set<Int>())
        for (day, id) in receptions.compactMap(\.event).sorted(by: <) {
            let month = Tally.month(of: day)
            turns[id] =
                months.contains(month) ? .again : years.contains(day.year) ? .month : .year
            years.insert(day.year)
            months.insert(month)
        }
        return turns
    }
}

extension Reception {
    /// Of those whose data are gone what was counted is all that is known.
    private var isEvent: Bool {
        receivedDate != nil
            && (removal == nil ? nationality : counted.nationality) == .accredited
    }

    /// The day of an event, and what it is told from others of that day by; nil where official
    /// tables count none.
    fileprivate var event: (CivilDate, Int)? {
        receivedDate.flatMap { isEvent ? ($0, id.value) : nil }
    }

    /// Whether it stands alike among the receptions of its person.
    func standsAs(_ other: Reception) -> Bool {
        person == other.person && receivedDate == other.receivedDate && isEvent == other.isEvent
    }
}
