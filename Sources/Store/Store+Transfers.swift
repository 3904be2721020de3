import Repatriation
import SQLite

/// Who is between two points.
extension Store {
    /// Groups that a point sent, or that are sent to it, and that are not received whole, the first
    /// that left first.
    func onTheWay(
        _ point: PointCode, most: Int = PointFacts.most
    ) throws(SQLiteError) -> [SentGroup] {
        try connection.statement(Store.onTheWayQuery).bind(point.text)
            .bind(Cell.Measure.pending.rawValue).bind(most).all { row in
                guard let from = PointCode(row.text(2)), let to = PointCode(row.text(3)) else {
                    return nil
                }
                return SentGroup(
                    Identifier(row.int(0)), number: row.int(1), from: from, to: to,
                    sentAt: row.instant(4), expectedAt: row.optionalInt(5).map(Instant.init),
                    awaited: row.int(6), unlocated: row.int(7))
            }.compactMap { $0 }
    }

    /// Groups sent by, or to, a point, and not concluded.
    static func sent(_ point: String, with others: String = "") -> String {
        """
        "group" g \(others) WHERE g.origin IS NOT NULL AND g.stage <> 'concluded'
        AND (g.origin = \(point) OR g.point = \(point))
        """
    }

    private static let onTheWayQuery = """
        SELECT * FROM (SELECT g.id, g.number, g.origin, g.point, g.sentAt, g.expectedAt,
        coalesce((SELECT n FROM cell WHERE scope = CAST(g.id AS TEXT) AND measure = ?2 AND day = ''), 0)
        AS awaited,
        (SELECT count(*) FROM reception r WHERE r."group" = g.id AND r.unlocated = 1
        AND r.sentStage IS NOT NULL) AS unlocated
        FROM \(sent("?1"))) WHERE awaited + unlocated > 0 ORDER BY sentAt, id LIMIT ?3
        """

    /// How many a point sent whom nobody has received yet: they are in its charge.
    func countOnTheWay(from point: PointCode) throws(SQLiteError) -> Int {
        try connection.statement(
            """
            SELECT count(*) FROM "group" g JOIN reception r ON r."group" = g.id
            WHERE g.origin IS NOT NULL AND g.stage <> 'concluded' AND g.origin = ?
            AND r.sentStage IS NOT NULL
            """
        ).bind(point.text).first { $0.int(0) } ?? 0
    }

    /// Those sent by a point, or to it, of whom something was noted since they left that somebody
    /// must know.
    func travellers(_ point: PointCode) throws(SQLiteError) -> [PointFacts.Traveller] {
        try connection.statement(Store.travellersQuery).bind(point.text).bind(PointFacts.most)
            .all { row in
                guard let from = PointCode(row.text(3)), let to = PointCode(row.text(4)) else {
                    return nil
                }
                return PointFacts.Traveller(
                    Store.one(row), from: from, to: to, isEmergency: row.int(5) == 1,
                    isForTheLane: row.int(6) == 1, isReserved: row.int(7) == 1)
            }.compactMap { $0 }
    }

    private static let travellersQuery = """
        SELECT * FROM (SELECT r.id, r.sentTicket, g.sentAt, g.origin, g.point,
        coalesce(instr(r.flags, 'vitalEmergency') > 0, 0) OR r.emergencyLiftedBy IS NOT NULL
          AS emergency,
        coalesce(instr(r.flags, 'unaccompaniedChild') > 0, 0) OR r.ageDoubtAt IS NOT NULL AS lane,
        coalesce(instr(r.flags, 'reserved') > 0, 0) AND NOT EXISTS (SELECT 1 FROM laneTick t
          WHERE t.reception = r.id AND t.step = 'privateRoom' AND t.retractedAt IS NULL) AS reserved
        FROM \(sent("?1", with: #"JOIN reception r ON r."group" = g.id"#))
        AND r.sentStage IS NOT NULL)
        WHERE emergency OR lane OR reserved
        ORDER BY emergency DESC, lane DESC, sentAt, id LIMIT ?2
        """

    /// What a point sent and nobody has received yet, as the next lead is told: the vehicle, and each
    /// by the number they had here.
    func departures(of point: ReceivingPoint, for reader: Reader) throws(StoreError) -> [Departure]
    {
        let zone = try zone(point.zone)
        let lead = try point.lead.flatMap { id throws(StoreError) in try officer(id)?.short }
        return try wrap { () throws(SQLiteError) in
            var found: [Departure] = []
            for sent in try onTheWay(point.code, most: .max) where sent.from == point.code {
                guard let group: Group = try rows.find(sent.group) else { continue }
                let people = try rows.all(
                    Reception.self, "\"group\" = ? AND sentStage IS NOT NULL ORDER BY listNumber",
                    .int(sent.group.value))
                let shown = group.hiding(outside: reader.classes)
                found.append(
                    Departure(
                        group: sent.group, to: sent.to, vehicle: shown.vehicle,
                        owner: shown.driver ?? lead ?? "–",
                        leftAt: zone.local(sent.sentAt),
                        expectedAt: sent.expectedAt.map(zone.local),
                        tickets: people.compactMap(\.sentTicket)))
            }
            return found
        }
    }
}
