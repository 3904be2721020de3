import Repatriation
import Store
import Support
import Testing

/// The child lane: what it still needs, who enters it and how, and that nothing but DIF or the
/// family ends it.
@Suite struct ChildLaneTests {
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

    private func child(_ flags: Set<Flag> = [.unaccompaniedChild]) throws -> Identifier<Reception> {
        let id = try test.waiting(.nogales, TestStore.person(1, born: 2011), flags: flags)
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(StartInterview(id, desk: 1)))
        var answers = completeAnswers
        (answers[.birthDate], answers[.travelCondition]) = (nil, "unaccompanied")
        try test.perform(.act(SaveProfile(id, answers)))
        return id
    }

    private static let receiver: Release = {
        var release = Release(.dif)
        (
            release.receiver.institution, release.receiver.name, release.receiver.credential,
            release.receiver.plate
        ) = (
            "DIF", "Persona Inventada", "4", "A1"
        )
        return release
    }()

    /// Every subset of the steps against what the refusal names: DIF receives only when nothing is
    /// missing.
    @Test(arguments: 0..<16)
    func aChildIsHandedOverOnlyWhenNothingIsMissing(_ mask: Int) throws {
        let id = try child()
        let wanted: [LaneStep] = [.opi, .procuraduria, .dif, .acta]
        var done = wanted.enumerated().filter { mask >> $0.offset & 1 == 1 }.map(\.element)
        // The record says who was told: it is not made before.
        let isActaPossible = done.contains(.procuraduria) && done.contains(.dif)
        for step in done {
            let command = Command.act(
                TickLane(id, step, step == .procuraduria || step == .dif ? told : TickWords()))
            guard step != .acta || isActaPossible else {
                #expect(test.refusal(command)?.code == .actaBefore)
                continue
            }
            let paper = try test.perform(command).result["paper"]?.integer
            if let paper {
                #expect(try missing(id).contains("acta"), "issued is not signed")
                try test.perform(.act(DeliverPaper(Identifier(paper), .signed)))
            }
        }
        if !isActaPossible { done.removeAll { $0 == .acta } }
        let left = wanted.filter { !done.contains($0) }.map(\.rawValue)
        #expect(try missing(id) == left)
        if left.isEmpty {
            #expect(
                try test.perform(.act(ReleasePerson(id, ChildLaneTests.receiver))).result["pending"]
                    == "confirmation")
        }
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Whatever is typed as DIF has to be DIF.
    @Test(arguments: [
        ("DIF Sonora", true), ("dif municipal", true), ("Procuraduría de Protección de NNA", true),
        ("Sistema para el Desarrollo Integral de la Familia", true), ("Taxi El Rápido", false),
        ("Difusión", false),
        ("su tío", false), (".", false),
    ])
    func noOtherInstitutionReceivesAChild(_ institution: String, _ isReceived: Bool) throws {
        let id = try child()
        try test.prepareHandOver(id)
        var release = ChildLaneTests.receiver
        release.receiver.institution = institution
        #expect((test.refusal(.act(ReleasePerson(id, release))) == nil) == isReceived)
    }

    /// What the refusal of a hand-over to DIF names as missing.
    private func missing(_ id: Identifier<Reception>) throws -> [String] {
        let refusal = test.refusal(.act(ReleasePerson(id, ChildLaneTests.receiver)))
        guard let refusal else { return [] }
        #expect(refusal.code == .childLeavesOnlyTo)
        return (refusal.details["missing"]?.elements ?? []).compactMap(\.text)
    }

    /// A child never leaves that way, nor does one whose age is doubted.
    @Test func noChildLeavesAnyway() throws {
        let leaving = Leaving(pending: [], explainedIn: "español")
        #expect(test.refusal(.act(LeaveAnyway(try child(), leaving)))?.code == .childLeavesOnlyTo)
        let doubted = try test.waiting(.nogales, TestStore.person(2))
        try test.perform(.act(CorrectAge(doubted, AgeCorrection(nil, source: .said))))
        #expect(test.refusal(.act(LeaveAnyway(doubted, leaving)))?.code == .childLeavesOnlyTo)
        for how in Exit.allCases where ![.unknown, .died].contains(how) {
            #expect(test.refusal(.act(ReleasePerson(doubted, Release(how)))) != nil, "\(how)")
        }
    }

    /// Fifteen, with an adult's birth date on the list: in the lane at once, out of it only by the
    /// Procuraduría.
    @Test func fifteenWithAnAdultsBirthDate() throws {
        let id = try test.waiting(.nogales, TestStore.person(1, born: 1998))
        try test.perform(.act(CorrectAge(id, AgeCorrection(nil, source: .said))))
        let today = try #require(CivilDate(year: 2026, month: 11, day: 20))
        #expect(try test.reception(id).isChild(on: today))
        #expect(
            try test.store.board(at: test.now).rows.first { $0.point == .nogales }?.children == 1)
        let adult = try #require(CivilDate(year: 1998, month: 9, day: 5))
        for source in [AgeSource.said, .appearance, .document] {
            let plain = AgeCorrection(adult, source: source, folio: "X-1")
            #expect(test.refusal(.act(CorrectAge(id, plain)))?.code == .procuraduriaDecides)
        }
        let without = AgeCorrection(adult, source: .procuraduria)
        #expect(test.refusal(.act(CorrectAge(id, without)))?.code == .procuraduriaDecides)
        let decided = AgeCorrection(adult, source: .procuraduria, folio: "PPNNA-77")
        let asked = try test.perform(.act(CorrectAge(id, decided)))
        #expect(asked.result["pending"] == "confirmation")
        #expect(try test.reception(id).ageDoubtAt != nil)
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let lead = try test.add("Otra Jefa Prueba", [.officer, .lead])
        try test.perform(.act(Confirm(try #require(asked.act))), by: lead)
        let decidedNow = try test.reception(id)
        #expect(decidedNow.ageDoubtAt == nil && decidedNow.birthDate == adult)
        #expect(try test.reception(id).ageFolio == "PPNNA-77")
        // Between two officers, neither of them a lead, nothing is decided.
        try test.perform(.act(CorrectAge(id, AgeCorrection(nil, source: .said))))
        let again = try test.perform(.act(CorrectAge(id, decided)), by: officer)
        let other = try test.add("Olga Prieto Luna", [.officer])
        #expect(test.refusal(.act(Confirm(try #require(again.act))), by: other)?.code == .onlyLead)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A day of birth that makes somebody a child protects at once, before the lead has confirmed
    /// it.
    @Test func aYoungerDateProtectsBeforeItIsConfirmed() throws {
        let id = try test.waiting(.nogales, TestStore.person(1, born: 1998))
        let young = AgeCorrection(CivilDate(year: 2011, month: 1, day: 2), source: .document)
        let asked = try test.perform(.act(CorrectAge(id, young)))
        #expect(asked.result["pending"] == "confirmation")
        #expect(asked.events.map(\.kind) == [.confirmationAsked, .ageDoubted])
        let before = try test.reception(id)
        #expect(before.ageDoubtAt != nil && before.birthDate?.year == 1998)
        let lead = try test.add("Otra Jefa Prueba", [.officer, .lead])
        try test.perform(.act(Confirm(try #require(asked.act))), by: lead)
        #expect(try test.reception(id).birthDate?.year == 2011)
    }

    /// The book has every child of the point, its open lines are the point's own count, and only
    /// the lane reads it.
    @Test func theBookIsWholeAndForTheLane() throws {
        let alone = try child()
        let doubted = try test.waiting(.nogales, TestStore.person(2, born: 1999))
        try test.perform(.act(CorrectAge(doubted, AgeCorrection(nil, source: .appearance))))
        _ = try test.waiting(.nogales, TestStore.person(3, born: 1980))
        var undated = TestStore.person(4)
        undated.birthDate = nil
        let unsettled = try test.waiting(.nogales, undated)
        var book = try test.store.childBook(at: .nogales, .open, now: test.now)
        #expect(
            Set(book.lines.map(\.id)) == [alone, doubted, unsettled] && book.inside == book.counted)
        #expect(book.inside == 3 && book.unsettled == 1)
        try test.perform(.act(AmendPerson(unsettled, PersonData(), seemsAdult: true)))
        book = try test.store.childBook(at: .nogales, .open, now: test.now)
        #expect(Set(book.lines.map(\.id)) == [alone, doubted] && book.inside == book.counted)
        // Late when the hours have passed, and told to those of the lane alone.
        test.now = test.now.adding(minutes: 16)
        book = try test.store.childBook(at: .nogales, .open, now: test.now)
        #expect(
            book.lines.allSatisfy {
                Set($0.late(at: test.now).map(\.step)) == [.opi, .procuraduria, .dif]
            })
        #expect(try test.store.board(at: test.now).alerts.contains { $0.code == "childBook" })
        let viewer = try Viewer(path: test.path)
        viewer.reader = try test.add("Tomás Toledo Vera", [.officer])
        #expect(throws: Refusal.self) { try viewer.childBook(at: .nogales, .open, now: test.now) }
        #expect(try !viewer.board(at: test.now).alerts.contains { $0.code == "childBook" })
        // Handed over: out of the open lines, in today's, with the second officer.
        try test.prepareHandOver(alone)
        let asked = try test.perform(.act(ReleasePerson(alone, ChildLaneTests.receiver)))
        let second = try test.add("Olga Prieto Luna", [.officer])
        try test.perform(.act(Confirm(try #require(asked.act))), by: second)
        #expect(
            try test.store.childBook(at: .nogales, .open, now: test.now).lines.map(\.id) == [
                doubted
            ])
        let today = try test.store.childBook(at: .nogales, .today, now: test.now)
        let line = try #require(today.lines.first { $0.id == alone })
        #expect(line.second == "OPR" && line.lanes.done(.difArrived) == test.now)
        #expect(test.refusal(.act(TickLane(doubted, .actaCopy, TickWords())))?.code == .actaBefore)
        // The second copy comes back after the hand-over.
        try test.perform(.act(TickLane(alone, .actaCopy, TickWords())))
        #expect(test.refusal(.act(TickLane(alone, .rights, TickWords())))?.code == .alreadyOut)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// The family's exit takes child protection's word about that very adult, or its own hand.
    @Test func theFamilysExitTakesTheWordOfChildProtection() throws {
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let opi = try test.add("Irma Opinión Prueba", [.officer, .opi])
        try test.perform(.act(OpenDesk(at: .nogales, 3, attends: [.opi])), by: opi)
        let people = [
            TestStore.person(1, born: 1985), TestStore.person(2, born: 2015),
            TestStore.person(3, born: 1980),
        ]
        let ids = try test.group(.nogales, people: people).1
        for id in ids { try test.perform(.act(Receive(id, .all, tag: nil))) }
        let child = ids[1]
        try test.perform(.act(Triage(child, [.smallChildren])))
        let away = SetNationality(child, .foreign, nil, motive: "m", mexicanParent: false)
        try test.perform(.act(away))
        func leave(with adult: Identifier<Reception>) -> Command {
            var release = Release(.relative)
            release.receiver.parent = adult
            return .act(ReleasePerson(child, release))
        }
        #expect(test.refusal(leave(with: ids[0]), by: officer)?.details["missing"] == ["family"])
        #expect(
            test.refusal(.act(TickLane(child, .family, words { $0.note = "x" })))?.code
                == .notInThisLane)
        try test.perform(.act(SetFamily(child, [ids[0]], [.parent])))
        try test.perform(
            .act(TickLane(child, .family, words { $0.note = "actas y respuestas iguales" })),
            by: opi)
        // Not with anybody else of the group, not even after somebody says that they are family.
        #expect(test.refusal(leave(with: ids[2]), by: officer) != nil)
        try test.perform(.act(SetFamily(child, [ids[2]], [.parent])))
        #expect(test.refusal(leave(with: ids[2]), by: officer)?.details["missing"] == ["family"])
        try test.perform(leave(with: ids[0]), by: officer)
        #expect(try test.reception(child).receiverReception == ids[0])
    }

    /// A child who came with somebody who is no parent, or only with a brother or sister, has come
    /// alone.
    @Test(arguments: [Kinship.unrelated, .auntUncle, .sibling, .cousin, .grandparent])
    func onlyAParentAccompaniesAChild(_ kinship: Kinship) throws {
        let people = [TestStore.person(1, born: 1985), TestStore.person(2, born: 2012)]
        let ids = try test.group(.nogales, people: people).1
        for id in ids { try test.perform(.act(Receive(id, .all, tag: nil))) }
        try test.perform(.act(Triage(ids[1], [])))
        try test.perform(.act(SetFamily(ids[1], [ids[0]], [kinship])))
        let state = try #require(try test.store.lanes(of: ids[1], now: test.now)).lanes
        #expect(Set(state.beforeHandOver).isSubset(of: Set(state.missing)))
        #expect(state.missing.contains(.procuraduria) && state.missing.contains(.dif))
        let away = SetNationality(ids[1], .foreign, nil, motive: "m", mexicanParent: false)
        try test.perform(.act(away))
        var release = Release(.relative)
        release.receiver.parent = ids[0]
        #expect(test.refusal(.act(ReleasePerson(ids[1], release)))?.code == .childLeavesOnlyTo)
        for step in [LaneStep.procuraduria, .dif] {
            try test.perform(.act(TickLane(ids[1], step, told)))
        }
    }

    /// Who answers to have come alone, or with somebody else's family, is in the lane from then on.
    @Test(arguments: ["unaccompanied", "separated"])
    func theInterviewLeadsIntoTheLane(_ condition: String) throws {
        let id = try test.waiting(.nogales, TestStore.person(1, born: 2012))
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(StartInterview(id, desk: 1)))
        #expect(try !test.reception(id).isChildAlone)
        try test.perform(.act(SaveProfile(id, [.travelCondition: condition])))
        let after = try test.reception(id)
        #expect(after.isChildAlone && after.priority == "child" && after.tier == 0)
    }

    /// A doubted age is a child alone on every list from that moment: named to the lane only, and
    /// in its class.
    @Test func aDoubtedAgeIsHiddenAndFirst() throws {
        let id = try test.waiting(.nogales, TestStore.person(1, born: 1999))
        try test.perform(.act(CorrectAge(id, AgeCorrection(nil, source: .said))))
        let viewer = try Viewer(path: test.path)
        viewer.reader = try test.add("Beto Beta Prueba", [.beta])
        let row = try #require(
            try viewer.queue(at: .nogales, desk: 1, now: test.now)?.rows.first { $0.id == id })
        #expect(!row.name.words.es.contains("Prueba") && row.isProtected)
        let after = try test.reception(id)
        #expect(after.priority == "child" && after.tier == 0 && after.target == 10)
        #expect(test.refusal(.act(Triage(id, [])))?.code == .childLaneStays)
    }

    /// A record that is void is made again, names the one before, and only those of the lane make
    /// it void.
    @Test func aVoidRecordIsMadeAgain() throws {
        let id = try child()
        try test.prepareHandOver(id)
        let first = try #require(try test.store.lanes(of: id, now: test.now)).lanes.acta
        let folio = try #require(first).folio
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let cancel = Command.act(CancelFolio(folio, reason: "nombre mal escrito"))
        #expect(test.refusal(cancel, by: officer)?.code == .laneOnly)
        // Void between the request and the second officer: the hand-over is refused.
        let asked = try test.perform(.act(ReleasePerson(id, ChildLaneTests.receiver)))
        try test.perform(cancel)
        #expect(
            test.refusal(.act(Confirm(try #require(asked.act))), by: officer)?.details["missing"]
                == ["acta"])
        let again = try test.perform(.act(TickLane(id, .acta, TickWords()))).result["paper"]?
            .integer
        let paper = Identifier<Paper>(try #require(again))
        #expect(try test.store.paper(paper)?.paper.replaces == folio)
        try test.perform(.act(DeliverPaper(paper, .signed)))
        #expect(
            try test.perform(.act(ReleasePerson(id, ChildLaneTests.receiver))).result["pending"]
                == "confirmation")
    }

    /// A child alone who was received is not made to have never come.
    @Test func aChildAloneIsNotMadeToHaveNeverCome() throws {
        let id = try test.group(.nogales, people: [TestStore.person(1, born: 2012)]).1[0]
        try test.perform(.act(Triage(id, [.unaccompaniedChild])))
        let received = try test.perform(.act(Receive(id, .all, tag: nil)))
        #expect(test.refusal(.act(Undo(try #require(received.act))))?.code == .childLaneStays)
    }

    /// The day a child dies is recorded, by two; no other way out opens with it.
    @Test func aChildsDeathIsRecordedByTwo() throws {
        let id = try child()
        let asked = try test.perform(.act(ReleasePerson(id, Release(.died))))
        #expect(asked.result["pending"] == "confirmation")
        let other = try test.add("Olga Prieto Luna", [.officer])
        try test.perform(.act(Confirm(try #require(asked.act))), by: other)
        #expect(try test.reception(id).exit == .died)
    }
}
