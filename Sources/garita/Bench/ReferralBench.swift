import Repatriation
import Store

/// Sending somebody beside the bare rows it writes, and the work list of a hundred thousand open
/// referrals.
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
        var raw = try BareReferral(path: path)
        var words = ProviderWords()
        words.places = 10_000
        _ = try store.perform(
            .act(SetProvider(at: point, shelter.id, words)), by: lead.id, at: now())
        let people = (try store.answer(.roll(of: group.id), for: .program, at: now())?.rows ?? [])
            .filter(\.reception.isInside).prefix(
                ReferralBench.rounds
            ).map(\.id)
        var (sent, bare) = (Samples(), Samples())
        for id in people {
            let request = ReferralRequest(
                .shelter, provider: shelter.id, basis: .consent, consents: true)
            _ = try sent.measure {
                try store.perform(.act(Refer(id, request)), by: lead.id, at: now())
            }
            try bare.measure { try raw.write(reception: id.value, provider: shelter.id.value) }
        }
        figures.append(
            Figure(name: "a referral, durable", value: sent.median, bar: nil, unit: "µs"))
        figures.append(
            Figure(
                name: "a referral beside its bare rows", value: sent.median / bare.median, bar: 1.5,
                unit: "×"))
        try raw.fill(point: point.text, count: 100_000)
        var list = Samples()
        for _ in 0..<20 {
            _ = try list.measure {
                try store.answer(ReferralsOf(point).reading, for: .program, at: now())
            }
        }
        figures.append(
            Figure(
                name: "work list of many open referrals", value: list.median / 1000, bar: 5,
                unit: "ms"))
    }
}
