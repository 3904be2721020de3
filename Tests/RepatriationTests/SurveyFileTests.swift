import Foundation
import Repatriation
import Support
import Testing

/// A file that is no survey says which line, which kind of fault and why; one that is, is kept whole.
@Suite struct SurveyFileTests {
    static let sample: String = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { folder.deleteLastPathComponent() }
        let path = folder.appendingPathComponent("demo-data/surveys/seguimiento.json5")
        return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    }()

    private func problems(_ text: String) -> [FileProblem] {
        if case .wrong(let problems) = SurveyReader.read(text) { problems } else { [] }
    }

    private func form(_ text: String) throws -> SurveyForm {
        guard case .whole(let form) = SurveyReader.read(text) else {
            throw try #require(problems(text).first)
        }
        return form
    }

    /// As IOM's return programmes ask: 24 to 33 questions, one to three months after.
    @Test func theSampleIsASurveyOfTheUsualLength() throws {
        let form = try form(SurveyFileTests.sample)
        #expect((24...33).contains(form.questions.count))
        #expect(form.months == 1...3)
        #expect(Set(form.questions.map(\.kindName)) == Set(SurveyReader.kinds))
        for question in form.questions {
            #expect(question.label.es != question.label.en, "\(question.code)")
        }
    }

    /// What is kept in the store reads back as what the file said.
    @Test(arguments: [SmallSurvey.text, sample]) func whatIsKeptReadsBackTheSame(_ text: String)
        throws
    {
        let form = try form(text)
        #expect(try self.form(form.json.serialized) == form)
        #expect(!form.json.serialized.contains("\n"))
    }

    /// One slip in the small survey: the line it stands on, and its kind.
    struct Slip: Sendable, CustomTestStringConvertible {
        let from: String
        let to: String
        let line: Int
        let code: FileProblem.Fault
        var testDescription: String { to.isEmpty ? "without \(from)" : to }

        init(_ from: String, _ to: String, _ line: Int, _ code: FileProblem.Fault) {
            (self.from, self.to, self.line, self.code) = (from, to, line, code)
        }
    }

    private static let slips: [Slip] = [
        Slip("id: \"prueba\", ", "", 1, .missing), Slip("version: 1", "version: 0", 2, .wrongValue),
        Slip("id: \"prueba\"", "id: \"Prueba 1\"", 2, .wrongValue),
        Slip("version: 1, ", "", 1, .missing), Slip("en: \"Trial\", ", "", 1, .missing),
        Slip("desde: 1", "desde: 4", 2, .wrongValue),
        Slip("hasta: 3", "hasta: 121", 2, .wrongValue),
        Slip("hasta: 3,", "hasta: 3, meses: 2,", 2, .unknownKey),
        Slip("secciones: [", "secciones: 1, partes: [", 3, .wrongValue),
        Slip("en: \"Home\", ", "", 4, .missing),
        Slip("id: \"casa\", tipo", "id: \"cual\", tipo", 6, .twice),
        Slip("tipo: \"sino\"", "tipo: \"quizá\"", 5, .wrongValue),
        Slip("tipo: \"sino\", ", "", 5, .missing),
        Slip("en: \"Do you have a home?\"", "in: \"Do you have a home?\"", 5, .unknownKey),
        Slip("en: \"Do you have a home?\"", "en: 1", 5, .wrongValue),
        Slip("pregunta: \"casa\"", "pregunta: \"otra\"", 7, .unknownName),
        Slip("pregunta: \"casa\"", "pregunta: \"cuantas\"", 7, .unknownName),
        Slip("dice: [\"yes\"]", "dice: [\"quizá\"]", 7, .unknownName),
        Slip(", dice: [\"yes\"]", "", 7, .missing),
        Slip("dice: [\"yes\"]", "dice: []", 7, .missing),
        Slip("id: \"rentada\"", "id: \"propia\"", 10, .twice),
        Slip("id: \"rentada\"", "id: \"unknown\"", 10, .twice),
        Slip("en: \"rented\" }", "en: \"rented\", sola: true }", 10, .unknownKey),
        Slip("en: \"nobody\", sola: true", "en: \"nobody\", sola: 1", 16, .wrongValue),
        Slip("de: 1, a: 20", "de: 30, a: 20", 18, .wrongValue),
        Slip("de: 1, a: 20", "de: -1, a: 20", 18, .wrongValue),
        Slip("tipo: \"numero\", de: 1, a: 20", "tipo: \"texto\", de: 1", 18, .unknownKey),
        Slip("tipo: \"fecha\"", "tipo: \"una\"", 19, .missing),
        Slip("es: \"¿Qué falta?\"", "es: \"¿Qué\\u0007 falta?\"", 20, .wrongValue),
        Slip("tipo: \"texto\"", "tipo: texto", 20, .unreadable),
        Slip("] },\n  ],\n}", "] },\n  ]", 22, .unreadable),
    ]

    @Test(arguments: slips) func eachSlipIsToldWithItsLineAndKind(_ slip: Slip) throws {
        try #require(SmallSurvey.text.contains(slip.from))
        let at = try #require(SmallSurvey.text.range(of: slip.from))
        let text = SmallSurvey.text.replacingCharacters(in: at, with: slip.to)
        let found = problems(text)
        #expect(
            found.contains { $0.line == slip.line && $0.code == slip.code },
            "\(found.map { "\($0.said(.es)) \($0.code)" })")
        for problem in found {
            #expect(!problem.sentence.es.isEmpty && problem.sentence.es != problem.sentence.en)
        }
    }

    /// Every key misspelt, anywhere in the sample, is told at its line, and nothing traps.
    @Test func noMisspeltKeyIsTakenForWhole() {
        let lines = SurveyFileTests.sample.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        for index in stride(from: 3, to: lines.count, by: 7) {
            guard let colon = lines[index].firstIndex(of: ":") else { continue }
            var broken = lines
            broken[index].insert("x", at: colon)
            let found = problems(broken.joined(separator: "\n"))
            #expect(found.contains { $0.line == index + 1 }, "\(index + 1): \(lines[index])")
        }
    }

    private func survey(of questions: [String]) -> String {
        """
        { id: "larga", version: 1, es: "Larga", en: "Long", desde: 0, hasta: 1,
          secciones: [{ es: "Uno", en: "One", preguntas: [\(questions.joined(separator: ",\n"))] }] }
        """
    }

    @Test func thereIsRoomForSixtyQuestionsAndNoMore() {
        func questions(_ count: Int) -> [String] {
            (0..<count).map {
                "{ id: \"p\($0)\", tipo: \"sino\", es: \"¿\($0)?\", en: \"\($0)?\" }"
            }
        }
        #expect(problems(survey(of: questions(60))).isEmpty)
        let over = problems(survey(of: questions(61)))
        #expect(over.map(\.code) == [.tooMany] && over[0].line == 2)
    }

    /// Every answer has a key of its own; what is over is refused, and not cut.
    @Test func thereIsAKeyForEachAnswer() throws {
        func question(_ count: Int) -> String {
            let options = (0..<count).map {
                "{ id: \"o\($0)\", es: \"así \($0)\", en: \"so \($0)\" }"
            }
            return "{ id: \"p\", tipo: \"una\", es: \"¿Cuál?\", en: \"Which?\", "
                + "opciones: [\(options.joined(separator: ","))] }"
        }
        let most = try form(survey(of: [question(40)])).questions[0].options
        #expect(most.count == 40 && Set(most.map(\.letter)).count == 40)
        let signs = Set(SurveyQuestion.openAnswers.map(\.letter))
        #expect(signs.isDisjoint(with: most.map(\.letter)))
        #expect(problems(survey(of: [question(41)])).contains { $0.code == .tooMany })
        #expect(problems(survey(of: [question(1)])).map(\.code) == [.wrongValue])
    }

    @Test func whatIsTooLongIsRefusedAndNotCut() {
        let long = String(repeating: "a", count: 201)
        #expect(
            problems(survey(of: ["{ id: \"p\", tipo: \"texto\", es: \"\(long)\", en: \"x\" }"]))
                .map(\.code) == [.tooMany])
        let spaces = String(repeating: " ", count: SurveyReader.mostBytes)
        #expect(problems(SmallSurvey.text + spaces).map(\.code) == [.tooMany])
        let deep = String(repeating: "[", count: 5000)
        #expect(problems(deep).map(\.code) == [.unreadable])
    }

    /// An answer is kept as one of the codes there are, and nothing else is.
    @Test(arguments: [
        ("casa", "yes", "yes"), ("casa", "quizá", nil), ("casa", "unknown", "unknown"),
        ("con", "madre,hijas", "hijas,madre"), ("con", "hijas, hijas", "hijas"),
        ("con", "nadie", "nadie"), ("con", "nadie,hijas", nil), ("con", "hijas,declined", nil),
        ("con", "", nil), ("cuantas", "20", "20"), ("cuantas", "21", nil),
        ("cuantas", "declined", "declined"), ("desde", "2026-02-29", nil),
        ("desde", "2026-02-28", "2026-02-28"), ("desde", "declined", "declined"),
        ("falta", "una cobija", "una cobija"),
    ])
    func anAnswerIsWhatItsQuestionTakes(_ code: String, _ given: String, _ kept: String?) throws {
        let question = try #require(
            try form(SmallSurvey.text).questions.first { $0.code == code })
        #expect((try? question.kept(given)) == kept)
    }

    /// An answer does not outlive the one that it hangs on, nor those that hang on it.
    @Test func whatHangsOnAnAnswerGoesWithIt() throws {
        let form = try form(SmallSurvey.text)
        var answers = Answers()
        (answers[named: "casa"], answers[named: "cual"]) = ("yes", "propia")
        #expect(form.settled(answers).notAsked.isEmpty)
        #expect(form.missing(answers).map(\.code) == ["con", "cuantas", "desde", "falta"])
        for instead in ["no", "unknown", nil] {
            answers[named: "casa"] = instead
            let settled = form.settled(answers)
            #expect(settled.notAsked.map(\.code) == ["cual"])
            #expect(settled.answers[named: "cual"] == nil)
        }
    }

    /// Nobody is called who did not agree, or objected since, and no child, whatever the family
    /// agreed to.
    @Test(arguments: [
        ("1990-05-06", "yes", nil, true), ("1990-05-06", "no", nil, false),
        ("1990-05-06", "declined", nil, false), ("2012-05-06", "yes", nil, false),
        ("2008-12-20", "yes", nil, true), ("2008-12-21", "yes", nil, false),
        ("1990-05-06", "yes", Opposition.contact, false),
        ("1990-05-06", "yes", Opposition.sharing, true),
    ])
    func onlyAdultsWhoAgreedAreAsked(
        _ born: String, _ agreed: String, _ opposes: Opposition?, _ isAsked: Bool
    ) throws {
        var person = Reception(id: Identifier(1))
        person.birthDate = CivilDate(text: born)
        person.setAnswer(.contactConsent, agreed)
        person.opposes = opposes.map { [$0] }
        let day = try #require(CivilDate(text: "2026-12-20"))
        #expect(person.maySurvey(on: day) == isAsked)
    }

    /// Of whoever came on the 31st the months end on days that there are.
    @Test(arguments: [
        ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
        ("2026-11-20", 3, "2027-02-20"), ("2026-10-31", 1, "2026-11-30"),
        ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -3, "2025-10-15"),
        ("2026-05-05", 0, "2026-05-05"),
    ])
    func monthsEndOnDaysThatThereAre(_ day: String, _ months: Int, _ then: String) throws {
        #expect(try #require(CivilDate(text: day)).adding(months: months).text == then)
    }

    /// Nobody is left out of the list because of the length of a month: of each day on which
    /// somebody is asked, the day they were received is among those that are looked through.
    @Test func theDaysThatAreLookedThroughHoldEverybodyWhoIsDue() throws {
        let form = try form(SmallSurvey.text)
        let first = try #require(CivilDate(text: "2027-12-01")).daysSinceEpoch
        for received in first..<first + 120 {
            let received = CivilDate(daysSinceEpoch: received)
            let days = form.days(after: received)
            for day in [days.lowerBound, days.upperBound] {
                #expect(form.received(askedOn: day).contains(received), "\(received.text)")
            }
        }
    }
}
