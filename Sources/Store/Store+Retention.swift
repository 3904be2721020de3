import CSQLite
import Glibc
import Repatriation
import SQLite

/// How many people of a point and year.
package struct YearCount: Sendable, Equatable {
    /// Where they were received.
    package let point: PointCode
    /// When they left, or, for those who never came, when their group was announced.
    package let year: Int
    /// How many receptions.
    package let count: Int
}

/// What blocking and removal would find today.
package struct RetentionPlan: Sendable {
    /// The archive series; nil while none was set.
    package var series: ArchiveSeries?
    /// What is past its years in the office, by point and year.
    package var toBlock: [YearCount] = []
    /// What is past all its years, by point and year.
    package var toRemove: [YearCount] = []
    /// Blocked whose term is not over.
    package var blocked = 0
    /// Removals after which the file still has to be packed.
    package var unpacked = 0
    /// Copies beside the store, which hold what it held when they were made.
    package var copies: [String] = []
}

extension Store {
    /// What is past all its years, and all that goes with it.
    func dueToRemove(_ series: ArchiveSeries, on day: CivilDate) throws -> RemovalDue {
        let ids = try due(series, day, isRemoval: true)
        var due = RemovalDue()
        let lastDay = series.lastDay(on: day, isRemoval: true)
        due.people = try receptions(ids)
        try addWhatBelongs(to: ids, &due, through: lastDay)
        try addWhatIsAsOld(lastDay, &due)
        return due
    }

    func archiveSeries() throws(SQLiteError) -> ArchiveSeries? {
        try rows.first(ArchiveSeries.self, "1 ORDER BY id LIMIT 1")
    }

    func receptions(_ ids: [Int]) throws(SQLiteError) -> [Reception] {
        var found: [Reception] = []
        for id in ids {
            if let reception: Reception = try rows.find(Identifier(id)) { found.append(reception) }
        }
        return found
    }

    /// Those who left, or never came, so long ago; whoever waits for an answer about their data, or
    /// is still looked for, stays.
    private static func dueCondition(isRemoval: Bool) -> String {
        """
        \(Inside.not(of: "r")) AND r.blockedAt IS \(isRemoval ? "NOT " : "")NULL
        AND r.removal IS NULL
        AND coalesce(date(r.exitAt / 1000, 'unixepoch'), g.day) <= ?
        AND coalesce(r.unlocated, 0) = 0 AND r.person NOT IN (SELECT o.person FROM rightsRequest q
          JOIN reception o ON o.id = q.reception WHERE q.state = 'open')
        """
    }

    func due(_ series: ArchiveSeries, _ today: CivilDate, isRemoval: Bool) throws(SQLiteError)
        -> [Int]
    {
        try connection.statement(
            """
            SELECT r.id FROM reception r JOIN "group" g ON g.id = r."group" WHERE
            \(Store.dueCondition(isRemoval: isRemoval)) ORDER BY r.id LIMIT \(RemovalDue.most)
            """
        ).bind(series.lastDay(on: today, isRemoval: isRemoval).text).all { $0.int(0) }
    }

    /// Everything that belongs to these receptions; the groups that they were in and of which nobody
    /// stays, and those as old that nobody is in and that say something still; and who was given
    /// the lists of either.
    private func addWhatBelongs(
        to due: [Int], _ found: inout RemovalDue, through day: CivilDate
    ) throws(SQLiteError) {
        let ids = Value.text("[\(due.map(String.init).joined(separator: ","))]")
        let among = "IN (SELECT value FROM json_each(?1))"
        found.belonging = try belonging("\(among)", ids)
        let left = """
            \(Store.isLeft(besides: "r.removal IS NULL AND r.id NOT \(among)"))
            AND (g.id IN (\(Store.groups(of: "r.id \(among)"))) OR \(Store.isAsOld("?2")))
            """
        found.groups = try rows.all(
            Group.self,
            """
            id IN (SELECT g.id FROM "group" g WHERE \(left)) AND
            (id IN (\(Store.groups(of: "r.id \(among)"))) OR \(Store.says(Group.self)))
            """, ids, .text(day.text))
        found.shares = try rows.all(
            GroupShare.self,
            """
            "group" IN (SELECT g.id FROM "group" g WHERE \(left)) AND \(Store.says(GroupShare.self))
            """, ids, .text(day.text))
    }

    /// The groups that receptions `r` are in, or were in before they went to another point.
    static func groups(of receptions: String) -> String {
        """
        SELECT r."group" FROM reception r WHERE \(receptions) UNION ALL SELECT former.value
        FROM reception r, json_each('[' || replace(r.formerGroups, ';', ',') || ']') former
        WHERE r.formerGroups <> '' AND \(receptions)
        """
    }

    /// A group `g` that nobody of those is in, or was in.
    static func isLeft(besides staying: String) -> String {
        "g.id NOT IN (\(groups(of: staying)))"
    }

    /// A group `g` of that day or before.
    static func isAsOld(_ day: String) -> String {
        "coalesce(g.day, date(coalesce(g.sentAt, g.announcedAt) / 1000, 'unixepoch')) <= \(day)"
    }

    /// Whether there is a word in it that goes.
    private static func says<E: Entity>(_: E.Type) -> String {
        let words = E.fields.filter { ![.plain, .statistical].contains($0.access) }
        let said = words.map { "coalesce(\"\($0.name)\", '') <> ''" }
        return "(" + said.joined(separator: " OR ") + ")"
    }

    /// What belongs to nobody's reception and may name people all the same: who asked at a gate,
    /// and the reasons that stand at desks and points.
    private func addWhatIsAsOld(_ day: CivilDate, _ found: inout RemovalDue) throws(SQLiteError) {
        found.inquiries = try rows.allWhole(
            Inquiry.self, "date(at / 1000, 'unixepoch') <= ? AND visitor <> '' ORDER BY id",
            .text(day.text))
        for desk in try rows.all(Desk.self, "reason IS NOT NULL ORDER BY id")
        where try isWritten(.desk, desk.id.value, notAfter: day) { found.desks.append(desk) }
        for point in try rows.all(ReceivingPoint.self, "peakReason IS NOT NULL ORDER BY id")
        where try isWritten(.point, point.id.value, notAfter: day) { found.points.append(point) }
        // Of no person's: a folio that was void before it was anybody's, and what was asked of two
        // about officers and the store.
        let isNobodys = "NOT IN (SELECT id FROM reception)"
        found.papers = try rows.all(
            Paper.self,
            """
            reception \(isNobodys) AND cancelReason IS NOT NULL
            AND date(cancelledAt / 1000, 'unixepoch') <= ? ORDER BY id
            """, .text(day.text))
        found.asked = try rows.all(
            PendingAct.self,
            """
            subject \(isNobodys) AND form <> '' AND date(askedAt / 1000, 'unixepoch') <= ?
            ORDER BY id
            """, .text(day.text))
    }

    /// Whether the last words written of something were written by then.
    private func isWritten(_ kind: EntityKind, _ id: Int, notAfter day: CivilDate)
        throws(SQLiteError) -> Bool
    {
        let last = try connection.statement(
            """
            SELECT j.day FROM journal_body b JOIN journal j USING (seq)
            WHERE b.class = 'personal' AND instr(b.body, ?) > 0 ORDER BY b.seq DESC LIMIT 1
            """
        ).bind("\"\(kind.rawValue):\(id)\"").first { CivilDate(text: $0.text(0)) }
        return (last ?? nil).map { $0 <= day } ?? true
    }

    fileprivate func retentionPlan(at now: Instant) throws -> RetentionPlan {
        let today = try zone(NinePoints.zones[0]).local(sure(now)).day
        var plan = RetentionPlan(series: try archiveSeries(), copies: copies)
        plan.unpacked = try rows.all(Removal.self, "packedAt IS NULL").count
        if let series = plan.series {
            plan.toBlock = try counts(series, today, isRemoval: false)
            plan.toRemove = try counts(series, today, isRemoval: true)
        }
        let blocked = try connection.statement(
            "SELECT count(*) FROM reception WHERE blockedAt IS NOT NULL AND removal IS NULL"
        ).first { $0.int(0) }
        plan.blocked = (blocked ?? 0) - plan.toRemove.reduce(0) { $0 + $1.count }
        return plan
    }

    private func counts(
        _ series: ArchiveSeries, _ today: CivilDate, isRemoval: Bool
    ) throws(SQLiteError) -> [YearCount] {
        try connection.statement(
            """
            SELECT coalesce(r.firstPoint, r.point), substr(coalesce(date(r.exitAt / 1000, 'unixepoch'), g.day), 1, 4)
            AS year, count(*)
            FROM reception r JOIN "group" g ON g.id = r."group"
            WHERE \(Store.dueCondition(isRemoval: isRemoval)) GROUP BY 1, 2 ORDER BY 1, 2
            """
        ).bind(series.lastDay(on: today, isRemoval: isRemoval).text).all { row in
            YearCount(
                point: PointCode(row.text(0)) ?? .none, year: Int(row.text(1)) ?? 0,
                count: row.int(2))
        }
    }

    /// The acts that wait for a second officer to remove, who asked for them and for what.
    package func pendingRemovals(at now: Instant) throws -> [(
        act: Identifier<any Act>, asked: PendingAct
    )] {
        guard let series = try archiveSeries() else { return [] }
        return try pendingActs(about: series.id.value, now: now)
    }
}

extension Reading<RetentionPlan> {
    /// What is due today. For whoever leads, keeps accounts or audits. O(receptions).
    package static var retentionPlan: Reading {
        Reading(.retentionPlan) { look in try look.store.retentionPlan(at: look.now) }
    }
}

/// The end of what was removed.
extension Store {
    /// Runs `body` while no other process has the store open. Throws `inUse` with those that have.
    package func alone<Result>(_ body: () throws -> Result) throws -> Result {
        guard flock(presence.number, LOCK_EX | LOCK_NB) == 0 else {
            // A conversion that fails has let the shared lock go.
            _ = flock(presence.number, LOCK_SH)
            throw StoreError.inUse(StoreFiles.holders(of: path + ".open"))
        }
        isAlone = true
        defer {
            isAlone = false
            _ = flock(presence.number, LOCK_SH)
        }
        return try body()
    }

    /// Leaves nothing of what was deleted in the file: the name index is merged (deleted words live
    /// on in its parts), the log is emptied and the file is written anew. Needs as much room again
    /// as the file has. O(file).
    package func compact() throws(StoreError) {
        guard StoreFiles.hasRoom(toPack: path) else { throw .full }
        // What SQLite writes while it packs is unlinked as soon as it is open, and stands beside
        // the store.
        csqlite_set_temporary_folder(StoreFiles.folder(of: path))
        defer { csqlite_set_temporary_folder(nil) }
        try wrap { () throws(SQLiteError) in
            try connection.execute("INSERT INTO names(names) VALUES('optimize')")
        }
        try emptyLog()
        try wrap { () throws(SQLiteError) in
            try connection.execute("PRAGMA temp_store = FILE; VACUUM; PRAGMA temp_store = MEMORY")
        }
        try emptyLog()
    }

    /// Moves the whole log into the file and cuts it off. Throws `busy` while another program reads
    /// the store.
    private func emptyLog() throws(StoreError) {
        let isBusy = try wrap { () throws(SQLiteError) in
            try connection.statement("PRAGMA wal_checkpoint(TRUNCATE)").first { $0.int(0) != 0 }
        }
        guard isBusy == false else { throw .busy(nil) }
        held.forgetSizes()
    }
}

extension Store {
    /// Every copy that this program knows of: what lies beside the store, and the papers it laid in
    /// folders.
    package var copies: [String] {
        let papers = paperFolders.flatMap { folder in
            StoreFiles.names(in: folder).map { "\(folder)/\($0)" }
        }
        return StoreFiles.copies(of: path) + papers.sorted()
    }
}

extension StoreFiles {
    /// Whether the disk takes the file twice more: once in the log, once written anew.
    package static func hasRoom(toPack path: String) -> Bool {
        var disk = statvfs()
        var info = stat()
        guard statvfs(folder(of: path), &disk) == 0, stat(path, &info) == 0 else { return false }
        return Int(disk.f_bavail) * Int(disk.f_frsize) > 2 * Int(info.st_size) + (1 << 20)
    }

    /// What else holds people's data beside a store: its copies, whatever a restore, a backup or a
    /// check that was cut short has left, and the hand-over lists of its inbox.
    static func copies(of path: String) -> [String] {
        let folder = folder(of: path)
        let name = String(path.split(separator: "/").last ?? "")
        let own = Set(["", "-wal", "-shm", ".open", ".lock"].map { name + $0 })
        // Any file by the store's name, and any copy that was cut short under another: what is not
        // known is named.
        let copies = names(in: folder).filter {
            !own.contains($0) && ($0.hasPrefix(name) || $0.contains(".partial-"))
        }
        let lists = names(in: "\(folder)/inbox").flatMap { point in
            names(in: "\(folder)/inbox/\(point)").map { "inbox/\(point)/\($0)" }
        }
        return (copies + lists).sorted().map { "\(folder)/\($0)" }
    }
}
