/// Somebody begins to work here.
package struct AddOfficer: Act {
    package static let row = ActRow<Self>(
        .addOfficer, .accounts,
        [.text("name", \.fullName), .text("account", \.account), lead, roles])

    private static let lead = Parameter<AddOfficer>(
        "lead", .flag, required: false,
        read: { reader, act throws(Refusal) in
            if try reader.flag("lead") == true { act.roles = [.officer, .lead] }
        },
        write: { _ in [:] })

    /// Where it was not said that they lead.
    private static let roles = Parameter<AddOfficer>(
        "roles", .codes(OfficerRole.allCases.map(\.rawValue)), required: false,
        read: { reader, act throws(Refusal) in
            if act.roles.contains(.lead) { return }
            act.roles = try reader.codes("roles") ?? act.roles
        },
        value: { .codes($0.roles) })

    /// Full name.
    package var fullName = ""
    /// The operating system's account that signs in.
    package var account: String?
    /// What they may do.
    package var roles: Set<OfficerRole> = [.officer]

    package init() {}

    /// Somebody, by name.
    package init(_ fullName: String, account: String? = nil, roles: Set<OfficerRole>) {
        self.fullName = fullName
        self.account = account
        self.roles = roles
    }

    package func seat(_ facts: some Facts) throws -> Seat { .nowhere }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let name = try CommandReader.clean(fullName, "name")
        let account = try account.flatMap { text throws(Refusal) in
            try CommandReader.clean(text, "account")
        }
        guard let name else { throw Refusal(.missingField, ["field": "name"]) }
        for role in roles
        where role.needsTwo || context.officer.effectiveRoles.isDisjoint(with: role.grantedBy) {
            throw role.needsTwo ? Refusal(.secondOfficer) : Refusal.notAllowed(role.grantedBy)
        }
        let folded = NameText.folded(fullName)
        let same = try facts.officers().first {
            NameText.folded($0.name) == folded || self.account != nil && $0.account == self.account
        }
        if let same {
            return Decision([], OfficerAdded(officer: same.id, already: true), ids: context.ids)
        }
        var ids = context.ids
        let blank = Officer(id: ids.next())
        let officer = Officer.made(blank, name: name, account: account, roles: roles)
        return Decision(
            [Event(.officerAdded, blank, officer)],
            OfficerAdded(officer: officer.id, already: false), ids: ids)
    }
}

/// Whoever was added.
package struct OfficerAdded: Outcome {
    /// Who.
    package let officer: Identifier<Officer>
    /// They were there before.
    package let already: Bool
    package var members: [String: JSON] {
        ["officer": .int(officer.value), "already": .bool(already)]
    }
}

extension Officer {
    /// An officer with a name, initials from it, and the account that signs in.
    package static func made(
        _ blank: Officer, name: String, account: String?, roles: Set<OfficerRole>
    ) -> Officer {
        var officer = blank
        officer.name = name
        officer.initials = Officer.initials(of: name)
        officer.account = account
        officer.roles = roles
        return officer
    }
}
