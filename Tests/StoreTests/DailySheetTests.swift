import Store
import Support
import Testing

@testable import Repatriation

/// INM's daily sheet is what the official tables say, day by day, and foots.
@Suite struct DailySheetTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        for point in [PointCode.nogales, .tijuana] { try test.open(point, desks: 1) }
    }

    private func period(_ from: Int, _ to: Int) throws -> ReportPeriod {
        let first = try #require(CivilDate(year: 2026, month: 11, day: 19))
        return try #require(
            ReportPeriod(
                from: CivilDate(daysSinceEpoch: first.daysSinceEpoch + from),
                to: CivilDate(daysSinceEpoch: first.daysSinceEpoch + to)))
    }

    private func sheet(_ period: ReportPeriod, _ codes: [PointCode] = []) throws -> DailySheet {
        try test.store.answer(
            .dailySheet(period, points: codes), for: .officer(test.lead), at: test.now)
    }

    private func table(_ kind: ReportKind, _ period: ReportPeriod, _ codes: [PointCode]) throws
        -> ReportTable
    {
        try test.store.answer(
            .report(kind, period, points: codes), for: .officer(test.lead), at: test.now
        ).table
    }

    private func findings(_ sheet: DailySheet) throws -> [SheetFinding] {
        try EventSheet(Array(CSVText.of(sheet.lines).utf8), today: sheet.period.to).findings
    }

    /// Of random days, with slips taken back: the sums by point, by age and sex, and by company are
    /// those of R1, R3 and R5, and a check of somebody else's sheets finds nothing in it.
    @Test(arguments: [5, 6, 7]) func itSaysWhatTheTablesSay(_ seed: UInt64) throws {
        var days = RandomDays(test, seed)
        try days.live(steps: 120)
        for (from, to) in [(0, 60), (2, 5), (4, 4)] {
            let period = try period(from, to)
            for codes in [[], [PointCode.nogales]] {
                let sheet = try sheet(period, codes)
                #expect(try findings(sheet).isEmpty)
                let sum = DailySheet.sum(sheet.rows)
                let (r1, r3, r5) = (
                    try table(.r1, period, codes), try table(.r3, period, codes),
                    try table(.r5, period, codes)
                )
                #expect(sum[.total] == r1.total.total)
                for point in sheet.rows.map(\.point.code) {
                    let own = DailySheet.sum(sheet.rows.filter { $0.point.code == point })
                    let printed = r1.rows.filter { $0.item.key == point.text }.map(\.total)
                    #expect(own[.total] == printed.reduce(0, +))
                }
                func count(_ table: ReportTable, _ isWanted: (String) -> Bool) -> Int {
                    table.columns.indices.filter { isWanted(table.columns[$0].item.key) }
                        .reduce(0) { $0 + table.total.cells[$1] }
                }
                #expect(sum[.men] == count(r3) { $0 == "adult.H" })
                #expect(sum[.women] == count(r3) { $0 == "adult.M" })
                #expect(sum[.boys] == count(r3) { $0 == "minor.H" })
                #expect(sum[.girls] == count(r3) { $0 == "minor.M" })
                #expect(sum[.adults] == count(r3) { $0.hasPrefix("adult") })
                #expect(sum[.minors] == r5.total.total)
                #expect(sum[.ageless] == count(r3) { $0 == "notAsked" })
                #expect(sum[.accompanied] == count(r5) { $0.hasSuffix(".family") })
                #expect(sum[.companyless] == count(r5) { $0.hasSuffix(".") })
                #expect(
                    sum[.unaccompanied] == sum[.minors] - sum[.accompanied] - sum[.companyless])
            }
        }
    }

    /// A day without anybody is there with zeros, at every point in use.
    @Test func noDayIsMissing() throws {
        _ = try test.waiting(.nogales, TestStore.person(1))
        let period = try period(-3, 5)
        let sheet = try sheet(period)
        let active = try test.store.points().filter(\.isActive).count
        #expect(sheet.rows.count == 9 * active)
        #expect(Set(sheet.rows.map(\.day)).count == 9)
        #expect(DailySheet.sum(sheet.rows)[.total] == 0, "not accredited yet")
        #expect(sheet.lines.dropFirst().allSatisfy { $0.dropFirst(4).allSatisfy { $0 == "0" } })
        #expect(sheet.head.count == 13)
        #expect(try findings(sheet).isEmpty)
    }

    /// Whoever is X, of no stated sex, age or company has a column of its own behind the thirteen.
    @Test func nobodyIsPutWhereTheyDoNotBelong() throws {
        let point = try #require(test.store.points().first.map(ReportPoint.init))
        let period = try period(0, 0)
        func alike(_ sex: Sex?, _ ages: AgeGroup?, _ company: Company?) -> CountedAlike {
            var counted = Statistics()
            (counted.sex, counted.ages, counted.company) = (sex, ages, company)
            counted.mode = .flight
            return CountedAlike(day: period.from, point: point.code, counted: counted, count: 2)
        }
        let people = [
            alike(.man, .from18to29, nil), alike(.other, .adult, .family),
            alike(nil, .notStated, nil), alike(.woman, .under12, .family),
            alike(.man, .from12to17, .separated),
            alike(nil, .minor, .alone), alike(.woman, .from12to17, nil),
        ]
        let sheet = DailySheet(period, points: [point], people: people)
        let sum = DailySheet.sum(sheet.rows)
        #expect(sheet.head.count == 17 && sheet.rows.map(\.way) == [.air])
        #expect([sum[.total], sum[.adults], sum[.minors], sum[.ageless]] == [14, 4, 8, 2])
        #expect([sum[.men], sum[.otherAdults], sum[.boys], sum[.girls]] == [2, 2, 2, 4])
        #expect([sum[.accompanied], sum[.unaccompanied], sum[.companyless]] == [2, 4, 2])
        #expect(try findings(sheet).isEmpty)
    }

    @Test func aPointThatIsNoneIsRefused() throws {
        let period = try period(0, 0)
        let nowhere = try #require(PointCode("ZZZ"))
        #expect(throws: Refusal(.unknownPoint)) { try sheet(period, [nowhere]) }
    }
}
