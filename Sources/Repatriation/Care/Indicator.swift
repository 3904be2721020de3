/// A prompt of the reserved form: something that was seen or told. No score is made of them and
/// none decides.
///
/// Sources: the short lists of UNODC, IOM and Polaris for trafficking; the cases documented at the
/// border points for kidnapping and extortion. UNODC warns that indicators are limited and point,
/// never prove.
package enum Indicator: String, Code {
    case documentsHeld, debt, falsePromise, unpaid, longHours, guarded, noMovement, threats,
        authorityThreats, marks,
        isolated, scripted, noAddress, ageMismatch, childAtWork, forcedBegging, sexual,
        forcedMarriage, organs, moved,
        branded, fearsSomebody, moneyHeld, rescuedBefore
    case ransomAsked, phoneTaken, heldAfterCrossing, movedByForce, restrained, falseTransport,
        followed, coached,
        takenFromGroup, ransomPending, fearsLeaving, familyMissing

    /// Which crime it points to.
    package var crime: ReferralKind {
        let kidnapping: Set<Indicator> = [
            .ransomAsked, .phoneTaken, .heldAfterCrossing, .movedByForce, .restrained,
            .falseTransport, .followed,
            .coached, .takenFromGroup, .ransomPending, .fearsLeaving, .familyMissing,
        ]
        return kidnapping.contains(self) ? .kidnapping : .trafficking
    }

    /// The prompt, in few words.
    package var label: Bilingual {
        switch self {
        case .documentsHeld: .init("alguien tiene sus papeles", "somebody holds their papers")
        case .debt: .init("debe a quien lo llevó", "owes whoever recruited them")
        case .falsePromise: .init("le prometieron otro trabajo", "was promised other work")
        case .unpaid: .init("no le pagaban, o le retenían", "was not paid, or pay was kept")
        case .longHours: .init("jornadas sin descanso", "hours without rest")
        case .guarded: .init("lugar cerrado o vigilado", "locked or guarded place")
        case .noMovement: .init("no podía salir", "could not go out")
        case .threats: .init("amenazas a ella o su familia", "threats to them or family")
        case .authorityThreats: .init("amenaza con la autoridad", "threatened with the authorities")
        case .marks: .init("marcas de violencia", "marks of violence")
        case .isolated: .init("sin teléfono ni contacto", "no phone, no contact")
        case .scripted: .init("alguien habla por ella", "somebody speaks for them")
        case .noAddress: .init("no sabe dónde vivía", "does not know where they lived")
        case .ageMismatch: .init("la edad no cuadra", "the age does not fit")
        case .childAtWork: .init("menor en trabajo de adultos", "child in adult work")
        case .forcedBegging: .init("obligada a pedir o delinquir", "made to beg or offend")
        case .sexual: .init("señales de explotación sexual", "signs of sexual exploitation")
        case .forcedMarriage: .init("matrimonio forzado", "forced marriage")
        case .organs: .init("le hablaron de órganos", "talk of organs")
        case .moved: .init("la cambiaban de lugar", "moved from place to place")
        case .branded: .init("tatuaje o marca de otros", "branded by others")
        case .fearsSomebody: .init("teme a una tercera persona", "fears a third person")
        case .moneyHeld: .init("otro tiene su dinero o teléfono", "another holds money or phone")
        case .rescuedBefore: .init("ya fue rescatada antes", "was rescued before")
        case .ransomAsked: .init("pidieron dinero a su familia", "money was asked of the family")
        case .phoneTaken: .init("le quitaron teléfono o números", "phone or numbers were taken")
        case .heldAfterCrossing: .init("retenida en casa de seguridad", "held in a safe house")
        case .movedByForce: .init("llevada a la fuerza", "taken by force")
        case .restrained: .init("heridas o ataduras", "wounds or restraints")
        case .falseTransport:
            .init("taxi, albergue o familiar falso", "false taxi, shelter or relative")
        case .followed: .init("vigilada o seguida a la salida", "watched or followed at the exit")
        case .coached: .init("le dijeron «di que soy tu tío»", "told to say «he is my uncle»")
        case .takenFromGroup:
            .init("bajada de un autobús o terminal", "taken off a bus or terminal")
        case .ransomPending: .init("rescate pagado o pendiente", "ransom paid or pending")
        case .fearsLeaving: .init("miedo a salir del edificio", "afraid to leave the building")
        case .familyMissing: .init("falta alguien de su familia", "a relative is missing")
        }
    }
}

/// Who the person wants to be interviewed by.
package enum InterviewerChoice: String, Code {
    case woman, man, either

    /// As the form says it.
    package var label: Bilingual {
        switch self {
        case .woman: Bilingual("una mujer", "a woman")
        case .man: Bilingual("un hombre", "a man")
        case .either: Bilingual("es igual", "either")
        }
    }
}
