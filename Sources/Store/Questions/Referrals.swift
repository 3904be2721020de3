import Repatriation
import SQLite

/// The work list of referrals, late ones first.
extension Reading<[ReferralLine]> {
    /// Open referrals of a point by the time they are due, at most `most`. O(most).
    package static func referrals(at code: PointCode, most: Int = 200) -> Reading {
        Reading { look in try look.referrals(at: code, most: most) }
    }
}

extension Reading<ReferralLine?> {
    /// One referral, with what was sent and noted for those who may know.
    package static func referral(_ id: Identifier<Referral>) -> Reading {
        Reading(traces: { $0.map { [Trace(.show, of: $0.reception.value)] } ?? [] }) { look in
            try look.referral(id)
        }
    }
}

extension Reading<CareView?> {
    /// What a desk needs to see to one person's needs.
    package static func care(of id: Identifier<Reception>) -> Reading {
        Reading { look in try look.care(of: id) }
    }
}

extension Look {
    /// Of one person, all of them.
    func referrals(
        at code: PointCode, of person: Identifier<Reception>? = nil, most: Int = 200
    ) throws(StoreError) -> [ReferralLine] {
        guard let point = try point(code) else { return [] }
        // What the reader may not know of takes nobody's place on the list.
        let kinds = ReferralKind.allCases.filter { $0.isKnown(to: reader) }.map {
            "\"\($0.rawValue)\""
        }
        let found = try wrap { () throws(SQLiteError) in
            if let person {
                return try rows.all(Referral.self, "reception = ? ORDER BY id", .int(person.value))
            }
            return try rows.all(
                Referral.self,
                """
                point = ? AND state IN ('sent', 'accepted') AND kind IN (SELECT value FROM json_each(?))
                ORDER BY dueAt, id LIMIT ?
                """, .text(code.text), .text("[\(kinds.joined(separator: ","))]"), .int(most))
        }
        var lines: [ReferralLine] = []
        for referral in found.known(to: reader).prefix(most) {
            if let line = try line(referral, point) { lines.append(line) }
        }
        return lines
    }

    fileprivate func care(of id: Identifier<Reception>) throws(StoreError) -> CareView? {
        guard let person = try reception(id), let point = try point(person.point) else {
            return nil
        }
        let local = try local(at: point)
        let classes = reader.classes
        let referrals = try referrals(at: person.point, of: id)
        let providers = try providers(at: person.point)
        return try wrap { () throws(SQLiteError) in
            // What the reserved form suggests is for whoever may read the form.
            let forms =
                classes.contains(.restricted)
                ? try rows.allWhole(Screening.self, "reception = ? ORDER BY id", .int(id.value))
                : []
            let reserved = forms.last?.suggestions ?? []
            let plain = person.suggestions(on: local.day).filter { one in
                !reserved.contains { $0.kind == one.kind }
            }
            return CareView(
                reception: person, suggestions: reserved + plain, referrals: referrals,
                providers: providers,
                help: try rows.all(Help.self, "reception = ? ORDER BY id", .int(id.value)),
                claims: try rows.all(
                    PropertyClaim.self, "reception = ? ORDER BY id", .int(id.value)
                ).map {
                    $0.hiding(outside: classes)
                }, local: local)
        }
    }

    fileprivate func referral(_ id: Identifier<Referral>) throws(StoreError) -> ReferralLine? {
        let found = try wrap { () throws(SQLiteError) in try rows.find(id, knownTo: reader) }
        guard let referral = found, let point = try point(referral.point) else {
            return nil
        }
        return try line(referral, point)
    }

    private func line(
        _ referral: Referral, _ point: ReceivingPoint
    ) throws(StoreError) -> ReferralLine? {
        let (person, provider) = try wrap { () throws(SQLiteError) in
            let person = try connection.statement(Look.personQuery).bind(referral.reception.value)
                .first { Look.personFields.read($0, id: referral.reception.value) }
            return (
                person,
                try referral.provider.flatMap { id throws(SQLiteError) in try rows.find(id) }?.name
            )
        }
        guard let person else { return nil }
        let zone = try store.zone(point.zone)
        return ReferralLine(
            referral, provider: provider, person: person, due: referral.dueAt.map(zone.local),
            now: now,
            for: reader)
    }

    /// What a line shows of a person, and what is asked to know who may be named.
    private static let personFields = ReceptionSlice(Reception.readToName + ["ticket", "stage"])
    private static let personQuery = "SELECT \(personFields.columns()) FROM reception WHERE id = ?"
}
