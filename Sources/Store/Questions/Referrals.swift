import Repatriation
import SQLite

/// By the time they are due.
extension ReferralsOf: Readable {
    package var reading: Reading<[ReferralLine]> {
        Reading { try $0.referrals(at: point) }
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

extension CareOf: Readable {
    package var reading: Reading<CareView> { Reading { try there($0.care(of: reception)) } }
}

extension Look {
    fileprivate func referrals(at code: PointCode) throws -> [ReferralLine] {
        guard let point = try point(code) else { return [] }
        // What the reader may not know of takes nobody's place on the list.
        let kinds = ReferralKind.allCases.filter { $0.isKnown(to: reader) }.map {
            "\"\($0.rawValue)\""
        }
        let open = try rows.all(
            Referral.self,
            """
            point = ? AND state IN ('sent', 'accepted') AND kind IN (SELECT value FROM json_each(?))
            ORDER BY dueAt, id LIMIT \(ReferralsOf.most)
            """, .text(code.text), .text("[\(kinds.joined(separator: ","))]"))
        return try open.known(to: reader).compactMap { try line($0, point) }
    }

    /// Those of one person, all of them.
    func referrals(of person: Identifier<Reception>, at point: ReceivingPoint) throws
        -> [ReferralLine]
    {
        try rows.all(Referral.self, "reception = ? ORDER BY id", .int(person.value))
            .known(to: reader).compactMap { try line($0, point) }
    }

    fileprivate func care(of id: Identifier<Reception>) throws -> CareView? {
        guard let person = try reception(id), let point = try point(person.point) else {
            return nil
        }
        let local = try local(at: point)
        let classes = reader.classes
        let referrals = try referrals(of: id, at: point)
        let providers = try providers(at: person.point)
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
            help: try rows.of(id),
            claims: try rows.all(
                PropertyClaim.self, "reception = ? ORDER BY id", .int(id.value)
            ).map {
                $0.hiding(outside: classes)
            }, local: local)
    }

    fileprivate func referral(_ id: Identifier<Referral>) throws -> ReferralLine? {
        let found = try rows.find(id, knownTo: reader).standing
        guard let referral = found, let point = try point(referral.point) else {
            return nil
        }
        return try line(referral, point)
    }

    private func line(
        _ referral: Referral, _ point: ReceivingPoint
    ) throws -> ReferralLine? {
        let id = referral.reception.value
        let person = try connection.statement(Look.personQuery).bind(id)
            .first { Look.personFields.read($0, id: id) }
        guard let person else { return nil }
        let provider = try referral.provider.flatMap { try rows.find($0) }
        let zone = try store.zone(point.zone)
        return ReferralLine(
            referral, provider: provider?.name, person: person,
            due: referral.dueAt.map(zone.local), now: now, for: reader)
    }

    /// What a line shows of a person, and what is asked to know who may be named.
    private static let personFields = ReceptionSlice(
        Reception.readToName + ["ticket", "ticketDay", "stage"])
    private static let personQuery = "SELECT \(personFields.columns()) FROM reception WHERE id = ?"
}
