import Repatriation

/// Groups that come day after day, and what happens to people by chance.
extension ScenarioKey {
    static let ofRates: [ScenarioKey] =
        [
            .init(
                "dias", .integer(0...60), "1", "Cuántos días enteros dura, además de sus horas.",
                "How many whole days it lasts, beside its hours."),
            .init(
                "turnos", .texts, "[\"07:00\", \"19:00\"]",
                "A qué horas del punto entrega la jefatura el turno.",
                "At which hours of the point the lead hands the shift over."),
            .init(
                "llegadas", .parts, "Grupos que llegan cada día, sorteados.",
                "Groups that come every day, drawn."),
            .init(
                "llegadas.punto", .point, "\"MAT\"", isRequired: true, "A qué punto.",
                "To which point."),
            .init(
                "llegadas.por_dia", .integer(1...5000), "90", isRequired: true,
                "Cuántas personas en un día medio; los viernes más, los domingos menos.",
                "How many people on a mean day; more on Fridays, fewer on Sundays."),
            .init(
                "llegadas.ventanillas", .desks, "[2, 3]", "En qué ventanillas hay colegas.",
                "At which desks colleagues sit."),
            .init(
                "llegadas.de_noche", .integer(0...1000), "40",
                "De mil grupos, cuántos llegan entre las 22:00 y las 05:00.",
                "Of a thousand groups, how many come between 22:00 and 05:00."),
            .init(
                "llegadas.modos", .part, "Cómo llegan, cada modo con su peso.",
                "How they come, each with its weight."),
            .init(
                "llegadas.autoridades", .part, "Quién entrega, cada una con su peso.",
                "Who hands over, each with its weight."),
        ] + weights(of: Mode.self, "llegadas.modos")
        + weights(of: Authority.self, "llegadas.autoridades") + ofChances

    private static func weights<Kind: RawRepresentable<String> & CaseIterable>(
        of _: Kind.Type, _ part: String
    ) -> [ScenarioKey] {
        Kind.allCases.map {
            .init("\(part).\($0.rawValue)", .integer(1...1000), "10", "Su peso.", "Its weight.")
        }
    }

    private static let ofChances: [ScenarioKey] = [
        .init(
            "azar", .part, "De mil personas sorteadas, a cuántas les pasa algo.",
            "Of a thousand people who are drawn, to how many something happens."),
        chance("repiten", 500, "Ya habían venido.", "They came before."),
        chance(
            "no_entregadas", 12, "Están en la lista y no las entregan.",
            "On the list, and not handed over."),
        chance(
            "se_fueron", 2, "Se van antes del pase de lista.", "They leave before the roll call."),
        chance("sin_lista", 6, "Llegan y no están en la lista.", "They come and are on no list."),
        chance("no_acuden", 12, "No acuden cuando se les llama.", "They do not come when called."),
        chance("albergue", 490, "Quieren un albergue.", "They want a shelter."),
        chance(
            "apoyos", 836, "Su grupo recibe agua y alimento.", "Their group gets water and food."),
    ]

    private static func chance(_ name: String, _ usual: Int, _ es: String, _ en: String)
        -> ScenarioKey
    {
        .init("azar.\(name)", .integer(0...1000), "\(usual)", es, en)
    }
}
