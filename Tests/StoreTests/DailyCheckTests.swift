import Repatriation
import SQLite
import Store
import Support
import Testing

/// The daily check: by what was proven, and what was written since.
@Suite struct DailyCheckTests {
    @Test func withoutAnythingProvenTheDailyCheckIsTheWholeOne() throws {
        let test = try TestStore()
        _ = try test.waiting(.nogales, TestStore.person(1))
        #expect(try test.store.check(.daily).scope == .whole)
        _ = try test.waiting(.nogales, TestStore.person(2))
        let checked = try test.store.check(.daily)
        #expect(checked.scope == .daily && checked.unread == 0)
        #expect(checked.verdict == .holds(events: try test.store.figures().events))
    }

    /// Read back near or only by whom events are about, the daily check says what the whole one
    /// says, and seldom has to ask it.
    @Test(arguments: [1, 2], [20_000, 0])
    func afterEachOfManyActsTheDailyCheckSaysWhatTheWholeOneSays(_ seed: Int, _ near: Int) throws {
        let test = try TestStore()
        _ = try test.store.check(.whole)
        var reach = DailyReach()
        reach.near = near
        var whole = 0
        var walk = RandomWalk(seed: seed, test: test, stores: [test.store])
        try walk.run(steps: 20) {
            let checked = try test.store.check(.daily, reach: reach)
            if checked.scope == .whole { whole += 1 }
            #expect(checked.verdict == .holds(events: try test.store.figures().events))
        }
        #expect(near > 0 ? whole == 0 : whole < 10)
        #expect(
            try test.store.check(.whole).verdict
                == .holds(events: try test.store.figures().events))
    }

    /// How people came is put right by a fact about their group: read back by whom it is about, it
    /// is found there.
    @Test func whatAGroupSaysOfItsPeopleIsReadBackFromTheGroup() throws {
        let test = try TestStore()
        let (group, ids) = try test.group(.nogales, people: [TestStore.person(1)])
        try test.perform(.act(Receive(ids[0], .all, tag: nil)))
        func came(_ mode: Mode) throws {
            var announcement = Announcement()
            announcement.mode = mode
            try test.perform(.act(AmendGroup(group, announcement)))
        }
        try came(.flight)
        _ = try test.store.check(.whole)
        try came(.van)
        var reach = DailyReach()
        reach.near = 0
        let checked = try test.store.check(.daily, reach: reach)
        #expect(checked.scope == .daily)
        #expect(checked.verdict == .holds(events: try test.store.figures().events))
    }

    /// Many acts at once are one day.
    @Test(arguments: [3]) func aDayOfActsHolds(_ seed: Int) throws {
        let test = try TestStore()
        _ = try test.store.check(.whole)
        var walk = RandomWalk(seed: seed, test: test, stores: [test.store])
        for _ in 0..<3 {
            try walk.run(steps: 80)
            let checked = try test.store.check(.daily)
            #expect(checked.scope == .daily)
            #expect(checked.verdict == .holds(events: try test.store.figures().events))
        }
    }

    /// What the tables do not show is found where it had been proven, and no check takes it as
    /// proven until somebody says so.
    @Test(arguments: [
        "cutDay = '2020-01-01'", "officer = (SELECT max(id) FROM officer)", "at = at - 1",
        "point = 'TIJ'", "desk = 7",
    ])
    func anEarlierEventThatIsAnotherNowIsFound(_ change: String) throws {
        let test = try TestStore()
        _ = try test.add("Tomás Toledo Vera", [.officer])
        _ = try test.waiting(.nogales, TestStore.person(1))
        _ = try test.store.check(.whole)
        let raw = try Connection(path: test.path, mode: .write)
        try raw.execute(
            try Faults.inJournal(
                raw, "UPDATE journal SET \(change) WHERE act = (SELECT max(act) FROM journal)"))
        for scope in [CheckScope.daily, .whole, .daily, .whole] {
            #expect(try test.store.check(scope).verdict == .differs(["proven"]))
        }
        var blind = DailyReach()
        blind.shares = 0
        let checked = try test.store.check(.daily, reach: blind)
        #expect(checked.unread == (try test.store.figures().events))
        #expect(
            try test.store.check(.whole, anew: true).verdict == .holds(events: checked.unread))
        #expect(try test.store.check(.daily).verdict == .holds(events: checked.unread))
    }

    /// An older file in the place of the newer, but for what was proven of that one.
    @Test func aStoreThatWasPutBackBehindWhatWasProvenIsFound() throws {
        let test = try TestStore()
        let older = "\(test.folder)/anterior.db"
        let raw = try Connection(path: test.path, mode: .write)
        try raw.execute("VACUUM INTO '\(older)'")
        _ = try test.waiting(.nogales, TestStore.person(1))
        _ = try test.store.check(.whole)
        try raw.execute(
            """
            ATTACH '\(older)' AS older;
            INSERT INTO older.proven SELECT * FROM proven;
            INSERT INTO older.provenSum SELECT * FROM provenSum;
            DETACH older
            """)
        #expect(try Store(path: older).check(.daily).verdict == .differs(["proven"]))
    }

    /// Where others write all the time nothing is kept, and what was found is told all the same.
    @Test func aStoreThatIsHeldIsCheckedAllTheSame() throws {
        let test = try TestStore()
        let other = try Connection(path: test.path, mode: .write)
        try other.execute("BEGIN IMMEDIATE")
        #expect(
            try test.store.check(.whole).verdict
                == .holds(events: try test.store.figures().events))
        try other.execute("COMMIT")
        #expect(try test.store.check(.daily).scope == .whole)
    }

    /// Whatever another hand has put in the place of what was proven: a verdict, and never a trap.
    @Test(arguments: [
        "UPDATE proven SET seq = 9007199254740993", "UPDATE proven SET seq = -5",
        "UPDATE proven SET share = 9223372036854775807", "UPDATE proven SET counter = -1",
        "UPDATE provenSum SET share = 9223372036854775807 WHERE of = 'journal'",
        "UPDATE proven SET key1 = 1", "DELETE FROM provenSum",
        "UPDATE provenSum SET sum = 1 WHERE of = 'reception'",
    ])
    func whatIsProvenOfAnotherHandIsNoTrap(_ change: String) throws {
        let test = try TestStore()
        _ = try test.waiting(.nogales, TestStore.person(1))
        _ = try test.store.check(.whole)
        try Connection(path: test.path, mode: .write).execute(change)
        let verdict = try test.store.check(.daily).verdict
        let holds = Verdict.holds(events: try test.store.figures().events)
        #expect(verdict == holds || verdict == .differs(["proven"]))
    }
}
