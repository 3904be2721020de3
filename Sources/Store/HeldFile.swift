import Glibc

/// One file that SQLite holds open: which it is and how long it was.
struct HeldFile {
    private let name: ContiguousArray<CChar>
    private let number: Int32
    private let device: dev_t
    let inode: ino_t
    private var length = 0

    /// The file of that name; nil when it is not what all of these descriptors hold, or none does.
    init?(_ path: String, _ descriptors: [Int32]) {
        name = path.utf8CString
        var info = stat()
        guard let first = descriptors.first, HeldFile.look(name, &info) else { return nil }
        number = first
        device = info.st_dev
        inode = info.st_ino
        length = Int(info.st_size)
        guard descriptors.allSatisfy(isHeld) else { return nil }
    }

    /// Whether a descriptor is of this very file.
    func isHeld(by descriptor: Int32) -> Bool {
        var info = stat()
        return fstat(descriptor, &info) == 0 && isSame(info)
    }

    /// Whether the name is still this file's alone and the file no shorter than it was; a log is
    /// shorter at times.
    mutating func isInPlace(isLog: Bool = false) -> Bool {
        var info = stat()
        guard HeldFile.look(name, &info), isSame(info) else { return false }
        return isLog || info.st_nlink == 1 && isLongEnough(info)
    }

    /// Whether the name is still this file's, whatever has become of it.
    func hasName() -> Bool {
        var info = stat()
        return HeldFile.look(name, &info) && isSame(info)
    }

    /// Whether the file, whatever its name is now, is no shorter than it was.
    mutating func isWhole() -> Bool {
        var info = stat()
        return fstat(number, &info) == 0 && isSame(info) && isLongEnough(info)
    }

    /// It may be shorter from now on.
    mutating func forgetSize() { length = 0 }

    private mutating func isLongEnough(_ info: stat) -> Bool {
        guard info.st_size >= length else { return false }
        length = Int(info.st_size)
        return true
    }

    private func isSame(_ info: stat) -> Bool { info.st_ino == inode && info.st_dev == device }

    private static func look(_ name: ContiguousArray<CChar>, _ info: inout stat) -> Bool {
        name.withUnsafeBufferPointer { $0.baseAddress.map { stat($0, &info) == 0 } ?? false }
    }
}

/// What the kernel says that a process has open.
enum OpenDescriptors {
    /// For each path the descriptors that were opened by it, also those of a file that has lost
    /// that name since.
    static func named(_ paths: [String], in folder: String = "/proc/self/fd") -> [[Int32]] {
        var found = paths.map { _ in [Int32]() }
        for entry in StoreFiles.names(in: folder) {
            guard let number = Int32(entry), let target = target(of: "\(folder)/\(entry)") else {
                continue
            }
            for (place, path) in paths.enumerated()
            where target == path || target == path + " (deleted)" {
                found[place].append(number)
            }
        }
        return found
    }

    /// Whether a process has the file of that number open by this path, also one that has lost its
    /// name since. Where nobody may look it is believed.
    static func has(_ process: Int32, _ path: String, _ inode: ino_t) -> Bool {
        let folder = "/proc/\(process)/fd"
        guard access(folder, R_OK | X_OK) == 0 else { return access("/proc/\(process)", F_OK) == 0 }
        return named([path], in: folder)[0].contains { number in
            var info = stat()
            return stat("\(folder)/\(number)", &info) == 0 && info.st_ino == inode
        }
    }

    private static func target(of link: String) -> String? {
        var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 16)
        let count = readlink(link, &bytes, bytes.count)
        return count > 0
            ? String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self) : nil
    }
}
