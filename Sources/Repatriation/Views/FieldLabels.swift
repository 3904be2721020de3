/// What the fields of a reception and the facts of the journal are called, for papers that people take with them.
package enum FieldLabels {
    /// A field by its hand-given name; the name itself where it has no words.
    package static func of(_ field: String) -> Bilingual {
        fields[field] ?? ProfileField(rawValue: field)?.question.label ?? FollowUpField(rawValue: field)?.label
            ?? Bilingual(field, field)
    }

    /// Fields that hold a moment.
    package static let instants: Set<String> = [
        "receivedAt", "unlocatedSince", "enteredAt", "notBefore", "pendingSince", "registeredAt", "exitAt", "noticeAt",
        "interpreterFrom", "blockedAt", "ageDoubtAt", "at", "askedAt", "answeredAt", "dueAt", "sentAt", "keptAt",
        "givenAt", "madeAt", "issuedAt", "deliveredAt", "cancelledAt", "attendedAt", "endedAt",
    ]
    /// Fields that are yes or no.
    package static let yesOrNo: Set<String> = [
        "offList", "unidentified", "seemsAdult", "unlocated", "leftOutOfHours", "serviceConsent", "declined",
    ]
    /// Fields that name an officer.
    package static let officers: Set<String> = [
        "receivedBy", "takenFrom", "officer", "named", "askedBy", "confirmedBy",
    ]
    /// Fields that count something a person knows; other numbers are the store's own.
    package static let counts: Set<String> = [
        "listNumber", "ticket", "desk", "target", "recalls", "absences", "amount", "age", "tries",
    ]
    /// Fields whose text is the store's own form of something that is said elsewhere in words.
    package static let inner: Set<String> = [
        "answers", "personalAnswers", "restrictedAnswers", "form", "ties", "relatives", "notSame", "command", "lists",
    ]
    /// Fields that hold an answer as a question of the interview takes it.
    package static let asked: [String: ProfileField] = [
        "sex": .sex, "birthState": .birthState, "destination": .destination, "kinship": .companionKinship,
        "exitMunicipality": .destinationMunicipality, "interpreterLanguage": .motherTongue, "language": .motherTongue,
    ]

    private static let fields: [String: Bilingual] = [
        "person": .init("persona, número", "person, number"), "group": .init("grupo, número", "group, number"),
        "point": .init("punto", "point"), "listNumber": .init("número en la lista", "number on the list"),
        "offList": .init("fuera de lista", "off the list"), "stage": .init("etapa", "stage"),
        "ticket": .init("ficha", "ticket"), "ticketDay": .init("día de la ficha", "day of the ticket"),
        "given": .init("nombre", "given names"), "firstSurname": .init("primer apellido", "first surname"),
        "secondSurname": .init("segundo apellido", "second surname"),
        "unidentified": .init("sin identificar", "unidentified"), "description": .init("cómo es", "description"),
        "sex": .init("sexo", "sex"), "birthDate": .init("fecha de nacimiento", "birth date"),
        "seemsAdult": .init("parece adulta", "seems adult"), "birthState": .init("estado de nacimiento", "birth state"),
        "curp": .init("CURP", "CURP"), "notes": .init("observaciones de la lista", "remarks of the list"),
        "suggested": .init("lo que la lista sugiere", "what the list suggests"),
        "listedCountry": .init("ciudadanía según la lista", "citizenship on the list"),
        "alienNumber": .init("número de extranjero (EUA)", "A-number (US)"),
        "tag": .init("etiqueta de pertenencias", "property tag"), "belongings": .init("pertenencias", "belongings"),
        "receivedAt": .init("recibida", "received"),
        "receivedBy": .init("la recibió (oficial)", "received by (officer)"),
        "receivedDay": .init("día de recepción", "day of reception"), "absence": .init("por qué no llegó", "absence"),
        "absenceConfirmedBy": .init("quién lo confirmó", "who confirmed it"),
        "unlocated": .init("sin ubicar", "not located"),
        "unlocatedSince": .init("sin ubicar desde", "not located since"),
        "found": .init("qué se supo", "what was found"), "flags": .init("valoración inicial", "first questions"),
        "priority": .init("clase de prioridad", "priority class"), "tier": .init("nivel", "tier"),
        "target": .init("meta, minutos", "target, minutes"), "enteredAt": .init("en espera desde", "waiting since"),
        "notBefore": .init("no antes de", "not before"), "desk": .init("ventanilla", "desk"),
        "takenFrom": .init("tomada de (oficial)", "taken from (officer)"),
        "call": .init("llamada, número", "call, number"),
        "recalls": .init("veces llamada de nuevo", "times called again"),
        "absences": .init("veces que no acudió", "times absent"), "pause": .init("apartada por", "set aside because"),
        "remark": .init("anotación", "remark"), "nationality": .init("nacionalidad", "nationality"),
        "proof": .init("medio de acreditación", "proof of nationality"), "motive": .init("motivo", "motive"),
        "pendingSince": .init("por acreditar desde", "pending since"),
        "interpreter": .init("intérprete de la decisión", "interpreter of the decision"),
        "place": .init("lugar", "place"), "placeWith": .init("con quién", "with whom"),
        "certificate": .init("constancia", "certificate"), "registeredAt": .init("registrada", "registered"),
        "exit": .init("salida", "exit"), "exitAt": .init("hora de salida", "time of leaving"),
        "destination": .init("estado de destino", "destination"),
        "receiverInstitution": .init("la recibió (institución)", "received by (institution)"),
        "receiverName": .init("la recibió", "received by"),
        "receiverCredential": .init("credencial de quien la recibió", "receiver's credential"),
        "receiverPlate": .init("placa", "plate"),
        "receiverReception": .init("salió con la recepción", "left with the reception"),
        "escort": .init("acompañamiento", "escort"), "formVersion": .init("versión de la entrevista", "form version"),
        "groupAnswers": .init("respuestas tomadas del grupo", "answers taken from the group"),
        "notice": .init("aviso de privacidad", "privacy notice"),
        "noticeVersion": .init("versión del aviso", "version of the notice"),
        "noticeAt": .init("aviso dado", "notice given"),
        "interpreterLanguage": .init("lengua del intérprete", "interpreter's language"),
        "interpreterVariant": .init("variante", "variant"),
        "interpreterMedium": .init("por qué medio", "by which medium"),
        "interpreterWho": .init("intérprete", "interpreter"),
        "interpreterFrom": .init("intérprete desde", "interpreter since"),
        "family": .init("familia, número", "family, number"), "kinship": .init("parentesco", "kinship"),
        "notSame": .init("personas que no es", "people this is not"), "ties": .init("parentescos", "ties"),
        "answers": .init("respuestas", "answers"), "personalAnswers": .init("respuestas", "answers"),
        "restrictedAnswers": .init("respuestas reservadas", "restricted answers"),
        "requester": .init("lo pidió", "asked by"),
        "document": .init("con qué documento", "by which paper"),
        "ground": .init("qué le hace tutor", "what makes them the guardian"),
        "extensionReason": .init("por qué se amplió", "why extended"),
        "note": .init("razones", "reasons"), "reason": .init("motivo", "reason"),
        "form": .init("lo que se pidió", "what was asked"),
        "kind": .init("para qué", "what for"), "sent": .init("lo que se envió", "what was sent"),
        "missing": .init("falta", "missing"), "fund": .init("fondo", "fund"), "voucher": .init("vale", "voucher"),
        "opposes": .init("se opone a", "opposes"), "blockedAt": .init("bloqueada desde", "blocked since"),
        "removal": .init("baja, número", "removal, number"),
        "ageDoubtAt": .init("edad en duda desde", "age doubted since"),
        "ageSource": .init("en qué se apoya la edad", "what the age rests on"),
        "ageFolio": .init("documento de la edad", "paper of the age"),
        "exitMunicipality": .init("municipio de destino", "municipality of destination"),
        "leftOutOfHours": .init("salió fuera de horario", "left out of hours"),
        "serviceConsent": .init("autoriza servicios", "allows services"),
        "step": .init("paso", "step"), "outcome": .init("resultado", "outcome"),
        "named": .init("a cargo de", "in charge"),
        "who": .init("quién", "who"), "folio": .init("folio", "folio"), "cause": .init("por qué", "why"),
        "shelf": .init("estante", "shelf"), "receiver": .init("la recibió", "taken by"),
        "amount": .init("cantidad", "amount"), "pending": .init("quedó pendiente", "left pending"),
        "explainedIn": .init("explicado en", "explained in"), "office": .init("oficina de EUA", "US office"),
        "cancelReason": .init("por qué se canceló", "why void"),
        "interviewer": .init("con quién quiso hablar", "whom they wanted to talk to"),
        "indicators": .init("lo que se vio o se dijo", "what was seen or told"),
        "name": .init("nombre", "name"), "age": .init("edad", "age"), "language": .init("lengua", "language"),
        "variant": .init("variante", "variant"), "tries": .init("intentos", "tries"),
        "provider": .init("institución", "institution"),
    ]
}

extension EventKind {
    /// The fact in a few words.
    package var label: Bilingual { EventKind.labels[self] ?? Bilingual(rawValue, rawValue) }

    private static let labels: [EventKind: Bilingual] = [
        .listed: .init("en la lista de entrega", "on the hand-over list"), .received: .init("recibida", "received"),
        .didNotCome: .init("no llegó", "did not come"), .located: .init("se supo de ella", "was found"),
        .personAmended: .init("datos corregidos", "data corrected"),
        .nationalitySet: .init("nacionalidad anotada", "nationality set"),
        .triaged: .init("valoración inicial", "first questions"), .called: .init("llamada", "called"),
        .recalled: .init("llamada de nuevo", "called again"), .notPresent: .init("no acudió", "was absent"),
        .parked: .init("apartada", "set aside"), .resumed: .init("de vuelta en espera", "waiting again"),
        .interviewStarted: .init("entrevista empezada", "interview begun"),
        .placed: .init("lugar anotado", "place set"),
        .takenOver: .init("la tomó otra persona", "taken over"),
        .profileSaved: .init("respuestas guardadas", "answers saved"),
        .certificateIssued: .init("constancia expedida", "certificate issued"), .released: .init("salida", "left"),
        .missing: .init("sin ubicar", "not located"), .undone: .init("deshecho", "undone"),
        .noticeGiven: .init("aviso de privacidad dado", "privacy notice given"),
        .interpreterAssigned: .init("intérprete asignado", "interpreter assigned"),
        .personLinked: .init("unida a sus retornos", "linked to earlier returns"),
        .personUnlinked: .init("separada de sus retornos", "taken apart"),
        .personToldApart: .init("no es otra persona", "told apart"), .familySet: .init("familia anotada", "family set"),
        .confirmationAsked: .init("se pidió confirmación", "confirmation asked"),
        .rightsRequested: .init("solicitud de derechos", "rights request"),
        .rightsExtended: .init("plazo ampliado", "term extended"),
        .rightsAnswered: .init("solicitud respondida", "request answered"),
        .referred: .init("canalizada", "referred"),
        .referralAnswered: .init("respuesta de la canalización", "referral answered"),
        .referralClosed: .init("canalización cerrada", "referral closed"),
        .consentSet: .init("consentimiento para servicios", "consent for services"),
        .helpGiven: .init("apoyo", "help"), .propertyClaimed: .init("reclamo de pertenencias", "claim for belongings"),
        .blocked: .init("datos bloqueados", "data blocked"), .removed: .init("datos dados de baja", "data removed"),
        .paperDelivered: .init("papel entregado", "paper delivered"),
        .paperReprinted: .init("papel reimpreso", "paper printed again"),
        .folioCancelled: .init("folio cancelado", "folio void"),
        .laneTicked: .init("paso de su ruta", "step of a lane"),
        .ageDoubted: .init("edad en duda", "age doubted"), .ageCorrected: .init("edad corregida", "age corrected"),
        .followUpAsked: .init("seguimiento pedido", "follow-up asked"),
        .followUpRecorded: .init("seguimiento hecho", "follow-up done"),
        .reservedFormKept: .init("formulario reservado", "reserved form"),
        .bagKept: .init("bolsa en custodia", "bag kept"), .bagGiven: .init("bolsa entregada", "bag handed over"),
        .groupAnnounced: .init("grupo anunciado", "group announced"),
        .groupArrived: .init("llegó el grupo", "group arrived"),
        .groupAmended: .init("datos del grupo corregidos", "group amended"),
        .groupBalanced: .init("grupo cuadrado", "group balanced"),
        .groupConcluded: .init("grupo cerrado", "group closed"),
        .groupReopened: .init("grupo reabierto", "group reopened"),
        .headCounted: .init("conteo anotado", "head count"), .shiftOpened: .init("turno abierto", "shift opened"),
        .shiftClosed: .init("turno cerrado", "shift closed"), .peakSet: .init("afluencia", "peak"),
        .deskOpened: .init("ventanilla abierta", "desk opened"),
        .deskPaused: .init("ventanilla en pausa", "desk paused"),
        .deskClosed: .init("ventanilla cerrada", "desk closed"),
        .catalogueSet: .init("catálogo cambiado", "catalogue changed"),
        .officerAdded: .init("oficial dado de alta", "officer added"),
        .officerSet: .init("datos de oficial cambiados", "officer changed"),
        .passwordSet: .init("contraseña puesta", "password set"),
        .pointSet: .init("datos del punto cambiados", "point changed"),
        .providerSet: .init("institución anotada", "institution kept"),
        .inquiryRecorded: .init("preguntan por alguien", "somebody asked after"),
        .inquiryAnswered: .init("respuesta a quien pregunta", "answer to who asks"),
        .foliosReserved: .init("folios apartados", "folios reserved"),
        .stockCounted: .init("material contado", "material counted"),
        .archiveSeriesSet: .init("serie de archivo", "archive series"),
        .removalMade: .init("acta de baja", "removal record"), .filePacked: .init("archivo empacado", "file packed"),
        .clockConfirmed: .init("hora confirmada", "hour confirmed"),
    ]
}
