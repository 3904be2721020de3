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
