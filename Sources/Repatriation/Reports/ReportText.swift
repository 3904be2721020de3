extension ReportIssue {
    /// The head of the printed table, the name of its lines first.
    package func head(_ language: Language) -> [String] {
        [language("Concepto", "Line")] + table.heads.map { $0(language) }
    }

    /// Its printed lines: sections with their sums, what stands under them set in, those who were
    /// not asked and the total.
    package func body(_ language: Language) -> [[String]] {
        var lines: [[String]] = []
        func add(_ row: ReportTable.Row, isSetIn: Bool = false) {
            let label = (isSetIn ? "\u{A0}\u{A0}" : "") + row.label(language)
            lines.append([label] + shown(row))
        }
        for section in table.sections {
            let subtotal = table.subtotal(section)
            if let subtotal { add(subtotal) }
            for row in section.rows { add(row, isSetIn: subtotal != nil) }
        }
        if table.hasNotAsked { add(table.notAsked) }
        add(table.total)
        return lines
    }

    /// Rows for spreadsheets: a code, what it stands under, its words, a point's official name, then
    /// numbers without signs between them; below, an empty row and what the issue says of itself.
    package func rows(_ language: Language) -> [[String]] {
        let isOfPoints = table.rows.contains { !$0.official.isEmpty }
        let official = isOfPoints ? [language("nombre oficial", "official name")] : []
        let words = [language("clave", "code"), language("sección", "section")]
        let head = head(language)
        var rows = [words + head.prefix(1) + official + head.dropFirst()]
        func add(_ row: ReportTable.Row, in section: String, _ code: String) {
            let cells = table.cells(of: row).map(\.plain)
            let name = isOfPoints ? [row.official] : []
            rows.append([code, section, row.label(language)] + name + cells)
        }
        for section in table.sections {
            let name = table.subtotal(section) == nil ? "" : section.label(language)
            for row in section.rows { add(row, in: name, row.item.key) }
        }
        if table.hasNotAsked { add(table.notAsked, in: "", ReportItem.notAsked.key) }
        add(table.total, in: "", "total")
        rows.append([])
        rows.append([table.kind.rawValue, "", titles.heading(table.kind)(language)])
        rows += notes(language).map { ["", $0.name, $0.value] }
        return rows + revised(language)
    }

    /// A row for each cell that was revised: its line and section, its column, what it was and when.
    private func revised(_ language: Language) -> [[String]] {
        guard !revisions.isEmpty else { return [] }
        let heads = table.heads.map { $0(language) }
        return [[], [language("cifras revisadas", "revised figures")]]
            + revisions.map { one in
                let section = one.row.section
                return [one.row.key, section, heads[one.column], String(one.was), one.on.text]
            }
    }

    /// As other programs read it (contract: `report TABLE --json`).
    package func json(_ language: Language) -> JSON {
        func cells(_ row: ReportTable.Row) -> JSON {
            .array(table.cells(of: row).map(\.json))
        }
        let rows = table.sections.flatMap { section in
            section.rows.map { row -> JSON in
                [
                    "key": .string(row.item.key), "label": .string(row.label(language)),
                    "official": .string(row.official), "section": .string(section.key),
                    "cells": cells(row),
                ]
            }
        }
        let sections = table.sections.compactMap { section in
            table.subtotal(section).map { row -> JSON in
                [
                    "key": .string(section.key), "label": .string(row.label(language)),
                    "cells": cells(row),
                ]
            }
        }
        return [
            "table": .string(table.kind.rawValue),
            "title": .string(titles.title(table.kind)(language)),
            "number": .string(titles.number(table.kind)),
            "from": .string(table.period.from.text), "to": .string(table.period.to.text),
            "asOf": .string(asOf.text), "preliminary": .bool(closedOn.isEmpty),
            "author": .string(author),
            "points": .array(points.map { .string($0.text) }), "drill": .bool(isDrill),
            "columns": .array(table.heads.map { .string($0(language)) }),
            "rows": .array(rows), "sections": .array(sections), "total": cells(table.total),
            "notAsked": cells(table.notAsked), "revised": .array(revisions.map(json)),
            "public": .bool(isPublic), "suppressed": .int(table.hiddenCount),
            "folio": .string(folio),
        ]
    }

    private func json(_ one: ReportRevision) -> JSON {
        [
            "row": .string(one.row.key), "section": .string(one.row.section),
            "column": .string(table.columnKeys[one.column]), "was": .int(one.was),
            "on": .string(one.on.text),
        ]
    }
}
