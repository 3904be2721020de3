import Repatriation
import Store
import Support
import Testing

/// Water, toilets, space and places of a point are its data, and the board and the hand-over show
/// them against who is there.
@Suite struct StandardsTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1)
    }

    private func parts() throws -> StandardParts {
        try #require(
            try test.store.answer(PanelOf(.nogales).reading, for: .program, at: test.now).standards)
    }

    private func lines() throws -> [String] { try parts().lines(at: test.now).map(\.es) }

    private func announce(_ count: Int?) throws {
        var words = Announcement()
        words.count = count
        try test.perform(.act(AnnounceGroup(.nogales, words)))
    }

    @Test func nothingIsKnownOfAPointThatNobodyDescribed() throws {
        #expect(try lines() == ["agua, baños, m², lugares: sin dato"])
    }

    @Test func aCountHoldsUntilTheNextAndUndoGivesTheEarlierBack() throws {
        _ = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(CountWater(at: .nogales, litres: 40)))
        test.pass(minutes: 5)
        let second = try #require(try test.perform(.act(CountWater(at: .nogales, litres: 8))).act)
        #expect(try parts().litres == 8)
        try test.perform(.act(Undo(second)))
        #expect(try parts().litres == 40)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    @Test func whoIsExpectedDrinksAndWhoStaysOverADayDrinksMore() throws {
        let people = try (1...4).map { try test.waiting(.nogales, TestStore.person($0)) }
        #expect(people.count == 4)
        try test.perform(.act(CountWater(at: .nogales, litres: 100)))
        try announce(20)
        try announce(nil)
        let first = try parts().presence
        #expect((first.ofADay, first.longer, first.expected) == (4, 0, 20))
        #expect(first.groupsWithoutCount == 1)
        test.pass(minutes: 1441)
        _ = try test.waiting(.nogales, TestStore.person(5))
        let later = try parts().presence
        #expect((later.ofADay, later.longer, later.expected) == (1, 4, 0))
    }

    /// Whoever stands on a list that is being called comes too, and no longer than until received.
    @Test func whoIsOnAListAndNotReceivedComes() throws {
        let (_, people) = try test.group(.nogales, people: (1...5).map { TestStore.person($0) })
        try test.perform(.act(CountWater(at: .nogales, litres: 10_000)))
        #expect(try parts().presence.expected == 5)
        #expect(try lines()[0].hasPrefix("agua: alcanza para más de 3 días con quien"))
        try test.perform(.act(Receive(people[0], .all, tag: nil)))
        try test.perform(.act(NoShow(people[1], .unknown, confirmedBy: nil)))
        let presence = try parts().presence
        #expect((presence.inside, presence.expected, presence.groupsWithoutCount) == (1, 3, 0))
    }

    /// What a point has is a count like that of the water: a slip is taken back, a name is not.
    @Test func aSlipInWhatAPointHasIsTakenBackAndNothingElseOfThePoint() throws {
        let slip = try #require(
            try test.perform(.act(SetPoint(.nogales, ["area": .int(9)]))).act)
        let later = try #require(
            try test.perform(.act(SetPoint(.nogales, ["area": .int(90)]))).act)
        #expect(test.refusal(.act(Undo(slip)))?.code == .somethingDependsOnIt)
        try test.perform(.act(Undo(later)))
        try test.perform(.act(Undo(slip)))
        #expect(try parts().area == nil)
        let named = try #require(
            try test.perform(
                .act(SetPoint(.nogales, ["area": .int(9), "municipality": .text("Otro")]))
            ).act)
        #expect(test.refusal(.act(Undo(named)))?.code == .notUndoable)
    }

    @Test func aPointIsAmendedAndWhatIsEmptiedIsUnknownAgain() throws {
        _ = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(
            .act(
                SetPoint(
                    .nogales,
                    [
                        "toiletsWomen": .int(2), "toiletsMen": .int(1), "area": .int(7),
                        "places": .int(9),
                    ])))
        let known = try parts()
        #expect(known.toMensToilet == 1 && known.toWomensToilet == 0)
        #expect(known.areaTenths == 70 && known.placesFree == 8)
        try test.perform(.act(SetPoint(.nogales, ["area": .null, "toiletsMen": .null])))
        #expect(try parts().area == nil && parts().toiletsMen == nil)
        for wrong in [-1, 100_000] {
            let refused = test.refusal(.act(SetPoint(.nogales, ["area": .int(wrong)])))
            #expect(refused == Refusal(.invalidValue, ["field": "area"]))
        }
    }

    @Test func theHandOverSaysThemToo() throws {
        try test.perform(.act(SetPoint(.nogales, ["places": .int(9)])))
        let view = try test.store.ask(HandOverOf(.nogales).reading, at: test.now)
        #expect(view.standardLines.map(\.es).contains("lugares libres 9 de 9"))
        #expect(view.contingencies.suffix(2).map(\.es).first == "lugares libres 9 de 9")
    }

    /// Whoever does not attend people is told of none.
    @Test(arguments: [OfficerRole.beta, .liaison, .auditor])
    func theyAreForThoseWhoAttendPeople(_ role: OfficerRole) throws {
        try test.perform(.act(CountWater(at: .nogales, litres: 8)))
        let viewer = try Viewer(path: test.path)
        viewer.reader = try test.officer(with: role)
        let panel = try test.store.answer(
            PanelOf(.nogales).reading, for: .officer(try #require(viewer.reader)), at: test.now)
        #expect(panel.standards == nil && panel.check == nil && panel.desks.isEmpty)
        #expect(test.refusal(.act(CountWater(at: .nogales, litres: 1)), by: viewer.reader) != nil)
    }
}
