import Repatriation
import Terminal

/// What whoever writes first by a clock that does not fit is asked.
///
/// A dead battery after a power cut shows another year: what is written then stands at an hour that
/// never was. Nothing is chosen beforehand, and Esc writes nothing.
enum HourForms {
    /// The question, and what was to be written once it is answered.
    static func ask(
        _ doubt: HourQuestion, at place: PointCode, then effect: Effect, _ context: Workplace
    ) -> MenuScreen {
        let last = words(context.local(doubt.newest, place))
        return MenuScreen(Bilingual("¿Qué hora es?", "What time is it?"), context) { context in
            let goesOn: [Step] = [.perform(.act(LeaveHourToVerify(at: place))), .effect(effect)]
            let right: [Step] =
                context.officer.leads
                ? [.perform(.act(ConfirmClock(at: place)))] + goesOn : goesOn
            let hour = words(context.local(context.now, place))
            let note = Bilingual(
                "Este equipo dice \(hour.es). Lo último anotado: \(last.es). Mire otro reloj.",
                """
                This machine says \(hour.en). The last fact: \(last.en). Look at another clock.
                """)
            let goOn = MenuScreen.Item(
                "v", "seguir, con hora por verificar", "go on, hour to be verified", goesOn)
            return (note, answers(hour, right) + [goOn])
        }
    }

    /// A lead's word for the hour that the machine shows, or the second officer's where a first
    /// one's waits: nobody vouches for an hour that does not stand before them.
    static func isRight(
        at place: PointCode, _ pending: PendingNote?, _ context: Workplace
    ) -> MenuScreen {
        MenuScreen(Bilingual("¿Es correcta la hora?", "Is the hour right?"), context) { context in
            let hour = words(context.local(context.now, place))
            let about = Bilingual(
                "La hora es correcta, por otro reloj.", "The hour is right, by another clock.")
            let right =
                pending?.confirm(about(context.language), context)
                ?? .perform(.act(ConfirmClock(at: place)))
            let note = Bilingual(
                "Este equipo dice \(hour.es). Mire otro reloj.",
                "This machine says \(hour.en). Look at another clock.")
            return (note, answers(hour, [right]))
        }
    }

    private static func answers(_ hour: Bilingual, _ right: [Step]) -> [MenuScreen.Item] {
        [
            .init("s", "sí: \(hour.es)", "yes: \(hour.en)", right),
            .init(
                "n", "no: no se anota nada", "no: nothing is written",
                [
                    .refuse(
                        "No se anotó. Corrijan el reloj del equipo y repita; lo tecleado sigue.",
                        "Not written. Have the machine's clock set, then repeat it.")
                ]),
        ]
    }

    private static func words(_ time: LocalTime) -> Bilingual {
        func words(_ language: Language) -> String {
            "\(time.clock), \(Dates.short(time.day, language)) \(time.day.year)"
        }
        return Bilingual(words(.es), words(.en))
    }
}
