import Repatriation
import SQLite

/// Who acts.
struct Acting {
    let officer: Officer
    /// How they have shown who they are.
    var proof = IdentityProof.account
    /// What bears witness to the hour.
    var clock: ClockWitness
}

extension Context {
    /// The moment as one point sees it, with who acts.
    init(now: Instant, zone: Zone, cut: TimeOfDay, _ acting: Acting, ids: IdentifierSource) {
        self.init(
            now: now, zone: zone, cut: cut, officer: acting.officer, ids: ids, clock: acting.clock)
        proof = acting.proof
    }
}

extension Store {
    /// The moment as a point sees it, and how far its clock is from UTC; the centre's for what is
    /// about the whole store.
    func moment(
        _ point: ReceivingPoint?, _ acting: Acting, _ ids: IdentifierSource, _ now: Instant
    ) throws(StoreError) -> (Context, Int) {
        let zone = try zone(point?.zone ?? NinePoints.zones[0])
        let context = Context(now: now, zone: zone, cut: point?.cut ?? .usualCut, acting, ids: ids)
        return (context, zone.offset(at: now))
    }
}
