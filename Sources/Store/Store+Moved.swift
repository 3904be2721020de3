import Glibc
import SQLite

/// When the files under an open store are no longer its own.
extension Store {
    /// In place, and the log holds all that counts; what can be saved is saved once it is not.
    func isWhole() -> Bool { moved == nil && (held.isWhole() || noteMoved()) }

    /// After a commit: the log holds all that counts.
    func isLogWhole() -> Bool { moved == nil && (held.isLogWhole() || noteMoved()) }

    /// The files have their names still; what can be saved is saved once they have not.
    func areInPlace() -> Bool { moved == nil && (held.areInPlace() || noteMoved()) }

    /// Throws `moved` unless the files that are open are still those in the folder: what is read of
    /// others tells nothing.
    package func prove() throws(StoreError) {
        guard areInPlace() else { throw whyMoved }
    }

    /// Why the store is of no more use.
    var whyMoved: StoreError { moved ?? .moved(path: path, saved: nil) }

    /// From here on nothing is read or written. What others were told, and only this process still
    /// has, is put where it can be found: a log that lost its name into the store, a store that
    /// lost its name beside it.
    private func noteMoved() -> Bool {
        moved = .moved(path: path, saved: nil)
        connection.keepLog(true)
        if held.canSaveLog() { try? connection.execute("PRAGMA wal_checkpoint(PASSIVE)") }
        if held.canSaveStore(), let saved = saveStore() { moved = .moved(path: path, saved: saved) }
        return false
    }

    /// One copy of what was lost, whichever process comes first: what is lost another time, of the
    /// same file, was in another log.
    private func saveStore() -> String? {
        let log = held.position.map { "-\($0.salt)" } ?? ""
        let saved = "\(path).rescued-\(held.storeNumber)\(log)"
        if access(saved, F_OK) != 0 { try? writeCopy(to: saved) }
        return access(saved, F_OK) == 0 ? saved : nil
    }
}
