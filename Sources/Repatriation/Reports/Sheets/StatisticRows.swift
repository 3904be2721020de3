/// Events one a row, for statistics: published only where each combination of the columns is that
/// of five or more, else refused whole with how many stand alone.
///
/// 98 of 100 rows of a published base were somebody's alone by eleven columns: weeks, groups of
/// ages and few columns are what keeps five together.
package struct StatisticRows: Sendable {
    /// The fewest that may be alike.
    package static let fewest = 5

    /// The days.
    package let period: ReportPeriod
    /// What is published of each.
    package let columns: [StatisticColumn]
    /// How many events there are.
    package let count: Int
    /// How many of them are alike with fewer than four others.
    package let alone: Int
    private let combinations: [(values: [String], count: Int)]

    /// From the events of a period.
    package init(
        _ period: ReportPeriod, points: [ReportPoint], columns: [StatisticColumn],
        people: [CountedAlike]
    ) {
        (self.period, self.columns) = (period, columns)
        let byCode = Dictionary(points.map { ($0.code, $0) }, uniquingKeysWith: { one, _ in one })
        var alike: [[String]: Int] = [:]
        for some in people {
            alike[columns.map { $0.value(of: some, at: byCode[some.point]) }, default: 0] +=
                some.count
        }
        // By what they say: the order in which people came tells nothing.
        combinations = alike.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { ($0.key, $0.value) }
        count = combinations.reduce(0) { $0 + $1.count }
        alone = combinations.filter { $0.count < StatisticRows.fewest }
            .reduce(0) { $0 + $1.count }
    }

    /// Whether they may be published.
    package var isPublic: Bool { alone == 0 }

    /// The rows, the names of the columns first; nothing where they may not be published.
    package var lines: [[String]] {
        guard isPublic else { return [] }
        return [columns.map(\.rawValue)]
            + combinations.flatMap { Array(repeating: $0.values, count: $0.count) }
    }

    /// Why nothing is published.
    package var refusal: Bilingual {
        Bilingual(
            """
            No se publica: \(alone) de \(count) renglones comparten sus columnas con menos de \
            \(StatisticRows.fewest - 1) más. Pida menos columnas o más días.
            """,
            """
            Not published: \(alone) of \(count) rows share their columns with fewer than \
            \(StatisticRows.fewest - 1) others. Ask for fewer columns or more days.
            """)
    }

    /// As other programs read it (contract: `report persons --json`).
    package var json: JSON {
        let rows = lines.dropFirst().map { line -> JSON in
            let cells = zip(columns, line).map { column, value in
                (column.rawValue, value.isEmpty ? JSON.null : .string(value))
            }
            return .object(Dictionary(cells, uniquingKeysWith: { one, _ in one }))
        }
        return [
            "export": "persons", "from": .string(period.from.text), "to": .string(period.to.text),
            "columns": .array(columns.map { .string($0.rawValue) }),
            "fewest": .int(StatisticRows.fewest), "count": .int(count), "alone": .int(alone),
            "refused": .bool(!isPublic), "rows": .array(rows),
        ]
    }
}
