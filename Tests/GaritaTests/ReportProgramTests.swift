import Foundation
import Repatriation
import SQLite
import Support
import Testing

/// The official tables as a user gets them: as text, for spreadsheets, printed and as JSON.
@Suite struct ReportProgramTests {
    private static let program: Program = {
        do {
            let program = Program(try TestStore.makeFolder())
            let played = try program.run(
                ["demo", "--scenario", "extranjeros", "--play", "good", "--keep", program.store])
            guard played.code == 0 else { fatalError(played.err) }
            return program
        } catch { fatalError("no practice: \(error)") }
    }()

    private func report(_ arguments: [String]) throws -> (out: String, err: String, code: Int32) {
        try Self.program.run(["report"] + arguments)
    }

    private static let days = ["--from", "2026-01-01", "--to", "2026-12-31"]

    private func json(_ kind: ReportKind) throws -> [String: Any] {
        let said = try report([kind.rawValue, "--json"] + Self.days)
        #expect(said.code == 0, "\(said.err)")
        let object = try JSONSerialization.jsonObject(with: Data(said.out.utf8))
        return try #require(object as? [String: Any])
    }

    private func numbers(_ cells: Any?) -> [Double?] {
        (cells as? [Any] ?? []).map { ($0 as? NSNumber)?.doubleValue }
    }

    /// Whoever mistypes a name is told of every one that there is; the list says what each is, on
    /// lines that a terminal of 80 columns holds.
    @Test(arguments: ["es", "en"]) func everyNameIsToldAndListed(_ language: String) throws {
        let refused = try report(["tablas", "--lang", language] + Self.days)
        let listed = try report(["list", "--lang", language]).out.split(separator: "\n")
        #expect(refused.code != 0 && listed.allSatisfy { $0.count <= 80 }, "\(listed)")
        for name in ["R1", "S7", "nna", "synthesis", "siomr", "persons", "survey", "shift", "late"]
        {
            #expect(refused.err.contains(name), "\(refused.err)")
            #expect(listed.contains { $0.hasPrefix(name + " ") }, "\(name)")
        }
    }

    /// The total is the sum of the lines and of those who were not asked, column by column; shares
    /// and what is compared stand behind it.
    @Test(arguments: ReportKind.allCases) func everyTableFootsAsItIsPrinted(
        _ kind: ReportKind
    ) throws {
        let table = try json(kind)
        let heads = try #require(table["columns"] as? [String])
        let rows = try #require(table["rows"] as? [[String: Any]]).map { numbers($0["cells"]) }
        let total = numbers(table["total"])
        let lines = rows + [numbers(table["notAsked"])]
        #expect(lines.allSatisfy { $0.count == heads.count } && total.count == heads.count)
        for (column, head) in heads.enumerated() where !head.contains("%") {
            let known = lines.compactMap { $0[column] }
            guard let sum = total[column] else { continue }
            #expect(known.reduce(0, +) == sum, "\(head)")
        }
        #expect(table["preliminary"] as? Bool == true)
        // The same numbers stand in the table for spreadsheets.
        let csv = try report([kind.rawValue, "--format", "csv"] + Self.days)
        let last = csv.out.split(separator: "\r\n").first { $0.hasPrefix("total,") }
        let count = try #require(total[heads.firstIndex(of: "Total") ?? 0])
        #expect(last?.split(separator: ",").contains("\(Int(count))") == true)
    }

    /// Who came, came once: everywhere the same.
    @Test func allTablesOfEventsHaveOneTotal() throws {
        let kinds: [ReportKind] = [.r1, .r2, .r3, .r6, .r7, .r8, .r9, .r11]
        let totals = try kinds.map { kind -> Double? in
            let table = try json(kind)
            let place = (table["columns"] as? [String])?.firstIndex(of: "Total")
            return place.flatMap { numbers(table["total"])[$0] }
        }
        #expect(Set(totals).count == 1 && (totals.first ?? nil) ?? 0 > 0, "\(totals)")
    }

    @Test func thePageIsWholeAndPrints() throws {
        let page = try report(["R1", "--format", "html"] + Self.days).out
        #expect(page.hasPrefix("<!doctype html>") && page.contains("@page"))
        #expect(!page.contains("<script") && !page.contains("http") && !page.contains("src="))
        #expect(page.contains("Folio: R1-26-") && page.contains("Cifras preliminares"))
        let text = try report(["R1"] + Self.days).out
        #expect(text.contains("Folio: R1-26-") && text.contains("Cifras preliminares"))
    }

    @Test func theMarkOfSpreadsheetsIsThereWhereItIsAskedFor() throws {
        let plain = try report(["R3", "--format", "csv"] + Self.days).out
        let marked = try report(["R3", "--format", "csv", "--bom"] + Self.days).out
        #expect(plain.unicodeScalars.first != "\u{FEFF}")
        #expect(marked.unicodeScalars.first == "\u{FEFF}")
    }

    @Test(arguments: [
        (["R13"], Int32(1), "R12"), (["R1", "--point", "ZZZ"], 1, "punto"),
        (["R1", "--format", "pdf"], 2, "--format"), (["R1", "R2"], 2, "Uso"),
    ])
    func whatIsWrongIsToldInASentence(_ words: [String], _ code: Int32, _ part: String) throws {
        let said = try report(words + Self.days)
        #expect(said.code == code && said.err.contains(part) && said.out.isEmpty)
    }

    @Test func daysAreAskedFor() throws {
        #expect(try report(["R1"]).code == 2)
        let backwards = ["R1", "--from", "2026-02-01", "--to", "2026-01-31", "--lang", "en"]
        let said = try report(backwards)
        #expect(said.code == 2 && said.err.contains("--from comes before --to"))
    }

    /// A month is closed, something is put right, and the next issue shows both figures and the day;
    /// as of the closing it is what it was.
    @Test func aClosedMonthShowsWhatItHasBecome() throws {
        let program = Program(try TestStore.makeFolder())
        defer { TestStore.remove(program.folder) }
        let played = try program.run(
            ["demo", "--scenario", "extranjeros", "--play", "good", "--keep", program.store])
        #expect(played.code == 0, "\(played.err)")
        let table = ["report", "R1"] + Self.days
        func object(_ arguments: [String]) throws -> [String: Any] {
            let said = try program.run(arguments + ["--json"])
            #expect(said.code == 0, "\(said.err)")
            return try #require(
                JSONSerialization.jsonObject(with: Data(said.out.utf8)) as? [String: Any])
        }
        let closing = ["report", "close", "2026"]
        #expect(try program.run(closing).err.contains("aún no termina"))
        let at = ["--at", "2027-01-02T18:00:00Z"]
        #expect(try program.run(closing + at).code == 0)
        let closed = try object(table)
        #expect(closed["preliminary"] as? Bool == false)
        #expect((closed["revised"] as? [Any])?.isEmpty == true)
        let groups = try Connection(path: program.store, mode: .read).statement(
            "SELECT \"group\" FROM reception WHERE nationality = 'accredited'"
        ).all { $0.int(0) }
        let group = try #require(groups.first)
        let line = "{\"do\":\"amendGroup\",\"group\":\(group),\"mode\":\"flight\"}\n"
        let put = try program.run(["send", "--at", "2027-01-05T18:00:00Z"], input: line)
        #expect(put.out.contains("\"ok\":true"), "\(put.out)")
        let revised = try object(table)
        let cells = try #require(revised["revised"] as? [[String: Any]])
        #expect(Set(cells.compactMap { $0["on"] as? String }) == ["2027-01-02"])
        #expect(cells.contains { $0["section"] as? String == "air" && $0["was"] as? Int == 0 })
        let text = try program.run(table).out
        #expect(text.contains("[") && text.contains("cifras revisadas"))
        let then = try object(table + ["--as-of", "2027-01-02T18:00:01Z"])
        #expect((then["total"] as? [Int]) == (closed["total"] as? [Int]))
        #expect(try program.run(table + ["--as-of", "ayer"]).code == 2)
        try publishes(program)
    }

    /// The year is over: what is published of children says nothing of a few, in any form.
    private func publishes(_ program: Program) throws {
        let table = ["report", "R5", "--public"] + Self.days
        let said = try program.run(table + ["--json"])
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(said.out.utf8)) as? [String: Any])
        let lines = ["rows", "sections"].flatMap { object[$0] as? [[String: Any]] ?? [] }
        let cells = lines.flatMap { numbers($0["cells"]) } + numbers(object["total"])
        #expect(cells.allSatisfy { $0.map { !(1..<5).contains($0) } ?? true })
        let hidden = cells.count { $0 == nil }
        #expect(object["suppressed"] as? Int == hidden && hidden > 0)
        #expect(object["public"] as? Bool == true)
        let csv = try program.run(table + ["--format", "csv"]).out
        #expect(csv.contains(",c,") && csv.contains("cifra reservada (\(hidden))"))
        let file = "\(program.folder)/r5.csv"
        try csv.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try program.run(["report", "check", file]).code == 0)
        let page = try program.run(table + ["--format", "html"]).out
        #expect(page.contains(">c<") && !page.contains("<svg"))
        #expect(try program.run(table + ["--format", "hxl"]).out.contains(",c,"))
        let some = try program.run(table + ["--point", "NOG"])
        #expect(some.code == 1 && some.err.contains("No se publica") && some.out.isEmpty)
        #expect(try program.run(["report", "persons", "--public"] + Self.days).code == 2)
    }

    /// A month after the name is its days; with others beside, or after what is of no period, nothing
    /// is guessed.
    @Test func aMonthOrYearIsTypedAfterTheName() throws {
        let days = ["--from", "2026-11-01", "--to", "2026-11-30"]
        for name in ["R1", "nna", "dgpmv"] {
            let json = ["--json", "--format", "json"]
            let (typed, said) = (
                try report([name, "2026-11"] + json),
                try report([name] + days + json)
            )
            #expect(typed.code == 0 && said.code == 0, "\(typed.err) \(said.err)")
            #expect(typed.out.contains("2026-11-01") && typed.out.contains("2026-11-30"))
        }
        for wrong in [
            ["R1", "2026-13"], ["R1", "11"], ["R1", "2026-11"] + days, ["shift", "2026-11"],
            ["imss", "2026-11"], ["R1", "2026-11", "2026-12"],
        ] { #expect(try report(wrong).code == 2, "\(wrong)") }
    }

    @Test func theListNamesEveryTable() throws {
        let said = try report(["list", "--json", "--lang", "en"])
        let list = try JSONSerialization.jsonObject(with: Data(said.out.utf8))
        let names = (list as? [[String: String]])?.compactMap { $0["table"] }
        #expect(names == ReportKind.allCases.map(\.rawValue))
        #expect(try report([]).out.contains("punto de recepción"))
    }
}

extension Program {
    fileprivate var store: String { "\(folder)/g.db" }
}
