import Drill
import Foundation
import Repatriation
import Support
import Testing

@testable import garita

/// The file of a class, and every way in which it is none.
@Suite struct ClassFileTests {
    private static let good = """
        {
          titulo: "Clase de prueba",
          escenario: "tio",
          carpeta: "grupo",
          personas: ["Ana López", "Beto Ruiz"],
          forma: "cada-quien",
          semilla: 7,
          desde: "23:41",
          velocidad: 10,
        }
        """

    /// Beside its stores, in a folder of its own.
    static func write(_ text: String, in folder: String) throws -> String {
        let path = "\(folder)/clase.json5"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    private func problems(_ text: String) throws -> [FileProblem] {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        do {
            _ = try ClassFiles(ClassFileTests.write(text, in: folder))
            return []
        } catch let wrong as ScenarioFiles.Wrong {
            return wrong.problems
        }
    }

    @Test func allOfItIsRead() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let files = try ClassFiles(ClassFileTests.write(ClassFileTests.good, in: folder))
        #expect(files.plan.people == ["Ana López", "Beto Ruiz"])
        #expect(files.plan.seed == 7 && files.plan.speed == 10 && files.plan.from != nil)
        #expect(files.title == "Clase de prueba" && files.scenario.id == "tio")
        #expect(files.store(of: 0) == "\(folder)/grupo/ana-lopez.db")
        #expect(files.store(of: 1) == "\(folder)/grupo/beto-ruiz.db")
    }

    /// Each is told with the line it stands on.
    @Test(arguments: [
        ("titulo: \"Clase de prueba\"", "titulo: 7", 2),
        ("escenario: \"tio\"", "escenario: \"no-hay\"", 3),
        ("escenario: \"tio\"", "escenario: \"\"", 3),
        ("carpeta: \"grupo\"", "carpeta: []", 4),
        ("[\"Ana López\", \"Beto Ruiz\"]", "[]", 5),
        ("[\"Ana López\", \"Beto Ruiz\"]", "\"Ana\"", 5),
        ("\"Beto Ruiz\"", "\"ANA LOPEZ\"", 5), ("\"Beto Ruiz\"", "7", 5),
        ("\"Beto Ruiz\"", "\"…\"", 5), ("forma: \"cada-quien\"", "forma: \"juntas\"", 6),
        ("semilla: 7", "semilla: 0", 7), ("desde: \"23:41\"", "desde: \"23:99\"", 8),
        ("desde: \"23:41\"", "desde: \"12:00\"", 8), ("velocidad: 10", "velocidad: 999", 9),
        ("velocidad: 10", "velocidades: 10", 9), ("velocidad: 10", "semilla: 8", 9),
    ])
    func whatIsWrongIsToldWithItsLine(_ right: String, _ wrong: String, _ line: Int) throws {
        let broken = ClassFileTests.good.replacing(right, with: wrong)
        #expect(broken != ClassFileTests.good)
        let found = try problems(broken)
        #expect(found.contains { $0.line == line }, "\(found)")
        #expect(found.allSatisfy { !$0.sentence.es.isEmpty && !$0.sentence.en.isEmpty })
    }

    /// Each line left out: what is required is missed, the rest is not.
    @Test func whatIsRequiredIsMissed() throws {
        let lines = ClassFileTests.good.split(separator: "\n").map(String.init)
        for index in 1..<lines.count - 1 {
            var fewer = lines
            fewer.remove(at: index)
            let isRequired = ["escenario", "carpeta", "personas"].contains {
                lines[index].contains($0)
            }
            let found = try problems(fewer.joined(separator: "\n"))
            #expect(found.isEmpty != isRequired, "\(lines[index]): \(found)")
        }
    }

    @Test func oneStoreHasRoomForItsDesks() throws {
        let names = (1...20).map { "\"Persona \($0)\"" }.joined(separator: ", ")
        let many = ClassFileTests.good
            .replacing("\"Ana López\", \"Beto Ruiz\"", with: names)
        #expect(try problems(many).isEmpty)
        let together = many.replacing("cada-quien", with: "un-archivo")
        #expect(try problems(together).map(\.line) == [5])
        #expect(
            try problems(many.replacing("\"Persona 1\",", with: "\"Persona 1\", \"Otra\","))
                .map(\.line) == [5])
    }

    @Test func noScenarioIsTakenForAClass() {
        #expect(ClassReader.isClass(ClassFileTests.good))
        for shipped in ScenarioFiles.shipped { #expect(!ClassReader.isClass(shipped.text)) }
        #expect(!ClassReader.isClass("{"))
    }

    @Test func itIsCheckedWithoutAScreen() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        let path = try ClassFileTests.write(ClassFileTests.good, in: folder)
        let right = try Program(folder).run(["demo", "--check", path])
        #expect(right.code == 0 && right.out.contains("2 personas"))
        _ = try ClassFileTests.write(
            ClassFileTests.good.replacing("\"tio\"", with: "\"x\""), in: folder)
        let wrong = try Program(folder).run(["demo", "--check", path])
        #expect(wrong.code == 1 && wrong.err.contains("renglón 3"))
        #expect(!FileManager.default.fileExists(atPath: "\(folder)/grupo"), "nothing is made")
    }
}
