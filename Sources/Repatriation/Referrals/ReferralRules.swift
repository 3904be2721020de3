/// Places are kept from sending to the end.
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
        return changes
            + providers.map { provider in freed[provider.id].flatMap { provider.holding(-$0) } }
    }
}

extension Exit {
    /// Whoever leaves this way goes where a referral of these kinds sends them: it stays open until
    /// they arrive.
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
            "name": .string(person.fullName), "age": JSON(person.age(on: day)),
            "sex": JSON(person.sex?.rawValue),
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
