import CSQLite
import Glibc
import Repatriation
import SQLite

/// A copy beside a store that is made while desks work, by whichever process comes first.
///
/// It runs on a thread of its own with a connection of its own, in small steps, on a processor and
/// a disk that nobody else wants just then.
package struct CopyJob: Sendable {
    private let copies: KeptCopies
    /// What tells the store from another that is put in its place meanwhile.
    private let number: UInt
    /// The day that the clock shows, by which the copy is called.
    private let day: CivilDate
    /// The day by a clock that is believed, by which copies are kept.
    private let believed: CivilDate
    private let label: String
    /// How much of the disk of a folder may be used, in bytes.
    var room: @Sendable (_ folder: String) -> Int = StoreFiles.room
    /// A store below this, in bytes, is copied whole each time.
    var small = 4 << 20
    /// How far the log may grow meanwhile, in bytes.
    var growth = 64 << 20

    init(of store: Store, day: CivilDate, believed: CivilDate, label: String) {
        copies = KeptCopies(of: store.path)
        number = store.held.storeNumber
        (self.day, self.believed, self.label) = (day, believed, label)
    }

    /// Makes the copy if it is due and nobody else makes one, and removes what is past its age;
    /// true when one was made. Given up, and nothing left of it, once it is not wanted any more.
    ///
    /// Throws what `StoreError` says, `noRoom` before anything is written, and `outgrown`.
    package func run(while isWanted: @escaping @Sendable () -> Bool) throws(StoreError) -> Bool {
        let store = copies.store
        guard let claim = CopyClaim.made(beside: store),
            let presence = Descriptor(path: store + ".open", flags: O_RDWR),
            flock(presence.number, LOCK_SH | LOCK_NB) == 0
        else { return false }
        defer { withExtendedLifetime((claim, presence)) {} }
        Temporary.sweep(beside: store)
        do { return try make(isWanted) } catch {
            // Whoever ends it wants no copy any more.
            if !isWanted() { return false }
            throw StoreError(copying: error, path: store)
        }
    }

    /// What keeps others from making copies, to whoever is there; nil where nothing does.
    package var alarm: Bilingual? { copies.alarm }

    /// From here on this thread has the processor and the disk when nobody else wants them.
    package static func standBack() { csqlite_stand_back() }

    private func make(_ isWanted: @escaping @Sendable () -> Bool) throws -> Bool {
        let store = copies.store
        let source = try Connection(path: store, mode: .write)
        source.keepLog(true)
        source.setBusyTimeout(2000)
        var info = stat()
        guard stat(store, &info) == 0, info.st_ino == number else { return false }
        let version = try Schema.migrator.version(of: source)
        // How far the log goes is asked through what the source has open.
        defer { withExtendedLifetime(source) {} }
        guard let growth = LogGrowth(of: store, atMost: growth) else { return false }
        do { return try make(of: source, version, QuietWork(isWanted, growth)) } catch {
            // Somebody else may have made it while this process was stopped.
            if case StoreError.exists = error { return false }
            throw growth.isOver ? StoreError.outgrown : error
        }
    }

    private func make(of source: Connection, _ version: Int, _ work: QuietWork) throws -> Bool {
        copies.prune(on: day, believed: believed)
        guard let label = freeLabel(version) else { return false }
        var base = try ChangesCopy.Base(among: copies, in: day, of: source, above: small)
        // Once a day it is looked at whether what all changes go on from is still sound.
        if let sound = base, label.isEmpty, !work.isSound(sound.path) { base = nil }
        do {
            return try make(base, labelled: label, of: source, work)
        } catch let error as SQLiteError
            where base != nil && (error.isStatements || error.isDamage)
        {
            // What lies under the name of a whole copy is damaged, or none of this store.
            return try make(nil, labelled: label, of: source, work)
        }
    }

    private func make(
        _ base: ChangesCopy.Base?, labelled label: String, of source: Connection, _ work: QuietWork
    ) throws -> Bool {
        let store = copies.store
        let size = StoreFiles.size(store) + StoreFiles.size(store + "-wal")
        // The log grows beside it, and begins anew only after it.
        let needed = (base.map { min($0.bytes, size) } ?? size) + growth
        let free = room(StoreFiles.folder(of: store))
        guard needed <= free else { throw StoreError.noRoom(needed: needed, free: free) }
        let target = copies.path(CopyName(day: day, label: label, since: base?.name.text ?? ""))
        if StoreFiles.isFile(target), StoreFiles.size(target) == 0 { unlink(target) }
        let group = StoreFiles.group(of: store)
        let partial = try Temporary(beside: target, .partial, group: group)
        if let base {
            try work.run(on: source, holdingLog: true) {
                try base.write(from: source, to: partial.path)
            }
            guard (try? ChangesCopy.About(partial.path)) != nil else {
                throw StoreError.unsoundCopy
            }
        } else {
            try work.copy(source, to: partial)
        }
        try partial.becomeCopy(target, after: "quick_check(1)", by: work)
        copies.prune(on: day, believed: believed)
        return true
    }

    /// By what the copy is told from others of the day; nil when there is one already.
    ///
    /// Whoever updated the program may need a copy that the new one has made: what was made before
    /// is restored by the old one.
    private func freeLabel(_ version: Int) -> String? {
        let own = copies.names.filter { $0.day == day }
        guard own.contains(where: { $0.label == label }) else { return label }
        let newest = copies.names.last(where: \.isWhole).flatMap {
            ChangesCopy.version(of: copies.path($0))
        }
        let later = "-v\(version)"
        guard let newest, newest < version, !own.contains(where: { $0.label == later }) else {
            return nil
        }
        return later
    }
}

extension Store {
    /// The day's copy, or that of a shift which is just closed, that is to be made beside the store;
    /// nil in practice.
    package func copyJob(closing code: PointCode? = nil, at now: Instant) throws(StoreError)
        -> CopyJob?
    {
        guard !isDrill else { return nil }
        var point = try points().first
        if let code { point = try self.point(code) }
        guard let point else { return nil }
        let zone = try zone(point.zone)
        let local = zone.local(now)
        return copyJob(
            day: local.day, believed: zone.local(try sure(now)).day,
            shift: code.map { ($0, "\(padded(local.hour, 2))\(padded(local.minute, 2))") })
    }

    /// The same by its day, and by point and hour.
    func copyJob(
        day: CivilDate, believed: CivilDate, shift: (point: PointCode, hour: String)? = nil
    ) -> CopyJob {
        CopyJob(
            of: self, day: day, believed: believed,
            label: shift.map { "-\($0.point.text)-\($0.hour)" } ?? "")
    }
}
