import Repatriation
import SQLite

/// The work list of referrals, late ones first.
extension Store {
    /// Open referrals of a point by the time they are due, at most `most`; of one person, all of them. O(most).
    package func referrals(
        at code: PointCode, of person: Identifier<Reception>? = nil, now: Instant, most: Int = 200
    ) throws(StoreError) -> [ReferralLine] {
        guard let point = try point(code) else { return [] }
        let found = try wrap { () throws(SQLiteError) in
            if let person { return try rows.all(Referral.self, "reception = ? ORDER BY id", .int(person.value)) }
            return try rows.all(
                Referral.self, "point = ? AND state IN ('sent', 'accepted') ORDER BY dueAt LIMIT ?", .text(code.text),
                .int(most))
        }
        var lines: [ReferralLine] = []
        for referral in found { if let line = try line(referral, point, now) { lines.append(line) } }
        return lines
    }

    /// One referral, with what was sent and noted for those who may know.
    package func referral(_ id: Identifier<Referral>, now: Instant) throws(StoreError) -> ReferralLine? {
        let found: Referral? = try wrap { () throws(SQLiteError) in try rows.find(id) }
        guard let referral = found, let point = try point(referral.point) else { return nil }
        return try line(referral, point, now)
    }

    private func line(
        _ referral: Referral, _ point: ReceivingPoint, _ now: Instant
    ) throws(StoreError) -> ReferralLine? {
        let (person, provider) = try wrap { () throws(SQLiteError) in
            let person = try rows.first(Reception.self, "id = ?", .int(referral.reception.value))
            return (person, try referral.provider.flatMap { id throws(SQLiteError) in try rows.find(id) }?.name)
        }
        guard let person else { return nil }
        let due = try referral.dueAt.map { due throws(StoreError) in try zone(point.zone).local(due) }
        return ReferralLine(
            referral, provider: provider, person: person, due: due, now: now, reading: try readable())
    }
}
