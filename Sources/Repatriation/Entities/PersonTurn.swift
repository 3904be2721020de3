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
}
