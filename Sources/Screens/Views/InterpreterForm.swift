import Repatriation
import Terminal

/// Who interprets for a person, in which language, and how they are heard.
enum InterpreterForm {
    static func assign(_ card: Card) -> FormScreen {
        let person = card.reception
        let question = ProfileField.motherTongue.question
        let told = person.interpreterLanguage ?? person.answer(.motherTongue) ?? ""
        let variant = person.interpreterVariant ?? person.answer(.languageVariant) ?? ""
        let options = card.lists.options(question).filter { option in
            !Question.openAnswers.contains { $0.code == option.code }
        }
        return FormScreen(
            Bilingual("Intérprete", "Interpreter"), about: person,
            note: Bilingual(
                """
                Quien acompaña al grupo interpreta sólo para salud urgente y agua: nunca para \
                dudas de nacionalidad, preguntas reservadas ni firmas.
                """,
                """
                A companion of the group interprets only for urgent health and water: never for \
                doubts of nationality, reserved questions or signatures.
                """
            ),
            [
                FormField(
                    "language", "Lengua", "Language", .options(options), value: told, required: true
                ),
                FormField("variant", "Variante o municipio", "Variant or town", value: variant),
                FormField(
                    "medium", "Cómo", "How",
                    .options(.of(Medium.self, "ptva")),
                    value: person.interpreterMedium?.rawValue ?? "", required: true),
                FormField(
                    "who", "Institución y nombre", "Institution and name",
                    value: person.interpreterWho ?? "",
                    required: true),
            ]
        ) { values in
            guard let language = values["language"],
                let medium = values["medium"].flatMap(Medium.init),
                let who = values["who"]
            else { return [] }
            let assign = AssignInterpreter(
                person.id, language: language, variant: values["variant"], medium, who: who)
            return [.perform(.act(assign))]
        }
    }

    /// «tseltal (Ocosingo), teléfono, INALI: M. Pérez»; nil where nobody was assigned.
    static func words(_ card: Card, _ language: Language) -> String? {
        let person = card.reception
        guard let tongue = person.interpreterLanguage, let who = person.interpreterWho else {
            return nil
        }
        let name = card.lists.words(tongue, ProfileField.motherTongue.question)(language)
        let variant = person.interpreterVariant.map { " (\($0))" } ?? ""
        let medium = person.interpreterMedium.map { ", \($0.label(language))" } ?? ""
        return "\(name)\(variant)\(medium), \(who)"
    }
}
