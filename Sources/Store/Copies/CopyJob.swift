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
    private let day: CivilDate
    private let label: String
    /// How much of the disk of a folder may be used, in bytes.
    var room: @Sendable (_ folder: String) -> Int = StoreFiles.room
    /// A store below this, in bytes, is copied whole each time.
    var small = 4 << 20

    init(of store: Store, day: CivilDate, label: String) {
        copies = KeptCopies(of: store.path)
        number = store.held.storeNumber
        (self.day, self.label) = (day, label)
    }

    /// The byte of the writers' file that whoever makes copies claims, behind all that is written
    /// there.
    private static let place = 4096

    /// Makes the copy if it is due and nobody else makes one, and removes what is past its age;
    /// true when one was made. Given up, and nothing left of it, once it is not wanted any more.
    ///
    /// Throws what `StoreError` says, `noRoom` before anything is written.
    package func run(while isWanted: @escaping @Sendable () -> Bool) throws(StoreError) -> Bool {
        let store = copies.store
        guard let lock = Descriptor(path: store + ".lock", flags: O_RDWR),
            csqlite_claim_byte(lock.number, CopyJob.place),
            let presence = Descriptor(path: store + ".open", flags: O_RDWR),
            flock(presence.number, LOCK_SH | LOCK_NB) == 0
        else { return false }
        defer { withExtendedLifetime((lock, presence)) {} }
        Temporary.sweep(beside: store)
        do { return try make(QuietWork(isWanted)) } catch {
            // Whoever ends it wants no copy any more.
            if !isWanted() { return false }
            if let error = error as? StoreError { throw error }
            if let error = error as? SQLiteError { throw StoreError(error, path: store) }
            throw .unreadable(path: store)
        }
    }

    /// From here on this thread has the processor and the disk when nobody else wants them.
    package static func standBack() { csqlite_stand_back() }

    private func make(_ work: QuietWork) throws -> Bool {
        let store = copies.store
        let source = try Connection(path: store, mode: .write)
        source.keepLog(true)
        source.setBusyTimeout(2000)
        var info = stat()
        guard stat(store, &info) == 0, info.st_ino == number else { return false }
        copies.prune()
        let version = try Schema.migrator.version(of: source)
        guard let label = freeLabel(version) else { return false }
        var base = try ChangesCopy.Base(among: copies, in: day, of: source, above: small)
        // Once a day it is looked at whether what all changes go on from is still sound.
        if let sound = base, label.isEmpty, !work.isSound(sound.path) { base = nil }
        do {
            return try make(base, labelled: label, of: source, work)
        } catch let error as SQLiteError where base != nil && error.isStatements {
            // What lies under the name of a whole copy is none of this store.
            return try make(nil, labelled: label, of: source, work)
        }
    }

    private func make(
        _ base: ChangesCopy.Base?, labelled label: String, of source: Connection, _ work: QuietWork
    ) throws -> Bool {
        let store = copies.store
        let size = StoreFiles.size(store) + StoreFiles.size(store + "-wal")
        let needed = base.map { min($0.bytes, size) } ?? size
        let free = room(StoreFiles.folder(of: store))
        guard needed <= free else { throw StoreError.noRoom(needed: needed, free: free) }
        let target = copies.path(CopyName(day: day, label: label, since: base?.name.text ?? ""))
        if StoreFiles.isFile(target), StoreFiles.size(target) == 0 { unlink(target) }
        let group = StoreFiles.group(of: store)
        let partial = try Temporary(beside: target, .partial, group: group)
        if let base {
            try work.run(on: source) { try base.write(from: source, to: partial.path) }
            guard try ChangesCopy.About(partial.path) != nil else { throw SQLiteError.diskFailed }
        } else {
            try work.copy(source, to: partial)
        }
        try partial.becomeCopy(target, after: "quick_check(1)", by: work)
        copies.prune()
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
    /// The copy of a day, or of a shift's end by point and hour, that is to be made beside the
    /// store.
    package func copyJob(day: CivilDate, shift: (point: PointCode, hour: String)? = nil) -> CopyJob
    {
        CopyJob(of: self, day: day, label: shift.map { "-\($0.point.text)-\($0.hour)" } ?? "")
    }
}
