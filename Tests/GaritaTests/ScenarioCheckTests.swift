import Drill
import Repatriation
import Testing

@testable import garita

/// What is wrong with a scenario is told with its line.
@Suite struct ScenarioCheckTests {
    private func problems(_ text: String) -> [FileProblem] {
        if case .wrong(let problems) = ScenarioReader.read(text) { problems } else { [] }
    }

    /// Lines of each scenario that comes with the program, with a key that there is not: refused
    /// with a line and a reason; never a trap. Every thirteenth line, or it takes minutes.
    @Test(arguments: ScenarioTests.shipped)
    func noBrokenVariantIsTakenForWhole(_ name: String) throws {
        let text = try ScenarioFiles.text(name)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for index in stride(from: 0, to: lines.count, by: 13) {
            let line = lines[index]
            guard let colon = line.firstIndex(of: ":"), !line.contains("//") else { continue }
            // Inside a text a colon is only a colon.
            let isText = index > 0 && lines[index - 1].hasSuffix("\\")
            let isKey = line[..<colon].allSatisfy {
                $0.isLetter || $0.isNumber || "_{ ".contains($0)
            }
            guard isKey, !isText else { continue }
            var broken = lines
            broken[index] = line[..<colon] + "_no_hay:" + line[line.index(after: colon)...]
            let problems = problems(broken.joined(separator: "\n"))
            #expect(problems.contains { $0.line <= index + 1 + 3 }, "\(name) \(index + 1): \(line)")
        }
    }

    @Test(arguments: [
        ("{", 1), ("{ id: \"a\" }", 1), ("{\n id: 'a',\n id: 'b' }", 3), ("{\n id: a }", 2),
        ("[]", 1), ("{\n /* no se cierra", 2), ("{ id: \"sin final }\n", 1),
    ])
    func whatIsNoScenarioIsRefusedWithItsLine(_ text: String, _ line: Int) {
        #expect(problems(text).contains { $0.line == line })
        #expect(problems(text).allSatisfy { !$0.sentence.es.isEmpty && !$0.sentence.en.isEmpty })
    }

    @Test func deepAndLongFilesAreRefused() {
        #expect(!problems(String(repeating: "[", count: 100_000)).isEmpty)
        #expect(!problems(String(repeating: " ", count: 2 << 20)).isEmpty)
    }

    @Test func everythingThatIsWrongIsToldAtOnce() {
        let text = """
            {
              id: "dos faltas",
              titulo: "x", resumen: "x", punto: "NOGALES", dia: "2026-13-40",
              empieza: "25:00", termina: "06:00",
            }
            """
        #expect(problems(text).count >= 4)
    }

    /// What fails, the drawer and a claim mean somebody, some sheet and something that is there.
    @Test(arguments: [
        ("calla: 2,", "calla: 4,"), ("hoja: \"hoja-uno\"", "hoja: \"hoja-tres\""),
        ("id: \"hoja-dos\"", "id: \"hoja-uno\""), ("impresora: true", "impresora: \"sí\""),
        ("falta: [\"identification\", \"phone\"]", "falta: []"),
        ("tipo: \"rollCall\"", "tipo: \"pase\""), ("a_mano: true", "a_mano: 1"),
        ("folio: \"@constancia-uno\"", "folio: \"@constancia-tres\""),
        ("se_queda: true", "se_queda: \"tarde\""),
    ])
    func whatFailsIsCheckedWithItsLine(_ right: String, _ wrong: String) throws {
        let text = try #require(
            ["corte", "impresora", "edad"].map { try ScenarioFiles.text($0) }
                .first { $0.contains(right) })
        let broken = text.replacing(right, with: wrong, maxReplacements: 1)
        let before = text.prefix(upTo: try #require(text.firstRange(of: right)).lowerBound)
        let line = before.count { $0 == "\n" } + 1
        #expect(problems(broken).contains { abs($0.line - line) <= 2 }, "\(problems(broken))")
    }
}
