import Repatriation
import Store
import Support
import Testing

/// A parent leaves and the child stays: the parent is not held, and the child is a child alone from
/// then on.
@Suite struct LeftAloneTests {
    private let test: TestStore
    private let officer: Identifier<Officer>
    private let opi: Identifier<Officer>
    private let today = CivilDate(daysSinceEpoch: TestStore.morning.milliseconds / 86_400_000)

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1, attends: [.general, .priority])
        officer = try test.add("Tomás Toledo Vera", [.officer])
        opi = try test.add("Olga Prieto Luna", [.officer, .opi])
        try test.perform(.act(OpenDesk(at: .nogales, 2, attends: Set(Attention.allCases))), by: opi)
    }

    /// A child with mother and father, inside and asked unless it is told otherwise.
    private func family(asked: Bool = true) throws -> (
        child: Identifier<Reception>, parents: [Identifier<Reception>]
    ) {
        let people = [
            TestStore.person(1, born: 1985), TestStore.person(2, born: 2015),
            TestStore.person(3, born: 1984),
        ]
        let ids = try test.group(.nogales, people: people).1
        for id in ids { try test.perform(.act(Receive(id, .all, tag: nil))) }
        try test.perform(.act(SetFamily(ids[1], [ids[0], ids[2]], [.parent, .parent])))
        if asked {
            for id in ids {
                try test.perform(.act(Triage(id, id == ids[1] ? [] : [.smallChildren])))
            }
        }
        return (ids[1], [ids[0], ids[2]])
    }

    private func ways(_ id: Identifier<Reception>) -> [Command] {
        [
            .act(ReleasePerson(id, Release(.ownDecision))),
            .act(ReleasePerson(id, Release(.hospital))),
            .act(ReleasePerson(id, Release(.died))),
            .act(LeaveAnyway(id, Leaving(pending: [], explainedIn: "español"))),
        ]
    }

    /// Nobody said who is what to the child: while an adult of the family is inside it may be
    /// theirs, and then nobody's.
    @Test func aChildOfAFamilyWithoutToldTiesIsAloneOnceTheLastAdultLeaves() throws {
        let people = [
            TestStore.person(1, born: 1985), TestStore.person(2, born: 2015),
            TestStore.person(3, born: 1984),
        ]
        let ids = try test.group(.nogales, people: people).1
        for id in ids { try test.perform(.act(Receive(id, .all, tag: nil))) }
        try test.perform(.act(SetFamily(ids[0], [ids[1], ids[2]], [nil, nil])))
        for id in ids { try test.perform(.act(Triage(id, []))) }
        func leave(_ id: Identifier<Reception>) -> Command {
            .act(ReleasePerson(id, Release(.ownDecision)))
        }
        #expect(try test.perform(leave(ids[0])).result["leftAlone"] == [])
        #expect(try !test.reception(ids[1]).isChildAlone)
        #expect(try test.perform(leave(ids[2])).result["leftAlone"] == [.int(ids[1].value)])
        #expect(try test.reception(ids[1]).isChildAlone)
    }

    /// While another parent is inside the child stays with that one; then it is nobody's but the
    /// lane's.
    @Test(arguments: 0..<4, [true, false])
    func theChildOfAParentWhoLeavesIsAChildAlone(_ way: Int, _ isAsked: Bool) throws {
        let (child, parents) = try family(asked: isAsked)
        let first = try test.perform(ways(parents[0])[way], by: officer)
        #expect(first.result["leftAlone"] == [])
        #expect(try test.reception(child).isAccompanied)
        let last = try test.perform(ways(parents[1])[way], by: officer)
        #expect(try test.reception(parents[1]).stage == .released)
        #expect(last.result["leftAlone"] == [.int(child.value)])
        let after = try test.reception(child)
        #expect(
            after.isChildAlone && !after.isAccompanied && after.priority == "child"
                && after.stage == .waiting)
        #expect(
            try test.store.childBook(at: .nogales, .open, now: test.now).lines.map(\.with) == [nil])
        #expect(try test.store.board(at: test.now).alerts.contains { $0.code == "childWaiting" })
        let viewer = try Viewer(path: test.path)
        viewer.reader = officer
        let row = try #require(
            try viewer.queue(at: .nogales, desk: 1, now: test.now)?.rows.first { $0.id == child })
        #expect(row.isProtected && !row.name.words.es.contains("Prueba"))
        // Whoever left by slip is back, and the child accompanied as before.
        try test.perform(.act(Undo(try #require(last.act))), by: officer)
        let (back, parent) = (try test.reception(child), try test.reception(parents[1]))
        #expect(back.isAccompanied && !back.isChildAlone && parent.isInside && parent.exit == nil)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Called along with the family, at no desk: the child waited at none for ever.
    @Test(arguments: ["leaves", "doubt", "mark"])
    func aChildCalledAlongWaitsForTheLane(_ why: String) throws {
        let (child, parents) = try family()
        try test.perform(.act(ReleasePerson(parents[1], Release(.ownDecision))))
        try test.perform(.act(CallNext(at: .nogales, 1)))
        let called = try test.reception(parents[0])
        let along = try test.reception(child)
        #expect(called.desk == 1 && along.stage == .called && along.desk == nil)
        switch why {
        case "leaves":
            try test.perform(.act(ReleasePerson(parents[0], Release(.ownDecision))), by: officer)
        case "doubt":
            try test.perform(
                .act(CorrectAge(child, AgeCorrection(nil, source: .said))), by: officer)
        default: try test.perform(.act(Triage(child, [.unaccompaniedChild])), by: officer)
        }
        let after = try test.reception(child)
        #expect(after.isChildAlone && after.stage == .waiting && after.enteredAt == along.enteredAt)
        let next = try test.perform(.act(CallNext(at: .nogales, 2)), by: opi)
        #expect(next.result["reception"] == .int(child.value))
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// At another point, and not received yet: by the classes of where the child is, and the lane's
    /// when it comes.
    @Test func aChildElsewhereOrAwaitedIsAloneToo() throws {
        let adult = try test.waiting(.tijuana, TestStore.person(2, born: 1985))
        let child = try test.waiting(
            .nogales, TestStore.person(1, born: 2015), flags: [.smallChildren])
        try test.perform(.act(SetFamily(child, [adult], [.parent])))
        let awaited = try test.group(.tijuana, people: [TestStore.person(3, born: 2013)]).1[0]
        try test.perform(.act(SetFamily(awaited, [adult], [.guardian])))
        try test.perform(.act(ReleasePerson(adult, Release(.ownDecision))))
        #expect(try test.reception(child).isChildAlone)
        try test.perform(.act(Receive(awaited, .all, tag: nil)))
        #expect(
            try test.reception(awaited).stage == .waiting
                && test.reception(awaited).priority == "child")
    }

    /// A grown daughter, a niece, and a child who leaves first with the parent are nobody who is
    /// left alone.
    @Test func whoIsNotLeftAloneIsNotMarked() throws {
        let people = [1985, 2004, 2015].enumerated().map {
            TestStore.person($0.offset, born: $0.element)
        }
        let ids = try test.group(.nogales, people: people).1
        for id in ids { try test.perform(.act(Receive(id, .all, tag: nil))) }
        try test.perform(.act(SetFamily(ids[0], [ids[1], ids[2]], [.child, .nieceNephew])))
        #expect(
            try test.perform(.act(ReleasePerson(ids[0], Release(.ownDecision)))).result["leftAlone"]
                == [])
        #expect(try !test.reception(ids[1]).isChildAlone && !test.reception(ids[2]).isChildAlone)
        let (child, parents) = try family()
        try test.perform(.act(TickLane(child, .family, words)), by: opi)
        try test.perform(
            .act(SetNationality(child, .foreign, nil, motive: "m", mexicanParent: false)))
        var release = Release(.relative)
        release.receiver.parent = parents[0]
        try test.perform(.act(ReleasePerson(child, release)), by: officer)
        for id in parents {
            #expect(
                try test.perform(.act(ReleasePerson(id, Release(.ownDecision)))).result["leftAlone"]
                    == [])
        }
    }

    private var words: TickWords {
        var words = TickWords()
        words.note = "actas y respuestas iguales"
        return words
    }

    /// Nor is a parent taken off the roll call again whom a child is told to be with.
    @Test func aParentIsNotTakenOffTheRollCallFromTheirChild() throws {
        let ids = try test.group(
            .nogales, people: [TestStore.person(1, born: 1985), TestStore.person(2, born: 2015)]
        ).1
        let received = try ids.map { try test.perform(.act(Receive($0, .all, tag: nil))).act }
        let told = try #require(try test.perform(.act(SetFamily(ids[1], [ids[0]], [.parent]))).act)
        #expect(test.refusal(.act(Undo(try #require(received[0]))))?.code == .somethingDependsOnIt)
        try test.perform(.act(Undo(told)))
        try test.perform(.act(Undo(try #require(received[0]))))
        #expect(try test.reception(ids[0]).stage == .listed)
    }

    /// The Procuraduría gives a child back to a family that is here, and to nobody who has left.
    @Test func nobodyWhoHasLeftAccompaniesAgain() throws {
        let (child, parents) = try family()
        for id in parents { try test.perform(.act(ReleasePerson(id, Release(.ownDecision)))) }
        var decided = AgeCorrection(
            CivilDate(year: 2015, month: 5, day: 6), source: .procuraduria, folio: "PP-1")
        decided.isWithFamily = true
        #expect(test.refusal(.act(CorrectAge(child, decided)))?.code == .noFamilyTold)
    }
}
