import Foundation
import Repatriation
import Screens
import Store
import Support
import Terminal
import Testing

@testable import Screens
@testable import garita

private struct Item: Identifiable, Sendable, Equatable { let id: Int }

@Suite struct KeyTests {
    /// Live reorder between frame and key, a thousand times: the key falls on the one it was
    /// pressed on, or on nobody.
    @Test func keyGoesToThePersonItWasPressedOn() {
        var random = RandomWalkSource(state: 42)
        var list = LiveList<Item>()
        list.update((0..<20).map(Item.init), adopt: true)
        var gone = 0
        for _ in 0..<1000 {
            list.select(index: Int.random(in: 0..<list.elements.count, using: &random))
            let pressedOn = list.selected
            let window = list.window(8)
            let row = list.index.map { $0 - window.lowerBound }
            var next = (0..<20).map(Item.init).shuffled(using: &random)
            next.removeFirst(Int.random(in: 0...6, using: &random))
            list.update(next)
            #expect(list.selected == pressedOn)
            if let current = list.current {
                #expect(current.id == pressedOn)
            } else {
                gone += 1
                #expect(!next.contains { $0.id == pressedOn })
            }
            let after = list.window(8)
            if let row, let now = list.index { #expect(abs(now - after.lowerBound - row) <= 7) }
            if Bool.random(using: &random) { list.adopt() }
            if list.elements.isEmpty { list.update((0..<20).map(Item.init), adopt: true) }
        }
        #expect(gone > 10)
    }

    /// A thousand keys typed ahead over screen changes, with the store slow: all applied, in order.
    @Test func typedAheadKeysAreNeitherLostNorMisapplied() throws {
        let slow = try Desk()
        let fast = try Desk()
        var keys: [Key] = []
        for round in 0..<70 {
            keys += [.down, .function(6), .down, .enter, .down, .escape, .escape, .enter, .escape]
            keys += [
                .function(3), .character("a"), .character("ñ"), .escape,
                round % 2 == 0 ? .function(12) : .up,
            ]
        }
        keys += [.function(6), .character("a")] + "abn12".map { Key.character($0) }
        #expect(keys.count > 980)
        slow.isHolding = true
        for key in keys { slow.type(key) }
        slow.release()
        for key in keys { fast.type(key) }
        #expect(slow.app.isIdle)
        #expect(slow.frame() == fast.frame())
    }

    /// A tick on somebody received changes nothing and says who received them.
    @Test func ticksAreIdempotent() throws {
        let desk = try Desk()
        let before = try desk.store.figures().events
        desk.press(.function(6), .down, .down, .enter, .home, .character("t"))
        #expect(desk.text.contains("Ya la recibió"))
        #expect(try desk.store.figures().events == before)
    }

    private static let two =
        "Apellidos;Nombre;Nacimiento\nLuna;Ana;23/04/1990\nVera;Eva;24/04/1990\n"

    /// Two officers on one list: each tick shows at the other's, and the row under the cursor
    /// stays.
    @Test func twoOfficersOneList() throws {
        let first = try Desk()
        let second = try Desk(folder: first.folder)
        first.press(
            .function(6), .character("i"), .paste(Self.two), .character("b"), .character("u"),
            .enter)
        second.press(.function(6), .enter)
        let before = second.text
        first.press(.character("t"))
        let cursor = second.frame().cursor
        second.changed()
        #expect(second.frame().cursor == cursor)
        #expect(second.text.contains("RRA 11:00"))
        #expect(!before.contains("RRA 11:00"))
    }

    @Test func helpIsMadeOfTheKeysThatWork() throws {
        let desk = try Desk()
        desk.press(.function(6), .enter, .function(1))
        let help = desk.frame(100, 90).text
        for binding in RollCallScreen(group: Identifier(1)).bindings
        where binding.label.es != "va al nº" {
            #expect(help.contains(binding.label.es), "\(binding.label.es)")
        }
    }

    @Test func escapeNeverLeavesTheProgramNorLosesTyping() throws {
        let desk = try Desk()
        desk.press(.function(2), .enter)
        desk.type("o")
        desk.press(.escape)
        for _ in 0..<10 { desk.press(.escape) }
        #expect(
            desk.text.contains("Tiene una entrevista a medias") || desk.text.contains("Entrada"))
        #expect(try !desk.store.drafts(of: desk.app.context.officer.id).isEmpty)
    }

    @Test func pastedTextIsDataForTheField() throws {
        let desk = try Desk()
        desk.press(.function(6), .character("a"), .tab, .tab, .paste("USBP\nTucson\tq"))
        #expect(desk.text.contains("USBP Tucson"))
        #expect(desk.text.contains("Anunciar grupo"))
    }

    /// After a minute without a key the screen covers itself; the key that uncovers it does nothing
    /// else.
    @Test func aScreenThatIsLeftCoversItself() throws {
        let desk = try Desk()
        desk.press(.function(2), .enter, .character("p"), .pageDown)
        desk.type("Beto")
        let minute = App.secondsToCover * desk.app.context.speed
        desk.later(seconds: minute - 1)
        #expect(desk.text.contains("Beto"))
        desk.later(seconds: 1)
        #expect(!desk.text.contains("Beto") && !desk.text.contains("Manzanares"))
        // Inside a field what uncovers is typed; what is no text does nothing else.
        desk.press(.enter)
        #expect(desk.text.contains("Beto"))
        desk.type("x")
        #expect(desk.text.contains("Betox"))
        // Covered by hand, it is the same.
        desk.press(.function(12))
        #expect(!desk.text.contains("Beto"))
        desk.type("y")
        #expect(desk.text.contains("Betoxy"))
    }

    /// One step of a person's way through the point: its keys, how many it may take, and what
    /// stands on the screen then.
    private struct Step {
        let name: String
        let most: Int
        let keys: [Key]
        let result: String
    }

    /// An adult from a list, step by step: a change that adds a key to a step fails here.
    @Test func everyStepStaysWithinItsKeys() throws {
        let desk = try Desk()
        desk.press(.function(6), .character("i"))
        let list = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent(
                    "../../demo-data/lista_eua_24.csv"
                ).standardizedFileURL, encoding: .utf8)
        desk.press(.paste(list), .character("b"), .character("u"), .enter)
        func run(_ steps: [Step]) {
            for step in steps {
                for key in step.keys { desk.press(key) }
                #expect(step.keys.count <= step.most, "\(step.name)")
                #expect(desk.text.contains(step.result), "\(step.name)\n\(desk.text)")
            }
        }
        run([
            Step(name: "roll call in order", most: 1, keys: keys("t"), result: "Recibidas 1"),
            Step(name: "roll call out of order", most: 3, keys: keys("07t"), result: "Recibidas 2"),
        ])
        for _ in 0..<22 { desk.press(.character("t")) }
        desk.press(.escape, .escape, .character("."))
        desk.moveToUnasked()
        // The round of the first questions: one key for nothing, two for a need.
        desk.press(.character("s"))
        let asked = try #require(desk.shownCardOrInterview ?? desk.roundPerson)
        run([Step(name: "a need", most: 2, keys: keys("h") + [.enter], result: "Valoración")])
        #expect(try desk.store.reception(asked)?.flags == [.medical])
        #expect(desk.roundPerson != asked)
        desk.press(.escape)
        run([
            Step(
                name: "call and open", most: 2, keys: [.function(2), .enter],
                result: "Aviso de privacidad"),
            Step(
                name: "minimum and proof", most: 31,
                keys: keys("pssntx") + [.function(8), .character("=")] + keys("33") + [.function(8)]
                    + keys("np") + [
                        .enter
                    ],
                result: "Entrevista completa."),
            Step(name: "certificate", most: 2, keys: keys("i"), result: "Constancia"),
            Step(
                name: "exit", most: 3, keys: [.function(7)] + keys("2") + [.enter], result: "Cola"),
        ])
    }

    /// Whoever leaves with a lane open is told so in one question more, and nobody is held.
    @Test func aLaneThatIsOpenIsOneQuestionMore() throws {
        let desk = try Desk()
        desk.press(.down, .enter, .character("s"), .character("h"), .enter)
        let id = try #require(desk.shownCardOrInterview)
        let officer = desk.app.context.officer.id
        _ = try desk.store.perform(.act(Triage(id, [.warrant])), by: officer, at: Desk.start)
        desk.press(.function(7), .character("9"), .enter, .enter, .character("e"), .control("g"))
        #expect(
            desk.text.contains("se retiró por decisión propia. Queda en seguimiento."),
            "\(desk.text)")
        #expect(try desk.store.reception(id)?.stage == .released)
    }

    /// Nothing asked, nothing found: one key from the queue.
    @Test func nothingFoundIsOneKey() throws {
        let desk = try Desk()
        desk.press(
            .function(6), .character("i"),
            .paste("Apellidos;Nombre;Sexo;Nacimiento\nLuna;Ana;Mujer;23/04/1990\n"))
        desk.press(
            .character("b"), .character("u"), .enter, .character("t"), .escape, .escape,
            .character("."))
        desk.moveToUnasked()
        let waiting = try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.waiting ?? 0
        desk.press(.character("0"))
        #expect(
            try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.waiting == waiting + 1,
            "\(desk.text)")
    }

    /// The whole interview of somebody off the list: at most sixty keys beyond the names.
    @Test func aPersonTypedWholeTakesAtMostSixtyKeys() throws {
        let desk = try Desk()
        desk.press(.function(6), .enter, .character("a"))
        desk.type("Sántiz")
        desk.press(.tab)
        desk.type("López")
        desk.press(.tab)
        desk.type("Petrona")
        let person: [Key] = [.tab] + keys("m030490") + [.tab] + keys("oc") + [.control("g")]
        for key in person { desk.press(key) }
        #expect(desk.text.contains("Sántiz"), "\(desk.text)")
        let found = try desk.store.search("petrona santiz", at: .nogales)
        let id = try #require(found.first?.id)
        desk.press(.escape, .escape)
        let officer = desk.app.context.officer.id
        _ = try desk.store.perform(.act(Triage(id, [])), by: officer, at: Desk.start)
        _ = try desk.store.perform(
            .act(CallPerson(id, desk: 1, reason: "prueba")), by: officer, at: Desk.start)
        desk.changed()
        desk.press(.character("."), .home)
        while !(desk.currentLine?.contains("Petrona") ?? true) { desk.press(.down) }
        let open: [Key] = [.enter]
        let interview =
            keys("pssntx") + [.function(8), .character("=")] + keys("33") + [.function(8)]
            + keys("s6310001122") + [
                .tab, .enter,
            ]
        for key in open + interview { desk.press(key) }
        #expect(person.count + 3 + open.count + interview.count <= 60)
        #expect(desk.text.contains("Entrevista completa."), "\(desk.text)")
    }

    private func keys(_ text: String) -> [Key] { text.map { .character($0) } }
}

extension Desk {
    /// The line under the cursor.
    var currentLine: Substring? { text.split(separator: "\n").first { $0.hasPrefix("▌") } }

    /// The person whom the round of the first questions is about.
    var roundPerson: Identifier<Reception>? {
        guard let ticket = text.firstMatch(of: /Valoración · (\d+)/).flatMap({ Int($0.1) }) else {
            return nil
        }
        return (try? store.queue(at: .nogales, desk: 1, now: Desk.start))?.rows.first {
            $0.ticket == ticket
        }?.id
    }

    /// Moves down to the first who has not been asked yet.
    func moveToUnasked() {
        press(.home)
        for _ in 0..<60 where currentLine?.contains("por valorar") == false { press(.down) }
    }
}

struct RandomWalkSource: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
