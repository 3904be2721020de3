extension EventKind {
    /// The fact in a few words; a test holds that every one has them.
    package var label: Bilingual {
        guard let label = EventKind.labels[self] else {
            preconditionFailure("\(rawValue) has no words")
        }
        return label
    }

    private static let labels: [EventKind: Bilingual] = [
        .listed: .init("en la lista de entrega", "on the hand-over list"),
        .received: .init("recibida", "received"),
        .didNotCome: .init("no llegó", "did not come"),
        .located: .init("se supo de ella", "was found"),
        .personAmended: .init("datos corregidos", "data corrected"),
        .nationalitySet: .init("nacionalidad anotada", "nationality set"),
        .triaged: .init("valoración inicial", "first questions"),
        .called: .init("llamada", "called"),
        .recalled: .init("llamada de nuevo", "called again"),
        .notPresent: .init("no acudió", "was absent"),
        .parked: .init("apartada", "set aside"),
        .resumed: .init("de vuelta en espera", "waiting again"),
        .interviewStarted: .init("entrevista empezada", "interview begun"),
        .placed: .init("lugar anotado", "place set"),
        .takenOver: .init("la tomó otra persona", "taken over"),
        .profileSaved: .init("respuestas guardadas", "answers saved"),
        .certificateIssued: .init("constancia expedida", "certificate issued"),
        .released: .init("salida", "left"),
        .missing: .init("sin ubicar", "not located"), .undone: .init("deshecho", "undone"),
        .noticeGiven: .init("aviso de privacidad dado", "privacy notice given"),
        .interpreterAssigned: .init("intérprete asignado", "interpreter assigned"),
        .personLinked: .init("unida a sus retornos", "linked to earlier returns"),
        .personUnlinked: .init("separada de sus retornos", "taken apart"),
        .personToldApart: .init("no es otra persona", "told apart"),
        .familySet: .init("familia anotada", "family set"),
        .confirmationAsked: .init("se pidió confirmación", "confirmation asked"),
        .rightsRequested: .init("solicitud de derechos", "rights request"),
        .rightsExtended: .init("plazo ampliado", "term extended"),
        .rightsAnswered: .init("solicitud respondida", "request answered"),
        .referred: .init("canalizada", "referred"),
        .referralAnswered: .init("respuesta de la canalización", "referral answered"),
        .referralClosed: .init("canalización cerrada", "referral closed"),
        .consentSet: .init("consentimiento para servicios", "consent for services"),
        .helpGiven: .init("apoyo", "help"),
        .propertyClaimed: .init("reclamo de pertenencias", "claim for belongings"),
        .blocked: .init("datos bloqueados", "data blocked"),
        .removed: .init("datos dados de baja", "data removed"),
        .counted: .init("anotada para las estadísticas", "counted for statistics"),
        .paperDelivered: .init("papel entregado", "paper delivered"),
        .paperReprinted: .init("papel reimpreso", "paper printed again"),
        .folioCancelled: .init("folio cancelado", "folio void"),
        .laneTicked: .init("paso de su ruta", "step of a lane"),
        .ageDoubted: .init("edad en duda", "age doubted"),
        .ageCorrected: .init("edad corregida", "age corrected"),
        .followUpAsked: .init("seguimiento pedido", "follow-up asked"),
        .followUpRecorded: .init("seguimiento hecho", "follow-up done"),
        .reservedFormKept: .init("formulario reservado", "reserved form"),
        .bagKept: .init("bolsa en custodia", "bag kept"),
        .bagGiven: .init("bolsa entregada", "bag handed over"),
        .groupAnnounced: .init("grupo anunciado", "group announced"),
        .groupArrived: .init("llegó el grupo", "group arrived"),
        .groupAmended: .init("datos del grupo corregidos", "group amended"),
        .groupBalanced: .init("grupo cuadrado", "group balanced"),
        .groupConcluded: .init("grupo cerrado", "group closed"),
        .groupReopened: .init("grupo reabierto", "group reopened"),
        .headCounted: .init("conteo anotado", "head count"),
        .shiftOpened: .init("turno abierto", "shift opened"),
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
        .removalMade: .init("acta de baja", "removal record"),
        .filePacked: .init("archivo empacado", "file packed"),
        .clockConfirmed: .init("hora confirmada", "hour confirmed"),
        .handOverSigned: .init("entrega de turno firmada", "hand-over signed"),
        .handOverReceived: .init("turno recibido", "shift received"),
        .alarmMarked: .init("aviso reconocido", "alert acknowledged"),
        .prioritySet: .init("cambiada de prioridad", "priority changed"),
        .waterCounted: .init("agua contada", "water counted"),
        .shiftChecked: .init("revisión de apertura", "opening check"),
    ]
}

extension CommandName {
    /// The command as the fact that it makes.
    package var label: Bilingual {
        guard let fact = CommandName.facts[self] else {
            preconditionFailure("\(rawValue) has no words")
        }
        return fact.label
    }

    /// Whether what it makes can be taken back.
    package var isUndoable: Bool {
        CommandName.facts[self].map { $0.undo == .back } ?? false
    }

    private static let facts: [CommandName: EventKind] = [
        .announceGroup: .groupAnnounced, .amendGroup: .groupAmended, .addToList: .listed,
        .arrive: .groupArrived,
        .headCount: .headCounted, .addOffList: .received, .balanceGroup: .groupBalanced,
        .closeGroup: .groupConcluded,
        .reopenGroup: .groupReopened, .receive: .received, .noShow: .didNotCome, .locate: .located,
        .amendPerson: .personAmended, .setNationality: .nationalitySet, .triage: .triaged,
        .call: .called,
        .recall: .recalled, .notPresent: .notPresent, .park: .parked, .resume: .resumed,
        .startInterview: .interviewStarted, .setPlace: .placed, .takeOver: .takenOver,
        .saveProfile: .profileSaved,
        .noticeGiven: .noticeGiven, .assignInterpreter: .interpreterAssigned,
        .setFamily: .familySet,
        .linkPerson: .personLinked, .unlinkPerson: .personUnlinked,
        .notSamePerson: .personToldApart,
        .issueCertificate: .certificateIssued, .release: .released, .openShift: .shiftOpened,
        .closeShift: .shiftClosed, .setPeak: .peakSet, .confirmClock: .clockConfirmed,
        .openDesk: .deskOpened,
        .pauseDesk: .deskPaused, .closeDesk: .deskClosed, .callNext: .called, .undo: .undone,
        .confirm: .confirmationAsked, .setPoint: .pointSet, .setEntry: .catalogueSet,
        .setMunicipalities: .catalogueSet, .addOfficer: .officerAdded, .setOfficer: .officerSet,
        .notePassword: .passwordSet, .refer: .referred, .answerReferral: .referralAnswered,
        .closeReferral: .referralClosed, .withdrawConsent: .consentSet, .giveHelp: .helpGiven,
        .claimProperty: .propertyClaimed, .setProvider: .providerSet, .setStock: .stockCounted,
        .keepBag: .bagKept,
        .giveBag: .bagGiven, .tickLane: .laneTicked, .correctAge: .ageCorrected,
        .leaveAnyway: .released,
        .saveScreening: .reservedFormKept, .askFollowUp: .followUpAsked,
        .recordFollowUp: .followUpRecorded,
        .recordInquiry: .inquiryRecorded, .answerInquiry: .inquiryAnswered,
        .deliverPaper: .paperDelivered,
        .reprint: .paperReprinted, .cancelFolio: .folioCancelled, .reserveFolios: .foliosReserved,
        .requestRights: .rightsRequested, .extendRights: .rightsExtended,
        .answerRights: .rightsAnswered,
        .setArchiveSeries: .archiveSeriesSet, .blockDue: .blocked, .removeBlocked: .removed,
        .notePacked: .filePacked, .handOver: .handOverSigned, .acceptHandOver: .handOverReceived,
        .rollFromSheet: .received, .acknowledge: .alarmMarked,
        .setPriority: .prioritySet, .countWater: .waterCounted, .checkShift: .shiftChecked,
    ]
}
