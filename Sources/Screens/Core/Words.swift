import Repatriation

/// Days as the desk writes them.
enum Dates {
    private static let days = [
        Bilingual("dom", "Sun"), Bilingual("lun", "Mon"), Bilingual("mar", "Tue"),
        Bilingual("mié", "Wed"),
        Bilingual("jue", "Thu"), Bilingual("vie", "Fri"), Bilingual("sáb", "Sat"),
    ]
    private static let months = [
        Bilingual("ene", "Jan"), Bilingual("feb", "Feb"), Bilingual("mar", "Mar"),
        Bilingual("abr", "Apr"),
        Bilingual("may", "May"), Bilingual("jun", "Jun"), Bilingual("jul", "Jul"),
        Bilingual("ago", "Aug"),
        Bilingual("sep", "Sep"), Bilingual("oct", "Oct"), Bilingual("nov", "Nov"),
        Bilingual("dic", "Dec"),
    ]

    /// `sáb 21 nov`.
    static func short(_ day: CivilDate, _ language: Language) -> String {
        "\(days[day.weekday](language)) \(day.day) \(months[day.month - 1](language))"
    }

    /// How long ago, in the largest unit that says something: `52 min`, `3 h`, `2 d`; what is to
    /// come has an arrow.
    static func age(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60
        let words =
            switch minutes {
            case 0: "<1 min"
            case ..<120: "\(minutes) min"
            case ..<2880: "\(minutes / 60) h"
            default: "\(minutes / 1440) d"
            }
        let whole = seconds < -59 ? "→\(words)" : words
        return String(repeating: " ", count: max(0, 6 - whole.count)) + whole
    }

    /// Waits as `h:mm`; from a hundred hours as days, which stand in a column as narrow.
    static func wait(_ seconds: Int) -> String {
        guard seconds < 360_000 else { return "\(seconds / 86_400) d" }
        return "\(seconds / 3600):\(padded(seconds / 60 % 60, 2))"
    }
}

extension Flag {
    /// In ten columns, for lists.
    var short: Bilingual {
        switch self {
        case .vitalEmergency: Bilingual("urgencia", "emergency")
        case .unaccompaniedChild: Bilingual("NNA sola/o", "child")
        case .medical: Bilingual("salud", "health")
        case .pregnant: Bilingual("embarazo", "pregnant")
        case .disability: Bilingual("discapac.", "disability")
        case .older: Bilingual("mayor", "older")
        case .reserved: Bilingual("reservada", "reserved")
        case .smallChildren, .familySplit: Bilingual("familia", "family")
        case .noSpanish: Bilingual("lengua", "language")
        case .deaf: Bilingual("no oye", "deaf")
        case .warrant: Bilingual("jefatura", "lead")
        }
    }
}
