import Repatriation
import SQLite
import Screens
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// F1 tells on its second page what a screen is for in the procedure, and on what that rests.
@Suite struct ProcedurePageTests {
    @Test(arguments: keptScreens.map(\.name))
    func everyScreenHasAPageWhoseEachPartHasItsGround(_ name: String) throws {
        let screen = try #require(keptScreens.first { $0.name == name })
        let desk = try Desk(home: screen.home)
        for key in screen.keys { desk.press(key) }
        let told = desk.app.procedure
        for language in Language.allCases {
            let blocks = Manual(language).page(told).blocks
            #expect(!blocks.isEmpty)
            #expect(ProcedurePageTests.parts(blocks).allSatisfy { $0 == 1 }, "\(name)")
        }
    }

    /// How many grounds each part has, from one heading to the next.
    private static func parts(_ blocks: [Book.Block]) -> [Int] {
        blocks.reduce(into: [Int]()) { parts, block in
            switch block {
            case .heading: parts.append(0)
            case .source(let text) where !text.isEmpty && !parts.isEmpty:
                parts[parts.count - 1] += 1
            default: break
            }
        }
    }

    /// What is opened over a screen to do a step of its own tells of that step.
    @Test(arguments: [
        ("preguntan", ProcedureStep.inquiry), ("anunciar", .announce), ("salida", .exit),
        ("reclamo", .belongings), ("agregar", .rollCall), ("edad", .exit),
    ])
    func aFormTellsOfItsOwnStep(_ name: String, _ step: ProcedureStep) throws {
        let screen = try #require(keptScreens.first { $0.name == name })
        let desk = try Desk(home: screen.home)
        for key in screen.keys { desk.press(key) }
        #expect(desk.app.procedure.steps == [step])
    }

    /// Both pages and back, by F1 or Tab; Esc leaves either for where one was.
    @Test(arguments: [Key.function(1), .tab]) func oneKeyTurnsThePage(_ key: Key) throws {
        let desk = try Desk()
        let before = desk.text
        desk.press(.function(1))
        let keys = desk.text
        #expect(keys.contains("Filtrar") && keys.contains("F1 Procedimiento"), "\(keys)")
        desk.press(key)
        #expect(desk.text.contains("Procedimiento · Cola") && desk.text.contains("F1 Teclas"))
        desk.press(key)
        #expect(desk.text == keys)
        desk.press(key, .escape)
        #expect(desk.text == before)
    }

    /// On the smallest screen every line of it is seen by scrolling, and none is cut.
    @Test(arguments: ["cola", "persona", "canalizar", "tablero"], Language.allCases)
    func aSmallScreenShowsAllOfItByScrolling(_ name: String, _ language: Language) throws {
        let screen = try #require(keptScreens.first { $0.name == name })
        let desk = try Desk(home: screen.home, language: language)
        for key in screen.keys { desk.press(key) }
        let lines = Manual(language).page(desk.app.procedure).styled(34).map(\.text)
        desk.press(.function(1), .function(1))
        var seen: Set<String> = []
        for _ in 0..<lines.count {
            seen.formUnion(
                desk.frame(40, 12).lines[1...9].map {
                    String($0.drop { $0 == " " }.prefix(34)).trimmed
                })
            desk.press(.down)
        }
        for line in lines where !seen.contains(line.trimmed) {
            #expect(seen.contains { $0.hasPrefix(line.trimmed) }, "«\(line)» was not seen")
        }
        #expect(lines.allSatisfy { TextWidth.of($0) <= 34 })
    }

    /// Somebody's open lanes are told to whom the store tells them, on every screen about them, and
    /// to nobody while the screen is covered.
    @Test(arguments: OfficerRole.allCases)
    func openLanesAreToldToWhoReadsThem(_ role: OfficerRole) throws {
        let desk = try Desk()
        let raw = try Connection(path: desk.path, mode: .write)
        try raw.execute(
            """
            UPDATE officer SET roles = '\(role.rawValue)', lead = \(role == .lead ? 1 : 0)
              WHERE id = \(desk.app.context.officer.id.value)
            """)
        desk.changed()
        desk.press(.enter)
        let open = desk.app.procedure.open
        // Whoever teaches may everything in practice.
        let may = Lane.allCases.filter { role == .trainer || $0.roles.contains(role) }
        #expect(Set(open).isSubset(of: may), "\(role): \(open)")
        if role == .lead || role == .opi { #expect(open.contains(.child)) }
        desk.press(.function(1), .function(1))
        #expect(desk.frame(100, 60).text.contains("Ruta abierta") == !open.isEmpty)
        desk.later(seconds: 61 * 10)
        #expect(!desk.frame(100, 60).text.contains("Ruta abierta"))
    }

    /// What the chosen alert is stands first on the board's page, and covered nowhere; so with the
    /// lane that a form about somebody is for.
    @Test func whatIsSomebodysIsNotToldWhileCovered() throws {
        let board = try Desk(home: .board)
        board.press(.tab)
        let alert = try #require(board.app.procedure.alert)
        let page = Manual(.es).page(board.app.procedure).text(200)
        #expect(page.contains("Aviso: \(alert.label.es)"))
        if !board.app.procedure.alarms.contains(alert) {
            let covered = Manual(.es).page(board.app.procedure, isCovered: true).text(200)
            #expect(!covered.contains("Aviso: \(alert.label.es)"))
        }
        let lane = Procedure(lanes: [.reserved], isOfPerson: true)
        #expect(Manual(.es).page(lane).text().contains(Lane.reserved.label.es))
        #expect(!Manual(.es).page(lane, isCovered: true).text().contains(Lane.reserved.label.es))
    }

    /// A screen that is not about the person below it does not tell of them.
    @Test func theGroupsTellOfNobodysLanes() throws {
        let desk = try Desk()
        desk.press(.enter)
        #expect(!desk.app.procedure.open.isEmpty)
        desk.press(.function(6))
        #expect(desk.app.procedure.open.isEmpty && desk.app.procedure.steps.contains(.announce))
    }
}
