import Repatriation
import Testing

/// Of which sums a period is made, and what a table makes of a cell.
@Suite struct ReportPeriodTests {
    private static func day(_ text: String) -> CivilDate {
        CivilDate(text: text) ?? CivilDate(daysSinceEpoch: 0)
    }

    /// Each day of a period lies in one of its sums, and no other day does.
    @Test(arguments: [
        ("2024-02-01", "2024-02-29"), ("2023-02-01", "2023-02-28"), ("2024-10-01", "2024-12-31"),
        ("2024-10-02", "2024-10-02"), ("2024-10-15", "2025-01-15"), ("2024-10-31", "2024-11-01"),
        ("2024-12-01", "2025-01-30"), ("2020-01-01", "2029-12-31"), ("2024-11-02", "2024-11-30"),
        ("2024-10-02", "2024-12-30"), ("2024-12-31", "2025-01-01"),
    ])
    func everyDayIsInOneSum(_ from: String, _ to: String) throws {
        let (from, to) = (Self.day(from), Self.day(to))
        let period = try #require(ReportPeriod(from: from, to: to))
        for number in from.daysSinceEpoch - 70...to.daysSinceEpoch + 70 {
            let day = CivilDate(daysSinceEpoch: number)
            let month = Tally.month(of: day)
            let sums = [month, month * 100 + day.day].flatMap { sum in
                period.spans.filter { $0.contains(sum) }
            }
            #expect(sums.count == ((from...to).contains(day) ? 1 : 0), "\(day.text)")
        }
    }

    @Test func theYearBeforeHasTheSameDays() throws {
        let leap = try #require(
            ReportPeriod(from: Self.day("2024-02-01"), to: Self.day("2024-02-29")))
        #expect(leap.yearBefore?.to == Self.day("2023-02-28"))
        #expect(leap.yearBefore?.from == Self.day("2023-02-01"))
        #expect(ReportPeriod(from: Self.day("2024-02-02"), to: Self.day("2024-02-01")) == nil)
    }

    /// Rounded half away from zero, as the bulletin's tenths are; of nothing there is no share.
    @Test func cellsAreAsTheBulletinPrintsThem() {
        #expect(ReportCell.count(52_030).shown == "52,030")
        #expect(ReportCell.count(1_000_000).shown == "1,000,000")
        #expect(ReportCell.count(999).shown == "999")
        #expect(ReportCell.share(-328, of: 1000).plain == "-32.8")
        #expect(ReportCell.share(1, of: 8).shown == "12.5 %")
        #expect(ReportCell.share(1, of: 2000).plain == "0.1")
        #expect(ReportCell.share(5, of: 0).json == .null)
        #expect(ReportCell.unknown.json == .null && ReportCell.unknown.plain.isEmpty)
    }

    /// A spreadsheet makes no formula of a cell, and numbers below zero stay numbers.
    @Test func cellsAreNoFormulas() {
        let rows = [["=1+1", "+2", "-x", "@a", "\t=", "-32.8", "a,b", "dijo «\"no\"»", "--1"]]
        #expect(
            CSVText.of(rows)
                == "'=1+1,'+2,'-x,'@a,'\t=,-32.8,\"a,b\",\"dijo «\"\"no\"\"»\",'--1\r\n")
    }

    /// Where the store has nothing of all the days of the year before, nobody says that there was
    /// nobody.
    @Test func whatNobodyKnowsOfTheYearBeforeIsNotZero() throws {
        let period = try #require(
            ReportPeriod(from: Self.day("2026-01-01"), to: Self.day("2026-01-31")))
        let code = try #require(PointCode("NOG"))
        let sums = [TallySum(month: 202_601, point: code, key: "bus", count: 3)]
        let unknown = ReportTable(.r12, period, points: [], sums: sums)
        #expect(unknown.cells(of: unknown.total) == [.count(3), .unknown, .unknown])
        let known = ReportTable(.r12, period, points: [], sums: sums, before: [])
        #expect(known.cells(of: known.total) == [.count(3), .count(0), .share(3, of: 0)])
    }

    /// A month that has not begun is not one in which nobody came; once somebody is counted it is
    /// told, and totals are what they were.
    @Test func monthsThatHaveNotBegunAreNotZero() throws {
        let period = try #require(ReportPeriod(typed: "2026"))
        let code = try #require(PointCode("NOG"))
        let sums = [TallySum(month: 202_601, point: code, key: "bus", count: 3)]
        let table = ReportTable(.r6, period, points: [], sums: sums)
        let cut = table.asOf(Self.day("2026-11-30"))
        let cells = cut.cells(of: cut.total)
        #expect(cells[..<12] == [.count(3)] + Array(repeating: .count(0), count: 10) + [.unknown])
        #expect(cells[12] == .count(3) && cut.total == table.total)
        #expect(cells[11].shown == "–" && cells[11].plain.isEmpty && cells[11].json == .null)
        #expect(table.asOf(Self.day("2026-12-01")).cells(of: table.total)[11] == .count(0))
        let later = [TallySum(month: 202_612, point: code, key: "bus", count: 1)]
        let ahead = ReportTable(.r6, period, points: [], sums: later).asOf(Self.day("2026-11-30"))
        #expect(ahead.cells(of: ahead.total)[11] == .count(1))
        let rows = ReportTable(.r3, period, points: [], sums: []).asOf(Self.day("2026-11-30"))
        #expect(
            rows.rows.map { rows.cells(of: $0).allSatisfy { $0 == .unknown } }
                == Array(repeating: false, count: 11) + [true])
        #expect(rows.cells(of: rows.total).allSatisfy { $0 == .count(0) })
    }

    /// What a table is compared with is named by its months or years where it is of whole ones.
    @Test(arguments: [
        ("2026-11-01", "2026-11-30", "nov 2025", "Nov 2025"),
        ("2026-01-01", "2026-11-30", "ene–nov 2025", "Jan–Nov 2025"),
        ("2026-01-01", "2026-12-31", "2025", "2025"),
        ("2025-01-01", "2026-12-31", "2024–2025", "2024–2025"),
        ("2025-12-01", "2026-01-31", "dic 2024–ene 2025", "Dec 2024–Jan 2025"),
        ("2024-02-01", "2024-02-29", "feb 2023", "Feb 2023"),
        ("2026-11-02", "2026-11-30", "02/11/2025 a 30/11/2025", "02/11/2025 to 30/11/2025"),
    ])
    func theYearBeforeIsNamed(_ from: String, _ to: String, _ es: String, _ en: String) throws {
        let period = try #require(ReportPeriod(from: Self.day(from), to: Self.day(to)))
        for kind in [ReportKind.r1, .r12] {
            let heads = ReportTable(kind, period, points: [], sums: []).heads
            #expect(heads[heads.count - 2] == Bilingual(es, en))
        }
    }
}
