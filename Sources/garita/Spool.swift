import Glibc
import Store

/// A long result on its way out: it lies in a file without a name until it is whole, so that
/// whoever reads it slowly holds up nobody, and what fails half-way has told nothing.
///
/// It lies beside the store, whose rows it has.
final class Spool {
    private let file: Int32

    /// Empty. Throws where the system gives no room for it.
    init(beside store: Store) throws(StoreError) {
        let path = "\(store.path).salida-\(getpid())"
        file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .unreadable(path: path) }
        unlink(path)
    }

    deinit { close(file) }

    /// Goes on. Throws `full`.
    func add(_ text: String) throws(StoreError) {
        guard write(text, to: file) else { throw .full }
    }

    /// Goes on. Throws `full`.
    func add(_ bytes: [UInt8]) throws(StoreError) {
        guard bytes.withUnsafeBytes({ write($0, to: file) }) else { throw .full }
    }

    /// Writes all of it out.
    func put() {
        guard lseek(file, 0, SEEK_SET) == 0 else { unwritten() }
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
