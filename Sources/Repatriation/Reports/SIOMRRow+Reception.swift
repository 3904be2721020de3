/// The words that rows need besides their own: of points and municipalities.
package struct SIOMRNames: Sendable {
    private let points: [PointCode: (state: String?, name: String)]
    private let municipalities: [String: String]
    private static let states = Dictionary(
        MexicanState.all.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    private static let inUS = Dictionary(
        USState.codes.map { ($0, USState.name($0) ?? $0) }, uniquingKeysWith: { first, _ in first })

    /// The points of a store, and the municipalities by key.
    package init(points: [ReceivingPoint], municipalities: [String: String]) {
        let named = points.map { point -> (PointCode, (state: String?, name: String)) in
            let number = ReportPoint(point).state
            return (point.code, (MexicanState.all.first { $0.inegi == number }?.name, point.name))
        }
        self.points = Dictionary(named, uniquingKeysWith: { first, _ in first })
        self.municipalities = municipalities
    }

    func point(_ code: PointCode) -> (state: String?, name: String?) {
        (points[code]?.state, points[code]?.name)
    }
    func state(_ code: String?) -> String? { code.flatMap { SIOMRNames.states[$0] } }
    func stateOfUS(_ code: String?) -> String? { code.flatMap { SIOMRNames.inUS[$0] } }

    /// A municipality by its key, or as it was told.
    func municipality(_ answer: String?) -> String? {
        guard let answer, !answer.isEmpty else { return nil }
        if let name = municipalities[answer] { return name }
        return SIOMRNames.noPlaces.contains(answer) ? nil : answer
    }
    private static let noPlaces = Set(Question.outsideLists.map(\.code) + [SIOMRRow.unknown])
}

/// What somebody was referred for and given, as far as it stands: by the columns that say so.
package struct SIOMRServices: Sendable {
    private var columns: UInt32 = 0

    /// Nothing.
    package init() {}

    private static func places(_ codes: (SIOMRColumn) -> [String]) -> [String: Int] {
        let all = SIOMRColumn.services.enumerated().flatMap { index, column in
            codes(column).map { ($0, index) }
        }
        return Dictionary(uniqueKeysWithValues: all)
    }
    private static let ofReferrals = places { $0.referrals.map(\.rawValue) }
    private static let ofHelp = places { $0.help.map(\.rawValue) }
    private static let ofClaims = SIOMRColumn.services.firstIndex(of: .belongings)
    /// The columns of which a «no» is an answer, by the version of the form from none on.
    private static let asked = (0...InterviewForm.version).map { version in
        SIOMRColumn.services.enumerated().reduce(UInt32(0)) { columns, column in
            column.element.since <= version ? columns | 1 << UInt32(column.offset) : columns
        }
    }

    private mutating func insert(_ place: Int?) { if let place { columns |= 1 << UInt32(place) } }

    /// A referral that nobody refused or withdrew, by its code.
    package mutating func refer(_ code: String) { insert(SIOMRServices.ofReferrals[code]) }
    /// Help that was taken, by its code.
    package mutating func give(_ code: String) { insert(SIOMRServices.ofHelp[code]) }
    /// Belongings were claimed.
    package mutating func claim() { insert(SIOMRServices.ofClaims) }

    /// Yes is a fact; no is one only where that version of the form asked about it.
    func told(by version: Int) -> SIOMRGivenSet {
        let known = min(max(version, 0), SIOMRServices.asked.count - 1)
        return SIOMRGivenSet(yes: columns, asked: SIOMRServices.asked[known])
    }
}

extension SIOMRRow {
    /// Somebody who was received, with what they were referred for and given. Pure.
    ///
    /// What is counted is taken as it was counted, so that rows and official tables agree. Of
    /// answers that cannot be so together, which an earlier program kept, neither stands here.
    package init?(_ person: Reception, _ given: SIOMRServices, _ names: SIOMRNames) {
        guard let day = person.receivedDate else { return nil }
        self.init(person.firstPoint ?? person.point, day)
        let (counted, protection) = (
            person.counted, person.protection(on: person.receivedDay ?? day)
        )
        (state, pointName) = names.point(point)
        repeats = counted.repeatClass.map(SIOMRRepeats.init)
        sex = SIOMRSex(counted.sex)
        birthState = names.state(counted.birthState)
        birthMunicipality = names.municipality(person.personalAnswers[.birthMunicipality])
        if protection != .unsettled {
            company = SIOMRCompany(counted.company, isChild: protection > .adult)
        }
        takeAge(of: person, protection)
        detention = names.stateOfUS(counted.detention)
        authority =
            person.answers[.detainedBy].flatMap { SIOMRAuthority.byCode[$0] }
            ?? counted.authority.flatMap { SIOMRAuthority.byCode[$0.rawValue] }
        destination = names.state(counted.destination)
        destinationMunicipality = names.municipality(
            person.exitMunicipality ?? person.personalAnswers[.destinationMunicipality])
        takeServices(of: person, given)
    }

    /// The age, where it agrees with how the person is held, with schooling and stay as far as they
    /// can be at it.
    private mutating func takeAge(of person: Reception, _ protection: Protection) {
        let (counted, isChild) = (person.counted, protection >= .child)
        let day = person.receivedDay ?? self.day
        let ages = person.birth?.ages(on: day)
        let beyond = AnswerAges.beyond(
            stay: counted.stay, schooling: counted.schooling, oldest: ages?.upperBound,
            isChild: isChild)
        if !beyond.contains(.stay) { stay = counted.stay.flatMap { SIOMRStay.byCode[$0] } }
        if !beyond.contains(.schooling) {
            schooling = counted.schooling.flatMap { SIOMRSchooling.byCode[$0] }
        }
        guard let ages, protection != .unsettled else { return }
        // Of an age that is only roughly known, the least that the answers leave.
        let least = max(ages.lowerBound, stay?.leastAge ?? 0)
        age = (least < 18) == isChild ? least : nil
    }

    private mutating func takeServices(of person: Reception, _ services: SIOMRServices) {
        given = services.told(by: person.formVersion ?? 1)
        if person.exit == .dif { self[.childProtection] = .yes }
        guard company == .childAlone else { return }
        // A child alone goes to DIF and nowhere else: where that is not written yet, it is not «no».
        if self[.childProtection] == .no { self[.childProtection] = .notAsked }
    }
}

extension ReferralState {
    /// Somebody was sent, whatever came of it.
    package var isSent: Bool {
        ![.refusedByPerson, .refusedByProvider, .withdrawn].contains(self)
    }
}
