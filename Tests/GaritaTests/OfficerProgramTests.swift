import Foundation
import Glibc
import Repatriation
import Store
import Support
import Testing

/// Accounts and passwords by the command line.
@Suite struct OfficerProgramTests {
    @Test func officersAreKeptByTheCommandLine() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let added = try program.run([
            "officer", "add", "Olga Prieto Inventada", "--roles", "officer,opi", "--json",
        ])
        #expect(added.code == 0 && added.out.contains(#""roles":["officer","opi"]"#))
        #expect(
            try program.run(["officer", "role", "Olga Prieto Inventada", "-officer"]).out.contains(
                "OPI"))
        #expect(
            try program.run(["officer", "role", "Olga Prieto Inventada", "+auditor"]).out.contains(
                "por confirmar"))
        // Repeated by the same person it still waits.
        let again = try program.run([
            "officer", "role", "Olga Prieto Inventada", "+auditor", "--json",
        ]).out
        #expect(again.contains(#""roles":["opi"]"#))
        #expect(try program.run(["officer", "role", "Olga Prieto Inventada", "+nada"]).code == 1)
        #expect(
            try program.run(["officer", "add", "Otra Persona", "--roles", "administrator"]).code
                == 1)
        let suspended = try program.run(["officer", "suspend", "Olga Prieto Inventada"])
        #expect(suspended.out.contains("suspendida"))
        #expect(try program.run(["officer"]).code == 2)
        let group = try program.run(["send"], input: #"{"do":"announceGroup","point":"NOG"}"#).out
        let id = try #require(group.firstMatch(of: /"group":(\d+)/)).1
        _ = try program.run(["show", "group", String(id), "--json"])
        let reads = try program.run(["show", "journal", "--reads", String(id), "--json"]).out
        #expect(reads.contains(#""what":"roll""#))
        #expect(try program.run(["verify"]).code == 0)
    }

    /// Acting as somebody else takes their password, by a descriptor; a wrong one, and no such
    /// name, answer alike.
    @Test func actingAsSomebodyElseTakesTheirPassword() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        _ = try program.run(["officer", "add", "Olga Prieto Inventada", "--roles", "officer,opi"])
        func file(_ text: String) throws -> String {
            let path = "\(program.folder)/f"
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            return path
        }
        func run(_ words: String, password: String) throws -> (out: String, code: Int32) {
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/bash")
            shell.arguments = [
                "-c", "exec \"$0\" \(words) 3< \(try file(password)) 2>&1", Program.path,
            ]
            shell.environment = program.environment
            let (input, output) = (Pipe(), Pipe())
            (shell.standardInput, shell.standardOutput) = (input, output)
            try shell.run()
            input.fileHandleForWriting.write(
                Data("{\"do\":\"openShift\",\"point\":\"NOG\"}\n".utf8))
            try input.fileHandleForWriting.close()
            let out = String(
                decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            shell.waitUntilExit()
            return (out, shell.terminationStatus)
        }
        let olga = "'Olga Prieto Inventada' --password-fd 3"
        #expect(try run("send --as \(olga)", password: "da igual\n").code == 1)
        #expect(
            try run("officer password \(olga)", password: "frase inicial larga\n").out.contains(
                "Contraseña puesta."))
        let first = try run("send --as \(olga)", password: "frase inicial larga\n")
        #expect(first.code == 1 && first.out.contains("Cambie primero"))
        let changed = try run(
            "officer password --as \(olga)", password: "frase inicial larga\nla frase de Olga\n")
        #expect(changed.out.contains("Contraseña puesta."), "\(changed.out)")
        #expect(
            try run("send --as \(olga)", password: "la frase de Olga\n").out.contains("\"ok\":true")
        )
        let wrong = try run("send --as \(olga)", password: "otra cosa larga\n").out
        #expect(
            try run("send --as Nadie --password-fd 3", password: "otra cosa larga\n").out == wrong)
        #expect(try program.run(["verify"]).code == 0)
    }

    /// Whoever has a password is asked for it before anything is shown, and F10 behind a closed
    /// screen only leaves.
    @Test func theDeskAsksForThePassword() throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let store = try Store(path: "\(program.folder)/g.db")
        let lead = try store.allOfficers()[0].id
        let now = Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000))
        try store.setPassword(
            Phrase(Array("una frase de prueba".utf8)), of: lead, by: lead, at: now)
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "Contraseña:"))
        #expect(!screen.output.contains("El turno está cerrado"))
        screen.type("otra cosa\r")
        #expect(screen.wait(for: "No abre con eso"))
        screen.type("una frase de prueba\r")
        #expect(screen.wait(for: "El turno está cerrado"))
        #expect(!screen.output.contains("una frase"))
        let second = try program.start(["desk", "--point", "NOG", "--desk", "2"])
        #expect(second.wait(for: "Contraseña:"))
        second.type("\u{1B}[21~")
        #expect(second.waitForEnd() == 0)
        #expect(!second.output.contains("El turno está cerrado"))
    }
}
