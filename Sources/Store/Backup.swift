import CSQLite
import Glibc
import Repatriation
import SQLite

extension Store {
    /// The same for somebody who takes it away: that they did is noted first. Throws `notAllowed`:
    /// copies hold everything.
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
        do {
            try connection.backup(to: partial.path)
            let copy = try Connection(path: partial.path, mode: .write)
            try copy.execute("PRAGMA journal_mode = DELETE")
            let verdict = try copy.statement("PRAGMA integrity_check(1)").first { $0.text(0) }
            guard verdict == "ok" else { throw StoreError.damaged(path: partial.path) }
        } catch let error as SQLiteError {
            throw StoreError(error, path: target)
        } catch let error as StoreError {
            throw error
        } catch {
            throw .unreadable(path: target)
        }
        guard StoreFiles.sync(partial.path), csqlite_rename_new(partial.path, target) == 0,
            StoreFiles.sync(StoreFiles.folder(of: target))
        else { throw .unreadable(path: target) }
    }

    /// The daily copy beside the store, and the oldest of more than `keep` removed. True when one
    /// was made.
    ///
    /// `label` tells the copy of a shift's end from the day's first.
    @discardableResult
    package func backupDaily(day: CivilDate, label: String = "", keep: Int = 28) throws(StoreError)
        -> Bool
    {
        let target = "\(path).backup-\(day.text)\(label)"
        Temporary.sweep(beside: path)
        guard access(target, F_OK) != 0 else { return false }
        try backup(to: target)
        let folder = StoreFiles.folder(of: path)
        let prefix = StoreFiles.name(of: path) + ".backup-"
        let kept = StoreFiles.names(in: folder).filter {
            $0.hasPrefix(prefix) && !$0.contains("partial")
        }.sorted()
        for name in kept.dropLast(keep) { unlink("\(folder)/\(name)") }
        return true
    }
}

extension StoreFiles {
    /// Where the system wants folders that are needed for a while.
    static var temporaryBase: String {
        let said = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        return said.isEmpty ? "/tmp" : said
    }

    /// A new folder for this account only; its name begins so. Throws when the system makes none.
    package static func makeTemporary(_ name: String) throws(StoreError) -> String {
        let base = temporaryBase
        var template =
            Array("\(base)/\(name)-".utf8CString.dropLast()) + Array(repeating: 88, count: 6) + [0]
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
                withUnsafeBytes(of: entry.pointee.d_name) {
                    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names.filter { $0 != "." && $0 != ".." }
    }
}
