/// An officer about whom something is decided, and what the rules ask about them.
struct OfficerCase {
    let context: Context
    let facts: any Facts
    let officer: Officer
    /// Every officer.
    let officers: [Officer]

    /// Throws `unknownOfficer`.
    init(_ id: Identifier<Officer>, _ context: Context, _ facts: some Facts) throws {
        self.context = context
        self.facts = facts
        officers = try facts.officers()
        guard let found = officers.first(where: { $0.id == id }) else {
            throw Refusal(.unknownOfficer)
        }
        officer = found
    }

    /// Whether whoever acts may give the officer an account or a password without a second officer:
    /// in their own case with their password; in another's while nothing of theirs would be
    /// replaced, or what would be they gave just now.
    func givesAlone() throws -> Bool {
        if officer.id == context.officer.id { return context.proof.isOwn }
        guard try !facts.hasOwnPassword(officer.id) else { return false }
        if officer.account == nil || context.proof == .practice { return true }
        return try facts.lineage(of: [officer.id]).givers(of: officer.id).contains(
            context.officer.id)
    }

    /// Throws `passwordWanted` where the second officer is the one who gains, and did not show it
    /// is them.
    func checkSecond() throws(Refusal) {
        guard context.confirmer?.id != officer.id || context.confirmerProof.isOwn else {
            throw Refusal(.passwordWanted)
        }
    }

    /// Suspending and binding reach as far as granting: only whoever could give somebody all their
    /// roles does it, and nobody in their own case but by keeping their own account.
    func checkCharge() throws(Refusal) {
        for role in officer.effectiveRoles { try checkCharge(role.grantedBy) }
    }

    func checkCharge(_ able: Set<OfficerRole>, of other: Officer? = nil) throws(Refusal) {
        guard (other ?? context.officer).effectiveRoles.isDisjoint(with: able) else { return }
        throw Refusal.notAllowed(able)
    }

    /// Left to a second officer.
    func pending(_ act: some TakesTwo) throws -> Decision {
        try context.pending(act, about: officer.id.value, at: .none, facts)
    }
}

/// What is wanted of an officer, at no point.
package protocol OfficerAct: Act {
    /// Whom.
    var officer: Identifier<Officer> { get set }
}

extension OfficerAct {
    package static var subject: [Parameter<Self>] { [.identifier("officer", \.officer)] }

    /// Of an officer, with nothing else said.
    package init(of officer: Identifier<Officer>) {
        self.init()
        self.officer = officer
    }

    package func seat(_ facts: some Facts) throws -> Seat { .nowhere }
}
