import Repatriation
import Store
import Support
import Testing

/// A role that is taken away ends what it opened.
@Suite struct EndedRoleTests {
    private let test: TestStore
    private let opi, other: Identifier<Officer>

    init() throws {
        test = try TestStore()
        opi = try test.add("Olga Paz Inventada", [.officer, .opi])
        other = try test.add("Otra Paz Inventada", [.officer, .opi])
        try test.perform(.act(OpenShift(at: .nogales)))
        try test.perform(.act(OpenDesk(at: .nogales, 1, attends: Set(Attention.allCases))), by: opi)
        try test.perform(
            .act(OpenDesk(at: .nogales, 2, attends: Set(Attention.allCases))), by: other)
    }

    private func change(_ edit: (inout OfficerChange) -> Void) -> Command {
        var change = OfficerChange()
        edit(&change)
        return .act(SetOfficer(opi, change))
    }

    private func child(_ number: Int) throws -> Identifier<Reception> {
        try test.waiting(
            .nogales, TestStore.person(number, born: 2012), flags: [.unaccompaniedChild])
    }

    private func attends() throws -> Set<Attention>? {
        try test.store.shift(at: .nogales, now: test.now)?.desks.first { $0.id == 1 }?.attends
    }

    /// The desk loses child protection, and the child in interview there is the first that the next
    /// OPI calls.
    @Test func theChildInInterviewIsOfferedToTheNextOPI() throws {
        let child = try child(1)
        try test.perform(.act(CallNext(at: .nogales, 1)), by: opi)
        try test.perform(.act(StartInterview(child, desk: 1)), by: opi)
        let entered = try test.reception(child).enteredAt
        test.now = test.now.adding(minutes: 3)
        _ = try self.child(2)
        let answer = try test.perform(change { $0.revokes = .opi })
        #expect(answer.events.map(\.kind) == [.officerSet, .resumed])
        #expect(try attends() == Desk.usual)
        let back = try test.reception(child)
        #expect(
            back.stage == .waiting && back.desk == nil && back.call == nil
                && back.enteredAt == entered)
        #expect(test.refusal(.act(CallNext(at: .nogales, 1)), by: opi)?.code == .noOneForThisDesk)
        #expect(test.refusal(.act(TakeOver(child, desk: 1)), by: opi)?.code == .childNeedsOPI)
        let called = try test.perform(.act(CallNext(at: .nogales, 2)), by: other)
        #expect(called.result["reception"] == .int(child.value))
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// So it is for a child on the way to the desk, and where the whole account is suspended:
    /// whoever else it holds is taken over at once.
    @Test func aSuspendedOfficersDeskHoldsNobody() throws {
        let called = try child(1)
        try test.perform(.act(CallNext(at: .nogales, 1)), by: opi)
        try test.perform(change { $0.isSuspended = true })
        #expect(try test.reception(called).stage == .waiting)
        try test.perform(change { $0.isSuspended = false })
        try test.perform(.act(OpenDesk(at: .nogales, 1, attends: Set(Attention.allCases))), by: opi)
        try test.perform(.act(CallNext(at: .nogales, 2)), by: other)
        let adult = try test.waiting(.nogales, TestStore.person(3))
        try test.perform(.act(CallNext(at: .nogales, 1)), by: opi)
        try test.perform(.act(StartInterview(adult, desk: 1)), by: opi)
        try test.store.heartbeat(point: .nogales, desk: 1, of: opi, at: test.now)
        #expect(
            test.refusal(.act(TakeOver(adult, desk: 2)), by: other)?.code == .deskStillAttending)
        try test.perform(change { $0.isSuspended = true })
        #expect(try test.reception(adult).stage == .inInterview)
        try test.perform(.act(TakeOver(adult, desk: 2)), by: other)
        #expect(try test.reception(adult).desk == 2)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A role that opens nothing here ends nothing, and whoever also leads keeps what the lead
    /// opens.
    @Test func nothingElseEnds() throws {
        let child = try child(1)
        try test.perform(change { $0.grants = .lead })
        try test.perform(.act(CallNext(at: .nogales, 1)), by: opi)
        try test.perform(change { $0.revokes = .opi })
        #expect(try test.reception(child).stage == .called)
        #expect(try attends()?.contains(.opi) == true)
        try test.perform(change { $0.revokes = .lead })
        #expect(try test.reception(child).stage == .waiting)
        #expect(try attends() == Desk.usual)
    }

    /// The last lead took the lead from herself, and what takes a second person of it was nobody's
    /// any more.
    @Test func theLastLeadStays() throws {
        func change(_ id: Identifier<Officer>, _ edit: (inout OfficerChange) -> Void) -> Command {
            var change = OfficerChange()
            edit(&change)
            return .act(SetOfficer(id, change))
        }
        let away = change(test.lead) { $0.revokes = .lead }
        let administrator = try test.add("Ana Paz Inventada", [.officer])
        let asked = try #require(
            try test.perform(change(administrator) { $0.grants = .administrator }).act)
        let second = try test.add("Otra Jefa Prueba", [.officer, .lead])
        try test.perform(.act(Confirm(asked)), by: second)
        try test.perform(change(administrator) { $0.account = "ana" }, by: test.lead)
        try test.perform(change(second) { $0.isSuspended = true })
        #expect(test.refusal(away)?.code == .lastLead)
        #expect(
            test.refusal(change(test.lead) { $0.isSuspended = true }, by: administrator)?.code
                == .lastLead)
        try test.perform(change(second) { $0.isSuspended = false })
        try test.perform(away)
        #expect(try test.store.allOfficers().first { $0.id == test.lead }?.leads == false)
        #expect(test.refusal(change(second) { $0.revokes = .lead })?.code == .lastLead)
    }
}
