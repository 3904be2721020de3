/// What somebody is referred for, to whom and why.
package struct ReferralRequest: Sendable, Equatable {
    /// What for.
    package var kind: ReferralKind
    /// To whom; nil while it is not known.
    package var provider: Identifier<Provider>?
    /// Why it may be made.
    package var basis: Basis
    /// The answer to the one question for all ordinary services; nil is «not asked now».
    package var consents: Bool?

    /// A referral without a provider yet.
    package init(
        _ kind: ReferralKind, provider: Identifier<Provider>? = nil, basis: Basis,
        consents: Bool? = nil
    ) {
        self.kind = kind
        self.provider = provider
        self.basis = basis
        self.consents = consents
    }
}
