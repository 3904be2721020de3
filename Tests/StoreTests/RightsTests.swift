import Repatriation
import Store
import Support
import Testing

/// What people ask about the data held on them.
@Suite struct RightsTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    private func requester(_ capacity: Capacity = .own) -> Requester {
        Requester(name: "QUIENPIDE", document: "Pasaporte PLANTADO", capacity: capacity)
    }

    private func ask(
        _ right: Right, about id: Identifier<Reception>, as capacity: Capacity = .own
    ) throws -> Identifier<RightsRequest> {
        let answer = try test.perform(.act(RequestRights(id, right, requester(capacity))))
        return Identifier(try #require(answer.result["request"]?.integer))
    }

    private func released(_ person: PersonData) throws -> Identifier<Reception> {
        let id = try test.waiting(.nogales, person)
        try test.perform(.act(ReleasePerson(id, Release(.ownDecision))))
        return id
    }

    /// Twenty working days, ten more once, fifteen to carry out; the store's holidays are not
    /// counted.
    @Test func datesAreInWorkingDaysWithTheHolidayList() throws {
        var words = EntryWords()
        words.label = "Suspensión de labores"
        try test.perform(.act(SetEntry(CatalogueEntry.holidays, "20261123", words)))
        let id = try test.waiting(.nogales, TestStore.person(1))
        let asked = try test.perform(.act(RequestRights(id, .access, requester())))
        #expect(asked.result["due"] == "2026-12-21")
        let request: Identifier<RightsRequest> = Identifier(
            try #require(asked.result["request"]?.integer))
        let extended = try test.perform(.act(ExtendRights(request, reason: "son muchas copias")))
        #expect(extended.result["due"] == "2027-01-06")
        #expect(
            test.refusal(.act(ExtendRights(request, reason: "otra vez")))?.code == .extendedOnce)
        let answered = try test.perform(.act(AnswerRights(request, RightsResolution(.granted))))
        #expect(answered.result["carryOutBy"] == "2026-12-14")
        #expect(
            test.refusal(.act(AnswerRights(request, RightsResolution(.granted))))?.code
                == .requestAnswered)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    @Test func aHolidayIsADay() throws {
        var words = EntryWords()
        words.label = "x"
        for code in ["20261332", "hoy", "2026112"] {
            let command = Command.act(SetEntry(CatalogueEntry.holidays, code, words))
            #expect(test.refusal(command)?.code == .invalidValue)
        }
    }

    /// Somebody of age has a guardian only by a decision: it is said, kept, and is no dot.
    @Test(arguments: [
        (nil as String?, false), (".", false), ("Exp. 12/2025, Juzgado 3º Familiar", true),
    ])
    func anAdultsGuardianSaysByWhat(_ ground: String?, _ isEnough: Bool) throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let asks = Requester(
            name: "QUIENPIDE", document: "INE 1", capacity: .guardian, ground: ground)
        let code = test.refusal(.act(RequestRights(id, .access, asks)))?.code
        #expect(code == (isEnough ? nil : .guardianOfAdult))
        #expect(try test.store.rightsRequests().map(\.ground) == (isEnough ? [ground] : []))
    }

    /// A child's data are asked for by who answers for the child; so are those of somebody whose
    /// age is not settled.
    @Test(arguments: [(2014 as Int?, false), (nil, false), (1990, true), (nil, true)])
    func aChildsDataAreAskedForByTheGuardian(_ born: Int?, _ isAdult: Bool) throws {
        var data = TestStore.person(1)
        data.birthDate = born.flatMap { CivilDate(year: $0, month: 5, day: 6) }
        let id = try test.waiting(.nogales, data)
        if born == nil, isAdult {
            try test.perform(.act(AmendPerson(id, PersonData(), seemsAdult: true)))
        }
        let own = test.refusal(.act(RequestRights(id, .access, requester(.own))))
        #expect(own?.code == (isAdult ? nil : .guardianAsks))
        let guardians = test.refusal(.act(RequestRights(id, .access, requester(.guardian))))
        #expect(guardians?.code == (isAdult ? .guardianOfAdult : nil))
    }

    /// What was wrong is put right after the person has left too, and both values stay in the
    /// journal.
    @Test func aRectificationReachesWhoeverHasLeft() throws {
        let id = try released(TestStore.person(1))
        let request = try ask(.rectification, about: id)
        #expect(
            test.refusal(.act(AnswerRights(request, RightsResolution(.granted))))?.code
                == .missingField)
        var resolution = RightsResolution(.granted)
        resolution.fields.firstSurname = "Corregida"
        resolution.fields.birthDate = CivilDate(year: 1991, month: 5, day: 6)
        try test.perform(.act(AnswerRights(request, resolution)))
        let person = try test.reception(id)
        #expect(person.firstSurname == "Corregida" && person.birthDate?.year == 1991)
        #expect(try test.store.search("corregida", at: nil).map(\.id) == [id])
        let request2 = try ask(.rectification, about: id)
        var wrong = RightsResolution(.granted)
        wrong.fields.birthDate = CivilDate(year: 2090, month: 1, day: 1)
        #expect(test.refusal(.act(AnswerRights(request2, wrong)))?.code == .futureBirthDate)
        #expect(
            test.refusal(.act(AnswerRights(request2, RightsResolution(.refused))))?.code
                == .motiveMissing)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// What is cancelled is blocked: kept, shown to nobody, found by no search.
    @Test func whatIsCancelledIsShownToNobody() throws {
        var data = TestStore.person(1)
        (data.given, data.curp) = ("PLANTADA", "SABC560626MDFLRN01")
        let inside = try test.waiting(.nogales, TestStore.person(2, born: 1980))
        let early = try ask(.cancellation, about: inside)
        #expect(
            test.refusal(.act(AnswerRights(early, RightsResolution(.granted))))?.code
                == .stillInside)
        let id = try released(data)
        let request = try ask(.cancellation, about: id)
        try test.perform(.act(AnswerRights(request, RightsResolution(.granted))))
        let viewer = try Viewer(path: test.path)
        viewer.reader = test.lead
        let card = try #require(try viewer.card(id, now: test.now))
        #expect(!"\(card)\(try viewer.roll(of: card.group.id))".contains("PLANTADA\""))
        for text in ["plantada", "SABC56", "1990-05-06"] {
            #expect(try viewer.search(text, at: nil).isEmpty)
        }
        #expect(try viewer.matches(MatchFacts(data)).isEmpty)
        // Kept, and handed to nobody: not even as the whole file.
        do {
            _ = try viewer.wholeFile(id.value)
            Issue.record("a blocked file was exported")
        } catch let refusal as Refusal { #expect(refusal.code == .dataHeld) }
    }

    @Test func whatIsOpposedStandsOnTheCard() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let request = try ask(.opposition, about: id)
        var resolution = RightsResolution(.granted)
        #expect(test.refusal(.act(AnswerRights(request, resolution)))?.code == .missingField)
        resolution.opposes = [.contact]
        try test.perform(.act(AnswerRights(request, resolution)))
        #expect(try test.reception(id).opposes == [.contact])
    }

    /// The whole file has every value and who looked; whoever does not lead gets none of it.
    @Test func theWholeFileIsWhole() throws {
        try test.open(.nogales, desks: 1)
        var data = TestStore.person(1)
        (data.given, data.notes, data.alienNumber) = ("PLANTADA", "NOTAPLANTADA", "A99PLANTADA")
        let id = try test.waiting(.nogales, data, flags: [.medical])
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(StartInterview(id, desk: 1)))
        try test.perform(
            .act(
                SaveProfile(
                    id,
                    [.contactConsent: "yes", .contactPhone: "631PLANTADA", .medication: "INSULINA"])
            ))
        try test.store.saveDraft(
            "interview", subject: id.value, field: "aliases", value: "APODOPLANTADO", by: test.lead,
            at: test.now)
        _ = try test.store.answer(
            .card(id), for: .officer(test.lead), at: test.now, why: .person)
        let file = try test.store.wholeFile(id.value)
        let all = "\(file)"
        for value in [
            "PLANTADA", "NOTAPLANTADA", "A99PLANTADA", "631PLANTADA", "INSULINA", "APODOPLANTADO",
        ] {
            #expect(all.contains(value), "\(value)")
        }
        #expect(file.reads.map(\.what) == ["card"] && file.reads.map(\.reason) == [.person])
        #expect(
            file.history.first?.event.kind == .listed
                && file.history.last?.event.kind == .profileSaved)
        #expect(
            try test.store.wholeFile(try test.reception(id).person.value).receptions.map(\.id) == [
                id
            ])
        #expect(throws: Refusal.self) { try test.store.wholeFile(999) }
        let other = try test.perform(
            .act(AddOfficer("Tomás Toledo Vera", account: nil, roles: [.officer, .opi])))
        let viewer = try Viewer(path: test.path)
        viewer.reader = Identifier(try #require(other.result["officer"]?.integer))
        #expect(throws: Refusal.self) { try viewer.wholeFile(id.value) }
        #expect(throws: Refusal.self) { try viewer.reads() }
        #expect(throws: Refusal.self) { try viewer.rightsRequests() }
        #expect(throws: Refusal.self) { try viewer.retentionPlan(at: test.now) }
    }
}
