import Foundation
import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Drill
@testable import Screens
@testable import garita

/// Surveys as a user has them: checked, added, on paper, tabulated, and in the file of whoever
/// answered.
@Suite struct SurveyProgramTests {
    /// A store of practice with two people who answered the small survey and one who did not.
    private func answered() throws -> (program: Program, id: Identifier<Reception>) {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        try test.perform(.act(AddSurvey(SmallSurvey.form())))
        var people: [Identifier<Reception>] = []
        for number in 1...3 {
            let id = try test.waiting(.nogales, TestStore.person(number))
            var answers = completeAnswers
            answers[.contactConsent] = "yes"
            for act: any Act in [
                CallPerson(id, desk: 1, reason: "prueba"), StartInterview(id, desk: 1),
                SaveProfile(id, answers), ReleasePerson(id, Release(.ownMeans)),
            ] { try test.perform(.act(act)) }
            people.append(id)
        }
        test.now = try #require(Instant(text: "2026-12-21T18:00:00.000Z"))
        let given = ["casa": "yes", "cual": "propia", "con": "hijas,madre", "falta": "una cobija"]
        try test.perform(.act(AnswerSurvey(people[0], "prueba", given)))
        try test.perform(.act(AnswerSurvey(people[1], "prueba", ["casa": "declined"])))
        let program = Program(try TestStore.makeFolder())
        try test.store.backup(to: "\(program.folder)/g.db")
        return (program, people[0])
    }

    @Test func aFileIsCheckedAddedListedAndPrinted() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let path = "\(program.folder)/prueba.json5"
        try SmallSurvey.text.write(toFile: path, atomically: true, encoding: .utf8)
        let checked = try program.run(["survey", "check", path])
        #expect(checked.code == 0 && checked.out.contains("6 preguntas"), "\(checked)")
        #expect(try program.run(["survey", "list"]).out.isEmpty)
        #expect(try program.run(["survey", "add", path]).out.contains("Encuesta agregada: prueba"))
        #expect(try program.run(["survey", "add", path]).out.contains("Ya estaba"))
        let listed = try program.run(["survey", "list", "--lang", "en"])
        #expect(listed.out.contains("prueba  Trial  version 1, 6 questions, 1 to 3 months after"))
        for (language, words) in [
            ("es", ["¿Con quién?", "[ ] madre", "Sólo si en «¿Tiene casa?»", "no respondió"]),
            ("en", ["With whom?", "[ ] mother", "Only if «Do you have a home?»", "did not say"]),
        ] {
            let paper = try program.run(["survey", "show", "prueba", "--lang", language])
            #expect(paper.code == 0 && words.allSatisfy(paper.out.contains), "\(paper.out)")
            let page = try program.run(["survey", "show", "prueba", "--html", "--lang", language])
            #expect(page.out.hasPrefix("<!doctype html>"))
        }
        let retired = try program.run(["survey", "retire", "prueba", "--lang", "en"])
        #expect(retired.code == 0 && retired.out.contains("Survey retired: prueba"), "\(retired)")
        #expect(try program.run(["survey", "list"]).out.isEmpty)
        #expect(try program.run(["verify"]).code == 0)
    }

    /// What is wrong is told with its line, in the language asked for, and nothing is written.
    @Test(arguments: Language.allCases) func aWrongFileIsToldAndNotAdded(_ language: Language)
        throws
    {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let path = "\(program.folder)/mala.json5"
        try SmallSurvey.text.replacingOccurrences(of: "tipo: \"fecha\"", with: "tipo: \"dia\"")
            .write(toFile: path, atomically: true, encoding: .utf8)
        for verb in ["check", "add"] {
            let told = try program.run(["survey", verb, path, "--lang", language.rawValue])
            #expect(told.code == 1 && told.out.isEmpty)
            #expect(told.err.contains(language("renglón 19: «tipo»", "line 19: «tipo»")))
        }
        let json = try program.run(["survey", "check", path, "--json"])
        #expect(json.code == 1 && json.out.hasPrefix(#"[{"code":"wrongValue","line":19,"reason":"#))
        #expect(try program.run(["survey", "list"]).out.isEmpty)
        #expect(try program.run(["survey", "check", "\(path)x"]).code == 2)
        // Neither a pipe that nobody writes holds it up, nor does a name steer the terminal.
        let pipe = "\(program.folder)/tubo\u{1B}[31m"
        #expect(mkfifo(pipe, 0o600) == 0)
        let told = try program.run(["survey", "check", pipe])
        #expect(told.code != 0 && !told.err.contains("\u{1B}"))
        #expect(try program.run(["survey", "show", "nada"]).code == 1)
        #expect(try program.run(["survey", "otra"]).code == 2)
    }

    @Test func whatWasAnsweredIsTabulatedInEveryForm() throws {
        let (program, _) = try answered()
        defer { TestStore.remove(program.folder) }
        let asked = [
            "report", "survey", "--survey", "prueba", "--from", "2026-12-01", "--to", "2026-12-31",
        ]
        let text = try program.run(asked)
        #expect(text.code == 0, "\(text.err)")
        for words in [
            "encuestas: 2; en parte: 2.", "suma más de 100 %", "no se preguntó",
            "nadie ha intentado",
        ] { #expect(text.out.contains(words), "\(words)") }
        #expect(!text.out.contains("cobija"))
        let said = try program.run(asked + ["--json"]).out
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(said.utf8)) as? [String: Any])
        let reach = try #require(json["reach"] as? [String: Int])
        #expect(reach["due"] == 3 && reach["inPart"] == 2 && reach["notTried"] == 1)
        let version = try #require((json["versions"] as? [[String: Any]])?.first)
        let questions = try #require(version["questions"] as? [[String: Any]])
        for question in questions {
            let cells = ["answered", "unknown", "declined", "notAsked"].map {
                question[$0] as? Int ?? -1
            }
            #expect(cells.reduce(0, +) == version["taken"] as? Int, "\(question)")
        }
        let csv = try program.run(asked + ["--format", "csv", "--lang", "en"])
        #expect(csv.out.contains("1,Home,con,With whom?,hijas,daughters,1,100.0"))
        #expect(csv.out.contains("due,were due,3"))
        let page = try program.run(asked + ["--format", "html"])
        #expect(page.out.contains("¿Con quién?") && !page.out.contains("cobija"))
        // Of a month that is not over nothing is published.
        let told = try program.run(asked + ["--public", "--json"])
        #expect(told.code == 1 && told.out.isEmpty && told.err.contains("No se publica"))
        #expect(try program.run(["report", "survey", "--from", "2026-12-01"]).code == 2)
    }

    /// The copy of somebody's file has what they answered, in the words that they were asked in.
    @Test func whoAnsweredFindsItInTheirFile() throws {
        let (program, id) = try answered()
        defer { TestStore.remove(program.folder) }
        let export = [
            "person", "export", "\(id.value)", "--capacity", "self", "--requester", "Quien Pide",
            "--document", "INE 1",
        ]
        let paper = try program.run(export)
        #expect(paper.code == 0, "\(paper.err)")
        for words in ["¿Tiene casa?", "¿Qué falta?", "una cobija", "hijas, madre"] {
            #expect(paper.out.contains(words), "\(words)")
        }
        let english = try program.run(export + ["--json", "--lang", "en"])
        #expect(english.out.contains(#""prueba.con":"daughters, mother""#))
        #expect(english.out.contains(#""prueba.casa":"yes""#))
    }

    /// A file made of the examples of the manual is a survey, and the reader asks for those keys and
    /// for no other.
    @Test func theKeysOfASurveyAreThoseItsReaderAsksFor() {
        func members(_ part: String, _ more: [String: String]) -> String {
            ScenarioKey.ofSurvey.filter { $0.part == part }.compactMap { key in
                let text = key.example.isEmpty ? more[key.name] : key.example
                return text.map { "\(key.name): \($0)" }
            }.joined(separator: ", ")
        }
        let work = "{ id: \"trabaja\", tipo: \"sino\", es: \"¿Trabaja?\", en: \"Do you work?\" }"
        func question(_ kind: String, without keys: [String]) -> String {
            let part = "secciones.preguntas"
            let options =
                "[{ \(members(part + ".opciones", [:])) }, "
                + "{ id: \"otra\", es: \"otra\", en: \"other\" }]"
            let text = members(
                part, ["opciones": options, "si": "{ \(members(part + ".si", [:])) }"])
            var told = text.replacingOccurrences(of: "tipo: \"una\"", with: "tipo: \"\(kind)\"")
                .replacingOccurrences(of: "id: \"vivienda\"", with: "id: \"\(kind)\"")
            for key in keys {
                let value = key == "opciones" ? options : "\(key == "de" ? 0 : 20)"
                told = told.replacingOccurrences(of: "\(key): \(value), ", with: "")
            }
            return "{ \(told) }"
        }
        let questions = [
            work, question("varias", without: ["de", "a"]),
            question("numero", without: ["opciones"]),
        ].joined(separator: ", ")
        let section = "[{ \(members("secciones", ["preguntas": "[\(questions)]"])) }]"
        let text = "{ \(members("", ["secciones": section])) }"
        if case .wrong(let problems) = SurveyReader.read(text) {
            Issue.record("\(problems.map { $0.said(.es) })\n\(text)")
        }
        #expect(SurveyReader.keys(text) == Set(ScenarioKey.ofSurvey.map(\.path)))
    }

    @Test(arguments: Language.allCases)
    func everyKeyOfASurveyStandsInTheManual(_ language: Language) {
        let book = SurveyChapter(language: language).book
        for key in ScenarioKey.ofSurvey where !key.example.isEmpty {
            #expect(
                book.html.contains(HTMLText.escaped("\(key.name): \(key.example)")), "\(key.path)")
        }
        let widest = book.text(80).split(separator: "\n").map { TextWidth.of(String($0)) }.max()
        #expect((widest ?? 0) <= 80)
    }
}
