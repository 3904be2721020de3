/// People handed over together.
package struct Group: Tabled {
    package let id: Identifier<Group>
    /// Where.
    package var point = PointCode.none
    /// `G3` per point and day: the number.
    package var number = 0
    /// The day of the number.
    package var day: CivilDate?
    /// The recorded stage.
    package var stage = GroupStage.announced
    /// How the group comes.
    package var mode = Mode.notStated
    /// Who hands over.
    package var authority = Authority.notStated
    /// Office or sector of the authority.
    package var office: String?
    /// When it was announced for.
    package var expectedAt: Instant?
    /// When it was announced.
    package var announcedAt: Instant?
    /// When it arrived.
    package var arrivedAt: Instant?
    /// People the US paper declares.
    package var declared: Int?
    /// People counted at the line.
    package var line: Int?
    /// People counted in the room.
    package var room: Int?
    /// Why counts differ.
    package var difference: String?
    /// Why it was opened again.
    package var reopened: String?
    /// Who called to announce it.
    package var calledBy: String?
    /// The phone of who called.
    package var phone: String?
    /// Medical cases announced.
    package var medical: Int?
    /// Families announced.
    package var families: Int?
    /// Children announced.
    package var children: Int?
    /// Announced or arrived outside the point's hours.
    package var isOutOfHours = false
    /// When it was balanced.
    package var balancedAt: Instant?
    /// The last list number given.
    package var lastNumber = 0
    /// The point that sent it, where its people come from another point; nil where the US side
    /// hands it over.
    package var origin: PointCode?
    /// In which vehicle they travel: plate or number.
    package var vehicle: String?
    /// Who drives, or goes along.
    package var driver: String?
    /// The officer who sent them.
    package var sentBy: Identifier<Officer>?
    /// When they left.
    package var sentAt: Instant?
    /// Fingerprints of the lists that came in, separated by spaces.
    package var lists: String?

    package init(id: Identifier<Group>) { self.id = id }

    package static let table = EntityTable<Self>(
        .group,
        Field("point", \.point), Field("number", \.number), Field("day", \.day),
        Field("stage", \.stage),
        Field("mode", \.mode), Field("authority", \.authority),
        Field("office", \.office, .personal),
        Field("expectedAt", \.expectedAt), Field("announcedAt", \.announcedAt),
        Field("arrivedAt", \.arrivedAt),
        Field("declared", \.declared), Field("line", \.line), Field("room", \.room),
        Field("difference", \.difference, .personal), Field("reopened", \.reopened, .personal),
        Field("calledBy", \.calledBy, .personal),
        Field("phone", \.phone, .personal), Field("medical", \.medical),
        Field("families", \.families),
        Field("children", \.children), Field("outOfHours", \.isOutOfHours),
        Field("balancedAt", \.balancedAt),
        Field("lastNumber", \.lastNumber), Field("lists", \.lists, says: Meaning.inner),
        Field("origin", \.origin), Field("vehicle", \.vehicle, .personal),
        Field("driver", \.driver, .personal), Field("sentBy", \.sentBy),
        Field("sentAt", \.sentAt))

    /// `G3`.
    package var name: String { "G\(number)" }
}

/// A place where an officer attends.
package struct Desk: Tabled {
    package let id: Identifier<Desk>
    /// Where.
    package var point = PointCode.none
    /// Its number, 1 … 99.
    package var number = 0
    /// Whether it works.
    package var state = DeskState.closed
    /// Who attends.
    package var officer: Identifier<Officer>?
    /// What it attends.
    package var attends: Set<Attention> = Desk.usual
    /// Why it is paused.
    package var reason: String?

    /// Undeclared: everything but child protection.
    package static let usual: Set<Attention> = [.general, .priority, .medical]

    package init(id: Identifier<Desk>) { self.id = id }

    package static let table = EntityTable<Self>(
        .desk,
        Field("point", \.point), Field("number", \.number), Field("state", \.state),
        Field("officer", \.officer),
        Field("attends", \.attends), Field("reason", \.reason, .personal))
}

/// One call of one person to one desk, with what the rule saw.
package struct Call: Tabled {
    package let id: Identifier<Call>
    /// Where.
    package var point = PointCode.none
    /// Who was called.
    package var reception = Identifier<Reception>(0)
    /// To which desk.
    package var desk = 0
    /// When.
    package var at: Instant?
    /// Whether the rule chose, or an officer.
    package var isByRule = true
    /// The tier called.
    package var tier = 2
    /// The target in minutes.
    package var target = 60
    /// Seconds waited until the call.
    package var waited = 0
    /// Tier 1 calls since the last of tier 2, after this one.
    package var sinceTier2 = 0
    /// Why an officer called out of order.
    package var reason: String?
    /// How it ended.
    package var outcome = CallOutcome.open
    /// When the interview began.
    package var attendedAt: Instant?
    /// When it ended.
    package var endedAt: Instant?

    package init(id: Identifier<Call>) { self.id = id }

    package static let table = EntityTable<Self>(
        .call,
        Field("point", \.point), Field("reception", \.reception), Field("desk", \.desk),
        Field("at", \.at),
        Field("byRule", \.isByRule), Field("tier", \.tier), Field("target", \.target),
        Field("waited", \.waited),
        Field("sinceTier2", \.sinceTier2), Field("reason", \.reason, .personal),
        Field("outcome", \.outcome),
        Field("attendedAt", \.attendedAt), Field("endedAt", \.endedAt))

}

/// Somebody who works here.
package struct Officer: Tabled {
    package let id: Identifier<Officer>
    /// Full name.
    package var name = ""
    /// Three letters for lists.
    package var initials = ""
    /// The operating system's account that signs in as this officer.
    package var account: String?
    /// Led shifts in a store of an earlier program; read through `leads`.
    package var isLead = false
    /// What the officer does here; empty in a store of an earlier program, read through
    /// `effectiveRoles`.
    package var roles: Set<OfficerRole> = []
    /// May do and read nothing for now.
    package var isSuspended = false

    package init(id: Identifier<Officer>) { self.id = id }

    package static let table = EntityTable<Self>(
        .officer,
        Field("name", \.name, .personal), Field("initials", \.initials, .personal),
        Field("account", \.account, .personal), Field("lead", \.isLead),
        Field("roles", \.roles), Field("suspended", \.isSuspended))

    /// `R. Ramírez`, `J. de la Cruz`: first letter of the given name and the surname.
    package var short: String {
        let names = Surnames.groups(name)
        guard let given = names.first?.first, let surname = Officer.surname(of: names) else {
            return name
        }
        return "\(given). \(surname)"
    }

    /// Three letters from a name: first of the given name, first two of the surname, particles
    /// passed over.
    package static func initials(of name: String) -> String {
        let names = Surnames.groups(name)
        let words = surname(of: names).map { NameText.folded($0).split(separator: " ") } ?? []
        guard let given = names.first.map(NameText.folded),
            let surname = words.first(where: { !Surnames.particles.contains(String($0)) })
                ?? words.last
        else { return String(name.prefix(3)).uppercased() }
        return (String(given.prefix(1)) + String(surname.prefix(2))).uppercased()
    }

    /// Of given names and surnames the first surname; nil where there is none.
    private static func surname(of names: [String]) -> String? {
        names.count > 1 ? names[names.count > 2 ? names.count - 2 : 1] : nil
    }
}

extension PriorityClass: ListItem {
    package var item: String {
        "\(code)|\(tier)|\(targetMinutes)|\(attendedBy.map(\.rawValue).sorted().joined(separator: ","))"
    }

    package init?(item: String) {
        let parts = item.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, let tier = Int(parts[1]), let target = Int(parts[2]),
            let attends = Set<Attention>(stored: .text(parts[3]))
        else { return nil }
        self.init(parts[0], tier, target, attends)
    }
}
