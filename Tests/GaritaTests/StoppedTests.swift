import Foundation
import Glibc
import Repatriation
import Store
import Support
import Terminal
import Testing

/// A process that is stopped, or hangs, and the desks that wait for it.
@Suite struct StoppedTests {
    private let program: Program
    private let store: Store
    private let lead: Identifier<Officer>
    private var now: Instant { Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000)) }

    init() throws {
        program = Program(try TestStore.makeFolder())
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        store = try Store(path: "\(program.folder)/g.db")
        lead = try store.allOfficers()[0].id
        _ = try store.perform(.act(OpenShift(at: .nogales)), by: lead, at: now)
    }

    /// Holds the queue, as desk 3 of Nogales, while `body` runs.
    private func whileHeld(_ body: () throws -> Void) throws {
        var failure: (any Error)?
        try store.batch(orWrap: { PerformFailure.failed($0) }) { () throws(PerformFailure) in
            _ = try store.perform(.act(OpenDesk(at: .nogales, 3, attends: nil)), by: lead, at: now)
            do { try body() } catch { failure = error }
        }
        if let failure { throw failure }
    }

    private static let announce = "{\"do\":\"announceGroup\",\"point\":\"NOG\"}\n"

    @Test(arguments: ["es", "en"])
    func whoeverWaitsIsToldWhoHoldsTheStore(_ language: String) throws {
        defer { TestStore.remove(program.folder) }
        var (out, err, code) = ("", "", Int32(0))
        try whileHeld {
            (out, err, code) = try program.run(
                ["send", "--lang", language], input: StoppedTests.announce)
        }
        #expect(code == 0)
        let answer = try #require(
            try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any])
        #expect(answer["refusal"] as? String == "storeBusy")
        let holder = try #require(answer["holder"] as? [String: Any])
        #expect(holder["process"] as? Int == Int(getpid()))
        #expect(holder["point"] as? String == "NOG" && holder["desk"] as? Int == 3)
        #expect(holder["officer"] as? String == "R. Ramírez" && holder["stopped"] as? Bool == false)
        #expect((holder["since"] as? String).flatMap { Instant(text: $0) } != nil)
        let words =
            language == "es"
            ? "Vent. 3 NOG (R. Ramírez, proceso" : "Desk 3 NOG (R. Ramírez, process"
        #expect((answer["message"] as? String)?.hasPrefix("\(words) \(getpid())") == true)
        // Told while it is still waited for, once.
        #expect(err.components(separatedBy: words).count == 2, "\(err)")
        #expect(try program.run(["send"], input: StoppedTests.announce).out.contains("\"ok\":true"))
    }

    /// A program that is not ours and is stopped: its number and that it is stopped, not whoever
    /// was here before.
    @Test func aStoppedProgramIsNamedByItsNumberAlone() throws {
        defer { TestStore.remove(program.folder) }
        let other = Process()
        other.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        other.arguments = [
            "\(program.folder)/g.db.lock", "/bin/sh", "-c",
            "kill -STOP $PPID; echo held; read wait",
        ]
        let (input, output) = (Pipe(), Pipe())
        (other.standardInput, other.standardOutput) = (input, output)
        try other.run()
        defer { kill(other.processIdentifier, SIGKILL) }
        #expect(
            String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "held\n")
        let (out, err, code) = try program.run(["officer", "add", "Ana Inventada"])
        #expect(code == 3 && out.isEmpty)
        #expect(
            err.contains("Otro programa (proceso \(other.processIdentifier))")
                && err.contains("Está detenido"))
        #expect(!err.contains("Ramírez"))
        try input.fileHandleForWriting.close()
        kill(other.processIdentifier, SIGCONT)
    }

    @Test func theScreenNamesWhoHoldsIt() throws {
        defer { TestStore.remove(program.folder) }
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"], columns: 120)
        #expect(screen.wait(for: "Vent. 1"))
        try whileHeld {
            screen.type("\u{1B}[20~tn")
            screen.type("\u{1B}[20~t\r")
            #expect(screen.wait(for: "proceso \(getpid())"), "\(screen.output)")
            #expect(screen.output.contains("Vent. 3 NOG (R. Ramírez"))
        }
    }

    /// Ctrl-Z at any moment of a busy process: once it stands still, the queue is free.
    @Test func whoeverIsSuspendedHasLeftTheQueue() throws {
        defer { TestStore.remove(program.folder) }
        let lines = "\(program.folder)/ordenes"
        let alternate = (0..<20_000).map {
            "{\"do\":\"headCount\",\"point\":\"NOG\",\"where\":\"room\",\"count\":\($0 % 90)}\n"
        }
        try alternate.joined().write(toFile: lines, atomically: true, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = ["send"]
        process.environment = program.environment
        let output = Pipe()
        process.standardInput = FileHandle(forReadingAtPath: lines)
        process.standardOutput = output
        try process.run()
        defer { kill(process.processIdentifier, SIGKILL) }
        let lock = open("\(program.folder)/g.db.lock", O_RDWR | O_CLOEXEC)
        defer { close(lock) }
        for round in 0..<60 {
            // Anywhere in its work: after so many bytes of its answers.
            var bytes = [UInt8](repeating: 0, count: 1 + round * 7)
            #expect(read(output.fileHandleForReading.fileDescriptor, &bytes, bytes.count) > 0)
            #expect(kill(process.processIdentifier, SIGTSTP) == 0)
            var status: Int32 = 0
            #expect(
                waitpid(process.processIdentifier, &status, WUNTRACED) == process.processIdentifier)
            #expect(status & 0xFF == 0x7F, "round \(round)")
            #expect(flock(lock, LOCK_EX | LOCK_NB) == 0, "round \(round)")
            #expect(flock(lock, LOCK_UN) == 0)
            #expect(kill(process.processIdentifier, SIGCONT) == 0)
        }
    }

    /// The terminal program, from its keyboard: the same, and it comes back.
    @Test func theScreenIsSuspendedOutsideTheQueue() throws {
        defer { TestStore.remove(program.folder) }
        var environment = program.environment
        environment["PS1"] = "LISTO> "
        environment["GARITA"] = Program.path
        let shell = Screen(
            try #require(
                PseudoTerminal(
                    "/bin/bash", ["--norc", "--noprofile", "-i"], environment: environment,
                    rows: 24, columns: 80)))
        #expect(shell.wait(for: "LISTO> "))
        shell.type("$GARITA desk --point NOG --desk 1\r")
        #expect(shell.wait(for: "Vent. 1"))
        let lock = open("\(program.folder)/g.db.lock", O_RDWR | O_CLOEXEC)
        defer { close(lock) }
        for _ in 0..<10 {
            shell.forget()
            // Pauses the desk and opens it, and is suspended with that under way.
            shell.type("\u{1B}[20~tp\u{1B}[20~tp\u{1A}")
            #expect(shell.wait(for: "LISTO> "))
            #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
            #expect(flock(lock, LOCK_UN) == 0)
            shell.forget()
            shell.type("fg\r")
            #expect(shell.wait(for: "Vent. 1"))
        }
    }
}
