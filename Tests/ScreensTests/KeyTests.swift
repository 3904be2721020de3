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
    /// Live reorder between frame and key, a thousand times: the key falls on the one it was pressed on, or on nobody.
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
            keys += [.function(3), .character("a"), .character("ñ"), .escape, round % 2 == 0 ? .function(12) : .up]
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

    /// Two officers on one list: each tick shows at the other's, and the row under the cursor stays.
    @Test func twoOfficersOneList() throws {
        let first = try Desk()
        let second = try Desk(folder: first.folder)
        first.press(.function(6), .character("i"), .paste("Apellidos;Nombre\nLuna;Ana\nVera;Eva\n"), .enter)
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
        for binding in RollCallScreen(group: Identifier(1)).bindings where binding.label.es != "va al nº" {
            #expect(help.contains(binding.label.es), "\(binding.label.es)")
        }
    }

    @Test func escapeNeverLeavesTheProgramNorLosesTyping() throws {
        let desk = try Desk()
        desk.press(.function(2), .enter, .enter)
        desk.type("o")
        desk.press(.escape)
        for _ in 0..<10 { desk.press(.escape) }
        #expect(desk.text.contains("Tiene una entrevista a medias") || desk.text.contains("Entrada"))
        #expect(try !desk.store.drafts(of: desk.app.context.officer.id).isEmpty)
    }

    @Test func pastedTextIsDataForTheField() throws {
        let desk = try Desk()
        desk.press(.function(6), .character("a"), .tab, .tab, .paste("USBP\nTucson\tq"))
        #expect(desk.text.contains("USBP Tucson"))
        #expect(desk.text.contains("Anunciar grupo"))
    }

    /// Keys of the whole steps: a change that adds a key to one fails here.
    @Test func stepsStayWithinTheirKeys() throws {
        let desk = try Desk()
        desk.press(.function(6), .character("i"))
        let list = try String(
            contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
                "../../demo-data/lista_eua_24.csv"
            ).standardizedFileURL, encoding: .utf8)
        desk.press(.paste(list), .enter)
        var keys = 0
        for _ in 0..<24 {
            desk.press(.character("t"))
            keys += 1
        }
        #expect(desk.text.contains("Recibidas 24"))
        #expect(keys <= 24)
        desk.press(.character("0"), .character("7"), .character("t"))
        #expect(desk.text.contains("Ya la recibió"))
    }

    /// The minimum of the interview from an imported list, by keys.
    @Test func anInterviewFromAListTakesAtMostThirtyTwoKeys() throws {
        let desk = try Desk()
        desk.press(.function(2), .enter, .enter)
        // Notice; sex, birth and state stand from the list; Spanish, alone, no children; lived in, detained in the
        // same; by whom, from the group; time; schooling; goes home; may not be called; save.
        let script: [Key] = keys("pssntx") + [.function(8)] + keys("33") + [.function(8)] + keys("n") + [.enter]
        for key in script { desk.press(key) }
        #expect(script.count <= 32)
        #expect(desk.text.contains("Entrevista completa."), "\(desk.text)")
    }

    private func keys(_ text: String) -> [Key] { text.map { .character($0) } }
}

struct RandomWalkSource: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
