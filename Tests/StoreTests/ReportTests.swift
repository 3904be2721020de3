import Repatriation
import SQLite
import Store
import Support
import Testing

/// Official tables are what the people of a period come to, whatever was put right since.
@Suite struct ReportTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        for point in [PointCode.nogales, .tijuana] { try test.open(point, desks: 1) }
    }

    /// Of random days, each table is a brute-force count over the people, of any days and points;
    /// all tables of one issue have the same sum; and the journal folded again gives the same sums.
    @Test(arguments: [1, 2, 3]) func everyTableIsTheCountOfThePeople(_ seed: UInt64) throws {
        var days = RandomDays(test, seed)
        try days.live(steps: 140)
        let people = try days.people.map { try test.reception($0) }
        #expect(people.count { $0.nationality == .accredited } > 5)
        let first = try #require(CivilDate(year: 2026, month: 11, day: 19))
        for (from, to) in [(0, 200), (1, 3), (3, 9), (0, 12), (13, 40)] {
            let period = try #require(
                ReportPeriod(
                    from: CivilDate(daysSinceEpoch: first.daysSinceEpoch + from),
                    to: CivilDate(daysSinceEpoch: first.daysSinceEpoch + to)))
            for codes in [[], [PointCode.nogales], [.tijuana, .nogales]] {
                let counted = try CountedByHand(people, period, codes, test.store.served())
                for kind in ReportKind.allCases {
                    let table = try self.table(kind, period, codes)
                    #expect(table.total.total == counted.total(kind), "\(kind) \(period.label.es)")
                    #expect(counted.rows(kind) == counted.rows(of: table), "\(kind)")
                }
            }
        }
        try personsAreCounted(people)
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    /// Of every month and of the year, persons are those who were received, each once, and events
    /// each reception, whoever was found to be whom and whenever it was said.
    private func personsAreCounted(_ people: [Reception]) throws {
        for typed in ["2026-11", "2026-12", "2027-01", "2026"] {
            let period = try #require(ReportPeriod(typed: typed))
            let events = people.filter { person in
                person.nationality == .accredited
                    && person.receivedDate.map { (period.from...period.to).contains($0) } ?? false
            }
            let table = try table(.persons, period)
            func count(_ turns: PersonTurn...) -> Int {
                table.columns.enumerated().filter { column in
                    turns.contains { $0.rawValue == column.element.item.key }
                }.map { table.total.cells[$0.offset] }.reduce(0, +)
            }
            let persons = Set(events.map(\.person)).count
            #expect(count(.year, .month, .again) == events.count, "\(typed)")
            #expect((typed == "2026" ? count(.year) : count(.year, .month)) == persons, "\(typed)")
        }
    }

    private func table(
        _ kind: ReportKind, _ period: ReportPeriod, _ codes: [PointCode] = []
    ) throws -> ReportTable {
        try test.store.answer(
            .report(kind, period, points: codes), for: .officer(test.lead), at: test.now
        ).table
    }

    private func total(_ day: String) throws -> Int {
        let day = try #require(CivilDate(text: day))
        let period = try #require(ReportPeriod(from: day, to: day))
        return try ReportKind.allCases.filter { [.events, .undecided].contains($0.facet) }
            .filter { [.r1, .undecided].contains($0) }
            .map { try table($0, period).total.total }.reduce(0, +)
    }

    /// Somebody received before five in the morning is of the working day before and of the date
    /// of the calendar.
    @Test func anEventIsOfTheDateOfTheCalendar() throws {
        // Nogales is seven hours behind: 00:30 there.
        test.now = try #require(Instant(text: "2026-11-21T07:30:00.000Z"))
        _ = try test.waiting(.nogales, TestStore.person(1))
        #expect(try total("2026-11-20") == 0 && total("2026-11-21") == 1)
    }

    /// Taken back and typed again from the sheet of a power cut, somebody is of the day before.
    @Test func whatIsPutRightAcrossMidnightIsCountedWhereItBelongs() throws {
        test.now = try #require(Instant(text: "2026-11-21T06:50:00.000Z"))
        let ids = try test.group(.nogales, people: [TestStore.person(1)]).1
        let reserved = try test.perform(
            .act(ReserveFolios(at: .nogales, [ReservedSheets(.rollCall, 1)])))
        let folio = try #require((reserved.result as? Reserved)?.folios.first)
        let happened = try #require(Instant(text: "2026-11-21T06:55:00.000Z"))
        test.now = try #require(Instant(text: "2026-11-21T07:20:00.000Z"))
        let act = try #require(try test.perform(.act(Receive(ids[0], .all, tag: nil))).act)
        #expect(try total("2026-11-20") == 0 && total("2026-11-21") == 1)
        try test.perform(.act(Undo(act)))
        #expect(try total("2026-11-20") == 0 && total("2026-11-21") == 0)
        let paper = FromPaper(sheet: folio, at: happened)
        try test.perform(Command(act: Receive(ids[0], .all, tag: nil), from: paper))
        #expect(try total("2026-11-20") == 1 && total("2026-11-21") == 0)
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    /// A sum that somebody changed by hand is found by every check that looks at all of them.
    @Test func sumsThatWereTamperedWithAreFound() throws {
        _ = try test.waiting(.nogales, TestStore.person(1))
        _ = try test.store.check(.whole)
        try Connection(path: test.path, mode: .write).execute(
            "UPDATE tally SET n = n + 1 WHERE period > 1000000")
        #expect(try test.store.check(.whole).verdict == .differs(["tally"]))
        #expect(try test.store.check(.daily).verdict == .differs(["tally"]))
    }

    /// The same folio is the same figures: it tells the table, and the last row it is made of.
    @Test func theFolioTellsWhatTheStoreHeld() throws {
        let day = try #require(CivilDate(text: "2026-11-20"))
        let period = try #require(ReportPeriod(from: day, to: day))
        func folio() throws -> String {
            try test.store.answer(
                .report(.r1, period), for: .officer(test.lead), at: test.now
            ).folio
        }
        let before = try folio()
        #expect(try before == folio() && before.hasPrefix("R1-26-"))
        _ = try test.waiting(.nogales, TestStore.person(1))
        #expect(try folio() != before)
    }

    /// Whoever neither leads nor audits sees none.
    @Test(arguments: OfficerRole.allCases) func tablesAreForThoseWhoReadWhatIsCounted(
        _ role: OfficerRole
    ) throws {
        let officer = try test.officer(with: role)
        let day = try #require(CivilDate(text: "2026-11-20"))
        let period = try #require(ReportPeriod(from: day, to: day))
        let reading = Reading.report(.r1, period)
        // This store is a practice.
        if Oversight.reports.roles.union([.trainer]).contains(role) {
            let issue = try test.store.answer(reading, for: .officer(officer), at: test.now)
            #expect(issue.table.total.total == 0)
        } else {
            #expect(throws: Refusal.self) {
                try test.store.answer(reading, for: .officer(officer), at: test.now)
            }
        }
    }
}
