import Glibc

/// Waits until what was committed is on the disk: one `fdatasync` of the write-ahead log.
///
/// SQLite at `synchronous=FULL` makes the same call inside the commit, while every other writer
/// waits in the queue. Here the queue is left first, so that desks wait for the disk together and
/// one turn of the disk serves them all. A command is answered only after its wait. Whoever builds
/// on an earlier commit writes later in the same log, so that no durable row stands on one that is
/// not.
final class DurableLog {
    private let log: Descriptor
    /// A sync that failed once says nothing the next time: what it did not write may be lost
    /// without another word.
    private var hasFailed = false

    init(_ log: Descriptor) { self.log = log }

    /// Whether everything committed is on the disk.
    func sync() -> Bool {
        guard !hasFailed else { return false }
        hasFailed = uninterrupted { fdatasync(log.number) } != 0
        return !hasFailed
    }
}
