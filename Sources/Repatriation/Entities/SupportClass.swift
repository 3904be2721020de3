/// With or without support, as the official table tells it.
package enum SupportClass: String, Code {
    case given, declined, none

    package var label: Bilingual {
        switch self {
        case .given: Bilingual("con apoyo otorgado", "support given")
        case .declined: Bilingual("ofrecido y no aceptado", "offered and declined")
        case .none: Bilingual("sin apoyo", "without support")
        }
    }
}

/// In the hours of a point or out of them, as the official table tells it.
package enum HoursClass: String, Code {
    case inHours, outOfHours

    package var label: Bilingual {
        switch self {
        case .inHours: Bilingual("en horario", "in hours")
        case .outOfHours: Bilingual("fuera de horario", "out of hours")
        }
    }
}

extension Statistics {
    /// Nil where nobody knows.
    var hours: HoursClass? { isOutOfHours.map { $0 ? .outOfHours : .inHours } }
}
