/// Words of lists that mean something by themselves.
enum ListWords {
    private static let mexico: Set<String> = [
        "mex", "mx", "mm", "mexico", "mexican", "mexicana", "mexicano",
    ]

    /// Mexico or Mexican, in any of the ways in which lists say it.
    static func isMexico(_ text: String) -> Bool {
        let words = NameText.folded(text).split(separator: " ").map(String.init)
        let extra: Set<String> = [
            "a", "o", "s", "national", "nacional", "republic", "republica", "of", "de",
        ]
        if ["estadosunidosmexicanos", "unitedmexicanstates", "eum"].contains(words.joined()) {
            return true
        }
        return words.contains { mexico.contains($0) }
            && words.allSatisfy { mexico.contains($0) || extra.contains($0) }
    }

    /// The sex that a cell says; «M» as the list's codes have it.
    static func sex(_ text: String, _ codes: HandoverList.SexCodes?) -> Sex? {
        switch NameText.folded(text) {
        case "hombre", "masculino", "masc", "male", "man", "varon", "h": .man
        case "mujer", "femenino", "femenina", "fem", "female", "woman", "f": .woman
        case "x", "no binario", "no binaria", "nonbinary", "non binary": .other
        case "m": codes.map { $0 == .us ? .man : .woman }
        default: nil
        }
    }

    /// A box that is not ticked.
    static func isNo(_ text: String) -> Bool {
        ListText.isStandIn(text) && NameText.folded(text) != "x"
            || ["n", "no", "0", "false", "falso", "negative", "neg", "negativo", "ok"].contains(
                NameText.folded(text))
    }

    /// A box that is ticked.
    static func isYes(_ text: String) -> Bool {
        ["y", "yes", "si", "s", "x", "1", "true", "verdadero"].contains(NameText.folded(text))
    }

    /// Why a line names nobody; nil when it may name somebody.
    static func nobody(_ record: DelimitedText.Record, _ heading: ListHeading, titles: Set<String>)
        -> Bilingual?
    {
        let cells = record.cells.map { ListText($0).text }
        guard cells.contains(where: { $0.contains(where: { $0.isLetter || $0.isNumber }) }) else {
            return Bilingual("no tiene letras ni números", "it has neither letters nor numbers")
        }
        let text = cells.filter { !$0.isEmpty }.joined(separator: " ")
        if titles.contains(NameText.folded(text)) {
            return Bilingual("repite un título de la lista", "it repeats a title of the list")
        }
        if repeatsHeading(cells, heading) {
            return Bilingual("repite el encabezado", "it repeats the heading")
        }
        if ListCounts.areAll(record, heading) {
            return Bilingual("es un renglón de cuentas", "it is a row of counts")
        }
        let isSomebody = heading.columns.contains { index, column in
            [.birthDate, .sex, .curp, .alienNumber].contains(column) && index < cells.count
                && cells[index].contains { $0.isLetter || $0.isNumber }
        }
        if isSomebody { return nil }
        let given =
            heading.columns.first { $0.value == .given }.map {
                $0.key < cells.count ? cells[$0.key] : ""
            } ?? ""
        let lettered = cells.filter { $0.contains(where: \.isLetter) }
        return foot(lettered, isAlone: given.isEmpty || lettered.count == 1)
    }

    private static func repeatsHeading(_ cells: [String], _ heading: ListHeading) -> Bool {
        let filled = cells.indices.filter { !cells[$0].isEmpty }
        let same = filled.count { index in
            guard index < heading.labels.count else { return false }
            let (own, cell) = (
                NameText.folded(heading.labels[index]), NameText.folded(cells[index])
            )
            return !cell.isEmpty
                && (own == cell || own.hasSuffix(" \(cell)") || own.hasPrefix("\(cell) "))
        }
        return same >= 2 && same * 2 > filled.count
    }

    /// What stands at the foot of lists and of their pages.
    private static func foot(_ lettered: [String], isAlone: Bool) -> Bilingual? {
        let words = NameText.folded(lettered.joined(separator: " ")).split(separator: " ").map(
            String.init)
        let start = words.prefix(2).joined(separator: " ")
        guard let first = words.first else { return nil }
        if ["total", "totals", "totales", "subtotal", "subtotals", "subtotales"].contains(first)
            || ["grand total", "gran total", "sub total", "suma total"].contains(start)
        {
            return Bilingual("es un renglón de totales", "it is a row of totals")
        }
        let isPage = words.count > 1 && Int(words[1]) != nil && words.count <= 5
        if ["page", "pagina", "pag", "hoja", "pg"].contains(first), isPage {
            return Bilingual("es un número de hoja", "it is a page number")
        }
        if pairs.contains(start) || isAlone && notes.contains(first) {
            return Bilingual("es una nota, no una persona", "it is a note, not a person")
        }
        return nil
    }

    private static let pairs: Set<String> = [
        "prepared by", "approved by", "reviewed by", "submitted by", "printed by", "printed on",
        "received by",
        "delivered by", "signed by", "created by", "compiled by", "released by", "run date",
        "run time", "report date",
        "date printed", "end of", "fin de", "preparado por", "elaborado por", "elaborada por",
        "revisado por",
        "autorizado por", "recibido por", "entregado por", "impreso el", "fecha de", "for official",
        "law enforcement",
        "officer signature", "officer in", "continued on", "continua en", "escort officer",
        "no more", "ultima linea",
        "last line", "hora de", "nombre y", "firma de", "firma del", "sello de", "vo bo",
    ]

    private static let notes: Set<String> = [
        "nota", "notas", "note", "notes", "fuente", "source", "firma", "signature", "elaboro",
        "reviso", "autorizo",
        "recibio", "entrego", "preparo", "generated", "generado", "continued", "continua",
        "confidential",
        "confidencial", "unclassified", "fouo", "total", "count", "observaciones",
    ]
}
