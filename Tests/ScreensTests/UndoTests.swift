import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// `u` takes back what the journal has as the officer's own last act, and says of what it cannot
/// take back why not.
@Suite struct UndoTests {
    /// Somebody called to desk 1, and their ticket.
    private func called(_ desk: Desk) throws -> (id: Identifier<Reception>, ticket: Int) {
        desk.press(.function(2))
        let row = try #require(
            try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows.first {
                $0.stage == .called && $0.desk == 1
            })
        return (row.id, row.ticket)
    }

    @Test func undoOffersTheTrueLastActAndNamesWhom() throws {
        let desk = try Desk()
        let person = try called(desk)
        desk.press(.character("a"), .character("1"))
        #expect(try desk.store.reception(person.id)?.stage == .parked)
        desk.press(.character("u"))
        let name = try #require(try desk.store.reception(person.id)?.firstSurname)
        #expect(desk.text.contains("Deshacer: ficha \(person.ticket), \(name)"), "\(desk.text)")
        #expect(desk.text.contains("pasó a baño"))
        #expect(desk.text.contains("Queda otra vez: llamada"), "\(desk.text)")
        desk.press(.enter)
        #expect(desk.text.contains("Deshecho: ficha \(person.ticket)"), "\(desk.text)")
        #expect(try desk.store.reception(person.id)?.stage == .called)
        // What comes before it is then the last.
        desk.press(.character("u"))
        #expect(desk.text.contains("llamada a la ventanilla 1"), "\(desk.text)")
    }

    /// The next letter is about whoever the slip was about, not about whom the cursor had gone on
    /// to.
    @Test func theCursorIsOnWhomTheUndoneActWasAbout() throws {
        let desk = try Desk()
        try desk.openRoll(of: 3)
        desk.press(.character("t"))
        #expect(desk.currentLine?.contains("Persona 2") == true, "\(desk.text)")
        desk.press(.character("u"), .enter)
        #expect(desk.currentLine?.contains("Persona 1") == true, "\(desk.text)")
    }

    /// The journal remembers, not the screen.
    @Test func undoWorksAfterARestart() throws {
        let first = try Desk()
        let person = try called(first)
        first.press(.character("a"), .character("1"))
        let again = try Desk(folder: first.folder)
        again.press(.character("u"))
        #expect(
            again.text.contains("ficha \(person.ticket)") && again.text.contains("pasó a baño"),
            "\(again.text)")
        again.press(.enter)
        #expect(try again.store.reception(person.id)?.stage == .called)
    }

    /// The last act cannot be taken back: the one before it is not offered in its place.
    @Test func whatCannotBeUndoneIsSaidAndNothingElseIsUndone() throws {
        let desk = try Desk()
        let person = try called(desk)
        let officer = desk.app.context.officer.id
        _ = try desk.store.perform(
            .act(StartInterview(person.id, desk: 1)), by: officer, at: Desk.start)
        _ = try desk.store.perform(
            .act(SaveProfile(person.id, [.stay: "years1to5"])), by: officer, at: Desk.start)
        desk.press(.character("u"))
        #expect(desk.text.contains("Lo último suyo: ficha \(person.ticket)"), "\(desk.text)")
        #expect(
            desk.text.contains("respuestas guardadas")
                && desk.text.contains("Lo guardado se corrige en la entrevista"), "\(desk.text)")
        desk.press(.enter)
        #expect(desk.text.contains("Recepción · \(person.ticket)"), "\(desk.text)")
        #expect(try desk.store.reception(person.id)?.stage == .inInterview)
    }

    /// Another's act is nobody else's to take back, and where it stands in the way it is said whose
    /// it is.
    @Test func anothersActIsNeverOfferedAndIsNamedWhereItStandsInTheWay() throws {
        let desk = try Desk()
        let person = try called(desk)
        let own = desk.app.context.officer.id
        let other = try #require(
            try desk.store.allOfficers().first { $0.id != own && $0.leads == false })
        desk.press(.character("l"), .character("1"))
        _ = try desk.store.perform(
            .act(SetPlace(person.id, .roomB, with: nil)), by: other.id, at: Desk.start)
        desk.press(.character("u"))
        #expect(desk.text.contains("pasó a sala A"), "\(desk.text)")
        #expect(desk.text.contains("Antes lo deshace \(other.short)"), "\(desk.text)")
        desk.press(.escape)
        #expect(try desk.store.reception(person.id)?.place == .roomB)
    }

    /// While the question stands something else was done at another screen: Enter does not fall on
    /// it.
    @Test func enterDoesNotFallOnAnActThatCameMeanwhile() throws {
        let desk = try Desk()
        let person = try called(desk)
        desk.press(.character("u"))
        let officer = desk.app.context.officer.id
        _ = try desk.store.perform(
            .act(SetPlace(person.id, .roomB, with: nil)), by: officer, at: Desk.start)
        desk.changed()
        desk.press(.enter)
        #expect(try desk.store.reception(person.id)?.place == .roomB)
        #expect(try desk.store.reception(person.id)?.stage == .called)
    }

    /// Screens by the keys that open them from a desk's queue.
    private static let ways: [[Key]] =
        [
            [], [.enter], [.enter, .function(5)], [.function(5)], [.character("l")],
            [.function(6)], [.function(6), .enter], [.enter, .function(4), .character("r")],
        ] + "nkematidbcghlopvsr".map { [.function(9), .character($0)] }

    /// One key everywhere: wherever letters are no text, the same one asks about the last act.
    @Test(arguments: ways) func oneKeyTakesBackWhereverLettersAreNoText(_ way: [Key]) throws {
        let desk = try Desk()
        _ = try called(desk)
        for key in way { desk.press(key) }
        let screen = try #require(desk.app.screens.last)
        guard !screen.isTyping else { return }
        desk.press(.character("u"))
        #expect(desk.app.screens.last is UndoScreen, "\(desk.text)")
        #expect(desk.text.contains("llamada a la ventanilla 1"), "\(desk.text)")
        desk.press(.escape)
        let back = try #require(desk.app.screens.last)
        #expect(type(of: back) == type(of: screen), "\(desk.text)")
    }
}
