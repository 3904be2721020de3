/// Somebody as public tables tell people apart: what they add to a sum of people at risk, and what
/// tables of everybody count of the same person.
struct PublicPerson: Hashable {
    /// Where, and with it the way: no table of people at risk has the way.
    var point: PointCode
    /// The sum of people at risk that counts them, and its codes; nil of who is in none.
    private(set) var risk: Facet?
    private var codes: [String] = []
    /// State of birth and sex; empty where nothing knows them.
    private(set) var birth: [String] = []
    /// Of a child, and of who was made an adult; nil of others, whom no table needs.
    private var ages: String?

    /// One of a sum of people at risk, or of ``Facet/birth``.
    init(_ sum: TallySum, of facet: Facet) {
        point = sum.point
        switch facet {
        case .birth: birth = sum.key
        case .children where sum.key.count == 4:
            (birth, ages) = ([sum.key[0], sum.key[3]], sum.key[1])
            fallthrough
        default: (risk, codes) = (facet, sum.key)
        }
    }

    /// Age and company of a child.
    var childhood: [String]? { risk == .children ? Array(codes[1...2]) : nil }

    /// The same person, born elsewhere.
    func born(in state: String) -> PublicPerson {
        var other = self
        if !birth.isEmpty { other.birth[0] = state }
        if risk == .children { other.codes[0] = state }
        return other
    }

    /// The same person, received elsewhere.
    func received(at point: PointCode) -> PublicPerson {
        var other = self
        other.point = point
        return other
    }

    /// A child of other age and company.
    func grown(_ childhood: [String]) -> PublicPerson {
        var other = self
        other.codes.replaceSubrange(1...2, with: childhood)
        other.ages = childhood[0]
        return other
    }

    /// The same person, not at risk: an adult where it was a child.
    var safe: PublicPerson {
        var other = self
        (other.risk, other.codes) = (nil, [])
        if ages != nil { other.ages = AgeGroup.adult.rawValue }
        return other
    }

    /// Without what no exchange of points looks at.
    var anybodyThere: PublicPerson {
        var other = self
        (other.birth, other.codes) = ([], childhood ?? codes)
        return other
    }

    /// What they add to the sums of each facet.
    private var keys: [Facet: [String]] {
        var keys: [Facet: [String]] = [:]
        if let risk { keys[risk] = codes }
        if !birth.isEmpty { keys[.birth] = birth }
        if let ages { keys[.ages] = [ages, birth[1]] }
        return keys
    }

    /// The same of the same people.
    var order: [String] {
        ["\(risk?.rawValue ?? 0)"] + codes + birth + [point.text]
    }

    /// Every cell that counts them.
    func spots(_ frame: ReportFrame) -> [ReportSpot] {
        let keys = keys
        return ReportKind.allCases.flatMap { kind -> [ReportSpot] in
            guard let key = keys[kind.facet] else { return [] }
            let month = Tally.month(of: frame.period.from)
            let sum = TallySum(
                month: month, point: point, key: key.joined(separator: "|"), count: 1)
            return kind.spots(of: sum, frame)
        }
    }
}
