import Foundation
import Glibc
import Repatriation
import SQLite
import Support
import Testing

@testable import Store

/// What keeps a copy from its end, and what is said of one that failed.
@Suite struct CopyFailureTests {
    private let desk = CopyJobTests()

    /// A copy without a snapshot would start over at every commit of another.
    @Test func aCopyEndsWhileOthersCommitBetweenItsSteps() throws {
        let test = try desk.busy()
        let other = try Store(path: test.path)
        let before = try test.store.figures().events
        let copy = "\(test.folder)/copia.db"
        var steps = 0
        try test.store.connection.backup(to: copy, pages: 8) { () throws(SQLiteError) in
            steps += 1
            guard steps < 500 else { throw SQLiteError.interrupted }
            _ = try? other.perform(
                .act(AnnounceGroup(.nogales, Announcement())), by: test.lead, at: test.now)
        }
        #expect(steps > 1)
        #expect(try test.store.figures().events == before + steps)
        let kept = try Connection(path: copy, mode: .read)
        #expect(try kept.statement("SELECT count(*) FROM journal").first { $0.int(0) } == before)
    }

    /// What is damaged in a whole copy is damaged there: a new one is made, and nobody is told to
    /// put one in the place of a sound store.
    @Test(arguments: ["cell", "reads", "journal"])
    func whereTheWholeCopyIsDamagedANewOneIsMade(_ table: String) throws {
        let test = try desk.busy()
        _ = try desk.job(test).run(while: { true })
        let day = CopyJobTests.day
        try damage(table, in: "\(test.path).backup-\(day.text)")
        var shift = test.store.copyJob(day: day, believed: day, shift: (.nogales, "2210"))
        shift.small = 0
        #expect(try shift.run(while: { true }))
        let made = "\(test.path).backup-\(day.text)-NOG-2210"
        #expect(access(made, F_OK) == 0)
        try Store.restore(made, to: "\(test.folder)/n.db", force: false)
        guard case .holds = try Store(path: "\(test.folder)/n.db").verify(quick: false) else {
            Issue.record("what was restored does not hold")
            return
        }
    }

    /// Whether the store is sound only its check says: a copy's failure never has it thrown away.
    @Test(arguments: [true, false]) func aCopyThatFailsNeverSaysRestore(_ isDaily: Bool) throws {
        let test = try desk.busy()
        try test.store.wrap { () throws(SQLiteError) in
            try test.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        }
        let names = Set(StoreFiles.names(in: test.folder))
        try damage("place", in: test.path)
        do throws(StoreError) {
            if isDaily {
                _ = try desk.job(test).run(while: { true })
            } else {
                try test.store.backup(to: "\(test.folder)/copia.db")
            }
            Issue.record("a copy of damaged pages")
        } catch {
            guard case .unsoundCopy = error else {
                Issue.record("\(error)")
                return
            }
            for language in Language.allCases {
                #expect(!error.sentence(language).contains("restor"))
            }
        }
        #expect(Set(StoreFiles.names(in: test.folder)) == names)
    }

    /// Overwrites the first page of a table.
    private func damage(_ table: String, in path: String) throws {
        let page = try Connection(path: path, mode: .read).statement(
            "SELECT rootpage FROM sqlite_schema WHERE name = '\(table)'"
        ).first { $0.int(0) }
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.seek(toOffset: UInt64((try #require(page) - 1) * 4096))
        try file.write(contentsOf: Data(repeating: 0xA5, count: 4096))
        try file.close()
    }
}
