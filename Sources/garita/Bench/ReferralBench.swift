import Repatriation
import SQLite
import Store

/// Sending somebody beside the yardstick, and the work list of a hundred thousand open referrals.
struct ReferralBench {
    let path: String
    private static let rounds = 300

    func run(_ figures: inout [Figure]) throws {
        let store = try Store(path: path)
        guard let lead = try store.allOfficers().first, let point = PointCode("NOG"),
            let group = try store.answer(GroupsOf(point).reading, for: .program, at: now()).first,
            let shelter = try store.answer(ProvidersNear(point).reading, for: .program, at: now())
                .first(
                    where: {
                        $0.serves.contains(.shelter)
                    })
        else { return }
        let insert = try Insert(beside: path)
        var words = ProviderWords()
        words.places = 10_000
        _ = try store.perform(
            .act(SetProvider(at: point, shelter.id, words)), by: lead.id, at: now())
        let people = (try store.answer(.roll(of: group.id), for: .program, at: now())?.rows ?? [])
            .filter(\.reception.isInside).prefix(
                ReferralBench.rounds
            ).map(\.id)
        var sent = Samples()
        for id in people {
            let request = ReferralRequest(
                .shelter, provider: shelter.id, basis: .consent, consents: true)
            _ = try sent.measure {
                try store.perform(.act(Refer(id, request)), by: lead.id, at: now())
            }
            try insert.measure()
        }
        figures += [
            Figure(name: "a referral, durable", value: sent.median, unit: "µs"),
            Figure(name: "a referral, durable", sent.median, besideInsert: insert),
        ]
        try fill(point)
        defer { try? empty() }
        var list = Samples()
        for _ in 0..<20 {
            _ = try list.measure {
                try store.answer(ReferralsOf(point).reading, for: .program, at: now())
            }
        }
        figures.append(
            Figure(
                name: "work list of 100000 open referrals", value: list.median / 1000, bar: 5,
                unit: "ms"))
    }

    /// So many open referrals at a point, of whoever is on its lists: for the work list, which
    /// reads no journal.
    private func fill(_ point: PointCode) throws {
        try Connection(path: path, mode: .write).statement(
            """
            INSERT INTO referral SELECT id, id, ?, 'job', NULL, 'consent', 0,
            1795194000000 + id % 86400000, 'sent', NULL,
            NULL, NULL FROM reception WHERE id NOT IN (SELECT id FROM referral) LIMIT 100000
            """
        ).bind(point.text).run()
    }

    /// They are nobody's: the store is again what its journal says.
    private func empty() throws {
        try Connection(path: path, mode: .write).execute(
            "DELETE FROM referral WHERE id = reception")
    }
}
