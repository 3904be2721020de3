/// Each code in words, as screens and papers say it: a code without words does not compile.
extension Mode {
    package var label: Bilingual {
        switch self {
        case .bus: Bilingual("autobús", "bus")
        case .van: Bilingual("camioneta", "van")
        case .foot: Bilingual("a pie", "on foot")
        case .flight: Bilingual("vuelo", "flight")
        case .notStated: Bilingual("no se dijo", "not stated")
        }
    }
}

extension Authority {
    package var label: Bilingual {
        switch self {
        case .ice: Bilingual("ICE", "ICE")
        case .usbp: Bilingual("USBP", "USBP")
        case .ofo: Bilingual("OFO", "OFO")
        case .other: Bilingual("otra", "other")
        case .notStated: Bilingual("no se dijo", "not stated")
        }
    }
}

extension Belongings {
    package var label: Bilingual {
        switch self {
        case .all: Bilingual("todo", "all")
        case .part: Bilingual("parte", "part")
        case .none: Bilingual("falta todo", "all missing")
        case .hadNone: Bilingual("no traía", "had none")
        }
    }
}

extension Absence {
    package var label: Bilingual {
        switch self {
        case .notDelivered: Bilingual("EUA no la entregó", "not delivered by the US")
        case .leftBeforeRollCall:
            Bilingual("estaba en la línea y ya no está", "was at the line and is gone")
        case .unknown: Bilingual("no se sabe", "not known")
        }
    }
}

extension Nationality {
    package var label: Bilingual {
        switch self {
        case .accredited: Bilingual("acreditada", "accredited")
        case .pending: Bilingual("por acreditar", "pending")
        case .notAccredited: Bilingual("no acreditada", "not accredited")
        case .foreign: Bilingual("persona extranjera", "foreign")
        }
    }
}

extension Proof {
    package var label: Bilingual {
        switch self {
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
}

extension Flag {
    package var label: Bilingual {
        switch self {
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
}

extension Attention {
    package var label: Bilingual {
        switch self {
        case .general: Bilingual("general", "general")
        case .priority: Bilingual("prioritaria", "priority")
        case .opi: Bilingual("OPI", "child protection")
        case .medical: Bilingual("médica", "medical")
        }
    }
}

extension CountPlace {
    package var label: Bilingual {
        switch self {
        case .line: Bilingual("en la línea", "at the line")
        case .room: Bilingual("en la sala", "in the room")
        case .handover: Bilingual("al entregar el turno", "at the hand-over")
        }
    }
}

extension Exit {
    package var label: Bilingual {
        switch self {
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
        case .notAdmitted:
            Bilingual(
                "no admitida, vuelve con autoridad de EUA", "not admitted, back to US authority")
        }
    }
}

extension Escort {
    package var label: Bilingual {
        switch self {
        case .offered: Bilingual("ofrecido", "offered")
        case .accepted: Bilingual("aceptado", "accepted")
        case .declined: Bilingual("no lo quiso", "declined")
        }
    }
}

extension Place {
    package var label: Bilingual {
        switch self {
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
}

extension Pause {
    package var label: Bilingual {
        switch self {
        case .washroom: Bilingual("baño", "washroom")
        case .doctor: Bilingual("médico", "doctor")
        case .call: Bilingual("llamada", "call")
        case .interpreter: Bilingual("intérprete", "interpreter")
        case .opi: Bilingual("OPI", "OPI")
        case .authority: Bilingual("autoridad", "authority")
        case .asleep: Bilingual("duerme", "asleep")
        }
    }
}

extension Stage {
    package var label: Bilingual {
        switch self {
        case .listed: Bilingual("en lista", "listed")
        case .noShow: Bilingual("no llegó", "did not come")
        case .received: Bilingual("por valorar", "to be asked")
        case .waiting: Bilingual("en espera", "waiting")
        case .called: Bilingual("llamada", "called")
        case .inInterview: Bilingual("en entrevista", "in interview")
        case .parked: Bilingual("aparte", "set aside")
        case .registered: Bilingual("registrada", "registered")
        case .inSupport: Bilingual("en apoyos", "in support")
        case .released: Bilingual("salió", "left")
        case .foreign: Bilingual("persona extranjera", "foreign")
        case .notAccredited: Bilingual("no acreditada", "not accredited")
        }
    }
}

extension GroupStage {
    package var label: Bilingual {
        switch self {
        case .announced: Bilingual("anunciado", "announced")
        case .arrived: Bilingual("llegó", "arrived")
        case .balanced: Bilingual("cuadrado", "balanced")
        case .concluded: Bilingual("cerrado", "closed")
        }
    }
}

extension DeskState {
    package var label: Bilingual {
        switch self {
        case .closed: Bilingual("cerrada", "closed")
        case .open: Bilingual("abierta", "open")
        case .paused: Bilingual("en pausa", "paused")
        }
    }
}

extension Notice {
    package var label: Bilingual {
        switch self {
        case .read: Bilingual("leído", "read aloud")
        case .handed: Bilingual("entregado", "handed over")
        case .ownLanguage: Bilingual("en su lengua", "in own language")
        case .interpreted: Bilingual("con intérprete", "interpreted")
        }
    }
}

extension Medium {
    package var label: Bilingual {
        switch self {
        case .present: Bilingual("presencial", "in person")
        case .phone: Bilingual("teléfono", "phone")
        case .video: Bilingual("video", "video")
        case .companion: Bilingual("acompañante del grupo", "companion of the group")
        }
    }
}

extension CallOutcome {
    package var label: Bilingual {
        switch self {
        case .open: Bilingual("en camino", "on the way")
        case .interview: Bilingual("en entrevista", "in interview")
        case .attended: Bilingual("atendida", "attended")
        case .absent: Bilingual("no acudió", "absent")
        case .parked: Bilingual("apartada", "set aside")
        case .undone: Bilingual("deshecha", "undone")
        case .left: Bilingual("salió", "left")
        }
    }
}

extension Sex {
    package var label: Bilingual { FormLists.shipped.words(rawValue, ProfileField.sex.question) }
}

extension Kinship {
    package var label: Bilingual {
        switch self {
        case .first: Bilingual("encabeza la familia", "first of the family")
        case .ward: Bilingual("a su cargo", "ward")
        default: FormLists.shipped.words(rawValue, ProfileField.companionKinship.question)
        }
    }
}
