import CSQLite
import Glibc
import Repatriation
import SQLite
import Support
import Testing

@testable import Store

/// Desks that write at once share one flush of the disk; what is not on it is answered to nobody.
@Suite struct SharedFlushTests {
    private let test: TestStore
    private let desk: Store
    private let turns: UnsafeMutablePointer<csqlite_turns>

    init() throws {
        test = try TestStore()
        try test.store.setSynchronous(true)
        desk = try Store(path: test.path)
        turns = try #require(desk.queue.turns)
    }

    private func announce(_ store: Store) throws {
        _ = try store.perform(
            .act(AnnounceGroup(.nogales, Announcement())), by: test.lead, at: test.now)
    }

    /// How far the log is on the disk, as far as anybody has told.
    private var flushed: UInt64 { turns.pointee.frames }

    @Test func whatOneHasFlushedIsToldToTheOthers() throws {
        try announce(test.store)
        let first = flushed
        #expect(first > 0)
        try announce(desk)
        #expect(flushed > first)
        let turn = turns.pointee.turn
        // All that is committed is on the disk: nobody flushes again.
        #expect(DurableLog(desk.held, desk.queue).sync())
        #expect(turns.pointee.turn == turn)
    }

    /// Somebody claimed the flush and never ends it, as one who was stopped: whoever waits makes
    /// their own, and the next does not wait again.
    @Test func whoIsStoppedInTheFlushHoldsNobody() throws {
        let stopped = try #require(Descriptor(path: "\(test.path).lock", flags: O_RDWR))
        #expect(csqlite_claim_byte(stopped.number, 4097))
        let turn = turns.pointee.turn
        try announce(desk)
        try announce(desk)
        #expect(turns.pointee.turn == turn)
        csqlite_release_byte(stopped.number, 4097)
        try announce(test.store)
        #expect(turns.pointee.turn != turn)
    }

    @Test func aFlushThatFailedHasFailedForAllWhoHadTheStoreOpen() throws {
        try announce(test.store)
        csqlite_tell_failed(turns)
        for store in [test.store, desk] {
            #expect {
                try announce(store)
            } throws: { error in
                guard case PerformFailure.failed(.notOnDisk) = error else { return false }
                return true
            }
        }
        try announce(try Store(path: test.path))
    }

    /// A stopped leader has everybody make their own flush: one that fails there has failed for all.
    @Test func aFlushOfOnesOwnThatFailedHasFailedForAll() throws {
        try announce(test.store)
        try announce(desk)
        let stopped = try #require(Descriptor(path: "\(test.path).lock", flags: O_RDWR))
        #expect(csqlite_claim_byte(stopped.number, 4097))
        turns.pointee.turn |= 1
        let log = DurableLog(desk.held, desk.queue)
        var pipes: [Int32] = [0, 0]
        #expect(pipe(&pipes) == 0)
        defer { for number in pipes { close(number) } }
        // Nothing of a pipe can be on a disk.
        #expect(dup2(pipes[0], desk.held.log.number) >= 0)
        #expect(!log.sync())
        csqlite_release_byte(stopped.number, 4097)
        #expect {
            try announce(test.store)
        } throws: { error in
            guard case PerformFailure.failed(.notOnDisk) = error else { return false }
            return true
        }
    }

    /// A head that is half written tells of frames that are not: nothing is told by it.
    @Test func ofAHeadThatIsHalfWrittenNothingIsTold() throws {
        try announce(test.store)
        try announce(desk)
        turns.pointee.turn |= 1
        let index = try #require(OpenDescriptors.named(["\(test.path)-shm"])[0].first)
        var frames: UInt32 = 0
        #expect(pread(index, &frames, 4, 16) == 4)
        var more = frames + 1000
        #expect(pwrite(index, &more, 4, 16) == 4)
        let isOnDisk = DurableLog(desk.held, desk.queue).sync()
        #expect(pwrite(index, &frames, 4, 16) == 4)
        #expect(isOnDisk)
        #expect(turns.pointee.turn % 2 == 1)
        #expect(DurableLog(desk.held, desk.queue).sync())
        #expect(turns.pointee.turn % 2 == 0 && flushed == UInt64(frames))
    }

    /// A page that outlived the machine's run, or whoever was killed while telling, says nothing of
    /// what is on the disk.
    @Test(arguments: ["run", "turn"]) func whatWasToldBeforeIsNotBelieved(_ what: String) throws {
        try announce(test.store)
        let (salt, frames) = (turns.pointee.salt, turns.pointee.frames)
        var turn: UInt32 = 0
        #expect(csqlite_is_flushed(turns, salt, frames, &turn))
        if what == "run" {
            turns.pointee.run = 7
            _ = try Store(path: test.path)
        } else {
            turns.pointee.turn |= 1
        }
        #expect(!csqlite_is_flushed(turns, salt, frames, &turn))
        try announce(desk)
        #expect(csqlite_is_flushed(turns, turns.pointee.salt, flushed, &turn))
    }

    /// A log that begins anew is another: frames of the one before say nothing of it.
    @Test func aLogThatBeganAnewIsFlushedAnew() throws {
        for _ in 0..<3 { try announce(test.store) }
        let (salt, frames) = (turns.pointee.salt, flushed)
        try Connection(path: test.path, mode: .write).execute("PRAGMA wal_checkpoint(RESTART)")
        try announce(desk)
        #expect(turns.pointee.salt != salt && flushed < frames)
    }
}
