import Repatriation

/// What the message line says after a command.
enum ReplyWords {
    /// Whom and what: «Ficha 8, Luna Ruiz: llamada a la ventanilla 1.»
    static func message(
        _ command: Command, changed: Bool, _ result: any Outcome, _ person: Reception?,
        _ context: Workplace
    ) -> Said? {
        guard var words = words(command, changed: changed, result) else { return nil }
        if changed, command.act is CallNext || command.act is CallPerson,
            person?.flags?.mustBeFetched == true
        {
            words = Bilingual("vaya por ella o él: \(words.es)", "go and fetch: \(words.en)")
        }
        return person.map { Whom($0).said(words, context) } ?? Said(words, .message)
    }

    private static func words(_ command: Command, changed: Bool, _ result: any Outcome)
        -> Bilingual?
    {
        if let left = (result as? Left)?.leftAlone, !left.isEmpty {
            return Bilingual(
                """
                Salió. Sigue aquí, sin nadie, NNA de su familia (\(left.count)): su ruta es con \
                la OPI.
                """,
                """
                Left. Children of the family (\(left.count)) stay here alone: their lane is child \
                protection's.
                """
            )
        }
        return command.act.said(result, changed: changed)
            ?? (changed
                ? Bilingual("Hecho.", "Done.") : Bilingual("Ya estaba así.", "It was so already."))
    }

    /// What the desk asks while nobody vouches for the hour.
    static let clockInDoubt = Bilingual(
        """
        ¿Es la hora correcta? Edades y fichas siguen con el último día seguro; la jefatura \
        confirma: F9 t, «h».
        """,
        """
        Is the hour right? Ages and tickets stay with the last sure day; the lead confirms: F9 t, \
        «h».
        """
    )

    /// The paper that a command issued or asked for again: it is printed, and stays in the tray
    /// until it is delivered.
    static func paper(_ command: Command, _ result: any Outcome) -> Identifier<Paper>? {
        command.act(Reprint.self)?.paper ?? (result as? any PrintedOutcome)?.paper
    }
}
