import Repatriation

/// Days as the desk writes them.
enum Dates {
    private static let days = [
        Bilingual("dom", "Sun"), Bilingual("lun", "Mon"), Bilingual("mar", "Tue"), Bilingual("mié", "Wed"),
        Bilingual("jue", "Thu"), Bilingual("vie", "Fri"), Bilingual("sáb", "Sat"),
    ]
    private static let months = [
        Bilingual("ene", "Jan"), Bilingual("feb", "Feb"), Bilingual("mar", "Mar"), Bilingual("abr", "Apr"),
        Bilingual("may", "May"), Bilingual("jun", "Jun"), Bilingual("jul", "Jul"), Bilingual("ago", "Aug"),
        Bilingual("sep", "Sep"), Bilingual("oct", "Oct"), Bilingual("nov", "Nov"), Bilingual("dic", "Dec"),
    ]

    /// `sáb 21 nov`.
    static func short(_ day: CivilDate, _ language: Language) -> String {
        "\(days[day.weekday](language)) \(day.day) \(months[day.month - 1](language))"
    }

    /// Waits as `h:mm`.
    static func wait(_ seconds: Int) -> String { "\(seconds / 3600):\(padded(seconds / 60 % 60, 2))" }
}

/// Words for codes, as screens show them.
package enum CodeWords {
    /// The codes of a field in words; nil for a field of none.
    package static func of(_ codes: String, of field: String, in kind: EntityKind = .reception) -> Bilingual? {
        let words: [Bilingual?] = codes.split(separator: ",").map { code in
            kind == .reception ? CodeWords.words(String(code), field) : CodeWords.words(String(code), field, kind)
        }
        guard !words.isEmpty, words.allSatisfy({ $0 != nil }) else { return nil }
        let known = words.compactMap { $0 }
        return Bilingual(known.map(\.es).joined(separator: ", "), known.map(\.en).joined(separator: ", "))
    }

    private static func words(_ code: String, _ field: String) -> Bilingual? {
        switch field {
        case "flags", "suggested": Flag(rawValue: code).map(of)
        case "stage": Stage(rawValue: code).map(StageLabel.of)
        case "belongings": Belongings(rawValue: code).map { of($0) }
        case "place": Place(rawValue: code).map(of)
        case "exit": Exit(rawValue: code).map(of)
        case "proof": Proof(rawValue: code).map(of)
        case "nationality": Nationality(rawValue: code).map { of($0) }
        case "pause": Pause(rawValue: code).map(of)
        case "notice": Notice(rawValue: code).map(of)
        case "interpreterMedium": Medium(rawValue: code).map(of)
        case "opposes": Opposition(rawValue: code)?.label
        case "priority": PriorityLabel.staff(code)
        case "absence": Absence(rawValue: code).map(of)
        case "escort": Escort(rawValue: code).map(of)
        case "ageSource": AgeSource(rawValue: code)?.label
        case "groupAnswers": ProfileField(rawValue: code)?.question.label
        case "sex": Sex(rawValue: code).map { of($0) }
        default: nil
        }
    }

    /// The same for what belongs to a reception.
    private static func words(_ code: String, _ field: String, _ kind: EntityKind) -> Bilingual? {
        switch (kind, field) {
        case (.referral, "kind"): ReferralKind(rawValue: code)?.label
        case (.laneTick, "step"): LaneStep(rawValue: code)?.label
        case (.laneTick, "outcome"): TickOutcome(rawValue: code)?.label
        case (.followUp, "pending"): Pending(rawValue: code)?.label
        case (.screening, "indicators"): Indicator(rawValue: code)?.label
        case (.screening, "interviewer"): InterviewerChoice(rawValue: code)?.label
        case (.propertyClaim, "missing"): Property(rawValue: code)?.label
        case (.bag, "cause"): BagCause(rawValue: code)?.label
        default: nil
        }
    }

    static func of(_ sex: Sex) -> Bilingual { FormLists.shipped.words(sex.rawValue, ProfileField.sex.question) }

    static func of(_ absence: Absence) -> Bilingual {
        switch absence {
        case .notDelivered: Bilingual("EUA no la entregó", "not delivered by the US")
        case .leftBeforeRollCall: Bilingual("estaba en la línea y ya no está", "was at the line and is gone")
        case .unknown: Bilingual("no se sabe", "not known")
        }
    }

    static func of(_ escort: Escort) -> Bilingual {
        switch escort {
        case .offered: Bilingual("ofrecido", "offered")
        case .accepted: Bilingual("aceptado", "accepted")
        case .declined: Bilingual("no lo quiso", "declined")
        }
    }

    static func of(_ medium: Medium) -> Bilingual {
        switch medium {
        case .present: Bilingual("presencial", "in person")
        case .phone: Bilingual("teléfono", "phone")
        case .video: Bilingual("video", "video")
        case .companion: Bilingual("acompañante del grupo", "companion of the group")
        }
    }

    static func of(_ notice: Notice) -> Bilingual {
        switch notice {
        case .read: Bilingual("leído", "read aloud")
        case .handed: Bilingual("entregado", "handed over")
        case .ownLanguage: Bilingual("en su lengua", "in own language")
        case .interpreted: Bilingual("con intérprete", "interpreted")
        }
    }

    static func of(_ flag: Flag) -> Bilingual {
        switch flag {
        case .vitalEmergency: Bilingual("urgencia vital", "life-threatening")
        case .unaccompaniedChild: Bilingual("NNA sola/o", "child alone")
        case .medical: Bilingual("médico o medicina", "doctor or medicine")
        case .pregnant: Bilingual("embarazo", "pregnant")
        case .disability: Bilingual("discapacidad", "disability")
        case .older: Bilingual("persona mayor", "older person")
        case .reserved: Bilingual("atención reservada", "reserved attention")
        case .smallChildren: Bilingual("con niñas o niños pequeños", "with small children")
        case .noSpanish: Bilingual("no entiende español", "no Spanish")
        case .deaf: Bilingual("no oye", "does not hear")
        case .warrant: Bilingual("mandamiento (sólo jefatura)", "court order (lead only)")
        case .familySplit: Bilingual("familia separada", "family split")
        }
    }

    /// In ten columns, for lists.
    static func short(_ flag: Flag) -> Bilingual {
        switch flag {
        case .vitalEmergency: Bilingual("urgencia", "emergency")
        case .unaccompaniedChild: Bilingual("NNA sola/o", "child")
        case .medical: Bilingual("salud", "health")
        case .pregnant: Bilingual("embarazo", "pregnant")
        case .disability: Bilingual("discapac.", "disability")
        case .older: Bilingual("mayor", "older")
        case .reserved: Bilingual("reservada", "reserved")
        case .smallChildren, .familySplit: Bilingual("familia", "family")
        case .noSpanish: Bilingual("lengua", "language")
        case .deaf: Bilingual("no oye", "deaf")
        case .warrant: Bilingual("jefatura", "lead")
        }
    }

    static func of(_ belongings: Belongings?) -> Bilingual {
        switch belongings {
        case .all?: Bilingual("todo", "all")
        case .part?: Bilingual("parte", "part")
        case Belongings.none?: Bilingual("falta todo", "all missing")
        case .hadNone?: Bilingual("no traía", "had none")
        case nil: Bilingual("?", "?")
        }
    }

    static func of(_ place: Place) -> Bilingual {
        switch place {
        case .roomA: Bilingual("sala A", "room A")
        case .roomB: Bilingual("sala B", "room B")
        case .dining: Bilingual("comedor", "dining room")
        case .washroom: Bilingual("baño", "washroom")
        case .infirmary: Bilingual("enfermería", "infirmary")
        case .childrensRoom: Bilingual("cuarto NNA", "children's room")
        case .privateInterview: Bilingual("entrevista privada", "private interview")
        case .dormitory: Bilingual("dormitorio", "dormitory")
        case .yard: Bilingual("patio", "yard")
        case .hospital: Bilingual("hospital", "hospital")
        case .transfer: Bilingual("traslado", "transfer")
        }
    }

    static func of(_ exit: Exit) -> Bilingual {
        switch exit {
        case .ownMeans: Bilingual("por su cuenta", "own means")
        case .bus: Bilingual("autobús", "bus")
        case .flight: Bilingual("vuelo", "flight")
        case .shelter: Bilingual("albergue o centro", "shelter or centre")
        case .relative: Bilingual("familiar", "relative")
        case .dif: Bilingual("DIF", "DIF")
        case .hospital: Bilingual("hospital", "hospital")
        case .authority: Bilingual("autoridad", "authority")
        case .ownDecision: Bilingual("se retiró por decisión propia", "left on their own decision")
        case .unknown: Bilingual("se desconoce (avisa)", "not known (raises an alert)")
        case .died: Bilingual("fallecimiento", "death")
        case .notAdmitted: Bilingual("no admitida, vuelve con autoridad de EUA", "not admitted, back to US authority")
        }
    }

    static func of(_ proof: Proof) -> Bilingual {
        switch proof {
        case .passport: Bilingual("pasaporte", "passport")
        case .citizenId: Bilingual("cédula de identidad", "identity card")
        case .birthCertificate: Bilingual("acta de nacimiento", "birth certificate")
        case .consularId: Bilingual("matrícula consular", "consular ID")
        case .naturalisation: Bilingual("carta de naturalización", "naturalisation letter")
        case .certificate: Bilingual("certificado de nacionalidad", "nationality certificate")
        case .photoCURP: Bilingual("CURP con fotografía", "CURP with photograph")
        case .otherDocument: Bilingual("otro documento", "other document")
        case .conviction: Bilingual("elementos de convicción", "objective elements")
        }
    }

    static func of(_ nationality: Nationality?) -> Bilingual {
        switch nationality {
        case .accredited?: Bilingual("acreditada", "accredited")
        case .pending?: Bilingual("por acreditar", "pending")
        case .notAccredited?: Bilingual("no acreditada", "not accredited")
        case .foreign?: Bilingual("persona extranjera", "foreign")
        case nil: Bilingual("?", "?")
        }
    }

    static func of(_ pause: Pause) -> Bilingual {
        switch pause {
        case .washroom: Bilingual("baño", "washroom")
        case .doctor: Bilingual("médico", "doctor")
        case .call: Bilingual("llamada", "call")
        case .interpreter: Bilingual("intérprete", "interpreter")
        case .opi: Bilingual("OPI", "OPI")
        case .authority: Bilingual("autoridad", "authority")
        case .asleep: Bilingual("duerme", "asleep")
        }
    }

    static func of(_ mode: Mode) -> Bilingual {
        switch mode {
        case .bus: Bilingual("autobús", "bus")
        case .van: Bilingual("camioneta", "van")
        case .foot: Bilingual("a pie", "on foot")
        case .flight: Bilingual("vuelo", "flight")
        case .notStated: Bilingual("?", "?")
        }
    }
}
