import Foundation
import Glibc
import Repatriation
import Store
import Support
import Testing

/// Kill -9 in the middle of `init`, `backup`, `restore` and `verify`, wherever it falls.
@Suite struct KilledWorkTests {
    /// Runs a command and kills it once the folder has been seen to change so many times.
    private func kill(_ program: Program, _ arguments: [String], after changes: Int) throws {
        let (process, stdin, _) = program.piped(arguments)
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        try stdin.fileHandleForWriting.close()
        var seen = look(program.folder)
        var left = changes
        while left > 0, process.isRunning {
            let now = look(program.folder)
            if now != seen { left -= 1 }
            seen = now
        }
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// The names in a folder and how long the files are.
    private func look(_ folder: String) -> [String: Int64] {
        var found: [String: Int64] = [:]
        for name in StoreFiles.names(in: folder) {
            var info = stat()
            found[name] = stat("\(folder)/\(name)", &info) == 0 ? Int64(info.st_size) : -1
        }
        return found
    }

    private func temporaries(_ folder: String) -> [String] {
        StoreFiles.names(in: folder).filter { $0.contains(/\.(new|restore|fold|partial)-\d/) }
    }

    /// The old store or the new one, whole; nothing is left once the same is done again.
    @Test(arguments: 0..<14) func aKilledRestoreLeavesOneStore(_ changes: Int)
        throws
    {
        let program = Program(try TestStore.makeFolder())
        defer { TestStore.remove(program.folder) }
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        let copy = "\(program.folder)/copia"
        let begun = try Store(path: "\(program.folder)/g.db").figures().events
        #expect(try program.run(["backup", copy]).code == 0)
        #expect(
            try program.run(["send"], input: "{\"do\":\"announceGroup\",\"point\":\"NOG\"}\n").code
                == 0)
        try kill(program, ["restore", copy, "--force"], after: changes)
        #expect(try program.run(["verify"]).code == 0)
        let events = try Store(path: "\(program.folder)/g.db").figures().events
        #expect([begun, begun + 1].contains(events))
        // The one that went aside has what the other has not.
        if events == begun { #expect(try program.run(["doctor"]).out.contains(".replaced-")) }
        #expect(try program.run(["restore", copy, "--force"]).code == 0)
        #expect(try program.run(["verify"]).code == 0)
        #expect(temporaries(program.folder).isEmpty)
    }

    /// Nothing half made has the store's name, and the next `init` makes it.
    @Test(arguments: 0..<8) func aKilledInitLeavesNothing(_ changes: Int) throws {
        let program = Program(try TestStore.makeFolder())
        defer { TestStore.remove(program.folder) }
        try kill(program, ["init", "--officer", "Rosa Ramírez Luna"], after: changes)
        if access("\(program.folder)/g.db", F_OK) != 0 {
            #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        }
        #expect(try program.run(["verify"]).code == 0)
        #expect(temporaries(program.folder).isEmpty)
    }

    /// What was killed is done by the next, and leaves nothing.
    @Test(arguments: ["backup", "verify"], 0..<6) func killedCopiesAndChecksLeaveNothing(
        _ command: String, _ changes: Int
    ) throws {
        let program = Program(try TestStore.makeFolder())
        defer { TestStore.remove(program.folder) }
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        let arguments = command == "backup" ? [command, "\(program.folder)/copia"] : [command]
        try kill(program, arguments, after: changes)
        _ = try program.run(arguments)
        #expect(try program.run(["verify"]).code == 0)
        #expect(temporaries(program.folder).isEmpty)
    }

    /// No room to fold in: it is said where it is needed, and nothing is said to differ.
    @Test(arguments: [60, 200, 400]) func aFullDiskIsNoDifference(_ blocks: Int) throws {
        let program = Program(try TestStore.makeFolder())
        defer { TestStore.remove(program.folder) }
        #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
        let small = Process()
        small.executableURL = URL(fileURLWithPath: "/bin/bash")
        small.arguments = [
            "-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" verify", Program.path,
        ]
        small.environment = program.environment
        let (output, errors) = (Pipe(), Pipe())
        (small.standardOutput, small.standardError) = (output, errors)
        try small.run()
        let said = String(
            decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        small.waitUntilExit()
        let isFull = small.terminationStatus == 3 && said.contains("No hay espacio en disco")
        // What fits into memory needs no room, nor does a verdict that is not kept.
        #expect(isFull || small.terminationStatus == 0, "\(said)")
    }
}
