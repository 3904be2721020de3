/// What a plot of a table is drawn from: each of its lines once, without sums, so that the lines
/// of a plot add up to the table's total.
package struct ReportPlot: Sendable, Equatable {
    /// A line of it.
    package struct Line: Sendable, Equatable {
        /// In words; of a line that stands in two sections, with its section.
        package let label: Bilingual
        /// How many in each column of the table.
        package let values: [Int]

        /// How many in all.
        package var total: Int { values.reduce(0, +) }
        /// The greatest of its values, and of which column: the first of them; nil of none.
        package var most: (value: Int, column: Int)? {
            guard let value = values.max(), value > 0 else { return nil }
            return values.firstIndex(of: value).map { (value, $0) }
        }

        package static func == (one: Line, other: Line) -> Bool {
            one.values == other.values && one.label == other.label
        }
    }

    /// The lines, those who were not asked among them.
    package let lines: [Line]
    /// The words of the columns, where they are months or years, at least two; else empty.
    package let times: [Bilingual]

    /// Of a table.
    package init(_ table: ReportTable) {
        let isOverTime = table.kind.isOverTime && table.columns.count > 1
        // A line ends where time has come to.
        let begun = table.columns.indices.filter {
            !isOverTime || !table.ahead.contains(table.columns[$0].item.key)
        }
        let labels = Dictionary(grouping: table.rows, by: \.label.es).mapValues(\.count)
        var lines = table.sections.flatMap { section in
            section.rows.map { row in
                let isTwice = labels[row.label.es] ?? 0 > 1 && !section.label.es.isEmpty
                let label = isTwice ? [row.label, section.label].joined() : row.label
                return Line(label: label, values: begun.map { row.cells[$0] })
            }
        }
        if table.hasNotAsked {
            lines.append(
                Line(
                    label: table.notAsked.label, values: begun.map { table.notAsked.cells[$0] }))
        }
        self.lines = lines
        times = isOverTime && begun.count > 1 ? begun.map { table.columns[$0].label } : []
    }

    /// How many all lines have.
    package var total: Int { lines.reduce(0) { $0 + $1.total } }
    /// The longest bar.
    package var most: Int { lines.map(\.total).max() ?? 0 }
}

extension ReportKind {
    /// Its columns are months or years.
    package var isOverTime: Bool { if case .time? = shape.columns { true } else { false } }
}
