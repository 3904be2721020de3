import Foundation
import Glibc
import Repatriation
import Store
import Support
import Terminal
import Testing

/// A password that is asked for on a terminal: never shown, whatever the shell does meanwhile, and
/// the terminal is as it was on every way out.
@Suite struct PromptTests {
    private let program: Program

    init() throws {
        program = Program(try TestStore.makeFolder())
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
    }

    /// A shell on a terminal of its own.
    private func shell(_ path: String, _ arguments: [String]) throws -> Screen {
        var environment = program.environment
        environment["PS1"] = "LISTO> "
        environment["GARITA"] = Program.path
        return Screen(
            try #require(
                PseudoTerminal(path, arguments, environment: environment, rows: 24, columns: 80)))
    }

    @Test func echoStaysOffOverCtrlZ() throws {
        defer { TestStore.remove(program.folder) }
        let shell = try shell("/bin/bash", ["--norc", "--noprofile", "-i"])
        #expect(shell.wait(for: "LISTO> "))
        shell.type("$GARITA officer password\r")
        #expect(shell.wait(for: "Contraseña nueva:"))
        for _ in 0..<2 {
            shell.forget()
            shell.type("medio secreto\u{1A}")
            #expect(shell.wait(for: "LISTO> "))
            #expect(!shell.output.contains("secreto"))
            shell.forget()
            shell.type("fg\r")
            #expect(shell.wait(for: "Contraseña nueva:"))
        }
        shell.forget()
        shell.type("una frase de prueba\r")
        #expect(shell.wait(for: "Otra vez:"))
        shell.type("una frase de prueba\r")
        #expect(shell.wait(for: "Contraseña puesta."))
        #expect(!shell.output.contains("frase"))
        let store = try Store(path: "\(program.folder)/g.db")
        let lead = try store.allOfficers()[0]
        let phrase = Phrase(Array("una frase de prueba".utf8))
        let now = Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
        #expect(try store.signIn(lead, phrase, terminal: "t", at: now) == .right)
    }

    /// The shell that comes after does not mend the terminal itself: what it has is what it was
    /// left with.
    @Test(arguments: ["\u{3}", "\u{1C}", "TERM", "HUP", "\r"])
    func echoIsGivenBackOnEveryWayOut(_ way: String) throws {
        defer { TestStore.remove(program.folder) }
        let script = "trap : INT QUIT; $GARITA officer password; stty -a; echo FIN"
        let shell = try shell("/bin/dash", ["-c", script])
        #expect(shell.wait(for: "Contraseña nueva:"))
        switch way {
        case "TERM", "HUP":
            let asking = try #require(children(of: shell.process).first)
            #expect(kill(asking, way == "TERM" ? SIGTERM : SIGHUP) == 0)
        case "\r":
            shell.type("corta\r")
            #expect(shell.wait(for: "Otra vez:"))
            shell.type("otra\r")
        default: shell.type("medio\(way)")
        }
        #expect(shell.wait(for: "FIN"))
        #expect(
            shell.output.contains(/[^-]echo\b/) && !shell.output.contains(/-echo\b/),
            "\(shell.output)")
        #expect(!shell.output.contains("medio"))
    }

    private func children(of process: pid_t) throws -> [pid_t] {
        let text = try String(
            contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
        return text.split(separator: " ").compactMap { pid_t($0) }
    }
}
