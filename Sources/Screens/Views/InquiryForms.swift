import Repatriation
import Terminal

/// Somebody outside asks for a person. The screen never says whether the person is here; it gives
/// the sentence to say.
enum InquiryForms {
    static func record(_ point: PointCode) -> FormScreen {
        FormScreen(
            Bilingual("Preguntan por", "Asked for"), of: "point:\(point.text)",
            note: Bilingual(
                "Diga: «Tomo sus datos y un oficial le avisa. No puedo confirmar quién está aquí.»",
                """
                Say: «I take your details and an officer will call you. I cannot confirm who is \
                here.»
                """
            ),
            [
                FormField("asksFor", "Por quién pregunta", "Whom they ask for", required: true),
                FormField("visitor", "Quién dice ser", "Who they say they are", required: true),
                FormField("relation", "Parentesco que dice", "Relation, they say"),
                FormField("document", "Papel y últimas 4", "Paper and last 4"),
                FormField("phone", "Teléfono", "Phone"),
                FormField("vehicle", "Vehículo y placa", "Vehicle and plate"),
            ]
        ) { values in
            var made = RecordInquiry(
                at: point, visitor: values["visitor"] ?? "", asksFor: values["asksFor"] ?? "")
            (made.relation, made.document) = (values["relation"], values["document"])
            (made.phone, made.vehicle) = (values["phone"], values["vehicle"])
            return [.perform(.act(made))]
        }
        .told(by: Procedure(.inquiry))
    }

    /// What the person says, asked alone.
    static func wishes(
        _ inquiry: Identifier<Inquiry>, of person: Identifier<Reception>, _ whom: Whom
    ) -> MenuScreen {
        MenuScreen(
            Bilingual("Qué responde", "What they say"), whom: whom, preselects: false,
            note: Bilingual(
                """
                A solas: «¿Espera a alguien? ¿Cómo se llama? ¿Quiere verle?» No diga quién \
                pregunta.
                """,
                """
                Alone: «Do you expect anybody? What is their name? Do you want to see them?» Do \
                not say who asks.
                """
            ),
            zip("vnex", InquiryWishes.allCases).map { letter, wishes in
                .init(
                    letter, wishes.label,
                    [.perform(.act(AnswerInquiry(inquiry, wishes, of: person)))])
            }
        )
        .told(by: Procedure(.inquiry, isOfPerson: true))
    }
}
