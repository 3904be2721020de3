import Repatriation

/// What is asked about a list before it comes in, each with the key that says the answer.
enum ListQuestions {
    static let mode = ask("¿Cómo llegan?", "How do they come?", GroupForms.modes)
    static let authority = ask("¿Quién entrega?", "Who hands over?", GroupForms.authorities)

    /// The code of a letter; «0» is «not stated».
    static func code<Kind: Code>(_ letter: Character, _ options: [AnswerOption], notStated: Kind)
        -> Kind?
    {
        letter == "0"
            ? notStated : options.first { $0.letter == letter }.flatMap { Kind(rawValue: $0.code) }
    }

    private static func ask(_ es: String, _ en: String, _ options: [AnswerOption]) -> Bilingual {
        func line(_ language: Language) -> String {
            options.map { "«\($0.letter)» \($0.label(language))" }.joined(separator: "  ")
        }
        return Bilingual("\(es) \(line(.es))  «0» no consta", "\(en) \(line(.en))  «0» not stated")
    }

    /// What the list itself leaves open, with the letter that says each answer.
    static func words(_ failure: HandoverList.Failure) -> Bilingual? {
        switch failure {
        case .dateOrder:
            Bilingual(
                "¿Las fechas son «m» mes/día o «d» día/mes?",
                "Are the dates «m» month/day or «d» day/month?")
        case .sexCodes:
            Bilingual(
                "¿El sexo es «u» M/F de EUA o «h» H/M?", "Is the sex «u» M/F of the US or «h» H/M?")
        case .nameOrder:
            Bilingual(
                """
                El nombre viene completo y sin coma. ¿Van primero «a» los apellidos o «n» el \
                nombre?
                """,
                """
                Names are whole and without a comma. Do «a» surnames or «n» given names come \
                first?
                """
            )
        case .encoding:
            Bilingual(
                "¿Los acentos son de «w» Windows, «d» MS-DOS o «k» Mac?",
                "Are the accents of «w» Windows, «d» MS-DOS or «k» Mac?")
        case .without(.birthDate):
            Bilingual(
                """
                Ninguna columna es la fecha de nacimiento. Esc y corrija el encabezado; «s» si \
                así vino.
                """,
                "No column is the birth date. Esc and correct the heading; «s» if it came so.")
        case .without(.surnames):
            Bilingual(
                "Ninguna columna es de apellidos. Esc y corrija el encabezado; «s» si así vino.",
                "No column is for surnames. Esc and correct the heading; «s» if it came so.")
        default: nil
        }
    }
}
