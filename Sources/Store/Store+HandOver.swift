import Repatriation
import SQLite

/// What one lead hands to the next.
extension Store {
    /// Everybody inside a point with what each needs next, as far as a reader may know. O(people
    /// inside).
    func handOverLines(at point: ReceivingPoint, for reader: Reader, _ now: Instant)
        throws(StoreError) -> [HandOverLine]
    {
        let zone = try zone(point.zone)
        let day = zone.local(try sure(now)).day
        let lead = try point.lead.flatMap { id throws(StoreError) in try officer(id)?.short }
        return try wrap { () throws(SQLiteError) in
            let desks = try officersOfDesks(at: point.code)
            let people = try rows.all(
                Reception.self, "point = ? AND \(Inside.sql) ORDER BY receivedAt, id",
                .text(point.code.text))
            var lines: [HandOverLine] = []
            for person in people {
                let lanes = try laneState(of: person, on: day).seen(by: reader)
                let referrals = try openReferrals(of: person.id).known(to: reader)
                let shown = person.visible(to: reader)
                let atDesk = person.stage.isAttended ? person.desk.flatMap { desks[$0] } : nil
                lines.append(
                    HandOverLine(
                        shown, since: person.receivedAt.map(zone.local),
                        next: NextStep(of: shown, lanes, referrals),
                        owner: atDesk ?? shown.placeWith ?? lead ?? "–",
                        isChild: person.isChild(on: day)))
            }
            return lines.sorted { $0.order < $1.order }
        }
    }

    private func officersOfDesks(at code: PointCode) throws(SQLiteError) -> [Int: String] {
        let desks = try rows.all(Desk.self, "point = ? AND officer IS NOT NULL", .text(code.text))
        var names: [Int: String] = [:]
        for desk in desks {
            guard let id = desk.officer, let officer: Officer = try rows.find(id) else { continue }
            names[desk.number] = officer.short
        }
        return names
    }

    /// What stays at a point when its shift ends, as far as a reader may know.
    func remains(
        at point: ReceivingPoint, for reader: Reader, _ now: Instant
    ) throws(StoreError) -> ShiftRemains {
        let code = point.code.text
        return try wrap { () throws(SQLiteError) in
            func count(_ condition: String) throws(SQLiteError) -> Int {
                try connection.statement("SELECT count(*) FROM \(condition)").bind(code)
                    .first { $0.int(0) } ?? 0
            }
            var remains = ShiftRemains()
            remains.inside = try self.count(.inside, code)
            remains.onTheWay = try countOnTheWay(from: point.code)
            remains.elsewhere = try count(
                """
                reception WHERE point = ? AND \(Inside.sql)
                AND place IN (\(Place.elsewhere.map { "'\($0.rawValue)'" }.joined(separator: ",")))
                """)
            // As on the board: whoever does not attend people is told of no children.
            if reader.reads(.sensitive) {
                remains.children = try self.count(.children, code)
                remains.doses = try doses(at: point.code, now)
            }
            for route in ServiceRoute.allCases {
                remains.routes[route] = try self.count(route.measure, code)
            }
            remains.unlocated = try self.count(.unlocated, code)
            remains.bags = try count(
                "bag WHERE point = ? AND givenAt IS NULL AND retractedAt IS NULL")
            remains.papers = try count("paper WHERE point = ? AND \(Store.isInTray())")
            remains.sheets = try count(
                "paper WHERE point = ? AND reservedAt IS NOT NULL AND cancelledAt IS NULL "
                    + "AND usedAt IS NULL")
            remains.desks = try count("desk WHERE point = ? AND state <> 'closed'")
            if reader.knowsEverything {
                remains.drafts = try count(
                    """
                    (SELECT DISTINCT d.officer, d.subject FROM draft d JOIN reception r
                    ON r.id = d.subject WHERE r.point = ? AND \(Inside.sql(of: "r")))
                    """)
                remains.inquiries = try count("inquiry WHERE point = ? AND wishes IS NULL")
            }
            return remains
        }
    }

    /// Medicines due soon, or already, of those inside: each person's last word on it, unless the
    /// dose was given since.
    private func doses(at code: PointCode, _ now: Instant) throws(SQLiteError) -> Int {
        try connection.statement(
            """
            SELECT count(*) FROM laneTick t JOIN reception r ON r.id = t.reception
            WHERE r.point = ? AND t.dueAt > ? AND t.dueAt <= ? AND t.step = 'medication'
            AND t.retractedAt IS NULL AND \(Inside.sql(of: "r"))
            AND NOT EXISTS (SELECT 1 FROM laneTick n WHERE n.reception = t.reception AND n.id > t.id
              AND n.retractedAt IS NULL AND n.step IN ('medication', 'dose'))
            """
        ).bind(code.text).bind(AlertKind.doseDue.alarm.oldest(at: now).milliseconds)
            .bind(now.adding(minutes: 60 * ShiftRemains.doseHours).milliseconds)
            .first { $0.int(0) } ?? 0
    }

    /// The newest hand-over of a point.
    func lastHandOver(at code: PointCode) throws(SQLiteError) -> HandOver? {
        try rows.first(
            HandOver.self,
            "point = ? ORDER BY coalesce(acceptedAt, signedAt) DESC, id DESC LIMIT 1",
            .text(code.text))
    }
}

extension Place {
    /// Whoever is there is inside, and not in the building.
    static let elsewhere: [Place] = [.hospital, .transfer]
}
