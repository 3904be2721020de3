import Repatriation

/// A hand-over on paper, in the five parts of the screen; names stand on it for the two leads.
extension PaperDocument {
    /// What one lead hands to the next, as it stands at a moment.
    package static func handOver(_ view: HandOverView, zone: Zone, isDrill: Bool) -> PaperDocument {
        func shown(_ count: Int?) -> String { count.map(String.init) ?? "____" }
        let remains = view.remains
        let handOver = view.waiting
        let people = view.lines.map { line -> Fact in
            let due = line.next.dueAt.map { zone.local($0).clock }
            let words = [
                line.isGrave ? "SALUD" : line.isChild ? "NNA" : "", line.person.fullName,
                line.since.map { "desde \($0.clock)" } ?? "", line.person.place?.label.es ?? "",
                line.next.words.es + (due.map { " (\($0))" } ?? ""), "toma \(line.owner)",
            ]
            return Fact(
                "Ficha \(line.person.ticket.map(String.init) ?? "–")",
                words.filter { !$0.isEmpty }.joined(separator: "; "))
        }
        let counts = Fact(
            "Conteo",
            """
            entrega \(shown(handOver?.outgoingCount)); recibe \(shown(handOver?.incomingCount)); \
            archivo \(remains.inBuilding) en el edificio y \(remains.elsewhere) fuera
            """)
        let means = [
            Fact("Apertura", view.checkTold.es),
            Fact("Normas", view.standardLines.map(\.es).joined(separator: "; ")),
        ]
        let said = [
            handOver?.unilateral.map { Fact("Entrega unilateral", $0) },
            handOver?.remarks.map { Fact("Observaciones de quien entrega", $0) },
            handOver?.observations.map { Fact("Observaciones de quien recibe", $0) },
        ].compactMap { $0 }
        let questions = ReadBack.questions.map { Fact($0.words.es, nil) }
        return PaperDocument(
            title: "Entrega de turno",
            heading: [
                isDrill ? "PRÁCTICA · SIN VALIDEZ" : nil, "ENTREGA DE TURNO",
                "Punto de recepción \(view.point.name)",
                "\(view.local.day.shown) \(view.local.clock)",
                "Entrega \(handOver.map { view.signer($0.outgoing) } ?? view.lead ?? "–")",
            ].compactMap { $0 },
            facts: [counts] + people + [Fact("Queda", remains.words.es)] + means + said + questions,
            closing: view.contingenciesOnPaper.map(\.es),
            signatures: ["Quien entrega", "Quien recibe"])
    }
}
