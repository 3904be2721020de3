import Repatriation
import Store
import Support
import Testing

/// With whom a child leaves, who says so, and what takes nobody out of the child lane.
@Suite struct ChildExitTests {
    private let test: TestStore
    private let officer: Identifier<Officer>
    private let other: Identifier<Officer>
    private let opi: Identifier<Officer>

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1, attends: [.general])
        officer = try test.add("Tomás Toledo Vera", [.officer])
        other = try test.add("Olga Prieto Luna", [.officer])
        opi = try test.add("Irma Opinión Prueba", [.officer, .opi])
    }

    /// A child and an adult of one group, inside; the child may leave by the family's exit.
    private func family(flags: Set<Flag> = [.smallChildren]) throws -> (
        child: Identifier<Reception>, adult: Identifier<Reception>
    ) {
        let people = [TestStore.person(1, born: 2015), TestStore.person(2, born: 1985)]
        let ids = try test.group(.nogales, people: people).1
        for id in ids { try test.perform(.act(Receive(id, .all, tag: nil))) }
        try test.perform(.act(Triage(ids[0], flags)))
        let away = SetNationality(ids[0], .foreign, nil, motive: "m", mexicanParent: false)
        try test.perform(.act(away))
        return (ids[0], ids[1])
    }

    private func leave(_ child: Identifier<Reception>, with adult: Identifier<Reception>) -> Command
    {
        var release = Release(.relative)
        release.receiver.parent = adult
        return .act(ReleasePerson(child, release))
    }

    private func word(_ child: Identifier<Reception>) -> Command {
        var words = TickWords()
        words.note = "actas y respuestas iguales"
        return .act(TickLane(child, .family, words))
    }

    /// A parent who was out and is in again, whose child has gone with them: whoever has the child
    /// would be in two places.
    @Test func aParentIsNotBroughtBackOnceTheirChildLeftWithThem() throws {
        let (child, adult) = try family()
        try test.perform(.act(SetFamily(child, [adult], [.parent])))
        try test.perform(word(child), by: opi)
        try test.perform(leave(child, with: adult), by: officer)
        #expect(try test.reception(child).stage == .released)
        let left = try test.perform(.act(ReleasePerson(adult, Release(.ownDecision))))
        let act = try #require(left.act)
        #expect(test.refusal(.act(Undo(act)))?.details == ["depends": "childLeft"])
        #expect(try test.reception(adult).stage == .released)
    }

    private func openOPI() throws {
        try test.perform(.act(OpenDesk(at: .nogales, 2, attends: [.opi])), by: opi)
    }

    /// A stranger added off the list, told to be the guardian, and a birth date corrected by one
    /// day: nobody leaves.
    @Test func aLeadAloneHandsNoChildToAStranger() throws {
        let child = try test.group(.nogales, people: [TestStore.person(1, born: 2015)]).1[0]
        try test.perform(.act(Receive(child, .all, tag: nil)))
        try test.perform(.act(Triage(child, [.unaccompaniedChild])))
        let group = try test.reception(child).group
        let added = try test.perform(.act(AddOffList(group, TestStore.person(9, born: 1980))))
        let stranger = Identifier<Reception>(try #require(added.result["reception"]?.integer))
        try test.perform(.act(SetFamily(child, [stranger], [.guardian])))
        let day = CivilDate(year: 2015, month: 5, day: 7)
        try test.perform(.act(CorrectAge(child, AgeCorrection(day, source: .document, folio: "X"))))
        #expect(try test.reception(child).isChildAlone)
        #expect(test.refusal(leave(child, with: stranger))?.code == .notInThisStage)
        try test.perform(
            .act(SetNationality(child, .foreign, nil, motive: "m", mexicanParent: false)))
        #expect(test.refusal(leave(child, with: stranger))?.code == .childLeavesOnlyTo)
    }

    /// Child protection's own word about that very adult is enough; nobody's about another.
    @Test func theWordOfChildProtectionIsEnough() throws {
        let (child, adult) = try family()
        try openOPI()
        #expect(
            test.refusal(leave(child, with: adult), by: officer)?.details["missing"] == ["family"])
        // Where child protection is on, the lead does not stand for it, with or without a second
        // officer.
        #expect(test.refusal(leave(child, with: adult))?.details["missing"] == ["family"])
        try test.perform(.act(SetFamily(child, [adult], [.parent])))
        try test.perform(word(child))
        #expect(
            test.refusal(leave(child, with: adult), by: officer)?.details["missing"] == ["family"])
        try test.perform(word(child), by: opi)
        try test.perform(leave(child, with: adult), by: officer)
        #expect(try test.reception(child).receiverReception == adult)
    }

    /// Where nobody of child protection is on, families wait for nobody: the lead and somebody
    /// else, never one alone.
    @Test func withoutChildProtectionTheLeadAndAnotherDo() throws {
        var (child, adult) = try family()
        let byLead = try #require(try test.perform(leave(child, with: adult)).act)
        #expect(try test.reception(child).isInside)
        #expect(test.refusal(.act(Confirm(byLead)))?.code == .secondOfficer)
        try test.perform(.act(Confirm(byLead)), by: other)
        #expect(try test.reception(child).exit == .relative)
        (child, adult) = try family()
        let byOfficer = try #require(try test.perform(leave(child, with: adult), by: officer).act)
        #expect(test.refusal(.act(Confirm(byOfficer)), by: other)?.details["missing"] == ["family"])
        try test.perform(.act(Confirm(byOfficer)))
        #expect(try test.reception(child).exit == .relative)
        // The lead's word and another officer's hand are two as well; the lead's own hand is not.
        (child, adult) = try family()
        try test.perform(.act(SetFamily(child, [adult], [.parent])))
        try test.perform(word(child))
        #expect(try test.perform(leave(child, with: adult)).result["pending"] == "confirmation")
        try test.perform(leave(child, with: adult), by: officer)
        #expect(try test.reception(child).exit == .relative)
    }

    /// The lead's word and another's hand are two human beings only where one of them gave a
    /// password.
    @Test(arguments: [IdentityProof.account, .password], [IdentityProof.account, .password])
    func theWordAboutAFamilyIsProven(_ word: IdentityProof, _ hand: IdentityProof) throws {
        let test = try TestStore(seed: nil)
        try test.open(.nogales, desks: 1, attends: [.general])
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        test.pass(minutes: 1440 * 2)
        try test.perform(.act(OpenShift(at: .nogales)))
        let people = [TestStore.person(1, born: 2015), TestStore.person(2, born: 1985)]
        let ids = try test.group(.nogales, people: people).1
        for id in ids { try test.perform(.act(Receive(id, .all, tag: nil))) }
        let child = ids[0]
        let steps: [any Act] = [
            Triage(child, [.smallChildren]),
            SetNationality(child, .foreign, motive: "m", mexicanParent: false),
            SetFamily(child, [ids[1]], [.parent]),
        ]
        for step in steps { try test.perform(.act(step)) }
        let told = try test.store.perform(
            self.word(child), by: test.lead, proven: word, at: test.now)
        #expect(told.act != nil)
        let leaves = try test.store.perform(
            leave(child, with: ids[1]), by: officer, proven: hand, at: test.now)
        let isProven = word.isOwn || hand.isOwn
        #expect(try test.reception(child).isInside != isProven)
        #expect((leaves.result["pending"] == "confirmation") != isProven)
        guard !isProven, let act = leaves.act else { return }
        #expect(test.refusal(.act(Confirm(act)))?.code == .passwordWanted)
        _ = try test.store.perform(
            .act(Confirm(act)), by: test.lead, proven: .password, at: test.now)
        #expect(try test.reception(child).exit == .relative)
    }

    /// What is said of a family says of whom, on the checklist before and after, and on the card.
    @Test func theFamilysWordNamesTheAdult() throws {
        let (child, adult) = try family()
        try test.perform(.act(SetFamily(child, [adult], [.parent])))
        #expect(try test.store.lanes(of: child, now: test.now)?.family.map(\.id) == [adult])
        try test.perform(word(child), by: opi)
        #expect(try test.store.lanes(of: child, now: test.now)?.family.map(\.id) == [adult])
        #expect(try test.store.card(child, now: test.now)?.lanes.family == [adult])
        // To somebody who is not told who the child is the adult is not named either.
        try test.perform(.act(CorrectAge(child, AgeCorrection(nil, source: .said))))
        let viewer = try Viewer(path: test.path)
        viewer.reader = officer
        let seen = try #require(try viewer.lanes(of: child, now: test.now))
        #expect(!"\(seen.relatives)".contains("Persona 2"))
    }

    /// A doubt about somebody whose lane is open already gives its hours no new beginning; an
    /// adult's begin with it.
    @Test(arguments: [(2015, true), (1990, false)])
    func aDoubtDoesNotRestartAnOpenLane(_ born: Int, _ wasOpen: Bool) throws {
        let id = try test.waiting(
            .nogales, TestStore.person(1, born: born), flags: wasOpen ? [.smallChildren] : [])
        func due() throws -> Instant? {
            let lines = try #require(try test.store.lanes(of: id, now: test.now)).lanes.lines
            return lines.first { $0.step == .opi }?.dueAt
        }
        let before = try due()
        test.pass(minutes: 30)
        try test.perform(.act(CorrectAge(id, AgeCorrection(nil, source: .appearance))), by: officer)
        let after = try #require(try due())
        #expect((after == before) == wasOpen)
        #expect(wasOpen || after > test.now)
    }

    /// A desk that only says that it attends for child protection is nobody of it.
    @Test func aLeadAtTheDeskIsNotChildProtection() throws {
        let (child, adult) = try family()
        try test.perform(.act(OpenDesk(at: .nogales, 2, attends: [.opi])))
        #expect(try test.perform(leave(child, with: adult)).result["pending"] == "confirmation")
    }

    /// Two ordinary officers do not make a child dead.
    @Test func aDeathIsToldByOneOfTheLane() throws {
        let (child, _) = try family()
        let died = Command.act(ReleasePerson(child, Release(.died)))
        let asked = try #require(try test.perform(died, by: officer).act)
        #expect(test.refusal(.act(Confirm(asked)), by: other)?.code == .notAllowed)
        try test.perform(.act(Confirm(asked)), by: opi)
        #expect(try test.reception(child).exit == .died)
    }

    /// A right to rectification is no way across 18, on the list, inside or out.
    @Test(arguments: [Stage.listed, .waiting, .released])
    func aRectificationMakesNoChildAnAdult(_ stage: Stage) throws {
        var id = try test.group(.nogales, people: [TestStore.person(1, born: 2012)]).1[0]
        if stage == .waiting { try test.perform(.act(Receive(id, .all, tag: nil))) }
        if stage == .released {
            let adult: Identifier<Reception>
            (id, adult) = try family()
            try test.perform(
                .act(Confirm(try #require(try test.perform(leave(id, with: adult)).act))), by: other
            )
        }
        let asks = Requester(name: "Madre Inventada", document: "acta", capacity: .guardian)
        let asked = try test.perform(.act(RequestRights(id, .rectification, asks)))
        let request = Identifier<RightsRequest>(try #require(asked.result["request"]?.integer))
        var resolution = RightsResolution(.granted)
        resolution.fields.birthDate = CivilDate(year: 1990, month: 1, day: 2)
        let code = test.refusal(.act(AnswerRights(request, resolution)))?.code
        #expect(code == .needsCorrectAge || code == .childLaneStays)
        resolution.fields.birthDate = CivilDate(year: 2012, month: 5, day: 8)
        try test.perform(.act(AnswerRights(request, resolution)))
    }

    /// Whoever teaches works in the child lane in practice, and in earnest is an officer like any
    /// other.
    @Test(arguments: [true, false])
    func whoeverTeachesIsOfTheLaneInPracticeAlone(_ isDrill: Bool) throws {
        let test = try TestStore(seed: isDrill ? 1 : nil)
        let teacher = try test.add("Tere Maestra Prueba", [.officer, .trainer])
        let id = try test.waiting(
            .nogales, TestStore.person(1, born: 2012), flags: [.unaccompaniedChild])
        var person = PersonData()
        person.sex = .woman
        let amend = Command.act(AmendPerson(id, person, seemsAdult: nil))
        #expect(test.refusal(amend, by: teacher)?.code == (isDrill ? nil : .laneOnly))
        let step = Command.act(TickLane(id, .rights, TickWords()))
        #expect(test.refusal(step, by: teacher)?.code == (isDrill ? nil : .notAllowed))
    }

    /// Child protection's word is about who the adult was when it was said, not about a number.
    @Test func theWordFallsWithWhoTheAdultIs() throws {
        let (child, adult) = try family()
        try openOPI()
        try test.perform(.act(SetFamily(child, [adult], [.parent])))
        try test.perform(word(child), by: opi)
        var person = PersonData()
        (person.given, person.firstSurname) = ("Otra Persona", "Distinta")
        try test.perform(.act(AmendPerson(adult, person, seemsAdult: nil)), by: officer)
        #expect(
            test.refusal(leave(child, with: adult), by: officer)?.details["missing"] == ["family"])
        var again = TickWords()
        again.note = "la persona adulta es otra; se preguntó de nuevo"
        try test.perform(.act(TickLane(child, .family, again)), by: opi)
        try test.perform(leave(child, with: adult), by: officer)
    }

    /// Who is made eighteen of tomorrow is made an adult: on the list, inside, by whichever
    /// command.
    @Test(arguments: [Stage.listed, .received], ["2008-11-21", "2008-12-06"])
    func nobodyIsMadeEighteenOfTomorrow(_ stage: Stage, _ date: String) throws {
        let id = try test.group(.nogales, people: [TestStore.person(1, born: 2012)]).1[0]
        if stage == .received { try test.perform(.act(Receive(id, .all, tag: nil))) }
        var person = PersonData()
        person.birthDate = CivilDate(text: date)
        for who in [officer, test.lead] {
            #expect(
                test.refusal(.act(AmendPerson(id, person, seemsAdult: nil)), by: who)?.code
                    == .childLaneStays)
            let plain = AgeCorrection(person.birthDate, source: .document, folio: "X")
            #expect(
                test.refusal(.act(CorrectAge(id, plain)), by: who)?.code == .procuraduriaDecides)
        }
        person.birthDate = CivilDate(year: 2011, month: 5, day: 6)
        try test.perform(.act(AmendPerson(id, person, seemsAdult: nil)), by: officer)
    }

    /// What an officer sees is not set against a list that says of somebody without a birth date
    /// that they are a child.
    @Test func aListThatSaysChildIsNotOutseen() throws {
        var person = TestStore.person(1)
        (person.birthDate, person.suggested) = (nil, [.unaccompaniedChild])
        let id = try test.group(.nogales, people: [person]).1[0]
        try test.perform(.act(Receive(id, .all, tag: nil)), by: officer)
        var release = Release(.ownDecision)
        release.seemsAdult = true
        #expect(test.refusal(.act(ReleasePerson(id, release)), by: officer)?.code == .ageNotSettled)
    }

    /// Child protection is on at whichever desk it sits, and also while that is paused.
    @Test(arguments: [true, false])
    func childProtectionIsOnWhereverItSits(_ isPaused: Bool) throws {
        let (child, adult) = try family()
        try test.perform(.act(OpenDesk(at: .nogales, 2, attends: [.general])), by: opi)
        if isPaused { try test.perform(.act(PauseDesk(at: .nogales, 2, reason: "baño")), by: opi) }
        #expect(test.refusal(leave(child, with: adult))?.details["missing"] == ["family"])
    }

    /// Only the Procuraduría says that a child alone is here with the family, and two officers
    /// write it.
    @Test func theProcuraduriaGivesAChildBackToTheFamily() throws {
        let (child, adult) = try family(flags: [.unaccompaniedChild])
        var decided = AgeCorrection(
            CivilDate(year: 2015, month: 5, day: 6), source: .procuraduria, folio: "PP-1")
        decided.isWithFamily = true
        #expect(test.refusal(.act(CorrectAge(child, decided)))?.code == .noFamilyTold)
        try test.perform(.act(SetFamily(child, [adult], [.parent])))
        for source in [AgeSource.said, .appearance, .document] {
            var plain = AgeCorrection(decided.birthDate, source: source, folio: "PP-1")
            plain.isWithFamily = true
            _ = test.refusal(.act(CorrectAge(child, plain)))
            #expect(try test.reception(child).isChildAlone, "\(source)")
        }
        let asked = try test.perform(.act(CorrectAge(child, decided)))
        #expect(asked.result["pending"] == "confirmation")
        #expect(try test.reception(child).isChildAlone)
        try test.perform(.act(Confirm(try #require(asked.act))), by: other)
        #expect(try !test.reception(child).isChildAlone)
    }
}
