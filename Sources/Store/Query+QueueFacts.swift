import Repatriation
import SQLite

/// What alarms are made of about the queue, the desks that work it, and what waits to be done.
extension Store {
    func fillQueue(_ facts: inout PointFacts) throws(SQLiteError) {
        facts.pastTarget =
            try connection.statement(
                """
                SELECT count(*), min(enteredAt + target * 60000) FROM reception
                WHERE stage = 'waiting' AND point = ? AND enteredAt + target * 60000 < ?
                """
            ).bind(facts.point.text).bind(facts.now.milliseconds)
            .first { ($0.int(0), $0.instant(1)) }
        facts.waiting = try connection.statement(Store.waitingQuery).bind(facts.point.text).all {
            (Store.one($0), $0.int(3) == 1, $0.int(4) == 1, $0.int(5))
        }
    }

    /// Those fetched by child protection and emergencies by their class, those who did not come by
    /// an index of their own.
    private static let waitingQuery = {
        func isOne(of classes: [String]) -> String {
            "priority IN (\(classes.map { "'\($0)'" }.joined(separator: ",")))"
        }
        let children = PriorityClass.ofChildren, emergencies = PriorityClass.ofEmergencies
        let select = """
            SELECT id, ticket, enteredAt, \(isOne(of: children)), \(isOne(of: emergencies)),
            absences FROM reception WHERE stage = 'waiting' AND point = ?1 AND
            """
        let soughtClasses = Set(children + emergencies).sorted()
        return """
            \(select) \(isOne(of: soughtClasses)) UNION \(select) absences > 0
            ORDER BY enteredAt
            """
    }()

    /// Desks that idle, silence, papers and places: what a point's hands have before them.
    func fillHands(
        _ facts: inout PointFacts, _ row: BoardRow, _ pulse: Pulse, _ point: ReceivingPoint,
        _ eyes: Reader
    ) throws(SQLiteError) {
        if pulse.has(.tray) { facts.tray = try tray(point.code, facts.now) }
        if pulse.has(.fullProviders) { facts.fullProviders = try fullProviders(point.code, eyes) }
        let people = row.toTriage + row.waiting + row.called + row.inInterview
        guard point.isShiftOpen, people > 0 else { return }
        if row.waiting > 0, row.desksOpen > row.desksAttending {
            facts.idleDesks = try idleDesks(point, facts.now)
        }
        let newest = max(try lastWritten(at: point.code), point.shiftSince ?? .earliest)
        facts.silence = (people, newest)
    }

    /// Open desks that hold nobody while people they attend wait.
    private func idleDesks(
        _ point: ReceivingPoint, _ now: Instant
    ) throws(SQLiteError) -> [PointFacts.Idle] {
        let classes = try connection.statement(
            """
            SELECT priority, count(*), min(enteredAt) FROM reception
            WHERE stage = 'waiting' AND point = ? AND (notBefore IS NULL OR notBefore <= ?)
            GROUP BY priority
            """
        ).bind(point.code.text).bind(now.milliseconds)
            .all { (point.priority($0.text(0)), $0.int(1), $0.instant(2)) }
        return try connection.statement(Store.idleQuery).bind(point.code.text)
            .all { (number: $0.int(0), attends: $0.value(1), since: $0.instant(2)) }
            .compactMap { desk in
                let attends = Set<Attention>(stored: desk.attends) ?? []
                let own = classes.filter { $0.0?.isAttended(by: attends) == true }
                guard let first = own.map(\.2).min() else { return nil }
                return (desk.number, max(desk.since, first), own.reduce(0) { $0 + $1.1 })
            }
    }

    /// A desk idles since its last call, or since it was last opened: an interview of a day before
    /// may have ended since.
    private static let idleQuery = """
        SELECT d.number, d.attends, max(d.opened,
        coalesce((SELECT max(coalesce(c.endedAt, 0), c.at) FROM call c
          WHERE c.point = d.point AND c.outcome <> 'undone' AND c.desk = d.number
          AND c.at > d.opened - 86400000 ORDER BY c.at DESC LIMIT 1), 0))
        FROM (SELECT point, number, attends, state, coalesce(
          (SELECT at FROM journal j WHERE j.subject = desk.id ORDER BY seq DESC LIMIT 1), 0)
          AS opened FROM desk) d WHERE d.point = ?1 AND d.state = 'open'
        AND NOT EXISTS (SELECT 1 FROM reception r
          WHERE r.point = d.point AND r.stage = 'called' AND r.desk = d.number)
        AND NOT EXISTS (SELECT 1 FROM reception r
          WHERE r.point = d.point AND r.stage = 'inInterview' AND r.desk = d.number)
        ORDER BY d.number
        """

    /// When a point wrote last; where it is not among the newest thousand facts, when the first of
    /// those was written.
    private func lastWritten(at point: PointCode) throws(SQLiteError) -> Instant {
        try connection.statement(
            """
            SELECT coalesce((SELECT at FROM journal WHERE point = ?1
              AND seq > (SELECT max(seq) FROM journal) - 1000 ORDER BY seq DESC LIMIT 1),
              (SELECT at FROM journal
              WHERE seq > (SELECT max(seq) FROM journal) - 1000 ORDER BY seq LIMIT 1), 0)
            """
        ).bind(point.text).first { $0.instant(0) } ?? .earliest
    }

    /// Since when those are inside who may be too long by the least that a point may set.
    func insideSince(_ point: PointCode, _ now: Instant) throws(SQLiteError) -> [Instant] {
        try connection.statement(
            """
            SELECT receivedAt FROM reception WHERE inside = 1 AND point = ? AND receivedAt < ?
            ORDER BY receivedAt
            """
        ).bind(point.text).bind(Store.latest(.insideLong, now)).all { $0.instant(0) }
    }

    private func tray(_ point: PointCode, _ now: Instant) throws(SQLiteError) -> [Instant] {
        try connection.statement(
            """
            SELECT issuedAt FROM paper WHERE point = ? AND issuedAt > ? AND issuedAt < ?
            AND \(Store.isInTray()) ORDER BY issuedAt
            """
        ).bind(point.text)
            .bind(AlertKind.paperUndelivered.alarm.oldest(at: now).milliseconds)
            .bind(Store.latest(.paperUndelivered, now)).all { $0.instant(0) }
    }

    /// What is later than this no threshold of the kind reaches.
    private static func latest(_ kind: AlertKind, _ now: Instant) -> Int {
        now.adding(minutes: -(kind.alarm.threshold?.allowed.lowerBound ?? 0)).milliseconds
    }

    /// By name, those that the reader may know to be full.
    private func fullProviders(
        _ point: PointCode, _ eyes: Reader
    ) throws(SQLiteError) -> [String] {
        try rows.all(
            Provider.self, "point = ? AND \(Store.isFull) ORDER BY name", .text(point.text)
        )
        .map { $0.visible(to: eyes) }.filter { $0.free == 0 }.map(\.name)
    }

    /// None of its places is free, and it is still offered.
    static let isFull = "places > 0 AND held >= places AND retired = 0"
}
