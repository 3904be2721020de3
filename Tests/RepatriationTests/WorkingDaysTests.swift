import Repatriation
import Testing

@Suite struct WorkingDaysTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text: text)) }

    /// The statutory days of rest as the labour authority published them for these years.
    @Test(arguments: [
        (2024, ["01-01", "02-05", "03-18", "05-01", "09-16", "10-01", "11-18", "12-25"]),
        (2025, ["01-01", "02-03", "03-17", "05-01", "09-16", "11-17", "12-25"]),
        (2026, ["01-01", "02-02", "03-16", "05-01", "09-16", "11-16", "12-25"]),
        (2030, ["01-01", "02-04", "03-18", "05-01", "09-16", "10-01", "11-18", "12-25"]),
    ])
    func statutoryDaysAreThoseOfTheLaw(_ year: Int, _ days: [String]) throws {
        let first = try day("\(year)-01-01").daysSinceEpoch
        let found = (0..<366).map { CivilDate(daysSinceEpoch: first + $0) }.filter {
            $0.year == year && WorkingDays.isStatutoryRest($0)
        }
        #expect(found.map { String($0.text.dropFirst(5)) } == days)
    }

    @Test func aTermEndsOnItsLastWorkingDay() throws {
        let plain = WorkingDays(besides: [])
        #expect(plain.adding(20, to: try day("2026-11-20")) == (try day("2026-12-18")))
        // The Monday of rest and a day of the list are not counted.
        #expect(plain.adding(1, to: try day("2026-11-13")) == (try day("2026-11-17")))
        let listed = WorkingDays(besides: [try day("2026-11-17")])
        #expect(listed.adding(1, to: try day("2026-11-13")) == (try day("2026-11-18")))
    }

    /// For any day and term: it ends on a working day, with as many working days after the first as
    /// the term has.
    @Test(arguments: [0, 1, 5, 20, 30, 45])
    func aTermHasItsWorkingDays(_ term: Int) throws {
        let start = try day("2025-12-01").daysSinceEpoch
        let rests = Set((0..<40).map { CivilDate(daysSinceEpoch: start + $0 * 9) })
        let days = WorkingDays(besides: rests)
        for offset in 0..<400 {
            let from = CivilDate(daysSinceEpoch: start + offset)
            let end = days.adding(term, to: from)
            let between = (from.daysSinceEpoch..<end.daysSinceEpoch).map {
                CivilDate(daysSinceEpoch: $0 + 1)
            }
            #expect(between.count(where: days.isWorking) == term)
            #expect(term == 0 || days.isWorking(end))
        }
    }
}
