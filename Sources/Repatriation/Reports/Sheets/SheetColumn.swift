/// What a column of somebody's sheet of events says.
enum SheetColumn: CaseIterable, Sendable {
    case day, month, office, point, way, nationality
    case total, adults, men, women, otherAdults, ageless
    case minors, boys, girls, otherMinors, accompanied, unaccompanied, companyless
    case land, air, note

    /// What tells one row from another.
    var isKey: Bool {
        switch self {
        case .day, .month, .office, .point, .way, .nationality: true
        default: false
        }
    }

    /// What is counted.
    var isCount: Bool { !isKey && self != .note }

    /// The words above it, folded: those of INM's daily sheet, of its sister forms and of our own.
    private var headings: [String] {
        switch self {
        case .day: ["dia", "fecha", "day", "date", "fecha de repatriacion"]
        case .month: ["mes", "month"]
        case .office:
            [
                "o r", "or", "estado o r", "estado", "oficina", "oficina de representacion",
                "entidad", "entidad federativa", "office", "state",
            ]
        case .point:
            [
                "punto repatriacion", "punto de repatriacion", "punto", "punto internacion",
                "punto de internacion", "punto de recepcion", "point",
            ]
        case .way: ["modalidad", "via", "via de ingreso", "mode"]
        case .nationality: ["nacionalidad", "nationality"]
        case .total:
            [
                "mexicanos repatriados", "total", "total general", "total repatriados",
                "repatriados", "eventos", "extranjeros recibidos de ee uu",
                "extranjeros recibidos", "events",
            ]
        case .adults: ["total adultos", "adultos", "adults"]
        case .men: ["adultos hombres", "hombres adultos", "adult men"]
        case .women: ["adultos mujeres", "adultas mujeres", "mujeres adultas", "adult women"]
        case .otherAdults: ["adultos x o sin especificar"]
        case .ageless: ["sin edad especificada"]
        case .minors: ["total menores", "menores", "total nna", "nna", "minors"]
        case .boys: ["menores hombres", "ninos", "boys"]
        case .girls: ["menores mujeres", "ninas", "girls"]
        case .otherMinors: ["menores x o sin especificar"]
        case .accompanied:
            ["acompanados", "nna acompanados", "menores acompanados", "accompanied"]
        case .unaccompanied:
            ["no acompanados", "nna no acompanados", "menores no acompanados", "unaccompanied"]
        case .companyless: ["menores sin compania especificada"]
        case .land: ["terrestres"]
        case .air: ["vuelos prim"]
        case .note: ["observaciones", "notas", "comentarios", "notes", "remarks"]
        }
    }

    /// As INM's daily sheet has it above its 13 columns, and ours above those that it has not.
    var title: String {
        switch self {
        case .day: "DIA"
        case .month: "MES"
        case .office: "O.R."
        case .point: "PUNTO_REPATRIACION"
        case .way: "MODALIDAD"
        case .nationality: "NACIONALIDAD"
        case .total: "MEXICANOS REPATRIADOS"
        case .adults: "TOTAL ADULTOS"
        case .men: "ADULTOS HOMBRES"
        case .women: "ADULTOS MUJERES"
        case .otherAdults: "ADULTOS X O SIN ESPECIFICAR"
        case .ageless: "SIN EDAD ESPECIFICADA"
        case .minors: "TOTAL MENORES"
        case .boys: "MENORES HOMBRES"
        case .girls: "MENORES MUJERES"
        case .otherMinors: "MENORES X O SIN ESPECIFICAR"
        case .accompanied: "ACOMPAÑADOS"
        case .unaccompanied: "NO_ACOMPAÑADOS"
        case .companyless: "MENORES SIN COMPAÑÍA ESPECIFICADA"
        case .land: "TERRESTRES"
        case .air: "VUELOS PRIM"
        case .note: "OBSERVACIONES"
        }
    }

    private static let known: [(key: String, column: SheetColumn)] = allCases.flatMap { column in
        column.headings.map { ($0.replacing(" ", with: ""), column) }
    }

    /// By what stands above it; a long word may have two slips in it, where that is one column's
    /// alone. Nil where nothing is known by it.
    init?(heading: String) {
        let key = NameText.folded(heading).replacing(" ", with: "")
        if let exact = SheetColumn.known.first(where: { $0.key == key }) {
            self = exact.column
            return
        }
        guard key.count >= 8 else { return nil }
        let near = SheetColumn.known.filter { $0.key.count >= 8 }
            .map { (slips: Slips.between(key, $0.key), column: $0.column) }
        guard let least = near.map(\.slips).min(), least <= 2 else { return nil }
        let columns = Set(near.filter { $0.slips == least }.map(\.column))
        guard columns.count == 1, let only = columns.first else { return nil }
        self = only
    }
}

/// How far a word is from another.
enum Slips {
    /// Letters left out, put in or mistaken. O(length²).
    static func between(_ one: String, _ other: String) -> Int {
        let (rows, columns) = (Array(one), Array(other))
        guard abs(rows.count - columns.count) <= 2 else { return 3 }
        var above = Array(0...columns.count)
        for (row, letter) in rows.enumerated() {
            var line = [row + 1]
            for (column, other) in columns.enumerated() {
                let changed = above[column] + (letter == other ? 0 : 1)
                line.append(min(changed, above[column + 1] + 1, line[column] + 1))
            }
            above = line
        }
        return above[columns.count]
    }
}
