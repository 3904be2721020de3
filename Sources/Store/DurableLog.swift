import CSQLite
import Glibc

/// Waits until what was committed is on the disk.
///
/// SQLite at `synchronous=FULL` flushes the disk inside each commit, while every other writer waits
/// in the queue. Here the queue is left first, and desks that write at once share one flush:
/// whoever comes first makes it for all that is committed by then, and the others are told. A
/// command is answered only after its wait. Whoever builds on an earlier commit writes later in the
/// same log, so that no durable row stands on one that is not.
///
/// What is told lies in a page of the writers' file, and is of one run of the machine: a page that
/// outlived it says nothing of what is on the disk. A flush that fails has failed for everybody who
/// had the store open.
final class DurableLog {
    private let held: HeldFiles
    private let queue: WriterQueue
    /// How many flushes had failed when the store was opened.
    private let failures: UInt32
    /// A flush that failed once says nothing the next time: what it did not write may be lost
    /// without another word.
    private var hasFailed = false
    /// The turn of somebody who did not end it in time, as one who was stopped.
    private var stuck: UInt32?

    /// How long somebody else's flush is waited for, in milliseconds; then everybody makes their
    /// own.
    private static let patience = 250

    init(_ held: HeldFiles, _ queue: WriterQueue) {
        self.held = held
        self.queue = queue
        failures = queue.turns?.pointee.failures ?? 0
    }

    /// Whether everything committed by this process is on the disk.
    func sync() -> Bool {
        guard !hasFailed else { return false }
        guard let turns = queue.turns, let own = held.position else { return flush() }
        hasFailed = !share(own, turns)
        return !hasFailed
    }

    private func share(_ own: LogHead, _ turns: UnsafeMutablePointer<csqlite_turns>) -> Bool {
        let end = Deadline(milliseconds: DurableLog.patience)
        while true {
            let released = csqlite_released(turns)
            var turn: UInt32 = 0
            let isDone = csqlite_is_flushed(turns, own.salt, UInt64(own.frames), &turn)
            if turns.pointee.failures != failures { return false }
            if isDone { return true }
            if turn != stuck {
                if csqlite_claim_byte(queue.number, ClaimedByte.flush) { return lead(own, turns) }
                csqlite_wait_for_room(turns, released, 20)
            }
            guard turn == stuck || end.hasPassed else { continue }
            stuck = turn
            return flush()
        }
    }

    /// Flushes for all. Nobody is stopped by a terminal meanwhile: the others wait for it.
    private func lead(_ own: LogHead, _ turns: UnsafeMutablePointer<csqlite_turns>) -> Bool {
        let suspension = Suspension()
        defer {
            csqlite_release_byte(queue.number, ClaimedByte.flush)
            csqlite_make_room(turns)
            suspension.end()
        }
        var turn: UInt32 = 0
        // It may have come between the look and the claim.
        if csqlite_is_flushed(turns, own.salt, UInt64(own.frames), &turn) {
            return turns.pointee.failures == failures
        }
        let committed = held.committed
        guard flush() else { return false }
        // Of a log that lost its name nothing is told: it is not the others'.
        if let committed, held.areInPlace() {
            csqlite_tell_flushed(turns, committed.salt, UInt64(committed.frames))
        }
        return true
    }

    private func flush() -> Bool {
        hasFailed = uninterrupted { fdatasync(held.log.number) } != 0
        if hasFailed, let turns = queue.turns { csqlite_tell_failed(turns) }
        return !hasFailed
    }
}
