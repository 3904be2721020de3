import Repatriation

/// The sheets of a power cut, printed ahead and kept in a drawer: with folios that nothing else may
/// use.
package struct ContingencySheets: Sendable {
    private let point: ReceivingPoint
    private let papers: [Paper]
    private let isDrill: Bool

    /// The sheets of a point with its reserved folios.
    package init(at point: ReceivingPoint, _ papers: [Paper], isDrill: Bool) {
        (self.point, self.papers, self.isDrill) = (point, papers, isDrill)
    }

    /// How many of each kind a packet holds: certificates, hand-over records, roll calls and shift
    /// hand-overs.
    package static let packet = [
        ReservedSheets(.certificate, 20), ReservedSheets(.acta, 3), ReservedSheets(.rollCall, 2),
        ReservedSheets(.shiftHandOver, 1),
    ]

    /// Every sheet, a page each, and the numbered cards.
    package var text: String {
        (papers.map { document($0).text(.letter) } + [cards]).joined(separator: "\u{0C}")
    }

    private func document(_ paper: Paper) -> PaperDocument {
        let heading = [
            paper.paperKind.sheetTitle,
            "Instituto Nacional de Migración",
            "Punto de recepción \(point.name)", "Folio \(paper.folio)", "HOJA DE CONTINGENCIA",
        ]
        let blank = { (label: String) in PaperDocument.Fact(label, nil) }
        switch paper.paperKind {
        case .rollCall:
            return PaperDocument(
                title: "Pase de lista", isDrill: isDrill, heading: heading,
                statement:
                    """
                    T todo  P parte  V falta todo  S no traía  X no llegó (1 EUA no entregó, 2 \
                    estaba y no está, 3 no se sabe)
                    """,
                facts: (1...60).map {
                    PaperDocument.Fact(padded($0, 2), "[   ] " + String(repeating: "_", count: 60))
                },
                closing: ["Línea ____  Sala ____  Hora ____  Entregó por EUA ____________________"])
        case .shiftHandOver:
            return PaperDocument(
                title: "Entrega de turno", isDrill: isDrill, heading: heading,
                facts: [
                    "Conteo de quien entrega", "Conteo de quien recibe",
                    "Niñas, niños y adolescentes", "Hora",
                ].map(
                    blank)
                    + (1...12).map { _ in
                        PaperDocument.Fact(
                            "Ficha, lugar, qué sigue, a las, toma",
                            "_______________________________")
                    },
                signatures: ["Entrega", "Recibe"])
        case .acta:
            return PaperDocument(
                title: "Acta de canalización", isDrill: isDrill, heading: heading,
                statement: "Artículo 112 de la Ley de Migración.",
                facts: [
                    "Nombre", "Edad que dice", "Hora de recepción", "OPI",
                    "Procuraduría: hora, medio, quién",
                    "DIF avisado: hora, medio, quién", "DIF llegó", "Recibe: institución, nombre",
                    "Credencial",
                    "Placa",
                ].map(blank),
                signatures: ["Recibe por el DIF", "OPI", "Segunda persona que confirma"])
        default:
            return PaperDocument(
                title: "Constancia", isDrill: isDrill, heading: heading,
                facts: [
                    "Nombre", "Nacimiento", "CURP", "Ficha", "Día y hora de recepción",
                    "Medio de acreditación",
                ]
                .map(blank),
                closing: ["Es gratuita. Nadie puede cobrarle por ella."],
                signatures: ["Firma o huella", "Oficial"])
        }
    }

    /// Numbers to hand out, ten a line, to be cut.
    private var cards: String {
        let rows = stride(from: 1, through: 200, by: 10).map { first in
            (first..<first + 10).map { padded($0, 3) }.joined(separator: "  |  ")
        }
        return "FICHAS · \(point.name)\n\n" + rows.joined(separator: "\n\n") + "\n"
    }
}

extension PaperKind {
    /// As a blank sheet is headed.
    fileprivate var sheetTitle: String {
        switch self {
        case .certificate: "CONSTANCIA DE RECEPCIÓN"
        case .acta: "ACTA DE CANALIZACIÓN"
        case .claim: "RECLAMO DE PERTENENCIAS"
        case .rollCall: "PASE DE LISTA"
        case .shiftHandOver: "ENTREGA DE TURNO"
        }
    }
}
