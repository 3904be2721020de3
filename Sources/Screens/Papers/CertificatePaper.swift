import Repatriation
import Terminal

/// The certificate of reception: who was received, where and when. No US record, no health, no flag.
package struct CertificatePaper: Sendable {
    private let paper: Paper
    private let person: Reception
    private let point: ReceivingPoint
    private let received: LocalTime?
    private let isDrill: Bool

    /// The certificate of one person; `received` is on the point's own clock.
    package init(_ paper: Paper, of person: Reception, at point: ReceivingPoint, received: LocalTime?, isDrill: Bool) {
        self.paper = paper
        self.person = person
        self.point = point
        self.received = received
        self.isDrill = isDrill
    }

    private var heading: [String] {
        [
            isDrill ? "PRÁCTICA · SIN VALIDEZ" : nil, "CONSTANCIA DE RECEPCIÓN",
            "Instituto Nacional de Migración", "Punto de recepción \(point.name)", "Folio \(paper.folio)",
            paper.reprints > 0 ? "REIMPRESIÓN \(paper.reprints)" : nil,
        ].compactMap { $0 }
    }

    private var facts: [(label: String, value: String)] {
        [
            ("Nombre", person.fullName), ("Nacimiento", person.birthDate?.shown ?? "no consta"),
            ("CURP", person.curp ?? "no consta"),
            ("Recibida", received.map { "\($0.day.shown), \($0.clock) h de \(point.name)" } ?? "no consta"),
        ]
    }

    private static let statement =
        "Se hace constar que la persona nombrada, de nacionalidad mexicana, fue recibida en este punto el día y la hora que se indican."
    private static let use =
        "Es gratuita y sirve para pedir documentos, salud, escuela y apoyos. Nadie puede cobrarle por ella."
    private static let fades = "El papel térmico se borra: saque copia."

    /// The paper as text drawn for a width.
    package func text(_ width: PaperWidth) -> String {
        let columns = width.columns
        var lines = heading.flatMap { Wrap.lines($0, width: columns) }.map { centred($0, columns) } + [""]
        lines += Wrap.lines(CertificatePaper.statement, width: columns) + [""]
        for (label, value) in facts {
            let head = "\(label): "
            let room = columns - (width == .t32 ? 2 : head.count)
            let parts = Wrap.lines(value, width: room)
            // A narrow roll has the label on a line of its own.
            if width == .t32 { lines.append("\(label):") }
            for (index, part) in parts.enumerated() {
                let lead = width == .t32 ? "  " : index == 0 ? head : String(repeating: " ", count: head.count)
                lines.append(lead + part)
            }
        }
        lines += [""] + Wrap.lines(CertificatePaper.use, width: columns)
        if width != .letter { lines += Wrap.lines(CertificatePaper.fades, width: columns) }
        lines += ["", "", String(repeating: "_", count: min(columns, 32)), "Firma o huella", ""]
        lines += [String(repeating: "_", count: min(columns, 32)), "Oficial", ""]
        return lines.joined(separator: "\n") + "\n"
    }

    private func centred(_ text: String, _ columns: Int) -> String {
        String(repeating: " ", count: max(0, (columns - TextWidth.of(text)) / 2)) + text
    }

    /// One self-contained page with print rules.
    package var html: String {
        let rows = facts.map { "<dt>\(HTMLText.escaped($0.label))</dt><dd>\(HTMLText.escaped($0.value))</dd>" }.joined()
        let heads = heading.map { "<p class=h>\(HTMLText.escaped($0))</p>" }.joined()
        return """
            <!doctype html><html lang="es"><meta charset="utf-8"><title>Constancia</title><style>
            body{font:13pt serif;margin:2cm}.h{text-align:center;margin:.2em}dt{font-weight:bold}dd{margin:0 0 .5em 1em}
            .f{display:inline-block;width:45%;border-top:1px solid #000;margin-top:3cm}@page{size:letter;margin:2cm}
            </style>\(heads)<p>\(CertificatePaper.statement)</p><dl>\(rows)</dl><p>\(CertificatePaper.use)</p>
            <p><span class=f>Firma o huella</span> <span class=f>Oficial</span></p></html>

            """
    }
}

/// Text inside a page.
enum HTMLText {
    /// With nothing of it left to be read as a tag.
    static func escaped(_ text: String) -> String {
        text.map { character -> String in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            default: String(character)
            }
        }.joined()
    }
}
