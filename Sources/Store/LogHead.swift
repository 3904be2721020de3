import Glibc

/// How much of a write-ahead log counts, as the head of its index says (sqlite.org/walformat.html,
/// 2.1 and 2.2).
struct LogHead: Equatable {
    /// What tells this round of the log from earlier ones.
    let salt: UInt64
    /// How many frames are committed.
    let frames: Int
    private let moved: Int
    private let frameSize: Int

    private static let headSize = 32

    /// Reads it; nil when there is none yet.
    init?(index: Int32) {
        guard let words = LogHead.words(index) else { return nil }
        self.init(words)
    }

    /// How often a head that is just being written is read again.
    private static let patience = 1000

    /// Reads it while others may write it: nil when there is none, or both of its copies did not
    /// agree in time.
    static func settled(index: Int32) -> LogHead? {
        for _ in 0..<patience {
            guard let words = words(index) else { return nil }
            if words[0..<12] == words[12..<24] { return LogHead(words) }
            sched_yield()
        }
        return nil
    }

    private static func words(_ index: Int32) -> [UInt32]? {
        var words = [UInt32](repeating: 0, count: 25)
        let isRead = words.withUnsafeMutableBytes {
            pread(index, $0.baseAddress, $0.count, 0) == $0.count
        }
        return isRead ? words : nil
    }

    private init?(_ words: [UInt32]) {
        // Byte 12 says whether it was filled; bytes 14 and 15 are the size of a page, 1 for 65 536.
        guard words[3] & 0xFF == 1 else { return nil }
        let page = Int(words[3] >> 16)
        frameSize = (page == 1 ? 65_536 : page) + 24
        frames = Int(words[4])
        salt = UInt64(words[9]) << 32 | UInt64(words[8])
        moved = Int(words[24])
    }

    /// How many bytes were written since an earlier look, or since it began anew.
    func bytes(since earlier: LogHead) -> Int {
        (frames - (salt == earlier.salt ? earlier.frames : 0)) * frameSize
    }

    /// Some of it is not in the store yet.
    var isNeeded: Bool { moved < frames }
    /// How long the log is at least.
    var length: Int { LogHead.headSize + frames * frameSize }
    /// Where its last frame begins.
    var start: Int { LogHead.headSize + (frames - 1) * frameSize }
}
