import Repatriation
import Terminal

/// What is done out of order, and why: a digit of six says it.
extension Menus {
    private static let callReasons = [
        Bilingual("salud", "health"), Bilingual("NNA", "child"), Bilingual("familia", "family"),
        Bilingual("lengua", "language"), Bilingual("autoridad", "authority"),
    ]

    static func callReason(_ person: Identifier<Reception>, _ whom: Whom, desk: Int) -> MenuScreen {
        reason(
            Bilingual("Llamar fuera de orden: motivo", "Call out of order: reason"),
            typed: Bilingual("Motivo para llamar", "Reason for the call"), callReasons, person, whom
        ) { .act(CallPerson(person, desk: desk, reason: $0)) }
    }

    /// Who is with a desk, set aside or through has no turn to change.
    static let notWaiting = Why.says(
        "Sólo a quien está en espera se le cambia la prioridad.",
        "Only the priority of who is waiting is changed.")

    /// What was not known when the class was given.
    private static let classReasons = [
        Bilingual("su salud cambió", "their health changed"),
        Bilingual("lo dijo después", "said it later"),
        Bilingual("viaja con familia", "travels with family"),
        Bilingual("necesita intérprete", "needs an interpreter"),
        Bilingual("se anotó mal", "was noted wrongly"),
    ]

    /// The class that somebody has now, then to which, then why.
    static func priority(_ row: QueueRow, _ whom: Whom) -> MenuScreen {
        let person = row.id
        let now = PriorityLabel.staff(row.priority)
        return MenuScreen(
            Bilingual("Cambiar de prioridad", "Change priority"), whom: whom, preselects: false,
            note: Bilingual(
                """
                Hoy tiene: \(now.es), meta \(row.target) min. Conserva su hora de llegada. Urgencia \
                y NNA sólo los da la valoración («s»).
                """,
                """
                Has now: \(now.en), target \(row.target) min. The time of arrival stays. Emergency \
                and child come by the questions («s») alone.
                """),
            items(GivenClass.allCases, \.label) { given in
                let heading = Bilingual(
                    "Prioridad \(given.label.es): motivo", "Priority \(given.label.en): reason")
                let menu = reason(
                    heading,
                    typed: Bilingual("Motivo de la prioridad", "Reason for the priority"),
                    classReasons, person, whom
                ) { .act(SetPriority(person, given, reason: $0)) }
                return [.replace(menu)]
            })
    }

    private static func reason(
        _ heading: Bilingual, typed: Bilingual, _ reasons: [Bilingual],
        _ person: Identifier<Reception>, _ whom: Whom,
        _ act: @escaping @Sendable (String?) -> Command
    ) -> MenuScreen {
        let form = FormScreen(
            typed, of: person, [FormField("reason", "Motivo", "Reason", required: true)]
        ) { [.perform(act($0["reason"]))] }
        let other = MenuScreen.Item("6", "otra", "other", [.replace(form)])
        return MenuScreen(
            heading, whom: whom, items(reasons, { $0 }) { [.perform(act($0.es))] } + [other])
    }
}
