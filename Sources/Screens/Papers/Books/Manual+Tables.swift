import Repatriation

extension Manual {
    func addAlarms(to book: inout Book) {
        book.add(
            .heading(language("Avisos", "Alarms"), level: 1),
            .table(
                head: [
                    language("aviso", "alarm"), language("desde", "from"),
                    language("qué hacer", "what to do"), language("fuente", "source"),
                ],
                rows: Alarm.all.map { alarm in
                    [
                        alarm.kind.label(language),
                        threshold(of: alarm) ?? "", alarm.one.withoutGaps(language),
                        cited(alarm.kind.grounds),
                    ]
                }))
    }

    func addReferrals(to book: inout Book) {
        book.add(
            .heading(language("Canalizaciones", "Referrals"), level: 1),
            .table(
                head: [
                    language("clave", "code"), language("a qué", "what for"), "min",
                    language("sobre qué base", "on what basis"), language("fuente", "source"),
                ],
                rows: ReferralKind.allCases.map { kind in
                    [
                        kind.acronym, kind.label(language), "\(kind.dueMinutes)",
                        kind.bases.map { $0.label(language) }.joined(separator: ", "),
                        cited(kind.legalGrounds),
                    ]
                }))
    }

    /// The columns of INM's desk system, and what each is filled from.
    func addSIOMR(to book: inout Book) {
        book.add(
            .heading(language("Base SIOM-R: sus columnas", "SIOM-R base: its columns"), level: 1),
            .text(
                language(
                    """
                    Se saca con «garita report siomr». Lo que no se sabe dice «no especificado»; un \
                    apoyo o canalización que esa versión de la entrevista no ofrecía, «sin \
                    determinar».
                    """,
                    """
                    It comes from «garita report siomr». What nobody knows says «no especificado»; \
                    help or a referral that the form of then did not offer, «sin determinar».
                    """)),
            .table(
                head: [language("columna", "column"), language("de dónde sale", "filled from")],
                rows: SIOMRColumn.allCases.map { [$0.rawValue, $0.filled(language)] }))
    }
}

extension Bilingual {
    /// A sentence of the table of alarms, with «…» where a number or a name will stand.
    func withoutGaps(_ language: Language) -> String {
        var text = ""
        var isGap = false
        for letter in self(language) {
            if letter == "{" {
                isGap = true
            } else if letter == "}" {
                isGap = false
                text += "…"
            } else if !isGap {
                text.append(letter)
            }
        }
        return text
    }
}
