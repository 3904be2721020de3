extension Refusal.Code {
    /// What is said about people's rights over their data, and about the archive.
    static let rightsSentences: [Refusal.Code: Bilingual] = [
        .dataRemoved: .init(
            "Sus datos se dieron de baja: no queda nada que dar ni corregir.",
            "Their data were removed: nothing is left to give or correct."),
        .guardianAsks: .init(
            "Es menor de 18 o su edad no está aclarada: lo pide su madre, padre, tutor o representante, con documento.",
            "Under 18, or the age is not settled: a parent, guardian or representative asks, with a document."),
        .requestAnswered: .init(
            "Esa solicitud ya se respondió: registre otra.", "That request was answered already: record another."),
        .extendedOnce: .init("El plazo se amplía una sola vez.", "The term is extended only once."),
        .stillInside: .init(
            "La persona sigue adentro: se cancela después de su salida.",
            "The person is still inside: it is cancelled after they leave."),
        .unknownRequest: .init("No existe esa solicitud.", "There is no such request."),
        .noArchiveSeries: .init(
            "Falta la serie del catálogo de disposición documental: garita retention series CLAVE NOMBRE --active AÑOS --semi-active AÑOS.",
            "The archive series is missing: garita retention series CODE NAME --active YEARS --semi-active YEARS."),
        .nothingToRemove: .init(
            "No hay expedientes bloqueados con el plazo cumplido.", "No blocked file has completed its term."),
        .countChanged: .init(
            "Ya no son los mismos: ahora son {count}. Revise el plan y pídalo de nuevo.",
            "They are no longer the same: now {count}. Look at the plan and ask again."),
        .mustBeAlone: .init(
            "La baja se confirma con «garita retention run» y todas las ventanillas cerradas.",
            "A removal is confirmed with «garita retention run» and every desk closed."),
    ]
}
