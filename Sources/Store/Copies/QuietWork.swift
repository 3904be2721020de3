import Glibc
import Repatriation
import SQLite

/// Long work beside the desks: on a processor and a disk that nobody else wants just then, with a
/// rest after every step, and given up once it is not wanted.
struct QuietWork {
    private let isWanted: @Sendable () -> Bool
    private let growth: LogGrowth?
    /// Pages of a step: a mebibyte of the usual size.
    private static let step: Int32 = 256
    /// The least rest, in milliseconds; a step that took long is followed by twice as long a one.
    private static let rest = 4

    init(_ isWanted: @escaping @Sendable () -> Bool, _ growth: LogGrowth? = nil) {
        (self.isWanted, self.growth) = (isWanted, growth)
    }

    /// Whether it goes on that the log waits for.
    private var isHeld: Bool { isWanted() && growth?.isOver != true }

    /// Copies what `source` sees now, unless the log grows too far meanwhile. A step is on the disk
    /// before the next is written, so that a desk's commit never waits behind more than one.
    func copy(_ source: Connection, to target: Temporary) throws {
        var began = StoreFiles.uptime
        try source.backup(to: target.path, pages: QuietWork.step) { () throws(SQLiteError) in
            guard isHeld else { throw SQLiteError.interrupted }
            guard target.settle() else { throw SQLiteError.diskFailed }
            let taken = growth?.isNear == true ? 0 : StoreFiles.uptime - began
            usleep(UInt32(min(max(QuietWork.rest, 2 * taken), 500)) * 1000)
            began = StoreFiles.uptime
        }
    }

    /// Whether SQLite finds no fault in a copy's pages.
    func isSound(_ path: String) -> Bool {
        defer { StoreFiles.forget(path) }
        guard let copy = try? Connection(path: path, mode: .read) else { return false }
        let verdict = try? run(on: copy) { () throws(SQLiteError) in
            try copy.statement("PRAGMA quick_check(1)").first { $0.text(0) }
        }
        return verdict == "ok"
    }

    /// Runs statements that end once the work is not wanted; those that the log waits for also once
    /// it has grown too far.
    func run<Value, Failure: Error>(
        on connection: Connection, holdingLog: Bool = false, _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try connection.interrupting(when: { holdingLog ? !isHeld : !isWanted() }, body)
    }
}
