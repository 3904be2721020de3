import Glibc
import Repatriation

/// For whom a process writes: its officer, and the desk it last acted at.
struct Seat: Equatable {
    var officer = 0
    var point = PointCode.none
    var desk = 0
}

/// What whoever holds the queue writes into it: one short line, numbers only, and never waited for.
/// It says who it was, not whether they still hold it; that only the kernel knows.
struct HolderMark: Equatable {
    let process: Int32
    let since: Instant
    let seat: Seat

    private static let length = 64

    init(_ seat: Seat) {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        process = getpid()
        since = Instant(milliseconds: now.tv_sec * 1000 + now.tv_nsec / 1_000_000)
        self.seat = seat
    }

    /// The line in the file; nil when it is of another program or none.
    init?(reading descriptor: Int32) {
        var bytes = [UInt8](repeating: 0, count: HolderMark.length)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count == bytes.count, let line = String(validating: bytes, as: UTF8.self) else {
            return nil
        }
        let words = line.split { $0 == " " || $0 == "\n" }
        guard words.count == 5, let process = Int32(words[0]), process > 0,
            let since = Int(words[1]),
            let officer = Int(words[2]), let desk = Int(words[4])
        else { return nil }
        self.process = process
        self.since = Instant(milliseconds: since)
        seat = Seat(officer: officer, point: PointCode(String(words[3])) ?? .none, desk: desk)
    }

    /// Of one length, so that a longer one never shows behind a shorter.
    func write(_ descriptor: Int32) {
        let point = seat.point == .none ? "-" : seat.point.text
        var bytes = Array(
            "\(process) \(since.milliseconds) \(seat.officer) \(point) \(seat.desk)".utf8)
        bytes += repeatElement(0x20, count: max(0, HolderMark.length - 1 - bytes.count)) + [0x0A]
        pwrite(descriptor, &bytes, HolderMark.length, 0)
    }
}

/// What the kernel tells of locks and processes.
enum KernelLocks {
    /// The processes that hold a `flock` on the file of this number; nil where the system does not
    /// list them.
    static func holders(of file: ino_t) -> [Int32]? {
        guard let bytes = StoreFiles.read("/proc/locks", atMost: 1 << 20) else { return nil }
        // `2: FLOCK  ADVISORY  WRITE 5406 fe:00:16223087 0 EOF`; `->` stands before those who wait.
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count >= 6, words[1] == "FLOCK",
                words[5].split(separator: ":").last == "\(file)"
            else {
                return nil
            }
            return Int32(words[4])
        }
    }

    /// Whether a process is stopped, by its terminal or by another program.
    static func isStopped(_ process: Int32) -> Bool {
        guard let bytes = StoreFiles.read("/proc/\(process)/stat", atMost: 4096),
            // The name stands in brackets and may have any letter.
            let end = bytes.lastIndex(of: UInt8(ascii: ")")), bytes.indices.contains(end + 2)
        else { return false }
        return [UInt8(ascii: "T"), UInt8(ascii: "t")].contains(bytes[end + 2])
    }
}
