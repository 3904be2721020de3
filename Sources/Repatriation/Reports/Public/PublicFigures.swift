/// What public tables hide, so that nobody can compute how many people at risk a small cell has.
///
/// Whoever reads them knows every other number, that none is negative, and how this is decided. So
/// a cell is never hidden alone: with it are hidden all cells that would be otherwise if one or two
/// people of that month were a little different, and no other number of any table would. That other
/// month is as good an answer to all that is printed, and the cell is another there: it is told by
/// nothing. The proof is that change itself (``PublicChange``), and not a property of the pattern.
///
/// It is decided for all tables of one month and all points at once, so that any two agree. A year
/// hides what any of its months hides: a change in one month is seen in no other and not in the year.
package enum PublicFigures {
    /// The fewest people at risk that a cell tells, but none.
    package static let fewest = 5

    /// The facets from which it is decided.
    package static let facets = Facet.ofPeopleAtRisk.union([.birth])

    /// What is hidden of one calendar month, from its sums by facet. Pure, and always the same of
    /// the same sums. O(small cells × kinds of people).
    package static func hidden(
        _ sums: [Facet: [TallySum]], _ frame: ReportFrame
    ) -> Set<ReportSpot> {
        var search = HiddenSearch(PublicPeople(sums), frame)
        search.hideAll()
        return search.hidden
    }

    /// Sums of nobody, so that a table of people at risk has the lines that one of everybody has: a
    /// line that is there for somebody would tell of them.
    package static func lines(_ kind: ReportKind, of everybody: [TallySum]) -> [TallySum] {
        guard kind.facet == .children else { return [] }
        return everybody.map { sum in
            TallySum(
                month: sum.month, point: sum.point, key: "\(sum.part(0) ?? "")|||", count: 0)
        }
    }
}

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

/// Looks for the changes that cost least.
private struct HiddenSearch {
    private let people: PublicPeople
    private let frame: ReportFrame
    private var places: [ReportSpot: Int] = [:]
    private var spots: [ReportSpot] = []
    private var counts: [Int: Int] = [:]
    private var known: [PublicPerson: [Int]] = [:]
    private var isHidden: Set<Int> = []
    /// Of each cell, zero between two changes.
    private var balance: [Int] = []

    init(_ people: PublicPeople, _ frame: ReportFrame) {
        (self.people, self.frame) = (people, frame)
        for (person, count) in people.atRisk {
            for place in cells(of: person) where spots[place].isAtRisk {
                counts[place, default: 0] += count
            }
        }
    }

    var hidden: Set<ReportSpot> { Set(isHidden.map { spots[$0] }) }

    /// Sums first: what hides them often hides what they are of. All that a change hides is safe by
    /// that change.
    mutating func hideAll() {
        let small = counts.filter { (1..<PublicFigures.fewest).contains($0.value) }.keys
            .sorted { (-spots[$0].weight, $0) < (-spots[$1].weight, $1) }
        for place in small where !isHidden.contains(place) {
            isHidden.formUnion(cheapest(hiding: place))
        }
    }

    /// What the cheapest change of somebody in a cell hides, that cell among it: there is always
    /// one, for anybody might be not at risk.
    private mutating func cheapest(hiding place: Int) -> [Int] {
        var best: (cost: Int, cells: [Int])?
        for (person, _) in people.atRisk where cells(of: person).contains(place) {
            for change in PublicChange.all(of: person, among: people) {
                let cells = moved(by: change)
                guard cells.contains(place) else { continue }
                // A table of everybody is always printed whole.
                guard cells.allSatisfy({ spots[$0].kind.tellsPeopleAtRisk }) else { continue }
                let cost = cells.reduce(0) { $0 + (isHidden.contains($1) ? 0 : spots[$1].weight) }
                if cost == 0 { return cells }
                if cost < best?.cost ?? .max { best = (cost, cells) }
            }
        }
        return best?.cells ?? [place]
    }

    /// The cells in which a change counts more or fewer.
    private mutating func moved(by change: PublicChange) -> [Int] {
        let before = change.before.flatMap { cells(of: $0) }
        let after = change.after.flatMap { cells(of: $0) }
        balance += Array(repeating: 0, count: spots.count - balance.count)
        for cell in before { balance[cell] -= 1 }
        for cell in after { balance[cell] += 1 }
        var moved: [Int] = []
        for cell in before + after where balance[cell] != 0 {
            moved.append(cell)
            balance[cell] = 0
        }
        return moved
    }

    private mutating func cells(of person: PublicPerson) -> [Int] {
        if let cells = known[person] { return cells }
        let cells = person.spots(frame).map { spot in
            if let place = places[spot] { return place }
            places[spot] = spots.count
            spots.append(spot)
            return spots.count - 1
        }
        known[person] = cells
        return cells
    }
}
