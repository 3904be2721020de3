import Repatriation
import SQLite

extension WallNow: Readable {
    package var reading: Reading<[WallRow]> {
        Reading { try $0.board().rows.map(WallRow.init) }
    }
}

extension RoomOf: Readable {
    package var reading: Reading<RoomView> { Reading { try there($0.room(at: point)) } }
}

extension Look {
    /// So many calls are looked through for those that a room is shown.
    private static let looked = 60

    fileprivate func room(at code: PointCode) throws -> RoomView? {
        guard let point = try point(code) else { return nil }
        var calls: [RoomView.Called] = []
        // A call that was taken back sends nobody to a desk; a number stands where it was last.
        let rows = try connection.statement(
            """
            SELECT c.at, c.desk, r.ticket, r.flags FROM call c
            JOIN reception r ON r.id = c.reception
            WHERE c.point = ? AND c.at > ? AND c.outcome <> 'undone'
            AND r.inside = 1 AND r.ticket IS NOT NULL
            AND r.ageDoubtAt IS NULL
            ORDER BY c.at DESC, r.ticket LIMIT \(Look.looked)
            """
        ).bind(code.text).bind(
            now.adding(minutes: -RoomView.minutes).milliseconds
        ).all { row in
            (
                at: Instant(milliseconds: row.int(0)), desk: row.int(1), ticket: row.int(2),
                flags: Set<Flag>?(stored: row.value(3)) ?? []
            )
        }
        var shown: Set<Int> = []
        for row in rows
        where !(row.flags ?? []).mustBeFetched && shown.insert(row.ticket).inserted {
            if let last = calls.last, last.at == row.at, last.desk == row.desk {
                let tickets = last.tickets + [row.ticket]
                calls[calls.count - 1] = .init(tickets: tickets, desk: row.desk, at: row.at)
            } else if calls.count < RoomView.most {
                calls.append(.init(tickets: [row.ticket], desk: row.desk, at: row.at))
            } else {
                break
            }
        }
        return RoomView(local: try local(at: point), calls: calls)
    }
}
