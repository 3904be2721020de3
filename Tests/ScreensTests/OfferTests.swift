import Repatriation
import Support
import Terminal
import Testing

@testable import Screens

/// What does nothing now is dim wherever its key stands.
@Suite struct OfferTests {
    /// The role of the first letter of some words of a line; of the line's first letter where the
    /// words stand in it.
    private func role(of words: String, in line: String, of frame: Frame) throws -> Role {
        let row = try #require(frame.lines.firstIndex { $0.contains(line) }, "\(frame.text)")
        let text = frame.lines[row]
        let start = try #require(text.range(of: words)?.lowerBound, "\(text)")
        let cells = Array(frame.row(row))
        return cells[text.distance(from: text.startIndex, to: start)].style.role
    }

    /// Without a desk nobody is called: the key is there, dim; with one it is not.
    @Test(arguments: [(1, Role.key), (0, .muted)])
    func whatDoesNothingNowIsDim(desk number: Int, key: Role) throws {
        let desk = try Desk(home: .queue(number))
        #expect(try role(of: "F2", in: "F2 Llamar", of: desk.frame()) == key)
        desk.press(.function(1))
        #expect(try role(of: "F2", in: "F2    ", of: desk.frame(100, 60)) == key)
        desk.press(.escape, .control("p"))
        #expect(try role(of: "F2", in: "Llamar", of: desk.frame(100, 60)) == key)
        let words: Role = key == .key ? .text : .muted
        #expect(try role(of: "Llamar", in: "Llamar", of: desk.frame(100, 60)) == words)
    }

    /// While it is asked why a card is looked at, nothing is opened over the question, and the keys
    /// that would are dim.
    @Test(arguments: [(3, "Buscar"), (5, "Canalizar"), (6, "Grupos")])
    func nothingIsOpenedOverAQuestion(number: Int, words: String) throws {
        let desk = try Desk(home: .board)
        desk.press(.home, .enter, .enter)
        let before = desk.app.screens.count
        #expect(desk.text.contains("¿Para qué la consulta?"), "\(desk.text)")
        desk.press(.function(number))
        #expect(desk.text.contains("Diga primero para qué la consulta."), "\(desk.text)")
        #expect(desk.app.screens.count == before)
        desk.press(.function(1))
        #expect(try role(of: "F\(number)", in: words, of: desk.frame(100, 60)) == .muted)
        desk.press(.escape, .character("1"))
        desk.press(.function(number))
        #expect(!desk.text.contains("Diga primero"), "\(desk.text)")
    }

    /// What was typed ahead of a refusal answers nothing about a person.
    @Test func whatIsTypedAheadOfARefusalGivesNoReason() throws {
        let desk = try Desk(home: .board)
        desk.press(.home, .enter, .enter)
        try #require(desk.text.contains("¿Para qué la consulta?"), "\(desk.text)")
        desk.burst(.function(6), .character("1"))
        #expect(desk.text.contains("¿Para qué la consulta?"), "\(desk.text)")
    }
}
