import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

/// Surveys at a desk: who is to be asked, and the form by keys.
@Suite struct SurveyScreenTests {
    private func give(_ desk: Desk, _ act: any Act) throws -> any Outcome {
        try desk.store.perform(.act(act), by: desk.app.context.officer.id, at: Desk.start).result
    }

    /// A desk where the small survey is asked on the day of the return, with somebody who left and
    /// agreed to be called.
    private func desk(_ language: Language = .es) throws -> (Desk, Identifier<Reception>) {
        let desk = try Desk(language: language)
        var form = SmallSurvey.form()
        form.months = 0...3
        _ = try give(desk, AddSurvey(form))
        let group = (try give(desk, AnnounceGroup(.nogales, Announcement())) as? Announced)?.group
        var person = TestStore.person(1)
        (person.given, person.firstSurname) = ("Zenaida", "Inventada")
        let listed = try give(desk, AddToList(try #require(group), [person]))
        let id = Identifier<Reception>(listed["receptions"]?.elements?.first?.integer ?? 0)
        var answers = completeAnswers
        (answers[.contactConsent], answers[.contactPhone]) = ("yes", "6315550101")
        for act: any Act in [
            Receive(id, .all, tag: nil), Triage(id, []),
            CallPerson(id, desk: 1, reason: "prueba"), StartInterview(id, desk: 1),
            SaveProfile(id, answers), ReleasePerson(id, Release(.ownMeans)),
        ] { _ = try give(desk, act) }
        desk.changed()
        desk.press(.function(9), .character("y"))
        for _ in 0..<50 where desk.text.contains("▌") && !isOnHer(desk) { desk.press(.down) }
        return (desk, id)
    }

    private func isOnHer(_ desk: Desk) -> Bool {
        desk.text.split(separator: "\n").contains { $0.contains("▌") && $0.contains("Zenaida") }
    }

    private func answers(_ desk: Desk, _ id: Identifier<Reception>) throws -> [String: String] {
        try desk.store.answer(
            SurveyOf(id, "prueba").reading, for: .officer(desk.app.context.officer.id),
            at: Desk.start
        ).answers.values
    }

    /// Ten keys are a survey: each answer by its key, what hangs on another asked only then, kept in
    /// part and gone on with where it was left.
    @Test(arguments: Language.allCases) func aSurveyIsTakenByKeysInTwoCalls(
        _ language: Language
    ) throws {
        let (desk, id) = try desk(language)
        #expect(isOnHer(desk), "\(desk.text)")
        #expect(desk.text.contains(language("Prueba", "Trial")))
        desk.press(.enter)
        #expect(desk.text.contains("6315550101"))
        desk.press(.character("s"))
        #expect(desk.text.contains(language("¿Tiene casa?", "Do you have a home?")), "\(desk.text)")
        desk.press(.character("s"), .character("2"))
        desk.type("12")
        desk.press(.enter)
        #expect(desk.text.contains(language("hijas, madre", "daughters, mother")), "\(desk.text)")
        desk.press(.control("g"))
        #expect(desk.text.contains(language("en parte. Faltan: 3", "in part. Missing: 3")))
        #expect(try answers(desk, id) == ["casa": "yes", "cual": "rentada", "con": "hijas,madre"])
        #expect(desk.text.contains(language("empezada", "begun")), "\(desk.text)")
        desk.press(.enter, .character("s"))
        // The cursor stands where it was left.
        desk.type("4")
        desk.press(.enter, .character("-"), .enter)
        desk.type("una cobija")
        desk.press(.enter)
        #expect(
            desk.text.contains(language("Encuesta completa.", "Survey complete.")), "\(desk.text)")
        #expect(
            try answers(desk, id) == [
                "casa": "yes", "cual": "rentada", "con": "hijas,madre", "cuantas": "4",
                "desde": "unknown", "falta": "una cobija",
            ])
        #expect(!desk.text.contains("Zenaida"))
        // «u» takes the second call back, and the first stands.
        desk.press(.character("u"))
        desk.press(.enter)
        #expect(try answers(desk, id).count == 3, "\(desk.text)")
    }

    /// A question that hangs on another is passed over until it is asked, and goes with it.
    @Test func whatIsNotAskedIsPassedOver() throws {
        let (desk, id) = try desk()
        desk.press(.enter, .character("s"), .character("n"))
        let passed = desk.text.split(separator: "\n").first { $0.contains("¿Cuál?") }
        #expect(passed?.contains("–") == true, "\(desk.text)")
        desk.press(.control("g"))
        #expect(try answers(desk, id) == ["casa": "no"])
    }

    /// What stands alone goes with no other answer: said at the field, and nothing is lost.
    @Test func whatStandsAloneIsSaidAtItsField() throws {
        let (desk, id) = try desk()
        desk.press(.enter, .character("s"), .character("n"))
        desk.type("13")
        desk.press(.control("g"))
        #expect(desk.text.contains("¿Con quién?") && desk.text.contains("revise"), "\(desk.text)")
        #expect(try answers(desk, id).isEmpty)
        desk.press(.control("u"))
        desk.type("3")
        desk.press(.control("g"))
        #expect(try answers(desk, id) == ["casa": "no", "con": "nadie"])
    }

    /// What was typed and not saved is there again, for whoever typed it.
    @Test func whatWasTypedIsThereAgain() throws {
        let (desk, id) = try desk()
        desk.press(.enter, .character("s"), .character("n"))
        desk.type("2")
        desk.press(.escape)
        #expect(try answers(desk, id).isEmpty)
        desk.press(.enter, .character("s"))
        #expect(desk.text.contains("madre"), "\(desk.text)")
        desk.press(.control("g"))
        #expect(try answers(desk, id) == ["casa": "no", "con": "madre"])
    }

    @Test func whoIsNotReachedStaysOnTheList() throws {
        let (desk, _) = try desk()
        desk.press(.enter, .character("n"))
        #expect(
            desk.text.contains("no se localizó") && desk.text.contains("Zenaida"), "\(desk.text)")
        desk.press(.enter)
        #expect(desk.text.contains("No se localizó: 1."))
        desk.press(.character("d"))
        #expect(!desk.text.contains("Zenaida"), "\(desk.text)")
    }

    /// At every size the question that is answered is in sight, with its part.
    @Test(arguments: [(80, 24), (120, 40), (40, 12)], Language.allCases)
    func theFormStandsAtEverySize(_ size: (Int, Int), _ language: Language) throws {
        let (desk, _) = try desk(language)
        desk.press(.enter, .character("s"), .character("s"))
        let frame = desk.frame(size.0, size.1)
        #expect(frame.text.contains(language("¿Cuál?", "Which?")), "\(frame.text)")
        #expect(frame.text.contains(language("Casa", "Home")))
        let name = "encuesta-\(size.0)x\(size.1)-\(language.rawValue)"
        #expect(Golden.difference(frame, name) == nil)
        desk.press(.escape)
        let list = desk.frame(size.0, size.1)
        #expect(list.text.contains("20 feb") || list.text.contains("20 Feb"), "\(list.text)")
    }
}
