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
            let staying = CopyName.staying(of: copies, on: day, believed: day)
            let again = CopyName.staying(of: Array(staying), on: day, believed: day)
            #expect(again == staying, "day \(number)")
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

    /// However often a copy is made under a day that nobody believes, those of believed days stay
    /// as they are; and what was made so does not pile up.
    @Test func aClockThatIsAheadTakesNothingAway() {
        let copies = (0..<60).map { CopyName(day: CopyNameTests.first.later($0)) }
        let today = CopyNameTests.first.later(59)
        let before = CopyName.staying(of: copies, on: today, believed: today)
        var all = Array(before)
        for number in 0..<500 {
            let shown = CopyNameTests.first.later(4000 + number)
            all.append(CopyName(day: shown))
            let after = CopyName.staying(of: all, on: shown, believed: today)
            #expect(after.isSuperset(of: before) && after.contains(CopyName(day: shown)))
            #expect(after.count <= before.count + 7 + 8 + 12)
            all = Array(after)
        }
    }

    /// A copy by a clock that is behind all others is not removed, and made again, all day.
    @Test func aCopyOfTheDayStaysWhereTheClockIsBehind() {
        let copies = (0..<700).map { CopyName(day: CopyNameTests.first.later($0)) }
        let today = CopyNameTests.first.later(699)
        let behind = CivilDate(daysSinceEpoch: 3)
        let all = Array(CopyName.staying(of: copies, on: today, believed: today))
        let after = CopyName.staying(of: all + [CopyName(day: behind)], on: behind, believed: today)
        #expect(after == Set(all + [CopyName(day: behind)]))
    }

    /// What goes on from a whole copy that bears a later day keeps it.
    @Test func aWholeCopyOfALaterDayStaysForWhatGoesOnFromIt() {
        let whole = CopyName(day: CopyNameTests.first.later(40))
        let changes = CopyName(day: CopyNameTests.first, since: whole.text)
        let later = (41..<80).map { CopyName(day: CopyNameTests.first.later($0)) }
        let staying = CopyName.staying(
            of: [whole, changes] + later, on: changes.day, believed: changes.day)
        #expect(staying.isSuperset(of: [whole, changes]))
    }
}

extension CivilDate {
    /// So many days later.
    func later(_ days: Int) -> CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + days) }
}
