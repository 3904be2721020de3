import Foundation
import Glibc
import Repatriation
import Store
import Support
import Testing

/// Two processes at one store while somebody deletes, replaces or cuts its files.
@Suite struct HeldFileTests {
    /// A `send` that goes on, line by line.
    private final class Desk {
        private let process: Process
        private let input: FileHandle
        private let output: FileHandle

        init(_ program: Program) throws {
            let (process, stdin, stdout) = program.piped(["send"])
            process.standardError = FileHandle.nullDevice
            try process.run()
            self.process = process
            input = stdin.fileHandleForWriting
            output = stdout.fileHandleForReading
        }

        /// The group that a command announced; nil when it was not answered so.
        func announce() -> Int? {
            try? input.write(
                contentsOf: Data("{\"do\":\"announceGroup\",\"point\":\"NOG\"}\n".utf8))
            var line: [UInt8] = []
            while let byte = try? output.read(upToCount: 1)?.first, byte != 10 { line.append(byte) }
            return Self.group(String(decoding: line, as: UTF8.self))
        }

        static func group(_ text: String) -> Int? {
            text.firstMatch(of: /"group":(\d+),.*"ok":true/).flatMap { Int($0.1) }
        }

        /// Ends it; its exit code.
        func end() -> Int32 {
            try? input.close()
            _ = try? output.readToEnd()
            process.waitUntilExit()
            return process.terminationStatus
        }
    }

    enum Hand: String, CaseIterable, Sendable {
        case deletes = "rm \"$0\"", replaces = "cp -p \"$0\" \"$0.x\"; mv \"$0.x\" \"$0\""
        case cuts = "truncate -s 0 \"$0\"", halves = "truncate -s 20000 \"$0\""

        func act(on path: String) throws {
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/bin/sh")
            shell.arguments = ["-c", rawValue, path]
            try shell.run()
            shell.waitUntilExit()
        }
    }

    /// Whatever is done to the log, its index or the store between two commands, and whoever gives
    /// the next: what was answered is there afterwards or missed by `verify`, and no number is
    /// given twice.
    @Test(arguments: ["", "-wal", "-shm", ".lock", ".open"], Hand.allCases)
    func whatWasAnsweredIsThereOrMissed(_ ending: String, _ hand: Hand) throws {
        for moment in [0, 2] {
            let program = Program(try TestStore.makeFolder())
            defer { TestStore.remove(program.folder) }
            #expect(try program.run(["init", "--officer", "Rosa Ramírez Luna"]).code == 0)
            let answered = try work(program, ending, hand, after: moment)
            #expect(Set(answered).count == answered.count)
            try check(program, answered, isLost: hand == .cuts || hand == .halves)
        }
    }

    /// Two that go on and some that come and go; the hand comes after so many commands.
    private func work(_ program: Program, _ ending: String, _ hand: Hand, after moment: Int) throws
        -> [Int]
    {
        let desks = [try Desk(program), try Desk(program)]
        var answered: [Int?] = []
        for round in 0..<5 {
            if round == moment { try hand.act(on: "\(program.folder)/g.db\(ending)") }
            answered.append(desks[round % 2].announce())
            let line = "{\"do\":\"announceGroup\",\"point\":\"NOG\"}\n"
            answered.append(Desk.group(try program.run(["send"], input: line).out))
        }
        for desk in desks { _ = desk.end() }
        answered.append(
            Desk.group(
                try program.run(["send"], input: "{\"do\":\"announceGroup\",\"point\":\"NOG\"}\n")
                    .out))
        return answered.compactMap { $0 }
    }

    /// Everything answered is in the store or in what was saved from under it; only what a cut
    /// destroyed may be gone, and then `verify` says so.
    private func check(_ program: Program, _ answered: [Int], isLost: Bool) throws {
        let path = "\(program.folder)/g.db"
        let saved = StoreFiles.names(in: program.folder).first { $0.hasPrefix("g.db.rescued-") }
        if access(path, F_OK) != 0, let saved {
            #expect(try program.run(["init"]).code == 3)
            #expect(try program.run(["restore", "\(program.folder)/\(saved)"]).code == 0)
        }
        let verdict = try program.run(["verify"]).code
        guard verdict == 0 else {
            // A store that went before anybody had it open is nobody's to save.
            #expect(isLost || answered.isEmpty)
            return
        }
        let groups = try Store(path: path).groups(
            at: .nogales, now: Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000)))
        #expect(Set(answered).isSubset(of: groups.map(\.id.value)))
    }
}
