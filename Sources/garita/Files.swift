import Glibc
import Store

/// Small things of the file system.
enum Files {
    /// Makes a folder and those above it, for this account only.
    static func makeFolder(_ path: String) -> Bool {
        if access(path, F_OK) == 0 { return true }
        return makeFolder(StoreFiles.folder(of: path))
            && (mkdir(path, 0o700) == 0 || errno == EEXIST)
    }

    /// Writes a new file for this account only; false where there is one, whatever it
    /// is, and where not all of it could be written: of that nothing stays.
    static func create(_ text: String, at path: String) -> Bool {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let isWhole = garita.write(text, to: descriptor)
        if !isWhole { unlink(path) }
        return isWhole
    }

    /// Writes a file for this account only, in place of any before.
    static func write(_ text: String, to path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return garita.write(text, to: descriptor)
    }
}
