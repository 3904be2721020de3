import Repatriation
import Store
import Support
import Testing

/// Every command in every stage, through the store: allowed, or which refusal.
@Suite struct RuleTableTests {
    /// Brings somebody to a stage by the commands a desk would give.
    private func person(in stage: Stage, _ test: TestStore) throws -> Identifier<Reception> {
        let id = try test.group(.nogales, people: [TestStore.person(1)]).1[0]
        func run(_ acts: any Act...) throws {
            for act in acts { try test.perform(.act(act)) }
        }
        func away(_ nationality: Nationality) -> SetNationality {
            SetNationality(id, nationality, motive: "motivo", mexicanParent: false)
        }
        func call() throws { try test.perform(.act(CallNext(at: .nogales, 1))) }
        switch stage {
        case .listed: break
        case .noShow: try run(NoShow(id, .notDelivered, confirmedBy: nil))
        case .received: try run(Receive(id, .all, tag: nil))
        case .waiting: try run(Receive(id, .all, tag: nil), Triage(id, []))
        case .called:
            try run(Receive(id, .all, tag: nil), Triage(id, []))
            try call()
        case .inInterview, .parked, .registered, .inSupport, .released:
            try run(Receive(id, .all, tag: nil), Triage(id, []))
            try call()
            try run(StartInterview(id, desk: 1))
            if stage == .parked { try run(Park(id, .washroom, reason: nil)) }
            if stage == .registered || stage == .released {
                try run(SaveProfile(id, completeAnswers))
            }
            if stage == .released { try run(ReleasePerson(id, Release(.bus))) }
        case .foreign: try run(Receive(id, .all, tag: nil), away(.foreign))
        case .notAccredited: try run(Receive(id, .all, tag: nil), away(.notAccredited))
        }
        return id
    }

    private static func commands(_ id: Identifier<Reception>) -> [(name: String, command: Command)]
    {
        [
            ("receive", .act(Receive(id, .all, tag: nil))),
            ("noShow", .act(NoShow(id, .unknown, confirmedBy: nil))),
            ("amend", .act(AmendPerson(id, PersonData(), seemsAdult: true))),
            (
                "accredit",
                .act(
                    SetNationality(
                        id, .accredited, .passport, motive: nil, interpreter: nil,
                        mexicanParent: nil))
            ),
            ("foreign", .act(SetNationality(id, .foreign, nil, motive: "m", mexicanParent: false))),
            ("triage", .act(Triage(id, [.medical]))),
            ("call", .act(CallPerson(id, desk: 2, reason: "salud"))),
            ("recall", .act(Recall(id, reason: nil))),
            ("notPresent", .act(NotPresent(id, reason: nil))),
            ("park", .act(Park(id, .doctor, reason: nil))),
            ("resume", .act(Resume(id, reason: nil))),
            ("start", .act(StartInterview(id, desk: 1))),
            ("place", .act(SetPlace(id, .roomA, with: nil))),
            ("save", .act(SaveProfile(id, completeAnswers))),
            ("certificate", .act(IssueCertificate(of: id))),
            ("bus", .act(ReleasePerson(id, Release(.bus)))),
            ("hospital", .act(ReleasePerson(id, Release(.hospital)))),
            ("own", .act(ReleasePerson(id, Release(.ownDecision)))),
            ("notAdmitted", .act(ReleasePerson(id, Release(.notAdmitted)))),
        ]
    }

    /// Rows are commands, columns stages; `·` allowed, else the first letters of the refusal:
    /// S notInThisStage, O alreadyOut, R alreadyReceived, C notCalled, D notAtThisDesk,
    /// N nationalityNotAccredited, X exitNotHere.
    private static let stages: [Stage] = [
        .listed, .noShow, .received, .waiting, .called, .inInterview, .parked, .registered,
        .foreign, .notAccredited,
        .released,
    ]
    private static let expected: [String: String] = [
        "receive": "··········O", "noShow": "··RRRRRRRRO", "amend": "··········O",
        "accredit": "·S········O",
        "foreign": "SS········O", "triage": "·S········O", "call": "SSS·DDSSSSO",
        "recall": "CCCC·CCCCCC",
        "notPresent": "CCCC·CCCCCC", "park": "SSSS··SSSSO", "resume": "SSSSSS·SSSO",
        "start": "SSSS··SSSSO",
        "place": "SS········O", "save": "SSSSS···SSO", "certificate": "SSSSSSSNSSO",
        "bus": "SSSSSSS···O",
        "hospital": "SS········O", "own": "SS········O", "notAdmitted": "SSSSSSSXX·O",
    ]

    private func mark(_ refusal: Refusal?) -> Character {
        switch refusal?.code {
        case nil: "·"
        case .notInThisStage?: "S"
        case .alreadyOut?: "O"
        case .alreadyReceived?: "R"
        case .notCalled?: "C"
        case .notAtThisDesk?: "D"
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
        for index in RuleTableTests.commands(id).indices {
            let (name, command) = RuleTableTests.commands(id)[index]
            let before = try test.store.figures().events
            let refusal = test.refusal(command)
            let expected = try #require(RuleTableTests.expected[name])
            #expect(mark(refusal) == Array(expected)[column], "\(name) \(stage)")
            let after = try test.store.figures().events
            guard refusal == nil else {
                #expect(after == before, "\(name) \(stage) is refused and writes nothing")
                continue
            }
            #expect(
                try test.store.verify(quick: false) == .holds(events: after), "\(name) \(stage)")
            (test, id) = try store(with: stage)
        }
    }
}
