/// Who may do what, and read what: the one table that the store checks on its way in and on its way
/// out.
///
/// Rules: the duties of each role at a receiving point (Ley de Migración; LGPDPPSO 2025: least
/// access, by task).
package enum Permissions {
    /// The commands of a role; a trainer's are those of practice stores alone.
    package static func commands(_ role: OfficerRole, isDrill: Bool = false) -> Set<CommandName> {
        (isDrill ? inDrills : inEarnest)[role] ?? []
    }

    private static let inEarnest = table(isDrill: false)
    private static let inDrills = table(isDrill: true)

    /// Made once: every command looks here.
    private static func table(isDrill: Bool) -> [OfficerRole: Set<CommandName>] {
        let rows = OfficerRole.allCases.map {
            ($0, duties($0, isDrill).union(Acts.names(alsoFor: $0)))
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    /// What belongs to a role.
    private static func duties(_ role: OfficerRole, _ isDrill: Bool) -> Set<CommandName> {
        switch role {
        case .officer, .opi: names([.arrival, .queue, .care, .interview, .services, .alarms])
        case .health: names([.care, .alarms])
        case .beta, .liaison, .auditor: []
        case .lead: Set(CommandName.allCases)
        case .trainer: isDrill ? Set(CommandName.allCases) : []
        case .administrator: names([.catalogues, .accounts, .archive])
        }
    }

    private static func names(_ duties: [Duty]) -> Set<CommandName> {
        duties.reduce(into: []) { $0.formUnion(Acts.names(of: $1)) }
    }

    /// The classes of fields that a role reads. Restricted ones are contacts and US numbers.
    package static func classes(_ role: OfficerRole, isDrill: Bool = false) -> Set<FieldClass> {
        switch role {
        case .lead: Set(FieldClass.allCases)
        case .opi: [.plain, .personal, .sensitive, .restricted]
        case .officer, .health: [.plain, .personal, .sensitive]
        case .beta, .liaison: [.plain, .personal]
        case .auditor: [.plain, .statistical]
        case .administrator: [.plain]
        case .trainer: isDrill ? Set(FieldClass.allCases) : [.plain]
        }
    }

    /// What several roles together read.
    package static func classes(_ roles: Set<OfficerRole>, isDrill: Bool) -> Set<FieldClass> {
        roles.reduce(into: [.plain]) { $0.formUnion(classes($1, isDrill: isDrill)) }
    }

    /// Throws `suspended`, `onlyLead`, or `notAllowed` with the roles that may.
    package static func check(_ act: any Act, by officer: Officer, isDrill: Bool) throws(Refusal) {
        guard !officer.isSuspended else { throw Refusal(.suspended) }
        let name = type(of: act).name
        let isAllowed = officer.effectiveRoles.contains {
            commands($0, isDrill: isDrill).contains(name)
        }
        guard !isAllowed else { return }
        let able = OfficerRole.allCases.filter { commands($0).contains(name) }
        if Set(able).isSubset(of: [.lead, .administrator]) { throw Refusal(.onlyLead) }
        throw Refusal.notAllowed(Set(able))
    }

    /// Who a role is, what it reads and what it does, for the manual: whole duties by their names,
    /// single acts as `send` names them.
    package static func row(_ role: OfficerRole, _ language: Language) -> [String] {
        let groups = Duty.allCases.compactMap { duty in
            duty.label.map { ($0, Acts.names(of: duty).subtracting([.notePassword])) }
        }
        let reads = FieldClass.allCases.filter(classes(role).contains).map { $0.label(language) }
        let done = commands(role).subtracting([.notePassword])
        let whole = groups.filter { !done.isEmpty && $0.1.isSubset(of: done) }
        let rest = done.subtracting(whole.reduce(into: []) { $0.formUnion($1.1) })
        let seen = Oversight.allCases.filter { $0.roles.contains(role) }
        let words =
            whole.map { $0.0(language) } + rest.map(\.rawValue).sorted()
            + seen.map { $0.label(language) }
        return [
            role.label(language), reads.joined(separator: ", "),
            words.isEmpty ? "–" : words.joined(separator: ", "),
        ]
    }
}

/// What is looked at over the whole store, beside the commands: who looked, whole files, copies,
/// what is due to go.
package enum Oversight: Sendable, CaseIterable {
    case readTrail, wholeFile, copies, retentionPlan, alarmHistory, reports, rowExports

    /// The roles that may.
    package var roles: Set<OfficerRole> {
        switch self {
        case .readTrail, .reports: [.lead, .auditor]
        case .wholeFile, .alarmHistory, .rowExports: [.lead]
        case .copies: [.lead, .administrator]
        case .retentionPlan: [.lead, .administrator, .auditor]
        }
    }

    /// Whether an officer has one of those roles; whoever teaches may everything in practice.
    package func isFor(_ officer: Officer, isDrill: Bool) -> Bool {
        !officer.effectiveRoles.isDisjoint(with: isDrill ? roles.union([.trainer]) : roles)
    }

    /// Throws `suspended`, or `notAllowed` with the roles that may.
    package func check(_ officer: Officer, isDrill: Bool) throws(Refusal) {
        guard !officer.isSuspended else { throw Refusal(.suspended) }
        guard !isFor(officer, isDrill: isDrill) else { return }
        throw Refusal.notAllowed(roles)
    }
}

extension Entity {
    /// What stands where a text may not be read.
    package static var hidden: String { "•••" }

    /// Every text of other classes as `•••`, and every date and code of them left out.
    package func hiding(outside classes: Set<FieldClass>) -> Self {
        var shown = self
        let blank = Self(id: id)
        for field in Self.fields where !classes.contains(field.access) {
            guard case .text(let text) = field.get(self) else {
                // A number or a moment has no `•••`: it is left out.
                if field.get(self) != .null { _ = field.set(&shown, field.get(blank)) }
                continue
            }
            // «Asked, nothing» is an answer too; and what can't be hidden in its place is left out.
            let answers = Answers(stored: .text(text)).flatMap { $0.values.isEmpty ? nil : $0 }
            let hidden = answers.map(\.hidden.stored) ?? .text(Self.hidden)
            guard text.isEmpty || !field.set(&shown, hidden) else { continue }
            _ = field.set(&shown, field.get(blank))
        }
        return shown
    }
}

extension Answers {
    /// The same questions, every answer hidden.
    fileprivate var hidden: Answers {
        var hidden = Answers()
        for name in values.keys {
            if let field = ProfileField(rawValue: name) { hidden[field] = Reception.hidden }
        }
        return hidden
    }
}
