import Foundation
import Glibc
import Repatriation
import Store
import Support
import Testing

/// Far more than anybody types or any catalogue has.
@Suite struct LongInputTests {
    private let program: Program

    init() throws {
        program = Program(try TestStore.makeFolder())
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
    }

    @Test func aSearchOfABookIsRefusedInASentence() throws {
        defer { TestStore.remove(program.folder) }
        let book = String(repeating: "palabra ", count: 200_000)
        let (out, err, code) = try program.run(["search", "-"], input: book)
        #expect(code == 1 && out.isEmpty && err.contains("admite hasta 200 caracteres"), "\(err)")
        let store = try Store(path: "\(program.folder)/g.db")
        #expect(throws: Refusal.self) { try store.search(book, at: nil) }
        // Many short words are a name still.
        #expect(try store.search(String(repeating: "de ", count: 200), at: nil).isEmpty)
        let longest = String(repeating: "x", count: Hit.longest)
        #expect(try store.search(longest, at: nil).isEmpty)
        #expect(
            try program.run(["search", "-"], input: longest + "x").err.contains("admite hasta"))
    }

    private func days(_ count: Int) -> String {
        let first = CivilDate(year: 2000, month: 1, day: 1)?.daysSinceEpoch ?? 0
        return (0..<count).map { "\(CivilDate(daysSinceEpoch: first + $0).text) Día \($0)\n" }
            .joined()
    }

    @Test func threeThousandDaysOfRestComeInAndAreReadBack() throws {
        defer { TestStore.remove(program.folder) }
        let file = "\(program.folder)/dias"
        try days(3000).write(toFile: file, atomically: true, encoding: .utf8)
        #expect(
            try program.run(["catalog", "import", "inhabiles", file]).out
                == "3000 días inhábiles.\n")
        let store = try Store(path: "\(program.folder)/g.db")
        #expect(try store.entries(of: CatalogueEntry.holidays).count == 3000)
        let events = try store.newestEvent()
        #expect(try program.run(["catalog", "import", "inhabiles", file]).code == 0)
        #expect(try store.newestEvent() == events)
        try days(4001).write(toFile: file, atomically: true, encoding: .utf8)
        let (_, err, code) = try program.run(["catalog", "import", "inhabiles", file])
        #expect(code == 2 && err.contains("Son más de 4000 días"))
        #expect(try program.run(["verify"]).code == 0)
    }

    @Test func aCatalogueThatIsNoneIsRefused() throws {
        defer { TestStore.remove(program.folder) }
        let file = "\(program.folder)/ageem.csv"
        let rows = (0..<5001).map { "\(10_000 + $0),Municipio \($0)\n" }.joined()
        try ("CVEGEO,NOM_MUN\n" + rows).write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try program.run(["catalog", "import", "municipios", file]).code == 2)
        try String(repeating: "palabra ", count: 200_000).write(
            toFile: file, atomically: true, encoding: .utf8)
        for name in ["municipios", "inhabiles"] {
            #expect([1, 2].contains(try program.run(["catalog", "import", name, file]).code))
        }
        let store = try Store(path: "\(program.folder)/g.db")
        #expect(try store.entries(of: CatalogueEntry.municipalities).isEmpty)
    }
}
