import Repatriation
import Store
import Support
import Testing

/// What takes two officers: a child handed over.
@Suite struct ConfirmationTests {
    private let test: TestStore
    private let second: Identifier<Officer>
    private let child: Identifier<Reception>

    init() throws {
        test = try TestStore()
        let added = try test.perform(
            .act(AddOfficer("Tomás Toledo Vera", account: nil, roles: [.officer])))
        second = Identifier(added.result["officer"]?.integer ?? 0)
        try test.open(.nogales, desks: 1, attends: Set(Attention.allCases))
        child = try test.waiting(
            .nogales, TestStore.person(1, born: 2011), flags: [.unaccompaniedChild])
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(StartInterview(child, desk: 1)))
        var answers = completeAnswers
        (answers[.birthDate], answers[.travelCondition]) = (nil, "unaccompanied")
        try test.perform(.act(SaveProfile(child, answers)))
        try test.prepareHandOver(child)
    }

    private func handOver(to name: String = "Persona Inventada") -> Command {
        var release = Release(.dif)
        (
            release.receiver.institution, release.receiver.name, release.receiver.credential,
            release.receiver.plate
        ) = (
            "DIF Sonora", name, "4417", "AB1"
        )
        return .act(ReleasePerson(child, release))
    }

    @Test func aChildLeavesWhenASecondOfficerConfirms() throws {
        let asked = try test.perform(handOver())
        let act = try #require(asked.act)
        #expect(asked.result["pending"] == "confirmation")
        #expect(try test.reception(child).stage == .registered)
        #expect(try test.reception(child).receiverName == nil)
        let confirmed = try test.perform(.act(Confirm(act)), by: second)
        #expect(confirmed.events.map(\.kind) == [.released])
        #expect(try test.reception(child).receiverName == "Persona Inventada")
        #expect(try test.reception(child).stage == .released)
        // Both names stand in the event: who confirmed it did it, and it names who asked.
        var both: [Int] = []
        try test.store.history(of: child.value) { entry in
            guard entry.event.kind == .released else { return }
            let asked = entry.event.changes.flatMap(\.entries).first { $0.field == "askedBy" }
            if case .int(let id)? = asked?.value { both = [id, entry.officer.value] }
        }
        #expect(both == [test.lead.value, second.value])
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    @Test func nobodyConfirmsTheirOwnNorTwiceNorLate() throws {
        let act = try #require(try test.perform(handOver()).act)
        #expect(test.refusal(.act(Confirm(act)), by: test.lead)?.code == .secondOfficer)
        test.now = test.now.adding(minutes: 11)
        #expect(test.refusal(.act(Confirm(act)), by: second)?.code == .confirmationLapsed)
        let again = try #require(try test.perform(handOver()).act)
        try test.perform(.act(Confirm(again)), by: second)
        #expect(test.refusal(.act(Confirm(again)), by: second)?.code == .notPending)
        #expect(test.refusal(.act(Confirm(Identifier(77))), by: second)?.code == .unknownAct)
    }

    /// What is asked anew takes the place of what waited: nobody confirms a receiver who was
    /// corrected.
    @Test func theCorrectedReceiverIsTheOneConfirmed() throws {
        let first = try #require(try test.perform(handOver(to: "Nombre Mal Escrito")).act)
        let corrected = try #require(try test.perform(handOver()).act)
        #expect(test.refusal(.act(Confirm(first)), by: second)?.code == .notPending)
        try test.perform(.act(Confirm(corrected)), by: second)
        #expect(try test.reception(child).receiverName == "Persona Inventada")
    }

    /// It is decided on what is so by then, and by who may still do it.
    @Test func itIsDecidedAnewWhenConfirmed() throws {
        let act = try #require(try test.perform(handOver()).act)
        var change = OfficerChange()
        change.isSuspended = true
        try test.perform(.act(SetOfficer(second, change)))
        #expect(test.refusal(.act(Confirm(act)), by: second)?.code == .suspended)
        change.isSuspended = false
        try test.perform(.act(SetOfficer(second, change)))
        let own = try #require(try test.perform(handOver(), by: second).act)
        #expect(test.refusal(.act(Confirm(act)), by: second)?.code == .notPending)
        change.isSuspended = true
        try test.perform(.act(SetOfficer(second, change)))
        #expect(test.refusal(.act(Confirm(own)), by: test.lead)?.code == .suspended)
        #expect(try test.reception(child).stage == .registered)
    }

    /// The second officer is another account, not a name in a field.
    @Test func secondOfficerIsNotAString() {
        let line: JSON = [
            "do": "release", "reception": .int(child.value), "how": "dif",
            "secondOfficer": "Tomás Toledo Vera",
        ]
        #expect(throws: Refusal(.unknownField, ["field": "secondOfficer"])) { try Command(line) }
    }

    /// A command that waits is kept as a line of `send`, and read back as itself.
    @Test(arguments: Exit.allCases)
    func whatWaitsIsReadBackAsItself(_ how: Exit) throws {
        var release = Release(how)
        release.receiver.name = "María José de la Ñ"
        release.receiver.parent = Identifier(99)
        (release.destination, release.municipality) = ("OC", "Juchitán")
        release.escort = .offered
        release.seemsAdult = true
        let command = Command.act(ReleasePerson(child, release))
        #expect(try Command(command.line) == command)
        var change = OfficerChange()
        (change.grants, change.account, change.isSuspended) = (.auditor, "cuenta", false)
        let grant = Command.act(SetOfficer(second, change))
        #expect(try Command(grant.line) == grant)
    }
}
