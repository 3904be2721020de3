/// A protected path: what somebody's case needs besides the ordinary reception. The child's blocks,
/// the others ask.
///
/// Source: the procedure of INM's desks (Ley de Migración, arts. 14, 36 and 112; LGDNNA, arts. 89
/// to 92).
package enum Lane: String, Code {
    case child, health, sanitary, reserved, warrant, language, nationality, foreign

    /// Its steps, in the order of the procedure.
    package var steps: [LaneStep] { LaneStep.allCases.filter { $0.lane == self } }

    /// Who may see it and tick it.
    package var roles: Set<OfficerRole> {
        switch self {
        case .child, .language, .nationality, .foreign: [.officer, .opi, .lead]
        case .health, .sanitary: [.officer, .opi, .health, .lead]
        case .reserved: [.officer, .opi, .lead]
        case .warrant: [.lead]
        }
    }
}

/// One line of a lane's checklist.
package enum LaneStep: String, Code {
    case opi, procuraduria, dif, acta, difArrived, rights, opinion, family, actaCopy
    case seen, medication, dose
    case filter, cleared
    case privateRoom, interviewer, reservedForm
    case named, authorityTold, authorityCame, identityCompared, belongingsTold, warrantCall,
        authorityAbsent
    case interpreter, noticeUnderstood
    case papersAsked, registryAsked, decided
    case fearAsked, refugeeTold, controlReceives

    /// The lane that it belongs to.
    package var lane: Lane { facts.lane }
    /// As screens say it.
    package var label: Bilingual { facts.label }
    /// By when, in minutes since the lane began; nil where no hour is set. The procedure's own.
    package var minutes: Int? { facts.minutes }
    /// What has to be said of it besides the hour.
    package var asks: Set<LaneDetail> { facts.asks }

    /// What may be said of it: what it asks, a note, whoever attended and a paper's number.
    package var takes: Set<LaneDetail> {
        asks.union([.note, .who, .folio]).union(self == .opi || self == .named ? [.officer] : [])
    }

    /// Who may tick it; those of the lane, unless the step is somebody's own.
    package var roles: Set<OfficerRole> {
        switch self {
        case .opi, .rights, .opinion, .family: [.opi, .lead]
        case .dose, .cleared: [.health, .opi, .lead, .officer]
        case .named: [.lead]
        default: lane.roles
        }
    }

    /// Follows from other facts, and is never ticked by hand.
    package var isDerived: Bool {
        [.interpreter, .noticeUnderstood, .decided, .reservedForm].contains(self)
    }

    /// What it may have given.
    package var outcomes: [TickOutcome] {
        switch self {
        case .identityCompared: [.homonym, .same]
        case .fearAsked: [.afraid, .notAfraid]
        default: []
        }
    }

    private var facts: (lane: Lane, label: Bilingual, minutes: Int?, asks: Set<LaneDetail>) {
        switch self {
        case .opi: (.child, .init("OPI que atiende", "child-protection officer"), 10, [])
        case .procuraduria:
            (.child, .init("Procuraduría avisada", "Procuraduría told"), 15, [.medium, .who])
        case .dif: (.child, .init("DIF avisado", "DIF told"), 15, [.medium, .who])
        case .difArrived: (.child, .init("DIF llegó", "DIF arrived"), 120, [])
        case .acta: (.child, .init("acta de canalización", "hand-over record"), nil, [])
        case .rights: (.child, .init("sabe sus derechos", "knows their rights"), nil, [])
        case .opinion: (.child, .init("su opinión", "their opinion"), nil, [.note])
        case .family: (.child, .init("OPI: es su familia", "OPI: it is their family"), nil, [.note])
        case .actaCopy:
            (.child, .init("acta, 2ª copia firmada", "record, 2nd signed copy"), nil, [])
        case .seen: (.health, .init("revisión de salud", "seen by health"), 20, [.who])
        case .medication:
            (
                .health, .init("medicina vital y próxima dosis", "vital medicine, next dose"), nil,
                [.dueAt]
            )
        case .dose: (.health, .init("dosis tomada", "dose taken"), nil, [])
        case .filter: (.sanitary, .init("en filtro hasta", "in the filter until"), nil, [.dueAt])
        case .cleared: (.sanitary, .init("salió del filtro", "out of the filter"), nil, [])
        case .privateRoom: (.reserved, .init("cuarto privado", "private room"), 15, [])
        case .interviewer:
            (.reserved, .init("eligió quién le entrevista", "chose who interviews"), nil, [])
        case .reservedForm: (.reserved, .init("formulario reservado", "reserved form"), 30, [])
        case .named: (.warrant, .init("oficial que lo lleva", "officer in charge"), nil, [])
        case .authorityTold:
            (.warrant, .init("autoridad avisada", "authority told"), nil, [.medium, .who])
        case .authorityCame:
            (.warrant, .init("vino la autoridad", "the authority came"), nil, [.who, .folio])
        case .identityCompared:
            (.warrant, .init("identidad comparada", "identity compared"), nil, [.outcome])
        case .belongingsTold:
            (.warrant, .init("pertenencias y familia", "belongings and family"), nil, [])
        case .warrantCall: (.warrant, .init("hizo su llamada", "made their call"), nil, [])
        case .authorityAbsent:
            (.warrant, .init("la autoridad no se presentó", "the authority did not come"), nil, [])
        case .interpreter: (.language, .init("intérprete", "interpreter"), 15, [])
        case .noticeUnderstood:
            (.language, .init("aviso en su lengua", "notice in their language"), nil, [])
        case .papersAsked:
            (.nationality, .init("se le pidió otro medio", "asked for other proof"), nil, [])
        case .registryAsked:
            (
                .nationality,
                .init("consulta a registro o consulado", "registry or consulate asked"), 60, [.who]
            )
        case .fearAsked:
            (.foreign, .init("¿teme volver a su país?", "afraid to go back?"), 60, [.outcome])
        case .refugeeTold: (.foreign, .init("COMAR avisada", "COMAR told"), nil, [.medium, .who])
        case .controlReceives:
            (
                .foreign, .init("recibe control migratorio", "migration control receives"), nil,
                [.who, .folio]
            )
        case .decided:
            (.nationality, .init("nacionalidad decidida", "nationality decided"), 1440, [])
        }
    }
}

/// What a step asks to be said.
package enum LaneDetail: String, Code {
    case medium, who, officer, folio, dueAt, outcome, note

    package var label: Bilingual { FieldLabels.of(rawValue, in: .laneTick) }
}

/// What a step gave: whose a warrant is, whether somebody is afraid.
package enum TickOutcome: String, Code { case homonym, same, afraid, notAfraid }

/// Whom an authority is told through.
package enum NotifiedAuthority: String, Code {
    case procuraduria, dif, registry, prosecutor, comar

    package var label: Bilingual { step.label }

    /// The step that telling it ticks.
    package var step: LaneStep {
        switch self {
        case .procuraduria: .procuraduria
        case .dif: .dif
        case .registry: .registryAsked
        case .prosecutor: .authorityTold
        case .comar: .refugeeTold
        }
    }
}

/// How an authority was told.
package enum NoticeMedium: String, Code { case phone, message, email, present, paper }
