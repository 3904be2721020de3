import Repatriation
import Store
import Support
import Testing

/// An exit that was noted by mistake, of somebody who is still here, has a way back.
@Suite struct MistakenExitTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 2)
    }

    private func leaves(
        _ id: Identifier<Reception>, _ how: Exit = .bus
    ) throws -> Identifier<any Act> {
        try #require(try test.perform(.act(ReleasePerson(id, Release(how)))).act)
    }

    private func holds() throws {
        #expect(
            try test.store.verify(quick: false)
                == .holds(events: try test.store.figures().events))
    }

    /// As they were: the number, the stage, the desk, and nothing of the exit.
    @Test(arguments: [Stage.waiting, .called, .inInterview])
    func whoIsStillHereComesBackAsTheyWere(_ stage: Stage) throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        if stage != .waiting { try test.perform(.act(CallPerson(id, desk: 1, reason: "prueba"))) }
        if stage == .inInterview { try test.perform(.act(StartInterview(id, desk: 1))) }
        let before = try test.reception(id)
        let act = try leaves(id)
        try test.perform(.act(Undo(act)))
        var after = try test.reception(id)
        #expect(before.stage == stage)
        // What is counted of an exit follows from the rest.
        after.countedDestination = before.countedDestination
        #expect(after == before)
        try holds()
        #expect(try leaves(id) != act)
    }

    @Test func aNumberThatIsSomebodyElsesKeepsTheExit() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let act = try leaves(id)
        var alike = TestStore.person(1)
        alike.curp = nil
        let again = try test.waiting(.nogales, alike)
        try test.perform(.act(LinkPerson(again, to: try test.reception(id).person)))
        #expect(test.refusal(.act(Undo(act)))?.code == .somethingDependsOnIt)
        try holds()
    }

    /// A child who was handed over, and whoever left with something pending, do not come back by a
    /// key.
    @Test func whoNeededMoreThanAKeyDoesNotComeBackByOne() throws {
        let open = try test.waiting(.nogales, TestStore.person(3), flags: [.medical])
        let pending = try test.perform(
            .act(
                LeaveAnyway(
                    open, Release(.ownDecision), pending: [.medical], explainedIn: "español",
                    reason: nil)))
        if let act = pending.act { #expect(test.refusal(.act(Undo(act))) != nil) }
        try holds()
    }

    @Test func afterTenMinutesItIsTooLate() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let act = try leaves(id)
        test.pass(minutes: 11)
        #expect(test.refusal(.act(Undo(act)))?.code == .tooLate)
    }
}
