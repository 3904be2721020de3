import Repatriation

/// The manual: each step, lane, class, alarm and referral as the rules themselves have them, with
/// who may, by when, why, and on what it rests.
package struct Manual {
    let language: Language
    /// Those whose classes, thresholds and hours it says; where there are none, those shipped.
    let points: [ReceivingPoint]
    let providers: [Provider]

    /// Of these points, with their institutions.
    package init(
        _ language: Language, points: [ReceivingPoint] = [], _ providers: [Provider] = []
    ) {
        self.language = language
        self.points = points.filter(\.isActive)
        self.providers = providers
    }

    /// All of it.
    package var book: Book {
        var book = Book(
            language("Manual de la mesa de recepción", "Manual of the reception desk"), language)
        book.add(
            .text(
                language(
                    "Hecho de las mismas tablas que sigue el programa. Donde dice «criterio de este "
                        + "programa», la jefatura puede cambiarlo.",
                    "Made of the same tables that the program follows. Where it says «this "
                        + "program's own criterion», the lead can change it.")))
        addRights(to: &book)
        addChapters(to: &book)
        addSteps(to: &book)
        addLanes(to: &book)
        addQueue(to: &book)
        addAlarms(to: &book)
        addReferrals(to: &book)
        addSIOMR(to: &book)
        addPoints(to: &book)
        addStandards(to: &book)
        return book
    }

    private func addRights(to book: inout Book) {
        book.add(
            .heading(
                language("Derechos de quien llega", "Rights of those who arrive"), level: 1),
            .list(ReceptionRight.allCases.map { $0.words(language) }))
    }

    private func addSteps(to book: inout Book) {
        book.add(.heading(language("El camino de una persona", "A person's way"), level: 1))
        for step in ProcedureStep.allCases { book.add(part(of: step)) }
    }

    /// One step, as F1 shows it too.
    func part(of step: ProcedureStep) -> Book {
        var book = Book(step.label(language), language)
        var rows = [language("Quién: ", "Who: ") + roles(step.acts)]
        if let term = step.term?.alarm, let within = threshold(of: term) {
            rows.append(language("En: ", "Within: ") + within)
        }
        rows.append(language("Por qué: ", "Why: ") + step.why(language))
        book.add(
            .heading(step.label(language), level: 2), .text(step.doing(language)), .list(rows),
            .source(cited(step.grounds)))
        return book
    }

    private func roles(_ acts: [any Act.Type]) -> String {
        // What comes first is what the step is; others may have a part in the rest.
        words(
            OfficerRole.allCases.filter { role in
                acts.first.map { Permissions.commands(role).contains($0.name) } ?? false
            })
    }

    func words(_ roles: [OfficerRole]) -> String {
        roles.map { $0.label(language) }.joined(separator: ", ")
    }

    func cited(_ grounds: [LegalGround]) -> String {
        grounds.map { $0.text(language) }.joined(separator: "; ")
    }

    private func addLanes(to book: inout Book) {
        book.add(.heading(language("Rutas", "Lanes"), level: 1))
        for lane in Lane.allCases { book.add(part(of: lane)) }
    }

    private func part(of lane: Lane) -> Book {
        var book = Book(lane.label(language), language)
        book.add(
            .heading(lane.label(language), level: 2), .text(lane.why(language)),
            .table(
                head: [
                    language("paso", "step"), language("quién", "who"), "min",
                    language("qué se anota", "what is noted"),
                ],
                rows: lane.steps.map { step in
                    [
                        step.label(language),
                        words(OfficerRole.allCases.filter(step.roles.contains)),
                        step.minutes.map(String.init) ?? "", details(of: step),
                    ]
                }), .source(cited(lane.grounds)))
        return book
    }

    /// What has to be said of a step besides the hour.
    func details(of step: LaneStep) -> String {
        LaneDetail.allCases.filter(step.asks.contains).map { $0.label(language) }
            .joined(separator: ", ")
    }

    private func addStandards(to book: inout Book) {
        book.add(
            .heading(language("Normas", "Standards"), level: 1),
            .table(
                head: [language("norma", "standard"), "", language("fuente", "source")],
                rows: Standard.allCases.map {
                    [$0.label(language), $0.amount, $0.source(language)]
                }))
    }
}
