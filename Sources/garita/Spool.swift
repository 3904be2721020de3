import Glibc
import Store

/// A long result on its way out: it lies in a file without a name until it is whole, so that
/// whoever reads it slowly holds up nobody, and what fails half-way has told nothing.
final class Spool {
    private let folder: TemporaryFolder
    private let file: Int32

    /// Empty. Throws where the system gives no room for it.
    init() throws(StoreError) {
        folder = try TemporaryFolder("garita-salida")
        let path = "\(folder.path)/filas"
        file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .unreadable(path: path) }
        unlink(path)
    }

    deinit { close(file) }

    /// Goes on. Throws `full`.
    func add(_ text: String) throws(StoreError) {
        guard write(text, to: file) else { throw .full }
    }

    /// Writes all of it out.
    func put() {
        lseek(file, 0, SEEK_SET)
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { room.deallocate() }
        while true {
            let count = uninterrupted { read(file, room.baseAddress, room.count) }
            if count < 0 { unwritten() }
            guard count > 0 else { return }
            garita.put(UnsafeRawBufferPointer(rebasing: room[..<count]))
        }
    }
}
