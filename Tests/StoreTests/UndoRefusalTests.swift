import Repatriation
import Store
import Support
import Testing

/// What is not taken back says why, what depends on it, and what to do instead.
@Suite struct UndoRefusalTests {
    private func refused(_ scene: SlipScene, _ act: any Act, by who: Identifier<Officer>? = nil)
        throws -> Refusal
    {
        let done = try #require(try scene.test.perform(.act(act), by: who).act)
        return try #require(scene.test.refusal(.act(Undo(done)), by: who))
    }

    /// A kind that nobody had decided about was refused without a word of why.
    @Test(arguments: EventKind.allCases)
    func everyKindIsTakenBackOrSaysWhyNot(_ kind: EventKind) {
        guard case .lasts(let reason) = kind.undo else { return }
        let refusal = Refusal(.notUndoable, ["reason": .string(reason.rawValue)])
        #expect(refusal.sentence.es.hasSuffix(reason.label.es))
        #expect(refusal.sentence.en.hasSuffix(reason.label.en))
        #expect(!refusal.sentence.es.contains("{") && !refusal.sentence.en.contains("{"))
    }

    @Test(arguments: Dependence.allCases)
    func whatDependsIsSaidInWords(_ dependence: Dependence) {
        let refusal = Refusal(.somethingDependsOnIt, ["depends": .string(dependence.rawValue)])
        #expect(refusal.sentence.es.contains(dependence.label.es))
        #expect(EventKind(rawValue: dependence.rawValue) == nil)
    }

    /// Something outside the store has happened, or another rule holds it.
    @Test func whatLastsSaysWhatToDoInstead() throws {
        let scene = try SlipScene()
        let person = try scene.registered()
        let cases: [(any Act, Lasting)] = [
            (SaveProfile(person, [.stay: "years1to5", .destination: "JC"]), .interview),
            (ClaimProperty(person, PropertyClaimed([.money])), .paper),
            (RecordInquiry(at: .nogales, visitor: "Visita", asksFor: "Nadie"), .gate),
            (HeadCount(scene.group, .line, 2), .group),
            (ReleasePerson(scene.waiting, Release(.unknown)), .alarm),
            (PauseDesk(at: .nogales, 2, reason: nil), .shift),
            (SetStock(at: .nogales, .water, count: 4), .setting),
        ]
        for (act, reason) in cases {
            let refusal = try refused(scene, act)
            #expect(refusal.code == .notUndoable, "\(act)")
            #expect(refusal.details["reason"] == .string(reason.rawValue), "\(act)")
        }
        try scene.run(SetNationality(person, .accredited, .passport))
        let paper = try refused(scene, IssueCertificate(of: person))
        #expect(paper.details["reason"] == "paper")
    }

    /// «Undo the latest first», and nobody said what that was.
    @Test func whatDependsIsNamedWithItsHour() throws {
        let scene = try SlipScene()
        let test = scene.test
        let placed = try #require(try scene.run(SetPlace(scene.waiting, .roomA)).act)
        test.pass(minutes: 1)
        try scene.run(SetPlace(scene.waiting, .roomB))
        let refusal = try #require(test.refusal(.act(Undo(placed))))
        #expect(refusal.code == .somethingDependsOnIt)
        #expect(refusal.details == ["depends": "placed", "hour": "10:01"])
        #expect(
            refusal.sentence.es
                == "Después de eso: lugar anotado, 10:01. Deshaga o corrija eso primero.")
        let asked = try #require(
            try scene.run(SetFamily(scene.waiting, [scene.listed], [.spouse])).act)
        try scene.run(CallPerson(scene.waiting, desk: 2, reason: "x"))
        let family = try #require(test.refusal(.act(Undo(asked))))
        #expect(family.details["depends"] == "called" && family.details["desk"] == 2)
        #expect(family.sentence.es.contains("llamada a la ventanilla 2, 10:01"))
    }

    /// Somebody who was made never to have come stayed with a bag, a place and a family.
    @Test func whatRestsOnAnActByItsKindIsNamedToo() throws {
        let next: [(EventKind, (SlipScene) -> any Act)] = [
            (.placed, { SetPlace($0.listed, .roomA) }),
            (.helpGiven, { GiveHelp(to: .people([$0.listed]), HelpGiven([.water])) }),
            (.bagKept, { KeepBag(of: $0.listed, .leftBehind, shelf: "A1") }),
            (.noticeGiven, { GiveNotice($0.listed, version: 1, .read) }),
            (.missing, { ReleasePerson($0.listed, Release(.unknown)) }),
        ]
        for (kind, act) in next {
            let scene = try SlipScene()
            let received = try #require(try scene.run(Receive(scene.listed, .all)).act)
            let later = try #require(try scene.run(act(scene)).act)
            let refusal = scene.test.refusal(.act(Undo(received)))
            #expect(refusal?.details["depends"] == .string(kind.rawValue))
            // The last first, and nothing stands in the way.
            guard kind.undo == .back else { continue }
            try scene.run(Undo(later))
            try scene.run(Undo(received))
            #expect(try scene.test.reception(scene.listed).stage == .listed)
        }
    }

    /// Taken over meanwhile: the person would have come to stand at the other's desk.
    @Test func anInterviewThatAnotherTookOverIsNotTakenBack() throws {
        let scene = try SlipScene()
        let test = scene.test
        let other = try test.add("Otra Oficial Prueba", [.officer])
        try test.perform(.act(CloseDesk(at: .nogales, 2)))
        try test.perform(.act(OpenDesk(at: .nogales, 2, attends: nil)), by: other)
        let begun = try #require(try scene.run(StartInterview(scene.called, desk: 1)).act)
        test.pass(minutes: 3)
        try test.perform(.act(TakeOver(scene.called, desk: 2)), by: other)
        try test.perform(.act(CallPerson(scene.waiting, desk: 2, reason: "x")), by: other)
        #expect(test.refusal(.act(Undo(begun)))?.details["depends"] == "takenOver")
    }

    /// What whoever takes back may not know of stands in the way without a name.
    @Test func whatDependsIsNotNamedToWhoMayNotKnowOfIt() throws {
        let scene = try SlipScene()
        let test = scene.test
        let beta = try test.officer(with: .officer)
        let added = try test.perform(
            .act(AddOffList(scene.group, TestStore.person(9))), by: beta)
        let id = Identifier<Reception>(try #require(added.result["reception"]?.integer))
        var words = TickWords()
        words.named = test.lead
        try scene.run(TickLane(id, .named, words))
        let act = try #require(added.act)
        #expect(test.refusal(.act(Undo(act)), by: beta)?.details == ["depends": "later"])
        #expect(test.refusal(.act(Undo(act)))?.details["depends"] == "laneTicked")
    }

    /// A child who left is received anew, by whoever sees them; nobody takes the exit back.
    @Test func aChildsExitIsNotTakenBack() throws {
        let scene = try SlipScene()
        let test = scene.test
        let other = try test.add("Otra Jefa Prueba", [.officer, .lead])
        let child = try scene.child()
        try test.prepareHandOver(child)
        var release = Release(.dif)
        (release.receiver.institution, release.receiver.name) = ("DIF Sonora", "Inés Inventada")
        (release.receiver.credential, release.receiver.plate) = ("4471", "a pie")
        let asked = try test.perform(.act(ReleasePerson(child, release)))
        let left = try test.perform(.act(Confirm(try #require(asked.act))), by: other)
        #expect(try test.reception(child).stage == .released)
        let act = try #require(left.act)
        let refusal = try #require(test.refusal(.act(Undo(act)), by: other))
        #expect(refusal.code == .notUndoable && refusal.details["reason"] == "child")
        #expect(refusal.sentence.es.contains("F6, «a»"))
    }

    /// An exit stays where the group is closed, or the person is inside again.
    @Test func anExitStaysOnceSomethingRestsOnIt() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let (group, ids) = try test.group(.nogales, people: [TestStore.person(1)])
        try test.perform(.act(Receive(ids[0], .all)))
        try test.perform(.act(HeadCount(group, .line, 1)))
        try test.perform(.act(HeadCount(group, .room, 1)))
        try test.perform(.act(BalanceGroup(group, reason: nil)))
        let left = try test.perform(.act(ReleasePerson(ids[0], Release(.ownDecision))))
        let act = try #require(left.act)
        let again = try test.waiting(.nogales, TestStore.person(1))
        let own = try test.reception(again).person
        try test.perform(.act(LinkPerson(again, try test.reception(ids[0]).person)))
        #expect(
            test.refusal(.act(Undo(act)))?.details == ["depends": "insideElsewhere"])
        try test.perform(.act(UnlinkPerson(of: again)))
        #expect(try test.reception(again).person != own)
        try test.perform(.act(CloseGroup(group)))
        #expect(test.refusal(.act(Undo(act)))?.details == ["depends": "groupSettled"])
        try test.perform(.act(ReopenGroup(group, reason: "falta")))
        try test.perform(.act(Undo(act)))
        #expect(try test.reception(ids[0]).stage == .received)
    }

    /// Nobody but who did it, or leads, brings somebody back.
    @Test func anothersExitIsBroughtBackByTheLeadAlone() throws {
        let scene = try SlipScene()
        let test = scene.test
        let (one, two) = (
            try test.add("Una Oficial Prueba", [.officer]),
            try test.add("Dos Oficial Prueba", [.officer])
        )
        let left = try test.perform(
            .act(ReleasePerson(scene.waiting, Release(.ownDecision))), by: one)
        let act = try #require(left.act)
        #expect(test.refusal(.act(Undo(act)), by: two)?.code == .notAllowed)
        try test.perform(.act(Undo(act)))
        #expect(try test.reception(scene.waiting).stage == .waiting)
        let again = try test.perform(
            .act(ReleasePerson(scene.waiting, Release(.ownDecision))), by: one)
        test.pass(minutes: 11)
        #expect(test.refusal(.act(Undo(try #require(again.act))), by: one)?.code == .tooLate)
    }
}

/// Random acts on random states: each that is taken back leaves everything as it was.
@Suite struct UndoWalkTests {
    @Test(arguments: 1...6)
    func undoOfAnyActGivesBackWhatWasBefore(_ seed: Int) throws {
        let test = try TestStore()
        var walk = RandomWalk(seed: seed, test: test, stores: [test.store])
        var taken = 0
        try walk.run(steps: 160, before: { try TableText(test.path) }) { before, answer in
            guard let answer, let act = answer.act,
                !answer.events.contains(where: { $0.kind == .undone })
            else { return }
            guard let refusal = test.refusal(.act(Undo(act))) else {
                taken += 1
                let differing = try TableText(test.path).differing(from: before)
                #expect(differing.isEmpty, "\(answer): \(differing.joined(separator: "\n"))")
                return
            }
            let known: [Refusal.Code] = [
                .notUndoable, .somethingDependsOnIt, .childLaneStays, .laneOnly, .noPlace,
            ]
            #expect(known.contains(refusal.code), "\(answer): \(refusal)")
            #expect(refusal.code != .notUndoable || refusal.details["reason"] != nil)
            #expect(refusal.code != .somethingDependsOnIt || refusal.details["depends"] != nil)
        }
        #expect(taken > 15)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }
}
