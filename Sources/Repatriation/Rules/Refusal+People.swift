extension Refusal.Code {
    /// What is said about groups and their lists.
    static let groupSentences: [Refusal.Code: Bilingual] = [
        .groupConcluded: .init(
            "El grupo está concluido. Reábralo para cambiarlo.",
            "The group is concluded. Reopen it to change it."),
        .peopleNotAccounted: .init(
            "Faltan {listed} de la lista: recíbalas o anote por qué no llegaron.",
            "{listed} on the list are not accounted for: receive them or say why they did not come."
        ),
        .peopleOnTheWay: .init(
            "{count} no llegaron del otro punto: anote qué se supo, con «f» en su renglón, "
                + "o recíbalas.",
            "{count} have not come from the other point: note what was found, «f» on their line, "
                + "or receive them."),
        .sheetDoesNotAgree: .init(
            "En la sala contó {room} y según la hoja son {present}: revise la hoja o cuente.",
            "You counted {room} in the room and the sheet has {present}: look again, or count."),
        .notOnSheet: .init(
            "El nº {number} no falta por pasar en esta lista.",
            "Number {number} is not waiting on this list."),
        .numberTwice: .init(
            "El nº {number} está dos veces: en la hoja o en la lista. Páselo en la lista.",
            "Number {number} stands twice, on the sheet or the list. Tick it on the list."),
        .headcountMissing: .init(
            "Falta el conteo en la línea.", "The head count at the line is missing."),
        .groupDoesNotBalance: .init(
            "El conteo dice {headcount} y hay {present}. Cuente de nuevo o escriba el motivo.",
            "The count says {headcount} and {present} are present. Count again or write the reason."
        ),
        .groupIncomplete: .init(
            "Antes de cuadrar falta: {missing}. En Grupos, «e» lo completa.",
            "Before balancing, this is missing: {missing}. In Groups, «e» completes it."),
        .peopleWithoutExit: .init(
            "Quedan {count} personas sin salida.", "{count} people have not left yet."),
        .fromAnotherPoint: .init(
            "Ese grupo lo envía otro punto: a quien falte lo traslada el punto que envía.",
            "Another point sends that group: whoever is missing on it is sent by that point."),
        .groupNotBalanced: .init("Primero hay que cuadrar el grupo.", "Balance the group first."),
        .twiceTheSame: .init(
            "Esa lista ya entró hoy en este punto. Si es otra entrega use --again.",
            "That list already came in here today. If it is another hand-over use --again."),
        .namedTwice: .init(
            "Va dos veces lo mismo en la lista: déjelo una vez.",
            "The same stands twice in the list: leave it once."),
        .personEmpty: .init(
            "Falta el nombre. Si no se sabe, márquela sin identificar y descríbala.",
            "The name is missing. If unknown, mark the person unidentified and describe them."),
    ]

    /// What is said about one person.
    static let personSentences: [Refusal.Code: Bilingual] = [
        .notInThisStage: .init(
            "No corresponde ahora: la persona está «{stage}».", "Not now: the person is «{stage}»."),
        .otherPoint: .init(
            "Esa persona está en otro punto.", "That person is at another point."),
        .alreadyThere: .init(
            "Ya están en ese punto: elija otro.", "They are at that point already: choose another."),
        .cannotTravel: .init(
            "Ficha {ticket}, «{stage}»: viaja quien ya tiene valoración y no está en ventanilla.",
            "Ticket {ticket}, «{stage}»: those travel who were asked the first questions and are at no desk."
        ),
        .hospitalFirst: .init(
            "Ficha {ticket}, emergencia vital: primero hospital o médico, no otro punto.",
            "Ticket {ticket}, vital emergency: hospital or a doctor first, not another point."),
        .emergencySecondWord: .init(
            "Ficha {ticket}: una sola persona retiró la emergencia. Que otra la valore (F4) "
                + "antes de viajar.",
            "Ticket {ticket}: one person alone withdrew the emergency. Somebody else asks them (F4) "
                + "before they travel."),
        .childTravelNeeds: .init(
            "Ficha {ticket}, niña, niño o adolescente: falta {missing}. Avisos en F4 «r»; "
                + "quién los lleva, en el traslado.",
            "Ticket {ticket}, a child: {missing} is missing. Notices in F4 «r»; who takes them, "
                + "in this form."),
        .childTravelsWithFamily: .init(
            "Ficha {ticket}: NNA sola/o sale con DIF. Con su familia viaja si la OPI dijo que lo es: F4 «r».",
            "Ticket {ticket}: a child alone leaves with DIF. With family once child protection said so: F4 «r»."
        ),
        .childLeftBehind: .init(
            "Ficha {ticket}: se quedaría aquí una niña, niño o adolescente de su familia: que vayan juntos.",
            "Ticket {ticket}: a child of the family would stay here: let them go together."),
        .personIsInside: .init(
            "Esa persona ya está adentro, en {point} desde {since}. Véala con F3.",
            "That person is already inside, at {point} since {since}. See them with F3."),
        .alreadyReceived: .init("La persona ya fue recibida.", "The person was already received."),
        .alreadyOut: .init("La persona ya salió.", "The person has already left."),
        .onlyCorrected: .init(
            "«{field}» se corrige, no se borra: escriba el dato correcto.",
            "«{field}» is corrected, not erased: type what is right."),
        .standsAlone: .init(
            "En «{field}», «nada», «ninguno», «no sabe» y «no respondió» van solas.",
            "In «{field}», «nothing», «none», «does not know» and «did not say» stand alone."),
        .motiveMissing: .init("Escriba el motivo.", "Write the motive."),
        .interpreterFirst: .init(
            "Primero intérprete (art. 14 LM): la persona no entiende español.",
            "Interpreter first (art. 14 LM): the person does not understand Spanish."),
        .childOfMexican: .init(
            """
            Con madre o padre mexicanos es mexicana por nacimiento (art. 30 A II): márquela por \
            acreditar.
            """,
            """
            With a Mexican mother or father the person is Mexican by birth (art. 30 A II): mark \
            it pending.
            """
        ),
        .nationalityNotAccredited: .init(
            "Falta acreditar la nacionalidad.", "Nationality has not been accredited."),
        .nameMissing: .init("Falta el nombre de la persona.", "The person's name is missing."),
        .needsCorrectAge: .init(
            """
            Ese cambio cruza los 18 años: no es una corrección simple. Márquela NNA («s», «m»); \
            la edad la resuelve la Procuraduría.
            """,
            """
            That change crosses 18 years: it is no plain amendment. Mark the child lane («s», \
            «m»); the Procuraduría settles the age.
            """
        ),
        .childLaneStays: .init(
            "La ruta NNA no se quita aquí: la decide la Procuraduría, con su folio («e» en Rutas).",
            """
            The child lane is not left here: the Procuraduría decides, with its folio («e» in \
            Lanes).
            """
        ),
        .noFamilyTold: .init(
            """
            Nadie ha dicho quién es su madre, padre o tutor, o ya salió: dígalo en Familia (F4, \
            «f» en la ficha).
            """,
            """
            Nobody has said who the mother, father or guardian is, or they have left: see Family \
            (F4, «f»).
            """
        ),
        .childLeavesOnlyTo: .init(
            """
            Falta {missing}: menor de 18 o edad sin aclarar sale sólo con DIF (institución, \
            nombre, credencial) o con su 
            """
                + "madre o padre del mismo grupo.",
            """
            Missing {missing}: under 18 or age not settled leaves only with DIF (institution, \
            name, credential) or with a 
            """
                + "parent of the same group."),
        .ageNotSettled: .init(
            "No hay fecha de nacimiento. Pregúntela; si parece adulta, dígalo.",
            "There is no birth date. Ask for it; if the person seems adult, say so."),
        .nationalityUnderReview: .init(
            "Nacionalidad en verificación con motivo escrito (art. 36, hasta 24 h).",
            "Nationality under review with a written motive (art. 36, up to 24 h)."),
        .exitNotHere: .init(
            "Esa salida no corresponde a esta persona.", "That way out is not for this person."),
        .tooLate: .init(
            "Pasaron más de 10 minutos: corríjalo con una orden nueva.",
            "More than 10 minutes ago: correct it with a new command."),
        .somethingDependsOnIt: .init(
            "Después de eso: {depends}. Deshaga o corrija eso primero.",
            "Since then: {depends}. Undo or correct that first."
        ),
        .laterProgram: .init(
            "Un programa más nuevo escribió algo sobre esto: hágalo con ese programa.",
            "A later program wrote something about this: do it with that program."),
        .notUndoable: .init(
            "Eso no se puede deshacer. {reason}", "That cannot be undone. {reason}"),
        .futureBirthDate: .init(
            "La fecha de nacimiento no puede ser futura ni de hace más de 120 años.",
            "The birth date cannot be in the future nor over 120 years ago."),
        .answerBeyondAge: .init(
            "{field}: no puede ser a esa edad. Revise la respuesta o la fecha de nacimiento.",
            "{field}: cannot be so at that age. Look at the answer or the birth date."),
    ]
}
