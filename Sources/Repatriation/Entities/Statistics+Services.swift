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

/// What was done for somebody, whatever became of it; nil is what an event says nothing of.
package struct ServicesGiven: Sendable {
    /// Help given or declined.
    package var help: [Help]?
    /// Referrals.
    package var referrals: [Referral]?
    /// Claims for belongings.
    package var claims: [PropertyClaim]?

    /// Nothing is said of any of them.
    package init() {}
}

extension Statistics {
    /// As far as it stands. Help that was given counts once, whatever was declined before; a
    /// referral that was refused or withdrawn sent nobody.
    mutating func take(_ services: ServicesGiven) {
        if let help = services.help {
            let standing = help.filter { $0.retractedAt == nil }
            given = Set(standing.filter { !$0.isDeclined }.map(\.helpKind))
            declined = Set(standing.filter(\.isDeclined).map(\.helpKind)).subtracting(given)
        }
        if let referrals = services.referrals {
            let sent = referrals.filter {
                $0.retractedAt == nil && $0.state.isSent && !$0.referralKind.isProtected
            }
            referred = Set(sent.map(\.referralKind))
        }
        if let claims = services.claims {
            claimed = claims.reduce(into: []) { $0.formUnion($1.missing) }
        }
    }

    /// What was done for somebody, and nothing else.
    var servicesAlone: Statistics {
        var alone = Statistics()
        (alone.given, alone.declined) = (given, declined)
        (alone.referred, alone.claimed) = (referred, claimed)
        return alone
    }

    /// Nothing is «without» only where the interview was opened.
    mutating func classifySupport(wasAsked: Bool) {
        if !given.isEmpty {
            support = .given
        } else if !declined.isEmpty {
            support = .declined
        } else {
            support = wasAsked ? SupportClass.none : nil
        }
    }
}
