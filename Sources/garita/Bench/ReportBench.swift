import Repatriation
import Store

/// Official tables of years of events: of one year, of all of them, and as a month was known when
/// it was over. Of a store where nobody was received there is nothing to tell.
struct ReportBench {
    let path: String

    func run(_ figures: inout [Figure]) throws {
        let store = try Store(path: path)
        // The day before is over at every point.
        let today = CivilDate(daysSinceEpoch: now().seconds / 86_400 - 1)
        let past = CivilDate(daysSinceEpoch: today.daysSinceEpoch - today.day)
        guard let month = ReportPeriod(typed: String(past.text.prefix(7))),
            let year = ReportPeriod(typed: String(past.text.prefix(4))),
            let first = CivilDate(year: past.year - 9, month: 1, day: 1),
            let years = ReportPeriod(from: first, to: today),
            try store.answer(.report(.r1, years), for: .program, at: now()).table.total.total > 0
        else { return }
        func worst(_ period: ReportPeriod, asOf: Instant? = nil) throws -> Double {
            try ReportKind.allCases.map { kind in
                var samples = Samples()
                for _ in 0..<3 {
                    _ = try samples.measure {
                        try store.answer(
                            .report(kind, period, asOf: asOf), for: .program, at: now())
                    }
                }
                return samples.median / 1000
            }.max() ?? 0
        }
        figures += [
            Figure(
                name: "slowest official table of a year", value: try worst(year), bar: 30,
                unit: "ms"),
            Figure(
                name: "slowest official table of ten years", value: try worst(years), bar: 100,
                unit: "ms"),
        ]
        // A store that knows nothing of that month has no such table.
        do {
            figures.append(
                Figure(
                    name: "slowest official table of a past month as it was known then",
                    value: try worst(month, asOf: month.to.isOverFrom), bar: 2000, unit: "ms"))
        } catch let refusal as Refusal where refusal.code == .beforeJournal {}
    }
}
