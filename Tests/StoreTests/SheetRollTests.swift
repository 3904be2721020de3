import Repatriation
import Store
import Support
import Testing

/// A roll call that was done on paper: the exceptions and the count in the room, whole or not at
/// all.
@Suite struct SheetRollTests {
    private let test: TestStore
    private let group: Identifier<Group>
    private let people: [Identifier<Reception>]

    init() throws {
        let test = try TestStore()
        self.test = test
        try test.open(.nogales, desks: 1)
        (group, people) = try test.group(
            .nogales, people: (1...46).map { TestStore.person($0) })
    }

    private func expectWhole() throws {
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }

    /// Forty-six people in sixteen keys: the night of the sketches.
    @Test func fortySixPeopleAreReceivedByTheExceptionsOfTheirSheet() throws {
        let typed = "19x3 30x1 21v 22v 25v"
        let exceptions = try #require(RollException.read(typed))
        let act = RollFromSheet(
            group, room: 44, .all, exceptions, confirmedBy: "Agente inventado 4471")
        let answer = try test.perform(.act(act))
        #expect(answer.result["received"] == 44 && answer.result["noShow"] == 2)
        let counts = try #require(try test.store.group(group)?.counts)
        #expect(counts.received == 44 && counts.noShow == 2 && counts.pending == 0)
        let tickets = try people.map { try test.reception($0).ticket }
        #expect(tickets[18] == nil && tickets[29] == nil)
        #expect(tickets.compactMap { $0 } == Array(1...44))
        #expect(try test.reception(people[18]).isUnlocated)
        #expect(try !test.reception(people[29]).isUnlocated)
        #expect(try test.reception(people[20]).belongings == Belongings.none)
        #expect(try test.reception(people[0]).belongings == .all)
        let kept = try #require(try test.store.group(group)?.group)
        #expect(kept.room == 44 && kept.stage == .arrived && kept.arrivedAt == test.now)
        try expectWhole()
    }

    @Test(arguments: [43, 45, 46]) func aCountThatDoesNotAgreeReceivesNobody(_ room: Int) throws {
        let act = RollFromSheet(
            group, room: room, .all, [RollException(19, .unknown), .init(30, .unknown)])
        #expect(
            test.refusal(.act(act))
                == Refusal(.sheetDoesNotAgree, ["room": .int(room), "present": 44]))
        #expect(try test.store.group(group)?.counts.pending == 46)
    }

    /// What was ticked on the screen meanwhile stays as it is, and is counted.
    @Test func twoOfficersOneList() throws {
        try test.perform(.act(Receive(people[0], .part, tag: nil)))
        try test.perform(.act(NoShow(people[1], .unknown, confirmedBy: nil)))
        try test.perform(.act(RollFromSheet(group, room: 45, nil, [])))
        #expect(try test.reception(people[0]).belongings == .part)
        #expect(try test.reception(people[2]).belongings == nil)
        #expect(try test.store.group(group)?.counts.received == 45)
        try expectWhole()
    }

    @Test func aNumberThatIsNotWaitingIsNamed() throws {
        try test.perform(.act(Receive(people[0], .all, tag: nil)))
        for (number, code) in [(1, Refusal.Code.notOnSheet), (47, .notOnSheet)] {
            let act = RollFromSheet(group, room: 46, .all, [RollException(number, .part)])
            #expect(test.refusal(.act(act)) == Refusal(code, ["number": .int(number)]))
        }
        let twice = [RollException(2, .part), RollException(2, .hadNone)]
        #expect(
            test.refusal(.act(RollFromSheet(group, room: 46, .all, twice)))?.code == .numberTwice)
    }

    @Test func anotherBusOnTheSameListIsOnlyTheRest() throws {
        try test.perform(.act(RollFromSheet(group, room: 46, .all, [])))
        let again = try test.perform(.act(RollFromSheet(group, room: 46, .all, [])))
        #expect(again.result["received"] == 0)
        try expectWhole()
    }

    /// By the hour on a sheet of the drawer, all at once.
    @Test func theHourOfTheSheetIsEverybodys() throws {
        let reserved = try test.perform(
            .act(ReserveFolios(at: .nogales, [ReservedSheets(.rollCall, 1)])))
        let folio = try #require((reserved.result as? Reserved)?.folios.first)
        let then = test.now.adding(minutes: 5)
        test.pass(minutes: 150)
        let act = RollFromSheet(group, room: 46, .all, [])
        try test.perform(Command(act: act, from: FromPaper(sheet: folio, at: then)))
        for person in people { #expect(try test.reception(person).receivedAt == then) }
        #expect(try test.store.group(group)?.group.arrivedAt == then)
        try expectWhole()
    }

    @Test(arguments: [
        ("", 0), ("19x3 30x1 21v", 3), ("1p,2s;3t", 3), ("12P", 1),
    ]) func whatAnOfficerTypesIsRead(_ text: String, _ count: Int) {
        #expect(RollException.read(text)?.count == count)
    }

    @Test(arguments: ["x3", "19", "19x", "19x4", "19q", "19vv", "0p", "p19", "19x3x1", "10000p"])
    func whatIsNoMarkIsNotGuessed(_ text: String) {
        #expect(RollException.read(text) == nil)
    }
}

/// A sheet that was typed in by slip is taken back as it came: all at once.
@Suite struct SheetRollUndoTests {
    @Test func aSheetTypedBySlipIsTakenBackWhole() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let (group, people) = try test.group(
            .nogales, people: (1...5).map { TestStore.person($0) })
        let act = RollFromSheet(group, room: 4, .all, [RollException(2, .unknown)])
        let done = try #require(try test.perform(.act(act)).act)
        try test.perform(.act(Undo(done)))
        for person in people { #expect(try test.reception(person).stage == .listed) }
        #expect(try test.store.group(group)?.counts.pending == 5)
        // Once somebody was asked something it rests on the sheet.
        let again = try #require(try test.perform(.act(act)).act)
        try test.perform(.act(Triage(people[0], [])))
        #expect(test.refusal(.act(Undo(again)))?.code == .somethingDependsOnIt)
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
    }
}
