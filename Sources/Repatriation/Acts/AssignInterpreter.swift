/// Somebody interprets for a person, from now on.
package struct AssignInterpreter: AttentionAct {
    package static let row = ActRow<Self>(
        .assignInterpreter, .care,
        [
            .text("language", \.language),
            .text("variant", \.variant),
            .code("medium", \.medium), .text("who", \.who),
        ])

    package var reception = Identifier<Reception>(0)
    /// From which language, by its code.
    package var language = ""
    /// Which of its variants.
    package var variant: String?
    /// How.
    package var medium = Medium.phone
    /// Who.
    package var who = ""

    package init() {}

    /// For somebody, from which language, how and who.
    package init(
        _ reception: Identifier<Reception>, language: String, variant: String? = nil,
        _ medium: Medium, who: String
    ) {
        self.reception = reception
        self.language = language
        self.variant = variant
        self.medium = medium
        self.who = who
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        try person.requireInside()
        let question = ProfileField.motherTongue.question
        let lists = try person.facts.lists()
        guard let code = lists.code(language, question, kept: person.reception.interpreterLanguage)
        else {
            let allowed = lists.codes(question).map(JSON.string)
            throw Refusal(.unknownCode, ["field": "language", "allowed": .array(allowed)])
        }
        var after = person.reception
        after.interpreterLanguage = code
        after.interpreterVariant = variant
        after.interpreterMedium = medium
        after.interpreterWho = who
        after.interpreterFrom = person.context.now
        return person.decision(.interpreterAssigned, after)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        Bilingual("Intérprete anotado.", "Interpreter noted.")
    }
}
