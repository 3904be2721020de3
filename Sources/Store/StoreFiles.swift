import CSQLite
import Glibc
import Repatriation

/// What the store asks of the file system.
package enum StoreFiles {
    /// The file's own path, without links in it: the log and the locks stand beside it. The path
    /// itself while there is no such file.
    package static func resolved(_ path: String) -> String {
        guard let own = realpath(path, nil) else { return path }
        defer { free(own) }
        return String(cString: own)
    }

    /// Refuses a file that is missing, has a second name, lies on a network drive, or that others
    /// can write, itself or its folder. What others can only read is closed to them; true when the
    /// store itself was open so.
    static func check(_ path: String) throws(StoreError) -> Bool {
        var info = stat()
        guard stat(path, &info) == 0 else {
            guard errno == ENOENT else { throw .unreadable(path: path) }
            try checkNothingIsLeft(of: path)
            throw .missing(path: path)
        }
        guard !isFolder(path) else { throw .folder(path: path) }
        guard info.st_mode & S_IFMT == S_IFREG, access(path, R_OK | W_OK) == 0 else {
            throw .unreadable(path: path)
        }
        guard info.st_nlink == 1 else { throw .linked(path: path) }
        guard !csqlite_is_network(path) else { throw .network(path: path) }
        let isOfGroup = info.st_mode & 0o060 == 0o060
        let wasReadable = try shutOut(path, info, sparing: isOfGroup)
        // Whoever may write in the folder may put another file in this one's place.
        var around = stat()
        let group = isOfGroup ? info.st_gid : nil
        guard stat(folder(of: path), &around) != 0 || !isShared(around, with: group) else {
            throw .openToOthers(
                path: folder(of: path), mend: around.st_gid == group ? "o-w" : "go-w")
        }
        // Nor may the log and the locks be somebody's who laid them out beforehand.
        for ending in ["-wal", "-shm", ".open", ".lock"] {
            var side = stat()
            guard lstat(path + ending, &side) == 0 else { continue }
            let isOwn = [0, info.st_uid].contains(side.st_uid) || isOfGroup
            guard side.st_mode & S_IFMT == S_IFREG, isOwn else {
                throw .openToOthers(path: path + ending, mend: "go-rwx")
            }
            _ = try shutOut(path + ending, side, sparing: isOfGroup)
        }
        return wasReadable
    }

    /// Whether there is a folder of that name.
    static func isFolder(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// Takes away what others may read; throws where they may write, or where it is not this
    /// account's to take away.
    private static func shutOut(_ path: String, _ info: stat, sparing isOfGroup: Bool)
        throws(StoreError) -> Bool
    {
        let others: mode_t = isOfGroup ? 0o007 : 0o077
        guard info.st_mode & others != 0 else { return false }
        guard info.st_mode & others & 0o022 == 0, chmod(path, info.st_mode & 0o770 & ~others) == 0
        else {
            throw .openToOthers(path: path, mend: isOfGroup ? "o-rwx" : "go-rwx")
        }
        return true
    }

    /// The group whose members may use a store: of its file, and where that was lost of the folder
    /// that was made for it.
    static func group(of path: String) -> gid_t? {
        var info = stat()
        if stat(path, &info) == 0 { return info.st_mode & 0o060 == 0o060 ? info.st_gid : nil }
        guard stat(folder(of: path), &info) == 0, info.st_mode & 0o7777 == groupsFolder,
            [0, geteuid()].contains(info.st_uid)
        else { return nil }
        return info.st_gid
    }

    /// The mode of a folder that is made for a group.
    private static let groupsFolder: mode_t = 0o2770

    /// Whether others may put files in a folder and take any away: others than the store's group,
    /// and a group that is the account's alone.
    private static func isShared(_ folder: stat, with group: gid_t?) -> Bool {
        if folder.st_mode & 0o1000 != 0 { return false }
        if folder.st_mode & 0o002 != 0 { return true }
        guard folder.st_mode & 0o020 != 0, folder.st_gid != group else { return false }
        guard let group = getgrgid(folder.st_gid), let account = getpwuid(geteuid()) else {
            return true
        }
        return strcmp(group.pointee.gr_name, account.pointee.pw_name) != 0
    }

    /// Makes an empty file that only its owner, or its group, can open; its folder too when it is
    /// not there.
    static func create(_ path: String, group: gid_t?, isCopy: Bool = false) throws(StoreError) {
        let folder = folder(of: path)
        if access(folder, F_OK) != 0 {
            guard makeFolders(folder, group: group) else { throw .unreadable(path: folder) }
        }
        guard !csqlite_is_network(folder) else { throw .network(path: path) }
        var around = stat()
        guard stat(folder, &around) == 0, !isShared(around, with: isCopy ? around.st_gid : group)
        else {
            throw .openToOthers(path: folder, mend: around.st_gid == group ? "o-w" : "go-w")
        }
        let descriptor = open(
            path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, group == nil ? 0o600 : 0o660)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .exists(path: path) : .unreadable(path: path)
        }
        defer { close(descriptor) }
        if let group {
            guard fchown(descriptor, uid_t.max, group) == 0, fchmod(descriptor, 0o660) == 0 else {
                unlink(path)
                throw .unreadable(path: path)
            }
        }
    }

    /// Refuses a store that is not there while its log or copies of it are: it was taken away or
    /// half put back, and nobody makes a new one in its place.
    static func checkNothingIsLeft(of path: String) throws(StoreError) {
        let copy = copiesOfStore(path).last
        guard copy != nil || access(path + "-wal", F_OK) == 0 else { return }
        throw .gone(path: path, copy: copy)
    }

    /// The copies beside a store, the newest last: made by day, saved from under it, or set aside
    /// by a restore.
    static func copiesOfStore(_ path: String) -> [String] {
        let own = name(of: path)
        let folder = folder(of: path)
        let found = names(in: folder).filter { name in
            [".backup-", ".rescued-", ".replaced-"].contains { name.hasPrefix(own + $0) }
                && !name.contains("partial")
                && ["-wal", "-shm"].allSatisfy { !name.hasSuffix($0) }
        }
        return found.map { "\(folder)/\($0)" }.sorted { changed($0) < changed($1) }
    }

    private static func changed(_ path: String) -> Int {
        var info = stat()
        return stat(path, &info) == 0
            ? info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec : 0
    }

    private static func makeFolders(_ folder: String, group: gid_t?) -> Bool {
        if access(folder, F_OK) == 0 { return true }
        let parent = self.folder(of: folder)
        guard parent == folder || makeFolders(parent, group: group) else { return false }
        guard mkdir(folder, 0o700) == 0 else { return false }
        if let group {
            return chown(folder, uid_t.max, group) == 0 && chmod(folder, groupsFolder) == 0
        }
        return true
    }

    /// The folder of a path; `.` when it names none.
    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last part of a path.
    static func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }

    /// The mode of files beside the store: as the store's own.
    static func mode(_ path: String) -> mode_t {
        var info = stat()
        return stat(path, &info) == 0 ? info.st_mode & 0o660 : 0o600
    }

    /// The processes that have a file open, as far as this account may see them.
    static func holders(of path: String) -> [Int32] {
        var wanted = stat()
        guard stat(path, &wanted) == 0, let directory = opendir("/proc") else { return [] }
        defer { closedir(directory) }
        var found: [Int32] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let process = Int32(name), process != getpid(), hasOpen(process, wanted) else {
                continue
            }
            found.append(process)
        }
        return found.sorted()
    }

    private static func hasOpen(_ process: Int32, _ wanted: stat) -> Bool {
        guard let directory = opendir("/proc/\(process)/fd") else { return false }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            var info = stat()
            if stat("/proc/\(process)/fd/\(name)", &info) == 0, info.st_ino == wanted.st_ino,
                info.st_dev == wanted.st_dev
            {
                return true
            }
        }
        return false
    }

    /// What tells this machine from another.
    static let machine =
        read("/etc/machine-id").map { String(decoding: $0, as: UTF8.self).trimmed } ?? ""

    /// A zone from the system's database.
    package static func zone(_ name: String) -> Zone? {
        guard !name.isEmpty, !name.contains(".."), !name.hasPrefix("/"),
            let bytes = read("/usr/share/zoneinfo/\(name)")
        else {
            return nil
        }
        return Zone(name: name, bytes: bytes)
    }

    /// The bytes of a file; nil when it cannot be read whole.
    package static func read(_ path: String, atMost limit: Int = 1 << 30) -> [UInt8]? {
        // A pipe that nobody writes is empty, and not waited for.
        guard let descriptor = Descriptor(path: path, flags: O_RDONLY | O_NONBLOCK),
            fcntl(descriptor.number, F_SETFL, 0) == 0
        else { return nil }
        return read(descriptor.number, atMost: limit)
    }

    /// The first bytes that a descriptor gives, at most so many.
    package static func read(_ descriptor: Int32, upTo limit: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: limit)
        var done = 0
        while done < limit {
            let count = bytes.withUnsafeMutableBytes { bytes in
                uninterrupted {
                    Glibc.read(descriptor, bytes.baseAddress?.advanced(by: done), limit - done)
                }
            }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            done += count
        }
        return Array(bytes[..<done])
    }

    /// Everything a descriptor gives until its end.
    package static func read(_ descriptor: Int32, atMost limit: Int = 1 << 30) -> [UInt8]? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = chunk.withUnsafeMutableBytes { chunk in
                uninterrupted { Glibc.read(descriptor, chunk.baseAddress, chunk.count) }
            }
            if count < 0 { return nil }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            if bytes.count > limit { return nil }
        }
    }
}
