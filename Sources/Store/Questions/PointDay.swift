import Repatriation
import SQLite

/// Counts from the hours that rows keep, and the facts of one point in the rows of one day.
extension DayOf: Readable {
    package var reading: Reading<PointDay> {
        Reading { try there($0.day(of: moment, at: point)) }
    }
}

extension Look {
    /// So many weeks back the same weekday is looked at.
    private static let weeks = 4

    fileprivate func day(of moment: Instant?, at code: PointCode) throws -> PointDay? {
        guard let point = try point(code) else { return nil }
        let zone = try store.zone(point.zone)
        let today = zone.cutDay(at: try store.sure(now), cut: point.cut)
        let day = moment.map { zone.cutDay(at: $0, cut: point.cut) } ?? today
        guard day <= today else { throw Refusal(.notPast) }
        let span = span(of: day, zone, point.cut)
        let end = min(span.upperBound, now.adding(seconds: 1))
        var view = PointDay(
            point: code, day: day, span: span,
            hours: stride(from: span.lowerBound.milliseconds, to: end.milliseconds, by: 3_600_000)
                .map { PointDay.Hour(start: Instant(milliseconds: $0)) })
        try count(&view)
        try fillEarlier(&view, zone, point.cut)
        view.facts = try facts(view)
        return view
    }

    private func span(of day: CivilDate, _ zone: Zone, _ cut: TimeOfDay) -> Range<Instant> {
        let next = CivilDate(daysSinceEpoch: day.daysSinceEpoch + 1)
        return zone.instant(of: day, at: cut)..<zone.instant(of: next, at: cut)
    }

    private func count(_ view: inout PointDay) throws {
        let hours = view.hours.indices
        for (hour, n) in try received(view.point, view.day, view.span) where hours.contains(hour) {
            view.hours[hour].received = n
        }
        for (hour, n) in try released(view.point, view.day, view.span) where hours.contains(hour) {
            view.hours[hour].released = n
        }
        for wait in try waits(view.point, view.span) where hours.contains(wait.hour) {
            view.hours[wait.hour].calls = wait.calls
            view.hours[wait.hour].waited = wait.sum
            view.hours[wait.hour].longestWait = wait.most
        }
    }

    /// The same weekdays whose whole day lies in the journal.
    private func fillEarlier(_ view: inout PointDay, _ zone: Zone, _ cut: TimeOfDay) throws {
        let first = try connection.statement("SELECT at FROM journal ORDER BY seq LIMIT 1")
            .first { $0.instant(0) }
        let hours = view.hours.indices
        for week in 1...Look.weeks {
            let day = CivilDate(daysSinceEpoch: view.day.daysSinceEpoch - 7 * week)
            let span = span(of: day, zone, cut)
            guard let first, first <= span.lowerBound else { break }
            view.earlier.append(day)
            for (hour, n) in try received(view.point, day, span) where hours.contains(hour) {
                view.hours[hour].before.received += n
            }
            for wait in try waits(view.point, span) where hours.contains(wait.hour) {
                view.hours[wait.hour].before.calls += wait.calls
                view.hours[wait.hour].before.waited += wait.sum
            }
        }
    }

    /// Where they were handed over, whichever point they are at since.
    private func received(
        _ point: PointCode, _ day: CivilDate, _ span: Range<Instant>
    ) throws(SQLiteError) -> [(Int, Int)] {
        try connection.statement(
            """
            SELECT (receivedAt - ?2) / 3600000, count(*) FROM (
            SELECT receivedAt FROM reception WHERE point = ?1 AND firstPoint IS NULL
              AND receivedDay = ?4 AND receivedAt >= ?2 AND receivedAt < ?3 AND retractedAt IS NULL
            UNION ALL SELECT receivedAt FROM reception WHERE firstPoint = ?1
              AND receivedDay = ?4 AND receivedAt >= ?2 AND receivedAt < ?3 AND retractedAt IS NULL)
            GROUP BY 1
            """
        ).bind(point.text).bind(span.lowerBound.milliseconds).bind(span.upperBound.milliseconds)
            .bind(day.text)
            .all { ($0.int(0), $0.int(1)) }
    }

    /// Those who stayed up to two days are among those received then, the others have an index.
    private func released(
        _ point: PointCode, _ day: CivilDate, _ span: Range<Instant>
    ) throws(SQLiteError) -> [(Int, Int)] {
        try connection.statement(
            """
            SELECT (exitAt - ?2) / 3600000, count(*) FROM (
            SELECT exitAt FROM reception WHERE point = ?1 AND receivedDay >= ?4
              AND receivedDay <= ?5 AND exitAt >= ?2 AND exitAt < ?3 AND inside = 0
              AND exitAt - receivedAt <= 172800000
            UNION ALL SELECT exitAt FROM reception WHERE exitAt >= ?2 AND exitAt < ?3
              AND exitAt - receivedAt > 172800000 AND point = ?1 AND inside = 0)
            GROUP BY 1
            """
        ).bind(point.text).bind(span.lowerBound.milliseconds).bind(span.upperBound.milliseconds)
            .bind(CivilDate(daysSinceEpoch: day.daysSinceEpoch - 3).text).bind(day.text)
            .all { ($0.int(0), $0.int(1)) }
    }

    private func waits(
        _ point: PointCode, _ span: Range<Instant>
    ) throws(SQLiteError) -> [(hour: Int, calls: Int, sum: Int, most: Int)] {
        try connection.statement(
            """
            SELECT (at - ?2) / 3600000, count(*), sum(waited), max(waited) FROM call
            WHERE point = ?1 AND at >= ?2 AND at < ?3 AND outcome <> 'undone' GROUP BY 1
            """
        ).bind(point.text).bind(span.lowerBound.milliseconds).bind(span.upperBound.milliseconds)
            .all { ($0.int(0), $0.int(1), $0.int(2), $0.int(3)) }
    }
}
