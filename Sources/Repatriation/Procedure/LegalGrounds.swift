/// On what each rule of the other tables rests.
extension Lane {
    /// Why it is opened.
    package var why: Bilingual {
        switch self {
        case .child:
            Bilingual(
                "Quien viene sola o solo y no ha cumplido 18 no espera, no se entrega a quien "
                    + "pregunta, y sale sólo con protección de la infancia.",
                "Whoever is under 18 and comes alone does not wait, is not handed to whoever asks, "
                    + "and leaves only with child protection.")
        case .health:
            Bilingual(
                "La salud se atiende antes que los papeles.", "Health comes before papers.")
        case .sanitary:
            Bilingual(
                "Un filtro sanitario tiene principio y fin.", "A health filter has a start and end."
            )
        case .reserved:
            Bilingual(
                "Lo que se cuenta a solas se queda a solas.",
                "What is told behind a door stays there.")
        case .warrant:
            Bilingual(
                "Una orden la cumple la autoridad; la mesa no detiene a nadie.",
                "A warrant is the authority's to carry out; the desk holds nobody.")
        case .language:
            Bilingual(
                "Nadie firma lo que no entiende.", "Nobody signs what they do not understand.")
        case .nationality:
            Bilingual(
                "La duda tiene motivo, plazo y quien decide.",
                "A doubt has a reason, a term and somebody who decides.")
        case .foreign:
            Bilingual(
                "A quien no es de México se le pregunta si teme volver, y no queda sin registro.",
                "Whoever is not of Mexico is asked whether they fear to go back, and is on record.")
        }
    }

    /// On what it rests.
    package var grounds: [LegalGround] {
        switch self {
        case .child: [.child, .childProtection]
        case .health, .sanitary: [.arrangements, .sensitiveData]
        case .reserved: [.victims, .trafficking, .sensitiveData]
        case .warrant: [.entry]
        case .language: [.ownLanguage, .languageNoProof]
        case .nationality: [.entry, .mexicanByBirth]
        case .foreign: [.refugees, .entry]
        }
    }
}

extension AlertKind {
    /// On what it rests.
    package var grounds: [LegalGround] {
        switch self {
        case .childBook, .childWaiting, .childOnTheWay, .familySplit: [.child, .childProtection]
        case .vitalEmergency: [.arrangements, .sensitiveData]
        case .nationalityDue: [.entry]
        case .notMexican: [.entry, .refugees]
        case .unlocated: [.arrangements, .missing]
        case .outOfHours, .notBalanced, .paperUndelivered: [.arrangements]
        case .reserved: [.victims, .trafficking]
        case .askedFor, .sameVisitor: [.personalData, .trafficking]
        case .rightsDue, .leftPending: [.personalData]
        case .stockLow, .insideLong: [.sphere]
        case .absentTwice, .answersMissing, .clockInDoubt, .backupOld, .deskIdle, .diskLow,
            .doseDue,
            .filterEnds, .pastTarget, .peak, .pointSilent, .providerFull, .referralsLate,
            .toConfirm, .transferLate:
            [.alarmManagement, .ownCriterion]
        }
    }
}

extension ReferralKind {
    /// On what it rests.
    package var legalGrounds: [LegalGround] {
        switch self {
        case .childProtection: [.child, .childProtection]
        case .trafficking: [.trafficking]
        case .kidnapping, .victims, .womensRefuge, .complaint: [.victims]
        case .refugee, .assistedReturn: [.refugees]
        case .search: [.missing]
        case .interpreter: [.ownLanguage]
        case .shelter, .medical, .emergency, .psychological, .beta, .identity, .welfare,
            .socialSecurity, .job, .skills, .schooling, .transport, .family, .legal, .authority,
            .stateLiaison, .paisano, .diningHall:
            [.population]
        }
    }
}
