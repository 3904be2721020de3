import Repatriation
import SQLite

extension Store {
    /// What one point's alarms are made of, as far as the reader may know: what the row's counts
    /// and the pulse say is nothing is not asked for. `asking` is who asks at the gates.
    func facts(
        _ point: ReceivingPoint, _ row: BoardRow, _ pulse: Pulse, _ asking: Asking?,
        on day: CivilDate, _ eyes: Reader, _ now: Instant
    ) throws(StoreError) -> PointFacts {
        try wrap { () throws(SQLiteError) in
            var facts = PointFacts(point, now: now, day: row.local.day)
            facts.lateReferrals = (row.overdueReferrals, row.referralsDueAt ?? now)
            if row.unlocated > 0 { facts.missing = try missing(point.code) }
            if pulse.has(.groups) { facts.groups = try openGroups(point.code, now) }
            if pulse.has(.sent) {
                facts.onTheWay = try onTheWay(point.code)
                facts.road = try travellers(point.code)
            }
            if row.waiting > 0 { try fillQueue(&facts) }
            if row.inside > 0 { try fillInside(&facts, pulse, eyes, on: day) }
            try fillHands(&facts, row, pulse, point, eyes)
            if pulse.has(.stock) { facts.stock = try stock(at: point.code) }
            if pulse.has(.rights) { facts.rights = try openRights(point.code) }
            if let asking {
                if row.inside > 0 {
                    facts.askedFor = try asking.askedFor(self, at: point.code, on: day, eyes)
                }
                facts.sameVisitors = try asking.sameVisitors(self, at: point.code, on: day, eyes)
            }
            if pulse.has(.left) { facts.left = try leftPending(point.code, eyes, now) }
            return facts
        }
    }

    private func fillInside(
        _ facts: inout PointFacts, _ pulse: Pulse, _ eyes: Reader, on day: CivilDate
    ) throws(SQLiteError) {
        let point = facts.point
        if pulse.has(.toConfirm) {
            facts.toConfirm = try ones(
                Store.toConfirmQuery, point, since: AlertKind.toConfirm.alarm.oldest(at: facts.now))
        }
        if pulse.has(.undecided) { facts.undecided = try ones(Store.undecidedQuery, point) }
        if pulse.has(.notMexican) {
            facts.notMexican =
                try connection.statement(Store.notMexicanQuery).bind(point.text)
                .first { ($0.int(0), $0.instant(1)) }
        }
        facts.insideSince = try insideSince(point, facts.now)
        if pulse.has(.families) { facts.relatives = try relatives(point, eyes, on: day) }
        if AlertKind.childBook.alarm.audience.includes(eyes) {
            facts.childSteps = try childSteps(at: point, on: day)
        }
        if pulse.has(.ticks) {
            facts.ticks = try ticks(point, since: AlertKind.doseDue.alarm.oldest(at: facts.now))
        }
        if pulse.has(.reserved) || pulse.has(.screenings),
            AlertKind.reserved.alarm.audience.includes(eyes)
        {
            facts.reserved = try reserved(point, eyes, facts.now)
        }
    }

    /// Somebody by number, ticket and moment, of a statement that begins with those.
    private func ones(
        _ sql: String, _ point: PointCode, since: Instant? = nil
    ) throws(SQLiteError) -> [PointFacts.One] {
        let statement = try connection.statement(sql).bind(point.text)
        if let since { statement.bind(since.milliseconds) }
        return try statement.all(Store.one)
    }

    static func one(_ row: Statement) -> PointFacts.One {
        PointFacts.One(row.int(0), ticket: row.optionalInt(1), at: row.instant(2))
    }

    private func missing(_ point: PointCode) throws(SQLiteError) -> [PointFacts.Missing] {
        try connection.statement(
            """
            SELECT r.id, r.ticket, r.unlocatedSince, r.listNumber, g.number FROM reception r
            JOIN "group" g ON g.id = r."group" WHERE r.point = ? AND r.unlocated = 1
            ORDER BY r.unlocatedSince LIMIT ?
            """
        ).bind(point.text).bind(PointFacts.most)
            .all { (Store.one($0), $0.int(3), $0.int(4)) }
    }

    /// Groups announced or here, with what alarms ask of them; the rest is as in new ones.
    private func openGroups(_ point: PointCode, _ now: Instant) throws(SQLiteError) -> [Group] {
        let oldest = min(
            AlertKind.outOfHours.alarm.oldest(at: now), AlertKind.notBalanced.alarm.oldest(at: now))
        return try connection.statement(
            """
            SELECT id, number, stage = 'arrived', outOfHours, announcedAt, arrivedAt FROM "group"
            WHERE stage IN ('announced','arrived') AND stage <> 'concluded' AND point = ?
            AND announcedAt > ?
            """
        ).bind(point.text).bind(oldest.milliseconds).all { row in
            var group = Group(id: Identifier(row.int(0)))
            group.number = row.int(1)
            group.stage = row.int(2) == 1 ? .arrived : .announced
            group.isOutOfHours = row.int(3) == 1
            group.announcedAt = row.instant(4)
            group.arrivedAt = row.optionalInt(5).map(Instant.init)
            return group
        }
    }

    private func openRights(_ point: PointCode) throws(SQLiteError) -> [PointFacts.Due] {
        try connection.statement(
            """
            SELECT dueOn, count(*) FROM rightsRequest WHERE point = ? AND state = 'open'
            GROUP BY dueOn ORDER BY dueOn
            """
        ).bind(point.text)
            .all { row in CivilDate(text: row.text(0)).map { ($0, row.int(1)) } }.compactMap { $0 }
    }

    private static let toConfirmQuery = """
        SELECT r.id, r.ticket, p.askedAt FROM pendingAct p JOIN reception r ON r.id = p.subject
        WHERE p.point = ? AND p.state = 'open' AND p.askedAt > ?
        """

    private static let undecidedQuery = """
        SELECT id, ticket, pendingSince FROM reception WHERE point = ? AND \(undecided(of: ""))
        """

    /// Inside, of a nationality that is pending by a written motive.
    static func undecided(of table: String) -> String {
        """
        \(table)nationality = 'pending' AND \(table)motive IS NOT NULL
        AND \(table)pendingSince IS NOT NULL AND \(Inside.sql(prefix: table))
        """
    }

    /// Inside, in reserved attention.
    static func marked(of table: String) -> String {
        "instr(\(table)flags, 'reserved') > 0 AND \(Inside.sql(prefix: table))"
    }

    private static let notMexicanQuery = """
        SELECT count(*), min(receivedAt) FROM reception WHERE point = ?
        AND stage IN ('foreign', 'notAccredited') AND \(Inside.sql)
        """

    /// Everybody inside, wherever, of the families that have somebody inside a point and somebody
    /// inside another; where a child alone is, is the lane's.
    private func relatives(
        _ point: PointCode, _ eyes: Reader, on day: CivilDate
    ) throws(SQLiteError) -> [PointFacts.Relative] {
        try connection.statement(Store.relativesQuery).bind(point.text)
            .all { Store.relativeFields.read($0, id: $0.int(0), from: 1) }
            .filter { !$0.isChildAlone || $0.isNamed(to: eyes) }
            .map { person in
                let one = PointFacts.One(
                    person.id.value, ticket: person.ticket,
                    at: person.receivedAt ?? Instant(milliseconds: 0))
                return (one, person.family?.value ?? 0, person.point, person.isChild(on: day))
            }
    }

    private static let relativeFields = ReceptionSlice(
        Set(Reception.readToName + ChildGuard.reads + ["family", "point", "receivedAt"]).sorted())

    private static let relativesQuery = """
        SELECT id, \(relativeFields.columns()) FROM reception WHERE family IN (
        SELECT r.family FROM reception r WHERE r.point = ? AND r.family IS NOT NULL
        AND \(Inside.sql(of: "r")) AND EXISTS (SELECT 1 FROM reception o
        WHERE o.family = r.family AND o.point <> r.point AND \(Inside.sql(of: "o"))))
        AND \(Inside.sql) ORDER BY family, id
        """

    /// The last medicine and the last filter of each person inside, by their hours.
    private func ticks(
        _ point: PointCode, since: Instant
    ) throws(SQLiteError) -> [PointFacts.Step] {
        try connection.statement(Store.ticksQuery).bind(point.text).bind(since.milliseconds)
            .bind(PointFacts.most).all { row in
                LaneStep(rawValue: row.text(3)).map { (Store.one(row), $0) }
            }.compactMap { $0 }
    }

    private static let ticksQuery = """
        SELECT r.id, r.ticket, t.dueAt, t.step FROM laneTick t
        JOIN reception r ON r.id = t.reception
        WHERE r.point = ? AND t.retractedAt IS NULL AND t.dueAt > ?
        AND t.step IN ('medication', 'filter')
        AND \(Inside.sql(of: "r"))
        AND NOT EXISTS (SELECT 1 FROM laneTick n WHERE n.reception = t.reception AND n.id > t.id
          AND n.retractedAt IS NULL
          AND (n.step = t.step OR n.step = iif(t.step = 'medication', 'dose', 'cleared')))
        ORDER BY t.dueAt LIMIT ?
        """

    /// Reserved attention that waits for a private room, or for what the reserved form asks for;
    /// why stands nowhere.
    private func reserved(
        _ point: PointCode, _ eyes: Reader, _ now: Instant
    ) throws(SQLiteError) -> [PointFacts.One] {
        var found = try connection.statement(Store.markedQuery)
            .bind(point.text).bind(PointFacts.most).all(Store.one)
        if eyes.reads(.restricted) {
            found += try connection.statement(Store.toldByFormQuery).bind(point.text)
                .bind(now.adding(minutes: -1440 * Screening.memoryDays).milliseconds)
                .bind(PointFacts.most).all(Store.one)
        }
        let people = Dictionary(found.map { ($0.subject, $0) }) { first, _ in first }
        return people.values.sorted { $0.subject < $1.subject }
    }

    private static let markedQuery = """
        SELECT id, ticket, coalesce(enteredAt, receivedAt)
        FROM reception r INDEXED BY reception_reserved WHERE point = ?
        AND \(marked(of: "r."))
        AND NOT EXISTS (SELECT 1 FROM laneTick t
          WHERE t.reception = r.id AND t.step = 'privateRoom' AND t.retractedAt IS NULL) LIMIT ?
        """

    /// Those whose last form found something, and whom nobody has referred for it yet.
    private static let toldByFormQuery = """
        SELECT r.id, r.ticket, coalesce(r.enteredAt, r.receivedAt)
        FROM screening s JOIN screening_restricted x ON x.subject = s.id
        JOIN reception r ON r.id = s.reception WHERE s.point = ? AND s.at > ?
        AND length(x.indicators) > 0
        AND \(Inside.sql(of: "r"))
        AND NOT EXISTS (SELECT 1 FROM screening l WHERE l.reception = s.reception AND l.id > s.id)
        AND NOT EXISTS (SELECT 1 FROM referral f WHERE f.reception = r.id
          AND f.retractedAt IS NULL AND f.kind IN ('trafficking', 'kidnapping', 'victims')) LIMIT ?
        """

    /// Who left with something pending that the reader knows of, until somebody has asked after
    /// them.
    private func leftPending(
        _ point: PointCode, _ eyes: Reader, _ now: Instant
    ) throws(SQLiteError) -> [PointFacts.One] {
        try connection.statement(
            """
            SELECT f.reception, r.ticket, f.askedAt, f.explainedIn, x.pending FROM followUp f
            JOIN reception r ON r.id = f.reception
            LEFT JOIN followUp_restricted x ON x.subject = f.id
            WHERE f.point = ? AND f.outcome IS NULL AND f.cause = 'leftPending' AND f.askedAt > ?
            AND f.retractedAt IS NULL
            ORDER BY f.askedAt, f.id
            """
        ).bind(point.text).bind(AlertKind.leftPending.alarm.oldest(at: now).milliseconds).all {
            row in
            var told = FollowUp(id: Identifier(0))
            told.cause = .leftPending
            told.explainedIn = row.isNull(3) ? nil : row.text(3)
            told.pending = Set(stored: row.value(4)) ?? []
            return (one: Store.one(row), isKnown: told.isKnown(to: eyes))
        }.filter(\.isKnown).map(\.one)
    }
}

extension Statement {
    func instant(_ column: Int) -> Instant { Instant(milliseconds: int(column)) }
}
