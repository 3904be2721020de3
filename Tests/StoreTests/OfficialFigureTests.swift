import Repatriation
import SQLite
import Store
import Support
import Testing

/// INM's own base of the last quarter of 2024, made anew as events, comes back cell for cell: by
/// point and week, and by office and month.
///
/// Source: a public copy of «DGPMV REPATRIADOS»; its daily rows are not here, so that each week's
/// events lie on one day, and those of weeks that straddle two months on one of each.
@Suite struct OfficialFigureTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try Quarter.write(to: test.path)
    }

    private func table(_ kind: ReportKind, _ from: String, _ to: String) throws -> ReportTable {
        let days = try [from, to].map { try #require(CivilDate(text: $0)) }
        let period = try #require(ReportPeriod(from: days[0], to: days[1]))
        return try test.store.answer(
            .report(kind, period), for: .officer(test.lead), at: test.now
        ).table
    }

    /// A week begins and ends within months: its days are added up singly.
    @Test(arguments: 1...13) func everyWeekOfEveryPointComesBack(_ week: Int) throws {
        let start = Quarter.start(of: week)
        let end = CivilDate(
            daysSinceEpoch: Quarter.start(of: week + 1).daysSinceEpoch - (week == 13 ? 0 : 1))
        let table = try table(.r1, start.text, end.text)
        for (point, weeks) in Quarter.points {
            let row = table.rows.first { $0.item.key == point }
            #expect((row?.total ?? 0) == weeks[week - 1], "\(point) \(week)")
        }
        #expect(table.total.total == Quarter.points.map { $0.weeks[week - 1] }.reduce(0, +))
    }

    @Test func everyMonthOfEveryOfficeComesBack() throws {
        let table = try table(.r1, "2024-10-01", "2024-12-31")
        for office in Quarter.offices {
            let rows = table.rows.filter { office.points.contains($0.item.key) }
            for month in 0...2 {
                let sum = rows.map { $0.cells[month] }.reduce(0, +)
                #expect(sum == office.months[month].total, "\(office.name) \(month)")
            }
        }
        #expect(table.total.cells == [19_194, 17_094, 15_742])
        #expect(table.total.total == 52_030)
        let air = table.sections.filter { $0.key == "air" }.flatMap(\.rows).map(\.total)
        #expect(air == [7594])
        #expect(table.rows.filter { $0.item.section != "air" }.map(\.total).reduce(0, +) == 44_436)
        let ways = try self.table(.r6, "2024-10-01", "2024-12-31")
        #expect(ways.total.cells == table.total.cells)
        #expect(ways.rows.first { $0.item.section == "air" }?.total == 7594)
    }

    /// Men, women, boys and girls, by month and in the quarter.
    @Test func everyAgeAndSexComesBack() throws {
        let table = try table(.r3, "2024-10-01", "2024-12-31")
        #expect(table.columns.map(\.item.key) == ["adult.H", "adult.M", "minor.H", "minor.M"])
        for (month, row) in table.rows.enumerated() {
            let printed = Quarter.offices.map { $0.months[month].people }
            for column in 0...3 {
                #expect(row.cells[column] == printed.map { $0[column] }.reduce(0, +))
            }
        }
        #expect(table.total.cells == [34_836, 9_576, 5_212, 2_406])
    }

    /// Accompanied and unaccompanied, of the office-months whose sheet foots; the others do not
    /// come back, for no set of children gives them.
    @Test func everyConditionThatFootsComesBack() throws {
        let ends = ["2024-10-31", "2024-11-30", "2024-12-31"]
        var breaking = 0
        for (month, end) in ends.enumerated() {
            let table = try table(.r5, String(end.prefix(8)) + "01", end)
            for office in Quarter.offices {
                guard office.months[month].foots else {
                    breaking += 1
                    continue
                }
                let rows = table.rows.filter { office.points.contains($0.item.key) }
                func sum(_ company: String) -> Int {
                    let columns = table.columns.indices.filter {
                        table.columns[$0].item.key.hasSuffix(".\(company)")
                    }
                    return rows.flatMap { row in columns.map { row.cells[$0] } }.reduce(0, +)
                }
                #expect(sum("family") == office.months[month].company[0])
                #expect(sum("alone") == office.months[month].company[1])
            }
        }
        #expect(breaking == 9)
    }
}

/// The published figures.
private enum Quarter {
    struct Month {
        /// Men, women, boys and girls.
        let people: [Int]
        /// Accompanied, unaccompanied.
        let company: [Int]
        let total: Int
        var foots: Bool { company.reduce(0, +) == people[2] + people[3] }
    }

    struct Office {
        let name: String
        let points: [String]
        /// How many of week 5 came in October, and of week 9 in November.
        let early: [Int]
        let months: [Month]
    }

    static func start(of week: Int) -> CivilDate {
        // 1 October 2024; week 13 has eight days.
        CivilDate(daysSinceEpoch: 19_997 + (week - 1) * 7)
    }

    static let points: [(code: String, weeks: [Int])] = """
        TIJ,513,462,507,711,693,552,378,678,684,742,559,643,697
        MXL,100,122,110,105,133,95,130,87,144,86,108,83,85
        CJS,243,213,334,331,350,298,339,264,419,283,270,280,279
        OJI,16,24,96,16,2,6,47,30,10,64,120,57,116
        PDN,115,181,165,239,136,98,163,197,121,85,56,139,60
        ACU,50,136,178,85,18,18,24,43,66,44,31,54,17
        NLU,512,500,491,469,509,477,511,532,517,515,670,1274,617
        NOG,1304,1333,1155,1368,1372,1157,1027,865,786,736,672,602,401
        SLR,226,180,292,336,294,283,224,264,181,196,171,134,288
        REY,256,177,160,316,146,182,250,399,269,191,244,272,262
        NLD,425,345,384,395,414,392,536,526,448,424,493,488,296
        MAT,273,364,279,268,322,234,269,380,181,332,317,286,161
        """.split(separator: "\n").map { line in
            let words = line.split(separator: ",").map(String.init)
            return (words[0], words.dropFirst().compactMap { Int($0) })
        }

    static let offices: [Office] = """
        BC;TIJ MXL;364 674;1919,523,330,222,408,145,2994;2103,535,266,152,298,121,3056;2192,583,255,127,251,131,3157
        CHIH;CJS OJI;179 340;562,285,485,120,212,397,1452;679,299,405,114,154,366,1497;918,220,337,82,114,304,1558
        COAH;PDN ACU;116 164;1002,136,107,20,37,90,1265;566,63,97,19,25,91,745;386,42,75,7,16,66,509
        MEX;NLU;509 517;1773,602,54,52,106,0,2481;1461,489,45,42,87,0,2037;2197,770,59,50,109,0,3076
        SON;NOG SLR;803 794;4147,1664,668,518,1021,163,6997;3135,1274,614,454,894,172,5477;1873,775,443,282,596,128,3373
        TAMPS;REY NLD MAT;363 595;3236,359,351,59,102,308,4005;3424,484,335,39,89,286,4282;3263,473,286,47,94,239,4069
        """.split(separator: "\n").map { line in
            let parts = line.split(separator: ";").map(String.init)
            let months = parts[3...].map { text in
                let cells = text.split(separator: ",").compactMap { Int($0) }
                return Month(
                    people: Array(cells[0...3]), company: Array(cells[4...5]), total: cells[6])
            }
            return Office(
                name: parts[0], points: parts[1].split(separator: " ").map(String.init),
                early: parts[2].split(separator: " ").compactMap { Int($0) }, months: months)
        }

    /// Writes the sums that these events are.
    static func write(to path: String) throws {
        let connection = try Connection(path: path, mode: .write)
        func add(_ facet: Facet, _ day: CivilDate, _ point: String, _ key: String, _ count: Int)
            throws
        {
            guard count > 0 else { return }
            let month = Tally.month(of: day)
            for period in [month, month * 100 + day.day] {
                try connection.statement(
                    "INSERT INTO tally VALUES (?,?,?,?,?) ON CONFLICT DO UPDATE SET n = n + excluded.n"
                ).bind(facet.rawValue).bind(period).bind(point).bind(key).bind(count).run()
            }
        }
        for office in offices {
            var early = office.early
            for (code, weeks) in points where office.points.contains(code) {
                for (index, count) in weeks.enumerated() {
                    let straddling = [4, 8].firstIndex(of: index)
                    let before = straddling.map { min(early[$0], count) } ?? count
                    if let straddling { early[straddling] -= before }
                    let (start, key) = (start(of: index + 1), code == "NLU" ? "flight" : "bus")
                    try add(.events, start, code, key, before)
                    let last = CivilDate(daysSinceEpoch: start.daysSinceEpoch + 6)
                    try add(.events, last, code, key, count - before)
                }
            }
            for (index, month) in office.months.enumerated() {
                guard let day = CivilDate(year: 2024, month: 10 + index, day: 15) else { continue }
                let keys = ["adult|H", "adult|M", "minor|H", "minor|M"]
                for (key, count) in zip(keys, month.people) {
                    try add(.ages, day, office.points[0], key, count)
                }
                guard month.foots else { continue }
                for (key, count) in zip(["|minor|family|H", "|minor|alone|H"], month.company) {
                    try add(.children, day, office.points[0], key, count)
                }
            }
        }
    }
}
