import Repatriation
import Store
import Support
import Testing

/// People go from one point of a store to another: on one list at any time, counted once, and looked
/// for where they do not come.
@Suite struct TransferTests: RoadCase {
    let test: TestStore

    init() throws { test = try Self.twoPoints() }

    private func refusal(_ act: any Act) -> Refusal.Code? { test.refusal(.act(act))?.code }

    private func expectWhole() throws {
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    private func send(
        _ people: [Identifier<Reception>], to point: PointCode = .tijuana, due minutes: Int? = nil
    ) throws -> Identifier<Group> {
        var act = Transfer(.people(people), to: point, vehicle: "SON-1234")
        act.expectedAt = minutes.map { test.now.adding(minutes: $0) }
        act.mode = .van
        return Identifier(try #require(try run(act).result["group"]?.integer))
    }

    private func counts(_ group: Identifier<Group>) throws -> GroupCounts {
        let look: Reading<GroupLine?> = .group(group)
        return try #require(try test.store.ask(look, at: test.now)).counts
    }

    private func queued(_ point: PointCode) throws -> Set<Identifier<Reception>> {
        Set(try test.store.queue(at: point, desk: 1, now: test.now)?.rows.map(\.id) ?? [])
    }

    @Test func whoeverIsSentStandsOnTheOtherPointsListAndIsReceivedThereByRollCall() throws {
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.older])
        try run(SetRoute(id, .stays))
        let before = try test.reception(id)
        test.pass(minutes: 5)
        let group = try send([id])
        let sent = try test.reception(id)
        #expect(sent.point == .tijuana && sent.stage == .listed && sent.ticket == nil)
        #expect(try queued(.nogales).isEmpty && queued(.tijuana).isEmpty)
        #expect(try test.store.roll(of: group).map(\.id) == [id])
        #expect(try test.store.groups(at: .tijuana, now: test.now).map(\.id) == [group])
        test.pass(minutes: 90)
        try run(Receive(id, nil, tag: nil))
        let after = try test.reception(id)
        #expect(after.stage == .waiting && after.enteredAt == before.enteredAt)
        #expect(after.flags == [.older] && after.serviceRoute == .stays)
        #expect(after.receivedAt == before.receivedAt && after.receivedDay == before.receivedDay)
        #expect(after.counted == before.counted && after.ticket == 1 && !after.isOnTheWay)
        #expect(try queued(.tijuana) == [id])
        // Counted once, where the hand-over was; each group foots.
        let board = try test.store.board(at: test.now)
        #expect(board.rows.map(\.receivedToday).reduce(0, +) == 1)
        #expect(board.rows.first { $0.point == .nogales }?.receivedToday == 1)
        let home = try counts(before.group)
        #expect(home.onList == 1 && home.received == 1 && home.transferred == 1)
        #expect(home.inside == 0 && home.pending == 0)
        let there = try counts(group)
        #expect(there.onList == 1 && there.received == 1 && there.inside == 1)
        try expectWhole()
    }

    @Test func theFirstGroupIsConcludedAndTheOtherBalancedWithoutAnAuthority() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let home = try test.reception(id).group
        let group = try send([id])
        try run(HeadCount(home, .line, 1))
        try run(BalanceGroup(home))
        try run(CloseGroup(home))
        try run(HeadCount(group, .line, 1))
        #expect(refusal(BalanceGroup(group)) == .peopleNotAccounted)
        try run(Receive(id, nil, tag: nil))
        try run(BalanceGroup(group))
        #expect(refusal(CloseGroup(group)) == .peopleWithoutExit)
        try expectWhole()
    }

    /// Anybody could be put into a family, and a mother went while her child stayed with him.
    @Test func aChildDoesNotStayWithWhomeverSomebodyPutIntoTheFamily() throws {
        let child = try test.waiting(.nogales, TestStore.person(1, born: 2014))
        let mother = try test.waiting(.nogales, TestStore.person(2))
        let stranger = try test.waiting(.nogales, TestStore.person(3))
        try run(SetFamily(mother, [child], [.child]))
        let go = Transfer(.people([mother]), to: .tijuana, vehicle: "X")
        #expect(refusal(go) == .childLeftBehind)
        try run(SetFamily(mother, [stranger], [.unrelated]))
        #expect(refusal(go) == .childLeftBehind)
    }

    /// A year mistyped: nobody would be missed for the rest of it.
    @Test(arguments: [-60, 1441, 525_600]) func anHourFarOffIsNone(_ minutes: Int) throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        var go = Transfer(.people([id]), to: .tijuana, vehicle: "X")
        go.expectedAt = test.now.adding(minutes: minutes)
        #expect(refusal(go) == .invalidValue)
        go.expectedAt = test.now.adding(minutes: 1440)
        #expect(refusal(go) == nil)
    }

    /// The refusal of a whole group says whom it is about.
    @Test func whoMayNotTravelIsNamedByNumber() throws {
        let first = try test.waiting(.nogales, TestStore.person(1))
        let second = try test.waiting(.nogales, TestStore.person(2))
        try run(CallPerson(second, desk: 1, reason: "prueba"))
        let ticket = try #require(try test.reception(second).ticket)
        let why = test.refusal(
            .act(Transfer(.people([first, second]), to: .tijuana, vehicle: "X")))
        #expect(why?.sentence.es.hasPrefix("Ficha \(ticket), ") == true)
    }

    /// Nobody who was not asked travels, nor whoever is at a desk, in danger, kept by a term or a
    /// child alone.
    @Test func whoeverMayNotTravelStays() throws {
        let listed = try test.group(.nogales, people: [TestStore.person(1)]).1[0]
        let go = { (id: Identifier<Reception>) in
            Transfer(.people([id]), to: .tijuana, vehicle: "X")
        }
        #expect(refusal(go(listed)) == .cannotTravel)
        try run(Receive(listed, .all, tag: nil))
        #expect(refusal(go(listed)) == .cannotTravel)
        try run(Triage(listed, [.vitalEmergency]))
        #expect(refusal(go(listed)) == .hospitalFirst)
        let called = try test.waiting(.nogales, TestStore.person(2))
        try run(CallPerson(called, desk: 1, reason: "prueba"))
        #expect(refusal(go(called)) == .cannotTravel)
        let child = try test.waiting(.nogales, TestStore.person(3, born: 2014))
        #expect(refusal(go(child)) == .childTravelsWithFamily)
        let adult = try test.waiting(.nogales, TestStore.person(4))
        #expect(
            refusal(Transfer(.people([adult]), to: .nogales, vehicle: "X")) == .alreadyThere)
        try run(SetFamily(adult, [child], [.child]))
        #expect(refusal(go(adult)) == .childLeftBehind)
        // Together only once somebody of child protection said that they are the child's family.
        #expect(
            refusal(Transfer(.people([adult, child]), to: .tijuana, vehicle: "X"))
                == .childTravelsWithFamily)
        try expectWhole()
    }

    @Test func aTransferIsTakenBackWhileNobodyHasSeenItCome() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let before = try test.reception(id)
        let act = Transfer(.people([id]), to: .tijuana, vehicle: "X")
        let first = try #require(try run(act).act)
        try run(Undo(first))
        #expect(try test.reception(id) == before)
        #expect(try queued(.nogales) == [id])
        #expect(
            try test.store.groups(at: .tijuana, now: test.now).map(\.group.stage) == [.concluded])
        let second = try #require(try run(act).act)
        try run(Receive(id, nil, tag: nil))
        #expect(refusal(Undo(second)) == .somethingDependsOnIt)
        try expectWhole()
    }

    @Test func whoeverDoesNotComeRingsAtBothPoints() throws {
        let ids = try (1...2).map { try test.waiting(.nogales, TestStore.person($0)) }
        _ = try send(ids, due: 120)
        func ringing() throws -> [PointCode] {
            try test.store.board(at: test.now).alerts.filter { $0.kind == .transferLate }
                .map(\.point).sorted()
        }
        test.pass(minutes: 180)
        #expect(try ringing().isEmpty)
        test.pass(minutes: 1)
        #expect(try ringing() == [.nogales, .tijuana])
        try run(Receive(ids[0], nil, tag: nil))
        try run(NoShow(ids[1], .notDelivered, confirmedBy: "placa 12"))
        #expect(try test.reception(ids[1]).isUnlocated)
        #expect(try ringing() == [.nogales, .tijuana])
        try run(Locate(ids[1], found: "se quedó en Nogales"))
        #expect(try ringing().isEmpty)
        // Found where they had left: there they wait as before.
        #expect(try queued(.nogales) == [ids[1]] && queued(.tijuana) == [ids[0]])
        try expectWhole()
    }

    @Test func whoIsOnTheWayIsHandedOverByNumber() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let ticket = try #require(try test.reception(id).ticket)
        let group = try send([id], due: 60)
        func departures() throws -> [Departure] {
            try test.store.ask(HandOverOf(.nogales).reading, at: test.now).departures
        }
        let left = try #require(try departures().first)
        #expect(left.group == group && left.to == .tijuana && left.tickets == [ticket])
        #expect(left.vehicle == "SON-1234" && left.sentence.es.contains("SON-1234"))
        try run(Receive(id, nil, tag: nil))
        #expect(try departures().isEmpty)
    }

    @Test func nobodyIsPutOnAListThatAnotherPointSends() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let group = try send([id])
        #expect(refusal(AddToList(group, [TestStore.person(2)])) == .fromAnotherPoint)
        #expect(refusal(AddOffList(group, TestStore.person(2))) == .fromAnotherPoint)
    }

}

/// Lists that an authority was given, and the services that people want.
@Suite struct SharedListTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    @Test func whatAnAuthorityWasGivenStaysOnRecord() throws {
        let group = try test.group(.nogales, people: [TestStore.person(1)]).0
        let act = ShareGroup(
            group, with: "Fiscalía inventada", basis: "oficio 12", [.name, .birthDate])
        let answer = try test.perform(.act(act))
        #expect(answer.result["people"]?.integer == 1)
        let undo = try #require(answer.act)
        #expect(test.refusal(.act(Undo(undo)))?.code == .notUndoable)
        #expect(
            test.refusal(.act(ShareGroup(group, with: "x", basis: "y", [])))?.code == .missingField)
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    /// Name, birth date and CURP; a mark, an address or a US number is no field of such a list.
    @Test(arguments: ["flags", "alienNumber", "notes", "sex"])
    func nothingElseIsShared(_ field: String) throws {
        let line: JSON = [
            "do": "groupShared", "group": 1, "with": "x", "basis": "y",
            "fields": [.string(field)],
        ]
        let refusal = #expect(throws: Refusal.self) { try Acts.read(.groupShared, line) }
        #expect(refusal?.code == .unknownCode)
    }

    @Test func servicesAreCountedOfThoseInside() throws {
        try test.open(.nogales, desks: 1)
        let ids = try (1...3).map { try test.waiting(.nogales, TestStore.person($0)) }
        for id in ids { try test.perform(.act(SetRoute(id, .cardOnly))) }
        try test.perform(.act(SetRoute(ids[0], .stays)))
        func routes() throws -> RouteCounts? {
            try test.store.board(at: test.now).rows.first { $0.point == .nogales }?.routes
        }
        #expect(try routes()?[.stays] == 1 && routes()?[.cardOnly] == 2)
        #expect(try routes()?.words.es == "servicios: se queda 1 · sólo constancia 2")
        try test.perform(.act(ReleasePerson(ids[0], Release(.ownDecision))))
        #expect(try routes()?[.stays] == 0)
        let hand = try test.store.ask(HandOverOf(.nogales).reading, at: test.now)
        #expect(hand.remains.routes[.cardOnly] == 2)
    }
}
