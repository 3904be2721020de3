import Repatriation
import SQLite

/// What the rules ask of the store, as it stands in the transaction that decides.
struct StoreFacts: Facts {
    let store: Store
    let acting: Acting
    let now: Instant

    var reader: Reader { acting.reader }

    func reception(_ id: Identifier<Reception>) throws -> Reception {
        guard let found = try receptionIfAny(id) else { throw Refusal(.unknownReception) }
        return found
    }

    func receptionIfAny(_ id: Identifier<Reception>) throws -> Reception? { try store.rows.find(id) }

    func referral(_ id: Identifier<Referral>) throws -> Referral? {
        try store.rows.find(id, knownTo: reader)
    }

    func openReferrals(of id: Identifier<Reception>) throws -> [Referral] {
        try store.openReferrals(of: id)
    }

    func provider(_ id: Identifier<Provider>) throws -> Provider? { try store.rows.find(id) }

    func providers(of referrals: [Referral]) throws -> [Provider] { try store.providers(of: referrals) }

    func institutions(at point: PointCode) throws -> [Provider] { try store.institutions(at: point) }

    func group(_ id: Identifier<Group>) throws -> Group {
        guard let found = try store.rows.find(id) else { throw Refusal(.unknownGroup) }
        return found
    }

    func arrival(of group: Identifier<Group>) throws -> Instant? { try store.rows.find(group)?.arrivedAt }

    func inside(of group: Identifier<Group>) throws -> [Reception] {
        try store.rows.all(
            Reception.self, "\"group\" = ? AND \(Inside.sql) ORDER BY id", .int(group.value))
    }

    func stock(at point: PointCode) throws -> [StockItem] { try store.stock(at: point) }

    func bag(_ id: Identifier<Bag>) throws -> Bag? { try store.rows.find(id) }

    func bags(of id: Identifier<Reception>) throws -> [Bag] {
        try store.rows.all(Bag.self, "reception = ? ORDER BY id", .int(id.value))
    }

    func followUp(_ id: Identifier<FollowUp>) throws -> FollowUp? {
        try store.rows.find(id, knownTo: reader)
    }

    func openFollowUps(of id: Identifier<Reception>) throws -> [FollowUp] {
        try store.rows.all(FollowUp.self, "reception = ? AND outcome IS NULL", .int(id.value))
    }

    func paper(_ id: Identifier<Paper>) throws -> Paper? { try store.rows.find(id) }

    func paper(folio: String) throws -> Paper? {
        try store.rows.first(Paper.self, "folio = ?", .text(folio))
    }

    func inquiry(_ id: Identifier<Inquiry>) throws -> Inquiry {
        guard let found = try store.rows.find(id), try store.isTold(of: found, acting, now) else {
            throw Refusal(.unknownInquiry)
        }
        return found
    }

    func meant(by inquiry: Inquiry, on day: CivilDate) throws -> [MeantPerson] {
        try store.meant(by: inquiry, on: day)
    }

    func point(_ code: PointCode) throws -> ReceivingPoint { try store.commandPoint(code) }

    func desk(_ number: Int, at point: PointCode) throws -> Desk? { try store.commandDesk(point, number) }

    func load(ofDesk number: Int, at point: PointCode) throws -> DeskLoad {
        try store.deskLoad(point, number)
    }

    func isHeard(desk number: Int, at point: ReceivingPoint) throws -> Bool {
        try store.isHeard(point, number, now)
    }

    func openDesks(at point: PointCode) throws -> [Desk] {
        try store.rows.all(Desk.self, "point = ? AND state <> 'closed'", .text(point.text))
    }

    func openDesks(of officer: Identifier<Officer>) throws -> [Desk] {
        try store.rows.all(
            Desk.self, "officer = ? AND state <> 'closed' ORDER BY point, number", .int(officer.value))
    }

    func heads(at point: PointCode) throws -> [QueueHead] { try store.heads(at: point, now: now) }

    func countWaiting(at point: PointCode) throws -> Int { try store.count(.waiting, point.text) }

    func wasHourConfirmedAlone() throws -> Bool { try store.wasHourConfirmedAlone(acting.clock.sure(now)) }

    func pendings(about subject: Int) throws -> [PendingAct] { try store.pendings(about: subject) }

    func waiting(of family: Identifier<Reception>, at point: PointCode) throws -> [Reception] {
        try store.waiting(of: family, at: point)
    }
}
