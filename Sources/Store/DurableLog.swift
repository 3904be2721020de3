import Glibc

/// Waits until what was committed is on the disk: one `fdatasync` of the write-ahead log.
///
/// SQLite at `synchronous=FULL` makes the same call inside the commit, while every other writer waits in the queue.
/// Here the queue is left first, so that desks wait for the disk together and one turn of the disk serves them all.
/// A command is answered only after its wait. Whoever builds on an earlier commit writes later in the same log, so
/// that no durable row stands on one that is not.
final class DurableLog {
    private let store: String
    private var log: Descriptor?
    private let storeFile: (device: dev_t, inode: ino_t)?
    /// A sync that failed once says nothing the next time: what it did not write may be lost without another word.
    private var hasFailed = false

    init(store path: String) {
        store = path
        var info = stat()
        storeFile = stat(path, &info) == 0 ? (info.st_dev, info.st_ino) : nil
    }

    /// Whether everything committed is on the disk, in files that are still the store's own. The log keeps its place
    /// in the folder while a connection is open.
    func sync() -> Bool {
        guard !hasFailed else { return false }
        if log == nil { log = Descriptor(path: store + "-wal", flags: O_RDONLY) }
        guard let log, isInPlace(log) else {
            hasFailed = true
            return false
        }
        var code: Int32
        repeat { code = fdatasync(log.number) } while code != 0 && errno == EINTR
        hasFailed = code != 0
        return code == 0
    }

    /// Nobody has removed or replaced the store or its log while it was open.
    private func isInPlace(_ log: Descriptor) -> Bool {
        var (now, opened, beside) = (stat(), stat(), stat())
        guard stat(store, &now) == 0, fstat(log.number, &opened) == 0, stat(store + "-wal", &beside) == 0 else {
            return false
        }
        return storeFile.map { $0.device == now.st_dev && $0.inode == now.st_ino } == true
            && beside.st_ino == opened.st_ino
    }
}
