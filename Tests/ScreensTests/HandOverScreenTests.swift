import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// The hand-over of a shift with twelve inside, as the two leads type it.
@Suite struct HandOverScreenTests {
    private let test: TestStore
    private let desk: Desk

    /// Nogales of a new store: twelve inside, one of them in hospital and one a child alone.
    init() throws {
        let test = try TestStore()
        self.test = test
        test.now = Desk.start
        try test.open(.nogales, desks: 1)
        let people = try (1...11).map { try test.waiting(.nogales, TestStore.person($0)) }
        try test.perform(.act(SetPlace(people[0], .hospital, with: "General, Beta 3")))
        _ = try test.waiting(
            .nogales, TestStore.person(12, born: 2014), flags: [.unaccompaniedChild])
        desk = try Desk(home: .board, folder: test.folder)
    }

    private func type(_ keys: [Key]) -> Int {
        for key in keys { desk.press(key) }
        return keys.count
    }

    private func text(_ text: String) -> [Key] { text.map { .character($0) } }

    private var toTheCounts: [Key] { [.function(9), .character("t"), .character("e")] }

    /// Under three minutes: keystrokes of 0.28 s, a thought of 1.35 s and a round trip of 0.4 s
    /// before each of them that is not within a figure, as a keystroke-level model counts.
    private func seconds(_ keys: [Key]) -> Double {
        keys.reduce(0) { sum, key in
            guard case .character(let letter) = key, letter.isNumber else {
                return sum + 0.28 + 1.35 + 0.4
            }
            return sum + 0.28
        }
    }

    private var signs: [Key] {
        toTheCounts + text("11") + [.enter] + text("11") + [.enter, .character("f"), .enter]
    }

    private func receives(children: Int = 1, first ticket: Int) -> [Key] {
        toTheCounts + text("11") + [.enter, .character("r")] + text("\(children)") + [.enter]
            + text("\(ticket)") + [.enter] + text("0") + [.enter, .enter]
    }

    /// The outgoing lead's part, by the keys.
    @Test func theOutgoingLeadSignsWhatBothCounted() throws {
        _ = type(signs)
        #expect(desk.text.contains("Firmado."))
        let waiting = try #require(try handOver())
        #expect(waiting.isWaiting && waiting.agrees && waiting.elsewhere == 1)
        // Whoever signed is asked for no other count.
        desk.press(.escape)
        _ = type([.character("e")])
        #expect(desk.text.contains("archivo 11 + 1 fuera"))
    }

    /// The receiver's part, by the keys: another lead has signed.
    @Test func theReceiverAnswersAndTakesTheShift() throws {
        try signedByAnother()
        let ticket = try #require(try view().lines.nextDue)
        _ = type(toTheCounts)
        #expect(!desk.text.contains("archivo 11 +"))
        desk.press(.escape, .escape)
        let keys = receives(first: ticket)
        _ = type(keys)
        #expect(desk.text.contains("Turno recibido"))
        #expect(try handOver()?.isReadBack == true)
        #expect(try test.store.point(.nogales)?.lead == desk.app.context.officer.id)
        // Both parts together, as they are typed in these tests.
        #expect(seconds(signs + keys) < 180 && signs.count + keys.count <= 40)
    }

    /// Said wrong, it stays as it was typed: the answer is corrected, and it is signed.
    @Test func aWrongAnswerIsCorrectedWhereItStands() throws {
        try signedByAnother()
        let ticket = try #require(try view().lines.nextDue)
        _ = type(receives(children: 3, first: ticket))
        #expect(desk.text.contains("¿Cuántas niñas, niños y adolescentes"))
        #expect(try handOver()?.isWaiting == true)
        _ = type([.up, .up, .up, .backspace] + text("1") + [.control("g")])
        #expect(desk.text.contains("Turno recibido"))
        #expect(try handOver()?.isReadBack == true)
    }

    /// Whoever receives counts for themselves, whatever the other typed for them.
    @Test func theCountThatTheOtherTypedIsNotTheReceivers() throws {
        try signedByAnother()
        _ = type(toTheCounts + [.enter, .character("r")])
        #expect(desk.text.contains("Falta su conteo"))
    }

    private func signedByAnother() throws {
        let other = try test.add("Elena Ibarra Prueba", [.officer, .lead])
        let counts = HandOverCounts(outgoing: 11, incoming: 11)
        try test.perform(.act(HandOverShift(at: .nogales, counts)), by: other)
    }

    /// Nothing of the store's figure stands on the screen before both have counted.
    @Test func theFigureIsNotShownBeforeTheCount() throws {
        _ = type(toTheCounts)
        #expect(!desk.text.contains("archivo 11"))
        _ = type(text("11") + [.enter] + [.enter])
        #expect(desk.text.contains("archivo: cuando cuenten los dos"))
        #expect(!desk.text.contains("archivo 11"))
        _ = type([.character("f")])
        #expect(desk.text.contains("Falta un conteo"))
    }

    @Test func whoeverHandsOverIsToldThatSomebodyElseReceives() throws {
        _ = type(toTheCounts + text("11") + [.enter] + text("11") + [.enter, .character("r")])
        #expect(desk.text.contains("quien recibe entra con su cuenta"))
    }

    private func view() throws -> HandOverView {
        try test.store.ask(HandOverOf(.nogales).reading, at: test.now)
    }

    private func handOver() throws -> HandOver? { try view().handOver }
}
