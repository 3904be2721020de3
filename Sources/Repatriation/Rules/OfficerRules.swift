/// What is changed about an officer; nil is «as it was».
package struct OfficerChange: Sendable, Equatable {
    /// A role to be given.
    package var grants: OfficerRole?
    /// A role to be taken away.
    package var revokes: OfficerRole?
    /// Whether the account is suspended.
    package var isSuspended: Bool?
    /// The operating system's account; empty unbinds it.
    package var account: String?
    /// The full name, where it was written wrong or has changed.
    package var name: String?

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
        if let role = change.grants, !after.roles.contains(role) {
            try checkGrant(role, before)
            if role.needsTwo && context.confirmer == nil {
                return context.pending(
                    .catalogue(.setOfficer(before.id, change)), about: before.id.value, at: .none, replacing: pendings)
            }
            after.roles.insert(role)
        }
        if let role = change.revokes, after.roles.contains(role) {
            try checkCharge(role.grantedBy)
            after.roles.remove(role)
        }
        if change.isSuspended != nil || change.account != nil || change.name != nil { try checkChargeOfCase(before) }
        if let isSuspended = change.isSuspended { after.isSuspended = isSuspended }
        if let account = change.account { after.account = try free(account, but: before.id) }
        if let name = change.name { after.name = try free(name: name, but: before.id) }
        // Whom an account or a name stands for is who they are: another's is not given by one alone.
        let givesAccount = after.account != nil && after.account != before.account
        if givesAccount || after.name != before.name, !givesAlone(to: before) {
            guard context.confirmer != nil else {
                return context.pending(
                    .catalogue(.setOfficer(before.id, change)), about: before.id.value, at: .none, replacing: pendings)
            }
            try checkSecond(for: before)
        }
        guard !after.roles.isEmpty else { throw Refusal(.lastRole) }
        try checkChargesRemain(after)
        let result: [String: JSON] = [
            "officer": .int(before.id.value),
            "roles": .array(after.roles.map(\.rawValue).sorted().map(JSON.string)),
        ]
        var same = before
        (same.roles, same.isLead) = (before.effectiveRoles, false)
        guard same != after else { return Decision([], result, ids: context.ids) }
        let ended = endings(from: before, to: after)
        let changes = [Change(from: before, to: after)].compactMap { $0 } + ended.desks
        let event = Event(.officerSet, subject: before.id.value, changes: changes)
        return Decision([event] + ended.people, result, ids: context.ids)
    }

    /// The account, unless it is somebody else's; nil for none.
    private func free(_ account: String, but id: Identifier<Officer>) throws(Refusal) -> String? {
        guard let account = try CommandReader.clean(account, "account") else { return nil }
        guard !officers.contains(where: { $0.id != id && $0.account == account }) else { throw Refusal(.accountTaken) }
        return account
    }

    /// A full name that nobody else has: two officers of one name would sign as one.
    private func free(name: String, but id: Identifier<Officer>) throws(Refusal) -> String {
        guard let name = try CommandReader.clean(name, "name") else { throw Refusal(.missingField, ["field": "name"]) }
        let wanted = NameText.folded(name)
        guard !officers.contains(where: { $0.id != id && NameText.folded($0.name) == wanted }) else {
            throw Refusal(.invalidValue, ["field": "name"])
        }
        return name
    }

    /// Suspending and binding reach as far as granting: only whoever could give somebody all their roles does it, and
    /// nobody in their own case but by keeping their own account.
    private func checkChargeOfCase(_ before: Officer) throws(Refusal) {
        for role in before.effectiveRoles { try checkCharge(role.grantedBy) }
    }

    /// Nobody has a say in their own case. Who proposes one of the gravest roles holds its charge; who confirms it may
    /// also be a lead.
    private func checkGrant(_ role: OfficerRole, _ before: Officer) throws(Refusal) {
        guard before.id != context.officer.id, before.id != context.confirmer?.id else {
            throw Refusal(.secondOfficer)
        }
        try checkCharge(role.grantedBy)
        if let confirmer = context.confirmer { try checkCharge(role.grantedBy.union([.lead]), of: confirmer) }
    }

    /// One's own, or a first one that a lead or administrator gives.
    func notePassword() throws(Refusal) -> Decision {
        guard let officer else { throw Refusal(.unknownOfficer) }
        // Whoever gives somebody a password can be that person until it is changed: it takes the charge of all their roles,
        // and a second officer where one in force would be replaced.
        if officer.id != context.officer.id {
            try checkChargeOfCase(officer)
            if !givesAlone(to: officer) {
                guard context.confirmer != nil else {
                    return context.pending(
                        .catalogue(.notePassword(officer.id)), about: officer.id.value, at: .none, replacing: pendings)
                }
                try checkSecond(for: officer)
            }
        }
        return Decision([Event(.passwordSet, subject: officer.id.value, changes: [])], ids: context.ids)
    }

    private func checkCharge(_ able: Set<OfficerRole>, of officer: Officer? = nil) throws(Refusal) {
        guard (officer ?? context.officer).effectiveRoles.isDisjoint(with: able) else { return }
        throw Refusal.notAllowed(able)
    }

    /// What only one charge may do is nobody's to do, nor to give again, once nobody has that charge.
    private func checkChargesRemain(_ after: Officer) throws(Refusal) {
        let others = officers.filter { $0.id != after.id } + [after]
        func remains(_ isAble: (Officer) -> Bool) -> Bool {
            // A practice store may have none from the first.
            others.contains(where: isAble) || !officers.contains(where: isAble)
        }
        guard remains({ !$0.isSuspended && $0.account != nil && $0.effectiveRoles.contains(.administrator) }) else {
            throw Refusal(.lastAdministrator)
        }
        guard remains({ !$0.isSuspended && $0.leads }) else { throw Refusal(.lastLead) }
    }
}
