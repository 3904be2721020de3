import Foundation
import Repatriation
import Store
import Support
import Terminal
import Testing

@testable import Screens
@testable import garita

/// The guided tour is played with its own keys to its end: a step whose key, or what comes of it, is
/// another by now stops it here.
@Suite struct TourTests {
    private static func still(
        _ language: Language, _ folder: TemporaryFolder
    ) throws -> (StillScreen, Store) {
        let path = "\(folder.path)/recorrido.db"
        let (now, home) = try TourProgram.prepare(path)
        let store = try Store(path: path)
        let arguments = try Arguments(
            ["--lang", language.rawValue], allowed: CommandTable.common)
        var screen = try StillScreen(store, home, arguments, at: now)
        _ = screen.frame(after: [], width: 80, height: 24)
        screen.startTour()
        return (screen, store)
    }

    /// Each key is one that the screen itself offers at that moment, or one of those that are the
    /// same on every screen, or text where text is typed.
    private func offers(_ key: Key, _ app: App) -> Bool {
        guard let screen = app.screens.last else { return false }
        return screen.has(key) || screen.isTyping && key.isText
            || GlobalKeys.row(key, over: screen, at: app.point) != nil
            || TriageScreen.letters.contains { screen is TriageScreen && .character($0.0) == key }
    }

    @Test(arguments: Language.allCases)
    func everyStepsKeyIsTheScreensAndLeadsToTheNext(_ language: Language) throws {
        let folder = try TemporaryFolder("garita-practica")
        defer { folder.remove() }
        var (screen, _) = try TourTests.still(language, folder)
        for (index, step) in TourStep.all.enumerated() {
            let tour = try #require(screen.app.tour)
            #expect(tour.index == index, "\(TourStep.all[tour.index].says(language))")
            let key = step.key ?? .character("x")
            if step.isLast { break }
            if step.key != nil { #expect(offers(key, screen.app), "\(index + 1): \(key)") }
            screen.press(key)
            #expect(screen.app.isIdle)
        }
        let ends = screen.press(try #require(TourStep.all.last?.key))
        #expect(
            ends.contains { if case .quit = $0 { true } else { false } },
            "\(screen.app.draw(width: 80, height: 24).text)")
        #expect(TourStep.all.count { $0.isLast } == 1 && TourStep.all.last?.isLast == true)
    }

    /// Whatever else is pressed, nothing is written, the step stays, and the key that is meant is
    /// said.
    @Test func aWrongKeyDoesNothingAndSaysWhichIsMeant() throws {
        let folder = try TemporaryFolder("garita-practica")
        defer { folder.remove() }
        var (screen, store) = try TourTests.still(.es, folder)
        let strays: [Key] = [
            .function(2), .function(7), .function(10), .character("t"), .character("x"), .enter,
            .down, .tab, .control("g"), .control("p"), .paste("texto"), .delete,
        ]
        for step in TourStep.all where !step.isLast {
            let before = (
                screen.app.tour?.index, screen.app.screens.count, try store.figures().events
            )
            for key in strays where key != step.key && step.key != nil {
                screen.press(key)
                #expect(screen.app.tour?.index == before.0 && screen.app.screens.count == before.1)
                let name = step.key?.name.es ?? ""
                #expect(
                    screen.app.draw(width: 120, height: 30).text.contains("Ahora toca \(name)"),
                    "\(key)")
            }
            #expect(try store.figures().events == before.2)
            screen.press(step.key ?? .character("x"))
        }
    }

    /// Esc leaves wherever it is not the key that is meant, Ctrl-C everywhere; the practice goes on.
    @Test(arguments: [Key.escape, .control("c")]) func itCanBeLeft(_ key: Key) throws {
        let folder = try TemporaryFolder("garita-practica")
        defer { folder.remove() }
        var (screen, _) = try TourTests.still(.es, folder)
        for step in TourStep.all where !step.isLast {
            var left = screen
            left.press(key)
            if step.key == nil {
                #expect(left.app.tour != nil, "any key uncovers")
            } else if key != .escape || step.key != .escape {
                #expect(left.app.tour == nil)
                let shown = left.app.draw(width: 80, height: 24)
                #expect(!shown.text.contains("▶") && shown.text.contains("Salió del recorrido"))
            }
            screen.press(step.key ?? .character("x"))
        }
    }

    /// The whole step stands on the screen at every size, over the message line, in both languages.
    @Test(arguments: [(40, 12), (80, 24), (120, 40)], Language.allCases)
    func everyStepIsReadWhole(_ size: (Int, Int), _ language: Language) throws {
        let folder = try TemporaryFolder("garita-practica")
        defer { folder.remove() }
        var (screen, _) = try TourTests.still(language, folder)
        for step in TourStep.all {
            let frame = screen.app.draw(width: size.0, height: size.1)
            let shown = frame.lines.joined(separator: " ").split(separator: " ").joined(
                separator: " ")
            let words = step.says(language).split(separator: " ").joined(separator: " ")
            #expect(shown.contains(words), "\(words) at \(size)")
            #expect(frame.height == size.1 && frame.isCursorVisible)
            #expect(frame.cursor.row < frame.height - 2)
            screen.press(step.key ?? .character("x"))
        }
    }

    /// On a real terminal, by the bytes of the keys, to the end; then nothing of it is left.
    @Test(arguments: [(Language.es, (24, 80)), (.en, (12, 40))])
    func theProgramPlaysItToItsEnd(_ language: Language, _ size: (Int, Int)) throws {
        var program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        program.environment["TMPDIR"] = program.folder
        let screen = try program.show(
            ["demo", "--tour", "--lang", language.rawValue], rows: size.0, columns: size.1)
        let count = TourStep.all.count
        for (index, step) in TourStep.all.enumerated() {
            #expect(screen.wait { screen.has("▶ \(index + 1)/\(count)") }, "\(screen.text)")
            screen.type(TourTests.bytes(step.key ?? .character("x")))
        }
        let end = language("se borró", "was removed")
        #expect(screen.waitForEnd() >> 8 == 0)
        #expect(screen.lines.joined().contains(end), "\(screen.text)")
        let left = try FileManager.default.contentsOfDirectory(atPath: program.folder)
        #expect(!left.contains { $0.hasPrefix("garita-practica") }, "\(left)")
    }

    /// What a terminal sends for a key.
    private static func bytes(_ key: Key) -> String {
        switch key {
        case .character(let letter): String(letter)
        case .control(let letter):
            String(UnicodeScalar((letter.asciiValue ?? 96) - 96))
        case .function(1): "\u{1B}OP"
        case .function(2): "\u{1B}OQ"
        case .function(6): "\u{1B}[17~"
        case .function(9): "\u{1B}[20~"
        case .function(12): "\u{1B}[24~"
        case .enter: "\r"
        case .escape: "\u{1B}"
        default: preconditionFailure("no bytes for \(key)")
        }
    }

    @Test(arguments: [["--keep", "x.db"], ["--scenario", "tio"], ["--lead"], ["--point", "NOG"]])
    func itTakesNothingThatWouldMakeItAnother(_ options: [String]) throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let done = try program.run(["demo", "--tour"] + options)
        #expect(done.code == 2 && done.err.contains("recorrido fijo"), "\(done.err)")
    }

    /// Whoever begins without a file, or asks for help in a practice, is told of it.
    @Test func itIsTold() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let done = try program.run(["board", "--store", "\(program.folder)/no-hay.db", "--once"])
        #expect(done.err.contains("garita demo --tour"), "\(done.err)")
        let folder = try TemporaryFolder("garita-practica")
        defer { folder.remove() }
        var (screen, _) = try TourTests.still(.es, folder)
        screen.press(.function(1))
        #expect(screen.app.draw(width: 80, height: 60).text.contains("demo --tour"))
    }
}
