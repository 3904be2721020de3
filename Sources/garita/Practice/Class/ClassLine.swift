import Glibc
import Repatriation
import Store
import Synchronization

/// A line between a trainee's terminal and the trainer's: a JSON value in each line.
///
/// Nobody waits for whoever does not read: what is said one after another stands in a queue, and of
/// what only the newest counts that alone. Both go on as soon as there is room again.
final class ClassLine: Sendable {
    /// As much may wait for somebody who does not read, in bytes, before the line is given up.
    static let patience = 1 << 22

    /// Of what only the newest counts.
    enum Slot: Sendable { case pace, told, state, frame }

    private struct Outgoing {
        var isOpen = true
        /// A thread waits for room.
        var isWaiting = false
        /// What the other end has not taken yet.
        var unsent: [UInt8] = []
        var newest: [(slot: Slot, value: JSON)] = []
    }

    let descriptor: Int32
    private let outgoing = Mutex(Outgoing())

    init(_ descriptor: Int32) { self.descriptor = descriptor }

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
                "La clase no ha empezado: garita demo --class ARCHIVO.",
                "The class has not begun: garita demo --class FILE.")
        }
        return ClassLine(made)
    }

    deinit { Glibc.close(descriptor) }

    /// Says a value after all that was said before; false where the other end is gone, or has read
    /// nothing for very long. With `anew` what only the newest counts of, and was not sent yet, is
    /// of no account any more.
    @discardableResult
    func send(_ value: JSON, anew: Bool = false) -> Bool {
        tell { outgoing in
            if anew { outgoing.newest = [] }
            outgoing.unsent += ClassLine.bytes(value)
        }
    }

    /// Says a value in the place of an earlier one that was not sent yet; as ``send(_:anew:)``.
    @discardableResult
    func show(_ value: JSON, as slot: Slot) -> Bool {
        tell { outgoing in
            outgoing.newest.removeAll { $0.slot == slot }
            outgoing.newest.append((slot, value))
        }
    }

    private static func bytes(_ value: JSON) -> [UInt8] { Array((value.serialized + "\n").utf8) }

    private func tell(_ say: (inout Outgoing) -> Void) -> Bool {
        let (isOpen, isFull) = outgoing.withLock { outgoing in
            guard outgoing.isOpen else { return (false, false) }
            say(&outgoing)
            flush(&outgoing)
            let isFull = outgoing.isOpen && !outgoing.unsent.isEmpty && !outgoing.isWaiting
            if isFull { outgoing.isWaiting = true }
            return (outgoing.isOpen, isFull)
        }
        if isFull { Detached.run { [self] in waitForRoom() } }
        return isOpen
    }

    /// Sends what there is room for.
    private func flush(_ outgoing: inout Outgoing) {
        while outgoing.isOpen {
            if outgoing.unsent.isEmpty {
                guard !outgoing.newest.isEmpty else { return }
                outgoing.unsent = ClassLine.bytes(outgoing.newest.removeFirst().value)
            }
            let sent = outgoing.unsent.withUnsafeBytes { bytes in
                uninterrupted {
                    Glibc.send(
                        descriptor, bytes.baseAddress, bytes.count,
                        Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
                }
            }
            if sent > 0 {
                outgoing.unsent.removeFirst(sent)
            } else if errno == EAGAIN, outgoing.unsent.count <= ClassLine.patience {
                return
            } else {
                shutdown(descriptor, Int32(SHUT_RDWR))
                outgoing.isOpen = false
            }
        }
    }

    private func waitForRoom() {
        var room = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        while true {
            _ = uninterrupted { Int(poll(&room, 1, -1)) }
            let isDone = outgoing.withLock { outgoing in
                flush(&outgoing)
                outgoing.isWaiting = outgoing.isOpen && !outgoing.unsent.isEmpty
                return !outgoing.isWaiting
            }
            if isDone { return }
        }
    }

    /// Nothing goes over it any more.
    func hangUp() {
        outgoing.withLock { $0.isOpen = false }
        shutdown(descriptor, Int32(SHUT_RDWR))
    }
}
