import Repatriation

/// Somebody who may have come in a month, as every table counts them.
struct PossiblePerson: Hashable {
    var point = PointCode.none
    /// State of birth, sex, age group and company; empty where it was not asked.
    var (birth, sex, ages, company) = ("", "", "", "")

    var isChild: Bool { AgeGroup(rawValue: ages)?.isChild == true }

    /// What they add to the sums of each facet.
    var sums: [(facet: Facet, key: String)] {
        let all: [(Facet, String)] = [
            (.events, "bus"), (.birth, "\(birth)|\(sex)"), (.ages, "\(ages)|\(sex)"),
            (.authority, "ICE"), (.detention, "US-AZ"), (.stay, ""), (.repeats, "first"),
        ]
        return all + (isChild ? [(.children, "\(birth)|\(ages)|\(company)|\(sex)")] : [])
    }
}

/// The people of a calendar month.
struct PublicMonth {
    let month: Int
    var people: [PossiblePerson: Int] = [:]

    func sums(_ facet: Facet) -> [TallySum] {
        people.flatMap { person, count in
            person.sums.filter { $0.facet == facet }.map {
                TallySum(month: month, point: person.point, key: $0.key, count: count)
            }
        }
    }

    var byFacet: [Facet: [TallySum]] {
        Dictionary(uniqueKeysWithValues: Facet.allCases.map { ($0, sums($0)) })
    }
}

/// Everything that public tables print, read by somebody who wants to know the rest.
struct PublicAttacker {
    /// Who may have come, each way of being counted once, by the cells that count them.
    private let ways: [Set<Place>]
    private var simplex: ExactSimplex
    private var seen: [(values: [Int], denominator: Int)] = []

    /// A cell of the print of a period.
    struct Place: Hashable {
        let days: String
        let spot: ReportSpot
    }

    /// From printed tables, each with the months that it is of.
    init(
        _ tables: [ReportTable], of months: [PublicMonth], points: [ReportPoint],
        among everybody: [PossiblePerson]
    ) {
        let (printed, hidden) = PublicAttacker.read(tables)
        let periods = Dictionary(tables.map { ($0.period.label.es, $0.period) }) { one, _ in one }
        var ways: Set<Set<Place>> = []
        for month in months {
            for person in everybody {
                let places = periods.filter { $0.value.months.contains(month.month) }
                    .flatMap { days, period in
                        PublicAttacker.spots(
                            person, month.month, ReportFrame(period, points, isPublic: true)
                        ).map { Place(days: days, spot: $0) }
                    }
                // Whoever a printed zero would count did not come, nor who would have a line.
                guard places.allSatisfy({ printed[$0] ?? 0 > 0 || hidden.contains($0) }) else {
                    continue
                }
                ways.insert(Set(places))
            }
        }
        let list = Array(ways)
        var equations: [[Int]: Int] = [:]
        for (place, value) in printed where value > 0 {
            equations[list.indices.filter { list[$0].contains(place) }] = value
        }
        self.ways = list
        simplex = ExactSimplex(list.count, equations.map { ($0.key, $0.value) })
        seen.append(simplex.point)
    }

    /// The true month is one that they could have come to: else this attack proves nothing.
    var isFeasible: Bool { simplex.isFeasible }

    /// Whether no other number could stand in a cell: the least and the greatest are one.
    mutating func knows(_ place: Place) -> Bool {
        let sum = Set(ways.indices.filter { ways[$0].contains(place) })
        func value(_ point: (values: [Int], denominator: Int)) -> (Int, Int) {
            (sum.reduce(0) { $0 + point.values[$1] }, point.denominator)
        }
        let first = value(seen[0])
        func differs(_ point: (values: [Int], denominator: Int)) -> Bool {
            let other = value(point)
            return first.0 * other.1 != other.0 * first.1
        }
        if seen.contains(where: differs) { return false }
        for grows in [true, false] {
            simplex.move(sum, grows: grows) { differs($0.point) }
            seen.append(simplex.point)
            if differs(simplex.point) { return false }
        }
        return true
    }

    static func spots(
        _ person: PossiblePerson, _ month: Int, _ frame: ReportFrame
    ) -> [ReportSpot] {
        ReportKind.allCases.flatMap { kind in
            person.sums.filter { $0.facet == kind.facet }.flatMap {
                kind.spots(
                    of: TallySum(month: month, point: person.point, key: $0.key, count: 1), frame)
            }
        }
    }

    /// Every count that is printed, by its cell, and the cells that are hidden.
    static func read(_ tables: [ReportTable]) -> (printed: [Place: Int], hidden: Set<Place>) {
        var (printed, hidden) = ([Place: Int](), Set<Place>())
        for table in tables {
            for row in table.printedRows {
                for (key, cell) in zip(table.columnKeys, table.cells(of: row)) where key != "before"
                {
                    let spot = ReportSpot(table.kind, row.item, key)
                    let place = Place(days: table.period.label.es, spot: spot)
                    switch cell {
                    case .count(let count): printed[place] = count
                    case .hidden: hidden.insert(place)
                    case .share, .unknown: break
                    }
                }
            }
        }
        return (printed, hidden)
    }
}
