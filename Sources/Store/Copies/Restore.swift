import CSQLite
import Glibc
import Repatriation
import SQLite

extension Store {
    /// Puts a backup in the place of a store. Refused while a process uses it, over a store without
    /// `force`, and for a copy that a full `verify` would not pass.
    ///
    /// The new store is made and proven beside the old one; then both change their names in one
    /// step. Killed before it, the old store is as it was; after it, the new one is there and the
    /// old one stands beside it.
    package static func restore(_ backup: String, to path: String, force: Bool) throws(StoreError) {
        let path = StoreFiles.resolved(path)
        guard access(backup, F_OK) == 0 else { throw .missing(path: backup) }
        guard StoreFiles.isFile(backup), access(backup, R_OK) == 0 else {
            throw .unreadable(path: backup)
        }
        let exists = access(path, F_OK) == 0
        if exists && !force { throw .exists(path: path) }
        // A process may work on a file that was moved away: it is asked for all the same.
        let mode = StoreFiles.group(of: path) == nil ? StoreFiles.mode(path) : 0o660
        guard let presence = Descriptor(path: path + ".open", flags: O_RDWR | O_CREAT, mode: mode)
        else {
            throw .unreadable(path: path + ".open")
        }
        guard flock(presence.number, LOCK_EX | LOCK_NB) == 0 else {
            throw .inUse(StoreFiles.holders(of: path + ".open"))
        }
        let partial = try Temporary(beside: path, .restore)
        try copy(backup, to: partial.path)
        try prove(partial.path, as: backup)
        if exists, let now = isPractice(path), let then = isPractice(partial.path), now != then {
            throw .practiceAndReal(path: path)
        }
        if exists { StoreFiles.copyRights(from: path, to: partial.path) }
        guard StoreFiles.sync(partial.path) else { throw .full }
        try swap(partial.path, path, exists: exists)
        WriterQueue.forgetNumbers(path + ".lock")
    }

    /// Whether a file is a practice's; nil where it cannot be read.
    private static func isPractice(_ path: String) -> Bool? {
        guard let connection = try? Connection(path: path, mode: .read) else { return nil }
        return try? connection.statement("SELECT drill FROM meta").first { $0.int(0) == 1 }
    }

    /// The bytes alone: nothing of a foreign file is carried out. What changed since a whole copy
    /// is put into the bytes of that.
    private static func copy(_ backup: String, to partial: String) throws(StoreError) {
        do {
            let changes = try ChangesCopy.About(backup)
            try Connection(path: changes?.whole ?? backup, mode: .read).backup(to: partial)
            if let changes {
                let copy = try Connection(path: partial, mode: .write)
                try ForeignFile.check(copy, backup)
                try changes.join(copy)
            }
        } catch let error as StoreError {
            throw error
        } catch let error as SQLiteError {
            throw error.isDamage || error.isConstraint || error.isStatements
                ? .unfit(path: backup, ["damage"]) : StoreError(error, path: backup)
        } catch { throw .unreadable(path: backup) }
    }

    /// Opens the copy as a store of ours, which takes it to the newest schema, and verifies it
    /// whole.
    private static func prove(_ partial: String, as backup: String) throws(StoreError) {
        let verdict: Verdict
        do throws(StoreError) {
            let store = try Store(path: partial)
            verdict = try store.verify(quick: false)
            try store.wrap { () throws(SQLiteError) in try drawOrigin(store.connection) }
        } catch {
            switch error {
            case .full, .busy, .newer, .zoneMissing, .network: throw error
            case .unfit(_, let what): throw .unfit(path: backup, what)
            case .journal: throw .unfit(path: backup, ["journal"])
            case .numbers: throw .unfit(path: backup, ["counters"])
            default: throw .unfit(path: backup, ["damage"])
            }
        }
        switch verdict {
        case .holds: break
        case .differs(let what): throw .unfit(path: backup, what)
        case .damaged: throw .unfit(path: backup, ["damage"])
        }
        do throws(SQLiteError) {
            try Connection(path: partial, mode: .write).execute("PRAGMA journal_mode = DELETE")
        } catch { throw StoreError(error, path: partial) }
    }

    /// One step: the copy has its last name before it, so that nothing that is left is ever taken
    /// for refuse.
    private static func swap(_ partial: String, _ path: String, exists: Bool) throws(StoreError) {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let aside = "\(path).replaced-\(now.tv_sec)-\(padded(now.tv_nsec, 9))"
        try settleLog(of: path, aside: aside, exists: exists)
        if exists {
            guard csqlite_rename_new(partial, aside) == 0, csqlite_rename_exchange(aside, path) == 0
            else {
                unlink(aside)
                throw .unreadable(path: path)
            }
        } else {
            guard csqlite_rename_new(partial, path) == 0 else { throw .unreadable(path: path) }
        }
        guard StoreFiles.sync(StoreFiles.folder(of: path)) else { throw .unreadable(path: path) }
    }

    /// The old store takes its log in, so that nothing of it is left to be replayed onto another
    /// file. Of a log that it cannot take the name is changed; the log itself goes aside either
    /// way.
    private static func settleLog(of path: String, aside: String, exists: Bool) throws(StoreError) {
        guard access(path + "-wal", F_OK) == 0 else { return }
        guard link(path + "-wal", aside + "-wal") == 0 else {
            throw .unreadable(path: path + "-wal")
        }
        if exists {
            do throws(SQLiteError) {
                let old = try Connection(path: path, mode: .write)
                // All of the log, not as much of it as others let through.
                let isTaken = try old.statement("PRAGMA wal_checkpoint(PASSIVE)").first {
                    $0.int(0) == 0 && $0.int(1) == $0.int(2)
                }
                if isTaken != true {
                    throw SQLiteError(code: SQLITE_BUSY, message: "the log is read")
                }
            } catch {
                // What cannot be read has no log to take in either.
                guard error.isDamage || error.code & 0xFF == SQLITE_ERROR else {
                    unlink(aside + "-wal")
                    throw StoreError(error, path: path)
                }
            }
        }
        for ending in ["-wal", "-shm"] { unlink(path + ending) }
    }

    /// Whose an account is in a copy; nil when nobody's, or the copy is of an earlier program or
    /// none of ours. Nothing is written.
    package static func officer(withAccount account: String, inCopy path: String) -> Officer? {
        guard let connection = try? Connection(path: path, mode: .read),
            (try? ForeignFile.check(connection, path)) != nil
        else { return nil }
        return try? ForeignFile.soon(connection) { () throws(SQLiteError) in
            try Rows(connection).first(Officer.self, "account = ?", .text(account))
        }
    }
}

extension WriterQueue {
    /// A restored store answers for nothing that was given out before it.
    static func forgetNumbers(_ path: String) {
        if access(path, F_OK) == 0 { truncate(path, 64) }
    }
}
