import Repatriation
import Support
import Testing

/// The sheet of INM's desk system as a user gets it.
@Suite struct SIOMRProgramTests {
    private static let days = ["--from", "2026-01-01", "--to", "2026-12-31"]

    /// A practice day comes out whole: a head, a row for each event, and beside it that it is
    /// reserved; who took it is kept.
    @Test func aDayComesOutWholeAndIsKeptAsAnExport() throws {
        let program = Program(try TestStore.makeFolder())
        defer { TestStore.remove(program.folder) }
        let store = "\(program.folder)/g.db"
        let played = try program.run(
            ["demo", "--scenario", "extranjeros", "--play", "good", "--keep", store])
        #expect(played.code == 0, "\(played.err)")
        let said = try program.run(["report", "siomr", "--bom"] + Self.days)
        #expect(said.code == 0 && said.err.contains("Reservado"), "\(said.err)")
        let lines = said.out.split(separator: "\r\n").map(String.init)
        let head = SIOMRColumn.allCases.map(\.rawValue).joined(separator: ",")
        #expect(lines.first == CSVText.byteOrderMark + head)
        let rows = lines.dropFirst().map {
            SIOMRRow(cells: $0.split(separator: ",").map(String.init))
        }
        #expect(rows.allSatisfy { $0?.contradictions.isEmpty == true })
        let table = try program.run(["report", "R1", "--format", "csv"] + Self.days).out
        let total = table.split(separator: "\r\n").first { $0.hasPrefix("total,") }
        #expect(!rows.isEmpty && total?.split(separator: ",").contains("\(rows.count)") == true)
        let trail = try program.run(["show", "journal", "--reads", "--json"]).out
        #expect(trail.contains("export") && trail.contains("\(rows.count)"))
    }

    @Test(arguments: [
        (["--format", "html"], Int32(2), "CSV"), (["--json"], 2, "CSV"), (["R1"], 2, "Uso"),
        (["--point", "ZZZ"], 1, "punto"), (["--from", "ayer"], 2, "--from"),
    ])
    func whatIsWrongIsToldBeforeAnythingIsPrinted(
        _ words: [String], _ code: Int32, _ part: String
    ) throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let own = words.contains("--from") ? Array(Self.days.dropFirst(2)) : Self.days
        let said = try program.run(["report", "siomr"] + words + own)
        #expect(said.code == code && said.err.contains(part) && said.out.isEmpty, "\(said.err)")
    }
}
