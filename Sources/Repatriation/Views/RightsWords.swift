/// The codes of access, rights, papers, lists and the form, in words: a code without words does not
/// compile.
extension IdentityProof {
    package var label: Bilingual {
        switch self {
        case .account: .init("por su cuenta del equipo", "by the machine's account")
        case .password: .init("con su contraseña", "by their password")
        case .practice: .init("práctica", "practice")
        }
    }
}

extension OfficerRole {
    package var label: Bilingual {
        switch self {
        case .officer: .init("oficial", "officer")
        case .opi: .init("OPI", "child protection")
        case .health: .init("salud", "health")
        case .beta: .init("Grupos Beta", "Grupos Beta")
        case .liaison: .init("enlace estatal", "state liaison")
        case .lead: .init("jefatura de turno", "shift lead")
        case .trainer: .init("capacitación", "trainer")
        case .auditor: .init("auditoría", "auditor")
        case .administrator: .init("administración", "administrator")
        }
    }
}

extension Oversight {
    /// As the manual says it.
    package var label: Bilingual {
        switch self {
        case .readTrail: .init("quién vio a quién", "who saw whom")
        case .wholeFile: .init("expediente completo", "whole files")
        case .copies: .init("copias", "copies")
        case .retentionPlan: .init("plan de depuración", "plan of removal")
        case .alarmHistory: .init("historial de avisos", "history of alerts")
        case .reports: .init("tablas oficiales", "official tables")
        case .rowExports: .init("listas de personas para otros", "lists of people for others")
        }
    }
}

extension FieldClass {
    /// As the manual says it.
    package var label: Bilingual {
        switch self {
        case .plain: .init("claves y horas", "codes and times")
        case .statistical: .init("estadísticos", "statistical")
        case .personal: .init("personales", "personal")
        case .sensitive: .init("sensibles", "sensitive")
        case .restricted: .init("reservados", "restricted")
        }
    }
}

extension ReadReason {
    /// As the list of one key says it.
    package var label: Bilingual {
        switch self {
        case .care: .init("atención a la persona", "care of the person")
        case .correction: .init("corrección de datos", "correction of data")
        case .authority: .init("la pide una autoridad", "an authority asks")
        case .person: .init("la pide la propia persona", "the person asks")
        case .other: .init("otro motivo", "another reason")
        }
    }
}

extension ReadKind {
    package var label: Bilingual {
        switch self {
        case .card: .init("ficha", "card")
        case .show: .init("consulta", "show")
        case .search: .init("búsqueda", "search")
        case .sheet: .init("hoja de grupo", "group sheet")
        case .match: .init("lista comparada", "list matched")
        case .roll: .init("pase de lista", "roll call")
        case .export: .init("expediente completo", "whole file")
        case .print: .init("papel impreso", "paper printed")
        case .childBook: .init("libro de NNA", "children's book")
        case .copy: .init("copia de todo", "copy of everything")
        case .survey: .init("encuesta de seguimiento", "follow-up survey")
        }
    }
}

extension PendingState {
    package var label: Bilingual {
        switch self {
        case .open: .init("espera confirmación", "waits to be confirmed")
        case .confirmed: .init("confirmado", "confirmed")
        case .replaced: .init("se cambió por otro", "replaced")
        }
    }
}

extension PointKind {
    package var label: Bilingual {
        switch self {
        case .border: .init("frontera", "border")
        case .auxiliary: .init("auxiliar", "auxiliary")
        case .air: .init("aéreo", "air")
        case .centre: .init("centro", "centre")
        }
    }
}

extension FormSection {
    /// The section's name on screens and papers.
    package var label: Bilingual {
        switch self {
        case .minimum: .init("Mínimo", "Minimum")
        case .identity: .init("Identidad", "Identity")
        case .profile: .init("Perfil", "Profile")
        case .returning: .init("Retorno", "Return")
        case .minors: .init("NNA", "Children")
        case .work: .init("Trabajo", "Work")
        case .health: .init("Salud", "Health")
        }
    }
}

extension DateOrder {
    /// The order in words.
    package var label: Bilingual {
        switch self {
        case .mdy: .init("mes/día/año", "month/day/year")
        case .dmy: .init("día/mes/año", "day/month/year")
        case .ymd: .init("año-mes-día", "year-month-day")
        }
    }
}

extension PaperKind {
    package var label: Bilingual {
        switch self {
        case .certificate: .init("constancia", "certificate")
        case .acta: .init("acta", "record")
        case .claim: .init("reclamo", "claim")
        case .rollCall: .init("pase de lista", "roll call")
        case .shiftHandOver: .init("entrega de turno", "shift hand-over")
        }
    }
}

extension Delivery {
    package var label: Bilingual {
        switch self {
        case .signed: .init("firmó", "signed")
        case .fingerprint: .init("huella", "fingerprint")
        case .refused: .init("no quiso firmar", "declined to sign")
        case .withInterpreter: .init("firmó con intérprete", "signed with an interpreter")
        }
    }
}

extension Right {
    package var label: Bilingual {
        switch self {
        case .access: .init("acceso", "access")
        case .rectification: .init("rectificación", "rectification")
        case .cancellation: .init("cancelación", "cancellation")
        case .opposition: .init("oposición", "opposition")
        }
    }
}

extension Capacity {
    package var label: Bilingual {
        switch self {
        case .own: .init("la propia persona", "the person")
        case .guardian: .init("madre, padre o tutor", "mother, father or guardian")
        case .representative: .init("representante", "representative")
        }
    }
}

extension RightsAnswer {
    package var label: Bilingual {
        switch self {
        case .granted: .init("procedente", "granted")
        case .partly: .init("procedente en parte", "granted in part")
        case .refused: .init("improcedente", "refused")
        }
    }
}

extension Opposition {
    package var label: Bilingual {
        switch self {
        case .contact: .init("ser contactada", "being contacted")
        case .sharing: .init("compartir sus datos", "sharing their data")
        }
    }
}

extension CURP.Part {
    /// The part in words.
    package var label: Bilingual {
        switch self {
        case .names: .init("letras del nombre", "name letters")
        case .date: .init("fecha", "date")
        case .sex: .init("sexo", "sex")
        case .state: .init("entidad", "state")
        case .century: .init("siglo (posición 17)", "century (place 17)")
        }
    }
}

extension CURP.Failure {
    /// The rule in words.
    package var label: Bilingual {
        switch self {
        case .structure: .init("estructura", "structure")
        case .date: .init("fecha", "date")
        case .state: .init("entidad", "state")
        case .checkDigit: .init("dígito verificador", "check digit")
        }
    }
}

extension ChildBookSpan {
    package var label: Bilingual {
        switch self {
        case .open: .init("adentro", "inside")
        case .today: .init("hoy", "today")
        case .month: .init("30 días", "30 days")
        }
    }
}
