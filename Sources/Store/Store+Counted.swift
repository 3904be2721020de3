import Repatriation
import SQLite

extension Store {
    /// What official tables count of those whom earlier programs received: one act of the first
    /// lead, a fact each. What has been removed is known no more. O(receptions).
    static func countEarlier(_ connection: Connection, since version: Int) throws(SQLiteError) {
        let ids = try connection.statement(
            "SELECT id FROM reception WHERE receivedDay IS NOT NULL AND removal IS NULL ORDER BY id"
        ).all { $0.int(0) }
        let (rows, journal) = (Rows(connection), Journal(connection: connection))
        var last: (stamp: Journal.Stamp, seq: Int, oseq: Int)?
        var written = 0
        for id in ids {
            guard let change = try counted(id, rows, isFirst: version < 12) else { continue }
            if last == nil {
                // Of the same origin another machine, or the file that this one is a copy of, would
                // have other facts by the same numbers.
                try drawOrigin(connection)
                last = try lastNumbers(connection)
            }
            guard let (stamp, seq, oseq) = last else { return }
            written += 1
            let event = Event(.counted, subject: id, changes: [change])
            try journal.append(event, stamp, seq: seq + written, oseq: oseq + written)
            _ = try rows.update(change)
        }
        guard written > 0 else { return }
        try connection.statement("UPDATE meta SET counter = counter + 1, oseq = oseq + ?")
            .bind(written).run()
    }

    /// What is counted of somebody; who handed over and how often they came is as it was, but where
    /// nothing was counted yet.
    private static func counted(
        _ id: Int, _ rows: Rows, isFirst: Bool
    ) throws(SQLiteError) -> Change? {
        guard let before = try rows.first(Reception.self, "id = ?", .int(id)) else { return nil }
        var after = before
        let services = try rows.services(of: before.id)
        // Who handed over is of the first group, wherever they were sent afterwards.
        let first = before.formerGroups.first ?? before.group
        let group = try rows.first(Group.self, "id = ?", .int(first.value))
        guard isFirst else {
            after.counted = statistics(of: before, in: nil, earlier: nil, services: services)
            after.counted.isOutOfHours = group?.isOutOfHours
            after.counted.turn = try rows.turn(of: after)
            return Change(from: before, to: after)
        }
        let earlier = try rows.connection.statement(
            "SELECT count(*) FROM reception WHERE person = ? AND id <> ? AND receivedAt < ?"
        ).bind(before.person.value).bind(id).bind(before.receivedAt?.milliseconds)
            .first { $0.int(0) }
        after.counted = statistics(
            of: before, in: group, earlier: earlier ?? 0, services: services)
        after.counted.turn = try rows.turn(of: after)
        return Change(from: before, to: after)
    }

    /// Now, by the machine's clock and never before the last fact, and where the journal ends.
    private static func lastNumbers(_ connection: Connection) throws(SQLiteError)
        -> (stamp: Journal.Stamp, seq: Int, oseq: Int)?
    {
        try connection.statement(
            """
            SELECT m.origin, m.counter, m.oseq, max(j.seq), max(unixepoch() * 1000, j.at),
            (SELECT id FROM officer ORDER BY lead = 1 OR instr(roles, 'lead') > 0 DESC, id LIMIT 1)
            FROM meta m, journal j
            """
        ).first { row in
            let now = Instant(milliseconds: row.int(4))
            let day = CivilDate(daysSinceEpoch: row.int(4) / 86_400_000)
            var ids = IdentifierSource(origin: row.int(0), counter: row.int(1))
            let stamp = Journal.Stamp(
                origin: row.int(0), act: ids.next(), now: now, day: day, cutDay: day, offset: 0,
                point: .none, desk: nil, officer: Identifier(row.int(5)))
            return (stamp, row.int(3), row.int(2))
        }
    }
}

extension Rows {
    /// Everything of a kind that belongs to somebody, by identifier.
    func of<Kind: OfReception>(_ id: Identifier<Reception>) throws(SQLiteError) -> [Kind] {
        try all(Kind.self, "\"\(Kind.ownerColumn)\" = ? ORDER BY id", .int(id.value))
    }

    /// Which of its person's events it is. What earlier ones are counted as is known by their order.
    fileprivate func turn(of one: Reception) throws(SQLiteError) -> PersonTurn? {
        let all = try all(Reception.self, "person = ?", .int(one.person.value))
        return PersonTurn.of(all.filter { $0.id != one.id } + [one])[one.id.value]
    }

    /// Everything that was done for somebody.
    fileprivate func services(of id: Identifier<Reception>) throws(SQLiteError) -> ServicesGiven {
        var services = ServicesGiven()
        services.help = try of(id)
        services.referrals = try of(id)
        services.claims = try of(id)
        return services
    }
}
