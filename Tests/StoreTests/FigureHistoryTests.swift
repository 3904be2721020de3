import Repatriation
import SQLite
import Store
import Support
import Testing

/// Figures as they were known at a moment, and what closed figures have become since.
@Suite struct FigureHistoryTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        for point in [PointCode.nogales, .tijuana] { try test.open(point, desks: 1) }
    }

    private func issue(
        _ kind: ReportKind, _ period: ReportPeriod, _ codes: [PointCode] = [],
        asOf: Instant? = nil
    ) throws -> ReportIssue {
        try test.store.answer(
            .report(kind, period, points: codes, asOf: asOf), for: .officer(test.lead),
            at: test.now)
    }

    private func period(_ from: String, _ to: String) throws -> ReportPeriod {
        let days = try [from, to].map { try #require(CivilDate(text: $0)) }
        return try #require(ReportPeriod(from: days[0], to: days[1]))
    }

    /// Of random days with slips, corrections and undone acts, each table that was printed on the
    /// way is printed again at the end, cell for cell.
    @Test(arguments: [11, 12]) func anyTableIsPrintedAgainAsItWasKnown(
        _ seed: UInt64
    ) throws {
        var days = RandomDays(test, seed)
        let periods = try [
            period("2026-11-01", "2027-03-31"), period("2026-11-20", "2026-11-24"),
            period("2026-11-26", "2026-12-03"),
        ]
        var printed: [ReportIssue] = []
        for _ in 0..<14 {
            try days.live(steps: 10)
            for period in periods {
                for kind in ReportKind.allCases { printed.append(try issue(kind, period)) }
                printed.append(try issue(.r1, period, [.tijuana]))
            }
            test.pass(minutes: 1)
        }
        try days.live(steps: 60)
        #expect(printed.contains { $0.table.total.total > 8 })
        for one in printed {
            let again = try issue(one.table.kind, one.table.period, one.points, asOf: one.asOf)
            #expect(again.table == one.table, "\(one.table.kind) \(one.asOf.text)")
            #expect(again.folio == one.folio)
        }
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
        #expect(try test.store.check(.daily).verdict == .holds(events: events))
    }

    /// What was closed and what it has become: every cell that differs is told with what it was.
    @Test(arguments: [21, 22, 23]) func everyCellOfAClosedTableThatMovedIsTold(
        _ seed: UInt64
    ) throws {
        var days = RandomDays(test, seed)
        let period = try period("2026-11-20", "2026-11-25")
        try days.live(steps: 50)
        let over = try #require(Instant(text: "2026-11-26T12:00:00.000Z"))
        if test.now < over { test.now = over }
        try test.perform(.act(ClosePeriod(period)))
        let closed = try ReportKind.allCases.map { try issue($0, period) }
        #expect(closed.allSatisfy { $0.revisions.isEmpty && !$0.closedOn.isEmpty })
        // Corrections that come late.
        for person in days.people {
            test.pass(minutes: 60)
            _ = try? test.perform(
                .act(SetNationality(person, .accredited, .passport)))
        }
        for was in closed {
            let now = try issue(was.table.kind, period)
            let moved = now.table.revisions(since: was.table, of: now.closedOn[0])
            #expect(now.revisions == moved)
            let total = now.table.total.total
            #expect(
                total == was.table.total.total
                    || moved.contains { $0.row.key == "total" && $0.was == was.table.total.total })
        }
        let events = try issue(.r1, period)
        #expect(!events.revisions.isEmpty)
        #expect(events.status.es.contains("cifras revisadas"))
        // Closed again, the corrected figures are the ones that stand.
        try test.perform(.act(ClosePeriod(period)))
        #expect(try issue(.r1, period).revisions.isEmpty)
        #expect(try issue(.r1, period).table == events.table)
    }

    /// What was closed is known by its fact: a clock that goes back afterwards, a little, by hours or
    /// to another year, hides no correction and refuses no table.
    @Test(arguments: [3, 10, 90, 3_000_000]) func aClockThatGoesBackHidesNoRevision(
        _ minutes: Int
    ) throws {
        let period = try period("2026-11-20", "2026-11-20")
        let people = try (1...3).map { try test.waiting(.nogales, TestStore.person($0)) }
        try test.perform(.act(SetNationality(people[0], .accredited, .passport)))
        let closing = try #require(Instant(text: "2026-11-21T18:00:00.000Z"))
        test.now = closing
        try test.perform(.act(ClosePeriod(period)))
        test.now = closing.adding(minutes: -minutes)
        try test.perform(.act(SetNationality(people[1], .accredited, .passport)))
        test.now = closing.adding(minutes: 60)
        let now = try issue(.r1, period)
        #expect(now.table.total.total == 2)
        #expect(now.revisions.contains { $0.row.key == "total" && $0.was == 1 })
        #expect(now.closedOn.map(\.text) == ["2026-11-21"])
    }

    /// People of a day are found by their point and day, however many others there are.
    @Test func thePeopleOfADayAreSought() throws {
        let plan = try Connection(path: test.path, mode: .write).statement(
            """
            EXPLAIN QUERY PLAN SELECT reception.id FROM point CROSS JOIN reception
            ON reception.point = point.code AND receivedDay BETWEEN 'a' AND 'b'
            WHERE receivedDate = 'a'
            """
        ).all { $0.text(3) }
        #expect(plan.contains { $0.contains("SEARCH reception USING INDEX") }, "\(plan)")
    }

    /// A table is preliminary until every day of it is closed.
    @Test func aTableIsPreliminaryUntilAllOfItIsClosed() throws {
        test.now = try #require(Instant(text: "2026-12-05T18:00:00.000Z"))
        let (first, second) = try (
            period("2026-11-01", "2026-11-30"), period("2026-12-01", "2026-12-03")
        )
        let both = try period("2026-11-01", "2026-12-03")
        #expect(try issue(.r1, both).closedOn.isEmpty)
        try test.perform(.act(ClosePeriod(first)))
        #expect(try issue(.r1, both).closedOn.isEmpty)
        #expect(try !issue(.r1, first).closedOn.isEmpty)
        try test.perform(.act(ClosePeriod(second)))
        #expect(try issue(.r1, both).closedOn.count == 1)
        let before = try issue(.r1, both, asOf: test.now.adding(minutes: -1))
        #expect(before.closedOn.isEmpty)
    }

    /// Of a year that goes on, what was closed is told beside each month that has moved since, and
    /// beside nothing that is open.
    @Test func revisionsOfClosedMonthsAreToldInAYearThatGoesOn() throws {
        let people = try [1, 2].map { try test.waiting(.nogales, TestStore.person($0)) }
        try test.perform(.act(SetNationality(people[0], .accredited, .passport)))
        test.now = try #require(Instant(text: "2026-12-05T18:00:00.000Z"))
        try test.perform(.act(ClosePeriod(period("2026-11-01", "2026-11-30"))))
        let year = try period("2026-11-01", "2026-12-31")
        #expect(try issue(.r1, year).revisions.isEmpty)
        try test.perform(.act(SetNationality(people[1], .accredited, .passport)))
        let later = try test.waiting(.nogales, TestStore.person(3))
        try test.perform(.act(SetNationality(later, .accredited, .passport)))
        for kind in [ReportKind.r1, .r3, .persons] {
            let now = try issue(kind, year)
            #expect(now.closedOn.isEmpty && !now.revisions.isEmpty)
            #expect(now.revisions.allSatisfy { now.table.time(of: $0) == "2026-11" }, "\(kind)")
            #expect(now.status.es.contains("preliminares") && now.status.es.contains("revisadas"))
        }
        #expect(try issue(.r2, year).revisions.isEmpty)
    }

    /// What an earlier program did not count it did not close either: of services and persons nothing
    /// is said of its closing, and of what it did count all is.
    @Test func whatAnEarlierProgramDidNotCountWasNotClosed() throws {
        let people = try [1, 2].map { try test.waiting(.nogales, TestStore.person($0)) }
        try test.perform(.act(SetNationality(people[0], .accredited, .passport)))
        test.now = try #require(Instant(text: "2026-12-05T18:00:00.000Z"))
        let month = try period("2026-11-01", "2026-11-30")
        try test.perform(.act(ClosePeriod(month)))
        try test.perform(.act(SetNationality(people[1], .accredited, .passport)))
        let later: [ReportKind] = [.persons, .crossing, .r10]
        #expect(try later.allSatisfy { try !issue($0, month).revisions.isEmpty })
        try Connection(path: test.path, mode: .write).execute(
            "UPDATE meta SET servicesFrom = (SELECT max(seq) FROM journal)")
        for kind in later {
            let now = try issue(kind, month)
            #expect(now.revisions.isEmpty && !now.closedOn.isEmpty, "\(kind)")
        }
        #expect(try !issue(.r1, month).revisions.isEmpty)
    }

    /// Nobody closes days that are not over at every point, and nobody but a lead closes any.
    @Test func daysThatGoOnAreNotClosed() throws {
        let period = try period("2026-11-01", "2026-11-20")
        test.now = try #require(Instant(text: "2026-11-21T11:59:59.000Z"))
        #expect(test.refusal(.act(ClosePeriod(period)))?.code == .periodNotOver)
        test.now = try #require(Instant(text: "2026-11-21T12:00:00.000Z"))
        let officer = try test.officer(with: .officer)
        #expect(throws: PerformFailure.self) {
            try test.store.perform(.act(ClosePeriod(period)), by: officer, at: test.now)
        }
        try test.perform(.act(ClosePeriod(period)))
    }

    @Test func thereAreNoFiguresOfAMomentThatHasNotPassedOrBeforeTheFirst() throws {
        let day = try period("2026-11-20", "2026-11-20")
        for (at, code) in [
            (test.now, Refusal.Code.notPast),
            (test.now.adding(minutes: -9_000_000), .beforeJournal),
        ] {
            do {
                _ = try issue(.r1, day, asOf: at)
                Issue.record("it was printed")
            } catch { #expect((error as? Refusal)?.code == code) }
        }
    }
}
