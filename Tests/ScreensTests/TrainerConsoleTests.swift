import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens

/// The trainer's console: what its keys want, and that it fits.
@Suite struct TrainerConsoleTests {
    private static let now = TestStore.morning
    private static let zone: Zone = {
        guard let zone = StoreFiles.zone("America/Hermosillo") else { fatalError("no zones") }
        return zone
    }()
    private var console: TrainerConsole

    private static func state(_ count: Int = 3) -> ClassState {
        var rows = ["Ana López", "Beto Ruiz", "Carmen Núñez Altamirano de la Fuente"].map {
            ClassState.Row(name: $0, now: now)
        }
        while rows.count < count {
            rows.append(ClassState.Row(name: "Persona \(rows.count)", now: now))
        }
        rows[0].isJoined = true
        (rows[0].screen, rows[0].field, rows[0].since) = ("Entrevista · ficha 3", "Estado", 190)
        (rows[0].oldestWait, rows[0].refusals, rows[0].missed) = (1_080, 2, 1)
        (rows[0].points, rows[0].possible) = (12, 30)
        return ClassState(
            title: "Clase de noviembre", rows: rows,
            injects: [
                .init(id: "el-tio", words: "Un hombre pregunta.", isByHand: false),
                .init(id: "la-luz", words: "Se va la luz.", isByHand: true),
            ],
            moments: [
                .init(title: "El autobús", at: now), .init(title: "La puerta", at: now),
            ],
            isOneStore: false)
    }

    init() {
        console = TrainerConsole(
            TrainerConsoleTests.state(), zone: TrainerConsoleTests.zone, language: .es)
    }

    private func pressed(_ keys: Key...) -> [TrainerOrder] {
        var console = console
        return keys.flatMap { console.press($0) }
    }

    /// The first line is everybody, the others are one each.
    @Test(arguments: [
        ([Key.character("p")], TrainerOrder.pause(.all)),
        ([.down, .character("p")], .pause(.one(0))),
        ([.down, .down, .character("+")], .faster(.one(1))),
        ([.end, .character("-")], .slower(.one(2))),
        ([.character("i"), .enter], .inject(.all, "el-tio")),
        ([.down, .character("i"), .down, .enter], .inject(.one(0), "la-luz")),
        ([.character("m"), .character("o"), .character("k"), .enter], .message(.all, "ok")),
        ([.down, .character("n"), .paste("bien\nhecho"), .enter], .note(.one(0), "bien hecho")),
        ([.down, .down, .character("v"), .character("2")], .back(.one(1), 1)),
        ([.character("v"), .character("1")], .back(.all, 0)),
        ([.character("e")], .results), ([.down, .enter], .watch(0)),
        ([.function(10), .function(10)], .end), ([.control("l")], .redraw),
    ])
    func aKeyIsWantedOfWhomTheCursorStandsOn(_ keys: [Key], _ order: TrainerOrder) {
        var console = console
        #expect(keys.flatMap { console.press($0) } == [order])
    }

    @Test func nothingIsWantedWhereThereIsNothing() {
        #expect(pressed(.character("v"), .character("9")).isEmpty, "no ninth minute")
        #expect(pressed(.down, .down, .enter).isEmpty, "who is at no terminal has no screen")
        #expect(pressed(.enter).isEmpty, "everybody has none either")
        #expect(pressed(.character("m"), .character(" "), .enter).isEmpty, "an empty message")
        #expect(pressed(.character("m"), .character("x"), .escape).isEmpty)
        #expect(pressed(.function(10), .escape).isEmpty)
        #expect(pressed(.character("z")).isEmpty)
    }

    /// In a text letters are text.
    @Test func lettersOfAMessageDoNothingElse() {
        var console = console
        let typed: [Key] = "pimnve+-".map { .character($0) }
        #expect(([.character("m")] + typed).flatMap { console.press($0) }.isEmpty)
        #expect(console.press(.enter) == [.message(.all, "pimnve+-")])
    }

    @Test func lookingAwayTellsSo() {
        var console = console
        _ = [Key.down, .enter].flatMap { console.press($0) }
        var frame = Frame(width: 80, height: 24)
        frame.put("lo que ve Ana", row: 3, column: 5)
        console.mirror(frame)
        let shown = console.draw(width: 80, height: 24)
        #expect(shown.lines[4].contains("lo que ve Ana"))
        #expect(shown.lines[0].contains("Ana López"))
        #expect(console.press(.character("p")).isEmpty, "nothing is done from there")
        #expect(console.press(.escape) == [.watch(nil)])
        #expect(!console.draw(width: 80, height: 24).text.contains("lo que ve Ana"))
    }

    /// Whoever is not in the list any more is nobody's.
    @Test func fewerRowsThanTheCursorStandsOnAreNoHarm() {
        for keys: [Key] in [[.end], [.down, .enter], [.end, .character("i"), .down]] {
            var console = console
            for key in keys { _ = console.press(key) }
            var fewer = TrainerConsoleTests.state()
            (fewer.rows, fewer.injects) = ([], [])
            console.update(fewer)
            _ = console.draw(width: 80, height: 24)
            _ = console.press(.enter)
            #expect(console.target == .all)
        }
    }

    /// What acts is shown, and what is shown acts.
    @Test func everyKeyThatActsStandsInTheLastLine() {
        let modes: [TrainerConsole.Mode] = [
            .list, .injects(0), .moments, .text(isNote: true, "x"), .watching(0), .help, .ending,
        ]
        for mode in modes {
            var console = console
            console.mode = mode
            let last = console.draw(width: 200, height: 24).lines[23]
            for key in console.keys {
                #expect(last.contains("\(key.shown.es) \(key.words.es)") || mode == .watching(0))
            }
            let shown = Set(console.keys.flatMap(\.keys))
            for letter in "qsxz" where mode != .text(isNote: true, "x") {
                guard !shown.contains(.character(letter)) else { continue }
                var pressed = console
                #expect(pressed.press(.character(letter)).isEmpty && pressed.mode == mode)
            }
        }
    }

    @Test(arguments: [(40, 12), (80, 24), (120, 40)], [Language.es, .en])
    func itFits(_ size: (Int, Int), _ language: Language) {
        var console = TrainerConsole(
            TrainerConsoleTests.state(20), zone: TrainerConsoleTests.zone, language: language)
        for keys: [Key] in [
            [], [.end], [.character("i")], [.escape, .character("v")], [.escape, .function(1)],
        ] {
            for key in keys { _ = console.press(key) }
            let frame = console.draw(width: size.0, height: size.1)
            #expect(frame.lines.allSatisfy { TextWidth.of($0) <= size.0 })
            #expect(frame.lines[0].contains(language("PRÁCTICA", "PRACTICE")))
            #expect(!frame.lines[size.1 - 1].isEmpty, "its keys stand there")
        }
        _ = console.press(.escape)
        _ = console.press(.home)
        let lines = console.draw(width: size.0, height: size.1).lines
        let ana = lines.first { $0.contains("Ana") } ?? ""
        #expect(ana.contains("12/30"), "\(lines.joined(separator: "\n"))")
        if size.0 >= 80 { #expect(ana.contains("0:18") && ana.contains("3 min")) }
    }

    @Test func aNameIsChosenOnlyWhereItIsFree() {
        var menu = NameMenu(
            [.init("Ana", isTaken: true), .init("Beto", isTaken: false)], .es)
        #expect(menu.press(.enter) == .chosen("Beto"), "the cursor stands on the first free")
        _ = menu.press(.up)
        #expect(menu.press(.enter) == .stays)
        #expect(menu.draw(width: 80, height: 24).text.contains("Ya está en otra terminal."))
        #expect(menu.press(.escape) == .left)
    }
}
