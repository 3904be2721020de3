import CSQLite
import Glibc
import Repatriation

/// A descriptor that is closed with its holder.
final class Descriptor {
    let number: Int32

    init?(path: String, flags: Int32, mode: mode_t = 0o600) {
        let isNew = flags & O_CREAT != 0 && access(path, F_OK) != 0
        number = open(path, flags | O_CLOEXEC, mode)
        if number < 0 { return nil }
        // The account's mask must not keep the others of the group out.
        if isNew { fchmod(number, mode) }
    }

    /// A program that is just being started has a copy until it runs: a lock does not wait for it.
    deinit {
        flock(number, LOCK_UN)
        close(number)
    }
}

/// The last numbers that were given out in an answer.
///
/// They stand beside the store, so that a store that has lost its last commits to somebody's hand
/// does not give them out again.
struct Answered: Equatable {
    var origin: Int
    var counter: Int
    var oseq: Int

    /// What tells them from whatever else may lie there; never 0.
    fileprivate var check: Int {
        var digest = RowDigest(DigestKey(first: 1, second: 1))
        for number in [origin, counter, oseq] { digest.add(number) }
        return Int(bitPattern: UInt(digest.value | 1))
    }

    /// Numbers that a store can have; all that tells a note of an earlier program from noise.
    fileprivate var isPlausible: Bool {
        (1..<1 << 24).contains(origin)
            && (0..<1 << IdentifierSource.counterBits).contains(counter)
            && (0..<1 << 40).contains(oseq)
    }
}

/// Bytes of the writers' file that a process claims while it does what one does for all, behind all
/// that is written there.
enum ClaimedByte {
    /// Makes a copy; the later ones are of others where the earlier ones' process is stopped.
    static let copies = [4096, 4099, 4100, 4101]
    /// Flushes the disk.
    static let flush = 4097
    /// Moves the log into the store.
    static let tidying = 4098
}

/// The queue of writers: an exclusive `flock` on `FILE.lock`, first come first served in the
/// kernel.
///
/// Nobody is stopped by a terminal while they hold it: see `Suspension`.
final class WriterQueue {
    private let descriptor: Descriptor
    /// What the writers tell each other; nil where the file cannot be mapped.
    let turns: UnsafeMutablePointer<csqlite_turns>?
    private var lastRelease = 0
    private var suspension: Suspension?

    init?(path: String, mode: mode_t) {
        guard let descriptor = Descriptor(path: path, flags: O_RDWR | O_CREAT, mode: mode) else {
            return nil
        }
        self.descriptor = descriptor
        var info = stat()
        if fstat(descriptor.number, &info) == 0, info.st_size == 0 {
            HolderMark(Seat()).write(descriptor.number)
        }
        turns = csqlite_map_turns(descriptor.number, StoreFiles.run)
    }

    deinit { if let turns { csqlite_unmap_turns(turns) } }

    var number: Int32 { descriptor.number }

    /// Waits in the queue for at most `milliseconds`, and calls `tell` once when two seconds of
    /// them have passed; false when somebody still holds it at the end. Whoever holds it says for
    /// whom.
    ///
    /// Whoever has just released yields first where somebody waits: without it one process would
    /// take every turn.
    func take(within milliseconds: Int32, for seat: Seat, tell: () -> Void) -> Bool {
        let isWaitedFor = turns.map { $0.pointee.waiting > 0 } ?? true
        if isWaitedFor, WriterQueue.clock() - lastRelease < 60_000 { usleep(50) }
        let suspension = Suspension()
        var result = csqlite_lock(
            descriptor.number, min(milliseconds, WriterQueue.quiet), turns)
        if result == 1, milliseconds > WriterQueue.quiet {
            tell()
            result = csqlite_lock(descriptor.number, milliseconds - WriterQueue.quiet, turns)
        }
        guard result == 0 else {
            suspension.end()
            return false
        }
        self.suspension = suspension
        mark(seat)
        return true
    }

    /// How long somebody waits before being told for whom, in milliseconds.
    private static let quiet: Int32 = 2000

    /// Says for whom it is held, by whoever holds it.
    func mark(_ seat: Seat) { HolderMark(seat).write(descriptor.number) }

    /// Leaves the queue. Reading the file's first byte tells those who watch it that a commit can
    /// be seen now: an event of the log itself comes before its commit, and who looks at once finds
    /// nothing new.
    func release() {
        var mark: UInt8 = 0
        pread(descriptor.number, &mark, 1, 0)
        flock(descriptor.number, LOCK_UN)
        lastRelease = WriterQueue.clock()
        suspension?.end()
        suspension = nil
    }

    /// Who holds it, by the kernel's own word, and the mark where it is theirs.
    var holder: (process: Int32, mark: HolderMark?)? {
        var info = stat()
        guard fstat(descriptor.number, &info) == 0 else { return nil }
        let mark = HolderMark(reading: descriptor.number)
        guard let holders = KernelLocks.holders(of: info.st_ino) else {
            // A system that does not list locks: the mark of a process that lives.
            return mark.flatMap {
                kill($0.process, 0) == 0 || errno == EPERM ? ($0.process, $0) : nil
            }
        }
        if let mark, holders.contains(mark.process) { return (mark.process, mark) }
        return holders.first.map { ($0, nil) }
    }

    /// Notes what an answer gives out. Without the queue: a note that comes late is put right by
    /// the next.
    func note(_ answered: Answered) { write(answered, at: WriterQueue.answeredPlace) }

    /// What was given out last; nil when nothing was noted, or what lies there is no note.
    var answered: Answered? { read(at: WriterQueue.answeredPlace) }

    /// What was given out and is no longer in the store; nil when nothing is known to be missing.
    var missing: Answered? { read(at: WriterQueue.missingPlace) }

    /// Keeps what was given out as missing. What was missing before stays so.
    func noteMissing(_ answered: Answered) {
        if missing == nil { write(answered, at: WriterQueue.missingPlace) }
    }

    /// What is missing is so no more: somebody takes what is there as good.
    func forgetMissing() {
        write(Answered(origin: 0, counter: 0, oseq: 0), at: WriterQueue.missingPlace)
    }

    /// The number of the log that lay in the folder when somebody opened the store last; nil when
    /// nothing was noted.
    var log: UInt? {
        var number: UInt = 0
        let size = MemoryLayout.size(ofValue: number)
        guard pread(descriptor.number, &number, size, WriterQueue.logPlace) == size, number != 0
        else { return nil }
        return number
    }

    /// Notes the log that lies in the folder now.
    func noteLog(_ number: UInt) {
        var number = number
        pwrite(descriptor.number, &number, MemoryLayout.size(ofValue: number), WriterQueue.logPlace)
    }

    /// Behind the holder's mark.
    private static let (answeredPlace, missingPlace, logPlace) = (64, 128, 192)

    private func write(_ answered: Answered, at place: Int) {
        var numbers = (answered.origin, answered.counter, answered.oseq, answered.check)
        pwrite(descriptor.number, &numbers, MemoryLayout.size(ofValue: numbers), place)
    }

    private func read(at place: Int) -> Answered? {
        var numbers = (0, 0, 0, 0)
        let size = MemoryLayout.size(ofValue: numbers)
        guard pread(descriptor.number, &numbers, size, place) == size, numbers.0 != 0 else {
            return nil
        }
        let answered = Answered(origin: numbers.0, counter: numbers.1, oseq: numbers.2)
        let isNoted = numbers.3 == answered.check || numbers.3 == 0 && answered.isPlausible
        return isNoted ? answered : nil
    }

    /// Nanoseconds of the monotonic clock.
    private static func clock() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000_000_000 + now.tv_nsec
    }
}
