import Foundation
import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// The official tables on screen.
@Suite struct ReportScreenTests {
    private func desk(_ language: Language = .es) throws -> Desk {
        let desk = try Desk(language: language)
        desk.press(.function(9), .character("r"))
        return desk
    }

    /// What is asked for is what the store answers, and the whole of it is reached by scrolling.
    @Test func everyCellIsReachedWithHeadsAndNamesInSight() throws {
        let desk = try desk()
        desk.press(.character("p"), .character("3"))
        let issue = try desk.store.answer(
            .report(.r1, try #require(ReportPeriod(typed: "2026"))),
            for: .officer(desk.app.context.officer.id), at: Desk.start)
        var seen: Set<String> = []
        for _ in 0..<20 {
            let lines = desk.frame().lines
            #expect(lines.contains { $0.contains("Nogales") } && lines[2...4].contains { $0 != "" })
            for head in issue.table.heads where desk.text.contains(head.es.prefix(3)) {
                seen.insert(head.es)
            }
            desk.press(.right)
        }
        #expect(seen.count == issue.table.heads.count)
        #expect(desk.text.contains("No hay más columnas"))
        desk.press(.end)
        #expect(desk.text.contains("Total"))
        #expect(desk.text.contains(issue.folio) && desk.text.contains("Cifras preliminares"))
    }

    /// A table stays what it is when only days or points are chosen, and Esc leaves it at once.
    @Test func choosingLeavesOneScreenOfTables() throws {
        let desk = try desk()
        let depth = desk.app.screens.count
        desk.press(.character("t"), .character("6"))
        #expect(desk.text.contains("Vía de ingreso"))
        desk.press(.character("p"), .character("4"))
        #expect(desk.text.contains("01/01/2025 a 31/12/2025"))
        desk.press(.character("o"), .character("1"), .enter)
        #expect(desk.text.contains("Vía de ingreso · 01/01/2025 a 31/12/2025 · "))
        #expect(!desk.text.contains("todos los puntos"))
        desk.press(.character("p"), .character("5"))
        for _ in 0..<2 { desk.press(.paste("20/11/2026"), .enter) }
        #expect(desk.text.contains("20/11/2026 a 20/11/2026"), "\(desk.text)")
        #expect(desk.app.screens.count == depth)
        desk.press(.escape)
        #expect(desk.app.screens.last is QueueScreen)
    }

    /// Plots of the screen have the table's total; the hours have everybody received.
    @Test func plotsHaveTheTotalOfTheirTable() throws {
        let desk = try desk()
        let period = try #require(ReportPeriod(typed: "2026-11"))
        let asker = Asker.officer(desk.app.context.officer.id)
        let totals = try [ReportKind.r1, .foreign, .notAccredited, .undecided].map { kind in
            try desk.store.answer(.report(kind, period), for: asker, at: Desk.start)
                .table.total.total
        }
        #expect(totals[0] > 0)
        desk.press(.character("g"))
        #expect(desk.text.contains("total \(totals[0])"))
        desk.press(.character("g"))
        let everybody = totals.reduce(0, +)
        #expect(desk.text.contains("\(everybody) personas"), "\(desk.text)")
        let heat = try desk.store.answer(
            ArrivalsOf(period, []).reading, for: asker, at: Desk.start)
        #expect(heat.total == everybody)
        let nogales = try desk.store.answer(
            ArrivalsOf(period, [.nogales]).reading, for: asker, at: Desk.start)
        #expect(nogales.total > 0 && nogales.total < everybody)
        desk.press(.character("g"))
        #expect(desk.text.contains("Punto y mes"))
    }

    /// A file for spreadsheets lies beside the store, for this account alone, and never over another.
    @Test func anExportIsWrittenOnceForThisAccountAlone() throws {
        let desk = try desk()
        func files() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: desk.folder)
                .filter { $0.hasSuffix(".csv") }
        }
        desk.press(.character("e"))
        let name = try #require(try files().first)
        #expect(name.hasPrefix("R1-26-") && name.contains("_2026-11-01_2026-11-30"))
        let path = "\(desk.folder)/\(name)"
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(desk.app.messages.contains { $0.text.es.contains(name) })
        try Data("otro".utf8).write(to: URL(fileURLWithPath: path))
        desk.press(.character("e"))
        #expect(try files() == [name])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "otro")
        #expect(desk.app.messages.contains { $0.text.es.contains("no se tocó") })
    }

    @Test func aPrintedTableHasItsFolioAndEveryColumn() throws {
        let desk = try desk()
        let paper = "\(desk.folder)/papel"
        desk.print(to: "tee \(paper)")
        desk.press(.character("p"), .character("3"), .character("i"))
        let text = try String(contentsOfFile: paper, encoding: .utf8)
        #expect(text.contains("R1-26-") && text.contains("Variac"), "\(text)")
        for month in ["ene", "jun", "dic", "2026", "Total"] {
            #expect(text.contains(month), "\(month)\n\(text)")
        }
        #expect(text.split(separator: "\n").allSatisfy { TextWidth.of(String($0)) <= 80 })
    }

    /// Days that are over are closed after a question; those that go on say why not.
    @Test func aLeadClosesAMonthThatIsOver() throws {
        let desk = try desk()
        desk.press(.character("c"))
        #expect(desk.app.screens.last is ReportScreen)
        desk.press(.character("p"), .character("2"), .character("c"))
        let before = try desk.store.newestFact()
        desk.press(.enter)
        #expect(try desk.store.newestFact() == before)
        desk.press(.character("k"))
        #expect(desk.app.messages.contains { $0.text.es == "Cifras cerradas." })
        #expect(desk.text.contains("Cifras cerradas el 20/11/2026"), "\(desk.text)")
    }

    /// A cell that is no longer what it was closed at has a mark, and its line says what that was.
    @Test func aRevisedCellIsMarkedAndTold() throws {
        let desk = try Desk()
        let period = try #require(ReportPeriod(typed: "2026-11"))
        var issue = try desk.store.answer(
            .report(.r1, period), for: .officer(desk.app.context.officer.id), at: Desk.start)
        let row = try #require(issue.table.rows.first)
        let on = try #require(CivilDate(text: "2026-12-01"))
        issue.closedOn = [on]
        issue.revisions = [ReportRevision(row: row.item, column: 0, was: 7777, on: on)]
        let lines = ReportLine.lines(of: issue)
        let marked = lines.filter { !$0.revised.isEmpty }
        #expect(marked.map(\.id) == ["\(row.item.section)/\(row.item.key)"])
        #expect(marked.first?.shown(0) == "\(row.cells[0])*")
        #expect(marked.first?.shown(1) == marked.first?.cells[1])
        let asked = ReportOf(.r1, period)
        var screen = ReportScreen(asked)
        _ = screen.take(.answer(Answered(asked, issue)), desk.app.context)
        var frame = Frame(width: 80, height: 24)
        screen.draw(on: &frame, desk.app.context)
        #expect(frame.text.contains("\(row.cells[0])*") && !frame.text.contains("7777"))
        screen.list.select(index: lines.firstIndex { !$0.revised.isEmpty } ?? 0)
        screen.draw(on: &frame, desk.app.context)
        #expect(frame.text.contains("cerró en 7777 (01/12/2026)"))
    }

    /// F9 offers tables to whoever may see them, and to nobody else.
    @Test(arguments: OfficerRole.allCases) func onlyWhoMaySeeTablesIsOfferedThem(
        _ role: OfficerRole
    ) throws {
        let desk = try Desk()
        var officer = desk.app.context.officer
        (officer.roles, officer.isLead) = ([role], false)
        var context = desk.app.context
        context.officer = officer
        let menu = MoreMenu.of(.nogales, context)
        let isOffered = menu.bindings.contains { $0.key == .character("r") }
        #expect(isOffered == Oversight.reports.isFor(officer, isDrill: true))
    }

    /// A page has each plot once, nothing that runs and nothing that is fetched.
    @Test(arguments: Language.allCases) func aPageOfATableHasItsPlotsAndFetchesNothing(
        _ language: Language
    ) throws {
        let desk = try Desk()
        let asker = Asker.officer(desk.app.context.officer.id)
        let period = try #require(ReportPeriod(typed: "2026"))
        for kind in ReportKind.allCases {
            let issue = try desk.store.answer(.report(kind, period), for: asker, at: Desk.start)
            let heat = try desk.store.answer(
                ArrivalsOf(period, []).reading, for: asker, at: Desk.start)
            let html = issue.book(language, with: heat).html
            let drawings = html.components(separatedBy: "<svg ").count - 1
            #expect(drawings == (kind.isOverTime ? 3 : 2))
            for part in ["</title><desc>", "role=\"img\""] {
                #expect(html.components(separatedBy: part).count - 1 == drawings)
            }
            for word in ["<script", "http", "href", "url(", "<image"] {
                #expect(!html.contains(word), "\(word)")
            }
            #expect(!issue.book(language).text(200).contains("svg"))
        }
    }

    /// What may be given away is asked for as such; what is shown stays as it was.
    @Test func aTableIsPrintedAndExportedForPublication() throws {
        let desk = try desk()
        let asked = try #require((desk.app.screens.last as? ReportScreen)?.asked)
        let menu = ReportMenus.publish(asked, desk.app.context)
        #expect(asked.published.isPublic && !asked.isPublic)
        desk.press(.character("b"))
        #expect(desk.text.contains(menu.title(desk.app.context)), "\(desk.text)")
        #expect(desk.text.contains("Sin cifras de muy pocas"), "\(desk.text)")
        #expect(throws: Refusal.self) {
            try desk.store.answer(
                asked.published.reading, for: .officer(desk.app.context.officer.id), at: Desk.start)
        }
        desk.press(.escape)
        #expect((desk.app.screens.last as? ReportScreen)?.asked == asked)
    }
}
