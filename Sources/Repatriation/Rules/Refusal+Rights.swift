extension Refusal.Code {
    /// What is said about people's rights over their data, and about the archive.
    static let rightsSentences: [Refusal.Code: Bilingual] = [
        .dataRemoved: .init(
            "Sus datos se dieron de baja: no queda nada que dar ni corregir.",
            "Their data were removed: nothing is left to give or correct."),
        .dataHeld: .init(
            "Sus datos están en resguardo o dados de baja: ya no se cambian.",
            "Their data are held back or removed: they are no longer changed."),
        .notAlike: .init(
            "Nada dice que sea la misma persona. Si lo sabe por otra vía, la une la jefatura.",
            "Nothing says that this is the same person. If you know otherwise, the lead links them."
        ),
        .termOver: .init(
            "El plazo ya venció: se responde, no se amplía.",
            "The term is over: answer it, it is not extended."),
        .laneOnly: .init(
            "Quién es una niña, niño o adolescente sin compañía lo corrige la OPI o la jefatura.",
            "Who a child alone is, is corrected by child protection or the lead."),
        .guardianAsks: .init(
            """
            Es menor de 18 o su edad no está aclarada: lo pide su madre, padre, tutor o \
            representante, con documento.
            """,
            """
            Under 18, or the age is not settled: a parent, guardian or representative asks, with \
            a document.
            """
        ),
        .guardianOfAdult: .init(
            """
            Es mayor de 18: falta qué hace tutor a quien pide (ground, --ground): resolución, \
            juzgado y fecha.
            """,
            """
            Of age: what makes who asks the guardian is missing (ground, --ground): decision, \
            court and date.
            """
        ),
        .requestAnswered: .init(
            "Esa solicitud ya se respondió: registre otra.",
            "That request was answered already: record another."),
        .extendedOnce: .init("El plazo se amplía una sola vez.", "The term is extended only once."),
        .stillInside: .init(
            "La persona sigue adentro o en una lista: se cancela después de su salida.",
            "The person is still inside or on a list: it is cancelled after they leave."),
        .unknownRequest: .init("No existe esa solicitud.", "There is no such request."),
        .noArchiveSeries: .init(
            """
            Falta la serie del catálogo de disposición documental: garita retention series CLAVE \
            NOMBRE --active AÑOS --semi-active AÑOS.
            """,
            """
            The archive series is missing: garita retention series CODE NAME --active YEARS \
            --semi-active YEARS.
            """
        ),
        .nothingToRemove: .init(
            "No hay expedientes bloqueados con el plazo cumplido.",
            "No blocked file has completed its term."),
        .countChanged: .init(
            "Ya no son los mismos: ahora son {count}. Revise el plan y pídalo de nuevo.",
            "They are no longer the same: now {count}. Look at the plan and ask again."),
        .mustBeAlone: .init(
            "La baja se confirma con «garita retention run» y todas las ventanillas cerradas.",
            "A removal is confirmed with «garita retention run» and every desk closed."),
    ]
}
