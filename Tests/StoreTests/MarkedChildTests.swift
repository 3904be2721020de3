import Repatriation
import Store
import Support
import Testing

/// Who was marked as a child alone: what a slip is, and what nobody outside the lane takes back.
@Suite struct MarkedChildTests {
    private let test: TestStore
    private let officer: Identifier<Officer>
    private let opi: Identifier<Officer>

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 1, attends: [.general])
        officer = try test.add("Tomás Toledo Vera", [.officer])
        opi = try test.add("Irma Opinión Prueba", [.officer, .opi])
    }

    enum NoSlip: CaseIterable { case late, another, acted, child, unknownAge, listSaysSo }

    /// A slip of a key on an adult is taken back at once by whoever made it.
    @Test func aSlipOnAnAdultIsTakenBack() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let mark = Command.act(Triage(id, [.unaccompaniedChild]))
        let act = try #require(try test.perform(mark, by: officer).act)
        test.now = test.now.adding(minutes: 2)
        try test.perform(.act(Undo(act)), by: officer)
        #expect(
            try test.reception(id).protection(on: try #require(CivilDate(text: "2026-11-20")))
                == .adult)
        #expect(try test.reception(id).flags == [])
    }

    /// An adult marked by slip on the list and received: neither could be taken back, the reception
    /// because of the mark and the mark because of the reception.
    @Test func theReceptionOfAnAdultMarkedBySlipIsTakenBack() throws {
        let id = try test.group(.nogales, people: [TestStore.person(1)]).1[0]
        let mark = Command.act(Triage(id, [.unaccompaniedChild]))
        let marked = try #require(try test.perform(mark, by: officer).act)
        test.pass(seconds: 30)
        let received = try #require(
            try test.perform(.act(Receive(id, .all, tag: nil)), by: officer).act)
        test.pass(seconds: 30)
        #expect(test.refusal(.act(Undo(received)))?.code == .childLaneStays)
        #expect(test.refusal(.act(Undo(marked)), by: officer)?.code == .childLaneStays)
        #expect(try test.store.ownAct(of: officer, at: test.now)?.refusal == nil)
        try test.perform(.act(Undo(received)), by: officer)
        #expect(try test.reception(id).stage == .listed && test.reception(id).isChildAlone)
        try test.perform(.act(Undo(marked)), by: officer)
        #expect(try !test.reception(id).isChildAlone)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// What is no slip stays: later, by another, acted on, or where any other fact tells of a
    /// child.
    @Test(arguments: NoSlip.allCases)
    func whatIsNoSlipStays(_ why: NoSlip) throws {
        var person = TestStore.person(1, born: why == .child ? 2012 : 1990)
        if why == .unknownAge { person.birthDate = nil }
        if why == .listSaysSo { person.suggested = [.unaccompaniedChild] }
        let id = try test.waiting(.nogales, person)
        let mark = Command.act(Triage(id, [.unaccompaniedChild]))
        let act = try #require(try test.perform(mark, by: officer).act)
        if why == .late { test.now = test.now.adding(minutes: 3) }
        if why == .acted { try test.perform(.act(SetPlace(id, .yard, with: nil))) }
        let who = why == .another ? test.lead : officer
        // Nor is it offered: what «u» asks about, Enter does.
        let offered = try test.store.ownAct(of: officer, at: test.now)
        #expect(why == .another || why == .acted || offered?.refusal?.code == .childLaneStays)
        #expect(test.refusal(.act(Undo(act)), by: who)?.code == .childLaneStays)
        #expect(try test.reception(id).isChildAlone)
    }

    /// Who a lone child is, only the lane writes, whichever command it comes by.
    @Test func anOrdinaryOfficerDoesNotRewriteALoneChild() throws {
        try test.perform(.act(OpenDesk(at: .nogales, 2, attends: [.opi])), by: opi)
        let id = try test.waiting(
            .nogales, TestStore.person(1, born: 2012), flags: [.unaccompaniedChild])
        try test.perform(.act(CallNext(at: .nogales, 2)), by: opi)
        try test.perform(.act(StartInterview(id, desk: 2)), by: opi)
        var answers = completeAnswers
        (answers[.birthDate], answers[.travelCondition]) = (nil, "unaccompanied")
        try test.perform(.act(SaveProfile(id, answers)), by: opi)
        for answers: [ProfileField: String] in [
            [.curp: "SABC560626MDFLRN01"], [.sex: "M"], [.birthDate: "2013-05-06"],
            [.birthState: "VZ"],
        ] {
            #expect(test.refusal(.act(SaveProfile(id, answers)), by: officer)?.code == .laneOnly)
        }
        var person = PersonData()
        person.sex = .woman
        #expect(
            test.refusal(.act(AmendPerson(id, person, seemsAdult: nil)), by: officer)?.code
                == .laneOnly)
        try test.perform(.act(AmendPerson(id, person, seemsAdult: nil)), by: opi)
    }

    /// Received in doubt, un-received and told to have never come: each step stays closed.
    @Test func aDoubtedChildIsNotMadeToHaveNeverCome() throws {
        let id = try test.group(.nogales, people: [TestStore.person(1, born: 1998)]).1[0]
        let received = try #require(
            try test.perform(.act(Receive(id, .all, tag: nil)), by: officer).act)
        try test.perform(.act(CorrectAge(id, AgeCorrection(nil, source: .said))), by: officer)
        #expect(test.refusal(.act(Undo(received)), by: officer)?.code == .childLaneStays)
        #expect(test.refusal(.act(Undo(received)))?.code == .childLaneStays)
    }

    /// Somebody saw the child whom they marked on the list: it is looked for until the lane says
    /// what was found.
    @Test func aMarkedChildOfTheListIsLookedFor() throws {
        let id = try test.group(.nogales, people: [TestStore.person(1, born: 2012)]).1[0]
        try test.perform(.act(Triage(id, [.unaccompaniedChild])), by: officer)
        let gone = Command.act(NoShow(id, .notDelivered, confirmedBy: "placa 12"))
        #expect(test.refusal(gone, by: officer)?.code == .laneOnly)
        try test.perform(.act(NoShow(id, .leftBeforeRollCall, confirmedBy: nil)), by: officer)
        #expect(test.refusal(.act(Locate(id, found: "con su tía")), by: officer)?.code == .laneOnly)
        try test.perform(.act(Locate(id, found: "con DIF")), by: opi)
        #expect(try !test.reception(id).isUnlocated)
    }

    /// A child who was received and taken off the roll call again is looked for: nobody alone says
    /// it never came.
    @Test func aChildWhoWasReceivedIsNotMadeToHaveNeverCome() throws {
        let id = try test.group(.nogales, people: [TestStore.person(1, born: 2012)]).1[0]
        let received = try #require(
            try test.perform(.act(Receive(id, .all, tag: nil)), by: officer).act)
        try test.perform(.act(Undo(received)), by: officer)
        let gone = Command.act(NoShow(id, .notDelivered, confirmedBy: "placa 12"))
        #expect(test.refusal(gone, by: officer)?.code == .laneOnly)
        try test.perform(.act(NoShow(id, .unknown, confirmedBy: nil)), by: officer)
        #expect(try test.reception(id).isUnlocated)
    }
}
