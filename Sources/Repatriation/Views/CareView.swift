/// What a person needs, was sent to and was given.
package struct CareOf: PersonQuery {
    package typealias Answer = CareView
    package let reception: Identifier<Reception>
    package init(_ reception: Identifier<Reception>) { self.reception = reception }
}

/// What a desk needs to see to a person's needs: what is suggested, what was sent and given, who
/// helps near by.
package struct CareView: Sendable, Equatable {
    /// The person, as the reader may see them.
    package let reception: Reception
    /// What is known of the person suggests these, each kind once.
    package let suggestions: [Suggestion]
    /// What the person was sent for, open or over.
    package let referrals: [ReferralLine]
    /// Who helps near the point.
    package let providers: [Provider]
    /// What was given or declined.
    package let help: [Help]
    /// What did not come back, as it was claimed.
    package let claims: [PropertyClaim]
    /// The point's clock.
    package let local: LocalTime

    /// What is known of one person's needs.
    package init(
        reception: Reception, suggestions: [Suggestion], referrals: [ReferralLine],
        providers: [Provider], help: [Help],
        claims: [PropertyClaim], local: LocalTime
    ) {
        self.reception = reception
        self.suggestions = suggestions
        self.referrals = referrals
        self.providers = providers
        self.help = help
        self.claims = claims
        self.local = local
    }

    /// Whom of the near ones somebody may be sent to for this, those that are open and have places
    /// first.
    package func providers(for kind: ReferralKind) -> [Provider] {
        let taking = providers.filter {
            $0.reason(against: reception, for: kind, on: local.day) == nil && $0.free != 0
        }
        return taking.filter { $0.isOpen(at: local) } + taking.filter { !$0.isOpen(at: local) }
    }
}
