/// What somebody does here. An officer may have several.
package enum OfficerRole: String, Code {
    /// Receives, calls, interviews and sees people out.
    case officer
    /// Child protection (OPI).
    case opi
    /// Paramedic.
    case health
    /// Grupos Beta: the gate, head counts, who asks.
    case beta
    /// State liaison office.
    case liaison
    /// Shift lead.
    case lead
    /// Teaches in practice stores.
    case trainer
    /// Looks at who did and saw what.
    case auditor
    /// Keeps accounts and catalogues.
    case administrator

    /// Two people grant it: one proposes, another confirms.
    package var needsTwo: Bool { self == .auditor || self == .administrator }

    /// The roles that may grant it and take it away. Nobody grants what is beyond their own charge.
    package var grantedBy: Set<OfficerRole> {
        switch self {
        case .officer, .opi, .health, .beta, .liaison: [.lead, .administrator]
        case .lead, .trainer, .auditor, .administrator: [.administrator]
        }
    }
}

extension Officer {
    /// The roles in force. Whoever was added by an earlier program is an officer, and a lead keeps
    /// accounts too.
    package var effectiveRoles: Set<OfficerRole> {
        guard roles.isEmpty else { return roles }
        return isLead ? [.officer, .lead, .administrator] : [.officer]
    }

    /// The officer as rules see them: whoever teaches stands for child protection and the lead in
    /// practice, and for nobody in earnest.
    package func acting(isDrill: Bool) -> Officer {
        guard isDrill, effectiveRoles.contains(.trainer) else { return self }
        var officer = self
        officer.roles = effectiveRoles.union([.opi, .lead])
        return officer
    }

    /// Works in the child lane: child protection and the lead.
    package var isOfTheLane: Bool { !effectiveRoles.isDisjoint(with: [.opi, .lead]) }

    /// Speaks for child protection: a lead does not.
    package var isOfChildProtection: Bool { effectiveRoles.contains(.opi) }

    /// Leads shifts.
    package var leads: Bool { effectiveRoles.contains(.lead) }
}
