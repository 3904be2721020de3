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
    fileprivate var anybodyThere: PublicPerson {
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
    fileprivate var order: [String] {
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

/// The people of a month: of each kind one, in an order that is always the same.
struct PublicPeople {
    /// Those at risk, and how many there are of each kind.
    let atRisk: [(person: PublicPerson, count: Int)]
    /// One of each birth, sex, age and company, wherever they were received.
    let byBirth: [PublicPerson]
    /// One of each point, age and company, wherever they were born.
    let byPoint: [PublicPerson]

    /// From the sums of a month by facet. Those who are no children are the others of
    /// ``Facet/birth``.
    init(_ sums: [Facet: [TallySum]]) {
        var counts: [PublicPerson: Int] = [:]
        for facet in Facet.ofPeopleAtRisk.union([.birth]) {
            for sum in sums[facet] ?? [] where sum.count > 0 {
                let person = PublicPerson(sum, of: facet)
                counts[person, default: 0] += sum.count
                guard facet == .children else { continue }
                // Everybody's births are those of children too.
                let birth = TallySum(
                    month: sum.month, point: sum.point,
                    key: person.birth.joined(separator: "|"), count: 1)
                counts[PublicPerson(birth, of: .birth), default: 0] -= sum.count
            }
        }
        let people = counts.filter { $0.value > 0 }
            .map { (order: $0.key.order, person: $0.key, count: $0.value) }
            .sorted { $0.order.lexicographicallyPrecedes($1.order) }
        atRisk = people.filter { $0.person.risk != nil }.map { ($0.person, $0.count) }
        byBirth = PublicPeople.oneOfEach(people.map(\.person)) { $0.received(at: .none) }
        byPoint = PublicPeople.oneOfEach(people.map(\.person), \.anybodyThere)
    }

    private static func oneOfEach(
        _ people: [PublicPerson], _ kind: (PublicPerson) -> PublicPerson
    ) -> [PublicPerson] {
        var seen: Set<PublicPerson> = []
        return people.filter { seen.insert(kind($0)).inserted }
    }
}
