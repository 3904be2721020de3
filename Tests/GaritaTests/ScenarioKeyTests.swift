import Repatriation
import Terminal
import Testing

@testable import Drill
@testable import Screens
@testable import garita

/// The manual's chapter on scenarios has every key that the reader asks for, and no other.
@Suite struct ScenarioKeyTests {
    /// A file made of the examples; `instead` puts another text in the place of one of them.
    private func file(
        without left: Set<String> = [], instead: (path: String, text: String)? = nil
    ) -> String {
        func object(_ part: String) -> String {
            let members = ScenarioKey.all.filter { $0.part == part && !left.contains($0.path) }
            return "{"
                + members.map { key -> String in
                    let acts = ["injects.bueno", "injects.descuidado"]
                    let inner = acts.contains(key.path) ? "injects.hecho" : key.path
                    let text =
                        switch key.takes {
                        case _ where instead?.path == key.path: instead?.text ?? ""
                        case .part: object(inner)
                        case .parts: list(key.path, object(inner))
                        default: key.example
                        }
                    return "\(key.name): \(text)"
                }.joined(separator: ",\n") + "}"
        }
        func list(_ path: String, _ one: String) -> String {
            guard path == "personas" else { return "[\(one)]" }
            return "[\(one), { id: \"elena\", nombre: \"Elena\" }, "
                + "{ id: \"desconocido\", descripcion: \"hombre\" }]"
        }
        return object("")
    }

    /// One whose inject has an hour, and one whose inject follows another.
    private func texts(_ instead: (path: String, text: String)? = nil) -> [String] {
        [["injects.tras"], ["injects.en"]].map { file(without: $0, instead: instead) }
    }

    private func problems(_ text: String) -> [FileProblem] {
        if case .wrong(let problems) = ScenarioReader.read(text) { problems } else { [] }
    }

    @Test func theExamplesTogetherAreAScenario() {
        let found = problems(texts()[0])
        #expect(found.isEmpty, "\(found.map { $0.said(.es) })")
    }

    @Test func everyKeyThatTheReaderAsksForStandsInTheManual() {
        let asked = texts().map(ScenarioReader.keys).reduce(into: Set<String>()) {
            $0.formUnion($1)
        }
        let told = Set(ScenarioKey.all.map(\.path))
        let same = Set(
            asked.map { path in
                ["injects.bueno.", "injects.descuidado."].reduce(path) {
                    $0.hasPrefix($1) ? "injects.hecho." + $0.dropFirst($1.count) : $0
                }
            })
        #expect(same.subtracting(told).sorted() == [], "the manual lacks these")
        #expect(told.subtracting(same).sorted() == [], "the reader asks for none of these")
    }

    /// A number past its range, a code that there is not and a text where none is meant are refused
    /// at that key: what the manual says it takes is what it takes.
    @Test func whatAKeyTakesIsWhatTheManualSays() {
        for key in ScenarioKey.all {
            for wrong in wrong(key.takes) {
                let found = texts((key.path, wrong)).flatMap(problems)
                #expect(
                    found.contains { $0.sentence.es.contains("«\(key.name)»") },
                    "\(key.path): \(wrong)")
            }
        }
    }

    /// Each end of a range and each code is taken.
    @Test func whatTheManualOffersIsTaken() {
        for key in ScenarioKey.all {
            let offered: [String] =
                switch key.takes {
                case .integer(let range): ["\(range.lowerBound)", "\(range.upperBound)"]
                case .code(let codes): codes.map { "\"\($0)\"" }
                case .codes(let codes): codes.map { "[\"\($0)\"]" }
                default: []
                }
            for one in offered {
                let found = problems(texts((key.path, one))[key.path.contains("tras.") ? 1 : 0])
                #expect(
                    !found.contains {
                        $0.sentence.es.contains("«\(key.name)»: toma")
                            || $0.sentence.es.contains("«\(key.name)»: no hay «\(one)»; hay")
                    }, "\(key.path): \(one) \(found.map { $0.said(.es) })")
            }
        }
    }

    private func wrong(_ takes: ScenarioKey.Takes) -> [String] {
        switch takes {
        case .integer(let range): ["\(range.lowerBound - 1)", "\(range.upperBound + 1)", "\"x\""]
        case .code: ["\"no-hay\"", "1"]
        case .codes: ["[\"no-hay\"]", "\"x\""]
        case .text, .name: ["1"]
        case .day, .hour: ["\"ayer\""]
        case .point: ["\"XXX\""]
        case .flag: ["\"si\""]
        case .members: ["1"]
        case .texts, .desks: ["1", "[{}]"]
        case .moment: ["\"25:00\"", "-1"]
        case .stay: ["\"25:00\""]
        case .part, .parts: []
        }
    }

    @Test(arguments: Language.allCases)
    func everyKeyStandsInTheChapterWithItsExample(_ language: Language) {
        let book = ScenarioChapter(language: language).book
        let html = book.html
        for key in ScenarioKey.all where !key.example.isEmpty {
            #expect(html.contains(HTMLText.escaped("\(key.name): \(key.example)")), "\(key.path)")
        }
        let widest = book.text(80).split(separator: "\n").map { TextWidth.of(String($0)) }.max()
        #expect((widest ?? 0) <= 80)
    }

    /// The list of injects for planners has the program's own words in the language asked for; what
    /// the trainer wrote stays.
    @Test(arguments: ScenarioTests.shipped) func theListOfInjectsIsInTheLanguage(_ name: String)
        throws
    {
        let scenario = try ScenarioFiles.scenario(name).scenario
        let rows = Language.allCases.map { language in
            ScenarioTable.rows(scenario, language) { "+\($0)" }
        }
        for (es, en) in zip(rows[0], rows[1]) {
            #expect(es[2] == en[2] && es[6...] == en[6...])
            #expect(["trainer", "program"].contains(en[4]))
            #expect(Inject.Medium.allCases.map(\.label.en).contains(en[3]))
            #expect(Work.allCases.map(\.label.en).contains(en[5]))
            #expect(!en[1].contains(" tras "))
        }
    }

    /// A class's file made of the examples is one; with any of its keys misspelt it is none, nor
    /// without what is required.
    @Test func theKeysOfAClassAreThoseItsReaderAsksFor() {
        func file(_ name: (ScenarioKey) -> String?) -> String {
            "{"
                + ScenarioKey.ofClass.compactMap { key in
                    name(key).map { "\($0): \(key.example)" }
                }.joined(separator: ",\n") + "}"
        }
        guard case .whole = ClassReader.read(file(\.name)) else {
            Issue.record("the examples are no class")
            return
        }
        for key in ScenarioKey.ofClass {
            let misspelt = file { $0.path == key.path ? "\($0.name)x" : $0.name }
            if case .whole = ClassReader.read(misspelt) { Issue.record("\(key.name)x is taken") }
            let left = ClassReader.read(file { $0.path == key.path ? nil : $0.name })
            let isWhole = if case .whole = left { true } else { false }
            #expect(isWhole == !key.isRequired, "\(key.name)")
        }
    }
}
