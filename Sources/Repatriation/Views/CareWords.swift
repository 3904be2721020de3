/// The codes of help, lanes, referrals and what is asked later, in words: a code without words does
/// not compile.
extension FollowUpField {
    /// As it is asked; the answers are yes, no, and the open ones.
    package var label: Bilingual {
        switch self {
        case .arrived: .init("¿Llegó a donde iba?", "Reached where they were bound?")
        case .withFamily: .init("¿Está con su familia?", "With the family?")
        case .papers: .init("¿Tiene sus documentos?", "Has their papers?")
        case .health: .init("¿Tiene atención de salud?", "Has health care?")
        case .work: .init("¿Trabaja o estudia?", "Works or studies?")
        case .safe: .init("¿Está en un lugar seguro?", "In a safe place?")
        }
    }
}

extension FollowUpCause {
    package var label: Bilingual {
        switch self {
        case .release: .init("salida", "exit")
        case .referral: .init("canalización", "referral")
        case .leftPending: .init("se retiró con pendientes", "left with something pending")
        }
    }
}

extension FollowUpOutcome {
    package var label: Bilingual {
        switch self {
        case .well: .init("está bien", "is well")
        case .needsHelp: .init("necesita apoyo", "needs help")
        case .notReached: .init("no contestó", "did not answer")
        case .wrongContact: .init("no es su contacto", "not their contact")
        case .declined: .init("no quiso hablar", "did not want to talk")
        }
    }
}

extension HelpKind {
    package var label: Bilingual {
        switch self {
        case .food: .init("comida", "food")
        case .water: .init("agua", "water")
        case .call: .init("llamada", "phone call")
        case .hygieneKit: .init("kit de higiene", "hygiene kit")
        case .clothing: .init("ropa", "clothes")
        case .medicalCare: .init("atención médica", "medical care")
        case .psychologicalCare: .init("atención psicológica", "psychological care")
        case .curpPrint: .init("CURP impresa", "printed CURP")
        case .birthCertificate: .init("acta de nacimiento", "birth certificate")
        case .welfareCard: .init("tarjeta Paisano", "Paisano card")
        case .socialSecurity: .init("alta en el IMSS", "social security")
        case .phoneChip: .init("chip telefónico", "phone chip")
        case .localTransfer: .init("traslado local", "local transfer")
        case .ticket: .init("boleto", "ticket")
        case .orientation: .init("orientación", "orientation")
        case .blanket: .init("cobija", "blanket")
        case .busDiscount: .init("descuento de autobús", "bus discount")
        case .firstAid: .init("primeros auxilios", "first aid")
        case .printedMaterial: .init("material impreso", "printed material")
        case .fundsTransfer: .init("envío de dinero", "money transfer")
        case .financialServices: .init("servicios financieros", "financial services")
        case .schoolAdvice: .init("orientación educativa", "schooling advice")
        }
    }
}

extension Property {
    package var label: Bilingual {
        switch self {
        case .money: .init("dinero", "money")
        case .identification: .init("identificación", "identification")
        case .phone: .init("teléfono", "phone")
        case .medicines: .init("medicinas", "medicines")
        case .clothes: .init("ropa", "clothes")
        case .other: .init("otra cosa", "something else")
        }
    }
}

extension BagCause {
    package var label: Bilingual {
        switch self {
        case .hospital: .init("está en el hospital", "in hospital")
        case .authority: .init("con autoridad", "with an authority")
        case .leftBehind: .init("la dejó o no llegó", "left it, or did not come")
        case .unclaimed: .init("nadie la reclama", "nobody claims it")
        }
    }
}

extension InquiryWishes {
    package var label: Bilingual {
        switch self {
        case .meets: .init("quiere verle", "wants to meet")
        case .declines: .init("no quiere verle", "does not want to meet")
        case .expectsNobody: .init("no espera a nadie", "expects nobody")
        case .notHere: .init("no es de aquí", "not somebody of here")
        }
    }
}

extension Lane {
    package var label: Bilingual {
        switch self {
        case .child: .init("NNA", "child")
        case .health: .init("salud", "health")
        case .sanitary: .init("filtro sanitario", "sanitary filter")
        case .reserved: .init("atención reservada", "reserved attention")
        case .warrant: .init("mandamiento", "warrant")
        case .language: .init("lengua", "language")
        case .nationality: .init("nacionalidad por acreditar", "nationality pending")
        case .foreign: .init("persona extranjera", "foreign person")
        }
    }
}

extension TickOutcome {
    package var label: Bilingual {
        switch self {
        case .homonym: .init("homónimo descartado", "somebody else of that name")
        case .same: .init("es la misma persona", "the same person")
        case .afraid: .init("sí teme: COMAR, y no al consulado", "afraid: COMAR, and no consulate")
        case .notAfraid: .init("no teme", "not afraid")
        }
    }
}

extension NoticeMedium {
    package var label: Bilingual {
        switch self {
        case .phone: .init("teléfono", "phone")
        case .message: .init("mensaje", "message")
        case .email: .init("correo", "e-mail")
        case .present: .init("en persona", "in person")
        case .paper: .init("oficio", "letter")
        }
    }
}

extension AgeSource {
    package var label: Bilingual {
        switch self {
        case .said: .init("lo dijo", "said it")
        case .appearance: .init("parece menor", "seems younger")
        case .document: .init("documento", "document")
        case .procuraduria: .init("decisión de la Procuraduría", "decision of the Procuraduría")
        }
    }
}

extension Pending {
    package var label: Bilingual {
        switch self {
        case .nationality: .init("nacionalidad", "nationality")
        case .profile: .init("entrevista", "interview")
        case .certificate: .init("constancia", "certificate")
        case .inquiry: .init("preguntan por la persona", "somebody asks for them")
        case .belongings: .init("pertenencias", "belongings")
        case .health: Lane.health.label
        case .sanitary: Lane.sanitary.label
        case .reserved: Lane.reserved.label
        case .warrant: Lane.warrant.label
        case .language: Lane.language.label
        case .foreign: Lane.foreign.label
        }
    }
}

extension ProviderKind {
    package var label: Bilingual {
        switch self {
        case .shelter: .init("albergue o centro", "shelter or centre")
        case .hospital: .init("hospital o clínica", "hospital or clinic")
        case .childProtection: .init("Procuraduría y DIF", "child protection")
        case .beta: .init("Grupos Beta", "Grupos Beta")
        case .prosecutor: .init("fiscalía", "prosecutor")
        case .victims: ReferralKind.victims.label
        case .employment: .init("empleo", "employment")
        case .education: .init("educación", "education")
        case .busLine: .init("línea de autobuses", "bus line")
        case .consulate: .init("consulado", "consulate")
        case .ngo: .init("organización civil", "civil organisation")
        case .registry: .init("registro civil", "civil registry")
        case .welfare: .init("programas sociales", "social programmes")
        case .socialSecurity: .init("seguridad social", "social security")
        case .liaison: .init("enlace estatal", "state liaison")
        case .interpreters: .init("intérpretes", "interpreters")
        case .refugees: .init("COMAR o ACNUR", "COMAR or UNHCR")
        case .migration: .init("migración", "migration")
        case .humanRights: .init("derechos humanos", "human rights")
        case .search: .init("comisión de búsqueda", "search commission")
        }
    }
}

extension Basis {
    package var label: Bilingual {
        switch self {
        case .consent: .init("con su consentimiento", "by consent")
        case .emergency: .init("urgencia médica", "medical emergency")
        case .law: .init("lo manda la ley", "by law")
        case .bestInterest: .init("interés superior de la niñez", "the child's best interest")
        }
    }
}

extension ReferralState {
    package var label: Bilingual {
        switch self {
        case .sent: .init("enviada", "sent")
        case .accepted: .init("aceptada", "accepted")
        case .arrived: .init("llegó", "arrived")
        case .didNotArrive: .init("no llegó", "did not arrive")
        case .refusedByPerson: .init("no quiso", "person declined")
        case .refusedByProvider: .init("no la recibieron", "not taken in")
        case .withdrawn: .init("retiró su consentimiento", "consent withdrawn")
        case .closed: .init("cerrada", "closed")
        }
    }
}

extension ReferralOutcome {
    package var label: Bilingual {
        switch self {
        case .attended: .init("la atendieron", "attended")
        case .notNeeded: .init("ya no hizo falta", "not needed any more")
        case .handedOver: .init("se entregó", "handed over")
        case .expired: .init("venció", "lapsed")
        case .left: .init("se fue", "left")
        case .other: .init("otro", "other")
        }
    }
}

extension Indicator {
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

extension InterviewerChoice {
    package var label: Bilingual {
        switch self {
        case .woman: .init("una mujer", "a woman")
        case .man: .init("un hombre", "a man")
        case .either: .init("es igual", "either")
        }
    }
}
