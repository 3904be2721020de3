import CTerminal
import Foundation
import Glibc

/// The built program as a user runs it: arguments, a folder of its own, and what it said.
struct Program {
    let folder: String
    var environment = ["LANG": "C.UTF-8", "TERM": "xterm-256color", "PATH": "/usr/bin:/bin"]

    /// The executable beside the tests.
    static let path: String = {
        let bundle = ProcessInfo.processInfo.arguments[0]
        var folder = URL(fileURLWithPath: bundle).resolvingSymlinksInPath()
        for _ in 0..<6 {
            folder.deleteLastPathComponent()
            let candidate = folder.appendingPathComponent("garita").path
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue {
                return candidate
            }
        }
        return ".build/debug/garita"
    }()

    init(_ folder: String) {
        self.folder = folder
        environment["HOME"] = folder
        environment["GARITA_STORE"] = "\(folder)/g.db"
    }

    /// Runs to the end; what came out, what was complained of, and the exit code.
    func run(_ arguments: [String], input: String = "") throws -> (out: String, err: String, code: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = arguments
        process.environment = environment
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (stdin, stdout, stderr)
        try process.run()
        stdin.fileHandleForWriting.write(Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let out = stdout.fileHandleForReading.readDataToEndOfFile()
        let err = stderr.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: out, as: UTF8.self), String(decoding: err, as: UTF8.self), process.terminationStatus)
    }

    /// Starts it on a pseudo-terminal of its own.
    func start(_ arguments: [String], rows: Int = 24, columns: Int = 80) -> PseudoTerminal {
        PseudoTerminal(Program.path, [Program.path] + arguments, environment, rows: rows, columns: columns)
    }
}

/// A pseudo-terminal with a program on it.
final class PseudoTerminal {
    let master: Int32
    private(set) var process: pid_t = 0
    private(set) var output = ""

    init(_ path: String, _ arguments: [String], _ environment: [String: String], rows: Int, columns: Int) {
        let words = arguments.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in words + variables { free(pointer) } }
        var child: pid_t = 0
        master = ct_spawn(path, words, variables, Int32(rows), Int32(columns), &child)
        process = child
    }

    deinit {
        close(master)
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    func type(_ text: String) { _ = text.withCString { write(master, $0, strlen($0)) } }

    /// Reads until the text has come, or the program ends, or ten seconds pass.
    @discardableResult
    func wait(for text: String) -> Bool {
        read { self.output.contains(text) }
    }

    /// Reads until the program lets the terminal go.
    func waitForEnd() -> Int32 {
        _ = read { false }
        var status: Int32 = 0
        waitpid(process, &status, 0)
        return status
    }

    /// Forgets what came so far.
    func clear() { output = "" }

    private func read(until isDone: () -> Bool) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !isDone() {
            var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&descriptor, 1, 10_000) > 0 else { return false }
            let count = Glibc.read(master, &buffer, buffer.count)
            guard count > 0 else { return isDone() }
            output += String(decoding: buffer[..<count], as: UTF8.self)
        }
        return true
    }
}
