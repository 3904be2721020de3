import Repatriation

/// The manual: each step, lane, class, alarm and referral as the rules themselves have them, with
/// who may, by when, why, and on what it rests.
package struct Manual {
    let language: Language
    let points: [ReceivingPoint]
    let providers: [Provider]

    /// Of these points, with their institutions.
    package init(_ language: Language, points: [ReceivingPoint], _ providers: [Provider] = []) {
        self.language = language
        self.points = points
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
                    "Made of the same tables that the program follows. Where it says «criterio de "
                        + "este programa», the lead can change it.")))
        addRights(to: &book)
        addSteps(to: &book)
        addLanes(to: &book)
        addQueue(to: &book)
        addAlarms(to: &book)
        addReferrals(to: &book)
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
    package func part(of step: ProcedureStep) -> Book {
        var book = Book(step.label(language), language)
        var rows = [[language("Quién", "Who"), roles(step.acts)]]
        if let minutes = step.minutes {
            rows.append([language("En", "Within"), "\(minutes) min"])
        }
        rows.append([language("Por qué", "Why"), step.why(language)])
        book.add(
            .heading(step.label(language), level: 2), .text(step.doing(language)),
            .list(rows.map { "\($0[0]): \($0[1])" }), .source(cited(step.grounds)))
        return book
    }

    private func roles(_ acts: [any Act.Type]) -> String {
        // What comes first is what the step is; others may have a part in the rest.
        let able = OfficerRole.allCases.filter { role in
            acts.first.map { Permissions.commands(role).contains($0.name) } ?? false
        }
        return able.map { $0.label(language) }.joined(separator: ", ")
    }

    private func cited(_ grounds: [LegalGround]) -> String {
        grounds.map(\.text).joined(separator: "; ")
    }

    private func addLanes(to book: inout Book) {
        book.add(.heading(language("Rutas", "Lanes"), level: 1))
        for lane in Lane.allCases { book.add(part(of: lane)) }
    }

    /// One lane, as F1 shows it too.
    package func part(of lane: Lane) -> Book {
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
                        OfficerRole.allCases.filter(step.roles.contains)
                            .map { $0.label(language) }.joined(separator: ", "),
                        step.minutes.map(String.init) ?? "",
                        LaneDetail.allCases.filter(step.asks.contains)
                            .map { $0.label(language) }.joined(separator: ", "),
                    ]
                }), .source(cited(lane.grounds)))
        return book
    }

    private func addQueue(to book: inout Book) {
        book.add(
            .heading(language("La cola", "The queue"), level: 1),
            .text(
                language(
                    "Sigue la clase más protegida; dentro de ella, quien más ha rebasado su meta. "
                        + "Mientras alguien de la última clase rebase la suya, una de cada cuatro "
                        + "llamadas es suya.",
                    "The most protected class comes first; inside it, whoever is most past the "
                        + "target. While somebody of the last tier is past theirs, every fourth "
                        + "call is theirs.")),
            .table(
                head: [
                    language("clase", "class"), language("nivel", "tier"),
                    language("meta", "target"), language("la llama", "called by"),
                ],
                rows: PriorityClass.shipped.map { one in
                    [
                        PriorityLabel.staff(one.code)(language), "\(one.tier)",
                        "\(one.targetMinutes) min",
                        Attention.allCases.filter(one.attendedBy.contains)
                            .map { $0.label(language) }.joined(separator: ", "),
                    ]
                }), .source(cited([.arrangements, .childProtection, .ownCriterion])))
    }

    private func addStandards(to book: inout Book) {
        book.add(
            .heading(language("Normas", "Standards"), level: 1),
            .table(
                head: [language("norma", "standard"), "", language("fuente", "source")],
                rows: Standard.allCases.map { [$0.label(language), $0.amount, $0.source] }))
    }
}
