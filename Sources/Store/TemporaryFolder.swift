import Glibc

/// A new folder for this account only, that goes with its work.
///
/// It is locked while its work goes on. One whose work was killed is locked by nobody: the next of
/// its kind removes it.
package final class TemporaryFolder {
    /// Where it is.
    package let path: String
    private let lock: Descriptor

    /// Makes it; its name begins so. Throws when the system makes none.
    package init(_ name: String) throws(StoreError) {
        TemporaryFolder.sweep(name)
        var made = try StoreFiles.makeTemporary(name)
        var lock = TemporaryFolder.taken(made)
        // Another that makes one may have taken it for abandoned before it was locked.
        for _ in 0..<8 where lock == nil {
            made = try StoreFiles.makeTemporary(name)
            lock = TemporaryFolder.taken(made)
        }
        guard let lock else { throw .unreadable(path: made) }
        path = made
        self.lock = lock
    }

    deinit { remove() }

    /// Removes it with everything in it.
    package func remove() { StoreFiles.removeTree(path) }

    /// The lock of a folder of this account; nil where somebody works in it, or it is gone.
    private static func taken(_ path: String) -> Descriptor? {
        var info = stat()
        guard let lock = Descriptor(path: path, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW),
            flock(lock.number, LOCK_EX | LOCK_NB) == 0, fstat(lock.number, &info) == 0,
            info.st_uid == geteuid(),
            info.st_nlink > 0
        else { return nil }
        return lock
    }

    /// Removes what killed work of its kind left.
    private static func sweep(_ name: String) {
        let base = StoreFiles.temporaryBase
        for found in StoreFiles.names(in: base) where found.hasPrefix("\(name)-") {
            let path = "\(base)/\(found)"
            if let lock = taken(path) { withExtendedLifetime(lock) { StoreFiles.removeTree(path) } }
        }
    }
}
