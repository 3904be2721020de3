import CSQLite
import Glibc
import Repatriation
import SQLite

extension Store {
    /// The most practices that are kept beside one file.
    private static let mostAside = 999

    /// Gives a practice that no process has open another name, FILE.1 and so on; which one. What a
    /// process that was killed has left in its log is taken into the file first. Throws `inUse`
    /// with those who have it open, `notPractice` for every other file, which stays as it is, and
    /// `unreadable` where the name cannot be changed.
    ///
    /// One step: killed before it, the file has its own name; after it, the new one.
    package static func setPracticeAside(_ path: String) throws(StoreError) -> String {
        let path = StoreFiles.resolved(path)
        _ = try StoreFiles.check(path)
        guard
            let presence = Descriptor(
                path: path + ".open", flags: O_RDWR | O_CREAT, mode: StoreFiles.mode(path))
        else { throw .unreadable(path: path + ".open") }
        guard isLeft(presence) else { throw .inUse(StoreFiles.holders(of: path + ".open")) }
        try settlePractice(path)
        for number in 1...mostAside {
            let aside = "\(path).\(number)"
            // Never over another that is there.
            guard csqlite_rename_new(path, aside) == 0 else {
                if errno == EEXIST { continue }
                break
            }
            guard StoreFiles.sync(StoreFiles.folder(of: path)) else {
                throw .unreadable(path: path)
            }
            WriterQueue.forgetNumbers(path + ".lock")
            return aside
        }
        throw .unreadable(path: "\(path).1")
    }

    /// The other processes that have a file open.
    package static func others(at path: String) -> [Int32] {
        StoreFiles.holders(of: StoreFiles.resolved(path) + ".open")
    }

    /// Whoever only reads it is gone within two seconds.
    private static func isLeft(_ presence: Descriptor) -> Bool {
        for _ in 0..<20 {
            if flock(presence.number, LOCK_EX | LOCK_NB) == 0 { return true }
            usleep(100_000)
        }
        return flock(presence.number, LOCK_EX | LOCK_NB) == 0
    }

    /// Of a practice the log is taken in and goes; of any other file nothing is changed.
    private static func settlePractice(_ path: String) throws(StoreError) {
        do {
            let connection = try Connection(path: path, mode: .write)
            defer { connection.close() }
            connection.keepLog(true)
            try ForeignFile.check(connection, path)
            let isPractice = try connection.statement("SELECT drill FROM meta").first {
                $0.int(0) == 1
            }
            guard isPractice == true else { throw StoreError.notPractice(path: path) }
            connection.keepLog(false)
        } catch let error as StoreError {
            if case .unfit = error { throw .notPractice(path: path) }
            throw error
        } catch let error as SQLiteError {
            let isForeign = error.isDamage || error.code & 0xFF == SQLITE_ERROR
            throw isForeign ? .notPractice(path: path) : StoreError(error, path: path)
        } catch { throw .unreadable(path: path) }
        guard access(path + "-wal", F_OK) != 0 else { throw .unreadable(path: path + "-wal") }
    }
}
