/// Each code in words, as screens and papers say it: a code without words does not compile.
extension Mode {
    package var label: Bilingual {
        switch self {
        case .bus: .init("autobús", "bus")
        case .van: .init("camioneta", "van")
        case .foot: .init("a pie", "on foot")
        case .flight: .init("vuelo", "flight")
        case .notStated: .init("no se dijo", "not stated")
        }
    }
}

extension Authority {
    package var label: Bilingual {
        switch self {
        case .ice: .init("ICE", "ICE")
        case .usbp: .init("USBP", "USBP")
        case .ofo: .init("OFO", "OFO")
        case .other: .init("otra", "other")
        case .notStated: .init("no se dijo", "not stated")
        }
    }
}

extension RollMark {
    package var label: Bilingual {
        belongings?.label ?? absence?.label ?? Bilingual(rawValue, rawValue)
    }
}

extension Belongings {
    package var label: Bilingual {
        switch self {
        case .all: .init("todo", "all")
        case .part: .init("parte", "part")
        case .none: .init("falta todo", "all missing")
        case .hadNone: .init("no traía", "had none")
        }
    }
}

extension Absence {
    package var label: Bilingual {
        switch self {
        case .notDelivered: .init("EUA no la entregó", "not delivered by the US")
        case .leftBeforeRollCall:
            .init("estaba en la línea y ya no está", "was at the line and is gone")
        case .unknown: .init("no se sabe", "not known")
        }
    }
}

extension Nationality {
    package var label: Bilingual {
        switch self {
        case .accredited: .init("acreditada", "accredited")
        case .pending: .init("por acreditar", "pending")
        case .notAccredited: .init("no acreditada", "not accredited")
        case .foreign: .init("persona extranjera", "foreign")
        }
    }
}

extension Proof {
    package var label: Bilingual {
        switch self {
        case .passport: .init("pasaporte", "passport")
        case .citizenId: .init("cédula de identidad", "identity card")
        case .birthCertificate: .init("acta de nacimiento", "birth certificate")
        case .consularId: .init("matrícula consular", "consular ID")
        case .naturalisation: .init("carta de naturalización", "naturalisation letter")
        case .certificate: .init("certificado de nacionalidad", "nationality certificate")
        case .photoCURP: .init("CURP con fotografía", "CURP with photograph")
        case .otherDocument: .init("otro documento", "other document")
        case .conviction: .init("elementos de convicción", "objective elements")
        }
    }
}

extension Flag {
    package var label: Bilingual {
        switch self {
        case .vitalEmergency: .init("urgencia vital", "life-threatening")
        case .unaccompaniedChild: .init("NNA sola/o", "child alone")
        case .medical: .init("médico o medicina", "doctor or medicine")
        case .pregnant: .init("embarazo", "pregnant")
        case .disability: .init("discapacidad", "disability")
        case .older: .init("persona mayor", "older person")
        case .reserved: .init("atención reservada", "reserved attention")
        case .smallChildren: .init("con niñas o niños pequeños", "with small children")
        case .noSpanish: .init("no entiende español", "no Spanish")
        case .deaf: .init("no oye", "does not hear")
        case .warrant: .init("mandamiento (sólo jefatura)", "court order (lead only)")
        case .familySplit: .init("familia separada", "family split")
        }
    }
}

extension Attention {
    package var label: Bilingual {
        switch self {
        case .general: .init("general", "general")
        case .priority: .init("prioritaria", "priority")
        case .opi: .init("OPI", "child protection")
        case .medical: .init("médica", "medical")
        }
    }
}

extension CountPlace {
    package var label: Bilingual {
        switch self {
        case .line: .init("en la línea", "at the line")
        case .room: .init("en la sala", "in the room")
        case .handover: .init("al entregar el turno", "at the hand-over")
        }
    }
}

extension Exit {
    package var label: Bilingual {
        switch self {
        case .ownMeans: .init("por su cuenta", "own means")
        case .bus: .init("autobús", "bus")
        case .flight: .init("vuelo", "flight")
        case .shelter: .init("albergue o centro", "shelter or centre")
        case .relative: .init("familiar", "relative")
        case .dif: .init("DIF", "DIF")
        case .hospital: .init("hospital", "hospital")
        case .authority: .init("autoridad", "authority")
        case .ownDecision: .init("se retiró por decisión propia", "left on their own decision")
        case .unknown: .init("se desconoce (avisa)", "not known (raises an alert)")
        case .died: .init("fallecimiento", "death")
        case .notAdmitted:
            .init(
                "no admitida, vuelve con autoridad de EUA", "not admitted, back to US authority")
        }
    }
}

extension Escort {
    package var label: Bilingual {
        switch self {
        case .offered: .init("ofrecido", "offered")
        case .accepted: .init("aceptado", "accepted")
        case .declined: .init("no lo quiso", "declined")
        }
    }
}

extension Place {
    package var label: Bilingual {
        switch self {
        case .roomA: .init("sala A", "room A")
        case .roomB: .init("sala B", "room B")
        case .dining: .init("comedor", "dining room")
        case .washroom: .init("baño", "washroom")
        case .infirmary: .init("enfermería", "infirmary")
        case .childrensRoom: .init("cuarto NNA", "children's room")
        case .privateInterview: .init("entrevista privada", "private interview")
        case .dormitory: .init("dormitorio", "dormitory")
        case .yard: .init("patio", "yard")
        case .hospital: .init("hospital", "hospital")
        case .transfer: .init("traslado", "transfer")
        }
    }
}

extension ServiceRoute {
    package var label: Bilingual {
        switch self {
        case .stays: .init("se queda", "stays")
        case .cardOnly: .init("sólo constancia", "card only")
        case .servicesOnly: .init("servicios sin cama", "services, no bed")
        case .goes: .init("sigue su camino", "goes on")
        }
    }
}

extension Pause {
    package var label: Bilingual {
        switch self {
        case .washroom: .init("baño", "washroom")
        case .doctor: .init("médico", "doctor")
        case .call: .init("llamada", "call")
        case .interpreter: .init("intérprete", "interpreter")
        case .opi: .init("OPI", "OPI")
        case .authority: .init("autoridad", "authority")
        case .asleep: .init("duerme", "asleep")
        }
    }
}

extension Stage {
    package var label: Bilingual {
        switch self {
        case .listed: .init("en lista", "listed")
        case .noShow: .init("no llegó", "did not come")
        case .received: .init("por valorar", "to be asked")
        case .waiting: .init("en espera", "waiting")
        case .called: .init("llamada", "called")
        case .inInterview: .init("en entrevista", "in interview")
        case .parked: .init("aparte", "set aside")
        case .registered: .init("registrada", "registered")
        case .inSupport: .init("en apoyos", "in support")
        case .released: .init("salió", "left")
        case .foreign: .init("persona extranjera", "foreign")
        case .notAccredited: .init("no acreditada", "not accredited")
        }
    }
}

extension GroupStage {
    package var label: Bilingual {
        switch self {
        case .announced: .init("anunciado", "announced")
        case .arrived: .init("llegó", "arrived")
        case .balanced: .init("cuadrado", "balanced")
        case .concluded: .init("cerrado", "closed")
        }
    }
}

extension DeskState {
    package var label: Bilingual {
        switch self {
        case .closed: .init("cerrada", "closed")
        case .open: .init("abierta", "open")
        case .paused: .init("en pausa", "paused")
        }
    }
}

extension Notice {
    package var label: Bilingual {
        switch self {
        case .read: .init("leído", "read aloud")
        case .handed: .init("entregado", "handed over")
        case .ownLanguage: .init("en su lengua", "in own language")
        case .interpreted: .init("con intérprete", "interpreted")
        }
    }
}

extension Medium {
    package var label: Bilingual {
        switch self {
        case .present: .init("presencial", "in person")
        case .phone: .init("teléfono", "phone")
        case .video: .init("video", "video")
        case .companion: .init("acompañante del grupo", "companion of the group")
        }
    }
}

extension CallOutcome {
    package var label: Bilingual {
        switch self {
        case .open: .init("en camino", "on the way")
        case .interview: .init("en entrevista", "in interview")
        case .attended: .init("atendida", "attended")
        case .absent: .init("no acudió", "absent")
        case .parked: .init("apartada", "set aside")
        case .undone: .init("deshecha", "undone")
        case .left: .init("salió", "left")
        }
    }
}

extension Sex {
    package var label: Bilingual { FormLists.shipped.words(rawValue, ProfileField.sex.question) }
}

extension Kinship {
    package var label: Bilingual {
        switch self {
        case .first: .init("encabeza la familia", "first of the family")
        case .ward: .init("a su cargo", "ward")
        default: FormLists.shipped.words(rawValue, ProfileField.companionKinship.question)
        }
    }
}
