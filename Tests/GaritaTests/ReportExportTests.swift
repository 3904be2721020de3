import Foundation
import Repatriation
import Support
import Testing

/// Exports in others' shapes, and the check of a sheet, as a user gets them.
@Suite struct ReportExportTests {
    private static let program: Program = {
        do {
            let program = Program(try TestStore.makeFolder())
            let played = try program.run(
                [
                    "demo", "--scenario", "extranjeros", "--play", "good", "--keep",
                    "\(program.folder)/g.db",
                ])
            guard played.code == 0 else { fatalError(played.err) }
            return program
        } catch { fatalError("no practice: \(error)") }
    }()

    private func report(_ arguments: [String], input: String = "") throws -> (
        out: String, err: String, code: Int32
    ) {
        try Self.program.run(["report"] + arguments, input: input)
    }

    private static let days = ["--from", "2026-01-01", "--to", "2026-12-31"]

    private func object(_ text: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(object as? [String: Any])
    }

    /// What this program writes for spreadsheets is read by its own check, and foots.
    @Test(arguments: ReportKind.allCases) func everyTableOfOursPassesTheCheck(
        _ kind: ReportKind
    ) throws {
        for language in ["es", "en"] {
            let csv = try report(
                [kind.rawValue, "--format", "csv", "--lang", language] + Self.days)
            let checked = try report(["check", "-", "--json"], input: csv.out)
            #expect(checked.code == 0 && checked.out == "[]\n", "\(checked)")
        }
    }

    @Test(arguments: [[], ["--bom"]]) func theDailySheetPassesWithFourZeros(
        _ options: [String]
    ) throws {
        let csv = try report(["dgpmv"] + Self.days + options)
        #expect(csv.code == 0 && csv.out.hasPrefix("\u{FEFF}") == !options.isEmpty)
        let checked = try report(["check", "-"], input: csv.out)
        #expect(checked.code == 0)
        #expect(checked.out.components(separatedBy: ": 0").count == 5, "\(checked.out)")
        let json = try object(report(["dgpmv", "--json"] + Self.days).out)
        let r1 = try object(report(["R1", "--json"] + Self.days).out)
        let total = (json["total"] as? [String: Any])?["total"] as? Int
        #expect(total == (r1["total"] as? [Any])?[12] as? Int && total ?? 0 > 0)
        #expect(json["author"] as? String == r1["author"] as? String)
        let page = try report(["dgpmv", "--format", "html"] + Self.days).out
        #expect(page.hasPrefix("<!doctype html>") && page.contains("@page"))
        #expect(!page.contains("<script") && !page.contains("http") && !page.contains("src="))
    }

    /// A broken sheet ends with 1 and says where; a file that is no such sheet with 2.
    @Test func whatDoesNotFootIsNamed() throws {
        let text = "DIA,O.R.,TOTAL,ADULTOS,MENORES\n01/10/2024,SONORA,3,1,1\n"
        let json = try report(["check", "-", "--json"], input: text)
        #expect(json.code == 1)
        #expect(
            json.out == #"[{"cells":["TOTAL","ADULTOS","MENORES"],"difference":1,"line":2,"#
                + #""rule":"sum"}]"# + "\n")
        let words = try report(["check", "-"], input: text)
        #expect(words.code == 1 && words.out.contains("Renglón 2: TOTAL da 3, y ADULTOS + MENORES"))
        let english = try report(["check", "-", "--lang", "en"], input: text)
        #expect(english.out.contains("Row 2: TOTAL makes 3, and ADULTOS + MENORES makes 2."))
        let other = try report(["check", "-"], input: "a,b\n1,2\n")
        #expect(other.code == 2 && other.out.isEmpty && !other.err.isEmpty)
        #expect(try report(["check"]).code == 2)
        #expect(try report(["check", "/no/hay"]).code == 2)
    }

    /// Every table has its tags in the second row, and its lines come to the table's total.
    @Test(arguments: ReportKind.allCases) func everyTableHasTags(_ kind: ReportKind) throws {
        let hxl = try report([kind.rawValue, "--format", "hxl"] + Self.days)
        #expect(hxl.code == 0)
        let rows = hxl.out.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let tags = try #require(rows.dropFirst().first)
        #expect(tags.allSatisfy { $0.hasPrefix("#") } && Set(tags).count == tags.count, "\(tags)")
        #expect(tags.starts(with: ["#date+start", "#date+end"]))
        #expect(rows.dropFirst().allSatisfy { $0.count == tags.count })
        let place = try #require(tags.firstIndex { $0.hasSuffix("+total") })
        let sum = rows.dropFirst(2).compactMap { Int($0[place]) }.reduce(0, +)
        let table = try object(report([kind.rawValue, "--json"] + Self.days).out)
        let heads = try #require(table["columns"] as? [String])
        let total = (table["total"] as? [Any])?[heads.firstIndex(of: "Total") ?? 0] as? Int
        #expect(sum == total)
        if kind == .r1 {
            #expect(
                tags == [
                    "#date+start", "#date+end", "#adm1+name", "#adm1+code", "#loc+point+name",
                    "#loc+point+code", "#meta+way", "#affected+repatriated+events+total",
                ])
        }
    }

    /// What went once goes no more, and is had again by its days.
    @Test func curpsGoOnceAndAreHadAgain() throws {
        let first = try report(["imss"])
        #expect(first.code == 0 && first.out.hasPrefix("CURP\r\n"), "\(first)")
        #expect(try report(["imss"]).out == "CURP\r\n")
        let again = try report(["imss", "--from", "2026-01-01", "--to", "2099-12-31"])
        #expect(again.out == first.out)
        let json = try object(
            report(["imss", "--json", "--from", "2026-01-01", "--to", "2099-12-31"]).out)
        let count = first.out.split(separator: "\r\n").count - 1
        #expect((json["curps"] as? [String])?.count == count && json["again"] as? Bool == true)
        #expect(try report(["imss", "--format", "html"]).code == 2)
        #expect(try report(["imss", "--from", "2026-01-01"]).code == 2)
    }

    /// Rows of people are printed where nobody stands alone, else refused with how many do.
    @Test func rowsForStatisticsAreOfFiveOrRefused() throws {
        let all = StatisticColumn.allCases.map(\.rawValue).joined(separator: ",")
        let refused = try report(["persons", "--json", "--columns", all] + Self.days)
        #expect(refused.code == 1 && !refused.err.isEmpty)
        let said = try object(refused.out)
        #expect(said["refused"] as? Bool == true && (said["rows"] as? [Any])?.isEmpty == true)
        #expect(said["alone"] as? Int ?? 0 > 0)
        #expect(refused.err.contains("\(said["alone"] as? Int ?? 0) de"))
        let silent = try report(["persons", "--columns", all] + Self.days)
        #expect(silent.code == 1 && silent.out.isEmpty)
        let few = try report(["persons", "--columns", "office"] + Self.days)
        #expect(few.code == 0, "\(few.err)")
        let rows = few.out.split(separator: "\r\n")
        #expect(rows.count == (said["count"] as? Int ?? 0) + 1)
        #expect(try report(["persons", "--columns", "curp"] + Self.days).code == 2)
    }
}
