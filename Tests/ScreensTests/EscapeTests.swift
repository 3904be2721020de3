import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// Nothing typed is lost by Esc, by a refusal, or by a program that ends.
@Suite struct EscapeTests {
    private func typed(_ desk: Desk) {
        desk.press(.function(9), .character("p"))
        desk.type("Ignacio Luna")
    }

    @Test func theFirstEscSaysWhatWouldBeLostAndUBringsItBack() throws {
        let desk = try Desk()
        typed(desk)
        desk.press(.escape)
        #expect(
            desk.text.contains("Ignacio Luna") && desk.text.contains("Esc otra vez descarta"),
            "\(desk.text)")
        desk.press(.escape)
        #expect(
            desk.text.contains("Cola ·") && desk.text.contains("«u» lo devuelve"), "\(desk.text)")
        desk.press(.character("u"))
        #expect(desk.text.contains("Devolver: lo escrito en «Preguntan por»"), "\(desk.text)")
        desk.press(.enter)
        #expect(
            desk.text.contains("Preguntan por") && desk.text.contains("Ignacio Luna"),
            "\(desk.text)")
    }

    /// Any other key after the first Esc goes on with the form.
    @Test func anEscThatWasASlipLeavesTheForm() throws {
        let desk = try Desk()
        typed(desk)
        desk.press(.escape)
        desk.type(" Vera")
        desk.press(.escape)
        #expect(desk.text.contains("Ignacio Luna Vera"), "\(desk.text)")
    }

    /// An empty form is left by one Esc.
    @Test func anEmptyFormIsLeftAtOnce() throws {
        let desk = try Desk()
        desk.press(.function(9), .character("p"), .escape)
        #expect(desk.text.contains("Cola ·"), "\(desk.text)")
    }

    @Test func whatWasTypedStandsAfterTheProgramEnded() throws {
        let first = try Desk()
        typed(first)
        let again = try Desk(folder: first.folder)
        again.press(.function(9), .character("p"))
        #expect(
            again.text.contains("Ignacio Luna") && again.text.contains("Sigue lo que dejó escrito"),
            "\(again.text)")
        again.press(.escape, .escape, .function(9), .character("p"))
        #expect(!again.text.contains("Ignacio Luna"), "\(again.text)")
    }

    /// A half-typed form of another kind is no interview left half-way.
    @Test func aFormsDraftIsNoInterview() throws {
        let desk = try Desk()
        desk.press(.character("l"), .character("0"))
        desk.type("General")
        #expect(desk.text.contains("Hospital"), "\(desk.text)")
        #expect(try desk.store.drafts(of: desk.app.context.officer.id).isEmpty)
        let again = try Desk(folder: desk.folder)
        #expect(!again.text.contains("entrevista a medias"), "\(again.text)")
    }

    /// Marks are told before they are lost too.
    @Test func marksOfTheFirstQuestionsAreNotLostByOneEsc() throws {
        let desk = try Desk()
        desk.press(.character("s"), .character("h"), .escape)
        #expect(desk.text.contains("● h"), "\(desk.text)")
        desk.press(.escape)
        #expect(desk.text.contains("Cola ·"), "\(desk.text)")
        desk.press(.character("u"))
        #expect(desk.text.contains("● h"), "\(desk.text)")
    }

    /// A refused form keeps what was typed, and the refusal is no dialog that has to be closed.
    @Test func aRefusedFormKeepsWhatWasTyped() throws {
        let desk = try Desk()
        desk.press(.function(6), .enter, .character("b"))
        desk.type("falta una persona")
        desk.press(.control("g"))
        if desk.text.contains("Cuadrar G") {
            #expect(desk.text.contains("falta una persona"), "\(desk.text)")
            desk.type(", dice USBP")
            #expect(desk.text.contains("dice USBP"), "\(desk.text)")
        }
        let id = try #require(
            try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows.first {
                $0.age ?? 99 < 18
            }?.id)
        let card = try Desk(folder: desk.folder)
        let ticket = try #require(try card.store.reception(id)?.ticket)
        card.press(.home)
        for _ in 0..<60 where card.currentLine?.contains(" \(ticket) ") == false {
            card.press(.down)
        }
        card.press(.function(7), .character("6"))
        card.type("DIF Sonora")
        card.press(.tab)
        card.type("Ana Ruiz")
        card.press(.tab)
        card.type("DIF-4411")
        card.press(.tab)
        card.type("a pie")
        card.press(.control("g"))
        #expect(card.text.contains("DIF Sonora") && card.text.contains("Ana Ruiz"), "\(card.text)")
        #expect(try card.store.reception(id)?.stage != .released)
    }
}
