import Repatriation
import Store
import Support
import Testing

/// The protected lanes of adults: who may tick what, and that none of them holds anybody.
@Suite struct LaneTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 2, attends: Set(Attention.allCases))
    }

    private func words(_ edit: (inout TickWords) -> Void) -> TickWords {
        var words = TickWords()
        edit(&words)
        return words
    }

    private var told: TickWords { words { ($0.medium, $0.who) = (.phone, "Guardia inventada") } }

    /// No adult is held, whatever lane is open and however they leave; what is pending is told.
    @Test(arguments: [
        Flag.medical, .vitalEmergency, .pregnant, .reserved, .warrant, .noSpanish, .deaf,
    ])
    func adultIsNeverHeld(_ flag: Flag) throws {
        for how in Exit.allCases where ![.unknown, .notAdmitted].contains(how) {
            let id = try test.waiting(.nogales, TestStore.person(1), flags: [flag])
            try test.perform(.act(CallNext(at: .nogales, 1)))
            try test.perform(.act(StartInterview(id, desk: 1)))
            try test.perform(.act(SaveProfile(id, completeAnswers)))
            let answer = try test.perform(.act(ReleasePerson(id, Release(how))))
            #expect(try test.reception(id).stage == .released, "\(flag) \(how)")
            let lanes: [Flag: Pending] = [
                .medical: .health, .vitalEmergency: .health, .pregnant: .health,
                .reserved: .reserved,
                .warrant: .warrant, .noSpanish: .language, .deaf: .language,
            ]
            let pending = (answer.result["pending"]?.elements ?? []).compactMap(\.text)
            #expect(pending.contains(try #require(lanes[flag]).rawValue), "\(flag) \(how)")
            // On the list although nobody explained it; who has died is asked after by nobody.
            let isListed = try test.store.followUps(at: .nogales, now: test.now).contains {
                $0.person.id == id
            }
            #expect(isListed == (how != .died))
        }
    }

    /// Leaving with something pending is explained, told to the lead at once and stays on the list
    /// until it is asked.
    @Test func leavingAnywayIsToldAndFollowed() throws {
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.medical])
        var leaving = Leaving(pending: [.health], explainedIn: "español")
        leaving.reason = "me esperan"
        let answer = try test.perform(.act(LeaveAnyway(id, leaving)))
        #expect(try test.reception(id).exit == .ownDecision)
        let pending = (answer.result["pending"]?.elements ?? []).compactMap(\.text)
        #expect(pending == ["certificate", "health", "nationality", "profile"])
        let alert = try #require(
            try test.store.board(at: test.now).alerts.first { $0.code == "leftPending" })
        #expect(!alert.text.es.contains("salud"))
        let line = try #require(try test.store.followUps(at: .nogales, now: test.now).first)
        #expect(line.followUp.explainedIn == "español" && line.followUp.reason == "me esperan")
        try test.perform(.act(RecordFollowUp(line.id, .well, [.safe: "yes"], note: nil)))
        #expect(try test.store.followUps(at: .nogales, now: test.now).isEmpty)
        #expect(try !test.store.board(at: test.now).alerts.contains { $0.code == "leftPending" })
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Somebody who is in every lane, the step's own among them.
    private func inTheLane(of step: LaneStep) throws -> Identifier<Reception> {
        let flags: Set<Flag> = [.unaccompaniedChild, .medical, .reserved, .warrant, .noSpanish]
        let id = try test.waiting(.nogales, TestStore.person(1, born: 2011), flags: flags)
        let set = SetNationality(
            id, step.lane == .foreign ? .foreign : .pending, nil, motive: "m", interpreter: "INALI",
            mexicanParent: false)
        try test.perform(.act(set))
        try test.perform(.act(TickLane(id, .filter, said(.filter))))
        return id
    }

    /// What a step asks, and nothing else.
    private func said(_ step: LaneStep) -> TickWords {
        words { words in
            let asks = step.asks
            words.medium = asks.contains(.medium) ? .phone : nil
            words.who = asks.contains(.who) ? "Quien Sea" : nil
            words.folio = asks.contains(.folio) ? "F-1" : nil
            words.note = asks.contains(.note) ? "nota" : nil
            words.dueAt = asks.contains(.dueAt) ? test.now.adding(minutes: 60) : nil
            words.outcome = step.outcomes.first
        }
    }

    /// Every step by every role, on somebody who is in every lane: done, or refused as not theirs,
    /// and nothing else.
    @Test(arguments: OfficerRole.allCases.filter { !$0.needsTwo })
    func everyStepIsForItsRoles(_ role: OfficerRole) throws {
        let officer = try test.add("Persona \(role.rawValue) Prueba", [role])
        for step in LaneStep.allCases where !step.isDerived && ![.actaCopy, .family].contains(step)
        {
            let id = try inTheLane(of: step)
            for told in [LaneStep.procuraduria, .dif] where step == .acta {
                try test.perform(.act(TickLane(id, told, said(told))))
            }
            let code = test.refusal(.act(TickLane(id, step, said(step))), by: officer)?.code
            // Whoever teaches may everything in a practice store, as this is.
            let may = Permissions.commands(role, isDrill: true).contains(.tickLane)
            let isAllowed = may && (step.roles.contains(role) || role == .trainer)
            #expect(
                isAllowed ? code == nil : code == .notAllowed,
                "\(role) \(step) \(String(describing: code))")
        }
    }

    /// Nothing is said of a step that it does not ask: no hour on a call, no outcome on a visit, no
    /// officer on a dose.
    @Test(
        arguments: LaneStep.allCases.filter {
            !$0.isDerived && $0 != .acta && $0 != .family && $0 != .actaCopy
        })
    func aStepTakesOnlyWhatItAsks(_ step: LaneStep) throws {
        let id = try inTheLane(of: step)
        let extras: [(LaneDetail, (inout TickWords) -> Void)] = [
            (.medium, { $0.medium = .email }),
            (.dueAt, { $0.dueAt = TestStore.morning.adding(minutes: 600) }),
            (.officer, { $0.named = test.lead }),
        ]
        for (detail, add) in extras where !step.takes.contains(detail) {
            var said = said(step)
            add(&said)
            let code = test.refusal(.act(TickLane(id, step, said)))?.code
            #expect(code == .unknownField, "\(step) \(detail) \(String(describing: code))")
        }
    }

    /// Whoever may not tick a lane does not learn whether somebody is in it.
    @Test(arguments: [Lane.warrant, .reserved, .health, .child])
    func aRefusalTellsNothingOfTheLane(_ lane: Lane) throws {
        let officer = try test.add("Tomás Toledo Vera", lane == .warrant ? [.officer] : [.beta])
        let flags: [Lane: Flag] = [
            .warrant: .warrant, .reserved: .reserved, .health: .medical,
            .child: .unaccompaniedChild,
        ]
        let flag = try #require(flags[lane])
        let inside = try test.waiting(.nogales, TestStore.person(1, born: 2011), flags: [flag])
        let other = try test.waiting(.nogales, TestStore.person(2))
        for step in lane.steps where !step.isDerived {
            let answers = [inside, other].map {
                test.refusal(.act(TickLane($0, step, said(step))), by: officer)
            }
            #expect(answers[0] != nil && answers[0] == answers[1], "\(step)")
        }
    }

    /// A warrant is the lead's, and of the officer whom the lead names; nobody else ticks it or
    /// sees it.
    @Test func aWarrantIsForTheLeadAndWhoIsNamed() throws {
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.warrant])
        let came = words { ($0.who, $0.folio) = ("Agente Inventada", "CI-9") }
        #expect(
            test.refusal(.act(TickLane(id, .authorityCame, came)), by: officer)?.code == .notAllowed
        )
        try test.perform(.act(TickLane(id, .named, words { $0.named = officer })))
        try test.perform(.act(TickLane(id, .authorityCame, came)), by: officer)
        let homonym = words { $0.outcome = .homonym }
        try test.perform(.act(TickLane(id, .identityCompared, homonym)), by: officer)
        let viewer = try Viewer(path: test.path)
        viewer.reader = try test.add("Olga Prieto Luna", [.officer])
        let seen = try #require(try viewer.lanes(of: id, now: test.now))
        #expect(!seen.lanes.lanes.contains { $0.lane == .warrant })
        #expect(!"\(seen)".contains("Agente Inventada"))
    }

    /// Half an hour before the next dose the lead is told, and no more once it is taken.
    @Test func theNextDoseIsTold() throws {
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.medical])
        func alerts() throws -> [String] { try test.store.board(at: test.now).alerts.map(\.code) }
        let next = test.now.adding(minutes: 60)
        try test.perform(.act(TickLane(id, .medication, words { $0.dueAt = next })))
        #expect(try !alerts().contains("doseDue"))
        test.now = test.now.adding(minutes: 31)
        #expect(try alerts().contains("doseDue"))
        try test.perform(.act(TickLane(id, .dose, TickWords())))
        #expect(try !alerts().contains("doseDue"))
        let past = words { $0.dueAt = test.now.adding(minutes: -1) }
        #expect(test.refusal(.act(TickLane(id, .medication, past)))?.code == .invalidValue)
    }

    /// A foreigner is never without a record: asked whether they are afraid, COMAR where they are,
    /// and who receives.
    @Test func aForeignerIsNeverWithoutARecord() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let away = SetNationality(
            id, .foreign, nil, motive: "papeles de Guatemala", interpreter: nil,
            mexicanParent: false)
        try test.perform(.act(away))
        func missing() throws -> [LaneStep] {
            try #require(try test.store.lanes(of: id, now: test.now)).lanes.missing
        }
        #expect(try missing() == [.fearAsked, .controlReceives])
        let wrong = words { $0.outcome = .homonym }
        #expect(test.refusal(.act(TickLane(id, .fearAsked, wrong)))?.code == .unknownCode)
        try test.perform(.act(TickLane(id, .fearAsked, words { $0.outcome = .afraid })))
        #expect(try missing() == [.refugeeTold, .controlReceives])
        try test.perform(.act(TickLane(id, .refugeeTold, told)))
        try test.perform(
            .act(
                TickLane(
                    id, .controlReceives, words { ($0.who, $0.folio) = ("Quien Recibe", "OF-1") })))
        #expect(try missing().isEmpty)
    }

    /// Reserved attention is told by its number until there is a private room; why it is stands
    /// nowhere.
    @Test func reservedAttentionIsToldWithoutItsCause() throws {
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.reserved])
        let alert = try #require(
            try test.store.board(at: test.now).alerts.first { $0.code == "reserved" })
        #expect(
            alert.subject == id.value && alert.text.es.hasPrefix("Atención reservada: ficha 1."))
        try test.perform(.act(TickLane(id, .privateRoom, TickWords())))
        #expect(try !test.store.board(at: test.now).alerts.contains { $0.code == "reserved" })
    }

    /// The second dose and the second filter are their own: done again, and missing until they are.
    @Test(arguments: [(LaneStep.medication, LaneStep.dose), (.filter, .cleared)])
    func whatComesAgainIsDoneAgain(_ opens: LaneStep, _ ends: LaneStep) throws {
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.medical])
        for round in 1...3 {
            let due = test.now.adding(minutes: 60 * round)
            try test.perform(.act(TickLane(id, opens, words { $0.dueAt = due })))
            #expect(
                try #require(try test.store.lanes(of: id, now: test.now)).lanes.done(ends) == nil)
            #expect(try test.perform(.act(TickLane(id, ends, TickWords()))).act != nil)
            #expect(try test.perform(.act(TickLane(id, ends, TickWords()))).act == nil)
        }
    }

    /// Where to, and whether it was outside the point's hours, stands with the exit.
    @Test(arguments: [(0, false), (14, true)])
    func anExitSaysWhereToAndAtWhatHour(_ hours: Int, _ isOutOfHours: Bool) throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        test.now = test.now.adding(minutes: 60 * hours)
        var release = Release(.ownDecision)
        (release.destination, release.municipality) = ("OC", "Juchitán de Zaragoza")
        let left = try test.perform(.act(ReleasePerson(id, release)))
        #expect(left.result["outOfHours"] == .bool(isOutOfHours))
        let after = try test.reception(id)
        #expect(
            after.leftOutOfHours == isOutOfHours && after.exitMunicipality == "Juchitán de Zaragoza"
        )
    }

    /// Only those of the lane are told that a warrant or a reserve is pending.
    @Test func whatIsPendingIsToldToWhoMayKnow() throws {
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let id = try test.waiting(
            .nogales, TestStore.person(1), flags: [.warrant, .reserved, .medical])
        let left = try test.perform(.act(ReleasePerson(id, Release(.ownDecision))), by: officer)
        let pending = (left.result["pending"]?.elements ?? []).compactMap(\.text)
        #expect(
            pending.contains("health") && !pending.contains("warrant")
                && !pending.contains("reserved"))
        #expect(
            try test.store.followUps(at: .nogales, now: test.now).first?.followUp.pending.contains(
                .warrant) == true)
        let viewer = try Viewer(path: test.path)
        viewer.reader = officer
        #expect(try viewer.followUps(at: .nogales, now: test.now).first?.followUp.pending == [])
    }

    /// Every lane command is read back from its line as itself, and an unknown step names those of
    /// its lane.
    @Test func linesAreReadAsTheyAreMeant() throws {
        let told = try Command([
            "do": "notifyAuthority", "reception": 7, "to": "dif", "medium": "phone", "who": "X",
        ])
        #expect(
            told
                == .act(
                    TickLane(Identifier(7), .dif, words { ($0.medium, $0.who) = (.phone, "X") })))
        let wrong: JSON = ["do": "tickLane", "reception": 7, "lane": "health", "step": "opi"]
        let steps = Lane.health.steps.map { JSON.string($0.rawValue) }
        #expect(throws: Refusal(.unknownCode, ["field": "step", "allowed": .array(steps)])) {
            try Command(wrong)
        }
        let age = Command.act(
            CorrectAge(
                Identifier(7),
                AgeCorrection(
                    CivilDate(year: 2011, month: 1, day: 2), source: .procuraduria, folio: "D")
            ))
        #expect(try Command(age.line) == age)
    }
}
