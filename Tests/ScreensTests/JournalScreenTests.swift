import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// The screen of what happened: it follows, it stays, and it names nobody.
@Suite struct JournalScreenTests {
    private func receive(_ number: Int, at desk: Desk) throws {
        let officer = desk.app.context.officer.id
        func give(_ act: some Act) throws -> any Outcome {
            try desk.store.perform(.act(act), by: officer, at: Desk.start).result
        }
        let announced = try #require(
            try give(AnnounceGroup(.nogales, Announcement())) as? Announced)
        _ = try give(AddOffList(announced.group, TestStore.person(number)))
        desk.changed()
    }

    /// On the newest it goes along with what is written; on another it keeps whom it is on, and
    /// says how many are newer.
    @Test func theCursorFollowsTheNewestAndElseStays() throws {
        let desk = try Desk()
        desk.press(.function(9), .character("b"))
        try receive(1, at: desk)
        #expect(desk.currentLine?.contains("recibida") == true && desk.text.contains("al día"))
        desk.press(.down)
        let kept = try #require(desk.currentLine)
        try receive(2, at: desk)
        #expect(desk.currentLine == kept && desk.text.contains("2 más (Inicio)"))
        desk.press(.home)
        #expect(desk.currentLine != kept && desk.text.contains("al día"))
    }

    @Test func itNamesNobodyAndCoveredItTellsNothing() throws {
        let desk = try Desk()
        try receive(3, at: desk)
        let name = TestStore.person(3)
        desk.press(.function(9), .character("b"))
        #expect(desk.text.contains("recibida") && !desk.text.contains(name.firstSurname ?? "?"))
        desk.press(.function(12))
        #expect(!desk.text.contains("recibida"))
    }

    /// An act is taken back from its own line, after it was read what it was.
    @Test func anActIsTakenBackFromItsLine() throws {
        let desk = try Desk()
        desk.press(.function(2))
        desk.press(.function(9), .character("b"), .function(4), .character("u"))
        #expect(desk.text.contains("Deshacer: ficha"))
        desk.press(.enter)
        #expect(desk.text.contains("Deshecho: ficha"))
        desk.press(.down)
        #expect(desk.currentLine?.contains("deshecho: ") == true)
    }

    /// What is typed is looked for once; then Enter opens whom the line is about.
    @Test func whatIsTypedIsLookedForAndThenOpened() throws {
        let desk = try Desk()
        desk.press(.function(2))
        desk.press(.function(9), .character("b"))
        desk.type(" llamada")
        desk.press(.enter)
        #expect(desk.currentLine?.contains("llamada a la ventanilla 1") == true)
        desk.press(.enter)
        #expect(desk.shownCard?.reception.stage == .called)
        desk.press(.escape)
        desk.type(" %")
        #expect(desk.text.contains("Enter busca"))
        desk.press(.enter)
        #expect(desk.text.contains("Nada así."))
        desk.press(.backspace)
        desk.type("zzz")
        desk.press(.enter)
        #expect(desk.text.contains("Nada así."))
    }
}
