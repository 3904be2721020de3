/// The slice that the rules of catalogues need.
package struct CatalogueSituation: Sendable {
    /// The moment, who acts and where identifiers come from.
    package var context: Context
    /// The one that the command names, where it exists.
    package var point: ReceivingPoint?
    /// How many people are inside the point or looked for, and how many of its groups are not concluded.
    package var presence = (people: 0, groups: 0)
    /// Whether the named zone exists on this machine.
    package var isZoneKnown: Bool
    /// Officers with the same name or account.
    package var sameOfficer: Officer?
    /// The officer whom the command names.
    package var officer: Officer?
    /// The desks that the officer has, with whom they hold.
    package var attended: [AttendedDesk] = []
    /// Every officer.
    package var officers: [Officer] = []
    /// Whether the officer has a password that they chose themselves.
    package var hasOwnPassword = false
    /// Who gave the officer an account, a name or a password in the last day.
    package var givers: Set<Identifier<Officer>> = []
    /// What about the officer waits for a second one.
    package var pendings: [PendingAct] = []
    /// The store's own entries of the catalogue that the command names.
    package var entries: [CatalogueEntry] = []

    /// A slice for one command; officers and entries are added after.
    package init(context: Context, point: ReceivingPoint?, isZoneKnown: Bool, sameOfficer: Officer?) {
        self.context = context
        self.point = point
        self.isZoneKnown = isZoneKnown
        self.sameOfficer = sameOfficer
    }
}

extension CatalogueCommand {
    /// The fields of a point that a lead may amend; counters and the shift are not among them.
    package static let amendable = [
        "name", "active", "zone", "municipality", "port", "counterpart", "desks", "windows", "cut", "share", "classes",
        "lockMinutes",
    ]

    /// The rules of catalogues: what happens, or why not.
    package func decide(_ situation: CatalogueSituation) throws(Refusal) -> Decision {
        var situation = situation
        var context = situation.context
        switch self {
        case .setPoint(_, let values):
            guard let before = situation.point else { throw Refusal(.unknownPoint) }
            let after = try CatalogueCommand.amend(before, values)
            guard situation.isZoneKnown else { throw Refusal(.invalidValue, ["field": "zone"]) }
            if before.isActive, !after.isActive { try situation.checkNobodyIsThere(before) }
            let event = Event(.pointSet, before, after)
            return Decision(event.changes.isEmpty ? [] : [event], ids: context.ids)
        case .setOfficer(_, let change): return try situation.set(change)
        case .notePassword: return try situation.notePassword()
        case .addOfficer(let given, let account, let roles):
            let name = try CommandReader.clean(given, "name")
            let account = try account.flatMap { text throws(Refusal) in try CommandReader.clean(text, "account") }
            guard let name else { throw Refusal(.missingField, ["field": "name"]) }
            for role in roles where role.needsTwo || context.officer.effectiveRoles.isDisjoint(with: role.grantedBy) {
                throw role.needsTwo ? Refusal(.secondOfficer) : Refusal.notAllowed(role.grantedBy)
            }
            if let same = situation.sameOfficer {
                return Decision([], ["officer": .int(same.id.value), "already": true], ids: context.ids)
            }
            let blank = Officer(id: context.ids.next())
            let officer = Officer.made(blank, name: name, account: account, roles: roles)
            let result: [String: JSON] = ["officer": .int(officer.id.value), "already": false]
            return Decision([Event(.officerAdded, blank, officer)], result, ids: context.ids)
        case .setEntry(let catalogue, let code, let words): return try situation.set(catalogue, code, words)
        case .setMunicipalities(let all): return situation.setMunicipalities(all)
        }
    }

    /// Texts of a point as those of people; its hours and classes are read by their own forms, and may be longer.
    private static func cleaned(_ value: Value, _ name: String) throws(Refusal) -> Value {
        guard case .text(let text) = value, !["windows", "classes"].contains(name) else { return value }
        return .text(try CommandReader.clean(text, name) ?? "")
    }

    private static func amend(_ point: ReceivingPoint, _ values: [String: Value]) throws(Refusal) -> ReceivingPoint {
        var after = point
        for (name, value) in values {
            guard amendable.contains(name), let field = ReceivingPoint.fields.first(where: { $0.name == name }) else {
                throw Refusal(.unknownField, ["field": .string(name)])
            }
            guard field.set(&after, try cleaned(value, name)) else {
                throw Refusal(.invalidValue, ["field": .string(name)])
            }
        }
        guard !after.name.isEmpty else { throw Refusal(.missingField, ["field": "name"]) }
        guard (1...99).contains(after.desks) else { throw Refusal(.invalidValue, ["field": "desks"]) }
        guard (5...15).contains(after.lockMinutes) else {
            throw Refusal(.invalidValue, ["field": "lockMinutes"])
        }
        guard (2...20).contains(after.share) else { throw Refusal(.invalidValue, ["field": "share"]) }
        let codes = Set(PriorityClass.shipped.map(\.code))
        guard after.windows != nil else { throw Refusal(.invalidValue, ["field": "windows"]) }
        let classes = after.classes ?? []
        let isSane = classes.allSatisfy { entry in
            (0...2).contains(entry.tier) && (0...480).contains(entry.targetMinutes) && !entry.attendedBy.isEmpty
                && (!["child", "childEmergency"].contains(entry.code) || entry.attendedBy == [.opi])
        }
        guard Set(classes.map(\.code)) == codes, isSane else { throw Refusal(.invalidValue, ["field": "classes"]) }
        return after
    }
}

extension CatalogueSituation {
    /// A point is switched off once nobody is inside or awaited there, and its shift is closed.
    fileprivate func checkNobodyIsThere(_ point: ReceivingPoint) throws(Refusal) {
        guard presence.people > 0 || presence.groups > 0 || point.isShiftOpen else { return }
        throw Refusal(
            .pointInUse,
            [
                "inside": .int(presence.people), "groups": .int(presence.groups), "shiftOpen": .bool(point.isShiftOpen),
            ])
    }
}

extension Officer {
    /// An officer with a name, initials from it, and the account that signs in.
    package static func made(_ blank: Officer, name: String, account: String?, roles: Set<OfficerRole>) -> Officer {
        var officer = blank
        officer.name = name
        officer.initials = Officer.initials(of: name)
        officer.account = account
        officer.roles = roles
        return officer
    }
}
