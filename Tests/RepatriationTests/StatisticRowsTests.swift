import Testing

@testable import Repatriation

/// Rows for statistics: nobody stands alone in what is published.
@Suite struct StatisticRowsTests {
    private static let points: [ReportPoint] = {
        var ids = IdentifierSource(origin: 1, counter: 0)
        return NinePoints.make(&ids).map(ReportPoint.init)
    }()

    private struct Draw: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private func people(_ seed: UInt64, _ count: Int) -> [CountedAlike] {
        var draw = Draw(state: seed)
        return (0..<count).map { _ in
            var counted = Statistics()
            counted.sex = [Sex.man, .man, .man, .woman, nil].randomElement(using: &draw) ?? nil
            counted.ages = [.from18to29, .from30to39, .under12].randomElement(using: &draw)
            counted.birthState = ["OC", "MN", "JC"].randomElement(using: &draw)
            counted.stay = ["under1month", "years1to5"].randomElement(using: &draw)
            let point = Self.points[Int.random(in: 0...2, using: &draw)]
            return CountedAlike(
                day: CivilDate(daysSinceEpoch: 20_700 + Int.random(in: 0...20, using: &draw)),
                point: point.code, counted: counted, count: Int.random(in: 1...3, using: &draw))
        }
    }

    /// Whatever is printed, of whichever columns: each combination occurs five times or more, and
    /// all events are there. Whatever is refused says how many stand alone, as counted by hand.
    @Test(arguments: 1...40) func eachCombinationThatIsPublishedIsThatOfFive(_ seed: UInt64) throws
    {
        var draw = Draw(state: seed)
        let people = people(seed, [3, 40, 400, 4000][Int(seed % 4)])
        let columns = StatisticColumn.allCases.shuffled(using: &draw)
            .prefix(Int.random(in: 1...5, using: &draw))
        let day = CivilDate(daysSinceEpoch: 20_700)
        let period = try #require(
            ReportPeriod(from: day, to: CivilDate(daysSinceEpoch: 20_720)))
        let rows = StatisticRows(
            period, points: Self.points, columns: Array(columns), people: people)
        let byHand = Dictionary(
            people.map { some in
                let point = Self.points.first { $0.code == some.point }
                return (columns.map { $0.value(of: some, at: point) }, some.count)
            }, uniquingKeysWith: +)
        let alone = byHand.values.filter { $0 < 5 }.reduce(0, +)
        #expect(rows.alone == alone && rows.count == byHand.values.reduce(0, +))
        #expect(rows.isPublic == (alone == 0))
        guard rows.isPublic else {
            #expect(rows.lines.isEmpty && rows.json["rows"] == .array([]))
            return
        }
        let printed = Dictionary(rows.lines.dropFirst().map { ($0, 1) }, uniquingKeysWith: +)
        #expect(printed == byHand && printed.values.allSatisfy { $0 >= 5 })
        #expect(rows.lines.first == columns.map(\.rawValue))
        #expect(rows.json["rows"]?.elements?.count == rows.count)
    }

    /// The seeds above reach both ends.
    @Test func fewAreRefusedAndManyArePublished() throws {
        let day = CivilDate(daysSinceEpoch: 20_700)
        let period = try #require(ReportPeriod(from: day, to: day))
        func rows(_ count: Int) -> StatisticRows {
            let some = CountedAlike(
                day: day, point: Self.points[0].code, counted: Statistics(), count: count)
            return StatisticRows(
                period, points: Self.points, columns: StatisticColumn.usual, people: [some])
        }
        #expect(rows(4).alone == 4 && !rows(4).isPublic)
        #expect(rows(5).alone == 0 && rows(5).lines.count == 6)
    }

    @Test(arguments: [
        ("2026-12-31", "2026-W53"), ("2027-01-01", "2026-W53"), ("2027-01-04", "2027-W01"),
        ("2024-12-29", "2024-W52"), ("2024-12-30", "2025-W01"), ("2026-11-30", "2026-W49"),
        ("1969-12-28", "1969-W52"),
    ]) func weeksAreThoseOfTheStandard(_ day: String, _ week: String) throws {
        #expect(try #require(CivilDate(text: day)).isoWeek == week)
    }

    /// No column says a day, an age in years or a municipality.
    @Test func noColumnIsFinerThanWeekBandAndState() {
        let names = StatisticColumn.allCases.compactMap(\.counted)
        let counted = Set(Reception.fields.filter { $0.access == .statistical }.map(\.name))
        #expect(Set(names).isSubset(of: counted))
    }
}
