import Foundation
import Repatriation
import Support
import Terminal
import Testing

@testable import Screens

/// What a screen's table of keys says is what its keys do, on every screen and in every state.
@Suite struct KeyRowTests {
    typealias Way = (name: String, home: Desk.DeskHome, keys: [Key])

    /// States that no kept screen shows, with what stands on the screen then.
    private static let besides: [(way: Way, shows: String)] = [
        (("ventanilla", .signIn, [.enter]), "Ventanilla (vacío: ninguna)"),
        (("busca en el pase", .queue(1), [.function(6), .enter, .function(3)]), "  Buscar:"),
        (("opciones", .queue(1), [.function(6), .character("a"), .function(4)]), "Empieza con:"),
        (
            ("retornos", .queue(1), [.down, .down, .enter, .function(4), .character("v")]),
            "¿Es la misma?"
        ),
        (
            (
                "quien pregunta", .queue(1),
                [.down, .enter, .function(4), .character("r"), .character("s"), .character("s")]
            ), "¿Prefiere hablar"
        ),
        (
            (
                "lista leída", .queue(1),
                [
                    .function(6), .character("i"),
                    .paste("Apellidos;Nombre;Nacimiento\nLuna;Ana;23/04/1990\n"),
                ]
            ), "¿Cómo llegan?"
        ),
        (("ficha de otro punto", .board, [.home, .enter, .enter]), "¿Para qué la consulta?"),
        (("sin ventanilla", .queue(0), [.down]), "Cola"),
        (("ficha sin ventanilla", .queue(0), [.down, .enter]), "Recepción"),
        (("encuestas", .queue(1), [.function(9), .character("y")]), "Nadie por encuestar."),
        (("una menor", .queue(1), [.home, .enter]), "Recepción"),
    ]
    /// Covered, every key only uncovers.
    private static let ways = keptScreens.filter { $0.name != "tapada" } + besides.map(\.way)

    @Test func everyScreenIsAmongThem() throws {
        var opened: Set<String> = []
        for way in KeyRowTests.ways.indices {
            let desk = try open(way)
            let screen = try #require(desk.app.screens.last)
            opened.insert(String(describing: type(of: screen)))
            let shows = KeyRowTests.besides.first { $0.way.name == KeyRowTests.ways[way].name }?
                .shows
            #expect(desk.text.contains(shows ?? ""), "\(KeyRowTests.ways[way].name)\n\(desk.text)")
        }
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent(
                "../../Sources/Screens/Views")
        let sources = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        let kinds = try sources.flatMap { file in
            try String(contentsOf: file, encoding: .utf8).matches(
                of: /struct (\w+): (Screen|Aimed|Listing|PointListing|Narrowed)/
            ).map {
                String($0.1)
            }
        }
        // One is gone before anybody sees it, another is of a practice that goes on by itself, and the
        // third of surveys, which no morning has.
        let elsewhere: Set<String> = ["HealthFirstScreen", "PracticeScreen", "SurveyScreen"]
        #expect(Set(kinds).subtracting(elsewhere) == opened)
    }

    private func open(_ way: Int) throws -> Desk {
        let desk = try Desk(home: KeyRowTests.ways[way].home)
        for key in KeyRowTests.ways[way].keys { desk.press(key) }
        return desk
    }

    /// A key has one row, which does something, or says why not and changes nothing.
    @Test(arguments: ways.indices) func everyRowDoesWhatItSaysOrSaysWhyNot(way: Int) throws {
        let desk = try open(way)
        let (start, before) = (desk.app, desk.frame())
        let screen = try #require(start.screens.last)
        let keys = screen.bindings.map(\.key)
        #expect(Set(keys).count == keys.count, "\(KeyRowTests.ways[way].name): \(keys)")
        for key in keys {
            let events = try desk.store.figures().events
            let name: Comment = "\(KeyRowTests.ways[way].name): \(key.name.es)"
            desk.press(key)
            let said = desk.app.messages.map(\.text)
            if let why = screen.reason(key, start.context) {
                #expect(said == [why ?? App.unheard(key)], name)
                #expect(desk.app.screens.count == start.screens.count, name)
                #expect(desk.frame().withoutMessage == before.withoutMessage, name)
                #expect(try desk.store.figures().events == events, name)
            } else {
                #expect(!said.contains(App.unheard(key)), name)
            }
            desk.back(to: start)
        }
    }

    /// Where letters are no text: what is in no table, does not move and means nothing everywhere.
    @Test(arguments: ways.indices) func aKeyWithoutARowDoesNothing(way: Int) throws {
        let desk = try open(way)
        let (start, before) = (desk.app, desk.frame())
        let screen = try #require(start.screens.last)
        guard !screen.isTyping else { return }
        let letters = "abcdefghijklmnopqrstuvwxyzAGQ0123456789ñ.-+"
        let named: [Key] = [
            .enter, .escape, .tab, .backTab, .left, .right, .backspace, .delete, .insert,
            .paste("texto"),
        ]
        let keys =
            letters.map { Key.character($0) } + (1...12).map { Key.function($0) }
            + "abcdefgnoruvwxy".map { Key.control($0) } + named
        let own = Set(screen.bindings.map(\.key))
        for pressed in keys {
            let key = pressed == .control("c") ? .escape : GlobalKeys.alias(pressed) ?? pressed
            guard !own.contains(key), !Moves.isMove(key),
                GlobalKeys.row(key, over: screen, at: start.point) == nil
            else { continue }
            let name: Comment = "\(KeyRowTests.ways[way].name): \(pressed.name.es)"
            desk.press(pressed)
            #expect(desk.app.messages.map(\.text) == [App.unheard(pressed)], name)
            #expect(desk.frame().withoutMessage == before.withoutMessage, name)
            desk.back(to: start)
        }
    }
}

extension Screen {
    /// Nil where the key does something; within, nil where it is not said why it does not.
    fileprivate func reason(_ key: Key, _ context: Screens.Workplace) -> Bilingual?? {
        switch rows[key]?.why(self, context) {
        case nil: .none
        case .unheard: .some(nil)
        case .says(let words): .some(words)
        }
    }
}

extension Frame {
    fileprivate var withoutMessage: [String] {
        lines.enumerated().filter { $0.offset != height - 2 }.map(\.element)
    }
}
