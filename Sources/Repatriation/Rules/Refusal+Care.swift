extension Refusal.Code {
    /// What is said about referrals, help and who gives it.
    static let careSentences: [Refusal.Code: Bilingual] = [
        .consentMissing: .init(
            "Pregunte primero si acepta que se compartan sus datos para el servicio.",
            "Ask first whether their data may be shared for the service."),
        .consentRefused: .init(
            "La persona no aceptó los servicios. Si cambia de opinión, pregunte de nuevo.",
            "The person declined services. If they change their mind, ask again."),
        .basisNotForKind: .init(
            "Esa canalización no va con ese fundamento. Va con: {allowed}.",
            "That referral does not go on that basis. It goes on: {allowed}."),
        .onlyForChildren: .init(
            "Es sólo para menores de 18 años.", "It is only for people under 18."),
        .onlyForForeigners: .init(
            "Es sólo para personas extranjeras o sin nacionalidad acreditada.",
            "It is only for foreigners or people without accredited nationality."),
        .unknownProvider: .init(
            "No existe esa institución en este punto.", "This point has no such institution."),
        .providerDoesNotTake: .init(
            "Esa institución no la recibe ({why}). Elija otra.",
            "That institution does not take them ({why}). Choose another."),
        .noPlace: .init(
            "Esa institución no tiene lugar. Elija otra.",
            "That institution has no place. Choose another."),
        .unknownPaper: .init("No existe ese papel.", "There is no such paper."),
        .paperDelivered: .init(
            "Ese papel ya se entregó. Si se perdió, imprímalo de nuevo: dirá reimpresión.",
            "That paper was delivered. If it was lost, print it again: it will say reprint."),
        .unknownInquiry: .init("No existe ese aviso.", "There is no such notice."),
        .inquiryOpen: .init(
            """
            Preguntan por ella en la puerta: pregúntele a solas y anote qué responde antes de su \
            salida.
            """,
            """
            Somebody asks for them at the gate: ask them alone and note the answer before they \
            leave.
            """
        ),
        .notInThisLane: .init(
            "Eso no es de la ruta de esta persona. Revise su ruta y su valoración.",
            "That is not of this person's lane. Look at the lane and the first questions."),
        .stepFollows: .init(
            "Ese paso se marca solo, con lo que se registra en su lugar.",
            "That step ticks itself, from what is recorded where it belongs."),
        .actaBefore: .init(
            "Antes hace falta: {missing}.", "First: {missing}."),
        .contactNotAllowed: .init(
            "La persona no autorizó que se le llame. Pregúntele en la entrevista.",
            "The person did not agree to be called. Ask in the interview."),
        .unknownFollowUp: .init("No existe ese seguimiento.", "There is no such follow-up."),
        .followUpAnswered: .init(
            "Ese seguimiento ya tiene respuesta. Si hace falta, pida otro contacto.",
            "That follow-up has its answer. If needed, ask for another contact."),
        .unknownSurvey: .init(
            "No hay esa encuesta. Las que hay: {allowed}. Se agregan con «garita survey add».",
            "There is no such survey. Those there are: {allowed}. «garita survey add» adds one."),
        .surveyNotNewer: .init(
            "Ya hay una versión {version}. Ponga una mayor en el archivo y agréguelo de nuevo.",
            "Version {version} is there. Put a greater one in the file and add it again."),
        .surveyAnswered: .init(
            "Ya contestó la encuesta completa. Para corregirla, ábrala y cambie la respuesta.",
            "They answered the whole survey. To correct it, open it and change the answer."),
        .surveyTooEarly: .init(
            "Aún no es tiempo de esta encuesta. Ábrala desde la lista de encuestas, cuando salga ahí.",
            "It is too early for this survey. Open it from the list of surveys, once it is there."),
        .surveyOfAdults: .init(
            "Las encuestas se hacen a personas adultas. A niñas, niños y adolescentes, por su ruta.",
            "Surveys are asked of adults. Children are seen to by their lane."),
        .bagGiven: .init(
            "Esa bolsa ya se entregó a otra persona. Véalo con la jefatura.",
            "That bag was handed to somebody else. See it with the lead."),
        .unknownBag: .init("No existe esa bolsa.", "There is no such bag."),
        .privacyFirst: .init(
            """
            Primero un cuarto a solas, con la puerta cerrada. Nadie contesta esto delante de \
            otros.
            """,
            "First a private room, with the door closed. Nobody answers this before others."),
        .interviewerWanted: .init(
            "Pidió que le entreviste otra persona: búsquela y siga ella con el formulario.",
            "They asked for another interviewer: fetch them, and let them go on with the form."),
        .folioCancelled: .init(
            "Ese folio está cancelado. Emita otro: dirá a cuál sustituye.",
            "That folio is void. Issue another: it will name this one."),
        .folioReserved: .init(
            "Ese folio es de una hoja de contingencia: no se usa para otra cosa.",
            "That folio belongs to a contingency sheet: it is used for nothing else."),
        .procuraduriaDecides: .init(
            """
            De la ruta NNA sólo se sale por decisión de la Procuraduría, con su folio. Lo demás \
            no basta.
            """,
            "Only a decision of the Procuraduría, with its folio, leads out of the child lane."),
        .unknownAlarm: .init(
            "Ese aviso ya no suena. Vea el tablero.",
            "That alert is no longer there. Look at the board."),
        .alarmNotShelved: .init(
            "Un aviso crítico no se aparta: reconózcalo con una nota de lo que se hace.",
            "A critical alert is not set aside: acknowledge it with a note of what is done."),
        .unknownReferral: .init("No existe esa canalización.", "There is no such referral."),
        .referralAnswered: .init(
            "Esa canalización ya terminó. Si hace falta, canalice de nuevo.",
            "That referral is over. If needed, refer again."),
        .placesKept: .init(
            "Hay {held} lugares apartados: no pueden ser menos.",
            "{held} places are kept: there cannot be fewer."),
    ]
}
