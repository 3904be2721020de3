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
        let inside = try rows.all(
            Reception.self,
            """
            point = ? AND \(Inside.sql)
            ORDER BY CASE stage WHEN 'called' THEN 0 WHEN 'inInterview' THEN 1 WHEN 'waiting' THEN 2
            WHEN 'received' THEN 3 WHEN 'parked' THEN 4 ELSE 5 END,
            tier, enteredAt, ticket LIMIT 300
            """,
            .text(code.text))
        queue.rows = inside.map { person in
            row(person.visible(to: reader), person.name(to: reader), queue.local.day)
        }.sorted {
            before($0, $1)
        }
        for index in queue.rows.indices where queue.rows[index].desk != nil {
            let isHeard = try store.isHeard(point, queue.rows[index].desk, now)
            queue.rows[index].isOrphan = !isHeard
        }
        return queue
    }

    private func row(_ person: Reception, _ name: ShownName, _ day: CivilDate) -> QueueRow {
        var row = QueueRow(
            id: person.id, ticket: person.ticket ?? 0, name: name, age: person.age(on: day),
            priority: person.priority ?? "", stage: person.stage, enteredAt: person.enteredAt,
            target: person.target ?? 60)
        row.receivedAt = person.receivedAt
        row.isUnlocated = person.isUnlocated
        row.isAgeRough = person.birth.map { $0.precision != .exact } ?? false
        row.tier = person.tier ?? 2
        row.desk = person.desk
        row.place = person.place
        row.pause = person.pause
        row.isFetched = person.flags?.mustBeFetched ?? false
        row.absences = person.absences
        row.nationality = person.nationality
        row.hasCertificate = person.certificate != nil
        row.flags = person.flags
        row.suggested = person.flags == nil ? person.suggested : []
        return row
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
