/// What can be wanted for somebody's needs: referrals, help, claims, and who gives them.
package enum CareCommand: Sendable, Equatable {
    case refer(Identifier<Reception>, ReferralRequest)
    case answerReferral(Identifier<Referral>, ReferralAnswer, note: String?)
    case closeReferral(Identifier<Referral>, ReferralOutcome, note: String?)
    case withdrawConsent(Identifier<Reception>)
    case giveHelp(HelpTarget, HelpGiven)
    case claimProperty(Identifier<Reception>, PropertyClaimed)
    case setProvider(PointCode, Identifier<Provider>?, ProviderWords)
    /// So many were counted; `low` is from how many on it is told.
    case setStock(PointCode, HelpKind, count: Int, low: Int?)
    case keepBag(Identifier<Reception>, BagCause, shelf: String, tag: String?)
    case giveBag(Identifier<Bag>, receiver: String)
}

extension CareCommand {
    /// Whom it is about; nil where it is about many, or about no one person.
    package var person: Identifier<Reception>? {
        switch self {
        case .refer(let id, _), .withdrawConsent(let id), .claimProperty(let id, _), .keepBag(let id, _, _, _): id
        case .giveHelp(.people(let ids), _): ids.count == 1 ? ids[0] : nil
        default: nil
        }
    }
}

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
    /// What is given; an empty list is refused.
    package var kinds: [HelpKind]
    /// Offered and declined.
    package var isDeclined = false
    /// Pesos, where money is involved.
    package var amount: Int?
    /// What the money came from.
    package var fund: String?
    /// The number of the paper for the money.
    package var voucher: String?

    /// Help without money.
    package init(_ kinds: [HelpKind]) { self.kinds = kinds }
}

/// What is said to be missing of somebody's belongings.
package struct PropertyClaimed: Sendable, Equatable {
    /// What did not come back; an empty set is refused.
    package var missing: Set<Property>
    /// The US tag; nil takes the one the person has.
    package var tag: String?
    /// Money missing, in US dollars.
    package var amount: Int?
    /// The US one that had the belongings.
    package var office: String?

    /// Things missing, without details.
    package init(_ missing: Set<Property>) { self.missing = missing }
}

/// What is said of a provider; nil is «as it was».
package struct ProviderWords: Sendable, Equatable {
    /// As it is called.
    package var name: String?
    /// What it is.
    package var institution: ProviderKind?
    /// What people are referred to it for.
    package var serves: Set<ReferralKind>?
    /// Whom it takes by sex; empty is all.
    package var sexes: Set<Sex>?
    /// The youngest it takes, in years.
    package var fromAge: Int?
    /// The oldest it takes, in years.
    package var toAge: Int?
    /// Whether families are taken together.
    package var takesFamilies: Bool?
    /// When it is open, written as a point's hours; empty is always.
    package var hours: String?
    /// How many it takes at once; fewer than are kept now are refused.
    package var places: Int?
    /// Phone and person.
    package var contact: String?
    /// Whether it is no longer offered.
    package var isRetired: Bool?

    /// Nothing said yet.
    package init() {}
}

/// The slice that these rules need.
package struct CareSituation: Sendable {
    /// The moment, who acts and where identifiers come from.
    package var context: Context
    /// Where it happens.
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
    /// What the point has of each kind of material.
    package var stock: [StockItem] = []
    /// The bag that the command names, or those kept for the person.
    package var bags: [Bag] = []

    /// A slice with nobody in it yet.
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
        case .setStock(_, let item, let count, let low): return try situation.setStock(item, count, low)
        case .keepBag(_, let cause, let shelf, let tag): return try situation.keep(cause, shelf, tag)
        case .giveBag(_, let receiver): return try situation.giveBag(receiver)
        }
    }
}
