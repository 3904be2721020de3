import CSQLite
import Glibc
import Repatriation
import SQLite

/// One file, many desks: the journal and the tables it folds into. One instance per thread.
package final class Store {
    /// Where the file is.
    package let path: String
    /// Made for practice; simulated times are allowed only here.
    package let isDrill: Bool
    /// Others could read the file until it was opened now.
    package let wasReadable: Bool
    let connection: Connection
    let rows: Rows
    let journal: Journal
    var isBatching = false
    private let cache: Int
    /// What the last command left, and what the one under way has read; nil after one that failed.
    var kept: Kept?
    /// What a long list asked before the queue.
    var foreseen: Foreseen?
    /// How far the log went when this process moved it last.
    private var tidied: LogHead?
    /// Where papers of this account are laid, as the program knows.
    package var paperFolders: [String] = []
    /// Milliseconds since the machine was started, by a clock that nobody sets.
    package var uptime: () -> Int = { StoreFiles.uptime }
    /// What is beside the store; told in place of the disk where a test says it.
    package var surroundings: (() -> Surroundings)?
    /// What was found beside the store in the minute of the last look.
    var lastLook: (minute: Int, around: Surroundings)?
    /// A password is being set: what waits for one may be confirmed.
    var isSettingPassword = false
    /// When this connection last noted that a desk was heard, in milliseconds, by point and desk.
    var heard: [String: Int] = [:]
    let queue: WriterQueue
    /// For whom this connection writes.
    private var seat = Seat()
    private var isWriting = false
    /// Told once when somebody else has held the store for two seconds, while it is still waited
    /// for.
    package var whenHeld: ((Holder?) -> Void)?
    /// What the command under way gives out; nil when it gives out nothing.
    var answering: Answered?
    /// What was given out last from this store, as far as this process knows.
    private(set) var answered: Answered?
    private let log: DurableLog
    let held: HeldFiles
    /// Why nothing is written or read any more; nil while the files are this process's own.
    package internal(set) var moved: StoreError?
    private var isDurable = true
    let presence: Descriptor
    /// No other process has the file open for now.
    var isAlone = false
    private var zones: [String: Zone] = [:]
    private var officers: [Int: Officer] = [:]

    /// How long a command waits for the other desks, in milliseconds.
    package static let patience: Int32 = 5000

    /// Opens an existing store, migrating it when it is older. Throws what `StoreError` says.
    ///
    /// `cache` is how much of it SQLite keeps in memory, in KiB: a screen that is open all night
    /// asks for little.
    package init(path: String, cache: Int = 2000) throws(StoreError) {
        let path = StoreFiles.resolved(path)
        wasReadable = try StoreFiles.check(path)
        self.path = path
        guard
            let presence = Descriptor(
                path: path + ".open", flags: O_RDWR | O_CREAT, mode: StoreFiles.mode(path)),
            let queue = WriterQueue(path: path + ".lock", mode: StoreFiles.mode(path))
        else { throw .unreadable(path: path) }
        self.presence = presence
        self.queue = queue
        let answered = queue.answered
        self.cache = cache
        guard flock(presence.number, LOCK_SH | LOCK_NB) == 0 else {
            throw .inUse(StoreFiles.holders(of: path + ".open"))
        }
        do {
            connection = try Store.connect(path, presence, queue)
            try connection.execute("PRAGMA cache_size = -\(cache)")
            rows = Rows(connection)
            journal = Journal(connection: connection)
            let numbers = try Store.numbers(connection, path)
            isDrill = numbers.isDrill
            guard let held = HeldFiles(path: path), held.isEverybodysLog(queue, presence) else {
                throw StoreError.moved(path: path, saved: nil)
            }
            self.held = held
            log = DurableLog(held, queue)
            let isShort = try answered.map { try Store.lacks(connection, $0) } ?? false
            if isShort, let answered { queue.noteMissing(answered) }
            self.answered = answered
            if isShort || numbers.machine != StoreFiles.machine { try Store.drawOrigin(connection) }
        } catch { throw Store.whyClosed(error, path) }
    }

    /// A connection to a store of ours at the newest schema.
    private static func connect(
        _ path: String, _ presence: Descriptor, _ queue: WriterQueue
    ) throws -> Connection {
        let connection = try Connection(path: path, mode: .write)
        connection.setBusyTimeout(2000)
        // Until the files are known to be the others' too, nothing of them is tidied away.
        connection.keepLog(true)
        try ForeignFile.check(connection, path)
        let version = try Schema.migrator.version(of: connection)
        guard version <= Schema.migrator.newest else { throw StoreError.newer(path: path) }
        // A file of another program is left as it is: nothing is written before it is known to be
        // ours.
        guard version > 0 else { throw StoreError.damaged(path: path) }
        try prepare(connection)
        if version < Schema.migrator.newest {
            // What a migration writes hides nothing that was answered and is gone.
            if let answered = queue.answered, try lacks(connection, answered) {
                queue.noteMissing(answered)
            }
            try migrate(connection, presence, path)
        }
        return connection
    }

    /// Why a store could not be opened.
    private static func whyClosed(_ error: any Error, _ path: String) -> StoreError {
        if let error = error as? StoreError { return error }
        guard let error = error as? SQLiteError else { return .unreadable(path: path) }
        if HeldFiles.areMoved(path: path) { return .moved(path: path, saved: nil) }
        // An empty file and a file of another program are no stores of ours.
        return error.code & 0xFF == SQLITE_ERROR
            ? .damaged(path: path) : StoreError(error, path: path)
    }

    deinit {
        // Whoever leaves last moves the log into the store and removes it, by its name: only where
        // that is still the log, and while nobody writes.
        let isTaken = moved == nil && queue.take(within: 1000, for: seat, tell: {})
        connection.keepLog(!(isTaken && isWhole()))
        held.leave()
        connection.close()
        if isTaken { queue.release() }
    }

    /// Takes an older file to the newest schema, as the only process that has it open.
    private static func migrate(_ connection: Connection, _ presence: Descriptor, _ path: String)
        throws
    {
        guard flock(presence.number, LOCK_EX | LOCK_NB) == 0 else {
            throw StoreError.inUse(StoreFiles.holders(of: path + ".open"))
        }
        defer { _ = flock(presence.number, LOCK_SH) }
        let fold = Fold(connection)
        try Schema.migrator.migrate(connection) { version throws(SQLiteError) in
            // Keys of people who came before keys were kept.
            if version < 2 {
                for person in try Rows(connection).all(Reception.self, "1") {
                    try fold.block(from: [], to: MatchFacts(person).blockingKeys, person.id)
                }
                try fold.flush()
            }
            // Whoever may be a child was counted as an adult.
            if version < 11 { try fold.recount(.children) }
            if version < 33 {
                try countEarlier(connection, since: version)
                try fold.recountTallies()
                try connection.execute(
                    "UPDATE meta SET servicesFrom = (SELECT max(seq) FROM journal)")
            }
            // Whatever was counted before has no mark of when that changed.
            if version < 28 {
                try connection.execute(
                    "UPDATE meta SET recountsFrom = (SELECT max(seq) FROM journal)")
            }
            try Proof.forget(connection)
        }
    }

    /// NORMAL syncs the log at checkpoints; `DurableLog` syncs it before every answer.
    static func prepare(_ connection: Connection) throws(SQLiteError) {
        try connection.execute(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;
            PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000;
            """)
    }

    /// A file found on another machine, or restored, or that has lost what was answered, goes on
    /// under a new origin.
    static func drawOrigin(_ connection: Connection) throws(SQLiteError) {
        let origin = Int.random(in: 1..<(1 << 24))
        try connection.statement("UPDATE meta SET origin = ?, counter = 0, oseq = 0, machine = ?")
            .bind(origin).bind(StoreFiles.machine).run()
    }

    /// Turns the wait for the disk off; only bench and throw-away practice stores do this.
    package func setSynchronous(_ isFull: Bool) throws(StoreError) {
        try wrap { () throws(SQLiteError) in
            try connection.execute("PRAGMA synchronous = \(isFull ? "NORMAL" : "OFF")")
        }
        isDurable = isFull
    }

    /// Runs a read and turns SQLite's failures into sentences.
    func wrap<Result>(_ body: () throws(SQLiteError) -> Result) throws(StoreError) -> Result {
        if let moved { throw moved }
        do { return try body() } catch { throw StoreError(error, path: path) }
    }

    /// Keeps, as the only writer, what no rule decides: drafts, readings, who was heard.
    func keep<Result>(_ body: () throws(SQLiteError) -> Result) throws(StoreError) -> Result {
        try exclusively({ () throws(StoreError) in try wrap(body) }, orWrap: { $0 })
    }

    /// Runs `body` as the only writer. Throws `busy` when the others hold the file too long.
    func exclusively<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result, orWrap fail: (StoreError) -> Failure
    ) throws(Failure) -> Result {
        let path = path
        if isBatching {
            let earlier = answering
            do throws(Failure) {
                return try connection.savepoint(body, orWrap: { fail(StoreError($0, path: path)) })
            } catch {
                // What one command would have given out is not given out.
                answering = earlier
                throw error
            }
        }
        answering = nil
        let result = try inQueue(body, orWrap: fail)
        guard !isDurable || log.sync() else { throw fail(.notOnDisk) }
        guard areInPlace() else { throw fail(whyMoved) }
        if let answering {
            answered = answering
            queue.note(answering)
        }
        return result
    }

    func inQueue<Result, Failure: Error>(
        within patience: Int32 = Store.patience, _ body: () throws(Failure) -> Result,
        orWrap fail: (StoreError) -> Failure
    ) throws(Failure) -> Result {
        let path = path
        guard queue.take(within: patience, for: seat, tell: { whenHeld?(holder) }) else {
            throw fail(.busy(holder))
        }
        isWriting = true
        defer {
            isWriting = false
            queue.release()
        }
        guard isWhole() else { throw fail(whyMoved) }
        let result = try connection.immediately(body, orWrap: { fail(StoreError($0, path: path)) })
        guard isLogWhole() else { throw fail(whyMoved) }
        return result
    }

    /// From here on it is this officer's, at this desk, and whoever waits is told so.
    func sit(_ officer: Identifier<Officer>? = nil, at point: PointCode? = nil, desk: Int? = nil) {
        var now = seat
        if let officer { now.officer = officer.value }
        if let point, let desk { (now.point, now.desk) = (point, desk) }
        guard now != seat else { return }
        seat = now
        if isWriting { queue.mark(now) }
    }

    /// Who holds the store now; nil when nobody does.
    var holder: Holder? {
        guard let (process, mark) = queue.holder else { return nil }
        var holder = Holder(process: process, isStopped: KernelLocks.isStopped(process))
        guard let mark else { return holder }
        holder.since = mark.since
        holder.officer = (try? officer(Identifier(mark.seat.officer)))?.short
        if mark.seat.desk > 0 { (holder.point, holder.desk) = (mark.seat.point, mark.seat.desk) }
        guard let point = (try? point(mark.seat.point)) ?? (try? points())?.first,
            let zone = try? zone(point.zone)
        else { return holder }
        let local = zone.local(mark.since)
        holder.clock = "\(local.clock):\(padded(local.second, 2))"
        return holder
    }

    /// How many frames make the log worth moving: more would be long to move, fewer move it too
    /// often.
    private static let tidiness = 2000

    /// One process tidies at a time.
    func claimTidying() -> Bool { csqlite_claim_byte(queue.number, ClaimedByte.tidying) }
    func endTidying() { csqlite_release_byte(queue.number, ClaimedByte.tidying) }

    /// What is put off until whoever asked has been answered.
    package func tidy() {
        settleKeys()
        tidyLog()
    }

    /// How far the log goes, whoever wrote it.
    var logPosition: LogHead? { held.committed }

    /// Moves the log into the file now and then, by one process, when whoever asked has been
    /// answered: the bulk outside the queue, so that no other desk waits for it, then in the queue
    /// the few pages written meanwhile, so that the log starts over. A log that only grows has its
    /// length written at every sync besides. SQLite's own turn, inside a commit, stays as the net.
    private func tidyLog() {
        // A log that somebody still reads is moved another time.
        guard let log = held.position else { return }
        let known = tidied.flatMap { $0.salt == log.salt ? $0.frames : nil } ?? 0
        guard log.frames >= known + Store.tidiness, claimTidying() else { return }
        defer { endTidying() }
        tidied = log
        guard isWhole() else { return }
        let move = "PRAGMA wal_checkpoint(PASSIVE)"
        try? connection.execute(move)
        guard queue.take(within: 100, for: seat, tell: {}) else { return }
        defer { queue.release() }
        guard isWhole() else { return }
        try? connection.execute(move)
    }

    /// Many commands in one transaction, for preparing practice days and benches.
    ///
    /// Each command is whole by itself: one that is refused leaves nothing behind in the
    /// transaction.
    package func batch<Value, Failure: Error>(
        orWrap fail: (StoreError) -> Failure, _ body: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        // Bulk work keeps its pages in memory until it is done: a small cache would write and read
        // them over and over while the other desks wait.
        try? connection.execute("PRAGMA cache_size = -32000")
        defer {
            try? connection.execute("PRAGMA cache_size = -\(cache); PRAGMA shrink_memory")
        }
        return try exclusively(
            { () throws(Failure) in
                isBatching = true
                defer {
                    isBatching = false
                    // Whether the whole of it stays is not known yet.
                    kept = nil
                }
                return try body()
            }, orWrap: fail)
    }

    /// A zone of the system's database, read once. Throws `zoneMissing`.
    package func zone(_ name: String) throws(StoreError) -> Zone {
        if let known = zones[name] { return known }
        guard let zone = StoreFiles.zone(name) else { throw .zoneMissing(name) }
        zones[name] = zone
        return zone
    }

    /// An officer by identifier.
    package func officer(_ id: Identifier<Officer>) throws(StoreError) -> Officer? {
        if let known = officers[id.value] { return known }
        let found: Officer? = try wrap { () throws(SQLiteError) in try rows.find(id) }
        officers[id.value] = found
        return found
    }
}
