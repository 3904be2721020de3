/// What somebody is referred for («canalización»).
///
/// Sources: the services of INM's repatriation programme and of México te abraza (2025); Ley de
/// Migración art. 112 (child protection); Ley sobre Refugiados (COMAR); Ley General en Materia de
/// Desaparición (search commissions).
package enum ReferralKind: String, Code {
    case shelter, medical, emergency, psychological, childProtection, beta, trafficking, kidnapping,
        victims, complaint
    case identity, welfare, socialSecurity, job, skills, schooling, transport, family, legal,
        interpreter, womensRefuge
    case authority, stateLiaison, refugee, assistedReturn, search, paisano, diningHall

    /// The version of the form with which it came: before, nobody was asked about it.
    package var since: Int { self == .diningHall ? 3 : 1 }

    /// Three letters for lists.
    package var acronym: String { facts.acronym }
    /// As people say it.
    package var label: Bilingual { facts.label }
    /// Minutes until an answer or an arrival is late: a proposal that a lead may change as the
    /// places allow.
    package var dueMinutes: Int { facts.due }
    /// The bases on which it may be made, the usual one first.
    package var bases: [Basis] { facts.bases }

    /// Whoever does not work in a protected lane sees only that there is one.
    package var isProtected: Bool {
        [.trafficking, .kidnapping, .victims, .womensRefuge, .authority].contains(self)
    }

    /// For people who are not Mexican.
    package var isForForeigners: Bool { self == .refugee || self == .assistedReturn }

    private var facts: (acronym: String, label: Bilingual, due: Int, bases: [Basis]) {
        switch self {
        case .shelter: ("ALB", .init("albergue o centro", "shelter or centre"), 60, [.consent])
        case .medical:
            ("MED", .init("atención médica", "medical care"), 60, [.consent, .emergency])
        case .emergency:
            ("URG", .init("urgencia médica", "medical emergency"), 10, [.emergency, .consent])
        case .psychological:
            ("PSI", .init("atención psicológica", "psychological care"), 120, [.consent])
        case .childProtection:
            ("DIF", .init("Procuraduría y DIF", "child protection"), 15, [.law, .bestInterest])
        case .beta: ("BET", .init("Grupos Beta", "Grupos Beta"), 60, [.consent, .emergency])
        case .trafficking: ("TRA", .init("trata", "trafficking"), 60, [.consent, .law])
        case .kidnapping:
            (
                "SEC", .init("secuestro o extorsión", "kidnapping or extortion"), 60,
                [.consent, .law]
            )
        case .victims:
            ("VIC", .init("CEAV o comisión estatal", "victims' commission"), 240, [.consent])
        case .complaint: ("DEN", .init("queja o denuncia", "complaint"), 1440, [.consent])
        case .identity:
            ("IDE", .init("documentos de identidad", "identity papers"), 1440, [.consent])
        case .welfare: ("BIE", .init("programas sociales", "social programmes"), 1440, [.consent])
        case .socialSecurity: ("SEG", .init("IMSS", "social security"), 1440, [.consent])
        case .job: ("LAB", .init("empleo", "job"), 2880, [.consent])
        case .skills: ("CAP", .init("certificar un oficio", "skills"), 2880, [.consent])
        case .schooling: ("EDU", .init("educación", "schooling"), 2880, [.consent, .bestInterest])
        case .transport: ("TER", .init("boleto o traslado", "onward transport"), 180, [.consent])
        case .family:
            (
                "COM", .init("contacto con su familia", "family contact"), 60,
                [.consent, .bestInterest]
            )
        case .legal: ("LEG", .init("asesoría legal", "legal advice"), 1440, [.consent])
        case .interpreter: ("INT", .init("intérprete", "interpreter"), 15, [.consent, .law])
        case .womensRefuge: ("MUJ", .init("refugio para mujeres", "women's refuge"), 60, [.consent])
        case .authority: ("AUT", .init("autoridad", "authority"), 60, [.law])
        case .stateLiaison: ("EST", .init("enlace estatal", "state liaison"), 240, [.consent])
        case .refugee: ("REF", .init("COMAR o ACNUR", "COMAR or UNHCR"), 60, [.law, .consent])
        case .assistedReturn:
            (
                "RVA", .init("retorno voluntario asistido", "assisted voluntary return"), 1440,
                [.consent]
            )
        case .search:
            ("BUS", .init("comisión de búsqueda", "search commission"), 60, [.law, .consent])
        case .paisano: ("PAI", .init("Programa Paisano", "Programa Paisano"), 1440, [.consent])
        case .diningHall: ("CMD", .init("comedor", "dining hall"), 60, [.consent])
        }
    }
}

/// Why a referral may be made.
///
/// LGPDPPSO 2025, arts. 7 and 16: consent, a medical emergency, a law; for children, their best
/// interest (LGDNNA).
package enum Basis: String, Code { case consent, emergency, law, bestInterest }

/// Where a referral stands.
package enum ReferralState: String, Code {
    case sent, accepted, arrived, didNotArrive, refusedByPerson, refusedByProvider, withdrawn,
        closed

    /// Somebody still has to do something about it.
    package var isOpen: Bool { self == .sent || self == .accepted }
    /// A place is kept, or taken.
    package var holdsPlace: Bool { self == .sent || self == .accepted || self == .arrived }
}

/// What an institution or the person says of a referral.
package enum ReferralAnswer: String, Code {
    case accepted, refusedByPerson, refusedByProvider, arrived, didNotArrive

    package var label: Bilingual { state.label }

    /// The state it leads to.
    var state: ReferralState {
        switch self {
        case .accepted: .accepted
        case .refusedByPerson: .refusedByPerson
        case .refusedByProvider: .refusedByProvider
        case .arrived: .arrived
        case .didNotArrive: .didNotArrive
        }
    }
}

/// How a referral ended.
package enum ReferralOutcome: String, Code {
    case attended, notNeeded, handedOver, expired, left, other
}
