import Repatriation
import Terminal

/// What goes to a printer or lies in a folder: text for the printer's width, and a page.
package protocol Printed: Sendable {
    /// Drawn for a width.
    func text(_ width: PaperWidth) -> String
    /// One self-contained page.
    var html: String { get }
}

/// One paper, whatever it is: a heading, what it states, facts by name, what it is for, and who
/// signs. Drawn for a width or as a page of its own.
package struct PaperDocument: Printed {
    /// A fact by its name; a value of none is a line to write on.
    package struct Fact: Sendable {
        let label: String
        let value: String?

        init(_ label: String, _ value: String?) { (self.label, self.value) = (label, value) }
    }

    /// What the page is called, also by the program that shows it.
    let title: String
    /// Made in practice: it says so above, below and across.
    let isDrill: Bool
    let heading: [String]
    var statement = ""
    var facts: [Fact] = []
    var closing: [String] = []
    var signatures: [String] = []
    private static let fades = "El papel térmico se borra: saque copia."

    /// The paper as text drawn for a width.
    package func text(_ width: PaperWidth) -> String {
        let columns = width.columns
        let mark = isDrill ? Wrap.lines(Book.drillMark.es, width: columns) : []
        var lines =
            (mark + heading.flatMap { Wrap.lines($0, width: columns) })
            .map { centred($0, columns) } + [""]
        if !statement.isEmpty { lines += Wrap.lines(statement, width: columns) + [""] }
        for fact in facts { lines += self.lines(fact, width) }
        lines += [""]
        for (index, paragraph) in closing.enumerated() {
            lines += (index > 0 ? [""] : []) + Wrap.lines(paragraph, width: columns)
        }
        if width != .letter { lines += Wrap.lines(PaperDocument.fades, width: columns) }
        if !signatures.isEmpty { lines += ["", ""] }
        for who in signatures {
            lines += [String(repeating: "_", count: min(columns, 32)), who, ""]
        }
        lines += mark.map { centred($0, columns) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A narrow roll, and a long label on any other, have the label on lines of its own.
    private func lines(_ fact: Fact, _ width: PaperWidth) -> [String] {
        let head = "\(fact.label): "
        let isAlone = width == .t32 || TextWidth.of(head) > width.columns / 2
        let room = width.columns - (isAlone ? 2 : TextWidth.of(head))
        let parts = Wrap.lines(
            fact.value ?? String(repeating: "_", count: min(room, 32)), width: room)
        let rest = String(repeating: " ", count: isAlone ? 2 : TextWidth.of(head))
        let body = parts.enumerated().map { index, part in
            (isAlone || index > 0 ? rest : head) + part
        }
        return (isAlone ? Wrap.lines("\(fact.label):", width: width.columns) : []) + body
    }

    private func centred(_ text: String, _ columns: Int) -> String {
        String(repeating: " ", count: max(0, (columns - TextWidth.of(text)) / 2)) + text
    }

    /// One self-contained page with print rules.
    package var html: String {
        let rows = facts.map { fact in
            "<dt>\(HTMLText.escaped(fact.label))</dt><dd>\(HTMLText.escaped(fact.value ?? "____________________"))</dd>"
        }.joined()
        let heads = heading.map { "<p class=h>\(HTMLText.escaped($0))</p>" }.joined()
        let ends = closing.map { "<p>\(HTMLText.escaped($0))</p>" }.joined()
        let hands = signatures.map { "<span class=f>\(HTMLText.escaped($0))</span>" }.joined(
            separator: " ")
        return """
            <!doctype html><html lang="es"><meta charset="utf-8"><title>\(title)</title><style>
            body{font:13pt serif;margin:2cm}.h{text-align:center;margin:.2em}dt{font-weight:bold}dd{margin:0 0 .5em 1em}
            .f{display:inline-block;width:45%;border-top:1px solid #000;margin-top:3cm}@page{size:letter;margin:2cm}
            \(Book.acrossStyle)</style>\(isDrill ? Book.across(.es) : "")\(heads)<p>\(HTMLText.escaped(statement))</p><dl>\(rows)</dl>\(ends)<p>\(hands)</p></html>

            """
    }
}

/// What every paper of a point needs: which, whose, where, and whether it is practice.
package struct PaperFacts: Sendable {
    let paper: Paper
    let person: Reception
    let point: ReceivingPoint
    let zone: Zone
    let isDrill: Bool
    private let officer: String

    /// The facts behind one paper, and the officer who gives it.
    package init(
        _ paper: Paper, of person: Reception, at point: ReceivingPoint, zone: Zone, isDrill: Bool,
        by officer: String
    ) {
        (self.paper, self.person, self.point, self.zone, self.isDrill) = (
            paper, person, point, zone, isDrill
        )
        self.officer = officer
    }

    /// Under the officer's line.
    var signs: String { officer.isEmpty ? "Oficial" : "Oficial: \(officer)" }

    /// Heading lines of a paper with a folio.
    func heading(_ title: String) -> [String] {
        [
            title, "Instituto Nacional de Migración",
            "Punto de recepción \(point.name)", "Folio \(paper.folio)",
            paper.replaces.map { "Sustituye al folio \($0)" },
            paper.reprints > 0 ? "REIMPRESIÓN \(paper.reprints)" : nil,
        ].compactMap { $0 }
    }

    /// `20/11/2026, 10:00 h de Nogales`.
    func moment(_ instant: Instant?) -> String? {
        instant.map(zone.local).map { "\($0.day.shown), \($0.clock) h de \(point.name)" }
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
