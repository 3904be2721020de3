import Repatriation
import SQLite

extension ReportOf: Readable {
    package var reading: Reading<ReportIssue> {
        .report(kind, period, points: points, isPublic: isPublic)
    }
}

extension ArrivalsOf: Readable {
    package var reading: Reading<ArrivalHeat> {
        Reading(.reports) { try $0.arrivals(period, points) }
    }
}

extension Look {
    /// Counted where and when people were handed over, whichever point they are at since. Quarters
    /// of an hour are told apart, for a clock may be set by less than an hour.
    fileprivate func arrivals(_ period: ReportPeriod, _ codes: [PointCode]) throws -> ArrivalHeat {
        var heat = ArrivalHeat()
        for point in try chosenPoints(codes) {
            let zone = try store.zone(point.zone)
            for (quarter, count) in try quarters(point.code, period) {
                heat.add(count, at: zone.local(Instant(milliseconds: quarter * 900_000)))
            }
        }
        return heat
    }

    private func quarters(
        _ point: PointCode, _ period: ReportPeriod
    ) throws(SQLiteError) -> [(Int, Int)] {
        let days = (period.from...period.to).workingDays
        return try connection.statement(
            """
            SELECT at / 900000, count(*) FROM (
            SELECT receivedAt AS at FROM reception WHERE point = ?1 AND firstPoint IS NULL
              AND receivedDay >= ?4 AND receivedDay <= ?5
              AND receivedDate >= ?2 AND receivedDate <= ?3
            UNION ALL SELECT receivedAt FROM reception WHERE firstPoint = ?1
              AND receivedDay >= ?4 AND receivedDay <= ?5
              AND receivedDate >= ?2 AND receivedDate <= ?3)
            WHERE at IS NOT NULL GROUP BY 1
            """
        ).bind(point.text).bind(period.from.text).bind(period.to.text)
            .bind(days.lowerBound.text).bind(days.upperBound.text)
            .all { ($0.int(0), $0.int(1)) }
    }
}
