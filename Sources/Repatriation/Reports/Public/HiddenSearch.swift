/// Looks for the changes that cost least.
struct HiddenSearch {
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
