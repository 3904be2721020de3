import Repatriation
import SQLite

/// The slices of referrals, help and claims.
extension Store {
    func load(
        _ command: CareCommand, _ acting: Acting, _ ids: IdentifierSource, _ now: Instant
    ) throws -> Loaded {
        let (point, people, referral) = try subject(of: command)
        let (context, offset) = try moment(point, acting, ids, now)
        var situation = CareSituation(context: context, point: point)
        (situation.people, situation.referral) = (people, referral)
        switch command {
        case .refer(let id, let request):
            situation.provider = try request.provider.flatMap { try rows.find($0) }
            situation.open = try openReferrals(of: id)
        case .answerReferral, .closeReferral:
            situation.provider = try referral?.provider.flatMap { try rows.find($0) }
            situation.providers = try providers(at: point.code)
        case .withdrawConsent(let id):
            situation.open = try openReferrals(of: id)
            situation.providers = try providers(of: situation.open)
        case .claimProperty:
            situation.arrivedAt = try people.first.flatMap { try rows.find($0.group)?.arrivedAt }
        case .setProvider(_, let id, _):
            if let id {
                guard let known: Provider = try rows.find(id) else { throw Refusal(.unknownProvider) }
                situation.provider = known
            }
        case .giveHelp: break
        }
        let given = situation
        return Loaded(
            context: context, offset: offset, point: point.code, desk: nil, decide: { try command.decide(given) })
    }

    private func subject(of command: CareCommand) throws -> (ReceivingPoint, [Reception], Referral?) {
        var people: [Reception] = []
        var referral: Referral?
        switch command {
        case .refer(let id, _), .withdrawConsent(let id), .claimProperty(let id, _): people = try found([id])
        case .answerReferral(let id, _, _), .closeReferral(let id, _, _):
            guard let known = try rows.find(id) else { throw Refusal(.unknownReferral) }
            referral = known
            people = try found([known.reception])
        case .giveHelp(.people(let ids), _): people = try found(ids)
        case .giveHelp(.group(let id, let except), _):
            guard let group = try rows.find(id) else { throw Refusal(.unknownGroup) }
            let inside = try rows.all(
                Reception.self, "\"group\" = ? AND stage NOT IN ('listed','noShow','released') ORDER BY id",
                .int(group.id.value))
            return (try commandPoint(group.point), inside.filter { !except.contains($0.id) }, nil)
        case .setProvider(let code, _, _): return (try commandPoint(code), [], nil)
        }
        guard let first = people.first else { throw Refusal(.unknownReception) }
        guard people.allSatisfy({ $0.point == first.point }) else { throw Refusal(.otherPoint) }
        return (try commandPoint(first.point), people, referral)
    }

    private func found(_ ids: [Identifier<Reception>]) throws -> [Reception] {
        try ids.map { id in
            guard let reception = try rows.find(id) else { throw Refusal(.unknownReception) }
            return reception
        }
    }

    /// The referrals of somebody that still wait for something.
    func openReferrals(of id: Identifier<Reception>) throws(SQLiteError) -> [Referral] {
        try rows.all(Referral.self, "reception = ? AND state IN ('sent', 'accepted') ORDER BY id", .int(id.value))
    }

    /// The institutions of these referrals, each once.
    func providers(of referrals: [Referral]) throws(SQLiteError) -> [Provider] {
        var found: [Provider] = []
        for id in Set(referrals.compactMap(\.provider)).sorted(by: { $0.value < $1.value }) {
            if let provider: Provider = try rows.find(id) { found.append(provider) }
        }
        return found
    }

    /// Who helps near a point, by name; those no longer offered are left out.
    package func providers(at code: PointCode) throws(SQLiteError) -> [Provider] {
        try rows.all(Provider.self, "point = ? AND retired = 0 ORDER BY name", .text(code.text))
    }
}
