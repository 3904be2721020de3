import Repatriation
import SQLite

extension QueueOf: Readable {
    package var reading: Reading<Queue> {
        Reading { try there($0.queue(at: point, desk: desk)) }
    }
}

extension Look {
    fileprivate func queue(at code: PointCode, desk number: Int) throws
        -> Queue?
    {
        guard let point = try point(code) else { return nil }
        let zone = try store.zone(point.zone)
        var queue = Queue(point: point, local: zone.local(now), at: now)
        queue.waiting = try store.count(.waiting, code.text)
        queue.inside = try store.count(.inside, code.text)
        queue.desk = try store.desk(code, number)
        let attends = queue.desk?.attends ?? Desk.usual
        let heads = try store.heads(at: code, now: now).filter {
            point.priority($0.priority)?.isAttended(by: attends) ?? false
        }
        // Why somebody is next is a sensitive fact.
        queue.next =
            !reader.knowsPriorities
            ? nil
            : QueueRule.next(heads, at: now, sinceTier2: point.sinceTier2, share: point.share)?
                .reason
        let inside = try rows.lines(
            of: .queue,
            """
            point = ? AND \(Inside.sql)
            ORDER BY CASE stage WHEN 'called' THEN 0 WHEN 'inInterview' THEN 1 WHEN 'waiting' THEN 2
            WHEN 'received' THEN 3 WHEN 'parked' THEN 4 ELSE 5 END,
            tier, enteredAt, ticket LIMIT 300
            """,
            .text(code.text))
        queue.rows = inside.map { person in
            QueueRow(person, seenBy: reader, on: queue.local.day)
        }.sorted {
            before($0, $1)
        }
        for index in queue.rows.indices where queue.rows[index].desk != nil {
            let isHeard = try store.isHeard(point, queue.rows[index].desk, now)
            queue.rows[index].isOrphan = !isHeard
        }
        return queue
    }

    /// Called and interviewed first, then those who wait as they would be called, then the rest.
    private func before(_ left: QueueRow, _ right: QueueRow) -> Bool {
        func rank(_ row: QueueRow) -> Int {
            switch row.stage {
            case .called: 0
            case .inInterview: 1
            case .waiting: 2
            case .received: 3
            case .parked: 4
            default: 5
            }
        }
        if rank(left) != rank(right) { return rank(left) < rank(right) }
        guard left.stage == .waiting else {
            // Whoever has not been asked yet has no class: children are asked before the others.
            if left.stage == .received, left.seemsChild != right.seemsChild {
                return left.seemsChild
            }
            return left.ticket < right.ticket
        }
        if left.tier != right.tier { return left.tier < right.tier }
        return QueueRule.isCalledBefore(left, right, at: now)
    }
}
