import CSQLite
import Glibc
import Repatriation

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

    /// What was read of a file keeps no room in memory from what desks read.
    static func forget(_ path: String) {
        guard let descriptor = Descriptor(path: path, flags: O_RDONLY) else { return }
        posix_fadvise(descriptor.number, 0, 0, POSIX_FADV_DONTNEED)
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

    /// Whether there is a file of that name: no folder, and nothing that is waited for.
    static func isFile(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
    }

    /// How many bytes a file has; 0 where there is none.
    static func size(_ path: String) -> Int {
        var info = stat()
        return stat(path, &info) == 0 ? Int(info.st_size) : 0
    }

    /// How many bytes of the disk of a folder are free, beside what is left for the desks: a tenth
    /// of it, at most 512 MiB.
    package static func room(in folder: String) -> Int {
        var disk = statvfs()
        guard statvfs(folder, &disk) == 0 else { return 0 }
        let block = Int(disk.f_frsize)
        return Int(disk.f_bavail) * block - min(Int(disk.f_blocks) * block / 10, 512 << 20)
    }
}
