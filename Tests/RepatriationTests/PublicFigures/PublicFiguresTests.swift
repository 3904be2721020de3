import Drill
import Repatriation
import Testing

/// Nobody can compute what a public table hides of people at risk, from all tables together.
@Suite struct PublicFiguresTests {
    private let points = PublicMonths.points

    private func period(_ text: String) throws -> ReportPeriod {
        try #require(ReportPeriod(typed: text))
    }

    private func frame(_ text: String) throws -> ReportFrame {
        ReportFrame(try period(text), points, isPublic: true)
    }

    private func tables(
        _ text: String, _ months: [PublicMonth], _ hidden: Set<ReportSpot>
    ) throws -> [ReportTable] {
        let frame = try frame(text)
        return ReportKind.allCases.map { kind in
            let everybody = months.flatMap { $0.sums(.birth) }
            let sums = months.flatMap { $0.sums(kind.facet) }
            var table = ReportTable(
                kind, frame, sums: sums + PublicFigures.lines(kind, of: everybody), before: [])
            table.hidden = hidden
            return table
        }
    }

    private func hidden(_ text: String, _ month: PublicMonth) throws -> Set<ReportSpot> {
        PublicFigures.hidden(month.byFacet, try frame(text))
    }

    /// What a table tells of few people at risk.
    private func told(_ tables: [ReportTable]) -> [PublicAttacker.Place] {
        PublicAttacker.read(tables).printed.compactMap { place, count in
            let isSmall = place.spot.isAtRisk && (1..<PublicFigures.fewest).contains(count)
            return isSmall ? place : nil
        }
    }

    /// Of every hidden cell of a month, whether an attacker with all printed numbers knows it.
    private func known(
        _ tables: [ReportTable], _ months: [PublicMonth]
    ) throws -> (known: [PublicAttacker.Place], of: Int) {
        var attacker = PublicAttacker(
            tables, of: months, points: points, among: PublicMonths.everybody)
        #expect(attacker.isFeasible)
        let hidden = PublicAttacker.read(tables).hidden
        return (hidden.filter { attacker.knows($0) }, hidden.count)
    }

    @Test(arguments: PublicMonths.allCases, [1, 2])
    func nothingHiddenInAMonthIsDetermined(_ kind: PublicMonths, _ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let month = kind.month(202_610, &random)
        let tables = try tables("2026-10", [month], hidden("2026-10", month))
        #expect(told(tables).isEmpty)
        let found = try known(tables, [month])
        #expect(found.known.isEmpty && found.of > 0, "\(found.known)")
    }

    /// The attack is one: it finds what is hidden with nothing beside it.
    @Test(arguments: [PublicMonths.ones, .sparse, .oneChild])
    func whatIsHiddenAloneIsDetermined(_ kind: PublicMonths) throws {
        var random = SeededGenerator(seed: 3)
        let month = kind.month(202_610, &random)
        let small = Set(told(try tables("2026-10", [month], [])).map(\.spot))
        let found = try known(tables("2026-10", [month], small), [month])
        #expect(!found.known.isEmpty && found.of > 0)
    }

    /// A year less its months gives nothing either.
    @Test(arguments: [PublicMonths.sparse, .onePoint]) func aYearGivesNoneOfItsMonths(
        _ kind: PublicMonths
    ) throws {
        var random = SeededGenerator(seed: 5)
        let months = [
            kind.month(202_601, &random), PublicMonths.oneState.month(202_602, &random),
        ]
        let names = ["2026-01", "2026-02"]
        let hidden = try zip(names, months).map { try self.hidden($0, $1) }
        let all =
            try tables("2026", months, hidden[0].union(hidden[1]))
            + zip(names.indices, names).flatMap { try tables($1, [months[$0]], hidden[$0]) }
        #expect(told(all).isEmpty)
        let found = try known(all, months)
        #expect(found.known.isEmpty && found.of > 0, "\(found.known)")
    }

    /// The other months of a month's cells are other people's: two prints agree.
    @Test func theSameFiguresHideTheSame() throws {
        var random = SeededGenerator(seed: 8)
        let month = PublicMonths.sparse.month(202_610, &random)
        let first = try hidden("2026-10", month)
        let again = PublicFigures.hidden(
            month.byFacet.mapValues { $0.reversed() }, try frame("2026-10"))
        #expect(first == again && !first.isEmpty)
    }

    /// Where no cell is small nothing is hidden, and zeros stand.
    @Test func whereManyCameNothingIsHidden() throws {
        let people = PublicMonths.everybody.filter { $0.sex != "X" }
        let month = PublicMonth(
            month: 202_610, people: Dictionary(people.map { ($0, 5) }) { one, _ in one })
        #expect(try hidden("2026-10", month).isEmpty)
    }

    /// Where a person is counted by each table is where that table counts them.
    @Test func theCellsOfAPersonAreThoseOfTheirTable() throws {
        for (index, person) in PublicMonths.everybody.enumerated() where index % 37 == 0 {
            let month = PublicMonth(month: 202_610, people: [person: 1])
            let printed = PublicAttacker.read(try tables("2026-10", [month], [])).printed
            let spots = PublicAttacker.spots(person, 202_610, try frame("2026-10"))
            #expect(Set(printed.filter { $0.value == 1 }.map(\.key.spot)) == Set(spots))
        }
    }
}
