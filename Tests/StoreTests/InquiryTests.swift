import Repatriation
import Store
import Support
import Testing

/// Who asks at the gate for whom: never answered there, told alone to whom it concerns.
@Suite struct InquiryTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    private func ask(_ visitor: String, for name: String, vehicle: String? = nil) throws -> Answer {
        var made = RecordInquiry(at: .nogales, visitor: visitor, asksFor: name)
        (made.vehicle, made.phone) = (vehicle, nil)
        return try test.perform(.act(made))
    }

    private func waiting(
        _ given: String, _ surname: String, born: Int = 1990, flags: Set<Flag> = []
    ) throws
        -> Identifier<Reception>
    {
        var person = TestStore.person(1, born: born)
        (person.given, person.firstSurname, person.secondSurname) = (given, surname, "Inventada")
        return try test.waiting(.nogales, person, flags: flags)
    }

    private func alerts(_ reader: Identifier<Officer>? = nil) throws -> [Alert] {
        try Viewer(path: test.path, reader).board(at: test.now).alerts.filter {
            ["askedFor", "sameVisitor"].contains($0.code)
        }
    }

    /// The answer to who asks is the same whether the person is here or not.
    @Test func theAnswerTellsNothing() throws {
        _ = try waiting("Ignacio", "Zurita")
        let here = try ask("Visita", for: "Ignacio Zurita")
        let notHere = try ask("Visita", for: "Quien No Está")
        #expect(
            Set(here.result.members.keys) == ["inquiry"]
                && Set(notHere.result.members.keys) == ["inquiry"])
        #expect(here.events.map(\.kind) == notHere.events.map(\.kind))
    }

    /// However it is said, who may be meant is asked alone; somebody else's words raise nothing.
    @Test(arguments: [
        ("Ignacio Zurita", true), ("zurita ignacio", true), ("IGNACIO", true),
        ("el joven Ignacio Zurita Pérez", true),
        ("Nacho", false), ("Ignacia Suárez", false), ("de la", false),
    ])
    func whoMayBeMeantIsAsked(_ words: String, _ isMeant: Bool) throws {
        let id = try waiting("Ignacio", "Zurita")
        _ = try ask("Visita", for: words)
        #expect(try alerts().contains { $0.subject == id.value } == isMeant)
        #expect(try test.store.card(id, now: test.now)?.asked.isEmpty == !isMeant)
    }

    /// Names of two letters are names, at the gate as in the journal; only particles are skipped.
    @Test(arguments: ["Ek", "Uc", "Li", "Bo", "Ñu", "Pú", "Hu"])
    func aNameOfTwoLettersIsAName(_ surname: String) throws {
        let adult = try waiting("Ignacio", surname)
        let child = try waiting("Nelly", surname, born: 2014)
        _ = try ask("Visita", for: surname.uppercased())
        #expect(Set(try alerts().map(\.subject)) == [adult.value, child.value])
        #expect(Inquiry.asking(for: "Ignacio de \(surname)").isFor(try test.reception(adult)))
        #expect(!Inquiry.asking(for: "de la y del").isFor(try test.reception(adult)))
    }

    /// A visitor with short names is one all the same; «no» in the place of a plate is none.
    @Test func aVisitorWithShortNamesIsRemembered() throws {
        _ = try ask("Bo Li", for: "Ana Uno", vehicle: "no")
        _ = try ask("Juan Inventado", for: "Carla Tres", vehicle: "no")
        #expect(try alerts().isEmpty)
        _ = try ask("bo li", for: "Berta Dos", vehicle: "no")
        #expect(try alerts().map(\.code) == ["sameVisitor"])
    }

    /// Nothing of the visitor stands in an alert or card, and the lane alone is told of a child.
    @Test func nothingOfTheVisitorIsTold() throws {
        let child = try waiting("Ignacio", "Zurita", born: 2014)
        _ = try ask("VISITAPLANTADA", for: "Ignacio Zurita", vehicle: "PLACAPLANTADA")
        let added = try test.perform(
            .act(AddOfficer("Tomás Toledo Vera", account: nil, roles: [.officer])))
        let officer = Identifier<Officer>(try #require(added.result["officer"]?.integer))
        #expect(try alerts(officer).isEmpty)
        let told = try alerts(test.lead)
        #expect(told.map(\.subject) == [child.value])
        let viewer = try Viewer(path: test.path)
        viewer.reader = officer
        let card = try #require(try viewer.card(child, now: test.now))
        #expect(card.asked.isEmpty)
        #expect(!"\(told)\(card)".contains("PLANTADA"))
    }

    /// A child does not leave while somebody asks and nobody has asked the child; an adult may, and
    /// it is told.
    @Test func itIsAnsweredBeforeAChildLeaves() throws {
        let child = try waiting("Ignacio", "Zurita", born: 2014)
        let asked = try ask("Visita", for: "Ignacio Zurita")
        var release = Release(.dif)
        (
            release.receiver.institution, release.receiver.name, release.receiver.credential,
            release.receiver.plate
        ) = (
            "DIF", "Persona Inventada", "4417", "A1"
        )
        try test.prepareHandOver(child)
        #expect(test.refusal(.act(ReleasePerson(child, release)))?.code != nil)
        try test.perform(
            .act(SetNationality(child, .foreign, nil, motive: "m", mexicanParent: false)))
        #expect(test.refusal(.act(ReleasePerson(child, release)))?.code == .inquiryOpen)
        let inquiry = Identifier<Inquiry>(try #require(asked.result["inquiry"]?.integer))
        try test.perform(.act(AnswerInquiry(inquiry, .expectsNobody)))
        #expect(
            try test.perform(.act(ReleasePerson(child, release))).result["pending"]
                == "confirmation")
        let adult = try waiting("Ramona", "Quetzalli")
        _ = try ask("Visita", for: "Ramona Quetzalli")
        let out = try test.perform(.act(ReleasePerson(adult, Release(.ownDecision))))
        #expect(out.result["pending"]?.elements?.contains("inquiry") == true)
    }

    /// For a child only an answer that the lane noted counts, however the name is spelled and at
    /// whichever gate; who notes another learns nothing.
    @Test func aChildsAnswerIsTheLanes() throws {
        let child = try waiting("Nelly", "Ortizano", born: 2014)
        try test.prepareHandOver(child)
        let asked = try test.perform(
            .act(RecordInquiry(at: .tijuana, visitor: "Visita", asksFor: "Neli Ortisano")))
        let inquiry = Identifier<Inquiry>(try #require(asked.result["inquiry"]?.integer))
        var release = Release(.dif)
        (
            release.receiver.institution, release.receiver.name, release.receiver.credential,
            release.receiver.plate
        ) = (
            "DIF", "Persona Inventada", "4", "A"
        )
        #expect(test.refusal(.act(ReleasePerson(child, release)))?.code == .inquiryOpen)
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        // Another's notice about a child is none; one's own is answered, and counts for nobody.
        #expect(
            test.refusal(.act(AnswerInquiry(inquiry, .expectsNobody)), by: officer)?.code
                == .unknownInquiry)
        let made = RecordInquiry(at: .nogales, visitor: "Otra Visita", asksFor: "Neli Ortisano")
        let own = try test.perform(.act(made), by: officer).result["inquiry"]?.integer
        let second = Identifier<Inquiry>(try #require(own))
        try test.perform(.act(AnswerInquiry(second, .expectsNobody)), by: officer)
        #expect(test.refusal(.act(ReleasePerson(child, release)))?.code == .inquiryOpen)
        for one in [inquiry, second] { try test.perform(.act(AnswerInquiry(one, .expectsNobody))) }
        #expect(
            try test.perform(.act(ReleasePerson(child, release))).result["pending"]
                == "confirmation")
    }

    /// Each whom a notice may mean answers for themselves: the others' lines stay open, and a
    /// child's is the lane's.
    @Test func oneAnswerClosesOneLine() throws {
        let father = try waiting("Ignacio", "Zurita")
        let son = try waiting("Ignacio", "Zurita", born: 1999)
        let child = try waiting("Nelly", "Zurita", born: 2014)
        let inquiry = Identifier<Inquiry>(
            try #require(try ask("Visita", for: "Zurita").result["inquiry"]?.integer))
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        func open() throws -> Set<Int> { Set(try alerts().map(\.subject)) }
        #expect(try open() == [father.value, son.value, child.value])
        // Of whom it is asked has to be said, and is nobody else.
        #expect(
            test.refusal(.act(AnswerInquiry(inquiry, .meets)), by: officer)?.details["field"]
                == "reception")
        #expect(
            test.refusal(.act(AnswerInquiry(inquiry, .meets, of: child)), by: officer)?.code
                == .unknownInquiry)
        try test.perform(.act(AnswerInquiry(inquiry, .meets, of: father)), by: officer)
        #expect(try open() == [son.value, child.value])
        #expect(try test.store.card(son, now: test.now)?.asked.isEmpty == false)
        #expect(try test.store.card(father, now: test.now)?.asked.isEmpty == true)
        // The last of those whom an ordinary officer is told of: it need not be said.
        try test.perform(.act(AnswerInquiry(inquiry, .declines)), by: officer)
        #expect(try open() == [child.value])
        #expect(
            try test.perform(.act(AnswerInquiry(inquiry, .declines, of: son)), by: officer).act
                == nil)
        try test.perform(.act(AnswerInquiry(inquiry, .expectsNobody, of: child)))
        #expect(try open().isEmpty)
        #expect(try test.store.card(child, now: test.now)?.asked.isEmpty == true)
        // Somebody asked as an adult and doubted since is asked again, by the lane.
        try test.perform(.act(CorrectAge(son, AgeCorrection(nil, source: .appearance))))
        #expect(try test.store.card(son, now: test.now)?.asked.isEmpty == true)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// The same visitor or plate for several people in thirty days is told as critical; after that
    /// it is forgotten.
    @Test func theSameVisitorIsSeen() throws {
        _ = try ask("Juan Inventado", for: "Ana Uno", vehicle: "ABC-123")
        #expect(try alerts().isEmpty)
        test.now = test.now.adding(minutes: 1440 * 5)
        _ = try ask("Otro Nombre", for: "Berta Dos", vehicle: "abc 123")
        #expect(try alerts().map(\.code) == ["sameVisitor"])
        test.now = test.now.adding(minutes: 1440 * 31)
        #expect(try alerts().isEmpty)
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }
}

extension Inquiry {
    fileprivate static func asking(for name: String) -> Inquiry {
        var inquiry = Inquiry(id: Identifier(1))
        inquiry.asksFor = name
        return inquiry
    }
}
