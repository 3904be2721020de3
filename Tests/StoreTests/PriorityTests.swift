import Repatriation
import SQLite
import Store
import Support
import Testing

/// Somebody who waits is moved to another class with a written reason, and nobody's protection is
/// lifted by it.
@Suite struct PriorityTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1, attends: Set(Attention.allCases))
    }

    private func person(_ number: Int, _ flags: Set<Flag> = [], born year: Int = 1990) throws
        -> Identifier<Reception>
    { try test.waiting(.nogales, TestStore.person(number, born: year), flags: flags) }

    private func move(_ id: Identifier<Reception>, _ given: GivenClass) -> Command {
        .act(SetPriority(id, given, reason: "lo pide salud"))
    }

    /// Whoever was moved is called first, and waits since they came.
    @Test(arguments: GivenClass.allCases) func theWaitStaysAndTheClassIsThePoints(
        _ given: GivenClass
    ) throws {
        let first = try person(1)
        test.pass(minutes: 10)
        let id = try person(2, [.smallChildren])
        let before = try test.reception(id)
        test.pass(minutes: 5)
        try test.perform(move(id, given))
        let after = try test.reception(id)
        let expected = PriorityClass.shipped.first { $0.code == given.rawValue }
        #expect(after.priority == given.rawValue && after.tier == expected?.tier)
        #expect(after.target == expected?.targetMinutes)
        #expect(after.enteredAt == before.enteredAt && after.flags == before.flags)
        #expect(after.stage == .waiting && after.ticket == before.ticket)
        #expect(after.priorityReason == (given == .family ? nil : "lo pide salud"))
        let next = try test.perform(.act(CallNext(at: .nogales, 1))).result["reception"]?.integer
        #expect(next == (after.tier == 2 && given != .family ? first.value : next))
        if after.tier != 2 { #expect(next == id.value) }
    }

    @Test func aReasonIsWritten() throws {
        let id = try person(1)
        let refused = test.refusal(.act(SetPriority(id, .medical, reason: nil)))
        #expect(refused == Refusal(.reasonMissing))
    }

    /// What the questions alone tell is neither lifted nor given.
    @Test(
        arguments: [[Flag.unaccompaniedChild], [.vitalEmergency], [.reserved]],
        [GivenClass.general, .medical])
    func nobodysProtectionIsLifted(_ flags: [Flag], _ given: GivenClass) throws {
        let id = try person(1, Set(flags), born: flags == [.unaccompaniedChild] ? 2014 : 1990)
        let before = try test.reception(id)
        #expect(test.refusal(move(id, given)) == Refusal(.priorityProtected))
        #expect(try test.reception(id) == before)
    }

    /// Reserved attention at the lead's request is not a finding: it is taken back as it was given.
    @Test func whatWasGivenByRequestIsTakenBackByRequest() throws {
        let id = try person(1)
        try test.perform(move(id, .reserved))
        #expect(try test.reception(id).flags == [])
        try test.perform(move(id, .general))
        #expect(try test.reception(id).priority == "general")
    }

    @Test func onlyWhoWaitsIsMoved() throws {
        let id = try person(1)
        try test.perform(.act(CallNext(at: .nogales, 1)))
        #expect(test.refusal(move(id, .medical))?.code == .notInThisStage)
    }

    @Test func otherAnswersGiveTheClassAnew() throws {
        let id = try person(1)
        try test.perform(move(id, .medical))
        try test.perform(.act(Triage(id, [.older])))
        let after = try test.reception(id)
        #expect(after.priority == "older" && after.priorityReason == nil)
    }

    @Test func whoMayNotKnowOfReservedAttentionMayNotMoveNorReadWhy() throws {
        let id = try person(1)
        let health = try test.officer(with: .health)
        #expect(test.refusal(move(id, .medical), by: health)?.code == .notAllowed)
        try test.perform(.act(SetPriority(id, .reserved, reason: "PLANTADA")))
        let viewer = try Viewer(path: test.path)
        viewer.reader = health
        let card = try #require(try viewer.card(id, now: test.now))
        #expect(card.reception.priorityReason == nil && card.reception.priority == nil)
        var seen = ""
        try viewer.history { seen += "\($0)" }
        #expect(!seen.contains("PLANTADA"))
        // Nor in what names nobody.
        let payloads = try Connection(path: test.path, mode: .read)
            .statement("SELECT payload FROM journal").all { $0.text(0) }.joined()
        #expect(!payloads.contains("PLANTADA"))
    }
}
