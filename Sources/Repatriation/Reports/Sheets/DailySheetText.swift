extension DailySheet {
    private static let keys: [SheetColumn] = [.day, .office, .point, .way]
    private static let counted: [SheetColumn] = [
        .total, .men, .women, .adults, .boys, .girls, .minors, .accompanied, .unaccompanied,
    ]

    private var columns: [SheetColumn] { DailySheet.counted + more }

    /// The thirteen headings as INM writes them, and those of what has no place there.
    package var head: [String] { (DailySheet.keys + columns).map(\.title) }

    /// Rows for spreadsheets and for INM's base: nothing stands below them.
    package var lines: [[String]] {
        [head]
            + rows.map { row in
                [row.day.shown, row.point.office, row.point.officialName, row.way.title]
                    + columns.map { String(row.counts[$0]) }
            }
    }

    /// The printed table: what each line is of, then its counts; their sum last.
    package func body(_ language: Language) -> (head: [String], rows: [[String]]) {
        func counts(_ counts: DailyCounts) -> [String] {
            columns.map { ReportCell.count(counts[$0]).shown }
        }
        let head = [DailySheet.keys.map(\.title).joined(separator: " · ")] + columns.map(\.title)
        let body = rows.map { row in
            let words = [
                row.day.shown, row.point.office, row.point.officialName, row.way.title,
            ]
            return [words.joined(separator: " · ")] + counts(row.counts)
        }
        return (head, body + [[language("Total", "Total")] + counts(DailySheet.sum(rows))])
    }

    /// As other programs read it (contract: `report dgpmv --json`).
    package var json: [String: JSON] {
        func counts(_ counts: DailyCounts) -> [String: JSON] {
            Dictionary(
                uniqueKeysWithValues: DailySheet.codes.map { ($0.code, .int(counts[$0.column])) })
        }
        let rows = rows.map { row -> JSON in
            let key: [String: JSON] = [
                "day": .string(row.day.text), "office": .string(row.point.office),
                "point": .string(row.point.code.text), "name": .string(row.point.officialName),
                "mode": row.way.code,
            ]
            return .object(key.merging(counts(row.counts)) { own, _ in own })
        }
        return [
            "export": "dgpmv", "from": .string(period.from.text), "to": .string(period.to.text),
            "preliminary": true, "rows": .array(rows),
            "total": .object(counts(DailySheet.sum(self.rows))),
        ]
    }

    private static let codes: [(code: String, column: SheetColumn)] = [
        ("total", .total), ("adults", .adults), ("men", .men), ("women", .women),
        ("otherAdults", .otherAdults), ("ageNotStated", .ageless), ("minors", .minors),
        ("boys", .boys), ("girls", .girls), ("otherMinors", .otherMinors),
        ("accompanied", .accompanied), ("unaccompanied", .unaccompanied),
        ("companyNotStated", .companyless),
    ]
}
