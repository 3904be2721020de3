import Repatriation
import SQLite

/// The slices of referrals, help and claims.
extension Store {
    func load(
        _ command: CareCommand, _ acting: Acting, _ ids: IdentifierSource, _ now: Instant
    ) throws -> Loaded {
        let (point, people, referral) = try subject(of: command, for: acting.reader)
        let (context, offset) = try moment(point, acting, ids, now)
        var situation = CareSituation(context: context, point: point)
        (situation.people, situation.referral) = (people, referral)
        switch command {
        case .refer(let id, let request):
            situation.provider = try request.provider.flatMap { try rows.find($0) }
            situation.open = try openReferrals(of: id)
        case .answerReferral, .closeReferral:
            situation.provider = try referral?.provider.flatMap { try rows.find($0) }
            situation.providers = try institutions(at: point.code)
        case .withdrawConsent(let id):
            situation.open = try openReferrals(of: id)
            situation.providers = try providers(of: situation.open)
        case .claimProperty:
            situation.arrivedAt = try people.first.flatMap { try rows.find($0.group)?.arrivedAt }
        case .setProvider(_, let id, _):
            if let id {
                guard let known: Provider = try rows.find(id), known.point == point.code else {
                    throw Refusal(.unknownProvider)
                }
                situation.provider = known
            }
        case .giveHelp, .setStock: situation.stock = try stock(at: point.code)
        case .keepBag(let id, _, _, _):
            situation.bags = try rows.all(Bag.self, "reception = ? ORDER BY id", .int(id.value))
        case .giveBag(let id, _): situation.bags = [try rows.find(id)].compactMap { $0 }
        }
        let given = situation
        return Loaded(
            context: context, offset: offset, point: point.code, desk: nil, decide: { try command.decide(given) })
    }

    private func subject(
        of command: CareCommand, for reader: Reader
    ) throws -> (ReceivingPoint, [Reception], Referral?) {
        var people: [Reception] = []
        var referral: Referral?
        switch command {
        case .refer(let id, _), .withdrawConsent(let id), .claimProperty(let id, _), .keepBag(let id, _, _, _):
            people = try found([id])
        case .answerReferral(let id, _, _), .closeReferral(let id, _, _):
            guard let known = try rows.find(id, knownTo: reader) else { throw Refusal(.unknownReferral) }
            referral = known
            people = try found([known.reception])
        case .giveHelp(.people(let ids), _): people = try found(ids)
        case .giveHelp(.group(let id, let except), _):
            guard let group = try rows.find(id) else { throw Refusal(.unknownGroup) }
            let inside = try rows.all(
                Reception.self, "\"group\" = ? AND \(Inside.sql) ORDER BY id",
                .int(group.id.value))
            return (try commandPoint(group.point), inside.filter { !except.contains($0.id) }, nil)
        case .giveBag(let id, _):
            guard let bag = try rows.find(id) else { throw Refusal(.unknownBag) }
            people = try found([bag.reception])
        case .setProvider(let code, _, _), .setStock(let code, _, _, _): return (try commandPoint(code), [], nil)
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

    func stock(at code: PointCode) throws(SQLiteError) -> [StockItem] {
        try rows.all(StockItem.self, "point = ? ORDER BY id", .text(code.text))
    }

    /// What a point has of each material, and the bags it keeps, as the reader may see them.
    package func storeRoom(at code: PointCode) throws(StoreError) -> StoreRoom {
        let eyes = try eyes()
        let classes = eyes.classes
        return try wrap { () throws(SQLiteError) in
            let kept = try rows.all(
                Bag.self, "point = ? AND givenAt IS NULL ORDER BY keptAt LIMIT 200", .text(code.text))
            var bags: [KeptBag] = []
            for bag in kept {
                guard let person = try rows.first(Reception.self, "id = ?", .int(bag.reception.value)) else { continue }
                bags.append(KeptBag(bag: bag.hiding(outside: classes), person: person.visible(to: eyes)))
            }
            return StoreRoom(point: code, stock: try stock(at: code), bags: bags)
        }
    }

    /// What runs out at a point, in one line.
    func stockAlerts(_ point: ReceivingPoint, _ now: Instant) throws(SQLiteError) -> [Alert] {
        let low = try stock(at: point.code).filter(\.isLow)
        guard !low.isEmpty else { return [] }
        let words = { (language: Language) in
            low.map { "\($0.item.label(language)) \($0.count)" }.joined(separator: ", ")
        }
        return [
            Alert(
                .stockLow, .late, since: low.compactMap(\.countedAt).min() ?? now, point: point.code,
                subject: point.id.value, "Se acaba: \(words(.es)).", "Running out: \(words(.en)).")
        ]
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

    /// Who helps near a point, by name, as the reader may see them; those no longer offered are left out.
    package func providers(at code: PointCode) throws(StoreError) -> [Provider] {
        let eyes = try eyes()
        return try wrap { () throws(SQLiteError) in try institutions(at: code).map { $0.visible(to: eyes) } }
    }

    /// The same whole, for the rules.
    private func institutions(at code: PointCode) throws(SQLiteError) -> [Provider] {
        try rows.all(Provider.self, "point = ? AND retired = 0 ORDER BY name", .text(code.text))
    }
}
