extension Refusal.Code {
    /// What is said about handing a shift over, and about sheets that are typed in.
    static let shiftSentences: [Refusal.Code: Bilingual] = [
        .notFromPaper: .init(
            "Eso no se captura de una hoja: hágalo ahora, sin la hoja.",
            "That is not typed from a sheet: do it now, without the sheet."),
        .sheetInUse: .init(
            "De esa hoja ya se capturó algo: no se anula. Deshaga lo que no sea de ella.",
            "Something of that sheet was typed in: it is not made void. Undo what is not of it."),
        .priorityProtected: .init(
            "Esa prioridad la da la valoración: cámbiela con «s», que la pregunta de nuevo.",
            "That priority comes from the first questions: change it with «s», which asks again."),
        .hourFirst: .init(
            "El reloj está en duda: confirme primero la hora (F9 t, «h»), y después capture hojas.",
            "The clock is in doubt: confirm the hour first (F9 t, «h»), then type in sheets."),
        .hourAsked: .init(
            "El reloj no cuadra: antes de anotar, diga si la hora es correcta.",
            "The clock does not fit: before anything is written, say whether the hour is right."),
        .notASheet: .init(
            "Ese folio no es de una hoja de contingencia de este punto, o ya es de alguien.",
            "That folio is no contingency sheet of this point, or is somebody's already."),
        .occurredAhead: .init(
            "La hora de la hoja aún no llega: revise la hora y el día.",
            "The hour of the sheet has not come yet: look at hour and day."),
        .occurredBeforeSheet: .init(
            "La hoja se imprimió a las {from}: antes no pudo escribirse en ella.",
            "The sheet was printed at {from}: nothing was written on it before."),
        .occurredBefore: .init(
            "Ya consta algo de las {last}: lo de la hoja tuvo que ser después, o revise la hora.",
            "Something of {last} stands already: the sheet's came later, or look at the hour."),
        .notPast: .init(
            "Ese momento no ha pasado: de entonces aún no hay nada. Pida uno anterior.",
            "That moment has not passed: there is nothing of it yet. Ask for an earlier one."),
        .beforeJournal: .init(
            "La bitácora de este archivo empieza el {from}: de antes no se sabe nada aquí.",
            "The journal of this store begins on {from}: nothing is known here of before."),
        .periodNotOver: .init(
            "Ese periodo aún no termina en todos los puntos: se cierra desde el día siguiente.",
            "That period is not over at every point yet: it is closed from the next day on."),
        .notPublished: .init(
            """
            No se publica: {why}. Se publica un mes o un año de calendario terminado, de todos los \
            puntos y como se conoce hoy: de otras tablas, al restarlas, se sabría de muy pocas personas.
            """,
            """
            Not published: {why}. What is published is one month or year of the calendar that is over, \
            of all points and as known now: other tables, subtracted, would tell of very few people.
            """),
        .beforeRecount: .init(
            "Cómo eran las cifras antes del {from} no se guardaba: pida un corte posterior.",
            "How the figures were before {from} was not kept: ask for a later cut."),
        .handOverEarly: .init(
            "El turno se entrega desde las {from}; antes, con motivo y una sola firma.",
            "The shift is handed over from {from} on; before, with a reason and one signature."),
        .handOverDiffers: .init(
            """
            Contó {outgoing} quien entrega y {incoming} quien recibe; el archivo tiene \
            {inBuilding} en el edificio y {elsewhere} fuera. Cuenten otra vez, o escriba dónde \
            está cada persona de la diferencia.
            """,
            """
            The outgoing lead counted {outgoing}, the incoming {incoming}; the store has \
            {inBuilding} in the building and {elsewhere} elsewhere. Count again, or write where \
            each person of the difference is.
            """),
        .handOverWaits: .init(
            "Otra jefatura ya firmó la entrega: recíbala quien llega.",
            "Another lead has signed the hand-over: whoever comes receives it."),
        .noHandOver: .init(
            "Nadie ha firmado la entrega de este turno. Para recibirlo así, escriba el motivo.",
            "Nobody has signed this shift's hand-over. To receive it so, write the reason."),
        .readBackDiffers: .init(
            "No coincide: «{question}». Véalo en la lista, o pregunte a quien entrega.",
            "It does not agree: «{question}». See the list, or ask who hands over."),
    ]
}
