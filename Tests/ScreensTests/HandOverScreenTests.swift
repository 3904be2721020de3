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

    @Test func bothLeadsAreThroughInThreeMinutesWithTwelveInside() throws {
        let signs =
            toTheCounts + text("11") + [.enter] + text("11") + [.enter, .character("f"), .enter]
        let signed = type(signs)
        #expect(desk.text.contains("Firmado."))
        let waiting = try #require(try handOver())
        #expect(waiting.isWaiting && waiting.agrees && waiting.elsewhere == 1)
        // The one who comes has a desk of their own, and has heard what was read to them.
        let next = try test.add("Elena Ibarra Prueba", [.officer, .lead])
        let ticket = try #require(try view().lines.nextDue)
        let receives =
            toTheCounts + text("11") + [.enter, .character("r")] + text("1") + [.enter]
            + text("\(ticket)")
            + [.enter] + text("0") + [.enter, .enter]
        #expect(seconds(signs + receives) < 180)
        #expect(signed + receives.count <= 40)
        let answers = ReadBack(children: 1, nextDue: ticket, unlocated: 0)
        try test.perform(.act(AcceptHandOver(at: .nogales, counted: 11, answers)), by: next)
        #expect(try handOver()?.incoming == next)
    }

    /// The receiver's part, by the keys: another lead has signed.
    @Test func theReceiverAnswersAndTakesTheShift() throws {
        let other = try test.add("Elena Ibarra Prueba", [.officer, .lead])
        let counts = HandOverCounts(outgoing: 11, incoming: 11)
        try test.perform(.act(HandOverShift(at: .nogales, counts)), by: other)
        let ticket = try #require(try view().lines.nextDue)
        _ = type(toTheCounts)
        #expect(!desk.text.contains("archivo 11 +"))
        _ = type(text("11") + [.enter, .character("r")] + text("3") + [.enter])
        _ = type(text("\(ticket)") + [.enter] + text("0") + [.enter, .enter])
        #expect(desk.text.contains("¿Cuántas niñas, niños y adolescentes"))
        #expect(try handOver()?.isWaiting == true)
        // Said wrong, it stays as it was typed: the first answer is corrected, and it is signed.
        _ = type([.up, .up, .up, .backspace] + text("1") + [.control("g")])
        #expect(desk.text.contains("Turno recibido"))
        #expect(try handOver()?.isReadBack == true)
        #expect(try test.store.point(.nogales)?.lead == desk.app.context.officer.id)
    }

    /// Nothing of the store's figure stands on the screen before both have counted.
    @Test func theFigureIsNotShownBeforeTheCount() throws {
        _ = type(toTheCounts)
        #expect(!desk.text.contains("archivo 11"))
        _ = type(text("11") + [.enter] + [.enter])
        #expect(desk.text.contains("archivo 11 + 1 fuera"))
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
