/// Families: who came together, and what they are to each other, told once and kept both ways.
package struct SetFamily: AttentionAct {
    package static let row = ActRow<Self>(
        .setFamily, .interview,
        [
            Parameter(
                "relations", .codes(Kinship.allCases.map(\.rawValue)), required: false,
                read: { _, _ in },
                value: { act in
                    let told = act.kinships.compactMap { $0 }
                    return told.count == act.others.count
                        ? .array(told.map { .string($0.rawValue) }) : .null
                })
        ])
    package static let subject: [Parameter<SetFamily>] = [
        Parameter(
            "receptions", .identifiers, required: true, read: read,
            value: { act in .array(([act.reception] + act.others).map { .int($0.value) }) })
    ]

    /// The first of the receptions is the one that the relations are told of; its own code, where
    /// it is told, is `first`.
    private static func read(_ reader: inout CommandReader, _ act: inout SetFamily) throws(Refusal)
    {
        let members: [Identifier<Reception>] = try reader.identifiers("receptions")
        guard members.count > 1, let head = members.first else {
            throw Refusal(.missingField, ["field": "receptions"])
        }
        let told: [Kinship] = try reader.codeList("relations") ?? []
        let others = told.first == .first ? Array(told.dropFirst()) : told
        guard others.isEmpty || others.count == members.count - 1, !others.contains(.first) else {
            throw Refusal(.invalidValue, ["field": "relations"])
        }
        act.reception = head
        act.others = Array(members.dropFirst())
        act.kinships = others.isEmpty ? act.others.map { _ in nil } : others
    }

    package var reception = Identifier<Reception>(0)
    /// The others.
    package var others: [Identifier<Reception>] = []
    /// What each is to the first; nil where nobody said.
    package var kinships: [Kinship?] = []

    package init() {}

    /// Somebody, the others, and what each is to them.
    package init(
        _ reception: Identifier<Reception>, _ others: [Identifier<Reception>],
        _ kinships: [Kinship?]
    ) {
        self.reception = reception
        self.others = others
        self.kinships = kinships
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        try person.setFamily(others, kinships)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let joined = outcome as? FamilyJoined, joined.doubts.isEmpty else {
            return Bilingual(
                "Familia unida; las edades no cuadran: revíselas.",
                "Joined as a family; the ages do not fit: look.")
        }
        return Bilingual(
            "Familia unida: se les llama juntas.", "Joined as a family: they are called together.")
    }
}
