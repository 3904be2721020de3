import Repatriation
import SQLite

/// Who is on the way to a point: groups that were announced in the last day and have not come, and
/// those on a list that is being called.
extension Look {
    /// The moment after which a group must have been announced to be awaited still.
    private static let announced = "stage = 'announced' AND announcedAt > ?"

    private var sinceADay: Value { .int(now.adding(minutes: -1440).milliseconds) }

    /// Groups that are announced and have not come, at one point or all.
    func expected(at point: PointCode?) throws -> [ExpectedGroup] {
        let groups = try rows.all(
            Group.self,
            """
            \(Look.announced) AND stage <> 'concluded' AND point = coalesce(?, point)
            ORDER BY coalesce(expectedAt, announcedAt), id LIMIT 20
            """, sinceADay, point.map { .text($0.text) } ?? .null)
        return try groups.map { group in
            let zone = try self.point(group.point).map { try store.zone($0.zone) }
            return ExpectedGroup(
                group.hiding(outside: reader.classes),
                at: group.expectedAt.flatMap { at in zone.map { $0.local(at) } })
        }
    }

    /// How many come with them: as many as were declared, or as stand on the list where those are
    /// more; and of how many groups nobody said.
    func countExpected(_ code: PointCode, _ presence: inout Presence) throws(SQLiteError) {
        let counted = try connection.statement(
            """
            SELECT coalesce(sum(max(coalesce(said, 0), listed)), 0),
            coalesce(sum(stage = 'announced' AND said IS NULL AND listed = 0), 0) FROM (
            SELECT stage, CASE stage WHEN 'announced' THEN declared END AS said, coalesce(
            (SELECT n FROM cell WHERE scope = CAST(g.id AS TEXT) AND measure = ? AND day = ''), 0)
            AS listed FROM "group" g WHERE stage <> 'concluded' AND point = ?
            AND (stage <> 'announced' OR \(Look.announced)))
            """
        ).bind(Cell.Measure.pending.rawValue).bind(code.text).bind(sinceADay).first {
            ($0.int(0), $0.int(1))
        }
        (presence.expected, presence.groupsWithoutCount) = counted ?? (0, 0)
    }
}
