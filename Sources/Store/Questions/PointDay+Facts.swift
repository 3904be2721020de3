import Repatriation
import SQLite

/// What happened once in a day, by the rows of the journal of that day: O(facts of the day).
extension Look {
    func facts(_ view: PointDay) throws -> [PointDay.Fact] {
        let rows = try rows(of: view)
        let facts = try written(view, rows) + moved(view, rows) + rang(view)
        return facts.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    /// The rows of a day: those that were written in it, and what stands on sheets of it, whenever
    /// it was typed.
    private func rows(of view: PointDay) throws(SQLiteError) -> String {
        let hours = try JournalHours(connection)
        let (from, to) = (view.span.lowerBound, view.span.upperBound)
        return """
            j.seq IN (SELECT seq FROM journal WHERE seq > \(try hours.row(by: from.adding(seconds: -1)))
              AND seq <= \(try hours.row(by: to))
              UNION SELECT seq FROM journal WHERE occurredAt IS NOT NULL
              AND occurredAt >= \(from.milliseconds) AND occurredAt < \(to.milliseconds))
            AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.undoes = j.act)
            """
    }

    /// Of groups and shifts, but for what was taken back.
    private func written(_ view: PointDay, _ those: String) throws -> [PointDay.Fact] {
        let rows = try connection.statement(
            """
            SELECT coalesce(j.occurredAt, j.at), j.kind, g.number, g.declared, g.outOfHours
            FROM journal j LEFT JOIN "group" g ON g.id = j.subject
            WHERE j.point = ? AND j.kind IN (
              'groupAnnounced', 'groupArrived', 'groupBalanced', 'groupConcluded', 'groupReopened',
              'shiftOpened', 'shiftClosed', 'handOverSigned', 'handOverReceived')
            AND \(those) ORDER BY j.seq
            """
        ).bind(view.point.text)
        return try rows.all { row in
            let at = row.instant(0)
            guard view.span.contains(at), let kind = EventKind(rawValue: row.text(1)) else {
                return nil
            }
            let group = Announced(
                number: row.optionalInt(2) ?? 0, people: row.optionalInt(3),
                outOfHours: row.optionalInt(4) == 1)
            return Look.fact(kind, group).map { PointDay.Fact(at: at, $0) }
        }.compactMap { $0 }
    }

    /// Who left for another point and who came from one, group by group.
    private func moved(_ view: PointDay, _ those: String) throws -> [PointDay.Fact] {
        let rows = try connection.statement(
            """
            SELECT min(coalesce(j.occurredAt, j.at)), j.kind, g.number, g.origin, g.point, count(*)
            FROM journal j JOIN "group" g ON g.id = (SELECT
              json_extract(t.payload, '$."reception:' || t.subject || '".group') FROM journal t
              WHERE t.subject = j.subject AND t.seq <= j.seq AND t.kind = 'transferred'
              AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.undoes = t.act)
              ORDER BY t.seq DESC LIMIT 1)
            WHERE j.point = ? AND j.kind IN ('transferred', 'transferArrived') AND \(those)
            AND coalesce(j.occurredAt, j.at) >= ? AND coalesce(j.occurredAt, j.at) < ?
            GROUP BY j.kind, g.id ORDER BY 1
            """
        ).bind(view.point.text).bind(view.span.lowerBound.milliseconds)
            .bind(view.span.upperBound.milliseconds)
        return try rows.all { row in
            guard let from = PointCode(row.text(3)), let to = PointCode(row.text(4)) else {
                return nil
            }
            let (number, people) = (row.int(2), row.int(5))
            return PointDay.Fact(
                at: row.instant(0),
                row.text(1) == EventKind.transferred.rawValue
                    ? .sent(number, to: to, people: people)
                    : .came(number, from: from, people: people))
        }.compactMap { $0 }
    }

    private struct Announced {
        let number: Int
        let people: Int?
        let outOfHours: Bool
    }

    private static func fact(_ kind: EventKind, _ group: Announced) -> PointDay.Fact.Kind? {
        switch kind {
        case .groupAnnounced:
            .announced(group.number, people: group.people, outOfHours: group.outOfHours)
        case .groupArrived: .arrived(group.number)
        case .groupBalanced: .balanced(group.number)
        case .groupConcluded: .concluded(group.number)
        case .groupReopened: .reopened(group.number)
        case .shiftOpened: .shiftOpened
        case .shiftClosed: .shiftClosed
        case .handOverSigned: .handOverSigned
        case .handOverReceived: .handOverReceived
        default: nil
        }
    }

    /// What rang at the point, as far as the reader may hear of it.
    private func rang(_ view: PointDay) throws -> [PointDay.Fact] {
        try store.alarmChanges(from: view.span.lowerBound, to: view.span.upperBound).filter {
            $0.state == .active && $0.tag.point == view.point
                && $0.tag.kind.alarm.audience.includes(reader)
        }.map { PointDay.Fact(at: $0.at, .rang($0.tag.kind, $0.grade)) }
    }
}
