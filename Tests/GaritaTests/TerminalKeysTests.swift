import Foundation
import Support
import Terminal
import Testing

/// Bytes as terminals send them, at a real terminal.
@Suite struct TerminalKeysTests {
    /// Under every description the keys of PuTTY, rxvt and the Linux console are keys, and what
    /// nobody knows is none: a letter inside it would have taken something back, gone back, or
    /// opened the shift.
    @Test(arguments: ["xterm", "linux", "rxvt", "screen", "vt100"])
    func everyTerminalsKeysAreKnownUnderEveryDescription(_ term: String) throws {
        var program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        program.environment["TERM"] = term
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "El turno está cerrado"))
        for (help, back) in [
            ("\u{1B}[[A", "\u{1B}"), ("\u{1B}OP", "\u{1B}"), ("\u{1B}[11~", "\u{1B}"),
        ] {
            screen.forget()
            screen.type(help)
            #expect(screen.wait(for: "Ayuda"), "\(term)")
            screen.forget()
            screen.type(back)
            #expect(screen.wait(for: "El turno"), "\(term)")
        }
        screen.forget()
        screen.type(
            "\u{1B}[117;5u\u{1B}[<0;9;9M\u{1B}[I\u{1B}[1;5u\u{1B}]11;rgb:uu/uu/uu\u{07}\u{1B}[?1;2c\u{1B}Ow"
        )
        screen.type("\u{1B}[20~")
        #expect(screen.wait(for: "Turno y ventanillas"), "\(term)")
        #expect(
            !screen.output.contains("Deshacer") && !screen.output.contains("deshacer"),
            "\(screen.output)")
        screen.type("\u{3}\u{1B}[21~\u{1B}[21~")
        #expect(screen.waitForEnd() >> 8 == 0)
    }

    /// Without another screen to go back to, what stood here is wiped whichever way the program
    /// ends.
    @Test(arguments: ["linux", "vt100"], [SIGTERM, SIGHUP, SIGSEGV, 0])
    func nobodysNameStaysOnATerminalWithoutAnotherScreen(_ term: String, _ signal: Int32) throws {
        var program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        program.environment["TERM"] = term
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "El turno está cerrado"))
        if signal == 0 { screen.type("\u{1B}[21~\u{1B}[21~") } else { kill(screen.process, signal) }
        _ = screen.waitForEnd()
        let end = try #require(
            screen.output.range(of: "El turno está cerrado", options: .backwards))
        let after = screen.output[end.upperBound...]
        #expect(after.contains("\u{1B}[H\u{1B}[J"), "\(after.debugDescription)")
        #expect(!after.contains("$<"))
    }

    /// A paste whose end never comes is over after a silence: then keys are keys again.
    @Test func aPasteWithoutItsEndDoesNotSwallowTheKeys() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "El turno está cerrado"))
        screen.type("\u{1B}[200~medio texto")
        #expect(screen.wait(for: "Aquí no se pega"))
        screen.type("\u{1B}[20~")
        #expect(screen.wait(for: "Turno y ventanillas"))
    }

    /// A terminal that the machine does not know is told the way out.
    @Test func aTerminalWithoutADescriptionIsToldTheWayOut() throws {
        var program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        program.environment["TERM"] = "no-existe"
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.waitForEnd() >> 8 == 2)
        #expect(
            screen.output.contains("TERM=xterm-256color") && screen.output.contains("ncurses-term"))
    }

    /// A point that there is not is no point to begin at.
    @Test func aPointThatThereIsNotIsRefused() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let screen = try program.start(["--point", "XYZ"])
        #expect(screen.waitForEnd() >> 8 != 0)
        #expect(!screen.output.contains("Usted es"))
        let other = try program.start(["--point", "MAT"])
        #expect(other.wait(for: "Matamoros"))
    }
}
