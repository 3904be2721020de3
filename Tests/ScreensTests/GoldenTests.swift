import Foundation
import Repatriation
import Screens
import Terminal
import Testing

@testable import garita

/// The ways to a screen, by keys from a desk's queue.
let keptScreens: [(name: String, home: Desk.DeskHome, keys: [Key])] = [
    ("entrada", .signIn, []), ("tablero", .board, []), ("cola", .queue(1), []),
    ("ayuda", .queue(1), [.function(1)]),
    ("procedimiento", .queue(1), [.function(1), .function(1)]),
    ("procedimientoFicha", .queue(1), [.enter, .function(1), .function(1)]),
    ("mas", .queue(1), [.function(9)]),
    ("paleta", .queue(1), [.control("p")]),
    ("grupos", .queue(1), [.function(6)]), ("pase", .queue(1), [.function(6), .enter]),
    ("anunciar", .queue(1), [.function(6), .character("a")]),
    ("lista", .queue(1), [.function(6), .character("i")]),
    ("persona", .queue(1), [.enter]), ("valoracion", .queue(1), [.enter, .character("s")]),
    ("medio", .queue(1), [.enter, .character("m")]), ("salida", .queue(1), [.enter, .function(7)]),
    ("turno", .queue(1), [.function(9), .character("t")]),
    ("entrevista", .queue(1), [.function(2), .enter]),
    ("buscar", .queue(1), [.function(3), .character("r"), .character("a"), .character("m")]),
    ("tapada", .queue(1), [.function(12)]), ("lugar", .queue(1), [.character("l")]),
    ("deshacer", .queue(1), [.function(2), .character("u")]),
    ("noLlego", .queue(1), [.function(6), .enter, .character("x")]),
    ("agregar", .queue(1), [.function(6), .enter, .character("a")]),
    ("canalizar", .queue(1), [.down, .enter, .function(5)]),
    ("canalizarA", .queue(1), [.down, .enter, .function(5), .function(5), .character("a")]),
    (
        "acepta", .queue(1),
        [.down, .enter, .function(5), .function(5), .character("a"), .character("1")]
    ),
    (
        "canalizaciones", .queue(1),
        [
            .down, .enter, .function(5), .function(5), .character("a"), .character("1"),
            .character("s"),
            .function(5), .character("b"), .character("0"), .escape, .escape, .function(5),
        ]
    ),
    (
        "apoyo", .queue(1),
        [.down, .enter, .function(5), .character("y"), .character("a"), .character("c")]
    ),
    ("reclamo", .queue(1), [.down, .enter, .function(5), .function(4), .character("r")]),
    ("charola", .queue(1), [.function(9), .character("k")]),
    ("preguntan", .queue(1), [.function(9), .character("p")]),
    ("rutas", .queue(1), [.enter, .function(4), .character("r")]),
    ("paso", .queue(1), [.enter, .function(4), .character("r"), .down, .enter]),
    ("edad", .queue(1), [.enter, .function(4), .character("r"), .character("e")]),
    ("libro", .queue(1), [.function(9), .character("n")]),
    ("libroHoy", .queue(1), [.function(9), .character("n"), .tab]),
    (
        "reservado", .queue(1),
        [
            .down, .enter, .function(4), .character("r"), .character("s"), .character("s"),
            .character("i"),
            .character("x"),
        ]
    ),
    ("puerta", .queue(1), [.down, .enter, .function(4), .character("r"), .character("s")]),
    ("material", .queue(1), [.function(9), .character("m")]),
    ("instituciones", .queue(1), [.function(9), .character("i")]),
    ("institucion", .queue(1), [.function(9), .character("i"), .enter]),
    ("hoja", .queue(1), [.function(9), .character("h")]),
    (
        "seguimiento", .queue(1),
        [
            .down, .enter, .function(7), .character("9"), .enter, .enter, .character("e"),
            .control("g"), .function(9),
            .character("e"),
        ]
    ),
    (
        "quienVio", .queue(1),
        [.enter, .escape, .function(6), .enter, .escape, .escape, .function(9), .character("v")]
    ),
    ("bitacora", .queue(1), [.function(2), .function(9), .character("b")]),
    ("bitacoraOpciones", .queue(1), [.function(2), .function(9), .character("b"), .function(4)]),
    ("entregaConteo", .queue(1), [.function(9), .character("t"), .character("e")]),
    (
        "entrega", .queue(1),
        [.function(9), .character("t"), .character("e")]
            + [.character("1"), .character("2"), .enter, .character("1"), .character("1"), .enter]
    ),
    ("hojaPase", .queue(1), [.function(6), .enter, .character("r")]),
    ("limites", .queue(1), [.function(9), .character("t"), .character("l")]),
    ("dia", .board, [.character("d")]),
    ("historico", .board, [.character("h"), .enter]),
    ("ordenTablero", .board, [.function(4)]),
    ("columnas", .board, [.function(4), .character("c")]),
    ("reporte", .queue(1), [.function(9), .character("r")]),
    (
        "reporteAno", .queue(1),
        [.function(9), .character("r"), .character("p"), .character("3")]
    ),
    (
        "reporteBarras", .queue(1),
        [.function(9), .character("r"), .character("p"), .character("3"), .character("g")]
    ),
    (
        "reporteMeses", .queue(1),
        [.function(9), .character("r"), .character("p"), .character("3")]
            + [.character("g"), .character("g")]
    ),
    (
        "reporteHoras", .queue(1),
        [.function(9), .character("r"), .character("g"), .character("g")]
    ),
    ("reporteTablas", .queue(1), [.function(9), .character("r"), .character("t")]),
    ("reportePuntos", .queue(1), [.function(9), .character("r"), .character("o")]),
    ("captura", .queue(1), [.function(9), .character("c")]),
    ("cerrarTurno", .queue(1), [.function(9), .character("t"), .character("z")]),
]

@Suite struct GoldenTests {
    @Test(arguments: keptScreens.map(\.name)) func everyScreenIsAsKept(_ name: String) throws {
        let screen = try #require(keptScreens.first { $0.name == name })
        let desk = try Desk(home: screen.home)
        for key in screen.keys { desk.press(key) }
        for size in [(80, 24), (120, 40), (40, 12)] {
            let frame = desk.frame(size.0, size.1)
            #expect(Golden.difference(frame, "\(name)-\(size.0)x\(size.1)") == nil)
            #expect(frame.isCursorVisible)
        }
    }

    @Test(arguments: [
        "tablero", "cola", "pase", "persona", "entrevista", "valoracion", "quienVio", "bitacora",
        "canalizar", "entrega",
        "canalizaciones",
        "apoyo", "charola", "preguntan", "rutas", "libro", "reservado", "material", "dia",
        "historico", "procedimiento", "procedimientoFicha", "reporteAno", "reporteMeses",
        "reporteHoras",
    ])
    func theMainScreensInEnglish(_ name: String) throws {
        let screen = try #require(keptScreens.first { $0.name == name })
        let desk = try Desk(home: screen.home, language: .en)
        for key in screen.keys { desk.press(key) }
        #expect(Golden.difference(desk.frame(), "\(name)-en") == nil)
    }

    /// Locked, and asking the second officer: nothing of the screen below shows.
    @Test(arguments: [(80, 24), (120, 40), (40, 12)])
    func theLockedScreenIsAsKept(_ size: (Int, Int)) throws {
        let desk = try Desk()
        desk.signedInWithPassword()
        desk.later(seconds: 60 * 8 * 10)
        #expect(Golden.difference(desk.frame(size.0, size.1), "candado-\(size.0)x\(size.1)") == nil)
        desk.press(.tab)
        #expect(Golden.difference(desk.frame(size.0, size.1), "quien-\(size.0)x\(size.1)") == nil)
    }

    /// Every size from 1×1 to 300×100 draws, keeps the cursor inside and the state untouched.
    @Test(arguments: [
        "tablero", "cola", "pase", "entrevista", "valoracion", "salida", "ayuda", "buscar",
        "quienVio", "canalizar",
        "canalizaciones", "apoyo", "rutas", "libro", "reservado", "material", "instituciones",
        "seguimiento", "bitacora", "entrega", "dia", "historico", "reporte", "reporteBarras",
        "reporteMeses", "reporteHoras",
    ])
    func everySizeDraws(_ name: String) throws {
        let screen = try #require(keptScreens.first { $0.name == name })
        let desk = try Desk(home: screen.home)
        for key in screen.keys { desk.press(key) }
        let before = desk.frame()
        for width in Array(1...90) + [120, 200, 300] {
            for height in [1, 2, 5, 11, 12, 13, 24, 40, 100] {
                let frame = desk.frame(width, height)
                #expect(frame.cursor.row < frame.height && frame.cursor.column < frame.width)
            }
        }
        #expect(desk.frame() == before)
    }

    /// Covered, no name, age or class of anybody stands on the screen.
    @Test func aCoveredScreenNamesNobody() throws {
        let desk = try Desk()
        let names =
            try desk.store.queue(at: .nogales, desk: 1, now: Desk.start)?.rows.compactMap(
                \.name.name?.listed) ?? []
        #expect(!names.isEmpty)
        desk.press(.function(12))
        for name in names { #expect(!desk.text.contains(name.split(separator: ",")[0])) }
        for label in ["salud", "embarazo", "reservada"] { #expect(!desk.text.contains(label)) }
        desk.press(.escape, .enter, .function(12))
        for name in names { #expect(!desk.text.contains(name.split(separator: " ").last ?? "?")) }
    }
}

@Suite struct WordsTests {
    /// No screen text has a word that the desk does not use.
    @Test func noTextHasAForbiddenWord() throws {
        let forbidden = [
            "tamizaje", "carril", "egreso", "cotejo", "simulacro", "usuario", "error", "bloquead",
            "víctima",
            "deportad",
            "ilegal", "¡",
        ]
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent(
                "../../Sources"
            ).standardizedFileURL
        let files = try #require(
            FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var checked = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            // The notice is read aloud as the law words it, the archive and the titles of lists
            // have words of their own, and a printer's test page has every sign: no screen texts.
            let others = [
                "PrivacyNotice", "RetentionProgram", "FieldLabels", "FactWords", "Refusal+Rights",
                "Printer", "AboveHeading", "LegalGround",
            ]
            if others.contains(file.deletingPathExtension().lastPathComponent) { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for literal in text.components(separatedBy: "\"").enumerated()
            where literal.offset % 2 == 1 {
                let words = literal.element.replacing(/\\\([^)]*\)+/, with: "").lowercased()
                guard words.contains(" ") else { continue }
                checked += 1
                for word in forbidden where words.contains(word) {
                    Issue.record("\(file.lastPathComponent): «\(literal.element)» has «\(word)»")
                }
            }
        }
        #expect(checked > 400)
    }

    /// Every key can be typed on a Spanish layout: letters, digits, F-keys, named keys, Ctrl with a
    /// letter.
    @Test func everyKeyHasAPathOnASpanishKeyboard() throws {
        for screen in keptScreens {
            let desk = try Desk(home: screen.home)
            for key in screen.keys { desk.press(key) }
            for binding in (desk.app.screens.last?.bindings ?? []) + GlobalKeys.all {
                switch binding.key {
                case .character(let character):
                    #expect(character.isLetter || character.isNumber || character == ".")
                case .control(let character):
                    #expect(character.isLetter && !"imjhsq".contains(character))
                default: break
                }
            }
        }
        let twins = Set(GlobalKeys.twins.map(\.1))
        for case .function(let number) in GlobalKeys.all.map(\.key) where number != 9 {
            #expect(twins.contains(number))
        }
    }
}
