import Foundation
import Glibc
import Repatriation
import Store
import Support
import Testing

/// Lists that come in while others do, and that are cut short.
@Suite struct ImportCrowdTests {
    private let program: Program
    private var path: String { "\(program.folder)/lista.csv" }
    private static let size = 60

    init() throws { program = try Program.fresh() }

    private func list(_ round: Int) -> String {
        "LAST NAME,FIRST NAME,DOB,SEX\n"
            + (0..<Self.size).map {
                "PRUEBA \(letters(round)),PERSONA \(letters($0)),1990-05-\(10 + $0 % 18),M\n"
            }.joined()
    }

    /// Numbers as letters: no name has a digit.
    private func letters(_ number: Int) -> String {
        String(String(number).unicodeScalars.map { Character(UnicodeScalar(UInt8($0.value + 17))) })
    }

    private func expectWhole(_ store: Store, people: Int) throws {
        let figures = try store.figures()
        #expect(figures.receptions == people)
        #expect(try store.verify(quick: false) == .holds(events: figures.events))
    }

    /// Two desks bring the same list at once: it comes in once, whoever is first.
    @Test func theSameListFromTwoDesksComesInOnce() throws {
        defer { TestStore.remove(program.folder) }
        for round in 1...4 {
            try list(round).write(toFile: path, atomically: true, encoding: .utf8)
            let desks = try (0..<2).map { _ in
                let (process, _, output) = program.piped(["import", "list", path, "--point", "NOG"])
                process.standardError = Pipe()
                try process.run()
                return (process, output)
            }
            for (process, output) in desks {
                _ = output.fileHandleForReading.readDataToEndOfFile()
                process.waitUntilExit()
            }
            #expect(desks.count { $0.0.terminationStatus == 0 } == 1, "round \(round)")
            try expectWhole(Store(path: "\(program.folder)/g.db"), people: round * Self.size)
        }
    }

    /// Killed at whatever moment after it began to write: the whole list is there or nothing of it,
    /// everybody of it is found, and whoever tidies next ends what was begun.
    @Test func aListThatIsKilledIsThereWholeOrNotAtAll() throws {
        defer { TestStore.remove(program.folder) }
        let store = try Store(path: "\(program.folder)/g.db")
        let watch = try #require(ChangeWatch(path: store.path))
        var people = 0
        for round in 1...12 {
            try list(round).write(toFile: path, atomically: true, encoding: .utf8)
            _ = watch.drain()
            let (process, _, output) = program.piped(["import", "list", path, "--point", "NOG"])
            try process.run()
            // Each writing wakes: the list's own, then those that move its keys.
            for _ in 0..<1 + round % 3 {
                var descriptor = pollfd(fd: watch.fileDescriptor, events: Int16(POLLIN), revents: 0)
                try #require(poll(&descriptor, 1, 30_000) == 1)
                _ = watch.drain()
            }
            kill(process.processIdentifier, SIGKILL)
            _ = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            let now = try store.figures().receptions
            #expect(now == people || now == people + Self.size, "round \(round)")
            people = now
            try expectWhole(store, people: people)
            if round % 4 == 0 { while store.settleKeys() {} }
        }
        while store.settleKeys() {}
        try expectWhole(store, people: people)
    }
}
