/// An age is doubted, or decided.
package struct CorrectAge: AttentionAct, TakesTwo {
    package static let row = ActRow<Self>(
        .correctAge, .services,
        [
            born, doubt,
            .code("source", \.correction.source),
            Parameter.text("folio", \.correction.folio).evenUnsaid, family,
        ])

    /// A day of birth, or else that there is a doubt.
    private static let born = Parameter<CorrectAge>(
        "birthDate", .date, required: false,
        read: { reader, act throws(Refusal) in
            act.correction.birthDate = try reader.date("birthDate")
            let isDoubt = try reader.flag("doubt") ?? false
            guard (act.correction.birthDate == nil) == isDoubt else {
                throw Refusal(.missingField, ["field": "birthDate"])
            }
        },
        write: { ["birthDate": JSON($0.correction.birthDate?.text)] })

    private static let doubt = Parameter<CorrectAge>(
        "doubt", .flag, required: false, read: { _, _ in },
        value: { $0.correction.birthDate == nil ? true : .null })

    /// Said only with the number of the Procuraduría's decision.
    private static let family = Parameter<CorrectAge>(
        "withFamily", .flag, required: false,
        read: { reader, act throws(Refusal) in
            act.correction.isWithFamily = try reader.flag("withFamily") ?? false
            guard !act.correction.isWithFamily || act.correction.isDecided else {
                throw Refusal(.procuraduriaDecides)
            }
        },
        value: { .bool($0.correction.isWithFamily) })

    package var reception = Identifier<Reception>(0)
    /// What is said of the age, and on what it rests.
    package var correction = AgeCorrection(nil, source: .said)

    package init() {}

    /// Somebody's age.
    package init(_ reception: Identifier<Reception>, _ correction: AgeCorrection) {
        self.reception = reception
        self.correction = correction
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        try person.correctAge(correction)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        if outcome is LeftPending {
            return Bilingual(
                "Otra persona lo confirma: «k». Hasta entonces, menor.",
                "Somebody else confirms: «k». Until then, a child.")
        }
        return (outcome as? AgeNoted)?.isChild == true
            ? Bilingual("Edad anotada: se le trata como menor.", "Age noted: treated as a child.")
            : Bilingual("Edad anotada.", "Age noted.")
    }
}
