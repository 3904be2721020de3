import Glibc

/// The store, its log and the log's index as this process holds them open, and whether they are
/// still those that lie in the folder.
///
/// SQLite trusts names: whoever deletes or replaces one of the three makes two processes write past
/// each other, each with an index of its own, and each is told that all is well. So every writer
/// looks before it writes and again before it answers. The first look keeps it from writing over
/// what others were told; after the second, whoever opens the store anew begins with what is
/// answered.
///
/// Nothing is opened for it but the log: closing a descriptor of the store or of the index would
/// drop SQLite's locks. What SQLite opened is found once in the kernel's list of descriptors. While
/// it is open its inode is nobody else's, so that one `stat` of the name tells. How much of the log
/// counts stands at the head of its index, a part of SQLite's file format.
final class HeldFiles {
    /// The log, to be synced.
    let log: Descriptor
    private let path: String
    private var store: HeldFile
    private var index: HeldFile
    private var wal: HeldFile
    /// SQLite's own descriptor of the index.
    private let indexNumber: Int32
    /// The head of the log when it was last looked at.
    private var last: LogHead?

    /// Takes what SQLite has just opened at `path`; nil when that is not what lies there.
    init?(path: String) {
        self.path = path
        let numbers = OpenDescriptors.named([path, path + "-shm", path + "-wal"])
        guard let store = HeldFile(path, numbers[0]),
            let index = HeldFile(path + "-shm", numbers[1]),
            let wal = HeldFile(path + "-wal", numbers[2]), let indexNumber = numbers[1].first,
            let log = Descriptor(path: path + "-wal", flags: O_RDONLY), wal.isHeld(by: log.number)
        else { return nil }
        self.store = store
        self.index = index
        self.wal = wal
        self.indexNumber = indexNumber
        self.log = log
        // Says to the kernel that this process has this very log, also once it has lost its name.
        flock(log.number, LOCK_SH | LOCK_NB)
        guard isWhole() else { return nil }
    }

    /// Whether SQLite failed over files that are not those which lie there.
    static func areMoved(path: String) -> Bool {
        let numbers = OpenDescriptors.named([path + "-shm", path + "-wal"])
        return numbers.allSatisfy { !$0.isEmpty } && HeldFiles(path: path) == nil
    }

    /// All three have their names still, and store and index are no shorter than they were.
    func areInPlace() -> Bool {
        store.isInPlace() && index.isInPlace() && wal.isInPlace(isLog: true)
    }

    /// In place, and the log holds all that its index counts.
    func isWhole() -> Bool { areInPlace() && isLogWhole() }

    /// The log, wherever it lies now, holds all that its index counts, and the index still counts
    /// what it did.
    func isLogWhole() -> Bool {
        var seen = head
        while let head = seen {
            if holds(head) {
                last = head
                return true
            }
            // Somebody may have begun the log anew between the two looks.
            seen = self.head
            if seen == head { return false }
        }
        return false
    }

    /// How far the log went when it was last looked at: after a commit, to its end.
    var position: LogHead? { last }

    /// How far it goes now, whoever wrote it and is writing; nil where that cannot be told.
    var committed: LogHead? { LogHead.settled(index: indexNumber) }

    /// The same, or what somebody who was killed while writing it left.
    private var head: LogHead? { committed ?? LogHead(index: indexNumber) }

    private func holds(_ head: LogHead) -> Bool {
        let before = head.salt == last?.salt ? last : nil
        if let before, head.frames < before.frames { return false }
        // What the store has already is no longer needed in the log, which may be a new one.
        guard head.isNeeded else { return true }
        var info = stat()
        guard fstat(log.number, &info) == 0, info.st_size >= head.length else { return false }
        // Nobody has written since.
        if head == last { return true }
        guard salt(at: 16) == head.salt else { return false }
        // A log that was cut and written on has a hole where its last commit was.
        guard let before, before.frames > 0 else { return true }
        return salt(at: before.start + 8) == head.salt
    }

    /// The salt that stands in the log there.
    private func salt(at offset: Int) -> UInt64? {
        var salt: UInt64 = 0
        return pread(log.number, &salt, 8, offset) == 8 ? salt : nil
    }

    /// The log was taken away, and this process still has all of it beside the others' store and
    /// index: it can be moved into the store.
    func canSaveLog() -> Bool {
        guard store.isInPlace(), index.isInPlace(), !wal.isInPlace(isLog: true), isLogWhole(),
            let last
        else {
            return false
        }
        return last.isNeeded && salt(at: last.start + 8) == last.salt
    }

    /// The store was taken away, or its log together with the log's index, and this process still
    /// has all of it.
    func canSaveStore() -> Bool {
        let isLogGone = !wal.hasName() && !index.hasName() && last?.isNeeded == true
        return (!store.hasName() || isLogGone) && store.isWhole() && index.isWhole() && isLogWhole()
    }

    /// Said no more, before SQLite may remove the log by right: who opens the store just then finds
    /// another.
    func leave() { flock(log.number, LOCK_UN) }

    /// Whether all who have the store open have this log, as far as the kernel tells. Whoever opens
    /// a store whose log and index were both deleted finds neither, and would say nothing of what
    /// another process still has.
    ///
    /// Locks are listed only where the log is another than the one that was noted last.
    func isEverybodysLog(_ queue: WriterQueue, _ presence: Descriptor) -> Bool {
        let known = queue.log
        guard known != wal.inode else { return true }
        var info = stat()
        if let known, fstat(presence.number, &info) == 0 {
            let present = Set(KernelLocks.holders(of: info.st_ino) ?? [])
            // A number is given again once a file is gone: the log is also known by its path.
            let holders = present.intersection(KernelLocks.holders(of: known) ?? [])
            guard !holders.contains(where: { OpenDescriptors.has($0, path + "-wal", known) }) else {
                return false
            }
        }
        queue.noteLog(wal.inode)
        return true
    }

    /// What tells the store from others on its disk.
    var storeNumber: UInt { store.inode }

    /// The file was packed: it is shorter by right.
    func forgetSizes() {
        store.forgetSize()
        last = nil
    }
}
