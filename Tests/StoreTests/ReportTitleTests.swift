import Repatriation
import Store
import Support
import Testing

/// The bulletin renames and renumbers its tables from year to year; a store says how.
@Suite struct ReportTitleTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    private func name(
        _ kind: ReportKind, _ number: String? = nil, _ es: String? = nil, isRetired: Bool? = nil
    ) throws {
        var words = EntryWords()
        (words.letter, words.label, words.isRetired) = (number, es, isRetired)
        try test.perform(.act(SetEntry(CatalogueEntry.tables, kind.rawValue, words)))
    }

    private func issue(_ kind: ReportKind) throws -> ReportIssue {
        let period = try #require(ReportPeriod(typed: "2026"))
        return try test.store.answer(
            .report(kind, period), for: .officer(test.lead), at: test.now)
    }

    @Test func aTableIsCalledAsTheStoreCallsIt() throws {
        #expect(try issue(.r2).titles.heading(.r2).es == "R2. " + ReportKind.r2.title.es)
        try name(.r2, "5.4", "Eventos por sexo")
        let issue = try issue(.r2)
        #expect(issue.titles.heading(.r2).es == "5.4. Eventos por sexo")
        #expect(issue.json(.es)["number"] == "5.4")
        #expect(issue.json(.es)["title"] == "Eventos por sexo")
        // Its code stays, and so does the folio.
        #expect(issue.json(.es)["table"] == "R2" && issue.folio.hasPrefix("R2-"))
    }

    /// 5.10 comes after 5.2, and what has no number after what has one.
    @Test func numbersGiveTheOrder() throws {
        #expect(try test.store.reportTitles().inOrder == ReportKind.allCases)
        for (kind, number) in [(ReportKind.r3, "5.10"), (.r9, "5.2"), (.r1, "5.2.1")] {
            try name(kind, number)
        }
        try name(.r4, isRetired: true)
        let order = try test.store.reportTitles().inOrder
        #expect(Array(order.prefix(4)) == [.r9, .r1, .r3, .r2])
        #expect(!order.contains(.r4) && order.count == ReportKind.allCases.count - 1)
        let period = try #require(ReportPeriod(typed: "2026"))
        let year = try test.store.answer(
            .bundle(.synthesis, period), for: .officer(test.lead), at: test.now)
        #expect(year.prefix(4).map(\.table.kind) == [.r9, .r1, .r3, .r2])
    }

    @Test func twoTablesHaveNoNumberInCommonAndNoneIsInvented() throws {
        try name(.r1, "5.1")
        // Nor is another table's code a number: S1 would be two tables.
        for number in ["5.1", "S1", "s1", "", "5..1", "cinco uno", "1234567890123"] {
            #expect(throws: (any Error).self, "\(number)") { try name(.r2, number) }
        }
        var words = EntryWords()
        words.label = "Otro"
        #expect(throws: (any Error).self) {
            try test.perform(.act(SetEntry(CatalogueEntry.tables, "R99", words)))
        }
        try name(.r1, "5.1", "El mismo")
    }
}
