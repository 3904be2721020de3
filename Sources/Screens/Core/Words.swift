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

/// What the message line says after a command.
enum Answers {
    /// A desk that was opened, with the officer's others and other terminals.
    private static func opened(_ number: Int, _ result: [String: JSON]) -> Bilingual {
        let others = (result["alsoAt"]?.elements ?? []).compactMap(\.text).joined(separator: ", ")
        if !others.isEmpty {
            return Bilingual(
                "Ventanilla \(number) abierta. También tiene abierta: \(others). F9 t la cierra.",
                "Desk \(number) open. You also have open: \(others). F9 t closes it.")
        }
        guard result["again"] == true else {
            return Bilingual("Ventanilla \(number) abierta.", "Desk \(number) open.")
        }
        return Bilingual(
            "La ventanilla \(number) ya estaba abierta a su nombre, quizá en otra terminal.",
            "Desk \(number) was open in your name, perhaps at another terminal.")
    }

    static func words(_ command: Command, changed: Bool, _ result: [String: JSON]) -> Bilingual? {
        func number(_ key: String) -> String { result[key]?.integer.map(String.init) ?? "" }
        func text(_ key: String) -> String { result[key]?.text ?? "" }
        switch command {
        case .desk(_, .open(let number, _)):
            return opened(number, result)
        case .desk(_, .callNext):
            let along = (result["receptions"]?.elements?.count ?? 1) - 1
            let family = along > 0 ? Bilingual(" y su familia (\(along))", " and family (\(along))") : Bilingual("", "")
            return Bilingual(
                "Llame a la \(number("ticket"))\(family.es).", "Call \(number("ticket"))\(family.en).")
        case .reception(_, .receive):
            if result["already"] == true {
                return Bilingual(
                    "Ya estaba recibida: ficha \(number("ticket")).", "Already received: ticket \(number("ticket")).")
            }
            return Bilingual("Recibida: ficha \(number("ticket")).", "Received: ticket \(number("ticket")).")
        case .group(.addOffList):
            return Bilingual("Agregada: ficha \(number("ticket")).", "Added: ticket \(number("ticket")).")
        case .group(.announce):
            if result["outOfHours"] == true {
                return Bilingual(
                    "\(text("name")) anunciado FUERA DE HORARIO: avise a consulado y enlace.",
                    "\(text("name")) announced OUT OF HOURS: tell consulate and liaison.")
            }
            return Bilingual("\(text("name")) anunciado.", "\(text("name")) announced.")
        case .group(.headCount):
            let difference = result["difference"]?.integer ?? 0
            return difference == 0
                ? Bilingual("El conteo coincide.", "The count agrees.")
                : Bilingual(
                    "Diferencia con las recibidas: \(difference).", "Difference with those received: \(difference).")
        case .reception(_, .release) where result["pending"] == "confirmation":
            return Bilingual(
                "Falta que otra persona la confirme en 10 min: «k».", "Somebody else has to confirm within 10 min: «k»."
            )
        case .care(.refer):
            if case .null? = result["referral"] { return Bilingual("Anotado: no aceptó.", "Noted: declined.") }
            return result["providerOpen"] == false
                ? Bilingual("Canalizada; a esta hora está cerrado.", "Referred; it is closed at this hour.")
                : Bilingual("Canalizada.", "Referred.")
        case .care(.answerReferral) where result["next"]?.integer != nil:
            return Bilingual("Anotado. Hay otra institución: «n».", "Noted. There is another institution: «n».")
        case .care(.withdrawConsent):
            let stands = result["stands"]?.elements?.count ?? 0
            return stands == 0
                ? Bilingual("Se detuvo lo que dependía de su consentimiento.", "What rested on consent was stopped.")
                : Bilingual(
                    "Se detuvo lo consentido; sigue en pie \(stands) por ley o urgencia.",
                    "What was consented is stopped; \(stands) stand by law or emergency.")
        case .care(.giveHelp):
            let people = result["people"]?.integer ?? 0
            return people == 1
                ? Bilingual("Apoyo anotado.", "Help noted.")
                : Bilingual("Apoyo anotado a \(people) personas.", "Help noted for \(people) people.")
        case .care(.claimProperty):
            let due = result["due"]?.text.flatMap { CivilDate(text: $0) }?.shown ?? ""
            return Bilingual(
                "Reclamo hasta el \(due). ¿El autobús sigue en la línea? Pida la bolsa ahora.",
                "Claim until \(due). Is the bus still at the line? Ask for the bag now.")
        case .inquiry(.record):
            return Bilingual(
                "Anotado. «Tomo sus datos y un oficial le avisa. No puedo confirmar quién está aquí.»",
                "Noted. «I take your details and an officer will call you. I cannot confirm who is here.»")
        case .reception(_, .tickLane(.acta, _)):
            return Bilingual(
                "Acta \(text("folio")): «f» cuando la firmen.", "Record \(text("folio")): «f» when signed.")
        case .reception(_, .correctAge) where result["pending"] == "confirmation":
            return Bilingual(
                "Otra persona lo confirma, una de las dos jefatura: «k». Hasta entonces, menor.",
                "Somebody else confirms, one of the two a lead: «k». Until then, a child.")
        case .reception(_, .correctAge):
            return result["child"] == true
                ? Bilingual("Edad anotada: se le trata como menor.", "Age noted: treated as a child.")
                : Bilingual("Edad anotada.", "Age noted.")
        case .reception(_, .leaveAnyway(let leaving)):
            let how = CodeWords.of(leaving.release.how)
            return Bilingual("Salió: \(how.es). Queda en seguimiento.", "Left: \(how.en). On the follow-up list.")
        case .reception(_, .screen):
            return Bilingual("Guardado.", "Kept.")
        case .followUp(.ask):
            let due = result["due"]?.text.flatMap { CivilDate(text: $0) }?.shown ?? ""
            return Bilingual("Se le contacta el \(due).", "To be contacted on \(due).")
        case .confirm where changed: return Bilingual("Confirmada.", "Confirmed.")
        case .reception(_, .issueCertificate):
            return Bilingual("Constancia \(text("folio")).", "Certificate \(text("folio")).")
        case .reception(_, .triage):
            return Bilingual("Meta \(number("targetMinutes")) min.", "Target \(number("targetMinutes")) min.")
        case .reception(_, .saveProfile):
            let missing = result["missing"]?.elements?.compactMap(\.text) ?? []
            return missing.isEmpty
                ? Bilingual("Entrevista completa.", "Interview complete.") : stillMissing(missing)
        case .reception(_, .setNationality(let nationality, let proof, _, _, _)):
            let what = CodeWords.of(nationality)
            let how = proof.map { CodeWords.of($0) } ?? Bilingual("", "")
            return Bilingual(
                "Nacionalidad: \(what.es)\(how.es.isEmpty ? "" : ", \(how.es)").",
                "Nationality: \(what.en)\(how.en.isEmpty ? "" : ", \(how.en)").")
        case .reception(_, .setFamily):
            return result["doubts"]?.elements?.isEmpty == false
                ? Bilingual(
                    "Familia unida. Las edades no cuadran con el parentesco: revíselas.",
                    "Joined as a family. The ages do not fit the tie: look at them.")
                : Bilingual("Familia unida: se les llama juntas.", "Joined as a family: they are called together.")
        case .reception(_, .linkPerson) where changed:
            return Bilingual("Unida a quien vino antes.", "Linked to who came before.")
        case .reception(_, .unlinkPerson) where changed:
            return Bilingual("Separada de quien vino antes.", "Apart from who came before.")
        case .reception(_, .notSamePerson): return Bilingual("Anotado: no es la misma.", "Noted: not the same.")
        case .reception(_, .startInterview) where changed: return Bilingual("En entrevista.", "In interview.")
        case .reception(_, .takeOver) where changed: return Bilingual("Ahora es suya.", "Now it is yours.")
        case .reception(_, .assignInterpreter): return Bilingual("Intérprete anotado.", "Interpreter noted.")
        case .desk(_, .confirmClock):
            return changed
                ? Bilingual("La hora queda confirmada.", "The hour is confirmed.")
                : Bilingual("El reloj no está en duda.", "The clock is not in doubt.")
        case .undo:
            return changed ? Bilingual("Deshecho.", "Undone.") : Bilingual("Ya estaba deshecho.", "Already undone.")
        default: return changed ? Bilingual("Hecho.", "Done.") : Bilingual("Ya estaba así.", "It was so already.")
        }
    }
    /// What the desk asks while nobody vouches for the hour.
    static let clockInDoubt = Bilingual(
        "¿Es la hora correcta? Edades y fichas siguen con el último día seguro; la jefatura confirma: F9 t, «h».",
        "Is the hour right? Ages and tickets stay with the last sure day; the lead confirms: F9 t, «h».")

    /// The paper that a command issued or asked for again: it is printed, and stays in the tray until it is delivered.
    static func paper(_ command: Command, _ result: [String: JSON]) -> Identifier<Paper>? {
        switch command {
        case .paper(.reprint(let id)): id
        case .reception(_, .issueCertificate), .reception(_, .tickLane(.acta, _)), .care(.claimProperty):
            result["paper"]?.integer.map(Identifier.init)
        default: nil
        }
    }

    /// The first of what is missing by name, and how many more.
    private static func stillMissing(_ fields: [String]) -> Bilingual {
        let labels = fields.compactMap { ProfileField(rawValue: $0)?.question.label }
        let more = labels.count > 2 ? labels.count - 2 : 0
        func sentence(_ names: [String], _ start: String, _ others: String) -> String {
            "\(start)\(names.prefix(2).joined(separator: ", "))\(more > 0 ? others : "")."
        }
        return Bilingual(
            sentence(labels.map(\.es), "Guardado. Falta: ", " y \(more) más"),
            sentence(labels.map(\.en), "Saved. Missing: ", " and \(more) more"))
    }
}
