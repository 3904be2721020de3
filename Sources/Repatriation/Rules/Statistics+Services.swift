/// Everything that official tables count of a reception. Pure, as ``cells(of:)-reception`` is.
///
/// Who handed over and how often somebody came before are frozen: where they are not given they
/// stay as they were counted, and so do services. Whoever was not received is counted in
/// no table.
package func statistics(
    of person: Reception, in group: Group?, earlier: Int?, services: ServicesGiven? = nil
) -> Statistics {
    // Of somebody removed nothing is known any more but what was counted.
    guard person.removal == nil else { return person.counted }
    var counted = person.counted
    if let services { counted.take(services) }
    // Whoever is received again, after that was taken back, has what was done for them.
    guard let day = person.receivedDay else { return counted.servicesAlone }
    counted.sex = person.sex
    counted.ages = AgeGroup(of: person, on: day)
    counted.birthState = person.birthState
    counted.nationality = person.nationality
    counted.company = Company(of: person, on: day)
    counted.stay = person.answer(.stay)
    counted.schooling = person.answer(.schooling)
    counted.detention = person.answer(.detentionState)
    counted.crossing = person.answer(.crossingStretch)
    counted.destination = person.destination ?? person.answer(.destination)
    if let group {
        (counted.mode, counted.authority) = (group.mode, group.authority)
        counted.isOutOfHours = group.isOutOfHours
    }
    if let earlier { counted.repeatClass = RepeatClass(earlier: earlier) }
    counted.classifySupport(wasAsked: person.formVersion != nil)
    return counted
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
