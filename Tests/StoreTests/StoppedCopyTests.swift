import CSQLite
import Foundation
import Glibc
import Repatriation
import SQLite
import Support
import Testing

@testable import Store

/// What a copy that is being made does to the others: those who would make one, and the log.
@Suite struct StoppedCopyTests {
    private let desk = CopyJobTests()

    /// Whoever was stopped in the middle of a copy holds nobody up; who it is can be told.
    @Test func whereOneIsStoppedAnotherMakesTheCopy() throws {
        let test = try desk.busy()
        let kept = KeptCopies(of: test.path)
        let stopped = try Stopped()
        let other = try #require(Descriptor(path: "\(test.path).lock", flags: O_RDWR))
        let turns = try #require(test.store.queue.turns)
        #expect(csqlite_claim_byte(other.number, 4096))
        csqlite_copier(turns, 0)?.pointee = UInt32(stopped.process)
        #expect(kept.stopped == stopped.process && kept.alarm != nil)
        #expect(try desk.job(test).run(while: { true }))
        #expect(desk.copies(test).count == 1)
        // One that goes on is let go on.
        stopped.goOn()
        #expect(kept.stopped == nil && kept.alarm == nil)
        #expect(try !desk.job(test, 1).run(while: { true }))
        #expect(desk.copies(test).count == 1)
    }

    @Test func whoIsStoppedNoLongerStandsInTheWayOnceTheyHaveEnded() throws {
        let test = try desk.busy()
        let stopped = try Stopped()
        let turns = try #require(test.store.queue.turns)
        csqlite_copier(turns, 0)?.pointee = UInt32(stopped.process)
        #expect(KeptCopies(of: test.path).stopped == nil)
        #expect(try desk.job(test).run(while: { true }))
        #expect(csqlite_copier(turns, 0)?.pointee == UInt32(getpid()))
    }

    /// A copy that was made meanwhile by another is no failure of the one that comes late.
    @Test func aCopyThatIsThereAlreadyIsNoFailure() throws {
        let test = try desk.busy()
        let target = "\(test.path).backup-\(CopyJobTests.day.text)"
        let others = Data("de otra".utf8)
        var job = desk.job(test)
        job.room = { folder in
            try? others.write(to: URL(fileURLWithPath: target))
            return StoreFiles.room(in: folder)
        }
        #expect(try !job.run(while: { true }))
        #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == others)
        #expect(!StoreFiles.names(in: test.folder).contains { $0.contains("partial") })
    }

    /// The log cannot begin anew while a copy looks at one moment: a copy that lets it grow too far
    /// is given up and said, and the next is made. A log whose file was long before grows unseen in
    /// it.
    @Test(arguments: [true, false], ["TRUNCATE", "RESTART"])
    func aCopyThatKeepsTheLogIsGivenUp(_ isWhole: Bool, _ before: String) throws {
        let test = try desk.busy()
        if !isWhole {
            _ = try desk.job(test).run(while: { true })
            try test.store.wrap { () throws(SQLiteError) in
                try test.store.connection.execute(CopyJobTests.many)
            }
            _ = try test.waiting(.nogales, TestStore.person(90))
        } else {
            try test.store.wrap { () throws(SQLiteError) in
                try test.store.connection.execute(CopyJobTests.many)
            }
        }
        try test.store.wrap { () throws(SQLiteError) in
            try test.store.connection.execute("PRAGMA wal_checkpoint(\(before))")
        }
        let names = Set(StoreFiles.names(in: test.folder))
        var job = desk.job(test, 1)
        job.growth = 1 << 16
        let (path, lead) = (test.path, test.lead)
        do {
            _ = try job.run(while: {
                let other = try? Store(path: path)
                let announced = AnnounceGroup(.nogales, Announcement())
                _ = try? other?.perform(.act(announced), by: lead, at: TestStore.morning)
                return true
            })
            Issue.record("a copy that kept the log")
        } catch {
            guard case .outgrown = error else {
                Issue.record("\(error)")
                return
            }
        }
        #expect(Set(StoreFiles.names(in: test.folder)) == names)
        #expect(try desk.job(test, 1).run(while: { true }))
    }

    /// What the log may grow by is room that a copy takes.
    @Test func theLogIsCountedAsRoom() throws {
        let test = try desk.busy()
        var job = desk.job(test)
        job.room = { _ in 32 << 20 }
        #expect(throws: StoreError.self) { try job.run(while: { true }) }
        job.growth = 1 << 20
        #expect(try job.run(while: { true }))
    }
}

/// A process of ours that is stopped.
private final class Stopped {
    let process: pid_t

    init() throws {
        var child: pid_t = 0
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("600"), nil]
        defer { for argument in arguments { free(argument) } }
        guard posix_spawn(&child, "/bin/sleep", nil, nil, &arguments, environ) == 0 else {
            throw StoreError.missing(path: "/bin/sleep")
        }
        process = child
        var status: Int32 = 0
        kill(process, SIGSTOP)
        waitpid(process, &status, WUNTRACED)
    }

    deinit {
        var status: Int32 = 0
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
    }

    func goOn() {
        var status: Int32 = 0
        kill(process, SIGCONT)
        waitpid(process, &status, WCONTINUED)
    }
}
