import Repatriation
import Store
import Support
import Testing

/// The protected lanes: what each still needs, who may tick it, and that only the child's blocks.
@Suite struct LaneTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 2, attends: Set(Attention.allCases))
    }

    private func child(_ flags: Set<Flag> = [.unaccompaniedChild]) throws -> Identifier<Reception> {
        let id = try test.waiting(.nogales, TestStore.person(1, born: 2011), flags: flags)
        try test.perform(.desk(.nogales, .callNext(1)))
        try test.perform(.reception(id, .startInterview(desk: 1)))
        var answers = completeAnswers
        (answers[.birthDate], answers[.travelCondition]) = (nil, "unaccompanied")
        try test.perform(.reception(id, .saveProfile(answers)))
        return id
    }

    private func words(_ edit: (inout TickWords) -> Void) -> TickWords {
        var words = TickWords()
        edit(&words)
        return words
    }

    private var told: TickWords { words { ($0.medium, $0.who) = (.phone, "Guardia inventada") } }

    private static let receiver: Release = {
        var release = Release(.dif)
        (release.institution, release.name, release.credential, release.plate) = ("DIF", "Persona Inventada", "4", "A1")
        return release
    }()

    /// Every subset of the steps against what the refusal names: DIF receives only when nothing is missing.
    @Test(arguments: 0..<16)
    func aChildIsHandedOverOnlyWhenNothingIsMissing(_ mask: Int) throws {
        let id = try child()
        let wanted: [LaneStep] = [.opi, .procuraduria, .dif, .acta]
        var done = wanted.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element)
        // The record says who was told: it is not made before.
        let isActaPossible = done.contains(.procuraduria) && done.contains(.dif)
        for step in done {
            let command = Command.reception(
                id, .tickLane(step, step == .procuraduria || step == .dif ? told : TickWords()))
            guard step != .acta || isActaPossible else {
                #expect(test.refusal(command)?.code == .actaBefore)
                continue
            }
            let paper = try test.perform(command).result["paper"]?.integer
            if let paper {
                #expect(try missing(id).contains("acta"), "issued is not signed")
                try test.perform(.paper(.deliver(Identifier(paper), .signed)))
            }
        }
        if !isActaPossible { done.removeAll { $0 == .acta } }
        let left = wanted.filter { !done.contains($0) }.map(\.rawValue)
        #expect(try missing(id) == left)
        if left.isEmpty {
            #expect(try test.perform(.reception(id, .release(LaneTests.receiver))).result["pending"] == "confirmation")
        }
        #expect(try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// What the refusal of a hand-over to DIF names as missing.
    private func missing(_ id: Identifier<Reception>) throws -> [String] {
        let refusal = test.refusal(.reception(id, .release(LaneTests.receiver)))
        guard let refusal else { return [] }
        #expect(refusal.code == .childLeavesOnlyTo)
        return (refusal.details["missing"]?.elements ?? []).compactMap(\.text)
    }

    /// No adult is held, whatever lane is open and however they leave; what is pending is told.
    @Test(arguments: [Flag.medical, .vitalEmergency, .pregnant, .reserved, .warrant, .noSpanish, .deaf])
    func adultIsNeverHeld(_ flag: Flag) throws {
        for how in Exit.allCases where ![.unknown, .notAdmitted].contains(how) {
            let id = try test.waiting(.nogales, TestStore.person(1), flags: [flag])
            try test.perform(.desk(.nogales, .callNext(1)))
            try test.perform(.reception(id, .startInterview(desk: 1)))
            try test.perform(.reception(id, .saveProfile(completeAnswers)))
            let answer = try test.perform(.reception(id, .release(Release(how))))
            #expect(try test.reception(id).stage == .released, "\(flag) \(how)")
            #expect(answer.result["pending"]?.elements?.isEmpty == false)
        }
    }

    /// Leaving with something pending is explained, told to the lead at once and stays on the list until it is asked.
    @Test func leavingAnywayIsToldAndFollowed() throws {
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.medical])
        var leaving = Leaving(pending: [.health], explainedIn: "español")
        leaving.reason = "me esperan"
        let answer = try test.perform(.reception(id, .leaveAnyway(leaving)))
        #expect(try test.reception(id).exit == .ownDecision)
        let pending = (answer.result["pending"]?.elements ?? []).compactMap(\.text)
        #expect(pending == ["certificate", "health", "nationality", "profile"])
        let alert = try #require(try test.store.board(at: test.now).alerts.first { $0.code == "leftPending" })
        #expect(!alert.text.es.contains("salud"))
        let line = try #require(try test.store.followUps(at: .nogales, now: test.now).first)
        #expect(line.followUp.explainedIn == "español" && line.followUp.reason == "me esperan")
        try test.perform(.followUp(.record(line.id, .well, [.safe: "yes"], note: nil)))
        #expect(try test.store.followUps(at: .nogales, now: test.now).isEmpty)
        #expect(try !test.store.board(at: test.now).alerts.contains { $0.code == "leftPending" })
        #expect(try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A child never leaves that way, nor does one whose age is doubted.
    @Test func noChildLeavesAnyway() throws {
        let leaving = Leaving(pending: [], explainedIn: "español")
        #expect(test.refusal(.reception(try child(), .leaveAnyway(leaving)))?.code == .childLeavesOnlyTo)
        let doubted = try test.waiting(.nogales, TestStore.person(2))
        try test.perform(.reception(doubted, .correctAge(AgeCorrection(nil, source: .said))))
        #expect(test.refusal(.reception(doubted, .leaveAnyway(leaving)))?.code == .childLeavesOnlyTo)
        for how in Exit.allCases where how != .unknown {
            #expect(test.refusal(.reception(doubted, .release(Release(how)))) != nil, "\(how)")
        }
    }

    /// Fifteen, with an adult's birth date on the list: in the lane at once, out of it only by the Procuraduría.
    @Test func fifteenWithAnAdultsBirthDate() throws {
        let id = try test.waiting(.nogales, TestStore.person(1, born: 1998))
        try test.perform(.reception(id, .correctAge(AgeCorrection(nil, source: .said))))
        let today = try #require(CivilDate(year: 2026, month: 11, day: 20))
        #expect(try test.reception(id).isChild(on: today))
        #expect(try test.store.board(at: test.now).rows.first { $0.point == .nogales }?.children == 1)
        let adult = try #require(CivilDate(year: 1998, month: 9, day: 5))
        for source in [AgeSource.said, .appearance, .document] {
            let plain = AgeCorrection(adult, source: source, folio: "X-1")
            #expect(test.refusal(.reception(id, .correctAge(plain)))?.code == .procuraduriaDecides)
        }
        let without = AgeCorrection(adult, source: .procuraduria)
        #expect(test.refusal(.reception(id, .correctAge(without)))?.code == .procuraduriaDecides)
        let decided = AgeCorrection(adult, source: .procuraduria, folio: "PPNNA-77")
        let asked = try test.perform(.reception(id, .correctAge(decided)))
        #expect(asked.result["pending"] == "confirmation")
        #expect(try test.reception(id).ageDoubtAt != nil)
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let lead = try test.add("Otra Jefa Prueba", [.officer, .lead])
        try test.perform(.confirm(try #require(asked.act)), by: lead)
        let decidedNow = try test.reception(id)
        #expect(decidedNow.ageDoubtAt == nil && decidedNow.birthDate == adult)
        #expect(try test.reception(id).ageFolio == "PPNNA-77")
        // Between two officers, neither of them a lead, nothing is decided.
        try test.perform(.reception(id, .correctAge(AgeCorrection(nil, source: .said))))
        let again = try test.perform(.reception(id, .correctAge(decided)), by: officer)
        let other = try test.add("Olga Prieto Luna", [.officer])
        #expect(test.refusal(.confirm(try #require(again.act)), by: other)?.code == .onlyLead)
        #expect(try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A day of birth that makes somebody a child protects at once, before the lead has confirmed it.
    @Test func aYoungerDateProtectsBeforeItIsConfirmed() throws {
        let id = try test.waiting(.nogales, TestStore.person(1, born: 1998))
        let young = AgeCorrection(CivilDate(year: 2011, month: 1, day: 2), source: .document)
        let asked = try test.perform(.reception(id, .correctAge(young)))
        #expect(asked.result["pending"] == "confirmation")
        #expect(asked.events.map(\.kind) == [.confirmationAsked, .ageDoubted])
        let before = try test.reception(id)
        #expect(before.ageDoubtAt != nil && before.birthDate?.year == 1998)
        let lead = try test.add("Otra Jefa Prueba", [.officer, .lead])
        try test.perform(.confirm(try #require(asked.act)), by: lead)
        #expect(try test.reception(id).birthDate?.year == 2011)
    }

    /// Each step by each role: done, or refused with who may.
    @Test(arguments: OfficerRole.allCases.filter { !$0.needsTwo })
    func everyStepIsForItsRoles(_ role: OfficerRole) throws {
        let officer = try test.add("Persona \(role.rawValue) Prueba", [role])
        let id = try child([.unaccompaniedChild, .medical, .reserved, .warrant, .noSpanish])
        try test.perform(.reception(id, .tickLane(.filter, words { $0.dueAt = test.now.adding(minutes: 60) })))
        for step in LaneStep.allCases where !step.isDerived && step != .acta && step != .family {
            let said = words { words in
                (words.medium, words.who, words.folio) = (.phone, "Quien Sea", "F-\(role.rawValue)")
                (words.dueAt, words.named) = (test.now.adding(minutes: 60), officer)
                (words.outcome, words.note) = (step.outcomes.first, "nota")
            }
            guard step != .named else { continue }
            let code = test.refusal(.reception(id, .tickLane(step, said)), by: officer)?.code
            // Whoever teaches may everything in a practice store, as this is.
            let commands = Permissions.commands(role, isDrill: true)
            let isAllowed = commands.contains(.tickLane) && (step.roles.contains(role) || role == .trainer)
            #expect((code == nil) == isAllowed || code == .notInThisLane, "\(role) \(step) \(String(describing: code))")
            if !isAllowed { #expect(code == .notAllowed || code == .onlyLead || code == .notInThisLane) }
        }
    }

    /// A warrant is the lead's, and of the officer whom the lead names; nobody else ticks it or sees it.
    @Test func aWarrantIsForTheLeadAndWhoIsNamed() throws {
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.warrant])
        let came = words { ($0.who, $0.folio) = ("Agente Inventada", "CI-9") }
        #expect(test.refusal(.reception(id, .tickLane(.authorityCame, came)), by: officer)?.code == .notAllowed)
        try test.perform(.reception(id, .tickLane(.named, words { $0.named = officer })))
        try test.perform(.reception(id, .tickLane(.authorityCame, came)), by: officer)
        let homonym = words { $0.outcome = .homonym }
        try test.perform(.reception(id, .tickLane(.identityCompared, homonym)), by: officer)
        let viewer = try Store(path: test.path)
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
        try test.perform(.reception(id, .tickLane(.medication, words { $0.dueAt = next })))
        #expect(try !alerts().contains("doseDue"))
        test.now = test.now.adding(minutes: 31)
        #expect(try alerts().contains("doseDue"))
        try test.perform(.reception(id, .tickLane(.dose, TickWords())))
        #expect(try !alerts().contains("doseDue"))
        let past = words { $0.dueAt = test.now.adding(minutes: -1) }
        #expect(test.refusal(.reception(id, .tickLane(.medication, past)))?.code == .invalidValue)
    }

    /// A foreigner is never without a record: asked whether they are afraid, COMAR where they are, and who receives.
    @Test func aForeignerIsNeverWithoutARecord() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let away = ReceptionCommand.setNationality(
            .foreign, nil, motive: "papeles de Guatemala", interpreter: nil, mexicanParent: false)
        try test.perform(.reception(id, away))
        func missing() throws -> [LaneStep] { try #require(try test.store.lanes(of: id, now: test.now)).lanes.missing }
        #expect(try missing() == [.fearAsked, .controlReceives])
        let wrong = words { $0.outcome = .homonym }
        #expect(test.refusal(.reception(id, .tickLane(.fearAsked, wrong)))?.code == .unknownCode)
        try test.perform(.reception(id, .tickLane(.fearAsked, words { $0.outcome = .afraid })))
        #expect(try missing() == [.refugeeTold, .controlReceives])
        try test.perform(.reception(id, .tickLane(.refugeeTold, told)))
        try test.perform(
            .reception(id, .tickLane(.controlReceives, words { ($0.who, $0.folio) = ("Quien Recibe", "OF-1") })))
        #expect(try missing().isEmpty)
    }

    /// Reserved attention is told by its number until there is a private room; why it is stands nowhere.
    @Test func reservedAttentionIsToldWithoutItsCause() throws {
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.reserved])
        let alert = try #require(try test.store.board(at: test.now).alerts.first { $0.code == "reserved" })
        #expect(alert.subject == id.value && alert.text.es == "Atención reservada: ficha 1. Un cuarto privado.")
        try test.perform(.reception(id, .tickLane(.privateRoom, TickWords())))
        #expect(try !test.store.board(at: test.now).alerts.contains { $0.code == "reserved" })
    }

    /// The book has every child of the point, its open lines are the point's own count, and only the lane reads it.
    @Test func theBookIsWholeAndForTheLane() throws {
        let alone = try child()
        let doubted = try test.waiting(.nogales, TestStore.person(2, born: 1999))
        try test.perform(.reception(doubted, .correctAge(AgeCorrection(nil, source: .appearance))))
        _ = try test.waiting(.nogales, TestStore.person(3, born: 1980))
        var book = try test.store.childBook(at: .nogales, .open, now: test.now)
        #expect(Set(book.lines.map(\.id)) == [alone, doubted] && book.inside == book.counted)
        // Late when the hours have passed, and told to those of the lane alone.
        test.now = test.now.adding(minutes: 16)
        book = try test.store.childBook(at: .nogales, .open, now: test.now)
        #expect(book.lines.allSatisfy { Set($0.late(at: test.now).map(\.step)) == [.opi, .procuraduria, .dif] })
        #expect(try test.store.board(at: test.now).alerts.contains { $0.code == "childBook" })
        let viewer = try Store(path: test.path)
        viewer.reader = try test.add("Tomás Toledo Vera", [.officer])
        #expect(throws: Refusal.self) { try viewer.childBook(at: .nogales, .open, now: test.now) }
        #expect(try !viewer.board(at: test.now).alerts.contains { $0.code == "childBook" })
        // Handed over: out of the open lines, in today's, with the second officer.
        try test.prepareHandOver(alone)
        let asked = try test.perform(.reception(alone, .release(LaneTests.receiver)))
        let second = try test.add("Olga Prieto Luna", [.officer])
        try test.perform(.confirm(try #require(asked.act)), by: second)
        #expect(try test.store.childBook(at: .nogales, .open, now: test.now).lines.map(\.id) == [doubted])
        let today = try test.store.childBook(at: .nogales, .today, now: test.now)
        let line = try #require(today.lines.first { $0.id == alone })
        #expect(line.second == "OPR" && line.lanes.done(.difArrived) == test.now)
        // The second copy comes back after the hand-over.
        try test.perform(.reception(alone, .tickLane(.actaCopy, TickWords())))
        #expect(test.refusal(.reception(alone, .tickLane(.rights, TickWords())))?.code == .alreadyOut)
        #expect(try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// The family's exit takes child protection's word, or its own hand.
    @Test func theFamilysExitTakesTheWordOfChildProtection() throws {
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let people = [TestStore.person(1, born: 1985), TestStore.person(2, born: 2015)]
        let ids = try test.group(.nogales, people: people).1
        for id in ids { try test.perform(.reception(id, .receive(.all, tag: nil))) }
        try test.perform(.reception(ids[1], .triage([.smallChildren])))
        try test.perform(
            .reception(ids[1], .setNationality(.foreign, nil, motive: "m", interpreter: nil, mexicanParent: false)))
        var release = Release(.relative)
        release.parent = ids[0]
        let refusal = test.refusal(.reception(ids[1], .release(release)), by: officer)
        #expect(refusal?.details["missing"] == ["family"])
        try test.perform(.reception(ids[1], .setFamily([ids[0]], [.parent])))
        try test.perform(.reception(ids[1], .tickLane(.family, words { $0.note = "actas y respuestas iguales" })))
        try test.perform(.reception(ids[1], .release(release)), by: officer)
        #expect(try test.reception(ids[1]).stage == .released)
    }

    /// Every lane command is read back from its line as itself, and an unknown step names those of its lane.
    @Test func linesAreReadAsTheyAreMeant() throws {
        let told = try Command(["do": "notifyAuthority", "reception": 7, "to": "dif", "medium": "phone", "who": "X"])
        #expect(told == .reception(Identifier(7), .tickLane(.dif, words { ($0.medium, $0.who) = (.phone, "X") })))
        let wrong: JSON = ["do": "tickLane", "reception": 7, "lane": "health", "step": "opi"]
        let steps = Lane.health.steps.map { JSON.string($0.rawValue) }
        #expect(throws: Refusal(.unknownCode, ["field": "step", "allowed": .array(steps)])) { try Command(wrong) }
        let age = Command.reception(
            Identifier(7),
            .correctAge(AgeCorrection(CivilDate(year: 2011, month: 1, day: 2), source: .procuraduria, folio: "D")))
        #expect(try Command(try #require(age.line)) == age)
    }
}
