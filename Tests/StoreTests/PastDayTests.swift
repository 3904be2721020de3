import Repatriation
import Support
import Testing

@testable import Store

/// What past days and past hours tell.
@Suite struct PastDayTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        test.stopClock()
        try test.open(.nogales, desks: 1)
        try test.open(.tijuana, desks: 1)
    }

    private func day(_ point: PointCode, of moment: Instant? = nil) throws -> PointDay {
        try test.store.ask(DayOf(point, of: moment).reading, at: test.now)
    }

    private func then(_ moment: Instant) throws -> Board {
        try test.store.ask(BoardThen(at: moment).reading, at: test.now)
    }

    private func row(_ board: Board, _ point: PointCode) throws -> BoardRow {
        try #require(board.rows.first { $0.point == point })
    }

    private func send(_ ids: [Identifier<Reception>]) throws {
        try test.perform(.act(Transfer(.people(ids), to: .tijuana, vehicle: "SON-1234")))
    }

    /// A transfer is no second hand-over: whoever was received here is counted here, wherever they
    /// are by now.
    @Test func whoeverWentOnToAnotherPointCountsInTheDayWhereTheyWereHandedOver() throws {
        let ids = try (1...3).map { try test.waiting(.nogales, TestStore.person($0)) }
        test.pass(minutes: 20)
        try send(Array(ids.prefix(2)))
        func received(_ point: PointCode) throws -> Int {
            try day(point).hours.reduce(0) { $0 + $1.received }
        }
        #expect(try received(.nogales) == 3 && received(.tijuana) == 0)
        test.pass(minutes: 90)
        try test.perform(.act(Receive(ids[0], nil, tag: nil)))
        #expect(try received(.nogales) == 3 && received(.tijuana) == 0)
    }

    /// Who left for another point and who came from one stand in both days; a transfer that was
    /// taken back in neither.
    @Test func theDayTellsWhoLeftForAnotherPointAndWhoCame() throws {
        let ids = try (1...3).map { try test.waiting(.nogales, TestStore.person($0)) }
        try send(Array(ids.prefix(2)))
        let undone = try test.perform(
            .act(Transfer(.people([ids[2]]), to: .tijuana, vehicle: "X")))
        try test.perform(.act(Undo(try #require(undone.act))))
        func moved(_ point: PointCode) throws -> [PointDay.Fact.Kind] {
            try day(point).facts.map(\.kind).filter {
                switch $0 {
                case .sent, .came: true
                default: false
                }
            }
        }
        #expect(try moved(.nogales) == [.sent(1, to: .tijuana, people: 2)])
        #expect(try moved(.tijuana).isEmpty)
        test.pass(minutes: 90)
        for id in ids.prefix(2) { try test.perform(.act(Receive(id, nil, tag: nil))) }
        #expect(try moved(.nogales) == [.sent(1, to: .tijuana, people: 2)])
        #expect(try moved(.tijuana) == [.came(1, from: .nogales, people: 2)])
    }

    /// What stands on a sheet belongs to the day on which it happened, whenever it was typed.
    @Test func aSheetThatIsTypedTheNextDayIsToldInTheDayItBelongsTo() throws {
        let group = try test.group(.nogales, people: [TestStore.person(1)]).0
        let reserved = try test.perform(
            .act(ReserveFolios(at: .nogales, [ReservedSheets(.rollCall, 1)])))
        let folio = try #require((reserved.result as? Reserved)?.folios.first)
        test.pass(minutes: 5)
        let happened = test.now
        test.pass(minutes: 1440)
        let paper = FromPaper(sheet: folio, at: happened)
        try test.perform(Command(act: ArriveGroup(group, headcount: 1), from: paper))
        let facts = try day(.nogales, of: happened).facts
        #expect(facts.contains(PointDay.Fact(at: happened, .arrived(1))))
        #expect(try !day(.nogales).facts.contains { $0.kind == .arrived(1) })
    }

    /// Who was looked for then stands on the board of then, although they were found since.
    @Test func whoeverWasMissingThenIsMissingOnTheBoardOfThen() throws {
        let id = try test.group(.nogales, people: [TestStore.person(1)]).1[0]
        try test.perform(.act(NoShow(id, .unknown, confirmedBy: nil)))
        // So long ago that nothing else brings them on the board.
        test.pass(minutes: 1440 * 6)
        let moment = test.now
        #expect(try row(test.store.board(at: moment), .nogales).unlocated == 1)
        test.pass(minutes: 1440)
        try test.perform(.act(Locate(id, found: "en su casa")))
        test.pass(minutes: 60)
        #expect(try row(test.store.board(at: test.now), .nogales).unlocated == 0)
        #expect(try row(then(moment), .nogales).unlocated == 1)
    }

    /// Who was on the way then is of neither point's people on the board of then, and the group is
    /// awaited there.
    @Test func whoeverWasOnTheWayThenIsOnTheWayOnTheBoardOfThen() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        test.pass(minutes: 1440 * 6)
        try send([id])
        test.pass(minutes: 30)
        let (moment, live) = (test.now, try test.store.board(at: test.now))
        test.pass(minutes: 60)
        try test.perform(.act(Receive(id, nil, tag: nil)))
        test.pass(minutes: 60)
        let past = try then(moment)
        #expect(past.rows == live.rows)
        #expect(past.expected.map(\.group.id) == live.expected.map(\.group.id))
        #expect(past.expected.map(\.group.point) == [.tijuana])
    }

    /// How many children were past a step of the book is a count, as it was then.
    @Test func lateChildrenAreCountedOnTheBoardOfThen() throws {
        for number in 1...3 {
            _ = try test.waiting(
                .nogales, TestStore.person(number, born: 2014), flags: [.unaccompaniedChild])
        }
        test.pass(minutes: 180)
        let (moment, live) = (test.now, try row(test.store.board(at: test.now), .nogales))
        #expect(live.lateChildren == 3)
        test.pass(minutes: 60)
        #expect(try row(then(moment), .nogales) == live)
    }

    /// That nothing is told to have rung says nothing where nobody looked.
    @Test func wherePeopleWereNotWatchedForItIsSaid() throws {
        let unwatched = test.now
        test.pass(minutes: 60)
        for _ in 1...3 {
            try test.store.noteAlarms(at: test.now)
            test.pass(minutes: 10)
        }
        let watched = test.now.adding(minutes: -15)
        test.pass(minutes: 120)
        #expect(try then(unwatched).isUnwatched && !then(watched).isUnwatched)
        #expect(try then(test.now.adding(minutes: -30)).isUnwatched)
    }

    /// What rang is told from where the row of who looked begins, whatever it was before.
    @Test func whatStoodWhenSomebodyBeganToLookIsToldWithoutReadingAYear() throws {
        let id = try test.group(.nogales, people: [TestStore.person(1)]).1[0]
        try test.perform(.act(NoShow(id, .unknown, confirmedBy: nil)))
        for _ in 1...60 {
            test.pass(minutes: 60)
            try test.store.noteAlarms(at: test.now)
        }
        let moment = test.now
        let tags = Set(try test.store.board(at: moment).told.map(\.tag))
        #expect(tags.contains { $0.kind == .unlocated })
        try test.perform(.act(Locate(id, found: "en su casa")))
        test.pass(minutes: 60)
        #expect(Set(try then(moment).told.map(\.tag)) == tags)
    }

    /// A clock that went astray for a while does not change what stood when: whichever way it went,
    /// the hours that most rows bear are the ones that were.
    @Test(arguments: [300, -300]) func whereTheClockWentAstrayMostHoursDecide(_ minutes: Int) throws
    {
        func receive(_ numbers: ClosedRange<Int>) throws {
            for number in numbers {
                _ = try test.waiting(.nogales, TestStore.person(number))
                test.now = test.now.adding(minutes: 5)
            }
        }
        // So long before that hours that went back five hours lie in the journal.
        try receive(1...3)
        test.now = test.now.adding(minutes: 400)
        try receive(4...6)
        let before = test.now
        test.now = test.now.adding(minutes: minutes)
        try receive(7...8)
        test.now = test.now.adding(minutes: -minutes)
        try receive(9...20)
        let after = test.now
        test.now = test.now.adding(minutes: 700)
        func inside(_ moment: Instant) throws -> Int { try row(then(moment), .nogales).inside }
        #expect(try inside(before.adding(minutes: -6)) == 5)
        #expect(try inside(after.adding(seconds: -1)) == 20)
        // Halfway through those who came after it was right again.
        #expect(try inside(after.adding(minutes: -31)) == 14)
        let doubled = try [before.adding(minutes: -10), after.adding(minutes: -5)].map {
            try then($0).isHourDoubled
        }
        #expect(doubled == [minutes < 0, minutes > 0])
        #expect(try !then(TestStore.morning.adding(minutes: 1)).isHourDoubled)
    }

    /// Since when something is known is told by the point's clock.
    @Test func beforeTheJournalIsToldByTheClockOfThePoint() throws {
        do {
            _ = try then(TestStore.morning.adding(minutes: -600_000))
            Issue.record("there is a board of before the journal")
        } catch let refusal as Refusal {
            let from = try #require(refusal.details["from"]?.text)
            #expect(refusal.code == .beforeJournal)
            #expect(from.hasPrefix("20/11/2026 09:00 "))
        }
    }
}
