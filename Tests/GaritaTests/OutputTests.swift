import Foundation
import Glibc
import Repatriation
import Store
import Support
import Testing

/// A result that nobody gets is told, whichever command it is of.
@Suite struct OutputTests {
    private static let commands: [[String]] = [
        ["show", "journal"], ["show", "journal", "--reads"], ["show", "point", "NOG"],
        ["show", "group", "GROUP"],
        ["show", "group", "GROUP", "--json"], ["show", "reception", "ID"], ["sheet", "GROUP"],
        ["sheet", "GROUP", "--html"], ["person", "export", "ID"],
        ["person", "export", "ID", "--json"],
        ["board", "--once"], ["board", "--json"], ["search", "inventada"],
        ["catalog", "export", "points"],
        ["catalog", "list"], ["officer", "list"], ["form"], ["curp", "SABC560626MDFLRN01"],
        ["verify"], ["man"],
        ["--help"], ["send", "--help"], ["--version"], ["--paths"], ["themes"], ["doctor"],
        ["completions", "bash"],
        ["match", "FOLDER/lista.csv"], ["send"], ["papers", "test"],
        ["papers", "--contingency", "--point", "NOG"],
        ["import", "list", "FOLDER/lista.csv", "--point", "NOG", "--again"],
    ]

    private let program: Program
    private let names: [String: String]

    init() throws {
        program = Program(try TestStore.makeFolder())
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        let list = "APELLIDO,NOMBRE,FECHA NAC\nInventada,Ana,13/05/1990\nInventada,Eva,14/05/1991\n"
        try list.write(toFile: "\(program.folder)/lista.csv", atomically: true, encoding: .utf8)
        let brought = try program.run([
            "import", "list", "\(program.folder)/lista.csv", "--point", "NOG", "--json",
        ])
        let group = try #require(brought.out.firstMatch(of: /"group":(\d+)/)).1
        let shown = try program.run(["show", "group", String(group), "--json"]).out
        let id = try #require(shown.firstMatch(of: /"reception":(\d+)/)).1
        names = ["GROUP": String(group), "ID": String(id)]
    }

    /// Runs a command whose output goes where `redirection` says; its complaint and exit code.
    private func run(_ words: [String], _ redirection: String) throws -> (err: String, code: Int32)
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        let words = words.map {
            (names[$0] ?? $0).replacingOccurrences(of: "FOLDER", with: program.folder)
        }
        process.arguments = ["-c", "\"$0\" \"$@\" \(redirection)", Program.path] + words
        process.environment = program.environment
        let (input, complaint) = (Pipe(), Pipe())
        (process.standardInput, process.standardError) = (input, complaint)
        try process.run()
        // Whoever takes no input may be gone already.
        let line = Data("{\"do\":\"announceGroup\",\"point\":\"NOG\"}\n".utf8)
        try? input.fileHandleForWriting.write(contentsOf: line)
        try input.fileHandleForWriting.close()
        let said = String(
            decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (said, process.terminationStatus)
    }

    @Test(arguments: ["> /dev/full", ">&-"])
    func whatCouldNotBeWrittenIsTold(_ redirection: String) throws {
        defer { TestStore.remove(program.folder) }
        for words in OutputTests.commands {
            let (err, code) = try run(words, redirection)
            #expect(code == 1, "\(words) \(err)")
            #expect(err.contains("garita: no se pudo escribir todo"), "\(words) \(err)")
        }
        #expect(
            try run(["officer", "list", "--lang", "en"], redirection).err.contains(
                "not all could be written"))
    }

    /// Whoever reads has gone: the same, and nobody is ended by a signal.
    @Test func aClosedPipeIsToldToo() throws {
        defer { TestStore.remove(program.folder) }
        for words in [["show", "journal"], ["form", "--json"], ["board", "--once"]] {
            let (process, input, output) = program.piped(words)
            let complaint = Pipe()
            process.standardError = complaint
            try output.fileHandleForReading.close()
            try process.run()
            try input.fileHandleForWriting.close()
            let said = String(
                decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            #expect(
                process.terminationReason == .exit && process.terminationStatus == 1, "\(words)")
            #expect(said.contains("no se pudo escribir todo"), "\(words) \(said)")
        }
    }

    /// One file writes results; every other goes through it.
    @Test func everyResultGoesThroughOneDoor() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/garita")
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter {
            $0.hasSuffix(".swift")
        }
        #expect(files.contains("Output.swift"))
        for file in files where file != "Output.swift" {
            let text = try String(contentsOf: sources.appendingPathComponent(file), encoding: .utf8)
            for way in ["write(1,", "to: 1)", "Swift.print", "fputs(", "putchar(", "FileHandle"] {
                #expect(!text.contains(way), "\(file): \(way)")
            }
        }
    }
}
