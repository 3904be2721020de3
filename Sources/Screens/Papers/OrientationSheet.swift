import Repatriation

/// The orientation sheet: chosen by point, language and age, and by nothing else. Whoever looks
/// over a shoulder sees the same numbers on everybody's.
extension PaperDocument {
    /// The sheet of a point for adults, or for children and adolescents; `help` are the point's
    /// open institutions and `numbers` the lines of the telephone catalogue, the same for all.
    package static func orientation(
        at point: ReceivingPoint, forChildren: Bool, _ help: [Provider], numbers: [CatalogueEntry],
        isDrill: Bool,
        _ language: Language
    ) -> PaperDocument {
        let head = Bilingual(
            forChildren ? "HOJA PARA NIÑAS, NIÑOS Y ADOLESCENTES" : "HOJA DE ORIENTACIÓN",
            forChildren ? "SHEET FOR CHILDREN AND ADOLESCENTS" : "ORIENTATION SHEET")
        let welcome =
            forChildren
            ? Bilingual(
                """
                Estás en México. Nadie puede llevarte sin que lo decida la Procuraduría. Puedes \
                decir lo que piensas, pedir que te expliquen otra vez y hablar en tu lengua. Si \
                alguien te da miedo, díselo a quien te atiende.
                """,
                """
                You are in Mexico. Nobody can take you away unless the Procuraduría decides so. \
                You may say what you think, ask to be told again and speak your own language. If \
                somebody frightens you, tell whoever attends you.
                """
            )
            : Bilingual(
                """
                Está en México y es libre de irse cuando quiera. El agua, la comida, la llamada, \
                la constancia y los apoyos son gratis: nadie puede cobrarle. No dé sus datos ni \
                su teléfono a quien le ofrezca transporte o albergue en la puerta.
                """,
                """
                You are in Mexico and free to leave when you wish. Water, food, the call, the \
                certificate and all help are free: nobody may charge you. Do not give your data \
                or phone to whoever offers transport or shelter at the door.
                """
            )
        // Refuges have no address on a paper that others may read.
        let shown = help.filter {
            !$0.isRetired && !$0.serves.contains(where: \.isProtected) && $0.institution != .beta
        }
        return PaperDocument(
            title: head(language), isDrill: isDrill,
            heading: [
                head(language),
                "Punto de recepción \(point.name)",
            ],
            statement: welcome(language),
            facts: numbers.map { entry in
                Fact(
                    HelpNumbers.spaced(entry.code),
                    language == .es ? entry.label : entry.english ?? entry.label)
            } + shown.prefix(14).map { Fact($0.name, $0.contact ?? "–") })
    }
}
