/// What official tables count of a reception: codes and groups alone, so that they name nobody.
///
/// It is a fact of its own, written by the event that makes it so: what was counted stands when the
/// personal data are gone, and where no names ever come. Sources: UPMRIP's bulletin, chapter V, and
/// the open base SIOM-R.
package struct Statistics: Sendable, Equatable {
    /// As in the official record.
    package var sex: Sex?
    /// The group of the age on the day of reception.
    package var ages: AgeGroup?
    /// State of birth, RENAPO's two letters, or an open answer.
    package var birthState: String?
    /// As decided.
    package var nationality: Nationality?
    /// With whom somebody came.
    package var company: Company?
    /// Who handed over the group.
    package var authority: Authority?
    /// How the group came.
    package var mode: Mode?
    /// Time in the US, the code of the interview.
    package var stay: String?
    /// The code of the interview.
    package var schooling: String?
    /// The US state where somebody was detained, the code of the interview.
    package var detention: String?
    /// State of destination: as said at the exit, before it as in the interview.
    package var destination: String?
    /// How often the person was received before.
    package var repeatClass: RepeatClass?
    /// Which of the person's events of its year and month it is.
    package var turn: PersonTurn?
    /// Where somebody crossed, the code of the interview.
    package var crossing: String?
    /// Whether the group came out of the point's hours.
    package var isOutOfHours: Bool?
    /// Whether anything was given; nil where nothing was, and nobody was asked either.
    package var support: SupportClass?
    /// The help that was given at least once.
    package var given: Set<HelpKind> = []
    /// The help that was offered and declined each time.
    package var declined: Set<HelpKind> = []
    /// What somebody was sent for. Of matters that are protected nothing is counted.
    package var referred: Set<ReferralKind> = []
    /// What they miss of their belongings.
    package var claimed: Set<Property> = []

    /// Nothing: somebody who was not received.
    package init() {}
}

/// The groups of the official tables; whoever's age spans two is only told from child to adult.
package enum AgeGroup: String, Code {
    case under12, from12to17, minor
    case from18to29, from30to39, from40to49, from50to59, from60, adult
    case notStated

    package var label: Bilingual {
        switch self {
        case .under12: Bilingual("0–11 años", "0–11 years")
        case .from12to17: Bilingual("12–17 años", "12–17 years")
        case .minor: Bilingual("menor de 18, edad no especificada", "under 18, age not stated")
        case .from18to29: Bilingual("18–29 años", "18–29 years")
        case .from30to39: Bilingual("30–39 años", "30–39 years")
        case .from40to49: Bilingual("40–49 años", "40–49 years")
        case .from50to59: Bilingual("50–59 años", "50–59 years")
        case .from60: Bilingual("60 años o más", "60 years or more")
        case .adult: Bilingual("adulta, edad no especificada", "adult, age not stated")
        case .notStated: Bilingual("no especificada", "not stated")
        }
    }

    private static let children: [(ages: ClosedRange<Int>, group: AgeGroup)] = [
        (0...11, .under12), (12...17, .from12to17),
    ]
    private static let adults: [(ages: ClosedRange<Int>, group: AgeGroup)] = [
        (18...29, .from18to29), (30...39, .from30to39), (40...49, .from40to49),
        (50...59, .from50to59), (60...200, .from60),
    ]

    /// Of somebody on the day of reception, by the rules that protect children: a doubted age is a
    /// child's, and what nobody has settled is not stated.
    init(of person: Reception, on day: CivilDate) {
        let protection = person.protection(on: day)
        guard protection != .unsettled else {
            self = .notStated
            return
        }
        let isChild = protection > .adult
        let ages = person.birth?.ages(on: day)
        let groups = isChild ? AgeGroup.children : AgeGroup.adults
        let found = groups.first { group in
            ages.map { group.ages.contains($0.lowerBound) && group.ages.contains($0.upperBound) }
                ?? false
        }
        self = found?.group ?? (isChild ? .minor : .adult)
    }
}

/// With whom somebody came (condición de acompañamiento).
package enum Company: String, Code {
    case alone, family, others, separated

    package var label: Bilingual {
        switch self {
        case .alone: Bilingual("no acompañada", "unaccompanied")
        case .family: Bilingual("acompañada de familiar", "with family")
        case .others: Bilingual("acompañada de otras personas", "with others")
        case .separated: Bilingual("separada de su familia", "separated from family")
        }
    }

    /// A child's by the lane and the question about it, an adult's by their own word; nil where
    /// nobody said.
    init?(of person: Reception, on day: CivilDate) {
        let isOfFamily = person.family != nil
        let said =
            person.isChild(on: day)
            ? Company.child(person, isOfFamily)
            : person.answer(.travelsWith).flatMap(Company.init)
        guard let company = said ?? (isOfFamily ? .family : nil) else { return nil }
        self = company
    }

    private static func child(_ person: Reception, _ isOfFamily: Bool) -> Company? {
        let condition = person.answer(.travelCondition)
        if condition == "separated" { return .separated }
        if person.isChildAlone || condition == "unaccompanied" { return .alone }
        return condition == "accompanied" ? .family : nil
    }
}

/// The official classes of somebody who was received before.
package enum RepeatClass: String, Code {
    case first, second, later

    package var label: Bilingual {
        switch self {
        case .first: Bilingual("primera vez", "first time")
        case .second: Bilingual("primera reincidencia", "second time")
        case .later: Bilingual("reincidencias posteriores", "later times")
        }
    }

    /// By how many receptions of the same person came before.
    init(earlier: Int) {
        self = earlier > 1 ? .later : (earlier == 1 ? .second : .first)
    }
}
