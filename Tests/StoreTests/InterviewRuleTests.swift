import Repatriation
import Store
import Support
import Testing

/// What the rules of the interview, of families and of undo hold, whoever sends the command.
@Suite struct InterviewRuleTests {
    private let test: TestStore

    init() throws {
        test = try TestStore()
        try test.open(.nogales, desks: 2)
    }

    private func inInterview(_ person: PersonData = TestStore.person(1)) throws -> Identifier<
        Reception
    > {
        let id = try test.waiting(.nogales, person)
        try test.perform(.act(CallPerson(id, desk: 1, reason: "prueba")))
        try test.perform(.act(StartInterview(id, desk: 1)))
        return id
    }

    private func refusal(_ id: Identifier<Reception>, _ answers: [ProfileField: String]) -> Refusal?
    {
        test.refusal(.act(SaveProfile(id, answers)))
    }

    /// A phone does not outlive the consent to call, also where only the consent is sent.
    @Test func anAnswerThatHangsOnAnotherGoesWithIt() throws {
        let id = try inInterview()
        try test.perform(
            .act(SaveProfile(id, [.contactConsent: "yes", .contactPhone: "6310001122"])))
        try test.perform(.act(SaveProfile(id, [.contactConsent: "no"])))
        #expect(try test.reception(id).answer(.contactPhone) == nil)
        let answer = try test.perform(
            .act(SaveProfile(id, [.contactPhone: "6310001122", .pregnant: "yes"])))
        #expect(
            answer.result["notAsked"]?.elements?.compactMap(\.text).sorted() == [
                "contactPhone", "pregnant",
            ])
        #expect(try test.reception(id).answer(.contactPhone) == nil)
    }

    @Test(arguments: ["nothing,injury", "injury,unknown", "declined,unknown"])
    func nothingStandsAlone(_ answer: String) throws {
        #expect(refusal(try inInterview(), [.healthFlags: answer])?.code == .standsAlone)
    }

    /// Once the interview is complete a mandatory answer is corrected and never emptied.
    @Test func aCompleteInterviewIsNotEmptied() throws {
        let id = try inInterview()
        try test.perform(.act(SaveProfile(id, [.stay: "years1to5"])))
        try test.perform(.act(SaveProfile(id, [.stay: ""])))
        try test.perform(.act(SaveProfile(id, completeAnswers)))
        #expect(try test.reception(id).stage == .registered)
        #expect(refusal(id, [.stay: ""])?.code == .onlyCorrected)
        try test.perform(.act(SaveProfile(id, [.stay: "over20years"])))
    }

    /// Joining two families makes one and tears none; each tie is kept as it was told, both ways.
    @Test func joiningFamiliesTearsNone() throws {
        let (mother, daughter) = (
            try test.waiting(.nogales, TestStore.person(1, born: 1985)),
            try test.waiting(.nogales, TestStore.person(2, born: 2014))
        )
        let grandmother = try test.waiting(.nogales, TestStore.person(3, born: 1955))
        let father = try test.waiting(.nogales, TestStore.person(4, born: 1984))
        try test.perform(.act(SetFamily(mother, [daughter], [.child])))
        let act = try #require(
            try test.perform(.act(SetFamily(grandmother, [mother], [.child]))).act)
        try test.perform(.act(SetFamily(daughter, [father], [.parent])))
        let all = try [mother, daughter, grandmother, father].map { try test.reception($0) }
        #expect(Set(all.map(\.family)).count == 1)
        #expect(all[1].tie(to: all[0]) == .parent && all[0].tie(to: all[1]) == .child)
        #expect(all[1].tie(to: all[3]) == .parent && all[3].tie(to: all[1]) == .child)
        #expect(all[2].tie(to: all[3]) == nil)
        #expect(all[1].answer(.travelCondition) == "accompanied")
        #expect(test.refusal(.act(Undo(act)))?.code == .somethingDependsOnIt)
        for members in [[mother, mother], [mother]] {
            let command = Command.act(SetFamily(mother, members, members.map { _ in nil }))
            #expect(test.refusal(command)?.code == .invalidValue)
        }
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// A call brought the family along: the family is not undone under it.
    @Test func aFamilyThatWasCalledIsNotUndone() throws {
        let ids = try (1...2).map { try test.waiting(.nogales, TestStore.person($0)) }
        let act = try #require(try test.perform(.act(SetFamily(ids[0], [ids[1]], [.sibling]))).act)
        try test.perform(.act(CallNext(at: .nogales, 1)))
        #expect(test.refusal(.act(Undo(act)))?.code == .somethingDependsOnIt)
    }

    /// A certificate stands on the nationality that was accredited.
    @Test func nationalityIsNotUndoneUnderACertificate() throws {
        let id = try inInterview()
        try test.perform(.act(SaveProfile(id, completeAnswers)))
        let accredit = SetNationality(
            id, .accredited, .passport, motive: nil, interpreter: nil, mexicanParent: nil)
        let act = try #require(try test.perform(.act(accredit)).act)
        try test.perform(.act(IssueCertificate(of: id)))
        #expect(test.refusal(.act(Undo(act)))?.code == .somethingDependsOnIt)
    }

    /// Where one answer is refused nothing of the interview stands: neither name nor notice nor nationality.
    @Test func anInterviewIsSavedWholeOrNotAtAll() throws {
        let id = try inInterview()
        let before = try test.reception(id)
        var save = SaveProfile(id, completeAnswers)
        save.person.given = "Otro Nombre"
        save.notice = .read
        save.proof = .passport
        save.answers[.english] = "no such code"
        #expect(test.refusal(.act(save))?.code == .unknownCode)
        #expect(try test.reception(id) == before)
        save.answers[.english] = nil
        let saved = try test.perform(.act(save))
        #expect(
            saved.events.map(\.kind) == [
                .personAmended, .noticeGiven, .nationalitySet, .profileSaved,
            ])
        #expect(try test.reception(id).given == "Otro Nombre")
    }

    /// In the middle of an interview a wrong accreditation is taken back.
    @Test func nationalityIsUndoneInTheMiddleOfAnInterview() throws {
        let id = try inInterview()
        let accredit = SetNationality(
            id, .accredited, .otherDocument, motive: nil, interpreter: nil, mexicanParent: nil)
        let act = try #require(try test.perform(.act(accredit)).act)
        try test.perform(.act(Undo(act)))
        let after = try test.reception(id)
        #expect(after.nationality == nil && after.stage == .inInterview && after.desk == 1)
    }

    /// Somebody on a list who was linked to a person who is inside is not received twice, and says
    /// so in a sentence.
    @Test func whoIsInsideIsNotReceivedAgain() throws {
        let inside = try test.waiting(.nogales, TestStore.person(1))
        let listed = try test.group(.nogales, people: [TestStore.person(2)]).1[0]
        let person = try test.reception(inside).person
        try test.perform(.act(LinkPerson(listed, person)))
        #expect(test.refusal(.act(Receive(listed, .all, tag: nil)))?.code == .personIsInside)
        let act = try #require(try test.perform(.act(UnlinkPerson(of: listed))).act)
        try test.perform(.act(Receive(listed, .all, tag: nil)))
        #expect(test.refusal(.act(Undo(act)))?.code == .somethingDependsOnIt)
        #expect(test.refusal(.act(TellApart(listed, Identifier(999))))?.code == .unknownReception)
    }

    /// «No es la misma» said from one side holds from both.
    @Test func notTheSameHoldsFromBothSides() throws {
        let (one, two) = (
            try test.waiting(.nogales, TestStore.person(1)),
            try test.waiting(.nogales, TestStore.person(1))
        )
        func offered(_ id: Identifier<Reception>) throws -> Int {
            try test.store.card(id, now: test.now)?.matches.count ?? 0
        }
        #expect(try offered(one) == 1 && offered(two) == 1)
        try test.perform(.act(TellApart(two, try test.reception(one).person)))
        #expect(try offered(one) == 0 && offered(two) == 0)
    }

    /// Codes are told from letters, and no list is left without an answer.
    @Test func listsKeepAnAnswerAndCodesAreNoLetters() throws {
        var words = EntryWords()
        words.label = "etnia"
        #expect(test.refusal(.act(SetEntry("languages", "e", words)))?.code == .codeForm)
        var retired = EntryWords()
        retired.isRetired = true
        let codes = ["none", "little", "good"]
        for code in codes.dropLast() {
            try test.perform(.act(SetEntry("english", code, retired)))
        }
        let last = Command.act(SetEntry("english", codes[2], retired))
        #expect(test.refusal(last)?.code == .lastOption)
    }

    /// Nobody's unsaved words about somebody who has left stay behind.
    @Test func draftsLeaveWithThePerson() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.store.saveDraft(
            "interview", subject: id.value, field: "aliases", value: "Beto", by: test.lead,
            at: test.now)
        try test.perform(.act(ReleasePerson(id, Release(.ownDecision))))
        #expect(try test.store.drafts(of: test.lead).isEmpty)
    }
}
