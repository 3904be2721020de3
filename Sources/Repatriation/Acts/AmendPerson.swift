/// What is known of who somebody is, put right.
package struct AmendPerson: AttentionAct {
    package static let row = ActRow<Self>(
        .amendPerson, .interview, says: EventKind.personAmended.label.stopped,
        [.flag("seemsAdult", \.seemsAdult), fields])

    /// In an object of their own, else beside the rest.
    private static let fields = Parameter<AmendPerson>(
        "fields", .object(of: PersonData.parameters), required: false,
        read: { reader, act throws(Refusal) in
            guard var nested = try reader.nested("fields") else {
                for field in PersonData.parameters { try field.read(&reader, &act.person) }
                return
            }
            for field in PersonData.parameters { try field.read(&nested, &act.person) }
            try nested.finish()
        },
        value: { $0.person == PersonData() ? .null : PersonData.parameters.written($0.person) })

    package var reception = Identifier<Reception>(0)
    /// What is said; the rest stays.
    package var person = PersonData()
    /// Whether somebody without a birth date seems adult; nil leaves it as it was.
    package var seemsAdult: Bool?

    package init() {}

    /// Somebody, and what is right of them.
    package init(_ reception: Identifier<Reception>, _ person: PersonData, seemsAdult: Bool? = nil)
    {
        self.reception = reception
        self.person = person
        self.seemsAdult = seemsAdult
    }

    package func decide(_ matter: PersonCase) throws -> Decision {
        let before = matter.reception
        if before.stage == .released { throw Refusal(.alreadyOut) }
        if !person.isWithoutIdentity { try matter.context.requireLane(for: before) }
        try person.refuseHiddenWords()
        var after = before
        after.take(person)
        try matter.checkBirth(of: after)
        if let seemsAdult { after.seemsAdult = seemsAdult }
        return matter.decision(.personAmended, after)
    }
}
