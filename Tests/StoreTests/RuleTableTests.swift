import Repatriation
import Store
import Support
import Testing

/// Every command in every stage, through the store: allowed, or which refusal.
@Suite struct RuleTableTests {
    /// Brings somebody to a stage by the commands a desk would give.
    private func person(in stage: Stage, _ test: TestStore) throws -> Identifier<Reception> {
        let id = try test.group(.nogales, people: [TestStore.person(1)]).1[0]
        func run(_ commands: ReceptionCommand...) throws {
            for command in commands { try test.perform(.reception(id, command)) }
        }
        func away(_ nationality: Nationality) -> ReceptionCommand {
            .setNationality(nationality, nil, motive: "motivo", interpreter: nil, mexicanParent: false)
        }
        func call() throws { try test.perform(.act(CallNext(at: .nogales, 1))) }
        switch stage {
        case .listed: break
        case .noShow: try run(.noShow(.notDelivered, confirmedBy: nil))
        case .received: try run(.receive(.all, tag: nil))
        case .waiting: try run(.receive(.all, tag: nil), .triage([]))
        case .called:
            try run(.receive(.all, tag: nil), .triage([]))
            try call()
        case .inInterview, .parked, .registered, .inSupport, .released:
            try run(.receive(.all, tag: nil), .triage([]))
            try call()
            try run(.startInterview(desk: 1))
            if stage == .parked { try run(.park(.washroom, reason: nil)) }
            if stage == .registered || stage == .released { try run(.saveProfile(completeAnswers)) }
            if stage == .released { try run(.release(Release(.bus))) }
        case .foreign: try run(.receive(.all, tag: nil), away(.foreign))
        case .notAccredited: try run(.receive(.all, tag: nil), away(.notAccredited))
        }
        return id
    }

    private static let commands: [(name: String, command: ReceptionCommand)] = [
        ("receive", .receive(.all, tag: nil)), ("noShow", .noShow(.unknown, confirmedBy: nil)),
        ("amend", .amendPerson(PersonData(), seemsAdult: true)),
        ("accredit", .setNationality(.accredited, .passport, motive: nil, interpreter: nil, mexicanParent: nil)),
        ("foreign", .setNationality(.foreign, nil, motive: "m", interpreter: nil, mexicanParent: false)),
        ("triage", .triage([.medical])), ("call", .call(desk: 2, reason: "salud")), ("recall", .recall(reason: nil)),
        ("notPresent", .notPresent(reason: nil)), ("park", .park(.doctor, reason: nil)),
        ("resume", .resume(reason: nil)),
        ("start", .startInterview(desk: 1)), ("place", .setPlace(.roomA, with: nil)),
        ("save", .saveProfile(completeAnswers)), ("certificate", .issueCertificate), ("bus", .release(Release(.bus))),
        ("hospital", .release(Release(.hospital))), ("own", .release(Release(.ownDecision))),
        ("notAdmitted", .release(Release(.notAdmitted))),
    ]

    /// Rows are commands, columns stages; `·` allowed, else the first letters of the refusal:
    /// S notInThisStage, O alreadyOut, R alreadyReceived, C notCalled, N nationalityNotAccredited, X exitNotHere.
    private static let stages: [Stage] = [
        .listed, .noShow, .received, .waiting, .called, .inInterview, .parked, .registered, .foreign, .notAccredited,
        .released,
    ]
    private static let expected: [String: String] = [
        "receive": "··········O", "noShow": "··RRRRRRRRO", "amend": "··········O", "accredit": "·S········O",
        "foreign": "SS········O", "triage": "·S········O", "call": "SSS·SSSSSSO", "recall": "CCCC·CCCCCC",
        "notPresent": "CCCC·CCCCCC", "park": "SSSS··SSSSO", "resume": "SSSSSS·SSSO", "start": "SSSS··SSSSO",
        "place": "SS········O", "save": "SSSSS···SSO", "certificate": "SSSSSSSNSSO", "bus": "SSSSSSS···O",
        "hospital": "SS········O", "own": "SS········O", "notAdmitted": "SSSSSSSXX·O",
    ]

    private func mark(_ refusal: Refusal?) -> Character {
        switch refusal?.code {
        case nil: "·"
        case .notInThisStage?: "S"
        case .alreadyOut?: "O"
        case .alreadyReceived?: "R"
        case .notCalled?: "C"
        case .nationalityNotAccredited?: "N"
        case .exitNotHere?: "X"
        default: "?"
        }
    }

    private func store(with stage: Stage) throws -> (TestStore, Identifier<Reception>) {
        let test = try TestStore()
        try test.open(.nogales, desks: 2)
        let id = try person(in: stage, test)
        #expect(try test.reception(id).stage == stage)
        return (test, id)
    }

    /// What is refused writes nothing, so that the next command finds the same stage.
    @Test(arguments: stages)
    func everyCommandInEveryStage(_ stage: Stage) throws {
        let column = try #require(RuleTableTests.stages.firstIndex(of: stage))
        var (test, id) = try store(with: stage)
        for (name, command) in RuleTableTests.commands {
            let before = try test.store.figures().events
            let refusal = test.refusal(.reception(id, command))
            let expected = try #require(RuleTableTests.expected[name])
            #expect(mark(refusal) == Array(expected)[column], "\(name) \(stage)")
            let after = try test.store.figures().events
            guard refusal == nil else {
                #expect(after == before, "\(name) \(stage) is refused and writes nothing")
                continue
            }
            #expect(try test.store.verify(quick: false) == .holds(events: after), "\(name) \(stage)")
            (test, id) = try store(with: stage)
        }
    }
}
