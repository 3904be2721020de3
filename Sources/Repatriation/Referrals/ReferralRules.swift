/// Sending somebody to an institution, and what comes of it. Places are kept from sending to the end.
extension CareSituation {
    private func person() throws(Refusal) -> Reception {
        guard let person = people.first else { throw Refusal(.unknownReception) }
        return person
    }

    mutating func refer(_ request: ReferralRequest) throws(Refusal) -> Decision {
        let person = try person()
        guard person.stage != .released else { throw Refusal(.alreadyOut) }
        guard person.stage != .noShow else {
            throw Refusal(.notInThisStage, ["stage": .string(person.stage.rawValue)])
        }
        try check(request, person)
        var after = person
        if let consents = request.consents, request.basis == .consent { after.serviceConsent = consents }
        if request.basis == .consent, after.serviceConsent != true {
            // Asked and refused is an answer, and it is kept; not asked is none.
            guard request.consents == false else {
                throw Refusal(after.serviceConsent == nil ? .consentMissing : .consentRefused)
            }
            return decision(.consentSet, person, [Change(from: person, to: after)], ["referral": nil])
        }
        // Whether somebody else has reported a crime is not answered to who may not know.
        let mayKnow = request.kind.isKnown(to: context.reader)
        if mayKnow,
            let same = open.first(where: {
                // The report that the law orders and the service that needs consent stand beside each other.
                $0.referralKind == request.kind && $0.provider == request.provider && $0.basis == request.basis
            })
        {
            return Decision([], result(same), ids: context.ids)
        }
        let blank = Referral(id: context.ids.next())
        var sent = blank
        (sent.reception, sent.point, sent.referralKind) = (person.id, point.code, request.kind)
        (sent.provider, sent.basis, sent.sentAt) = (request.provider, request.basis, context.now)
        sent.dueAt = context.now.adding(minutes: request.kind.dueMinutes)
        sent.sent = request.kind.minimum(of: person, on: context.local.day).serialized
        let changes = [
            Change(from: blank, to: sent), provider.flatMap { $0.holding(1) }, Change(from: person, to: after),
        ]
        return decision(.referred, person, changes, result(sent))
    }

    private func check(_ request: ReferralRequest, _ person: Reception) throws(Refusal) {
        let kind = request.kind
        guard kind.bases.contains(request.basis) else {
            let allowed = JSON.array(kind.bases.map { .string($0.rawValue) })
            throw Refusal(.basisNotForKind, ["allowed": allowed])
        }
        let isChild = person.isChild(on: context.local.day)
        if kind == .childProtection || request.basis == .bestInterest, !isChild { throw Refusal(.onlyForChildren) }
        if kind.isForForeigners, person.nationality == .accredited { throw Refusal(.onlyForForeigners) }
        if kind == .authority, !context.officer.leads { throw Refusal(.onlyLead) }
        guard request.provider != nil else { return }
        guard let provider, provider.point == point.code else { throw Refusal(.unknownProvider) }
        if let why = provider.reason(against: person, for: kind, on: context.local.day) {
            throw Refusal(.providerDoesNotTake, ["why": .string(why)])
        }
        if provider.free == 0 { throw Refusal(.noPlace) }
    }

    private func result(_ referral: Referral) -> [String: JSON] {
        var result: [String: JSON] = ["referral": .int(referral.id.value), "due": JSON(referral.dueAt?.text)]
        if let provider { result["providerOpen"] = .bool(provider.isOpen(at: context.local)) }
        return result
    }

    func answer(_ answer: ReferralAnswer, _ note: String?) throws(Refusal) -> Decision {
        guard let referral else { throw Refusal(.unknownReferral) }
        let person = try person()
        guard referral.state != answer.state else { return Decision([], ids: context.ids) }
        guard referral.state.isOpen, answer != .accepted || referral.state == .sent else {
            throw Refusal(.referralAnswered, ["state": .string(referral.state.rawValue)])
        }
        var after = referral
        (after.state, after.answeredAt, after.note) = (answer.state, context.now, note ?? referral.note)
        if answer == .accepted {
            // From now on it is the person who is waited for.
            after.dueAt = context.now.adding(minutes: referral.referralKind.dueMinutes)
        }
        var result: [String: JSON] = ["state": .string(after.state.rawValue)]
        if answer == .refusedByProvider || answer == .didNotArrive {
            result["next"] = JSON(nextProvider(after: referral, for: person)?.id.value)
        }
        return decision(.referralAnswered, person, ending(referral, after), result)
    }

    /// The next institution of the point that takes this person for this and has a place.
    private func nextProvider(after referral: Referral, for person: Reception) -> Provider? {
        providers.filter {
            $0.id != referral.provider && $0.free != 0
                && $0.reason(against: person, for: referral.referralKind, on: context.local.day) == nil
        }.map { $0.visible(to: context.reader) }.max {
            ($0.isOpen(at: context.local) ? 1 : 0, $0.free ?? 99) < (
                $1.isOpen(at: context.local) ? 1 : 0, $1.free ?? 99
            )
        }
    }

    func close(_ outcome: ReferralOutcome, _ note: String?) throws(Refusal) -> Decision {
        guard let referral else { throw Refusal(.unknownReferral) }
        guard referral.state != .closed else { return Decision([], ids: context.ids) }
        var after = referral
        (after.state, after.outcome, after.note) = (.closed, outcome, note ?? referral.note)
        return decision(.referralClosed, try person(), ending(referral, after), [:])
    }

    /// Stops what rested on consent; says what stands, and why.
    func withdraw() throws(Refusal) -> Decision {
        let person = try person()
        var after = person
        after.serviceConsent = false
        let stopped = open.filter { $0.basis == .consent }
        let ended = stopped.ended(at: providers) { ($0.state, $0.answeredAt) = (.withdrawn, context.now) }
        let changes = [Change(from: person, to: after)] + ended
        let stands = open.filter { $0.basis != .consent }.known(to: context.reader).map { referral -> JSON in
            ["referral": .int(referral.id.value), "basis": .string(referral.basis.rawValue)]
        }
        return decision(
            .consentSet, person, changes,
            [
                "withdrawn": .array(stopped.known(to: context.reader).map { .int($0.id.value) }),
                "stands": .array(stands),
            ])
    }

    // MARK: Places

    /// A referral that changes, and its place where that ends with it.
    private func ending(_ before: Referral, _ after: Referral) -> [Change?] {
        let isFreed = before.state.holdsPlace && !after.state.holdsPlace
        return [Change(from: before, to: after), isFreed ? provider.flatMap { $0.holding(-1) } : nil]
    }

    func decision(
        _ kind: EventKind, _ person: Reception, _ changes: [Change?], _ result: [String: JSON]
    ) -> Decision {
        let present = changes.compactMap { $0 }
        let events = present.isEmpty ? [] : [Event(kind, subject: person.id.value, changes: present)]
        return Decision(events, result, ids: context.ids)
    }
}

extension Provider {
    /// So many places more, or fewer, are kept.
    func holding(_ amount: Int) -> Change? {
        var after = self
        after.held = max(0, held + amount)
        return Change(from: self, to: after)
    }
}

extension [Referral] {
    /// These ended in one way, and their places given back.
    func ended(at providers: [Provider], _ end: (inout Referral) -> Void) -> [Change?] {
        var freed: [Identifier<Provider>: Int] = [:]
        let changes = map { before -> Change? in
            var after = before
            end(&after)
            if let provider = before.provider, before.state.holdsPlace, !after.state.holdsPlace {
                freed[provider, default: 0] += 1
            }
            return Change(from: before, to: after)
        }
        return changes + providers.map { provider in freed[provider.id].flatMap { provider.holding(-$0) } }
    }
}

extension Exit {
    /// Whoever leaves this way goes where a referral of these kinds sends them: it stays open until they arrive.
    var leadsTo: Set<ReferralKind> {
        switch self {
        case .shelter: [.shelter, .womensRefuge]
        case .hospital: [.emergency, .medical]
        case .dif: [.childProtection]
        case .authority: [.authority]
        case .bus, .flight: [.transport, .stateLiaison]
        default: []
        }
    }
}

extension ReferralKind {
    /// A doctor, now or later.
    package var isMedical: Bool { self == .emergency || self == .medical }

    /// What is sent of somebody: the least that the kind needs. No US record, no flag.
    package func minimum(of person: Reception, on day: CivilDate) -> JSON {
        var sent: [String: JSON] = [
            "name": .string(person.fullName), "age": JSON(person.age(on: day)), "sex": JSON(person.sex?.rawValue),
        ]
        switch self {
        case .emergency, .medical: sent["medication"] = JSON(person.answer(.medication))
        case .interpreter:
            sent["language"] = JSON(person.answer(.motherTongue))
            sent["variant"] = JSON(person.answer(.languageVariant))
        case .identity, .authority, .search:
            sent["birthDate"] = JSON(person.birth?.told)
            sent["birthState"] = JSON(person.birthState)
        case .transport: sent["destination"] = JSON(person.answer(.destination))
        case .childProtection:
            sent["birthDate"] = JSON(person.birth?.told)
            sent["language"] = JSON(person.answer(.motherTongue))
        default: break
        }
        return .object(sent)
    }
}
