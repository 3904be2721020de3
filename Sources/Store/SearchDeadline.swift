import Glibc

/// Tells SQLite when a search has taken long enough.
final class SearchDeadline {
    private let end: Int

    init(milliseconds: Int) { end = SearchDeadline.now() + milliseconds * 1_000_000 }

    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    let check: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { pointer in
        guard let pointer else { return 0 }
        let deadline = Unmanaged<SearchDeadline>.fromOpaque(pointer).takeUnretainedValue()
        return SearchDeadline.now() > deadline.end ? 1 : 0
    }

    private static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
