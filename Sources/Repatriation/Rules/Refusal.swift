/// Why a command is not carried out: a stable code, a sentence that says what to do, and details as
/// data.
package struct Refusal: Error, Sendable, Equatable {
    /// The stable code, as `send` answers it.
    package let code: Code
    /// Counts, missing fields, identifiers: never personal data.
    package let details: [String: JSON]
    /// Who holds the store, where that is why.
    private var holder: Holder?

    /// A refusal with its details.
    package init(_ code: Code, _ details: [String: JSON] = [:]) {
        self.code = code
        self.details = details
    }

    /// The same of one of many, by their number.
    func about(_ ticket: Int?) -> Refusal {
        Refusal(code, details.merging(["ticket": JSON(ticket)]) { own, _ in own })
    }

    /// Only these roles may.
    package static func notAllowed(_ roles: Set<OfficerRole>) -> Refusal {
        Refusal(
            .notAllowed,
            [
                "roles": .array(
                    OfficerRole.allCases.filter(roles.contains).map { .string($0.rawValue) })
            ])
    }

    /// Somebody holds the store longer than there is patience for.
    package init(heldBy holder: Holder) {
        self.init(.storeBusy, ["holder": holder.json])
        self.holder = holder
    }

    /// What an officer is told.
    package var sentence: Bilingual { Bilingual(told(.es), told(.en)) }

    private func told(_ language: Language) -> String {
        if let holder { return holder.sentence(language) }
        var text = code.sentence(language)
        for (name, value) in details {
            // A stage is said in the reader's words; its code is for programs.
            let stage =
                name == "stage" ? value.text.flatMap(Stage.init).map { $0.label(language) } : nil
            let field =
                name == "field"
                ? value.text.flatMap(ProfileField.init)?.question.label(language) : nil
            let question =
                name == "question"
                ? ReadBack.questions.first { $0.name == value.text }?.words(language) : nil
            let lasting =
                name == "reason" ? value.text.flatMap(Lasting.init)?.label(language) : nil
            let depends = name == "depends" ? dependence(language) : nil
            let unpublished =
                name == "why" ? value.text.flatMap(Unpublished.init)?.label(language) : nil
            let known = stage ?? field ?? question ?? lasting ?? depends ?? unpublished
            let shown =
                value == .null
                ? "–"
                : known ?? value.text
                    ?? value.elements?.map {
                        // What may be sent is said as it is sent.
                        let code = $0.text ?? $0.serialized
                        return name == "allowed" ? code : Refusal.word(code, language)
                    }.joined(separator: ", ")
            text = text.replacing("{\(name)}", with: shown ?? value.serialized)
        }
        return text
    }

    /// Field names as people say them.
    private static func word(_ name: String, _ language: Language) -> String {
        let words: [String: Bilingual] = [
            "mode": Bilingual("modo", "mode"), "authority": Bilingual("autoridad", "authority"),
            "institution": Bilingual("institución", "institution"),
            "name": Bilingual("nombre", "name"),
            "id": Bilingual("credencial", "credential"), "plate": Bilingual("placa", "plate"),
            "dif": Bilingual("DIF", "DIF"),
            "driver": Bilingual("quién los lleva", "who takes them"),
            "receiver.reception": Bilingual(
                "la madre o el padre, adentro y del mismo grupo",
                "the parent, inside and of the same group"),
        ]
        return words[name]?(language) ?? LaneStep(rawValue: name)?.label(language) ?? OfficerRole(
            rawValue: name)?
            .label(language) ?? name
    }

    /// Every refusal there is.
    package enum Code: String, Sendable, CaseIterable {
        case notJSON, unknownCommand, unknownField, unknownCode, missingField, invalidValue,
            storeBusy
        case unknownPoint, unknownGroup, unknownReception, unknownDesk, unknownOfficer, unknownAct,
            pointInactive
        case notInThisStage, alreadyReceived, alreadyOut, shiftClosed, deskClosed, deskTaken
        case deskBusy, alreadyCalled, noOneWaiting, noOneForThisDesk, childNeedsOPI, mustBeFetched,
            notAtThisDesk
        case deskStillAttending, notCalled, groupConcluded, peopleNotAccounted, headcountMissing
        case peopleOnTheWay, groupDoesNotBalance, groupIncomplete, peopleWithoutExit
        case groupNotBalanced
        case motiveMissing, interpreterFirst, childOfMexican, nationalityNotAccredited, nameMissing
        case needsCorrectAge, childLaneStays, childLeavesOnlyTo, noFamilyTold, ageNotSettled,
            nationalityUnderReview
        case exitNotHere, tooLate, somethingDependsOnIt, notUndoable, laterProgram, onlyInDrill,
            onlyLead,
            reasonMissing
        case tooLong, badCharacters, personEmpty, futureBirthDate, answerBeyondAge, twiceTheSame,
            namedTwice,
            personIsInside, otherPoint
        case fixedCatalogue, letterTaken, codeForm, lastOption, standsAlone,
            notAllowed, suspended, secondOfficer, notPending, confirmationLapsed, lastAdministrator,
            lastLead, lastRole,
            accountTaken, dataRemoved, guardianAsks, guardianOfAdult, requestAnswered, extendedOnce,
            stillInside,
            noArchiveSeries,
            nothingToRemove, countChanged, mustBeAlone, unknownRequest, consentMissing,
            consentRefused,
            basisNotForKind, onlyForChildren, onlyForForeigners, unknownProvider,
            providerDoesNotTake, noPlace,
            unknownReferral, referralAnswered, placesKept, dataHeld, notAlike, termOver, laneOnly,
            unknownInquiry, inquiryOpen, unknownPaper, paperDelivered, folioCancelled,
            folioReserved, notInThisLane,
            stepFollows, actaBefore,
            procuraduriaDecides, contactNotAllowed, unknownFollowUp, followUpAnswered, unknownBag,
            bagGiven,
            privacyFirst, interviewerWanted,
            passwordForm, passwordSame, pinForm, passwordChange, signInRefused, onlyCorrected,
            draftInUse,
            deskHolds, pointInUse, passwordWanted
        case handOverEarly, handOverDiffers, handOverWaits, noHandOver, readBackDiffers
        case notFromPaper, notASheet, occurredAhead, occurredBeforeSheet, occurredBefore
        case hourFirst, hourAsked, sheetInUse, sheetDoesNotAgree, notOnSheet, numberTwice
        case unknownAlarm, alarmNotShelved
        case alreadyThere, cannotTravel, hospitalFirst, emergencySecondWord, childTravelsWithFamily,
            childTravelNeeds, childLeftBehind,
            fromAnotherPoint
        case priorityProtected
        case notPast, beforeJournal, periodNotOver, beforeRecount, notPublished
        case unknownSurvey, surveyNotNewer, surveyAnswered, surveyOfAdults, surveyTooEarly
    }
}

extension Refusal.Code {
    /// What an officer is told; `{name}` stands for a detail.
    package var sentence: Bilingual {
        Self.sentences[self] ?? Bilingual("No se puede.", "That cannot be done.")
    }

    /// All sentences: usted, short, and what to do about it.
    static let sentences: [Refusal.Code: Bilingual] = inputSentences.merging(deskSentences) {
        first, _ in first
    }
    .merging(groupSentences) { first, _ in first }.merging(personSentences) { first, _ in first }
    .merging(rightsSentences) { first, _ in first }.merging(careSentences) { first, _ in first }
    .merging(shiftSentences) { first, _ in first }

    private static let inputSentences: [Refusal.Code: Bilingual] = [
        .notJSON: .init("La línea no es un objeto JSON.", "The line is not a JSON object."),
        .unknownCommand: .init("No hay una orden «{do}».", "There is no command «{do}»."),
        .unknownField: .init(
            "La orden no tiene el campo «{field}».", "The command has no field «{field}»."),
        .unknownCode: .init(
            "«{field}» no admite ese valor. Valores: {allowed}.",
            "«{field}» does not take that value. Values: {allowed}."),
        .missingField: .init("Falta el campo «{field}».", "The field «{field}» is missing."),
        .invalidValue: .init(
            "El valor de «{field}» no es válido.", "The value of «{field}» is not valid."),
        .storeBusy: .init(
            "El archivo está ocupado por otra ventanilla. Intente de nuevo.",
            "Another desk holds the file. Try again."),
        .unknownPoint: .init(
            "No existe ese punto de recepción.", "There is no such receiving point."),
        .unknownGroup: .init("No existe ese grupo.", "There is no such group."),
        .unknownReception: .init("No existe esa recepción.", "There is no such reception."),
        .unknownDesk: .init(
            "El punto tiene ventanillas de la 1 a la {desks}.", "The point has desks 1 to {desks}."),
        .unknownOfficer: .init(
            "No hay un oficial con ese nombre o cuenta en este archivo.",
            "This store has no officer with that name or account."),
        .unknownAct: .init("No existe ese acto.", "There is no such act."),
        .pointInactive: .init("El punto no está activo.", "The point is not active."),
        .pointInUse: .init(
            """
            El punto sigue activo. Adentro o por localizar: {inside}; grupos sin concluir: \
            {groups}. 
            """
                + "Termine con ellos y cierre el turno.",
            """
            The point stays active. Inside or looked for: {inside}; groups not concluded: \
            {groups}. 
            """
                + "See to them and close the shift first."),
        .onlyInDrill: .init(
            "Eso sólo vale en una práctica.", "That works only in a practice store."),
        .notAllowed: .init(
            "Eso corresponde a: {roles}. Pídaselo, o pida a la jefatura que le dé esa función.",
            "That is for: {roles}. Ask them, or ask the lead for that role."),
        .suspended: .init(
            "Su cuenta está suspendida. Hable con la administración.",
            "Your account is suspended. See the administrator."),
        .secondOfficer: .init(
            """
            Lo confirma otra persona: nadie confirma lo propio, ni con quien recibió de ella \
            cuenta o contraseña 
            """
                + "en las últimas 24 horas.",
            """
            Somebody else confirms it: nobody confirms their own, nor with whom they gave an \
            account or password 
            """
                + "in the last 24 hours."),
        .passwordWanted: .init(
            "Una de las dos personas da su contraseña: «k» en la ventanilla, o --password-fd.",
            "One of the two gives their password: «k» at the desk, or --password-fd."),
        .notPending: .init(
            "Eso no espera confirmación: ya se confirmó, o se pidió de otro modo.",
            "That waits for no confirmation: it was confirmed, or asked for in another way."),
        .confirmationLapsed: .init(
            "Pasaron más de 10 minutos: pídalo de nuevo y confírmelo la otra persona.",
            "More than 10 minutes ago: ask again and let the other officer confirm."),
        .lastAdministrator: .init(
            "Es la última persona con administración: nombre a otra primero.",
            "It is the last administrator: name another first."),
        .lastLead: .init(
            "Es la última persona con jefatura de turno: nombre a otra primero.",
            "It is the last shift lead: name another first."),
        .lastRole: .init(
            "Quedaría sin función: suspenda la cuenta en su lugar.",
            "No role would be left: suspend the account instead."),
        .passwordForm: .init(
            "La contraseña lleva de 10 a 200 caracteres, cuatro distintos al menos.",
            "The password takes 10 to 200 characters, four of them different."),
        .passwordSame: .init(
            "Tiene que ser otra: ésa la conoce quien se la dio.",
            "It has to be another: whoever gave you that one knows it."
        ),
        .pinForm: .init(
            "El PIN son seis cifras, y cada quien pone el suyo.",
            "The PIN is six figures, and each sets their own."),
        .passwordChange: .init(
            "Cambie primero su contraseña: garita officer password --as SU NOMBRE.",
            "Change your password first: garita officer password --as YOUR NAME."),
        .signInRefused: .init(
            "No se pudo entrar con esos datos. Tras varios intentos hay que esperar.",
            "Those details do not sign in. After several tries there is a wait."),
        .accountTaken: .init(
            "Esa cuenta del sistema ya es de otra persona.",
            "That system account is already somebody else's."),
        .onlyLead: .init(
            "Sólo la jefatura de turno, o la administración donde le toca, puede hacerlo.",
            "Only the shift lead, or the administrator where it is theirs, may do this."),
        .tooLong: .init(
            "«{field}» admite hasta {most} caracteres.",
            "«{field}» takes at most {most} characters."),
        .badCharacters: .init(
            "«{field}» tiene caracteres de control. Escríbalo de nuevo.",
            "«{field}» has control characters. Type it again."),
        .reasonMissing: .init("Escriba el motivo.", "Write the reason."),
        .fixedCatalogue: .init(
            """
            Las reglas leen esa lista: no se cambia. Añada la opción en otra, o pídala para la \
            versión siguiente.
            """,
            """
            The rules read that list: it is not changed. Add the option to another, or ask for it \
            in the next version.
            """
        ),
        .letterTaken: .init(
            "Elija una letra o cifra que no esté en uso. En uso: {taken}.",
            "Choose a letter or figure that is not in use. In use: {taken}."),
        .lastOption: .init(
            "Es la última opción de la lista: añada otra antes de retirarla.",
            "It is the last option of the list: add another before retiring it."),
        .codeForm: .init(
            "La clave lleva de 2 a 30 letras sin acento o cifras, sin espacios.",
            "The code is 2 to 30 plain letters or figures, without spaces."),
    ]

    private static let deskSentences: [Refusal.Code: Bilingual] = [
        .shiftClosed: .init(
            "El turno del punto está cerrado. Ábralo en F9 t.",
            "The point's shift is closed. Open it with F9 t."),
        .deskClosed: .init(
            "La ventanilla {desk} no está abierta. Ábrala en F9 t.",
            "Desk {desk} is not open. Open it with F9 t."),
        .deskTaken: .init(
            "La ventanilla {desk} la atiende otra persona. Elija otra.",
            "Somebody else attends desk {desk}. Choose another."),
        .deskHolds: .init(
            """
            La ventanilla {desk} quedó con la {ticket} de otra persona. Entre en otra y tómela \
            con «w».
            """,
            """
            Desk {desk} still holds somebody else's {ticket}. Sit at another and take them over \
            with «w».
            """
        ),
        .draftInUse: .init(
            "Otra persona escribe ahora en esa entrevista. Pídale que guarde, o espere 2 minutos.",
            "Somebody else is typing in that interview now. Ask them to save, or wait 2 minutes."),
        .deskBusy: .init(
            """
            La ventanilla ya tiene a la {ticket} en entrevista. Termínela, o apártela con «a» en su \
            ficha.
            """,
            """
            The desk is already interviewing {ticket}. Finish that, or set them aside with «a» on \
            their card.
            """),
        .alreadyCalled: .init("Ya viene la {ticket}.", "{ticket} is already on the way."),
        .noOneWaiting: .init("No hay personas en espera.", "Nobody is waiting."),
        .noOneForThisDesk: .init(
            "Hay {waiting} en espera, ninguna para lo que atiende esta ventanilla.",
            "{waiting} are waiting, none for what this desk attends."),
        .childNeedsOPI: .init(
            "Una niña, niño o adolescente sin compañía pasa sólo con OPI. Avise a la OPI.",
            "An unaccompanied child goes only to a child-protection desk. Tell the OPI."),
        .mustBeFetched: .init(
            "Vaya por la persona: no se le llama en voz alta ni se le da por ausente.",
            "Go and fetch the person: they are not called aloud and never absent."),
        .notAtThisDesk: .init(
            "La persona está con la ventanilla {desk}.", "The person is with desk {desk}."),
        .deskStillAttending: .init(
            "La ventanilla {desk} sigue atendiendo: se oyó hace menos de 2 minutos.",
            "Desk {desk} is still attending: it was heard less than 2 minutes ago."),
        .notCalled: .init("Nadie ha llamado a esta persona.", "Nobody has called this person."),
    ]
}
