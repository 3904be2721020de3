import Repatriation

/// The book of children on paper: for the lead's file, two lines a child.
extension PaperDocument {
    /// The book of one point as it stands at a moment.
    package static func childBook(
        _ book: ChildBook, at point: ReceivingPoint, zone: Zone, now: Instant, isDrill: Bool
    ) -> PaperDocument {
        let local = zone.local(now)
        func hour(_ line: ChildLine, _ step: LaneStep) -> String {
            line.lanes.done(step).map { zone.local($0).clock } ?? "-"
        }
        let facts = book.lines.map { line -> Fact in
            let steps = [LaneStep.opi, .procuraduria, .dif, .difArrived].map {
                "\($0.label.es) \(hour(line, $0))"
            }
            let came = line.child.receivedAt.map { zone.local($0) }
            let arrival = came.map { "llegó \($0.day.shown) \($0.clock)" } ?? ""
            let acta = line.lanes.acta.map { "acta \($0.folio)" } ?? "sin acta"
            let parts = [arrival, ChildBookColumns.comes(line).es] + steps
            let exit = line.child.exit.map { "salida: \($0.label.es)" } ?? "adentro"
            let words = (parts + [acta, exit, line.second.map { "2º \($0)" } ?? ""]).filter {
                !$0.isEmpty
            }
            let isRough = line.child.birth?.precision != .exact
            let age = line.age.map { ", \(isRough ? "≈" : "")\($0) años" } ?? ""
            return Fact(
                "Ficha \(line.child.ticket.map(String.init) ?? "–")\(age)",
                words.joined(separator: "; "))
        }
        return PaperDocument(
            title: "Libro de NNA", isDrill: isDrill,
            heading: [
                "LIBRO DE NIÑAS, NIÑOS Y ADOLESCENTES",
                "Punto de recepción \(point.name)",
                "\(book.span.label.es) · \(local.day.shown) \(local.clock)",
            ],
            facts: facts, closing: [ChildBookColumns.foot(book).0.es],
            signatures: ["Jefatura de turno"])
    }
}
