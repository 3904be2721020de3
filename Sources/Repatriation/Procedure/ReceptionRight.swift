/// What everybody who arrives is owed, as posters and the manual say it.
package enum ReceptionRight: CaseIterable, Sendable {
    case free, freeOfCharge, noFee, language, notice, call, health, complaint, child, refuge

    /// In the words of a poster.
    package var words: Bilingual {
        switch self {
        case .free:
            Bilingual(
                "Está en México: puede irse cuando quiera.",
                "You are in Mexico: you may leave when you wish.")
        case .freeOfCharge:
            Bilingual(
                "El agua, la comida, la llamada, la constancia y los apoyos son gratuitos.",
                "Water, food, the call, the certificate and all help are free of charge.")
        case .noFee:
            Bilingual(
                "Nadie puede cobrarle, ni aquí ni en la puerta.",
                "Nobody may charge you, neither here nor at the door.")
        case .language:
            Bilingual(
                "Puede hablar en su lengua y pedir intérprete.",
                "You may speak your language and ask for an interpreter.")
        case .notice:
            Bilingual(
                "Sus datos son suyos: pregunte para qué se usan, y corríjalos si están mal.",
                "Your data are yours: ask what they are for, and correct them if they are wrong.")
        case .call:
            Bilingual(
                "Puede llamar a su familia o a su consulado.",
                "You may call your family or your consulate.")
        case .health:
            Bilingual(
                "Si se siente mal, dígalo: se le atiende primero.",
                "If you feel ill, say so: you are attended first.")
        case .complaint:
            Bilingual(
                "Si le faltan pertenencias o le trataron mal, puede decirlo y se anota.",
                "If belongings are missing or you were treated badly, you may say so and it is "
                    + "noted.")
        case .child:
            Bilingual(
                "Niñas, niños y adolescentes no se van con quien no conocen: los acompaña "
                    + "protección de la infancia.",
                "Children do not leave with strangers: child protection stays with them.")
        case .refuge:
            Bilingual(
                "Si teme volver a un lugar, dígalo a solas: no se cuenta a nadie más.",
                "If you fear to go back to a place, say so alone: nobody else is told.")
        }
    }

    /// On what it rests.
    package var grounds: [LegalGround] {
        switch self {
        case .free: [.entry]
        case .freeOfCharge, .noFee: [.population, .ownCriterion]
        case .language: [.ownLanguage]
        case .notice: [.personalData]
        case .call, .health, .complaint: [.arrangements]
        case .child: [.child, .childProtection]
        case .refuge: [.refugees, .victims]
        }
    }
}
