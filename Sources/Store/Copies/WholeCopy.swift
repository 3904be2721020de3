import CSQLite
import Glibc
import Repatriation
import SQLite

extension Store {
    /// Copies the store for somebody who takes the copy away: that they did is noted first. Throws
    /// `notAllowed`: copies hold everything.
    package func backup(to target: String, by officer: Officer, at now: Instant) throws {
        try Oversight.copies.check(officer, isDrill: isDrill)
        try note(
            ReadRecord(
                at: now, officer: officer.id, subject: 0, what: .copy, reason: nil, count: nil))
        try backup(to: target)
    }

    /// Copies the store to a new file while desks work, checks the copy, and only then gives it its
    /// name.
    package func backup(to target: String) throws(StoreError) {
        guard areInPlace() else { throw whyMoved }
        try writeCopy(to: target)
    }

    func writeCopy(to target: String) throws(StoreError) {
        guard access(target, F_OK) != 0 else { throw .exists(path: target) }
        let partial = try Temporary(beside: target, .partial)
        do { try connection.backup(to: partial.path) } catch {
            throw StoreError(copying: error, path: target)
        }
        try partial.becomeCopy(target, after: "integrity_check(1)")
    }
}

extension Temporary {
    /// A copy that is written gets its name once SQLite has found no fault in it and it is on the
    /// disk; `work` may end the check.
    func becomeCopy(
        _ target: String, after check: String, by work: QuietWork = QuietWork { true }
    ) throws(StoreError) {
        do throws(SQLiteError) {
            let copy = try Connection(path: path, mode: .write)
            try copy.execute("PRAGMA journal_mode = DELETE")
            let verdict = try work.run(on: copy) { () throws(SQLiteError) in
                try copy.statement("PRAGMA \(check)").first { $0.text(0) }
            }
            guard verdict == "ok" else { throw SQLiteError.damaged }
        } catch { throw StoreError(copying: error, path: target) }
        // It was read whole.
        guard StoreFiles.sync(path), settle() else { throw .unreadable(path: target) }
        guard csqlite_rename_new(path, target) == 0 else {
            throw errno == EEXIST ? .exists(path: target) : .unreadable(path: target)
        }
        guard StoreFiles.sync(StoreFiles.folder(of: target)) else {
            throw .unreadable(path: target)
        }
    }
}
