import Repatriation
import Testing

/// Plots say what their table says: no mark without its number, nobody twice, nobody lost.
@Suite struct ReportPlotTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text: text)) }

    private func points() throws -> [ReportPoint] {
        try ["NOG", "TIJ", "MTY"].enumerated().map { index, letters in
            var point = ReceivingPoint(id: Identifier(index + 1))
            point.code = try #require(PointCode(letters))
            (point.name, point.municipality) = (letters, ["26043", "02004", "19039"][index])
            return ReportPoint(point)
        }
    }

    /// Sums of random counts, of keys as tallies have them and of some that nobody gave.
    private func sums(_ facet: Facet, _ seed: UInt64) throws -> [TallySum] {
        var random = Seeded(seed)
        let keys: [String] =
            switch facet {
            case .events, .foreign, .notAccredited, .undecided: ["bus", "flight", "foot", ""]
            case .birth: ["26|H", "02|M", "|", "30|"]
            case .ages: ["from18to29|H", "under12|M", "|", "from12to17|"]
            case .children: ["26|under12|family|H", "|from12to17|alone|M", "02|minor||"]
            case .help: ["food|given", "call|declined", "water|given"]
            case .authority: ["ICE|inHours", "USBP|outOfHours", "|", "x1|inHours"]
            default: ["", "first", "x1"]
            }
        let codes = try points().map(\.code)
        return (0..<60).map { _ in
            TallySum(
                month: 202_600 + Int.random(in: 1...12, using: &random),
                point: codes.randomElement(using: &random) ?? .none,
                key: keys.randomElement(using: &random) ?? "",
                count: Int.random(in: 0...900, using: &random))
        }
    }

    @Test(arguments: ReportKind.allCases, [1, 2, 3] as [UInt64])
    func barsAndLinesAddUpToTheTable(_ kind: ReportKind, _ seed: UInt64) throws {
        let period = try #require(ReportPeriod(typed: "2026"))
        let table = ReportTable(
            kind, period, points: try points(), sums: try sums(kind.facet, seed), before: [])
        let plot = ReportPlot(table)
        #expect(plot.total == table.total.total && plot.total > 0)
        #expect(plot.lines.allSatisfy { $0.total <= plot.most })
        #expect(plot.times.isEmpty != kind.isOverTime)
        let columns = table.total.cells.indices.map { column in
            plot.lines.reduce(0) { $0 + $1.values[column] }
        }
        #expect(columns == table.total.cells)
        for line in plot.lines {
            #expect(line.most?.value ?? 0 == line.values.max() ?? 0)
        }
    }

    /// What is more is never shorter, what is more than nothing is seen, and nothing is wider than
    /// its room.
    @Test(arguments: [1, 7, 8, 40]) func barsKeepTheirOrder(_ width: Int) {
        let most = 1234
        let bars = (0...most).map { PlotMarks.bar($0, of: most, width) }
        func halves(_ bar: String) -> Int { bar.reduce(0) { $0 + ($1 == "█" ? 2 : 1) } }
        #expect(zip(bars, bars.dropFirst()).allSatisfy { halves($0) <= halves($1) })
        #expect(bars[0].isEmpty && !bars[1].isEmpty && halves(bars[most]) == 2 * width)
        #expect(bars.allSatisfy { $0.count <= width })
    }

    @Test func aSparkHasAMarkForEachValueAndNoneForNothing() {
        #expect(PlotMarks.spark([0, 1, 400, 800]) == " ▁▄█")
        #expect(PlotMarks.spark([]).isEmpty && PlotMarks.spark([0, 0]) == "  ")
    }

    /// Every count from one to the greatest has one shade, and the words of each say which.
    @Test(arguments: [1, 2, 3, 4, 5, 97, 1000]) func shadesCoverEveryCountOnce(_ most: Int) {
        let shades = PlotMarks.shades(of: most)
        for count in 1...most {
            let own = shades.filter { $0.values.contains(count) }
            #expect(own.map(\.mark) == [PlotMarks.shade(count, of: most)])
        }
        #expect(PlotMarks.shade(0, of: most) == "·")
    }

    @Test func aWeekBeginsOnMondayAndCountsEverybodyOnce() throws {
        var heat = ArrivalHeat()
        #expect(heat.peak == nil && heat.total == 0)
        // 30 November 2026 is a Monday.
        let start = try day("2026-11-30").daysSinceEpoch * 86_400
        for hour in 0..<(24 * 7) {
            heat.add(hour + 1, at: LocalTime(secondsSinceEpoch: start + hour * 3600 + 1800))
        }
        #expect(heat.counts.flatMap { $0 } == Array(1...168))
        #expect(heat.total == 168 * 169 / 2 && heat.most == 168)
        #expect(try #require(heat.peak) == (6, 23))
    }
}

/// Numbers that are the same each time.
private struct Seeded: RandomNumberGenerator {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
