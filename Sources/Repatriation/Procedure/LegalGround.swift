/// On what a rule of the desk rests: a law and its article, a standard, or where there is neither,
/// this program's own criterion, which says so.
///
/// The manual prints it beside each rule; whoever changes a rule changes it here.
package enum LegalGround: String, CaseIterable, Sendable {
    case entry, child, childProtection, ownLanguage, languageNoProof, population, arrangements
    case sphere, alarmManagement, ownCriterion
    case mexicanByBirth, victims, trafficking, refugees, missing, personalData, sensitiveData

    /// As it is cited.
    package var text: String {
        switch self {
        case .entry: "Ley de Migración, art. 36"
        case .child: "Ley de Migración, art. 112"
        case .childProtection:
            "Ley General de los Derechos de Niñas, Niños y Adolescentes, arts. 89 a 92 y 94"
        case .ownLanguage: "Ley de Migración, art. 14"
        case .languageNoProof:
            "SCJN, amparo en revisión 275/2019: la lengua no es prueba contra la nacionalidad"
        case .population:
            "Ley General de Población, arts. 83 y 84, y su Reglamento, arts. 216 a 218 Bis"
        case .arrangements: "Arreglos Locales de Repatriación, 2016"
        case .mexicanByBirth: "Constitución, art. 30, apartado A, fracción II"
        case .victims: "Ley General de Víctimas"
        case .trafficking:
            "Ley General para Prevenir, Sancionar y Erradicar los Delitos en Materia de Trata, 2012"
        case .refugees: "Ley sobre Refugiados, Protección Complementaria y Asilo Político"
        case .missing: "Ley General en Materia de Desaparición Forzada de Personas"
        case .personalData:
            "Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados, 2025"
        case .sensitiveData:
            "Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados, "
                + "2025, arts. 7 y 16"
        case .sphere: "Manual Esfera, 2018"
        case .alarmManagement: "ISA-18.2, manejo de alarmas"
        case .ownCriterion: "Criterio de este programa; la jefatura lo cambia en sus catálogos"
        }
    }
}
