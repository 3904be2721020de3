/// What a list that goes to an authority may say of somebody: the least that recognises them, and
/// nothing else.
package enum SharedField: String, Code {
    case name, birthDate, curp

    package var label: Bilingual {
        switch self {
        case .name: Bilingual("nombre", "name")
        case .birthDate: Bilingual("fecha de nacimiento", "birth date")
        case .curp: Bilingual("CURP", "CURP")
        }
    }
}

/// A list that an authority was given, on record for good.
package struct GroupShare: Tabled {
    package let id: Identifier<GroupShare>
    /// Whose list.
    package var group = Identifier<Group>(0)
    /// Where.
    package var point = PointCode.none
    /// The authority.
    package var with = ""
    /// The law or the written request.
    package var basis = ""
    /// What the list said of each.
    package var shared: Set<SharedField> = []
    /// Who there took it.
    package var who: String?
    /// How many stood on it.
    package var people = 0
    /// The officer who gave it.
    package var sentBy: Identifier<Officer>?
    /// When.
    package var at: Instant?
    /// Before the group came.
    package var isBeforeArrival = false

    package init(id: Identifier<GroupShare>) { self.id = id }

    package static let table = EntityTable<Self>(
        .groupShare,
        Field("group", \.group), Field("point", \.point), Field("with", \.with, .personal),
        Field("basis", \.basis, .personal), Field("shared", \.shared),
        Field("who", \.who, .personal), Field("people", \.people), Field("sentBy", \.sentBy),
        Field("at", \.at), Field("beforeArrival", \.isBeforeArrival))
}
