import Repatriation
import SQLite

/// What is beside a store: room on its disk, and its copies.
package struct Surroundings {
    /// Megabytes free, beside what is left for the desks.
    let free: Int
    /// The day of the last copy; nil where there is none.
    let copiedOn: CivilDate?

    /// So much room, and the last copy of that day.
    package init(free: Int, copiedOn: CivilDate?) {
        self.free = free
        self.copiedOn = copiedOn
    }

    /// As they are for the store at a path, up to a day.
    init(of path: String, until day: CivilDate) {
        free = StoreFiles.room(in: StoreFiles.folder(of: path)) >> 20
        copiedOn = KeptCopies(of: path).names.last { $0.day <= day }?.day
    }
}

extension Store {
    /// Disk and copies, of which a practice needs none. A store without a copy counts from the day
    /// on which it was made.
    func fillSurroundings(_ facts: inout PointFacts) throws(SQLiteError) {
        guard surroundings != nil || !isDrill else { return }
        let around = surroundings?() ?? looked(around: facts)
        facts.freeDisk = around.free
        let made = try connection.statement("SELECT created FROM meta").first { $0.instant(0) }
        facts.copiedOn =
            around.copiedOn
            ?? made.map { CivilDate(daysSinceEpoch: $0.seconds / 86_400) }
    }

    /// Disk and folder are looked at once a minute: a board asks many times a second.
    private func looked(around facts: PointFacts) -> Surroundings {
        let minute = facts.now.seconds / 60
        if let last = lastLook, last.minute == minute { return last.around }
        let around = Surroundings(of: path, until: facts.day)
        lastLook = (minute, around)
        return around
    }
}
