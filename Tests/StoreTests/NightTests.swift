import Repatriation
import Store
import Support
import Testing

/// Tests named after the failure they prevent.
@Suite struct NightTests {
    private func child(_ test: TestStore, flags: Set<Flag> = []) throws -> Identifier<Reception> {
        let id = try test.waiting(.nogales, TestStore.person(1, born: 2011), flags: flags)
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(StartInterview(id, desk: 1)))
        var answers = completeAnswers
        (answers[.birthDate], answers[.travelCondition]) = (nil, "unaccompanied")
        try test.perform(.act(SaveProfile(id, answers)))
        return id
    }

    @Test(arguments: Exit.allCases)
    func unaccompaniedChildHasNoReceiverButDIF(_ how: Exit) throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1, attends: Set(Attention.allCases))
        let id = try child(test, flags: [.unaccompaniedChild])
        var release = Release(how)
        (release.receiver.institution, release.receiver.name, release.receiver.plate) = (
            "DIF Sonora", "Persona inventada", "AB-1"
        )
        try test.prepareHandOver(id)
        let withoutCredential = test.refusal(.act(ReleasePerson(id, release)))
        release.receiver.credential = "4417"
        release.receiver.parent = id
        let refusal = test.refusal(.act(ReleasePerson(id, release)))
        if how == .dif {
            #expect(withoutCredential?.code == .childLeavesOnlyTo)
            #expect(withoutCredential?.details["missing"] == ["id"])
            #expect(refusal == nil)
            #expect(try test.reception(id).stage == .registered)
        } else if how == .died {
            // Recorded by two; nobody receives anybody.
            #expect(refusal == nil)
            #expect(try test.reception(id).stage == .registered)
        } else if how != .unknown {
            #expect(refusal != nil)
            #expect(try test.reception(id).stage == .registered)
        } else {
            #expect(try test.reception(id).stage == .registered)
            #expect(try test.reception(id).isUnlocated)
        }
    }

    @Test func aChildLeavesWithAParentOfTheSameGroupOnly() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let stranger = try test.waiting(.nogales, TestStore.person(9))
        let (_, people) = try test.group(
            .nogales, people: [TestStore.person(2, born: 2012), TestStore.person(3, born: 1985)])
        for id in people {
            try test.perform(.act(Receive(id, .all, tag: nil)))
            try test.perform(.act(Triage(id, [.smallChildren])))
        }
        try test.perform(.act(CallPerson(people[0], desk: 1, reason: "familia")))
        try test.perform(.act(StartInterview(people[0], desk: 1)))
        var answers = completeAnswers
        (answers[.birthDate], answers[.travelCondition]) = (nil, "accompanied")
        try test.perform(.act(SaveProfile(people[0], answers)))
        var release = Release(.relative)
        #expect(test.refusal(.act(ReleasePerson(people[0], release)))?.code == .childLeavesOnlyTo)
        release.receiver.parent = stranger
        #expect(test.refusal(.act(ReleasePerson(people[0], release)))?.code == .childLeavesOnlyTo)
        release.receiver.parent = people[1]
        // The lead alone is not child protection and the second officer at once.
        let asked = try test.perform(.act(ReleasePerson(people[0], release)))
        #expect(asked.result["pending"] == "confirmation")
        let other = try test.add("Olga Prieto Luna", [.officer])
        try test.perform(.act(Confirm(try #require(asked.act))), by: other)
        #expect(try test.reception(people[0]).receiverReception == people[1])
    }

    @Test func fifteenWithAnAdultsBirthDateIsNoPlainAmendment() throws {
        let test = try TestStore()
        let id = try test.group(.nogales, people: [TestStore.person(1, born: 1998)]).1[0]
        var person = PersonData()
        person.birthDate = CivilDate(year: 2011, month: 5, day: 9)
        #expect(
            test.refusal(.act(AmendPerson(id, person, seemsAdult: nil)))?.code == .needsCorrectAge)
    }

    @Test func aMissingBirthDateIsNotAdultUntilSomebodySaysSo() throws {
        let test = try TestStore()
        var person = PersonData()
        (person.isUnidentified, person.description) = (true, "hombre, gorra azul")
        let id = try test.group(.nogales, people: [person]).1[0]
        try test.perform(.act(Receive(id, .hadNone, tag: nil)))
        #expect(
            test.refusal(.act(ReleasePerson(id, Release(.ownDecision))))?.code == .ageNotSettled)
        var release = Release(.ownDecision)
        release.seemsAdult = true
        #expect(test.refusal(.act(ReleasePerson(id, release))) == nil)
    }

    /// Every flag and every way out: an adult is told what is pending and is never held.
    @Test(arguments: Flag.allCases.filter { $0 != .unaccompaniedChild })
    func adultIsNeverHeld(_ flag: Flag) throws {
        let test = try TestStore()
        for how in [Exit.hospital, .authority, .ownDecision] {
            let id = try test.waiting(.nogales, TestStore.person(1), flags: [flag])
            #expect(test.refusal(.act(ReleasePerson(id, Release(how)))) == nil)
        }
        let pending = try test.waiting(.nogales, TestStore.person(2), flags: [flag])
        if flag != .noSpanish && flag != .deaf {
            try test.perform(
                .act(
                    SetNationality(
                        pending, .pending, nil, motive: nil, interpreter: nil, mexicanParent: nil)))
        }
        #expect(test.refusal(.act(ReleasePerson(pending, Release(.ownDecision)))) == nil)
    }

    @Test func onlyAWrittenMotiveOpensTheTwentyFourHours() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(
            .act(
                SetNationality(
                    id, .pending, nil, motive: "acta alterada", interpreter: nil, mexicanParent: nil
                )))
        #expect(
            test.refusal(.act(ReleasePerson(id, Release(.ownDecision))))?.code
                == .nationalityUnderReview)
        test.now = test.now.adding(minutes: 1441)
        #expect(test.refusal(.act(ReleasePerson(id, Release(.ownDecision)))) == nil)
    }

    @Test func tseltalSpeakerCannotBeForeignWithoutInterpreter() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.noSpanish])
        for nationality in [Nationality.foreign, .notAccredited, .pending] {
            let command = SetNationality(id, nationality, nil, motive: "m", mexicanParent: false)
            #expect(test.refusal(.act(command))?.code == .interpreterFirst)
        }
        let doubt = SetNationality(
            id, .foreign, motive: "m", interpreter: "INPI, por teléfono", mexicanParent: false)
        #expect(test.refusal(.act(doubt)) == nil)
    }

    @Test func usBornChildStaysWithMother() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1, born: 2022))
        let command = SetNationality(
            id, .foreign, nil, motive: "m", interpreter: nil, mexicanParent: true)
        #expect(test.refusal(.act(command))?.code == .childOfMexican)
    }

    @Test(arguments: [Flag.deaf, .noSpanish, .disability, .reserved])
    func deafPersonKeepsThePlace(_ flag: Flag) throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [flag])
        let entered = try test.reception(id).enteredAt
        try test.perform(.act(CallNext(at: .nogales, 1)))
        #expect(test.refusal(.act(NotPresent(id, reason: nil)))?.code == .mustBeFetched)
        try test.perform(.act(Park(id, .interpreter, reason: nil)))
        test.now = test.now.adding(minutes: 30)
        try test.perform(.act(Resume(id, reason: nil)))
        #expect(try test.reception(id).enteredAt == entered)
    }

    @Test func absencesNeverDropAnybody() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let id = try test.waiting(.nogales, TestStore.person(1))
        let entered = try test.reception(id).enteredAt
        for _ in 0..<3 {
            try test.perform(.act(CallNext(at: .nogales, 1)))
            try test.perform(.act(NotPresent(id, reason: nil)))
            #expect(test.refusal(.act(CallNext(at: .nogales, 1)))?.code == .noOneForThisDesk)
            test.now = test.now.adding(minutes: 6)
        }
        #expect(try test.reception(id).enteredAt == entered)
        #expect(try test.store.board(at: test.now).alerts.contains { $0.code == "absentTwice" })
    }

    @Test func insulinBeforeSurname() throws {
        let test = try TestStore()
        let id = try test.group(.nogales, people: [TestStore.person(1)]).1[0]
        try test.perform(.act(Triage(id, [.medical])))
        #expect(try test.reception(id).stage == .listed)
        try test.perform(.act(Receive(id, .all, tag: nil)))
        let person = try test.reception(id)
        #expect(person.stage == .waiting)
        #expect(person.priority == "medical")
    }

    @Test(arguments: Absence.allCases)
    func missingBeforeRollCallIsNotANoShow(_ why: Absence) throws {
        let test = try TestStore()
        let id = try test.group(.nogales, people: [TestStore.person(1)]).1[0]
        try test.perform(.act(NoShow(id, why, confirmedBy: nil)))
        let raised = try test.store.board(at: test.now).alerts.contains {
            $0.code == "unlocated" && $0.grade == .critical
        }
        #expect(raised == (why != .notDelivered))
        try test.perform(.act(Locate(id, found: "volvió sola")))
        #expect(try !test.store.board(at: test.now).alerts.contains { $0.code == "unlocated" })
    }

    @Test func childIsNeverHandedToADeskWithoutOPI() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        let id = try test.waiting(
            .nogales, TestStore.person(1, born: 2012),
            flags: [.unaccompaniedChild, .vitalEmergency])
        #expect(test.refusal(.act(CallNext(at: .nogales, 1)))?.code == .noOneForThisDesk)
        #expect(test.refusal(.act(CallPerson(id, desk: 1, reason: "NNA")))?.code == .childNeedsOPI)
        try test.perform(.act(OpenDesk(at: .nogales, 2, attends: [.opi])))
        #expect(
            try test.perform(.act(CallNext(at: .nogales, 2))).result["reception"] == .int(id.value))
        test.now = test.now.adding(minutes: 5)
        #expect(test.refusal(.act(TakeOver(id, desk: 1)))?.code == .childNeedsOPI)
    }

    /// A desk is its officer's: nobody else calls to it or keeps it alive.
    @Test func aDeskIsUsedByItsOfficerOnly() throws {
        let test = try TestStore()
        let other = try test.perform(
            .act(AddOfficer("Tomás Toledo Vera", account: nil, roles: [.officer])))
        let toledo = Identifier<Officer>(try #require(other.result["officer"]?.integer))
        try test.open(.nogales, desks: 1)
        let id = try test.waiting(.nogales, TestStore.person(1))
        #expect(throws: PerformFailure.self) {
            try test.perform(.act(CallNext(at: .nogales, 1)), by: toledo)
        }
        try test.perform(.act(CallNext(at: .nogales, 1)))
        test.now = test.now.adding(minutes: 5)
        try test.store.heartbeat(point: .nogales, desk: 1, of: toledo, at: test.now)
        try test.perform(.act(SetPlace(id, .roomA, with: nil)), by: toledo)
        try test.perform(.act(OpenDesk(at: .nogales, 2, attends: nil)), by: toledo)
        try test.perform(.act(TakeOver(id, desk: 2)), by: toledo)
        #expect(try test.reception(id).takenFrom == test.lead)
    }

    @Test func aDeafPersonsNationalityIsNotDoubtedWithoutInterpreter() throws {
        let test = try TestStore()
        let id = try test.waiting(.nogales, TestStore.person(1), flags: [.deaf])
        let doubt = SetNationality(id, .foreign, nil, motive: "m", mexicanParent: false)
        #expect(test.refusal(.act(doubt))?.code == .interpreterFirst)
        try test.perform(
            .act(
                AssignInterpreter(id, language: "LSM", variant: nil, .video, who: "INPI, inventada")
            ))
        #expect(test.refusal(.act(doubt)) == nil)
    }

    @Test func lightsOutDeskIsTakenOver() throws {
        let test = try TestStore()
        let other = try test.perform(
            .act(AddOfficer("Tomás Toledo Vera", account: nil, roles: [.officer])))
        let toledo = Identifier<Officer>(try #require(other.result["officer"]?.integer))
        try test.open(.nogales, desks: 1)
        try test.perform(.act(OpenDesk(at: .nogales, 2, attends: nil)), by: toledo)
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(StartInterview(id, desk: 1)))
        #expect(test.refusal(.act(TakeOver(id, desk: 2)))?.code == .deskStillAttending)
        test.now = test.now.adding(minutes: 3)
        try test.perform(.act(TakeOver(id, desk: 2)), by: toledo)
        #expect(try test.reception(id).desk == 2)
    }

    @Test func midnightDoesNotMakeTwoTwelves() throws {
        // 23:30 of Nogales: tickets go on past midnight, and restart after the cut only in an empty
        // point.
        let test = try TestStore(now: TestStore.morning.adding(minutes: 13 * 60 + 30))
        let people = (1...4).map { TestStore.person($0) }
        let ids = try test.group(.nogales, people: people).1
        func ticket(_ id: Identifier<Reception>) throws -> Int? {
            try test.perform(.act(Receive(id, .all, tag: nil))).result["ticket"]?.integer
        }
        #expect(try ticket(ids[0]) == 1)
        test.now = test.now.adding(minutes: 60)
        #expect(try ticket(ids[1]) == 2)
        test.now = test.now.adding(minutes: 5 * 60)
        #expect(try ticket(ids[2]) == 3)
        for id in ids.prefix(3) { try test.perform(.act(ReleasePerson(id, Release(.ownDecision)))) }
        #expect(try ticket(ids[3]) == 1)
    }

    @Test func groupsBalanceWithIndependentCountsOrAReason() throws {
        let test = try TestStore()
        let (group, ids) = try test.group(.nogales, people: (1...3).map { TestStore.person($0) })
        #expect(test.refusal(.act(BalanceGroup(group, reason: nil)))?.code == .peopleNotAccounted)
        for id in ids.dropLast() { try test.perform(.act(Receive(id, .all, tag: nil))) }
        try test.perform(.act(NoShow(ids[2], .notDelivered, confirmedBy: "placa 12")))
        #expect(test.refusal(.act(BalanceGroup(group, reason: nil)))?.code == .headcountMissing)
        try test.perform(.act(HeadCount(group, .line, 3, reason: nil)))
        let refusal = try #require(test.refusal(.act(BalanceGroup(group, reason: nil))))
        #expect(refusal.code == .groupDoesNotBalance)
        #expect(refusal.details["difference"] == 1)
        try test.perform(.act(BalanceGroup(group, reason: "contaron al chofer")))
        #expect(test.refusal(.act(CloseGroup(group)))?.code == .peopleWithoutExit)
        for id in ids.dropLast() {
            try test.perform(.act(ReleasePerson(id, Release(.ownDecision))))
        }
        try test.perform(.act(CloseGroup(group)))
    }
}
