/// What is changed about an officer; nil is «as it was».
package struct OfficerChange: Sendable, Equatable {
    package var grants: OfficerRole?
    package var revokes: OfficerRole?
    package var isSuspended: Bool?
    /// The operating system's account; empty unbinds it.
    package var account: String?

    /// Nothing yet.
    package init() {}
}

/// Officers' life: roles, suspension, accounts.
extension CatalogueSituation {
    func set(_ change: OfficerChange) throws(Refusal) -> Decision {
        guard let before = officer else { throw Refusal(.unknownOfficer) }
        var after = before
        after.roles = before.effectiveRoles
        after.isLead = false
        var isPending = false
        if let role = change.grants, !after.roles.contains(role) {
            try checkCharge(of: role)
            isPending = role.needsTwo ? try propose(role, before, &after) : false
            if !isPending { after.roles.insert(role) }
        }
        if let role = change.revokes, after.roles.contains(role) {
            try checkCharge(of: role)
            after.roles.remove(role)
        }
        if let isSuspended = change.isSuspended { after.isSuspended = isSuspended }
        if let account = change.account {
            let isTaken = officers.contains { $0.id != before.id && $0.account == account }
            guard account.isEmpty || !isTaken else { throw Refusal(.accountTaken) }
            after.account = account.isEmpty ? nil : account
        }
        guard !after.roles.isEmpty else { throw Refusal(.lastRole) }
        try checkAdministratorsRemain(after)
        let isSame =
            after.roles == before.effectiveRoles && after.account == before.account
            && after.isSuspended == before.isSuspended && after.proposed == before.proposed
        let result: [String: JSON] = [
            "officer": .int(before.id.value), "pending": isPending ? "confirmation" : nil,
            "roles": .array(after.roles.map(\.rawValue).sorted().map(JSON.string)),
        ]
        return Decision(isSame ? [] : [Event(.officerSet, before, after)], result, ids: context.ids)
    }

    /// One's own, or a first one that a lead or administrator gives.
    func notePassword() throws(Refusal) -> Decision {
        guard let officer else { throw Refusal(.unknownOfficer) }
        let able: Set<OfficerRole> = [.lead, .administrator]
        guard officer.id == context.officer.id || !context.officer.effectiveRoles.isDisjoint(with: able) else {
            throw Refusal(.notAllowed, ["roles": .array(able.map(\.rawValue).sorted().map(JSON.string))])
        }
        return Decision([Event(.passwordSet, subject: officer.id.value, changes: [])], ids: context.ids)
    }

    /// One proposes, another confirms within a day: true while somebody else has to. Nobody confirms their own, and
    /// nobody has a say in their own case.
    private func propose(_ role: OfficerRole, _ before: Officer, _ after: inout Officer) throws(Refusal) -> Bool {
        guard before.id != context.officer.id else { throw Refusal(.secondOfficer) }
        let isFresh = before.proposedAt.map { context.now.secondsSince($0) < 86_400 && $0 <= context.now } ?? false
        if isFresh, before.proposed == role {
            guard before.proposedBy != context.officer.id else { throw Refusal(.secondOfficer) }
            (after.proposed, after.proposedBy, after.proposedAt) = (nil, nil, nil)
            return false
        }
        (after.proposed, after.proposedBy, after.proposedAt) = (role, context.officer.id, context.now)
        return true
    }

    private func checkCharge(of role: OfficerRole) throws(Refusal) {
        // Who proposes holds the charge; the second may also be a lead.
        let able = role.needsTwo ? role.grantedBy.union([.lead]) : role.grantedBy
        guard context.officer.effectiveRoles.isDisjoint(with: able) else { return }
        throw Refusal(.notAllowed, ["roles": .array(able.map(\.rawValue).sorted().map(JSON.string))])
    }

    private func checkAdministratorsRemain(_ after: Officer) throws(Refusal) {
        let others = officers.filter { $0.id != after.id } + [after]
        let remain = others.contains { !$0.isSuspended && $0.effectiveRoles.contains(.administrator) }
        guard remain else { throw Refusal(.lastAdministrator) }
    }
}
