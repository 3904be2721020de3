import CSQLite

/// One connection to a database file. Not to be shared between threads; each thread opens its own.
package final class Connection {
    /// How the file is opened.
    package enum Mode: Sendable {
        case create, write, read
    }

    private let handle: OpaquePointer
    private var cache: [Text: Statement] = [:]
    private var isClosed = false

    /// A statement's text as a key, or the part of it by which it differs from others of a scope.
    /// Texts run to thousands of letters and are told apart by their length and end; only what
    /// agrees in both is compared whole.
    private struct Text: Hashable {
        var scope = ""
        var isWide = false
        let sql: String

        func hash(into hasher: inout Hasher) {
            let start = UInt64(truncatingIfNeeded: sql.utf8.count &+ scope.utf8.count)
            func sum(_ end: some Sequence<UInt8>) -> UInt64 {
                end.reduce(start) { $0 &* 31 &+ UInt64($1) }
            }
            let quick = sql.utf8.withContiguousStorageIfAvailable { sum($0.suffix(16)) }
            hasher.combine(quick ?? sum(sql.utf8.suffix(16)))
        }
    }

    /// Whether SQLite counts its memory is said once, before anything is opened.
    private static let isWithoutStatistics = csqlite_without_statistics() == SQLITE_OK

    /// Opens a file. Throws when it is missing, unreadable or not to be written.
    package init(path: String, mode: Mode) throws(SQLiteError) {
        let access: Int32 =
            switch mode {
            case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            case .write: SQLITE_OPEN_READWRITE
            case .read: SQLITE_OPEN_READONLY
            }
        _ = Connection.isWithoutStatistics
        var opened: OpaquePointer?
        let code = sqlite3_open_v2(
            path, &opened, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard let opened, code == SQLITE_OK else {
            let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
            sqlite3_close_v2(opened)
            throw SQLiteError(code: code, message: message)
        }
        handle = opened
        _ = csqlite_harden(opened)
        sqlite3_busy_timeout(opened, 250)
    }

    deinit { close() }

    /// Closes the file, which is not used afterwards; the last to close it moves the log into it
    /// and removes the log.
    package func close() {
        guard !isClosed else { return }
        isClosed = true
        cache.removeAll()
        sqlite3_close_v2(handle)
    }

    /// Whether closing leaves the log as it is.
    package func keepLog(_ isKept: Bool) { _ = csqlite_keep_log(handle, isKept ? 1 : 0) }

    /// SQLite's version, for `--version`.
    package static var libraryVersion: String { String(cString: sqlite3_libversion()) }

    /// How long SQLite itself waits for a lock, in milliseconds.
    package func setBusyTimeout(_ milliseconds: Int32) {
        sqlite3_busy_timeout(handle, milliseconds)
    }

    /// A prepared statement, kept for the next time. It comes back reset and unbound.
    package func statement(_ sql: String) throws(SQLiteError) -> Statement {
        try statement(Text(sql: sql)) { sql }
    }

    /// A prepared statement of whoever asks: one of the same text may be read meanwhile.
    package func ownStatement(_ sql: String) throws(SQLiteError) -> Statement {
        try Statement(handle: handle, sql: sql)
    }

    /// A kept one without making its text where it is kept: within a scope, narrow or wide, `part`
    /// tells it apart.
    package func statement(
        _ part: String, of scope: String, isWide: Bool, whole sql: () -> String
    ) throws(SQLiteError) -> Statement {
        try statement(Text(scope: scope, isWide: isWide, sql: part), sql)
    }

    private func statement(_ key: Text, _ sql: () -> String) throws(SQLiteError) -> Statement {
        if let kept = cache[key] {
            kept.reset()
            return kept
        }
        let made = try Statement(handle: handle, sql: sql())
        if cache.count > 400 { cache.removeAll() }
        cache[key] = made
        return made
    }

    /// Runs statements that give no rows and take no values; several may stand in one text.
    package func execute(_ sql: String) throws(SQLiteError) {
        let code = sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw error(code, sql) }
    }

    /// Runs `body` between BEGIN IMMEDIATE and COMMIT; rolls back when it throws.
    package func immediately<Value, Failure: Error>(
        _ body: () throws(Failure) -> Value, orWrap wrap: (SQLiteError) -> Failure
    ) throws(Failure) -> Value {
        do throws(SQLiteError) { try statement("BEGIN IMMEDIATE").run() } catch {
            throw wrap(error)
        }
        let outcome = Result<Value, Failure> { () throws(Failure) in
            let result = try body()
            do throws(SQLiteError) { try statement("COMMIT").run() } catch { throw wrap(error) }
            return result
        }
        if case .failure = outcome, sqlite3_get_autocommit(handle) == 0 {
            sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
        }
        return try outcome.get()
    }

    /// Runs reads as of one moment, whatever others write meanwhile; inside a transaction, as of
    /// that.
    package func snapshot<Value>(_ body: () throws -> Value) throws -> Value {
        guard sqlite3_get_autocommit(handle) != 0 else { return try body() }
        try statement("BEGIN").run()
        do {
            let value = try body()
            // What was written beside is there, or it is said.
            if sqlite3_get_autocommit(handle) == 0 { try execute("COMMIT") }
            return value
        } catch {
            if sqlite3_get_autocommit(handle) == 0 {
                sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
            }
            throw error
        }
    }

    /// Runs `body` between SAVEPOINT and RELEASE; takes back what it wrote when it throws.
    package func savepoint<Value, Failure: Error>(
        _ body: () throws(Failure) -> Value, orWrap wrap: (SQLiteError) -> Failure
    ) throws(Failure) -> Value {
        do throws(SQLiteError) { try execute("SAVEPOINT part") } catch { throw wrap(error) }
        let outcome = Result<Value, Failure> { () throws(Failure) in try body() }
        if case .failure = outcome { sqlite3_exec(handle, "ROLLBACK TO part", nil, nil, nil) }
        do throws(SQLiteError) { try execute("RELEASE part") } catch { throw wrap(error) }
        return try outcome.get()
    }

    /// Runs `body`, whose statements end as interrupted once `stop` says so; it is asked every few
    /// thousand steps.
    package func interrupting<Value, Failure: Error>(
        when stop: @escaping () -> Bool, every steps: Int32 = 2000,
        _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let asked = Asked(stop)
        let context = Unmanaged.passUnretained(asked).toOpaque()
        sqlite3_progress_handler(
            handle, steps,
            { context in
                guard let context else { return 0 }
                return Unmanaged<Asked>.fromOpaque(context).takeUnretainedValue().stop() ? 1 : 0
            }, context)
        defer {
            sqlite3_progress_handler(handle, 0, nil, nil)
            withExtendedLifetime(asked) {}
        }
        return try body()
    }

    /// Runs `body` and counts the statements that it brings to their end: those of triggers are not
    /// told apart.
    package func counting<Value>(_ body: () throws -> Value) rethrows -> (Value, Int) {
        let counted = Counted()
        sqlite3_trace_v2(
            handle, UInt32(SQLITE_TRACE_PROFILE),
            { _, context, _, _ in
                guard let context else { return 0 }
                Unmanaged<Counted>.fromOpaque(context).takeUnretainedValue().count += 1
                return 0
            }, Unmanaged.passUnretained(counted).toOpaque())
        defer {
            sqlite3_trace_v2(handle, 0, nil, nil)
            withExtendedLifetime(counted) {}
        }
        return (try body(), counted.count)
    }

    /// How many have ended.
    private final class Counted {
        var count = 0
    }

    /// What SQLite asks whether to go on.
    private final class Asked {
        let stop: () -> Bool
        init(_ stop: @escaping () -> Bool) { self.stop = stop }
    }

    /// Copies the whole database to `path` while others work on it, as of one moment: in WAL mode a
    /// reader holds nobody up, and a copy without a snapshot would start over at every commit.
    ///
    /// `between` is called after so many pages each; what it throws ends the copy.
    package func backup(
        to path: String, pages: Int32 = 256, between: () throws(SQLiteError) -> Void = {}
    ) throws {
        try snapshot {
            // The first read is what opens the snapshot.
            try statement("PRAGMA schema_version").run()
            try copyPages(to: path, pages, between)
        }
    }

    private func copyPages(
        to path: String, _ pages: Int32, _ between: () throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        let target = try Connection(path: path, mode: .create)
        // A copy that is cut short is thrown away: nothing of it need be taken back. The defensive
        // mode has no journal that is off.
        try target.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
        guard let job = sqlite3_backup_init(target.handle, "main", handle, "main") else {
            throw target.error(sqlite3_extended_errcode(target.handle), nil)
        }
        let outcome = Result { () throws(SQLiteError) in try Connection.step(job, pages, between) }
        let finished = sqlite3_backup_finish(job)
        let code = try outcome.get()
        guard code == SQLITE_DONE, finished == SQLITE_OK else {
            throw target.error(finished == SQLITE_OK ? code : finished, nil)
        }
    }

    private static func step(
        _ job: OpaquePointer, _ pages: Int32, _ between: () throws(SQLiteError) -> Void
    ) throws(SQLiteError) -> Int32 {
        var waits = 0
        while true {
            let code = sqlite3_backup_step(job, pages)
            switch code {
            case SQLITE_OK: try between()
            case SQLITE_BUSY, SQLITE_LOCKED:
                waits += 1
                if waits > 200 { return code }
                sqlite3_sleep(10)
            default: return code
            }
        }
    }

    /// How many rows the last statement changed.
    package var changes: Int { Int(sqlite3_changes(handle)) }

    private func error(_ code: Int32, _ sql: String?) -> SQLiteError {
        SQLiteError(code: code, message: String(cString: sqlite3_errmsg(handle)), sql: sql)
    }
}
