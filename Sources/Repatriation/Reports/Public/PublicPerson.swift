/// Somebody as public tables tell people apart: what they add to the sums of each facet that counts
/// people at risk, or of whom birth, sex and age are known beside those.
struct PublicPerson: Hashable {
    /// Where, and with it the way: no table of people at risk has the way.
    var point: PointCode
    /// The codes of each facet.
    var keys: [Facet: [String]]

    /// One of a sum. Of a child its birth, sex and age are those that tables of everybody count.
    init(_ sum: TallySum, of facet: Facet) {
        (point, keys) = (sum.point, [facet: sum.key])
        guard facet == .children, sum.key.count == 4 else { return }
        keys[.ages] = [sum.key[1], sum.key[3]]
        keys[.birth] = [sum.key[0], sum.key[3]]
    }

    var isAtRisk: Bool { keys.keys.contains { Facet.ofPeopleAtRisk.contains($0) } }
    /// State of birth and sex, where they are known.
    var birth: [String]? { keys[.birth] }
    /// Age and company of a child.
    var childhood: [String]? { keys[.children].map { Array($0[1...2]) } }

    /// The same person, born elsewhere.
    func born(in state: String) -> PublicPerson {
        var other = self
        other.keys[.birth]?[0] = state
        other.keys[.children]?[0] = state
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
        other.keys[.children]?.replaceSubrange(1...2, with: childhood)
        other.keys[.ages]?[0] = childhood[0]
        return other
    }

    /// The same person, not at risk: an adult where it was a child.
    var safe: PublicPerson {
        var other = self
        for facet in Facet.ofPeopleAtRisk { other.keys[facet] = nil }
        other.keys[.ages]?[0] = AgeGroup.adult.rawValue
        return other
    }

    /// Every cell that counts them.
    func spots(_ frame: ReportFrame) -> [ReportSpot] {
        ReportKind.allCases.flatMap { kind -> [ReportSpot] in
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
                var other = person
                other.keys = other.keys.filter { $0.key == .birth }
                counts[other, default: 0] -= sum.count
            }
        }
        let people = counts.filter { $0.value > 0 }
            .map { (order: PublicPeople.order($0.key), person: $0.key, count: $0.value) }
            .sorted { $0.order.lexicographicallyPrecedes($1.order) }
        atRisk = people.filter { $0.person.isAtRisk }.map { ($0.person, $0.count) }
        byBirth = PublicPeople.oneOfEach(people.map(\.person)) { $0.received(at: .none) }
        byPoint = PublicPeople.oneOfEach(people.map(\.person)) { person in
            person.born(in: "").sexless
        }
    }

    private static func order(_ person: PublicPerson) -> [String] {
        person.keys.sorted { $0.key.rawValue < $1.key.rawValue }
            .flatMap { ["\($0.key.rawValue)"] + $0.value } + [person.point.text]
    }

    private static func oneOfEach(
        _ people: [PublicPerson], _ kind: (PublicPerson) -> PublicPerson
    ) -> [PublicPerson] {
        var seen: Set<PublicPerson> = []
        return people.filter { seen.insert(kind($0)).inserted }
    }
}

extension PublicPerson {
    fileprivate var sexless: PublicPerson {
        var other = self
        other.keys[.birth]?[1] = ""
        other.keys[.ages]?[1] = ""
        other.keys[.children]?[3] = ""
        return other
    }
}
