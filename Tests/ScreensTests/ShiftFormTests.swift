import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// What a shift finds when it begins, what a point has, and who is moved in the queue, by keys.
@Suite struct ShiftFormTests {
    private let desk: Desk

    /// Nogales of a new store, closed, with a lead at its board.
    init() throws { desk = try Desk(home: .board, folder: try ShiftFormTests.folder()) }

    private static func folder() throws -> String {
        let test = try TestStore()
        let folder = try TestStore.makeFolder()
        try test.store.backup(to: "\(folder)/g.db")
        return folder
    }

    private func view() throws -> HandOverView {
        try desk.store.ask(HandOverOf(.nogales).reading, at: Desk.start)
    }

    /// One key a line, and a remark where something is wanting.
    @Test func openingAShiftAsksWhatItWillNeed() throws {
        desk.press(.function(9))
        desk.type("tt")
        #expect(desk.text.contains("Revisión de apertura"))
        #expect(desk.text.contains("Reloj de la máquina"))
        #expect(desk.text.contains("DIF: "))
        desk.type("ssnss")
        desk.press(.control("g"))
        #expect(desk.text.contains("qué falta"))
        desk.type("sin papel")
        desk.press(.control("g"))
        #expect(
            desk.frame(120, 40).text.contains(
                "no: impresora (sin papel); sin revisar: reloj"))
        let found = try #require(try view().check).found
        #expect(found[.printer] == .no && found[.clock] == .unchecked && found[.kits] == .yes)
    }

    @Test func escapeOpensWithoutIt() throws {
        desk.press(.function(9))
        desk.type("tt")
        desk.press(.escape)
        #expect(
            desk.text.contains("Turno abierto por") && desk.text.contains("Apertura: sin revisar."))
        #expect(try view().check == nil)
    }

    @Test func waterToiletsAndSpaceAreTypedAtTheShift() throws {
        desk.press(.function(9))
        desk.type("ta")
        desk.type("460")
        desk.press(.enter)
        desk.type("i")
        desk.type("4")
        desk.press(.enter, .enter)
        desk.type("210")
        desk.press(.control("g"))
        let row = try #require(
            try desk.store.answer(PanelOf(.nogales).reading, for: .program, at: Desk.start)
                .standards)
        #expect(row.litres == 460 && row.toiletsWomen == 4 && row.area == 210)
        #expect(row.toiletsMen == nil && row.places == nil)
        desk.press(.escape)
        let panel = desk.frame(120, 40).text
        #expect(panel.contains("agua: 460 L") && panel.contains("lugares: sin dato"))
    }

    /// Three keys from the queue: the class and the reason.
    @Test func aPriorityIsMovedFromTheQueue() throws {
        let queue = try Desk()
        let place = try #require(
            try queue.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows
                .first { $0.stage == .waiting && $0.priority == "general" })
        for _ in 0..<60 where queue.currentLine?.contains(" \(place.ticket) ") == false {
            queue.press(.down)
        }
        queue.type("521")
        #expect(queue.text.contains("Prioridad: salud, meta 20 min."))
        let moved = try queue.store.reception(place.id)
        #expect(moved?.priority == "medical" && moved?.priorityReason == "su salud cambió")
        queue.press(.enter)
        #expect(queue.frame(120, 40).text.contains("salud: su salud cambió"))
    }

    /// In two languages and three sizes.
    @Test(arguments: Language.allCases, [(80, 24), (120, 40), (40, 12)])
    func theyAreAsKept(_ language: Language, _ size: (Int, Int)) throws {
        for (name, keys) in [("apertura", "r"), ("agua", "a"), ("espacio", "i")] {
            let desk = try Desk(language: language)
            desk.press(.function(9), .character("t"))
            desk.type(keys)
            expectKept(desk, name, language, size)
        }
        let desk = try Desk(language: language)
        desk.press(.end)
        for _ in 0..<60 {
            desk.type("5")
            if desk.text.contains(language("Cambiar de prioridad", "Change priority")) { break }
            desk.press(.up)
        }
        expectKept(desk, "prioridad", language, size)
    }

    private func expectKept(
        _ desk: Desk, _ name: String, _ language: Language, _ size: (Int, Int)
    ) {
        let file = "\(name)-\(language == .es ? "es" : "en")-\(size.0)x\(size.1)"
        #expect(Golden.difference(desk.frame(size.0, size.1), file) == nil, "\(file)")
    }
}
