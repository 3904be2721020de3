import Foundation
import Glibc
import Repatriation
import Store
import Support
import Testing

@testable import garita

/// Commands that take a paper and do not let go of it.
@Suite struct PrinterProcessTests {
    /// A script that is run by the shell; `FIFO` in it is held open by whatever of it still lives.
    private func run(_ script: String, bytes: Int = 200) throws -> (
        PrinterProcess.End, isAllGone: Bool
    ) {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        #expect(mkfifo("\(folder)/fifo", 0o600) == 0)
        let fifo = open("\(folder)/fifo", O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        defer { close(fifo) }
        let command = ["/bin/sh", "-c", "exec 3>\(folder)/fifo; echo started >&3; \(script)"]
        let end = PrinterProcess.run(command, [UInt8](repeating: 0x61, count: bytes), within: 1)
        // The end of the fifo comes when the last one who has it is gone.
        var buffer = [UInt8](repeating: 0, count: 64)
        var isGone = false
        while !isGone {
            var descriptor = pollfd(fd: fifo, events: Int16(POLLIN), revents: 0)
            guard poll(&descriptor, 1, 10_000) == 1 else { break }
            isGone = read(fifo, &buffer, buffer.count) == 0
        }
        return (end, isGone)
    }

    @Test func onePaperIsTaken() throws {
        let (end, isAllGone) = try run("cat >/dev/null")
        #expect(end == .taken && isAllGone)
    }

    /// It hangs, ignores being asked to end, starts others that hang, never reads: its time is up,
    /// and all of it goes.
    @Test(arguments: [
        "cat >/dev/null; sleep 1000", "trap '' TERM HUP INT; while :; do sleep 1000; done",
        "sleep 1000 & sleep 1000 & wait", "trap '' TERM; (trap '' TERM; sleep 1000) & wait",
        "kill -STOP $$",
    ])
    func oneThatHangsIsEndedWithAllItStarted(_ script: String) throws {
        let (end, isAllGone) = try run(script)
        #expect(end == .late && isAllGone)
    }

    /// More than a pipe holds, and nobody reads it.
    @Test(arguments: ["sleep 1000", "exec 4<&0; sleep 1000 <&4 & exit 0"])
    func oneThatNeverReadsIsNotWaitedFor(_ script: String) throws {
        let (end, isAllGone) = try run(script, bytes: 1 << 20)
        #expect(end == .late && isAllGone)
    }

    @Test func oneThatFailsOrIsNotThereHasFailed() throws {
        #expect(try run("exit 3").0 == .failed)
        #expect(try run("exec <&-; exit 0", bytes: 1 << 20).0 == .failed)
        #expect(PrinterProcess.run(["/nowhere/lp"], [0x61], within: 1) == .failed)
    }

    /// The desk goes on while the printer hangs, and is told when its time is up.
    @Test func theDeskGoesOnWhileAPrinterHangs() throws {
        let folder = try TestStore.makeFolder()
        defer { TestStore.remove(folder) }
        var program = Program(folder)
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        let fifo = "\(folder)/impresora"
        #expect(mkfifo(fifo, 0o600) == 0)
        let script = "\(folder)/imprime"
        try "#!/bin/sh\ntrap '' TERM\necho started >\(fifo)\nread wait <\(fifo)\n".write(
            toFile: script, atomically: true, encoding: .utf8)
        #expect(chmod(script, 0o700) == 0)
        program.environment["GARITA_PRINTER"] = script
        program.environment["GARITA_PRINTER_SECONDS"] = "2"
        let screen = try program.start(["desk", "--point", "NOG", "--desk", "1"])
        #expect(screen.wait(for: "El turno está cerrado"))
        screen.type("\u{1B}[20~h")
        #expect(screen.wait(for: "Hoja de orientación"))
        screen.type("a")
        let started = open(fifo, O_RDONLY | O_CLOEXEC)
        var byte: UInt8 = 0
        #expect(read(started, &byte, 1) == 1)
        close(started)
        // The printer has the paper and does not end: the shift is opened all the same.
        screen.type("\u{1B}[20~tt")
        #expect(screen.wait(for: "Revisión de apertura"))
        #expect(screen.wait(for: "no respondió en 2 s"))
        #expect(
            try FileManager.default.contentsOfDirectory(
                atPath: "\(folder)/.local/state/garita/papeles"
            ).count == 2)
    }
}
