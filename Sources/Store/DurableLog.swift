import Glibc

/// Waits until what was committed is on the disk: one `fdatasync` of the write-ahead log.
///
/// SQLite at `synchronous=FULL` makes the same call inside the commit, while every other writer waits in the queue.
/// Here the queue is left first, so that desks wait for the disk together and one turn of the disk serves them all.
/// A command is answered only after its wait. Whoever builds on an earlier commit writes later in the same log, so
/// that no durable row stands on one that is not.
final class DurableLog {
    private let path: String
    private var log: Descriptor?

    init(store path: String) { self.path = path + "-wal" }

    /// False when the disk fails. The log keeps its place in the folder while a connection is open.
    func sync() -> Bool {
        if log == nil { log = Descriptor(path: path, flags: O_RDONLY) }
        guard let log else { return false }
        var code: Int32
        repeat { code = fdatasync(log.number) } while code != 0 && errno == EINTR
        return code == 0
    }
}
