/// How a referral ended.
package struct CloseReferral: ReferralAct {
    package static let row = ActRow<Self>(
        .closeReferral, .services, alsoFor: [.health, .liaison],
        [.code("outcome", \.outcome), .text("note", \.note)])

    package var referral = Identifier<Referral>(0)
    /// How.
    package var outcome = ReferralOutcome.other
    /// What the officer writes.
    package var note: String?

    package init() {}

    /// The end of one.
    package init(_ referral: Identifier<Referral>, _ outcome: ReferralOutcome, note: String? = nil)
    {
        self.referral = referral
        self.outcome = outcome
        self.note = note
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let (before, person) = try known(facts)
        guard before.state != .closed else { return Decision([], ids: context.ids) }
        var after = before
        after.state = .closed
        after.outcome = outcome
        after.note = note ?? before.note
        return Decision(
            .referralClosed, of: person, try ending(before, after, facts), [String: JSON](),
            ids: context.ids)
    }
}
