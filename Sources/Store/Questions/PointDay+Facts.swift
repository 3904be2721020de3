import Repatriation
import SQLite

/// What happened once in a day, by the rows of the journal of that day: O(facts of the day).
extension Look {
    func facts(_ view: PointDay) throws -> [PointDay.Fact] {
        let facts = try written(view) + rang(view)
        return facts.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    /// Of groups and shifts, but for what was taken back.
    private func written(_ view: PointDay) throws -> [PointDay.Fact] {
        let from = view.span.lowerBound.adding(seconds: -1)
        let rows = try connection.statement(
            """
            SELECT coalesce(j.occurredAt, j.at), j.kind, g.number, g.declared, g.outOfHours
            FROM journal j LEFT JOIN "group" g ON g.id = j.subject
            WHERE j.seq > ? AND j.seq <= ? AND j.point = ? AND j.kind IN (
              'groupAnnounced', 'groupArrived', 'groupBalanced', 'groupConcluded', 'groupReopened',
              'shiftOpened', 'shiftClosed', 'handOverSigned', 'handOverReceived')
            AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.undoes = j.act)
            ORDER BY j.seq
            """
        ).bind(try PastMoment.row(connection, by: from))
            .bind(try PastMoment.row(connection, by: view.span.upperBound)).bind(view.point.text)
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
