import Glibc
import Repatriation
import SQLite

extension Store {
    /// Copies the store to a new file while desks work, checks the copy, and only then gives it its name.
    package func backup(to target: String) throws(StoreError) {
        guard access(target, F_OK) != 0 else { throw .exists(path: target) }
        let partial = "\(target).partial-\(getpid())"
        try StoreFiles.create(partial, group: nil)
        var isDone = false
        defer { if !isDone { unlink(partial) } }
        do {
            try connection.backup(to: partial)
            let copy = try Connection(path: partial, mode: .write)
            try copy.execute("PRAGMA journal_mode = DELETE")
            let verdict = try copy.statement("PRAGMA integrity_check(1)").first { $0.text(0) }
            guard verdict == "ok" else { throw StoreError.damaged(path: partial) }
        } catch let error as SQLiteError {
            throw StoreError(error, path: target)
        } catch let error as StoreError {
            throw error
        } catch {
            throw .unreadable(path: target)
        }
        guard StoreFiles.sync(partial), rename(partial, target) == 0, StoreFiles.sync(StoreFiles.folder(of: target))
        else { throw .unreadable(path: target) }
        isDone = true
    }

    /// The daily copy beside the store, and the oldest of more than `keep` removed. True when one was made.
    ///
    /// `label` tells the copy of a shift's end from the day's first.
    @discardableResult
    package func backupDaily(day: CivilDate, label: String = "", keep: Int = 28) throws(StoreError) -> Bool {
        let target = "\(path).backup-\(day.text)\(label)"
        guard access(target, F_OK) != 0 else { return false }
        try backup(to: target)
        let folder = StoreFiles.folder(of: path)
        let prefix = String(path.split(separator: "/").last ?? "") + ".backup-"
        let kept = StoreFiles.names(in: folder).filter { $0.hasPrefix(prefix) && !$0.contains("partial") }.sorted()
        for name in kept.dropLast(keep) { unlink("\(folder)/\(name)") }
        return true
    }

    /// Puts a backup in the place of a store. Refused while a process uses it, and over a store without `force`.
    package static func restore(_ backup: String, to path: String, force: Bool) throws(StoreError) {
        let path = StoreFiles.resolved(path)
        guard access(backup, R_OK) == 0 else { throw .missing(path: backup) }
        try check(backup)
        let exists = access(path, F_OK) == 0
        if exists && !force { throw .exists(path: path) }
        // A process may work on a file that was moved away: it is asked for all the same.
        guard let presence = Descriptor(path: path + ".open", flags: O_RDWR | O_CREAT, mode: StoreFiles.mode(path))
        else {
            throw .unreadable(path: path + ".open")
        }
        guard flock(presence.number, LOCK_EX | LOCK_NB) == 0 else {
            throw .inUse(StoreFiles.holders(of: path + ".open"))
        }
        let partial = "\(path).restore-\(getpid())"
        try StoreFiles.create(partial, group: nil)
        defer { unlink(partial) }
        do {
            let source = try Connection(path: backup, mode: .read)
            try source.backup(to: partial)
            let copy = try Connection(path: partial, mode: .write)
            try prepare(copy)
            try drawOrigin(copy)
            try copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            try copy.execute("PRAGMA journal_mode = DELETE")
        } catch { throw StoreError(error, path: backup) }
        if exists { StoreFiles.copyRights(from: path, to: partial) }
        guard StoreFiles.sync(partial) else { throw .unreadable(path: partial) }
        let aside = try setAside(path)
        guard rename(partial, path) == 0 else {
            // What was there comes back: a failed restore leaves the store as it was.
            for ending in ["", "-wal", "-shm"] { rename(aside + ending, path + ending) }
            throw .unreadable(path: path)
        }
        guard StoreFiles.sync(StoreFiles.folder(of: path)) else { throw .unreadable(path: path) }
    }

    /// Whose an account is in a copy; nil when nobody's, or the copy is of an earlier program. Nothing is written.
    package static func officer(withAccount account: String, inCopy path: String) -> Officer? {
        guard let connection = try? Connection(path: path, mode: .read) else { return nil }
        return try? Rows(connection).first(Officer.self, "account = ?", .text(account))
    }

    /// Moves a store away with its write-ahead log, which holds its last commits; nothing of it is left to be
    /// replayed onto another file.
    private static func setAside(_ path: String) throws(StoreError) -> String {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let aside = "\(path).replaced-\(now.tv_sec)-\(padded(now.tv_nsec, 9))"
        for ending in ["", "-wal", "-shm"] where access(path + ending, F_OK) == 0 {
            guard rename(path + ending, aside + ending) == 0 else { throw .unreadable(path: path + ending) }
        }
        return aside
    }

    /// Refuses a file that is no store of ours, or newer, or damaged.
    private static func check(_ path: String) throws(StoreError) {
        do throws(SQLiteError) {
            let connection = try Connection(path: path, mode: .read)
            let version = try Schema.migrator.version(of: connection)
            if version > Schema.migrator.newest { throw SQLiteError(code: -2, message: "newer") }
            let origin = try connection.statement("SELECT origin FROM meta").first { $0.int(0) }
            let verdict = try connection.statement("PRAGMA integrity_check(1)").first { $0.text(0) }
            guard origin != nil, verdict == "ok" else { throw SQLiteError(code: 11, message: "damaged") }
        } catch {
            throw error.code == -2 ? .newer(path: path) : .damaged(path: path)
        }
    }
}

extension StoreFiles {
    /// A new folder for this account only; its name begins so. Throws when the system makes none.
    package static func makeTemporary(_ name: String) throws(StoreError) -> String {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        let base = parent.isEmpty ? "/tmp" : parent
        var template = Array("\(base)/\(name)-".utf8CString.dropLast()) + Array(repeating: 88, count: 6) + [0]
        guard mkdtemp(&template) != nil else { throw .unreadable(path: base) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes a folder with everything in it.
    package static func removeTree(_ folder: String) {
        for name in names(in: folder) {
            let path = "\(folder)/\(name)"
            if unlink(path) != 0 { removeTree(path) }
        }
        rmdir(folder)
    }

    /// Gives a file the mode and group of another.
    static func copyRights(from source: String, to target: String) {
        var info = stat()
        guard stat(source, &info) == 0 else { return }
        if chown(target, uid_t.max, info.st_gid) == 0 { chmod(target, info.st_mode & 0o660) }
    }

    /// Makes sure that a file's bytes are on the disk.
    static func sync(_ path: String) -> Bool {
        guard let descriptor = Descriptor(path: path, flags: O_RDONLY) else { return false }
        return fsync(descriptor.number) == 0
    }

    /// The names in a folder.
    package static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names.filter { $0 != "." && $0 != ".." }
    }
}
