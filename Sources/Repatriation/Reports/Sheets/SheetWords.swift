extension SheetFinding {
    /// Which of the four it is.
    package var rule: Rule {
        switch fault {
        case .row, .column: .sum
        case .missingDays: .missingDay
        case .unknownOffice: .unknownOffice
        case .duplicate: .duplicate
        }
    }

    /// The cells it is about: headings of a sum and of a row that stands twice, days, the office.
    package var cells: [String] {
        switch fault {
        case .row(let left, _, let right, _): left + right
        case .column(let heading, _, _): [heading]
        case .missingDays(let from, let to): from == to ? [from.text] : [from.text, to.text]
        case .unknownOffice(let office): [office]
        case .duplicate(_, let headings): headings
        }
    }

    /// What is said less what it should be; how many days are missing; nil where nothing differs.
    package var difference: Int? {
        switch fault {
        case .row(_, let left, _, let right): left - right
        case .column(_, let said, let sum): said - sum
        case .missingDays(let from, let to): to.daysSinceEpoch - from.daysSinceEpoch + 1
        case .unknownOffice, .duplicate: nil
        }
    }

    /// In a sentence.
    package var sentence: Bilingual {
        let row = Bilingual("Renglón \(line): ", "Row \(line): ")
        func joined(_ words: [String]) -> String { words.joined(separator: " + ") }
        let said: Bilingual
        switch fault {
        case .row(let left, let one, let right, let other):
            said = Bilingual(
                "\(joined(left)) da \(one), y \(joined(right)) da \(other).",
                "\(joined(left)) makes \(one), and \(joined(right)) makes \(other).")
        case .column(let heading, let total, let sum):
            said = Bilingual(
                "\(heading) dice \(total), y los renglones suman \(sum).",
                "\(heading) says \(total), and the rows add up to \(sum).")
        case .missingDays(let from, let to):
            said =
                from == to
                ? Bilingual(
                    "antes falta el día \(from.shown).",
                    "the day before it, \(from.shown), is missing.")
                : Bilingual(
                    "antes faltan los días del \(from.shown) al \(to.shown).",
                    "the days before it, \(from.shown) to \(to.shown), are missing.")
        case .unknownOffice(let office):
            said =
                office.isEmpty
                ? Bilingual("no dice la oficina.", "it names no office.")
                : Bilingual(
                    "«\(office)» no es una oficina de representación.",
                    "«\(office)» is no state office.")
        case .duplicate(let first, let headings):
            let words = headings.joined(separator: ", ")
            said = Bilingual(
                "repite al renglón \(first): \(words) son los mismos.",
                "it repeats row \(first): \(words) are the same.")
        }
        return Bilingual(row.es + said.es, row.en + said.en)
    }

    /// As other programs read it (contract: `report check --json`).
    package var json: JSON {
        [
            "line": .int(line), "rule": .string(rule.rawValue),
            "cells": .array(cells.map(JSON.string)), "difference": JSON(difference),
        ]
    }
}

extension SheetFinding.Rule {
    /// How many of each were found, in a line.
    package static func counts(_ findings: [SheetFinding]) -> Bilingual {
        let parts = allCases.map { rule -> Bilingual in
            let count = findings.count { $0.rule == rule }
            return Bilingual("\(rule.label.es): \(count)", "\(rule.label.en): \(count)")
        }
        return Bilingual(
            parts.map(\.es).joined(separator: " · "), parts.map(\.en).joined(separator: " · "))
    }

    private var label: Bilingual {
        switch self {
        case .sum: Bilingual("sumas que no cuadran", "sums that do not foot")
        case .missingDay: Bilingual("huecos de días", "gaps in the days")
        case .unknownOffice: Bilingual("oficinas desconocidas", "unknown offices")
        case .duplicate: Bilingual("renglones repetidos", "rows that repeat another")
        }
    }
}

/// Why somebody's sheet is not checked, in a sentence.
package enum EventSheetFailure: Error, Sendable, Equatable {
    case noText, encoding, heading, empty, dateOrder
    case unknownHeading(String), repeatedHeading(String)
    /// Cells that are no day or no number.
    case cells([SheetCell])

    /// What an officer is told.
    package var sentence: Bilingual {
        switch self {
        case .noText:
            Bilingual(
                "No es un archivo de texto. Guárdelo como CSV.",
                "This is not a text file. Save it as CSV.")
        case .encoding:
            Bilingual(
                "Las letras con acento vienen en otra página de códigos. Guárdelo como CSV UTF-8.",
                "Accented letters come in another code page. Save it as CSV UTF-8.")
        case .heading:
            Bilingual(
                """
                No se reconoce la hoja: falta un renglón con DIA o MES, O.R. y lo que se cuenta, o \
                no es una tabla de garita.
                """,
                """
                The sheet is not recognised: a row with DIA or MES, O.R. and what is counted is \
                missing, or it is no table of garita's.
                """)
        case .empty: Bilingual("La hoja no tiene renglones.", "The sheet has no rows.")
        case .dateOrder:
            Bilingual(
                "Unas fechas van día/mes y otras mes/día: escríbalas de un solo modo.",
                "Some dates are day/month and others month/day: write them in one way.")
        case .unknownHeading(let words):
            Bilingual(
                "No se conoce el encabezado «\(words)»: corríjalo o quite esa columna.",
                "The heading «\(words)» is not known: correct it, or take that column out.")
        case .repeatedHeading(let words):
            Bilingual(
                "El encabezado «\(words)» dice lo mismo que otro: quite uno.",
                "The heading «\(words)» says the same as another: take one out.")
        case .cells(let cells):
            Bilingual(
                "No se entiende lo que está en: \(EventSheetFailure.listed(cells, .es)).",
                "Not understood: \(EventSheetFailure.listed(cells, .en)).")
        }
    }

    /// The first of them by line, and how many more.
    private static func listed(_ cells: [SheetCell], _ language: Language) -> String {
        let most = 20
        let named = cells.prefix(most).map { cell in
            let row = language("renglón", "row")
            return "\(row) \(cell.line), \(cell.heading): «\(cell.words)»"
        }
        let more = cells.count - named.count
        let rest = more > 0 ? [language("y \(more) más", "and \(more) more")] : []
        return (named + rest).joined(separator: "; ")
    }
}
