import Repatriation
import SQLite
import Store
import Support
import Testing

/// A clock that is wrong decides no age, no term and no series of numbers until the lead has looked
/// at another.
@Suite struct ClockTests {
    private static let day = 1440

    private func witness(_ elapsed: Int?, isPractice: Bool = false) -> ClockWitness {
        ClockWitness(
            newest: TestStore.morning, elapsed: elapsed.map { $0 * 60_000 }, isPractice: isPractice)
    }

    /// Minutes since the newest fact by the clock, by the machine's own count, and whether the hour
    /// is believed.
    @Test(arguments: [
        (0, 0, true), (-4, 0, true), (-6, 0, false), (29, 0, true), (31, 0, false),
        (43_200, 43_200, true),
        (43_200, 43_100, false), (60, 180, false), (-1440, 10, false), (600, nil, true),
        (719, nil, true),
        (721, nil, false), (-6, nil, false), (43_200, nil, false),
    ])
    func theHourIsBelievedWhereItFits(_ shown: Int, _ elapsed: Int?, _ isBelieved: Bool) {
        let now = TestStore.morning.adding(minutes: shown)
        #expect(witness(elapsed).isBelieved(now) == isBelieved)
        let expected = TestStore.morning.adding(minutes: elapsed ?? 0)
        #expect(witness(elapsed).sure(now) == (isBelieved ? now : min(now, expected)))
        // In practice time jumps forward, and not back.
        #expect(witness(elapsed, isPractice: true).isBelieved(now) == (shown >= -5))
    }

    /// A clock that goes astray step by step, each too small to be asked about, is seen all the
    /// same.
    @Test func aClockThatWalksIsSeen() throws {
        let test = try TestStore(seed: nil)
        var asked: [Bool] = []
        for count in 1...4 {
            test.now = test.now.adding(minutes: 29)
            let answer = try test.perform(.act(HeadCount(at: .nogales, .room, count)))
            asked.append(answer.isClockInDoubt)
        }
        #expect(asked == [false, true, true, true])
    }

    /// Seventeen years and 364 days: a clock two days ahead makes nobody of age, and behind it
    /// neither; the lead who has looked does.
    @Test func aClockAheadMakesNobodyOfAge() throws {
        let test = try TestStore(
            seed: nil, now: TestStore.morning.adding(minutes: -2 * ClockTests.day))
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        test.pass(minutes: 2 * ClockTests.day)
        var person = TestStore.person(1)
        person.birthDate = CivilDate(year: 2008, month: 11, day: 21)
        let id = try test.waiting(.nogales, person)
        try test.perform(
            .act(SetNationality(id, .foreign, nil, motive: "m", mexicanParent: false)))
        let release = Command.act(ReleasePerson(id, Release(.ownMeans)))
        test.now = test.now.adding(minutes: 2 * ClockTests.day)
        #expect(test.refusal(release)?.code == .childLeavesOnlyTo)
        #expect(try test.store.card(id, now: test.now)?.isChild == true)
        #expect(
            try test.store.board(at: test.now).alerts.filter { $0.code == "clockInDoubt" }.count
                == 1)
        #expect(
            try test.store.shift(at: .nogales, now: test.now)?.clockDoubt?(.es).contains(
                "F9 t, «h»") == true)
        // Receiving and emergencies go on, and say that nobody has vouched for the hour.
        let other = try test.group(.nogales, people: [TestStore.person(2)]).1[0]
        #expect(try test.perform(.act(Receive(other, .all, tag: nil))).isClockInDoubt)
        try test.perform(.act(ReleasePerson(other, Release(.hospital))))
        #expect(test.refusal(release)?.code == .childLeavesOnlyTo)
        #expect(test.refusal(.act(ConfirmClock(at: .nogales)), by: officer)?.code == .onlyLead)
        #expect(
            try test.perform(.act(ConfirmClock(at: .nogales))).result["pending"] == "confirmation")
        #expect(test.refusal(release)?.code == .childLeavesOnlyTo)
        #expect(
            try test.store.shift(at: .nogales, now: test.now)?.clockDoubt?(.es).contains(
                "Otra persona") == true)
        _ = try test.store.perform(
            .act(ConfirmClock(at: .nogales)), by: officer, proven: .password, at: test.now)
        #expect(try test.store.board(at: test.now).alerts.allSatisfy { $0.code != "clockInDoubt" })
        #expect(try test.perform(.act(ConfirmClock(at: .nogales))).act == nil)
        #expect(try test.perform(release).events.map(\.kind) == [.released])
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A clock that is set right again needs nobody: what was written meanwhile did not count as
    /// the newest fact.
    @Test func aClockThatIsSetRightIsBelieved() throws {
        let test = try TestStore(seed: nil)
        let group = try test.group(.nogales, people: (1...3).map { TestStore.person($0) })
        let right = test.now
        for days in [400, -3] {
            test.now = right.adding(minutes: days * ClockTests.day)
            let answer = try test.perform(
                .act(HeadCount(group.0, .room, abs(days), reason: "prueba")))
            #expect(answer.isClockInDoubt)
        }
        test.now = right.adding(minutes: 1)
        let answer = try test.perform(.act(HeadCount(group.0, .room, 5, reason: "prueba")))
        #expect(!answer.isClockInDoubt)
    }

    /// A store that nobody used for a month is believed where the machine ran as long, and not
    /// where it did not.
    @Test func aMonthOfSilenceIsBelievedWhereTheMachineRan() throws {
        let test = try TestStore(seed: nil)
        test.pass(minutes: 30 * ClockTests.day)
        #expect(try test.store.board(at: test.now).alerts.allSatisfy { $0.code != "clockInDoubt" })
        test.store.uptime = { 0 }
        #expect(try test.store.board(at: test.now).alerts.contains { $0.code == "clockInDoubt" })
    }

    /// Minutes by which the clock jumped, and whether one lead alone vouches for it: +4 years made
    /// a child of age, +25 h ended the day in which an identity may be its giver's. A machine that
    /// was off for days takes two as well.
    @Test(arguments: [
        (40, false, true), (719, false, true), (721, false, false), (25 * 60, false, false),
        (4 * 366 * 1440, false, false), (-719, false, true), (-721, false, false),
        (3 * 1440, true, false),
    ])
    func aJumpOfTheClockTakesTwoToVouchFor(_ minutes: Int, _ wasOff: Bool, _ isAlone: Bool) throws {
        let test = try TestStore(seed: nil)
        let old = try test.add("Tomás Toledo Vera", [.officer])
        test.pass(minutes: 2 * ClockTests.day)
        try test.perform(.act(OpenShift(at: .nogales)))
        if wasOff {
            try Connection(path: test.path, mode: .write).execute(
                "UPDATE meta SET clockBoot = 'la noche de antes'")
        }
        let new = try test.add("Nadie Inventada", [.officer])
        test.now = test.now.adding(minutes: minutes)
        let confirm = Command.act(ConfirmClock(at: .nogales))
        let answer = try test.perform(confirm)
        #expect((answer.result["pending"] != "confirmation") == isAlone)
        guard !isAlone else { return }
        let asked = try #require(answer.act)
        func doubted() throws -> Bool {
            try test.store.board(at: test.now).alerts.contains { $0.code == "clockInDoubt" }
        }
        #expect(test.refusal(.act(Confirm(asked)))?.code == .secondOfficer)
        #expect(test.refusal(.act(Confirm(asked)), by: new)?.code == .secondOfficer)
        #expect(test.refusal(.act(Confirm(asked)), by: old)?.code == .passwordWanted)
        #expect(try doubted())
        _ = try test.store.perform(.act(Confirm(asked)), by: old, proven: .password, at: test.now)
        #expect(try !doubted())
        #expect(try test.perform(confirm).act == nil)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Nor is a jump made of several that are each small enough; what two vouched for counts for
    /// none of them.
    @Test func smallJumpsOfOneLeadDoNotAddUp() throws {
        let test = try TestStore(seed: nil)
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        test.pass(minutes: 2 * ClockTests.day)
        let confirm = Command.act(ConfirmClock(at: .nogales))
        func jump(_ minutes: Int) throws -> Bool {
            test.now = test.now.adding(minutes: minutes)
            return try test.perform(confirm).result["pending"] != "confirmation"
        }
        #expect(try jump(700))
        #expect(try jump(-60))
        #expect(try !jump(700))
        _ = try test.store.perform(confirm, by: officer, proven: .password, at: test.now)
        test.pass(minutes: ClockTests.day)
        #expect(try jump(60))
    }

    /// In practice time jumps forward; back it is in doubt. A number inside is given once: the
    /// table itself refuses another, which would be a failure and no rule's.
    @Test(arguments: 1...4)
    func clocksThatGoBackAndForthGiveNoNumberTwice(_ seed: Int) throws {
        var random = RandomSource(state: UInt64(seed) &* 104_729 | 1)
        let test = try TestStore()
        // Five in the morning of Nogales, where the working day and its numbers begin.
        let cut = test.now.adding(minutes: 19 * 60)
        try test.open(.nogales, desks: 2)
        let people = try test.group(.nogales, people: (0..<40).map { TestStore.person($0) }).1
        for step in people.indices {
            let minutes = [-1, 0, 1, 240, -240][Int(random.next() % 5)]
            test.now = cut.adding(minutes: (Int(random.next() % 5) - 2) * ClockTests.day + minutes)
            if step % 10 == 9 { try test.perform(.act(ConfirmClock(at: .nogales))) }
            try run(.act(Receive(people[step], .all, tag: nil)), test)
            let one = people[Int(random.next() % UInt64(step + 1))]
            switch random.next() % 6 {
            case 0: try run(.act(Triage(one, [])), test)
            case 1: try run(.act(CallNext(at: .nogales, 1)), test)
            case 2: try takeBack(one, test)
            case 3:
                for id in people[...step] {
                    try run(.act(ReleasePerson(id, Release(.ownDecision))), test)
                }
            case 4: try run(.act(Receive(one, .all, tag: nil)), test)
            default: try run(.act(NotPresent(one, reason: nil)), test)
            }
        }
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Done or refused by a rule; never failed by the store.
    private func run(_ command: Command, _ test: TestStore) throws {
        do throws(PerformFailure) { try test.perform(command) } catch {
            guard case .refused = error else { throw error }
        }
    }

    /// The reception is undone where it still can be, so that the number is free and may be asked
    /// for again.
    private func takeBack(_ id: Identifier<Reception>, _ test: TestStore) throws {
        var act: Identifier<any Act>?
        try test.store.history(of: id.value) { if $0.event.kind == .received { act = $0.act } }
        if let act { try run(.act(Undo(act)), test) }
    }

    /// The year of a moment that is typed is one of ours.
    @Test(arguments: [
        ("1900-01-01T00:00:00Z", true), ("2200-12-31T23:59:59Z", true),
        ("1899-12-31T23:59:59Z", false),
        ("2201-01-01T00:00:00Z", false), ("9999-01-01T00:00:00Z", false),
        ("0001-01-01T00:00:00Z", false),
    ])
    func momentsAreOfOurTime(_ text: String, _ isOfOurTime: Bool) throws {
        #expect(try #require(Instant(text: text)).isOfOurTime == isOfOurTime)
        let line: JSON = ["do": "announceGroup", "point": "NOG", "expectedAt": .string(text)]
        let command = try? Command(line)
        #expect((command != nil) == isOfOurTime)
    }
}
