import CSQLite
import Glibc

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

    deinit { close(number) }
}

/// The queue of writers: an exclusive `flock` on `FILE.lock`, first come first served in the kernel.
final class WriterQueue {
    private let descriptor: Descriptor
    private var lastRelease = 0

    init?(path: String, mode: mode_t) {
        guard let descriptor = Descriptor(path: path, flags: O_RDWR | O_CREAT, mode: mode) else { return nil }
        self.descriptor = descriptor
        var info = stat()
        var mark: UInt8 = 0x0A
        if fstat(descriptor.number, &info) == 0, info.st_size == 0 { pwrite(descriptor.number, &mark, 1, 0) }
    }

    /// Waits in the queue for at most `milliseconds`; false when somebody still holds it then.
    ///
    /// Whoever has just released yields first: without it one process would take every turn.
    func take(within milliseconds: Int32) -> Bool {
        if WriterQueue.clock() - lastRelease < 60_000 { usleep(50) }
        return csqlite_lock(descriptor.number, milliseconds) == 0
    }

    /// Leaves the queue. Reading the file's one byte first tells those who watch it that a commit can be seen now: an
    /// event of the log itself comes before its commit, and who looks at once finds nothing new.
    func release() {
        var mark: UInt8 = 0
        pread(descriptor.number, &mark, 1, 0)
        flock(descriptor.number, LOCK_UN)
        lastRelease = WriterQueue.clock()
    }

    /// Nanoseconds of the monotonic clock.
    private static func clock() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000_000_000 + now.tv_nsec
    }
}
