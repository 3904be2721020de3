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
        due.people = try receptions(ids)
        try addWhatBelongs(to: ids, &due)
        try addWhatIsAsOld(series.lastDay(on: day, isRemoval: true), &due)
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

    /// Everything that belongs to these receptions, and the groups of which nobody stays.
    private func addWhatBelongs(to due: [Int], _ found: inout RemovalDue) throws(SQLiteError) {
        let ids = Value.text("[\(due.map(String.init).joined(separator: ","))]")
        let among = "IN (SELECT value FROM json_each(?1))"
        found.belonging = try belonging("\(among)", ids)
        found.groups = try rows.all(
            Group.self,
            """
            id IN (SELECT "group" FROM reception WHERE id \(among)) AND NOT EXISTS (SELECT 1
            FROM reception o
            WHERE o."group" = main."group".id AND o.removal IS NULL AND o.id NOT \(among))
            """, ids)
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
            SELECT r.point, substr(coalesce(date(r.exitAt / 1000, 'unixepoch'), g.day), 1, 4)
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
    /// Takes what earlier facts say of the entities of these events out of the journal's bodies, in
    /// the transaction of the events. What is left of the journal still folds into the tables: what
    /// is gone is blank in both. What official tables count stays: it names nobody. O(journal).
    func scrub(_ events: [Event], before first: Int, on today: CivilDate) throws(SQLiteError) {
        let gone = Set(
            events.flatMap(\.changes).filter { $0.kind != .removal }.map {
                "\($0.kind.rawValue):\($0.id)"
            })
        try connection.execute(
            "CREATE TEMP TABLE IF NOT EXISTS gone (key TEXT PRIMARY KEY) WITHOUT ROWID")
        try connection.execute("DELETE FROM temp.gone")
        for key in gone {
            try connection.statement("INSERT INTO temp.gone VALUES (?)").bind(key).run()
        }
        try connection.execute("DROP TRIGGER body_kept_update; DROP TRIGGER body_kept_delete")
        // What a later program wrote of them goes whole: nobody here can tell what of it names
        // them.
        try connection.statement(
            """
            DELETE FROM journal_body WHERE seq < ? AND class <> 'statistical' AND seq IN (SELECT
            seq FROM journal
              WHERE \(Journal.isLater) AND 'reception:' || subject IN (SELECT key FROM temp.gone))
            """
        ).bind(first).run()
        try connection.statement(
            """
            UPDATE journal_body SET body = (SELECT json_group_object(e.key, json(e.value))
            FROM json_each(body) e
              WHERE e.key NOT IN (SELECT key FROM temp.gone))
            WHERE seq < ? AND class <> 'statistical'
            AND \(ifRead("EXISTS (SELECT 1 FROM json_each(body) e JOIN temp.gone USING (key))"))
            """
        ).bind(first).run()
        if let series = try archiveSeries() {
            try scrubReasons(through: series.lastDay(on: today, isRemoval: true))
        }
        try connection.execute("DELETE FROM journal_body WHERE body = '{}'")
        try connection.execute(Schema.bodyGuards)
        // Earlier rows are no longer as they were proven.
        try Proof.forget(connection)
        try connection.execute(
            """
            DELETE FROM draft WHERE 'reception:' || subject IN (SELECT key FROM temp.gone);
            DROP TABLE temp.gone
            """)
    }

    /// A condition on what stands in a body; of a later program's that is no JSON it is none.
    private func ifRead(_ condition: String) -> String {
        let later = "seq IN (SELECT seq FROM journal WHERE \(Journal.isLater))"
        return "CASE WHEN json_valid(body) OR NOT \(later) THEN \(condition) END"
    }

    /// Reasons of desks and points that later ones have replaced: they stand in the journal alone.
    private func scrubReasons(through day: CivilDate) throws(SQLiteError) {
        let kinds = ["desk", "point", "handOver", "alarmMark", "shiftCheck"]
        let isReason = "(" + kinds.map { "e.key GLOB '\($0):*'" }.joined(separator: " OR ") + ")"
        try connection.statement(
            """
            UPDATE journal_body SET body = (SELECT json_group_object(e.key, json(e.value))
            FROM json_each(body) e
              WHERE NOT \(isReason))
            WHERE class = 'personal' AND seq IN (SELECT seq FROM journal WHERE day <= ?)
            AND \(ifRead("EXISTS (SELECT 1 FROM json_each(body) e WHERE \(isReason))"))
            """
        ).bind(day.text).run()
        for field in ["unilateral", "remarks", "observations"] {
            try scrub(
                field, of: .handOver,
                "'handOverSigned', 'handOverReceived', 'shiftOpened', 'shiftClosed'", through: day)
        }
        for field in ["note", "reason"] {
            try scrub(field, of: .alarmMark, "'alarmMarked'", through: day)
        }
        for line in CheckLine.allCases {
            try scrub(line.remarkName, of: .shiftCheck, "'shiftChecked'", through: day)
        }
    }

    /// A text that no later fact wrote anew is gone from the table too, as it is from the journal.
    private func scrub(
        _ field: String, of kind: EntityKind, _ facts: String, through day: CivilDate
    ) throws(SQLiteError) {
        let prefix = kind.rawValue.utf8.count + 2
        try connection.statement(
            """
            UPDATE "\(kind.rawValue)" SET \(field) = NULL WHERE \(field) IS NOT NULL AND id NOT IN (
              SELECT CAST(substr(e.key, \(prefix)) AS INTEGER) FROM journal j
              JOIN journal_body b ON b.seq = j.seq AND b.class = 'personal', json_each(b.body) e
              WHERE j.day > ? AND j.kind IN (\(facts)) AND e.key GLOB '\(kind.rawValue):*'
              AND json_type(e.value, '$.\(field)') IS NOT NULL)
            """
        ).bind(day.text).run()
    }

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
