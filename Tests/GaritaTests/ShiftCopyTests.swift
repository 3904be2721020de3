import Foundation
import Store
import Support
import Testing

/// A shift that is closed without a screen.
@Suite struct ShiftCopyTests {
    private let program: Program

    init() throws { program = try Program.fresh() }

    private static let shift = ["openShift", "closeShift"].map {
        "{\"do\":\"\($0)\",\"point\":\"NOG\"}\n"
    }.joined()

    private var copies: [String] {
        StoreFiles.names(in: program.folder).filter { $0.hasPrefix("g.db.backup-") }
    }

    @Test func sendMakesTheCopyOfAShiftThatItCloses() throws {
        defer { TestStore.remove(program.folder) }
        let (out, err, code) = try program.run(["send"], input: ShiftCopyTests.shift)
        #expect(code == 0 && err.isEmpty)
        #expect(out.components(separatedBy: "\"ok\":true").count == 3)
        let copy = try #require(copies.first)
        #expect(copies.count == 1 && copy.contains("-NOG-"))
        let restored = "\(program.folder)/n.db"
        try Store.restore("\(program.folder)/\(copy)", to: restored, force: false)
        let events = try Store(path: restored).figures().events
        #expect(try events == Store(path: "\(program.folder)/g.db").figures().events)
    }

    /// The answers come while it waits for more: whoever closes a shift and goes on waits for no
    /// copy. What is left of it is made before the program ends.
    @Test func noAnswerWaitsForTheCopy() throws {
        defer { TestStore.remove(program.folder) }
        let (process, input, output) = program.piped(["send"])
        try process.run()
        try input.fileHandleForWriting.write(
            contentsOf: Data((ShiftCopyTests.shift + ShiftCopyTests.shift).utf8))
        var answers = ""
        while answers.components(separatedBy: "\"ok\":true").count < 5 {
            let bytes = output.fileHandleForReading.availableData
            try #require(!bytes.isEmpty, "\(answers)")
            answers += String(decoding: bytes, as: UTF8.self)
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0 && !copies.isEmpty)
    }
}
