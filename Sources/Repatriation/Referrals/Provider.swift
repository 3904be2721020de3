/// What an institution is.
package enum ProviderKind: String, Code {
    case shelter, hospital, childProtection, beta, prosecutor, victims, employment, education,
        busLine, consulate, ngo
    case registry, welfare, socialSecurity, liaison, interpreters, refugees, migration, humanRights,
        search
}

/// Who helps near a point: what for, whom, when, and how many at once. Editable data.
package struct Provider: Tabled {
    package let id: Identifier<Provider>
    /// The point it serves.
    package var point = PointCode.none
    /// As it is called.
    package var name = ""
    /// What it is.
    package var institution = ProviderKind.ngo
    /// What people are referred to it for.
    package var serves: Set<ReferralKind> = []
    /// The sexes it takes; empty is all.
    package var sexes: Set<Sex> = []
    /// The youngest it takes, in years; nil is no limit.
    package var fromAge: Int?
    /// The oldest it takes, in years; nil is no limit.
    package var toAge: Int?
    /// Families are taken together.
    package var takesFamilies = true
    /// Hours, as a point's; empty is always. Read through `windows`.
    package var hours = ""
    /// How many at once; nil where it does not matter.
    package var places: Int?
    /// Places kept or taken now; never under zero nor over `places`.
    package var held = 0
    /// Phone and person; invented in what is shipped.
    package var contact: String?
    /// No longer offered.
    package var isRetired = false

    package init(id: Identifier<Provider>) { self.id = id }

    package static let table = EntityTable<Self>(
        .provider,
        Field("point", \.point), Field("name", \.name), Field("institution", \.institution),
        Field("serves", \.serves),
        Field("sexes", \.sexes), Field("fromAge", \.fromAge), Field("toAge", \.toAge),
        Field("families", \.takesFamilies), Field("hours", \.hours), Field("places", \.places),
        Field("held", \.held),
        Field("contact", \.contact), Field("retired", \.isRetired))

    /// Free places; nil where they are not counted.
    package var free: Int? { places.map { max(0, $0 - held) } }

    /// Hours; nil when the text is not hours.
    package var windows: [RuleWindow]? { [RuleWindow](stored: .text(hours)) }

    /// Whether it takes people in at this moment; always where no hours are known.
    package func isOpen(at time: LocalTime) -> Bool {
        let holding = (windows ?? []).filter { $0.holds(on: time.day) }
        return holding.isEmpty || holding.contains { $0.contains(time) }
    }

    /// Why it does not take somebody: `kind`, `sex`, `age`; nil when it does. Somebody without a
    /// sex or age on record is asked about, not refused.
    package func reason(against person: Reception, for kind: ReferralKind, on day: CivilDate)
        -> String?
    {
        if isRetired || !serves.contains(kind) { return "kind" }
        if let sex = person.sex, !sexes.isEmpty, !sexes.contains(sex) { return "sex" }
        if let age = person.age(on: day), age < fromAge ?? 0 || age > toAge ?? 200 { return "age" }
        return nil
    }
}
