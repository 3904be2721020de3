/// On what a rule of the desk rests: a law and its article, a standard, or where there is neither,
/// this program's own criterion, which says so.
///
/// The manual prints it beside each rule; whoever changes a rule changes it here.
package enum LegalGround: String, CaseIterable, Sendable {
    case entry, child, childProtection, ownLanguage, languageNoProof, population, arrangements
    case sphere, alarmManagement, ownCriterion
    case mexicanByBirth, victims, trafficking, refugees, missing, personalData, sensitiveData

    /// As it is cited; laws keep their own names, which is how they are found.
    package var text: Bilingual {
        switch self {
        case .entry: Bilingual("Ley de Migración, art. 36", "Ley de Migración, art. 36 (entry)")
        case .child:
            Bilingual("Ley de Migración, art. 112", "Ley de Migración, art. 112 (children alone)")
        case .childProtection: LegalGround.ofChildren
        case .ownLanguage:
            Bilingual(
                "Ley de Migración, art. 14", "Ley de Migración, art. 14 (interpreter, own language)"
            )
        case .languageNoProof: LegalGround.ofLanguage
        case .population: LegalGround.ofPopulation
        case .arrangements:
            Bilingual(
                "Arreglos Locales de Repatriación, 2016",
                "Local Arrangements for Repatriation, Mexico and the US, 2016")
        case .mexicanByBirth:
            Bilingual(
                "Constitución, art. 30, apartado A, fracción II",
                "Constitution of Mexico, art. 30, A, II")
        case .victims: Bilingual("Ley General de Víctimas", "Ley General de Víctimas (victims)")
        case .trafficking: LegalGround.ofTrafficking
        case .refugees:
            Bilingual(
                "Ley sobre Refugiados, Protección Complementaria y Asilo Político",
                "Ley sobre Refugiados, Protección Complementaria y Asilo Político (refugees)")
        case .missing:
            Bilingual(
                "Ley General en Materia de Desaparición Forzada de Personas",
                "Ley General en Materia de Desaparición Forzada de Personas (missing people)")
        case .personalData: LegalGround.ofData("", "")
        case .sensitiveData: LegalGround.ofData(", arts. 7 y 16", ", arts. 7 and 16")
        case .sphere: Bilingual("Manual Esfera, 2018", "Sphere Handbook, 2018")
        case .alarmManagement:
            Bilingual("ISA-18.2, manejo de alarmas", "ISA-18.2, management of alarms")
        case .ownCriterion:
            Bilingual(
                "Criterio de este programa; la jefatura lo cambia en sus catálogos",
                "This program's own criterion; the lead changes it in the catalogues")
        }
    }

    private static let ofChildren = Bilingual(
        "Ley General de los Derechos de Niñas, Niños y Adolescentes, arts. 89 a 92 y 94",
        "Ley General de los Derechos de Niñas, Niños y Adolescentes, arts. 89 to 92 and 94 "
            + "(rights of children)")

    private static let ofLanguage = Bilingual(
        "SCJN, amparo en revisión 275/2019: la lengua no es prueba contra la nacionalidad",
        "Supreme Court (SCJN), amparo en revisión 275/2019: a language proves nothing against a "
            + "nationality")

    private static let ofPopulation = Bilingual(
        "Ley General de Población, arts. 83 y 84, y su Reglamento, arts. 216 a 218 Bis",
        "Ley General de Población, arts. 83 and 84, and its Reglamento, arts. 216 to 218 Bis "
            + "(repatriation)")

    private static let ofTrafficking = Bilingual(
        "Ley General para Prevenir, Sancionar y Erradicar los Delitos en Materia de Trata, 2012",
        "Ley General para Prevenir, Sancionar y Erradicar los Delitos en Materia de Trata, 2012 "
            + "(trafficking)")

    private static func ofData(_ es: String, _ en: String) -> Bilingual {
        let law =
            "Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados, 2025"
        return Bilingual(law + es, "\(law)\(en) (personal data)")
    }
}
