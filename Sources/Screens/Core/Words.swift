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

    /// Waits as `h:mm`.
    static func wait(_ seconds: Int) -> String {
        "\(seconds / 3600):\(padded(seconds / 60 % 60, 2))"
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
