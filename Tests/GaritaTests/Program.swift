import Foundation
import Glibc
import Support
import Terminal
import Testing

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
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
                !isFolder.boolValue
            {
                return candidate
            }
        }
        return ".build/debug/garita"
    }()

    init(_ folder: String) {
        // Whoever does not ask for input may be gone before it comes.
        signal(SIGPIPE, SIG_IGN)
        self.folder = folder
        environment["HOME"] = folder
        environment["GARITA_STORE"] = "\(folder)/g.db"
    }

    /// A new store in a folder of its own, with its first lead.
    static func fresh() throws -> Program {
        let program = Program(try TestStore.makeFolder())
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        return program
    }

    /// Runs to the end; what came out, what was complained of, and the exit code.
    func run(_ arguments: [String], input: String = "") throws -> (
        out: String, err: String, code: Int32
    ) {
        let (process, stdin, stdout) = piped(arguments)
        let stderr = Pipe()
        process.standardError = stderr
        try process.run()
        try? stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let out = stdout.fileHandleForReading.readDataToEndOfFile()
        let err = stderr.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            String(decoding: out, as: UTF8.self), String(decoding: err, as: UTF8.self),
            process.terminationStatus
        )
    }

    /// A process of it with its input and output in hand, not yet started.
    func piped(_ arguments: [String]) -> (Process, Pipe, Pipe) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = arguments
        process.environment = environment
        let (stdin, stdout) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (stdin, stdout)
        return (process, stdin, stdout)
    }

    /// Starts it on a pseudo-terminal of its own.
    func start(_ arguments: [String], rows: Int = 24, columns: Int = 80) throws -> Screen {
        Screen(
            try #require(
                PseudoTerminal(
                    Program.path, arguments, environment: environment, rows: rows, columns: columns)
            ))
    }
}

/// What a screen said, and what is typed at it.
final class Screen {
    private let terminal: PseudoTerminal
    private(set) var output = ""
    var process: pid_t { terminal.process }

    init(_ terminal: PseudoTerminal) { self.terminal = terminal }

    func type(_ text: String) { terminal.type(text) }
    func resize(rows: Int, columns: Int) { terminal.resize(rows: rows, columns: columns) }

    /// What was said so far is no answer to what is waited for next.
    func forget() { output = "" }

    /// Reads until the text has come; false when the program ends before or says nothing for ten
    /// seconds.
    func wait(for text: String) -> Bool {
        while !output.contains(text) {
            guard let bytes = terminal.read(within: 10_000), !bytes.isEmpty else {
                return output.contains(text)
            }
            output += String(decoding: bytes, as: UTF8.self)
        }
        return true
    }

    /// Reads until the program lets the terminal go; its wait status.
    func waitForEnd() -> Int32 {
        while let bytes = terminal.read(within: 10_000), !bytes.isEmpty {
            output += String(decoding: bytes, as: UTF8.self)
        }
        return terminal.status()
    }
}
