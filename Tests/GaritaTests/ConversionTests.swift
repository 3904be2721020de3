import Foundation
import Glibc
import Repatriation
import Screens
import Store
import Support
import Synchronization
import Testing

@testable import garita

/// Files that another program makes text of: what is left of it when this one ends, and whose the
/// answer is.
@Suite struct ConversionTests {
    private static let workbook: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0, 0]
    private static let rows = "LAST NAME,FIRST NAME,DOB\\nLUNA,ANA,1990-05-04\\n"

    private func put(_ script: String, _ folder: String) throws {
        try "#!/bin/sh\n\(script)\n".write(
            toFile: "\(folder)/xlsx2csv", atomically: true, encoding: .utf8)
        chmod("\(folder)/xlsx2csv", 0o700)
    }

    private func left(_ folder: String) -> [String] {
        StoreFiles.names(in: folder).filter { $0.hasPrefix("garita-lista-") }
    }

    /// Killed in the middle: what it started ends with all that started, and the next conversion
    /// clears the folder.
    @Test(arguments: [
        "sleep 1000", "trap '' TERM HUP; while :; do sleep 1000; done",
        "sleep 1000 & sleep 1000 & wait",
    ])
    func aKilledImportLeavesNothing(_ script: String) throws {
        var program = Program(try TestStore.makeFolder())
        defer { TestStore.remove(program.folder) }
        program.environment["TMPDIR"] = program.folder
        program.environment["PATH"] = "\(program.folder):/usr/bin:/bin"
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        let fifo = "\(program.folder)/fifo"
        #expect(mkfifo(fifo, 0o600) == 0)
        try put("exec 3>\(fifo); echo started >&3; \(script)", program.folder)
        try Data(Self.workbook).write(to: URL(fileURLWithPath: "\(program.folder)/lista.xlsx"))
        let (process, stdin, _) = program.piped([
            "import", "list", "\(program.folder)/lista.xlsx", "--point", "NOG",
        ])
        try process.run()
        try stdin.fileHandleForWriting.close()
        let ear = open(fifo, O_RDONLY | O_CLOEXEC)
        defer { close(ear) }
        var bytes = [UInt8](repeating: 0, count: 16)
        #expect(read(ear, &bytes, bytes.count) > 0)
        #expect(left(program.folder).count == 1)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        // The end of the fifo comes when the last one who has it is gone.
        var descriptor = pollfd(fd: ear, events: Int16(POLLIN), revents: 0)
        #expect(poll(&descriptor, 1, 20_000) == 1)
        #expect(read(ear, &bytes, bytes.count) == 0)
        try put("printf '\(Self.rows)' > \"$4/hoja.csv\"", program.folder)
        let again = try program.run([
            "import", "list", "\(program.folder)/lista.xlsx", "--point", "NOG",
        ])
        #expect(again.code == 0, "\(again.err)")
        #expect(left(program.folder).isEmpty)
    }

    /// What goes on is another's: it is left alone.
    @Test func aFolderThatIsWorkedInIsNotCleared() throws {
        let own = try TemporaryFolder("garita-carpeta")
        defer { own.remove() }
        let other = try TemporaryFolder("garita-carpeta")
        defer { other.remove() }
        #expect(access(own.path, F_OK) == 0 && access(other.path, F_OK) == 0)
    }

    @Test func whatIsWantedNoMoreIsEnded() {
        #expect(PrinterProcess.run(["sleep", "1000"], [], within: 1000, while: { false }) == .late)
    }

    /// The answer says which file of which group it is; a second is not begun meanwhile.
    @Test func oneConversionGoesOnAtATimeAndItsAnswerIsItsOwn() throws {
        let test = try TestStore()
        let inbox = "\(test.folder)/inbox/NOG"
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        for name in ["a.xlsx", "b.xlsx"] {
            try Data(Self.workbook).write(to: URL(fileURLWithPath: "\(inbox)/\(name)"))
        }
        var runner = EffectRunner(store: test.store, officer: test.lead, clock: .real)
        let jobs = Jobs()
        runner.aside = { _, job in jobs.all.withLock { $0.append(job) } }
        let group = Identifier<Group>(7)
        func effect(_ name: String) -> Effect {
            .readFile(name: name, .nogales, bring: false, into: group, ListOptions())
        }
        // It is said at once that it goes on: keys wait for no answer that takes so long.
        guard case .underWay = runner.run(effect("a.xlsx")).first else {
            Issue.record("keys would wait until it is read")
            return
        }
        guard case .failed = runner.run(effect("b.xlsx")).first else {
            Issue.record("a second conversion was begun")
            return
        }
        let job = try #require(jobs.all.withLock { $0.first })
        #expect(jobs.all.withLock { $0.count } == 1)
        guard case .converted(let origin, _) = job() else {
            Issue.record("the answer is no conversion's")
            return
        }
        #expect(origin == ListOrigin(name: "a.xlsx", point: .nogales, group: group))
        guard case .underWay = runner.run(effect("b.xlsx")).first else {
            Issue.record("the next conversion was not begun")
            return
        }
    }

    private final class Jobs: Sendable {
        let all = Mutex<[@Sendable () -> Reply?]>([])
    }
}
