/// Grants or takes a role, suspends or brings back, binds an account, puts a name right.
package struct SetOfficer: OfficerAct, TakesTwo {
    package static let row = ActRow<Self>(
        .setOfficer, .accounts, OfficerChange.parameters.map { $0.of(\.change) })

    package var officer = Identifier<Officer>(0)
    /// What is changed.
    package var change = OfficerChange()

    package init() {}

    /// Somebody, and what is changed.
    package init(_ officer: Identifier<Officer>, _ change: OfficerChange) {
        self.officer = officer
        self.change = change
    }

    package var isConfirmedByAnybody: Bool {
        change.grants == nil && change.revokes == nil && change.isSuspended == nil
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let matter = try OfficerCase(officer, context, facts)
        let before = matter.officer
        var after = before
        after.roles = before.effectiveRoles
        after.isLead = false
        if let role = change.grants, !after.roles.contains(role) {
            try matter.checkGrant(role)
            if role.needsTwo && context.confirmer == nil { return try matter.pending(self) }
            after.roles.insert(role)
        }
        if let role = change.revokes, after.roles.contains(role) {
            try matter.checkCharge(role.grantedBy)
            after.roles.remove(role)
        }
        if change.isOfCase { try matter.checkCharge() }
        if let isSuspended = change.isSuspended { after.isSuspended = isSuspended }
        if let account = change.account { after.account = try matter.free(account: account) }
        if let name = change.name { after.name = try matter.free(name: name) }
        // Whom an account or a name stands for is who they are: another's is not given by one
        // alone.
        let givesAccount = after.account != nil && after.account != before.account
        if try (givesAccount || after.name != before.name) && !matter.givesAlone() {
            guard context.confirmer != nil else { return try matter.pending(self) }
            try matter.checkSecond()
        }
        guard !after.roles.isEmpty else { throw Refusal(.lastRole) }
        try matter.checkChargesRemain(after)
        return try matter.decided(after)
    }
}

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

    /// Whether it takes the charge of the officer's whole case.
    fileprivate var isOfCase: Bool { isSuspended != nil || account != nil || name != nil }

    static let parameters: [Parameter<OfficerChange>] = [
        Parameter.code("grant", \.grants), Parameter.code("revoke", \.revokes),
        Parameter.flag("suspended", \.isSuspended), Parameter.text("account", \.account),
        Parameter.text("name", \.name),
    ].map(\.evenUnsaid)
}

extension OfficerCase {
    /// What follows from who the officer is from now on; a role that is taken away ends what it
    /// opened.
    fileprivate func decided(_ after: Officer) throws -> Decision {
        let outcome = OfficerSet(officer: officer.id, roles: after.roles)
        var same = officer
        same.roles = officer.effectiveRoles
        same.isLead = false
        guard same != after else { return Decision([], outcome, ids: context.ids) }
        let ended = try endings(from: officer, to: after)
        let changes = [Change(from: officer, to: after)].compactMap { $0 } + ended.desks
        let event = Event(.officerSet, subject: officer.id.value, changes: changes)
        return Decision([event] + ended.people, outcome, ids: context.ids)
    }

    /// The account, unless it is somebody else's; nil for none.
    fileprivate func free(account: String) throws(Refusal) -> String? {
        guard let account = try CommandReader.clean(account, "account") else { return nil }
        guard !officers.contains(where: { $0.id != officer.id && $0.account == account }) else {
            throw Refusal(.accountTaken)
        }
        return account
    }

    /// A full name that nobody else has: two officers of one name would sign as one.
    fileprivate func free(name: String) throws(Refusal) -> String {
        guard let name = try CommandReader.clean(name, "name") else {
            throw Refusal(.missingField, ["field": "name"])
        }
        let wanted = NameText.folded(name)
        guard
            !officers.contains(where: { $0.id != officer.id && NameText.folded($0.name) == wanted })
        else {
            throw Refusal(.invalidValue, ["field": "name"])
        }
        return name
    }

    /// Nobody has a say in their own case. Who proposes one of the gravest roles holds its charge;
    /// who confirms it may also be a lead.
    fileprivate func checkGrant(_ role: OfficerRole) throws(Refusal) {
        guard officer.id != context.officer.id, officer.id != context.confirmer?.id else {
            throw Refusal(.secondOfficer)
        }
        try checkCharge(role.grantedBy)
        if let confirmer = context.confirmer {
            try checkCharge(role.grantedBy.union([.lead]), of: confirmer)
        }
    }

    /// What only one charge may do is nobody's to do, nor to give again, once nobody has that
    /// charge.
    fileprivate func checkChargesRemain(_ after: Officer) throws(Refusal) {
        let others = officers.filter { $0.id != after.id } + [after]
        func remains(_ isAble: (Officer) -> Bool) -> Bool {
            // A practice store may have none from the first.
            others.contains(where: isAble) || !officers.contains(where: isAble)
        }
        let isAdministrator = { (officer: Officer) in
            !officer.isSuspended && officer.account != nil
                && officer.effectiveRoles.contains(.administrator)
        }
        guard remains(isAdministrator) else { throw Refusal(.lastAdministrator) }
        guard remains({ !$0.isSuspended && $0.leads }) else { throw Refusal(.lastLead) }
    }
}

/// An officer's roles from now on.
struct OfficerSet: Outcome {
    let officer: Identifier<Officer>
    let roles: Set<OfficerRole>
    var members: [String: JSON] { ["officer": .int(officer.value), "roles": .codes(roles)] }
}
