import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// Reading leaves a trace: who, when, what and, away from one's own point, why.
@Suite struct ReadingTests {
    private func reads(_ desk: Desk) throws -> [ReadRecord] { try desk.store.reads() }

    /// People inside are everybody's own: their cards open without a question, each with its record.
    @Test func peopleInsideAreOpenedWithoutAQuestion() throws {
        let desk = try Desk()
        let before = try reads(desk).count
        desk.press(.enter)
        #expect(desk.text.contains("Etapa"))
        let last = try #require(try reads(desk).last)
        #expect(try reads(desk).count == before + 1)
        #expect(last.what == "card" && last.reason == nil && last.officer == desk.app.context.officer.id)
    }

    /// Whoever has left, or is at another point, is shown only once it was said why.
    @Test(arguments: [true, false])
    func elsewhereItIsAskedWhy(_ isAtAnotherPoint: Bool) throws {
        let desk = try Desk()
        let officer = desk.app.context.officer.id
        let point: PointCode = isAtAnotherPoint ? .tijuana : .nogales
        let group = try desk.store.perform(.group(.announce(point, Announcement())), by: officer, at: Desk.start)
        var person = TestStore.person(1)
        person.firstSurname = "Quetzalli"
        let added = try desk.store.perform(
            .group(.addOffList(Identifier(group.result["group"]?.integer ?? 0), person)), by: officer, at: Desk.start)
        let id = Identifier<Reception>(try #require(added.result["reception"]?.integer))
        if !isAtAnotherPoint {
            _ = try desk.store.perform(.reception(id, .release(Release(.ownDecision))), by: officer, at: Desk.start)
        }
        desk.press(.function(3))
        desk.type("quetzalli")
        desk.press(.enter)
        #expect(desk.text.contains("¿Para qué la consulta?") && !desk.text.contains("Quetzalli"))
        desk.press(.enter, .character("c"), .function(7))
        #expect(!desk.text.contains("Quetzalli"))
        #expect(try desk.store.reads(of: id.value).isEmpty)
        desk.press(.character("3"))
        #expect(desk.text.contains("Quetzalli"))
        #expect(try desk.store.reads(of: id.value).map(\.reason) == [.authority])
    }

    /// A search leaves how many it showed, and never what was looked for.
    @Test func aSearchLeavesACountAndNoText() throws {
        let desk = try Desk()
        desk.press(.function(3))
        desk.type("ma")
        desk.press(.escape)
        let search = try #require(try reads(desk).last)
        #expect(search.what == "search" && search.subject == 0 && (search.count ?? 0) > 0)
        let before = try reads(desk).count
        desk.press(.function(3), .paste("zzzzz"), .escape)
        #expect(try reads(desk).count == before)
        // Whichever way it is left, and whatever was typed last.
        desk.press(.function(3))
        desk.type("ma")
        desk.press(.paste("zzzzz"), .function(10))
        #expect(try reads(desk).count == before + 1)
        #expect(try reads(desk).last?.what == "search")
    }
}
