/// What is wanted of a referral that was made.
package protocol ReferralAct: Act {
    /// Which.
    var referral: Identifier<Referral> { get set }
}

extension ReferralAct {
    package static var subject: [Parameter<Self>] { [.identifier("referral", \.referral)] }

    package func seat(_ facts: some Facts) throws -> Seat {
        Seat(point: try facts.point(try known(facts).person.point))
    }

    /// The referral and whose it is. Throws `unknownReferral`, also where whoever acts may not know
    /// of it.
    func known(_ facts: some Facts) throws -> (referral: Referral, person: Reception) {
        guard let found = try facts.referral(referral) else { throw Refusal(.unknownReferral) }
        return (found, try facts.reception(found.reception))
    }

    /// A referral that changes, and its place where that ends with it.
    func ending(_ before: Referral, _ after: Referral, _ facts: some Facts) throws -> [Change?] {
        let isFreed = before.state.holdsPlace && !after.state.holdsPlace
        let provider = isFreed ? try before.provider.flatMap { try facts.provider($0) } : nil
        return [Change(from: before, to: after), provider.flatMap { $0.holding(-1) }]
    }
}

extension Decision {
    /// One fact of somebody's, with what changes; none where nothing does.
    init(
        _ kind: EventKind, of person: Reception, _ changes: [Change?], _ outcome: any Outcome,
        ids: IdentifierSource
    ) {
        let present = changes.compactMap { $0 }
        let events =
            present.isEmpty ? [] : [Event(kind, subject: person.id.value, changes: present)]
        self.init(events, outcome, ids: ids)
    }
}
