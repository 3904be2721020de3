import Repatriation
import SQLite

/// The slices of the store that rules see.
extension Store {
    /// One count.
    func count(_ measure: Cell.Measure, _ scope: String, day: CivilDate? = nil) throws(SQLiteError)
        -> Int
    {
        try connection.statement("SELECT n FROM cell WHERE scope = ? AND measure = ? AND day = ?")
            .bind(scope).bind(measure.rawValue).bind(day?.text ?? "").first { $0.int(0) } ?? 0
    }

    /// How many people are inside a point or looked for, and how many of its groups are not
    /// concluded.
    func presence(at point: PointCode) throws(SQLiteError) -> (people: Int, groups: Int) {
        let people =
            try count(.inside, point.text) + count(.unlocated, point.text)
            + countOnTheWay(from: point)
        let groups = try connection.statement(
            "SELECT count(*) FROM \"group\" WHERE point = ? AND stage <> 'concluded'"
        ).bind(point.text).first { $0.int(0) }
        return (people, groups ?? 0)
    }

    /// The others of a family who wait at a point.
    func waiting(of family: Identifier<Reception>, at point: PointCode) throws(SQLiteError)
        -> [Reception]
    {
        try rows.all(
            Reception.self, "family = ? AND point = ? AND stage = 'waiting' ORDER BY ticket",
            .int(family.value),
            .text(point.text))
    }

    /// The counts of a group.
    func counts(of group: Identifier<Group>) throws(SQLiteError) -> GroupCounts {
        var counts = GroupCounts()
        let rows = try connection.statement("SELECT measure, n FROM cell WHERE scope = ?").bind(
            String(group.value)
        )
        .all { (Cell.Measure(rawValue: $0.int(0)), $0.int(1)) }
        for (measure, n) in rows {
            switch measure {
            case .onList?: counts.onList = n
            case .pending?: counts.pending = n
            case .received?: counts.received = n
            case .noShow?: counts.noShow = n
            case .offList?: counts.offList = n
            case .foreign?: counts.foreign = n
            case .notAccredited?: counts.notAccredited = n
            case .released?: counts.released = n
            case .transferred?: counts.transferred = n
            case .groupInside?: counts.inside = n
            default: break
            }
        }
        return counts
    }

    /// The desks of an officer, with whom each holds.
    func attended(by officer: Identifier<Officer>) throws(SQLiteError) -> [AttendedDesk] {
        var found: [AttendedDesk] = []
        for desk in try rows.all(Desk.self, "officer = ?", .int(officer.value)) {
            let people = try rows.all(
                Reception.self,
                "point = ? AND desk = ? AND stage IN ('called', 'inInterview') AND \(Inside.sql)",
                .text(desk.point.text), .int(desk.number))
            var held: [(person: Reception, call: Call?)] = []
            for person in people {
                held.append(
                    (
                        person,
                        try person.call.flatMap { id throws(SQLiteError) in try rows.find(id) }
                    ))
            }
            found.append(AttendedDesk(desk: desk, held: held))
        }
        return found
    }

    /// Whether nobody else inside has somebody's number.
    func isNumberFree(_ person: Reception) throws(SQLiteError) -> Bool {
        guard let ticket = person.ticket else { return true }
        let other: Reception? = try rows.first(
            Reception.self, "point = ? AND ticket = ? AND id <> ? AND \(Inside.sql)",
            .text(person.point.text), .int(ticket), .int(person.id.value))
        return other == nil
    }

    func desk(_ point: PointCode, _ number: Int) throws(SQLiteError) -> Desk? {
        try rows.first(Desk.self, "point = ? AND number = ?", .text(point.text), .int(number))
    }

    func deskLoad(_ point: PointCode, _ desk: Int) throws(SQLiteError) -> DeskLoad {
        var load = DeskLoad()
        let held = try connection.statement(
            """
            SELECT stage, ticket FROM reception WHERE point = ?1 AND desk = ?2 AND stage = 'called'
            UNION ALL SELECT stage, ticket FROM reception WHERE point = ?1 AND desk = ?2
            AND stage = 'inInterview'
            """
        ).bind(point.text).bind(desk).all { ($0.text(0), $0.int(1)) }
        for (stage, ticket) in held {
            if stage == Stage.called.rawValue {
                load.called = ticket
            } else {
                load.inInterview = ticket
            }
        }
        return load
    }

    /// Whether a desk's officer was heard in the last two minutes of an open shift.
    func isHeard(_ point: ReceivingPoint, _ desk: Int?, _ now: Instant) throws(SQLiteError) -> Bool
    {
        guard point.isShiftOpen, let desk else { return false }
        let heard = try connection.statement(
            """
            SELECT at FROM heard JOIN desk d ON d.point = heard.point AND d.number = heard.desk
            AND d.state <> 'closed'
            WHERE heard.point = ? AND heard.desk = ?
            """
        ).bind(point.code.text).bind(desk).first { Instant(milliseconds: $0.int(0)) }
        // A clock that stepped back must not make a dead desk look alive for hours.
        return heard.map {
            abs(now.milliseconds - $0.milliseconds) < 120_000 || isDrill && $0 > now
        } ?? false
    }

    /// The first callable person of each class: one index row each, at any size of the store.
    /// A pause that ends later than five minutes from now was given by a clock that was wrong: it
    /// holds nobody. With `includingDeferred` those who were just absent are counted too, for waits
    /// and alerts.
    func heads(
        at point: PointCode, now: Instant, includingDeferred: Bool = false
    ) throws(SQLiteError) -> [QueueHead] {
        try connection.statement(Store.headsQuery).bind(point.text).bind(
            includingDeferred ? Int.max / 2 : now.milliseconds
        )
        .all { row in
            var head = QueueHead(
                reception: Identifier(row.int(0)), ticket: row.int(1), priority: row.text(5),
                tier: row.int(2),
                target: row.int(3), enteredAt: Instant(milliseconds: row.int(4)))
            head.family = row.optionalInt(6).map(Identifier.init)
            return head
        }
    }

    /// One index seek a class, in one statement.
    static let headsQuery = PriorityClass.shipped.map { priority in
        """
        SELECT * FROM (SELECT id, ticket, tier, target, enteredAt, priority, family FROM reception
        WHERE stage = 'waiting'
        AND point = ?1 AND priority = '\(priority.code)' AND (notBefore IS NULL OR notBefore <= ?2
        OR notBefore > ?2 + 300000)
        ORDER BY enteredAt, ticket LIMIT 1)
        """
    }.joined(separator: " UNION ALL ")

    /// People of the group who may be the one that is being added: like surname, age within three
    /// years, same sex.
    func similar(
        to person: PersonData, in group: Identifier<Group>, for reader: Reader
    ) throws(SQLiteError) -> [Identifier<Reception>] {
        let people = try rows.lines("\"group\" = ?", .int(group.value))
        return people.filter { $0.isNamed(to: reader) && $0.isLike(person) }.map(\.id)
    }
}
