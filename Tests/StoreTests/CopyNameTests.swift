import Repatriation
import Testing

@testable import Store

/// What copies beside a store are called, and which of them stay.
@Suite struct CopyNameTests {
    private static let first = CivilDate(daysSinceEpoch: 20_000)

    @Test(arguments: [
        "2026-11-20", "2026-11-20-NOG-2210", "2026-11-20-v12", "2026-11-29-desde-2026-11-01",
        "2026-11-29-NOG-0600-desde-2026-11-01-v13",
    ]) func aNameSaysTheDayTheShiftAndWhatItGoesOnFrom(_ text: String) throws {
        #expect(try #require(CopyName(text)).text == text)
    }

    @Test(arguments: [
        "", "2026-11-31", "2026-11-20-vieja", "2026-11-20 (copia)", "2026-11-20-NOG", "ayer",
        "2026-11-20-desde-", "2026-11-20-desde-2026-11-01-desde-2026-10-01", "2026-11-20-NOG-2 10",
        "2026-11-20-desde-../otra", "2026-11-20.partial-12",
    ]) func whatSomebodyElseNamedIsNoCopyOfOurs(_ text: String) {
        #expect(CopyName(text) == nil)
    }

    /// A whole copy a month and changes a day, for three years: what stays can be restored, and its
    /// number does not grow.
    @Test(arguments: [1, 3]) func whatStaysOfYearsIsFewAndWhole(_ shifts: Int) throws {
        var copies: [CopyName] = []
        for number in 0..<500 {
            let day = CopyNameTests.first.later(number)
            let whole = copies.last {
                $0.isWhole && $0.day.month == day.month && $0.day.year == day.year
            }
            for shift in 0..<shifts {
                let label = shift == 0 ? "" : "-NOG-\(1000 + shift)"
                copies.append(CopyName(day: day, label: label, since: whole?.text ?? ""))
            }
            let staying = CopyName.staying(of: copies)
            #expect(CopyName.staying(of: Array(staying)) == staying, "day \(number)")
            #expect(
                staying.allSatisfy { copy in
                    copy.isWhole || staying.contains { $0.text == copy.since }
                })
            #expect(copies.suffix(7 * shifts).allSatisfy(staying.contains))
            #expect(staying.count <= 7 * shifts + 8 + 12 + 15)
            copies = staying.sorted()
        }
        let days = copies.map(\.day.daysSinceEpoch)
        let reach = try #require(days.last) - (try #require(days.first))
        #expect((365...450).contains(reach))
    }

    @Test func aClockThatJumpsAheadTakesNothingAway() {
        let copies = (0..<60).map { CopyName(day: CopyNameTests.first.later($0)) }
        let before = CopyName.staying(of: copies)
        let later = CopyName(day: CopyNameTests.first.later(4000))
        let after = CopyName.staying(of: copies + [later])
        #expect(after.contains(later))
        #expect(before.subtracting(after).count <= 1)
    }
}

extension CivilDate {
    /// So many days later.
    func later(_ days: Int) -> CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + days) }
}
