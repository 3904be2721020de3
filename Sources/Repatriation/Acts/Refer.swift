/// Somebody is sent to an institution, or has refused to be; a place is kept from sending to the
/// end.
package struct Refer: ReceptionAct {
    package static let row = ActRow<Self>(
        .refer, .services, alsoFor: [.health],
        [
            .code("kind", \.request.kind),
            .identifier("provider", \.request.provider), .code("basis", \.request.basis),
            .flag("consent", \.request.consents),
        ])

    package var reception = Identifier<Reception>(0)
    /// What for, to whom and why.
    package var request = ReferralRequest(.complaint, basis: .consent)

    package init() {}

    /// Somebody, and what for.
    package init(_ reception: Identifier<Reception>, _ request: ReferralRequest) {
        self.reception = reception
        self.request = request
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let person = try facts.reception(reception)
        guard person.stage != .released else { throw Refusal(.alreadyOut) }
        guard person.stage != .noShow else {
            throw Refusal(.notInThisStage, ["stage": .string(person.stage.rawValue)])
        }
        let provider = try request.provider.flatMap { try facts.provider($0) }
        try check(person, provider, context)
        var after = person
        if let consents = request.consents, request.basis == .consent {
            after.serviceConsent = consents
        }
        if request.basis == .consent, after.serviceConsent != true {
            // Asked and refused is an answer, and it is kept; not asked is none.
            guard request.consents == false else {
                throw Refusal(after.serviceConsent == nil ? .consentMissing : .consentRefused)
            }
            let refused = [Change(from: person, to: after)]
            return Decision(.consentSet, of: person, refused, Referred(), ids: context.ids)
        }
        // Whether somebody else has reported a crime is not answered to who may not know.
        if request.kind.isKnown(to: context.reader), let same = try open(facts) {
            return Decision([], Referred(same, to: provider, context), ids: context.ids)
        }
        var ids = context.ids
        let blank = Referral(id: ids.next())
        let sent = sent(blank, person, context)
        let changes = [
            Change(from: blank, to: sent), provider.flatMap { $0.holding(1) },
            Change(from: person, to: after),
        ]
        return Decision(
            .referred, of: person, changes, Referred(sent, to: provider, context), ids: ids)
    }

    /// The same referral, still open. The report that the law orders and the service that needs
    /// consent stand beside each other.
    private func open(_ facts: some Facts) throws -> Referral? {
        try facts.openReferrals(of: reception).first {
            $0.referralKind == request.kind && $0.provider == request.provider
                && $0.basis == request.basis
        }
    }

    private func sent(_ blank: Referral, _ person: Reception, _ context: Context) -> Referral {
        var sent = blank
        sent.reception = person.id
        sent.point = person.point
        sent.referralKind = request.kind
        sent.provider = request.provider
        sent.basis = request.basis
        sent.sentAt = context.now
        sent.dueAt = context.now.adding(minutes: request.kind.dueMinutes)
        sent.sent = request.kind.minimum(of: person, on: context.local.day).serialized
        return sent
    }

    private func check(_ person: Reception, _ provider: Provider?, _ context: Context)
        throws(Refusal)
    {
        let kind = request.kind
        guard kind.bases.contains(request.basis) else {
            let allowed = JSON.array(kind.bases.map { .string($0.rawValue) })
            throw Refusal(.basisNotForKind, ["allowed": allowed])
        }
        let isChild = person.isChild(on: context.local.day)
        if kind == .childProtection || request.basis == .bestInterest, !isChild {
            throw Refusal(.onlyForChildren)
        }
        if kind.isForForeigners, person.nationality == .accredited {
            throw Refusal(.onlyForForeigners)
        }
        if kind == .authority, !context.officer.leads { throw Refusal(.onlyLead) }
        guard request.provider != nil else { return }
        guard let provider, provider.point == person.point else { throw Refusal(.unknownProvider) }
        if let why = provider.reason(against: person, for: kind, on: context.local.day) {
            throw Refusal(.providerDoesNotTake, ["why": .string(why)])
        }
        if provider.free == 0 { throw Refusal(.noPlace) }
    }

    /// The referral that was made, or stands already; none where the person refused.
    private struct Referred: Outcome {
        var referral: Referral?
        /// Whether the institution is open now; nil where none is named.
        var isOpen: Bool?

        init() {}

        init(_ referral: Referral, to provider: Provider?, _ context: Context) {
            self.referral = referral
            isOpen = provider?.isOpen(at: context.local)
        }

        var members: [String: JSON] {
            guard let referral else { return ["referral": .null] }
            var members: [String: JSON] = [
                "referral": .int(referral.id.value), "due": JSON(referral.dueAt?.text),
            ]
            if let isOpen { members["providerOpen"] = .bool(isOpen) }
            return members
        }
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let referred = outcome as? Referred else { return nil }
        guard referred.referral != nil else {
            return Bilingual("Anotado: no aceptó.", "Noted: declined.")
        }
        return referred.isOpen == false
            ? Bilingual(
                "Canalizada; a esta hora está cerrado.", "Referred; it is closed at this hour.")
            : Bilingual("Canalizada.", "Referred.")
    }
}
