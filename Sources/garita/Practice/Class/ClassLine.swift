import Glibc
import Repatriation
import Store
import Synchronization

/// A line between a trainee's terminal and the trainer's: a JSON value in each line.
final class ClassLine: Sendable {
    /// The longest line that is read, in bytes: a screen of 300 × 100.
    static let longest = 1 << 19

    private let descriptor: Int32
    private let isOpen = Mutex(true)

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        // Whoever does not read holds nobody else up.
        var patience = timeval(tv_sec: 0, tv_usec: 300_000)
        setsockopt(
            descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience,
            socklen_t(MemoryLayout<timeval>.size))
    }

    /// The line to the class of a folder. Throws a usage error where the folder is not this
    /// account's alone, or nobody answers there.
    static func open(_ folder: String) throws -> ClassLine {
        try ClassSocket.check(folder)
        let made = try ClassSocket.make()
        guard
            try ClassSocket.at(ClassSocket.path(in: folder), { connect(made, $0, $1) }) == 0
        else {
            Glibc.close(made)
            throw UsageError(
                "El grupo no ha empezado: garita demo --class ARCHIVO.",
                "The class has not begun: garita demo --class FILE.")
        }
        return ClassLine(made)
    }

    deinit { Glibc.close(descriptor) }

    /// Sends one value; false where the other end is gone or does not read.
    @discardableResult
    func send(_ value: JSON) -> Bool {
        let bytes = Array((value.serialized + "\n").utf8)
        return isOpen.withLock { isOpen in
            guard isOpen else { return false }
            var done = 0
            while done < bytes.count {
                let sent = bytes.withUnsafeBytes { bytes in
                    uninterrupted {
                        Glibc.send(
                            descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done,
                            Int32(MSG_NOSIGNAL))
                    }
                }
                guard sent > 0 else {
                    shutdown(descriptor, Int32(SHUT_RDWR))
                    isOpen = false
                    return false
                }
                done += sent
            }
            return true
        }
    }

    /// Nothing goes over it any more.
    func hangUp() {
        isOpen.withLock { $0 = false }
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// Takes each value that comes, until the other end goes. A line that is no JSON is passed
    /// over; after one that is too long nothing more is read.
    func read(_ take: (JSON) -> Void) {
        guard let reader = try? JSONReader() else { return }
        var unread: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = chunk.withUnsafeMutableBytes { chunk in
                uninterrupted { recv(descriptor, chunk.baseAddress, chunk.count, 0) }
            }
            guard count > 0 else { return }
            for byte in chunk.prefix(count) {
                guard byte == 0x0A else {
                    unread.append(byte)
                    continue
                }
                if let text = String(validating: unread, as: UTF8.self),
                    let value = try? reader.read(text)
                {
                    take(value)
                }
                unread.removeAll(keepingCapacity: true)
            }
            guard unread.count <= ClassLine.longest else { return hangUp() }
        }
    }
}
