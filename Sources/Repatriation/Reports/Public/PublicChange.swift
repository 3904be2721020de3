/// One or two people who might be a little different.
struct PublicChange {
    var before: [PublicPerson]
    var after: [PublicPerson]

    /// Whatever somebody at risk might be instead, alone or with another of the month: born where
    /// another of the same sex was, received where another was, of other age and company, or not
    /// at risk. What is exchanged is so in every table of everybody.
    static func all(of person: PublicPerson, among people: PublicPeople) -> [PublicChange] {
        var changes: [PublicChange] = []
        func change(_ before: [PublicPerson], _ after: [PublicPerson]) {
            changes.append(PublicChange(before: before, after: after))
        }
        for childhood in childhoods where person.childhood != nil && person.childhood != childhood {
            change([person], [person.grown(childhood)])
        }
        let birth = person.birth
        for other in people.byBirth where !birth.isEmpty && !other.birth.isEmpty {
            guard other.birth[1] == birth[1], other.birth[0] != birth[0] else { continue }
            let after = [person.born(in: other.birth[0]), other.born(in: birth[0])]
            change([person, other], after)
        }
        for other in people.byPoint where other.point != person.point {
            let after = [person.received(at: other.point), other.received(at: person.point)]
            change([person, other], after)
        }
        change([person], [person.safe])
        return changes
    }

    /// Ages and company that have columns of their own.
    private static let childhoods = [AgeGroup.under12, .from12to17].flatMap { ages in
        [Company.family, .alone].map { [ages.rawValue, $0.rawValue] }
    }
}
