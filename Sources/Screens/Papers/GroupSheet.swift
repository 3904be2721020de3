import Repatriation
import Terminal

/// The sheet for a roll call outdoors: big numbers, names, boxes to tick. No flag, no US number, no
/// remark.
package struct GroupSheet: Sendable {
    private let line: GroupLine
    private let rows: [RollRow]
    private let point: String
    private let isDrill: Bool
    private let peaks: [Peak]

    /// The sheet of one group; `point` is what the point is called.
    package init(line: GroupLine, rows: [RollRow], point: String, isDrill: Bool, peaks: [Peak] = [])
    {
        self.peaks = peaks
        self.line = line
        self.rows = rows
        self.point = point
        self.isDrill = isDrill
    }

    private var heading: String {
        """
        \(point) · \(line.group.name) · \(line.group.day?.shown ?? "") · en lista \
        \(line.counts.onList)
        """
    }

    private var marks: String { isDrill ? Book.drillMark.es : "" }
    private static let key =
        """
        T todo   P parte   V falta todo   S no traía   X no llegó (1 EUA no entregó, 2 estaba y \
        no está, 3 no se sabe)
        """

    private func name(_ row: RollRow) -> String {
        let name = isHidden(row) ? .childAlone(nil) : row.reception.shownName
        return name.words.es.isEmpty ? "Sin identificar" : name.words.es
    }

    /// A sheet lies on a counter: once here, a child alone has no name on it.
    private func isHidden(_ row: RollRow) -> Bool {
        row.reception.stage != .listed && row.reception.isChildAlone
    }

    private func birth(_ row: RollRow) -> String? {
        isHidden(row) ? nil : row.reception.birth?.shown.es
    }

    /// 80 columns, 60 lines a page, ends with the counts and signatures.
    package var text: String {
        var out = ""
        let pages = stride(from: 0, to: max(1, rows.count), by: 50).map {
            Array(rows[$0..<min(rows.count, $0 + 50)])
        }
        for (index, page) in pages.enumerated() {
            if index > 0 { out += "\u{0C}" }
            out += "PASE DE LISTA  \(heading)  hoja \(index + 1) de \(pages.count)\n"
            if isDrill { out += marks + "\n" }
            for peak in peaks { out += "AFLUENCIA, nueve respuestas: \(peak.words)\n" }
            out += GroupSheet.key + "\n\n"
            for row in page {
                let number = row.reception.listNumber.map { padded($0, 2) } ?? " +"
                let birth = birth(row) ?? "          "
                out +=
                    """
                    \(number)  [   ]  \(TextWidth.fill(TextWidth.cut(name(row), to: 48), to: 48)) \
                     \(birth)\n
                    """
            }
        }
        return out
            + "\nConteo en la línea ______   Conteo en sala ______   Hora ______\n\nFirma ______________________________   Folio de hoja ______________\n"
    }

    /// One self-contained page with print rules.
    package var html: String {
        let body = rows.map { row in
            let number = row.reception.listNumber.map { padded($0, 2) } ?? "+"
            return
                """
                <tr><td class=n>\(number)</td><td \
                class=b></td><td>\(HTMLText.escaped(name(row)))</td>
                """
                    + "<td>\(birth(row) ?? "")</td></tr>"
        }.joined(separator: "\n")
        return """
            <!doctype html><html lang="es"><meta charset="utf-8"><title>Pase de lista</title><style>
            body{font:12pt sans-serif;margin:1.5cm}table{border-collapse:collapse;width:100%}
            td{border-bottom:1px solid #999;padding:3pt}.n{font-size:16pt;font-weight:bold;width:2.2em}
            .b{border:1px solid #000;width:2.5em}tr{break-inside:avoid}@page{size:letter;margin:1.5cm}
            </style><h1>Pase de lista</h1><p>\(HTMLText.escaped(heading))</p><p><strong>\(marks)</strong></p>
            \(peaks.map { "<p>Afluencia, nueve respuestas: \(HTMLText.escaped($0.words))</p>" }.joined())
            <p>\(GroupSheet.key)</p><table>
            \(body)
            </table><p>Conteo en la línea ______ Conteo en sala ______ Hora ______</p>
            <p>Firma ____________________ Folio de hoja __________</p></html>

            """
    }
}
