import Repatriation
import Store
import Support
import Testing

/// Whoever was sent to another point and does not come there is somebody's charge all the same.
@Suite struct RoadTests: RoadCase {
    let test: TestStore

    init() throws { test = try Self.twoPoints() }

    private func refusal(_ act: any Act) -> Refusal.Code? { test.refusal(.act(act))?.code }

    private func expectWhole() throws {
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    private func send(_ people: [Identifier<Reception>], to point: PointCode = .tijuana) throws
        -> Identifier<Group>
    {
        var act = Transfer(.people(people), to: point, vehicle: "SON-1234")
        act.mode = .van
        return Identifier(try #require(try run(act).result["group"]?.integer))
    }

    private func counts(_ group: Identifier<Group>) throws -> GroupCounts {
        let look: Reading<GroupLine?> = .group(group)
        return try #require(try test.store.ask(look, at: test.now)).counts
    }

    private func row(_ point: PointCode) throws -> BoardRow {
        try #require(try test.store.board(at: test.now).rows.first { $0.point == point })
    }

    /// The ways in which somebody on the way turns out to be elsewhere.
    enum End: CaseIterable {
        case found, missing, released, leftAnyway

        func act(_ id: Identifier<Reception>) -> any Act {
            switch self {
            case .found: Locate(id, found: "no subió")
            case .missing: ReleasePerson(id, Release(.unknown))
            case .released: ReleasePerson(id, Release(.ownDecision))
            case .leftAnyway: LeaveAnyway(id, Leaving(pending: [], explainedIn: "español"))
            }
        }

        var isStaying: Bool { self == .found || self == .missing }
    }

    /// They stayed on the way until sent on again, and were in no count of those inside or out.
    /// Whoever was lost on the road counted as inside the building they had left, and was called to
    /// a desk.
    @Test func whoeverIsLostOnTheRoadIsInsideNowhereAndReceivedWhereTheyCome() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let group = try send([id])
        test.pass(minutes: 5)
        try run(ReleasePerson(id, Release(.unknown)))
        let lost = try test.reception(id)
        #expect(lost.isUnlocated && lost.isOnTheWay && !lost.isInside && lost.group == group)
        #expect(try row(.nogales).inside == 0 && row(.nogales).waiting == 0)
        #expect(refusal(CallNext(at: .nogales, 1)) == .noOneWaiting)
        try expectWhole()
        try run(Receive(id, nil, tag: nil))
        let come = try test.reception(id)
        #expect(come.isInside && come.point == .tijuana && !come.isUnlocated)
        try expectWhole()
    }

    @Test(arguments: End.allCases.filter { $0 != .missing }, [true, false])
    func whoeverDoesNotComeDoesNotStayOnTheWay(_ end: End, _ isNoted: Bool) throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let before = try test.reception(id)
        let group = try send([id])
        if isNoted { try run(NoShow(id, .unknown, confirmedBy: nil)) }
        test.pass(minutes: 5)
        let act = try #require(try run(end.act(id)).act)
        let after = try test.reception(id)
        #expect(!after.isOnTheWay && after.isInside == end.isStaying)
        #expect(after.group == before.group && after.point == .nogales)
        #expect(after.ticket == before.ticket && after.listNumber == before.listNumber)
        #expect(after.formerGroups.isEmpty && after.firstPoint == nil && after.absence == nil)
        #expect(after.isUnlocated == (end == .missing || isNoted && end != .found))
        let home = try counts(before.group)
        #expect(home.received == 1 && home.transferred == 0)
        #expect(home.inside == (end.isStaying ? 1 : 0))
        #expect(home.released == (end.isStaying ? 0 : 1))
        #expect(try row(.nogales).inside == (end.isStaying ? 1 : 0))
        #expect(try row(.nogales).receivedToday == 1 && row(.tijuana).receivedToday == 0)
        // Nobody waits for a vehicle without anybody.
        #expect(try counts(group).onList == 0)
        #expect(
            try test.store.groups(at: .tijuana, now: test.now).map(\.group.stage) == [.concluded])
        try expectWhole()
        guard end != .missing else { return #expect(refusal(Undo(act)) == .notUndoable) }
        try run(Undo(act))
        let again = try test.reception(id)
        #expect(again.isOnTheWay && again.group == group && again.ticket == nil)
        try run(Receive(id, nil, tag: nil))
        #expect(try test.reception(id).stage == .waiting)
        try expectWhole()
    }

    /// Whoever had left from the way could not be received again: they were «inside» for ever.
    @Test func whoLeftFromTheWayIsReceivedWhenTheyComeAgain() throws {
        var data = TestStore.person(1)
        data.curp = "SABC560626MDFLRN01"
        (data.given, data.firstSurname, data.secondSurname) = ("Concepción", "Salgado", "Briseño")
        data.sex = .woman
        data.birthDate = CivilDate(year: 1956, month: 6, day: 26)
        let id = try test.waiting(.nogales, data)
        _ = try send([id])
        let (group, _) = try test.group(.tijuana, people: [TestStore.person(2)])
        #expect(refusal(AddOffList(group, data)) == .personIsInside)
        try run(NoShow(id, .leftBeforeRollCall, confirmedBy: nil))
        try run(ReleasePerson(id, Release(.ownDecision)))
        #expect(refusal(AddOffList(group, data)) == nil)
        try expectWhole()
    }

    @Test func whoStillComesIsAwaitedAsBefore() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let group = try send([id])
        try run(NoShow(id, .unknown, confirmedBy: nil))
        try run(Locate(id, found: "viene en otra unidad", stillComes: true))
        let after = try test.reception(id)
        #expect(after.isOnTheWay && after.stage == .listed && !after.isUnlocated)
        #expect(try counts(group).pending == 1)
        try run(Receive(id, nil, tag: nil))
        #expect(try row(.tijuana).inside == 1)
        try expectWhole()
    }

    /// A number that somebody else has by now is given to nobody twice.
    @Test func theNumberOfWhoeverComesBackIsNobodyElses() throws {
        let ids = try (1...2).map { try test.waiting(.nogales, TestStore.person($0)) }
        _ = try send(ids)
        // Nobody is inside after the cut: the series begins anew.
        test.pass(minutes: 60 * 24)
        let other = try test.waiting(.nogales, TestStore.person(3))
        try run(Locate(ids[0], found: "no subió"))
        try run(Locate(ids[1], found: "no subió"))
        let numbers = try ([other] + ids).map { try test.reception($0).ticket }
        #expect(Set(numbers.compactMap { $0 }).count == 3, "\(numbers)")
        try expectWhole()
    }

    /// It was balanced with «did not come», and whoever had been in our hands was in no count.
    @Test func aGroupIsNotBalancedWhileSomebodyOfItIsOnTheWay() throws {
        let ids = try (1...2).map { try test.waiting(.nogales, TestStore.person($0)) }
        let group = try send(ids)
        try run(HeadCount(group, .line, 1))
        try run(Receive(ids[0], nil, tag: nil))
        try run(NoShow(ids[1], .notDelivered, confirmedBy: "placa 12"))
        #expect(refusal(BalanceGroup(group, reason: "una no subió")) == .peopleOnTheWay)
        try run(Locate(ids[1], found: "no subió"))
        try run(BalanceGroup(group, reason: "una no subió"))
        try expectWhole()
    }

    /// With a concluded group nobody could be inside of it.
    @Test func whoComesBackToAConcludedGroupIsOfAGroupThatGoesOn() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let home = try test.reception(id).group
        _ = try send([id])
        try run(HeadCount(home, .line, 1))
        try run(BalanceGroup(home))
        try run(CloseGroup(home))
        try run(Locate(id, found: "no subió"))
        #expect(refusal(CloseGroup(home)) == .peopleWithoutExit)
        try run(ReleasePerson(id, Release(.ownDecision)))
        try run(CloseGroup(home))
        try expectWhole()
    }

    /// What was taken back of somebody's leaving does not put them into a group that is closed.
    @Test func whoLeftIsNotOnTheWayAgainWithAGroupThatIsBalanced() throws {
        let ids = try (1...2).map { try test.waiting(.nogales, TestStore.person($0)) }
        let group = try send(ids)
        try run(Receive(ids[0], nil, tag: nil))
        let act = try #require(try run(ReleasePerson(ids[1], Release(.ownDecision))).act)
        try run(HeadCount(group, .line, 1))
        try run(BalanceGroup(group, reason: "una se fue"))
        #expect(refusal(Undo(act)) == .somethingDependsOnIt)
    }

    /// A mistaken tick of the other point held the transfer for ever.
    @Test func anArrivalBySlipIsTakenBackAndThenTheTransfer() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let before = try test.reception(id)
        let sent = try #require(
            try run(Transfer(.people([id]), to: .tijuana, vehicle: "X")).act)
        test.pass(minutes: 3)
        let came = try #require(try run(Receive(id, nil, tag: nil)).act)
        #expect(refusal(Undo(sent)) == .somethingDependsOnIt)
        test.pass(minutes: 3)
        try run(Undo(came))
        #expect(try test.reception(id).isOnTheWay)
        #expect(
            try test.store.groups(at: .tijuana, now: test.now).map(\.group.stage) == [.announced])
        test.pass(minutes: 3)
        try run(Undo(sent))
        #expect(try test.reception(id) == before)
        try expectWhole()
    }

    /// Whom somebody counted at the line did come: the transfer stands.
    @Test func aTransferThatWasSeenToComeStands() throws {
        let ids = try (1...2).map { try test.waiting(.nogales, TestStore.person($0)) }
        let sent = try #require(
            try run(Transfer(.people(ids), to: .tijuana, vehicle: "X")).act)
        let came = try #require(try run(Receive(ids[0], nil, tag: nil)).act)
        try run(Receive(ids[1], nil, tag: nil))
        try run(Undo(came))
        #expect(refusal(Undo(sent)) == .somethingDependsOnIt)
        try expectWhole()
    }

    /// Whatever is done with people between two points, nobody is lost and every total foots.
    @Test(arguments: 1...5) func nobodyIsLostOverAnyTransfers(_ seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        func draw(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let people = try (1...6).map { try test.waiting(.nogales, TestStore.person($0)) }
        let points: [PointCode] = [.nogales, .tijuana]
        var (done, acts): (Int, [Identifier<any Act>]) = (0, [])
        for _ in 1...50 {
            let id = people[draw(people.count)]
            let act: any Act =
                switch draw(10) {
                case 0, 1, 2: Transfer(.people([id]), to: points[draw(2)], vehicle: "X")
                case 3, 4: Receive(id, nil, tag: nil)
                case 5: NoShow(id, .unknown, confirmedBy: nil)
                case 6: Locate(id, found: "x", stillComes: draw(2) == 0)
                case 7: ReleasePerson(id, Release(draw(3) == 0 ? .ownDecision : .unknown))
                default: acts.isEmpty ? Receive(id, nil) : Undo(acts[draw(acts.count)])
                }
            if let answer = try? test.perform(.act(act)), let made = answer.act {
                done += 1
                acts.append(made)
            }
            test.pass(minutes: 1)
            try expectConserved(people, points)
        }
        #expect(done > 10)
        try expectWhole()
    }

    private func expectConserved(
        _ people: [Identifier<Reception>], _ points: [PointCode]
    ) throws {
        let now = try people.map { try test.reception($0) }
        let board = try test.store.board(at: test.now).rows
        #expect(board.map(\.receivedToday).reduce(0, +) == people.count)
        let out = now.count { $0.stage == .released }
        #expect(
            board.map(\.inside).reduce(0, +) + now.count(where: \.isOnTheWay) + out == people.count)
        #expect(now.allSatisfy { $0.isInside || $0.isOnTheWay || $0.stage == .released })
        #expect(now.allSatisfy { !($0.isInside && $0.isOnTheWay) })
        var lists: [Identifier<Reception>] = []
        var footed = 0
        for point in points {
            let row = try #require(board.first { $0.point == point })
            #expect(row.inside == now.count { $0.isInside && $0.point == point })
            for line in try test.store.groups(at: point, now: test.now) {
                let counts = line.counts
                lists += try test.store.roll(of: line.id).map(\.id)
                #expect(counts.onList == counts.pending + counts.noShow + counts.received)
                #expect(counts.received == counts.inside + counts.released + counts.transferred)
                footed += counts.onList - counts.transferred
            }
        }
        #expect(lists.count == people.count && Set(lists) == Set(people))
        #expect(footed == people.count)
    }
}
