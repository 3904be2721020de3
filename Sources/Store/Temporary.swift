import Glibc

/// A file beside another that is whole before anybody may see it, or that only this work needs.
///
/// It is locked while its work goes on and goes with its holder. One whose work was killed is
/// locked by nobody: the next work of its kind removes it.
final class Temporary {
    /// What the work is; the file's name says it.
    enum Kind: String, CaseIterable {
        case new, restore, fold, partial
    }

    let path: String
    private let lock: Descriptor

    private static let endings = ["-wal", "-shm", "-journal", ".open", ".lock", ""]

    /// Makes it, empty, for the group of what it stands beside; what was left of such work earlier
    /// is removed.
    init(beside target: String, _ kind: Kind, group: gid_t? = nil) throws(StoreError) {
        path = "\(target).\(kind.rawValue)-\(getpid())"
        Temporary.sweep(beside: target)
        let isCopy = kind == .partial
        let own = isCopy || kind == .new ? nil : StoreFiles.group(of: target)
        try StoreFiles.create(path, group: group ?? own, isCopy: isCopy)
        guard let lock = Descriptor(path: path, flags: O_RDWR),
            flock(lock.number, LOCK_EX | LOCK_NB) == 0
        else {
            unlink(path)
            throw .unreadable(path: path)
        }
        self.lock = lock
    }

    deinit { Temporary.remove(path) }

    /// Its bytes are on the disk, and keep no room in memory from what desks read.
    func settle() -> Bool {
        let isDone = fdatasync(lock.number) == 0
        posix_fadvise(lock.number, 0, 0, POSIX_FADV_DONTNEED)
        return isDone
    }

    /// From here on it has no name: whoever is killed leaves nothing of it.
    func forgetName() { unlink(path) }

    /// Removes what killed work left beside a file: only what bears that file's own name.
    static func sweep(beside target: String) {
        for path in abandoned(beside: target) { remove(path) }
    }

    /// What killed work left beside a file.
    static func abandoned(beside target: String) -> [String] {
        let folder = StoreFiles.folder(of: target)
        let own = StoreFiles.name(of: target)
        return StoreFiles.names(in: folder).filter { $0.hasPrefix(own + ".") }.filter { name in
            Kind.allCases.contains { kind in
                let front = name.drop(tail: \.isNumber)
                return front.count < name.count && front.hasSuffix(".\(kind.rawValue)-")
            }
        }.map { "\(folder)/\($0)" }.filter(isAbandoned).sorted()
    }

    private static func isAbandoned(_ path: String) -> Bool {
        var info = stat()
        guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_uid == geteuid(),
            let descriptor = Descriptor(path: path, flags: O_RDWR),
            flock(descriptor.number, LOCK_EX | LOCK_NB) == 0
        else { return false }
        var head = [UInt8](repeating: 0, count: 16)
        return info.st_size == 0
            || pread(descriptor.number, &head, 16, 0) == 16
                && (head == Array("SQLite format 3\0".utf8) || head.allSatisfy { $0 == 0 })
    }

    /// The file goes last: as long as it is there, what stands beside it is found by it.
    private static func remove(_ path: String) { for ending in endings { unlink(path + ending) } }
}

extension StoreFiles {
    /// What stands beside a store besides its daily copies: what killed work left, and stores that
    /// were set aside.
    package static func leftovers(of path: String) -> [String] {
        let path = resolved(path)
        return Temporary.abandoned(beside: path)
            + copiesOfStore(path).filter { !$0.contains(".backup-") }
    }
}

extension String {
    /// Without the last characters that are so.
    fileprivate func drop(tail isOf: (Character) -> Bool) -> Substring {
        self[..<(lastIndex { !isOf($0) }.map(index(after:)) ?? startIndex)]
    }
}
