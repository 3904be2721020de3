/// What can be wanted for somebody's needs: referrals, help, claims, and who gives them.
package enum CareCommand: Sendable, Equatable {
    case refer(Identifier<Reception>, ReferralRequest)
    case answerReferral(Identifier<Referral>, ReferralAnswer, note: String?)
    case closeReferral(Identifier<Referral>, ReferralOutcome, note: String?)
    case withdrawConsent(Identifier<Reception>)
    case giveHelp(HelpTarget, HelpGiven)
    case claimProperty(Identifier<Reception>, PropertyClaimed)
    case setProvider(PointCode, Identifier<Provider>?, ProviderWords)
}

/// What somebody is referred for, to whom and why.
package struct ReferralRequest: Sendable, Equatable {
    package var kind: ReferralKind
    package var provider: Identifier<Provider>?
    package var basis: Basis
    /// The answer to the one question for all ordinary services; nil is «not asked now».
    package var consents: Bool?

    /// A referral without a provider yet.
    package init(_ kind: ReferralKind, provider: Identifier<Provider>? = nil, basis: Basis, consents: Bool? = nil) {
        self.kind = kind
        self.provider = provider
        self.basis = basis
        self.consents = consents
    }
}

/// To whom help is given.
package enum HelpTarget: Sendable, Equatable {
    case people([Identifier<Reception>])
    /// Everybody of a group who is inside.
    case group(Identifier<Group>, except: [Identifier<Reception>])
}

/// What help is given or declined.
package struct HelpGiven: Sendable, Equatable {
    package var kinds: [HelpKind]
    package var isDeclined = false
    package var amount: Int?
    package var fund: String?
    package var voucher: String?

    /// Help without money.
    package init(_ kinds: [HelpKind]) { self.kinds = kinds }
}

/// What is said to be missing of somebody's belongings.
package struct PropertyClaimed: Sendable, Equatable {
    package var missing: Set<Property>
    package var tag: String?
    package var amount: Int?
    package var office: String?

    /// Things missing, without details.
    package init(_ missing: Set<Property>) { self.missing = missing }
}

/// What is said of a provider; nil is «as it was».
package struct ProviderWords: Sendable, Equatable {
    package var name: String?
    package var institution: ProviderKind?
    package var serves: Set<ReferralKind>?
    package var sexes: Set<Sex>?
    package var fromAge: Int?
    package var toAge: Int?
    package var takesFamilies: Bool?
    package var hours: String?
    package var places: Int?
    package var contact: String?
    package var isRetired: Bool?

    /// Nothing said yet.
    package init() {}
}

/// The slice that these rules need.
package struct CareSituation: Sendable {
    package var context: Context
    package var point: ReceivingPoint
    /// Whom it is about, in the command's order.
    package var people: [Reception] = []
    /// The referral that is answered or closed.
    package var referral: Referral?
    /// The provider that the command or the referral names.
    package var provider: Provider?
    /// The person's open referrals.
    package var open: [Referral] = []
    /// Their providers, and those that could be next.
    package var providers: [Provider] = []
    /// When the person's group arrived, for a claim.
    package var arrivedAt: Instant?

    package init(context: Context, point: ReceivingPoint) {
        self.context = context
        self.point = point
    }
}

extension CareCommand {
    /// The rules: what happens, or why not.
    package func decide(_ situation: CareSituation) throws(Refusal) -> Decision {
        var situation = situation
        switch self {
        case .refer(_, let request): return try situation.refer(request)
        case .answerReferral(_, let answer, let note): return try situation.answer(answer, note)
        case .closeReferral(_, let outcome, let note): return try situation.close(outcome, note)
        case .withdrawConsent: return try situation.withdraw()
        case .giveHelp(_, let help): return try situation.give(help)
        case .claimProperty(_, let claim): return try situation.claim(claim)
        case .setProvider(_, _, let words): return try situation.set(words)
        }
    }
}
