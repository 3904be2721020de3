/// A cell of a closed table that is no longer what it was («cifra revisada»).
package struct ReportRevision: Sendable, Equatable {
    /// The line.
    package let row: ReportItem
    /// The place among ``ReportTable/cells(of:)``.
    package let column: Int
    /// How many there were when it was closed.
    package let was: Int
    /// The day of that closing, by the clock of the first point.
    package let on: CivilDate

    /// A cell that was another number when it was closed.
    package init(row: ReportItem, column: Int, was: Int, on: CivilDate) {
        (self.row, self.column, self.was, self.on) = (row, column, was, on)
    }
}

extension ReportTable {
    /// Every line that is printed: sections with their sums, those who were not asked, the total.
    package var printedRows: [Row] {
        sections.flatMap { section in (subtotal(section).map { [$0] } ?? []) + section.rows }
            + (hasNotAsked ? [notAsked] : []) + [total]
    }

    /// How many of the cells that are printed it does not say.
    package var hiddenCount: Int {
        hidden.isEmpty
            ? 0 : printedRows.reduce(0) { $0 + cells(of: $1).count { $0 == .hidden } }
    }

    /// The month or year that a cell is of, where the table tells them apart; nil of other cells.
    package func time(of cell: ReportRevision) -> String? {
        if case .time = kind.shape.rows { return cell.row.key }
        if case .time? = kind.shape.columns { return columnKeys[cell.column] }
        return nil
    }

    /// The codes of the columns of ``cells(of:)``.
    package var columnKeys: [String] {
        let own = kind.shape.columns == nil ? [] : columns.map(\.item.key)
        return own + ["total"]
            + (kind.shape.margin == .none
                ? [] : kind.shape.margin == .share ? ["share"] : ["before", "change"])
    }

    /// The cells in which this table differs from an earlier one of the same lines and columns; a
    /// line or column that was not there had nobody.
    package func revisions(since earlier: ReportTable, of day: CivilDate) -> [ReportRevision] {
        let lines = earlier.printedRows.map { ($0.item, earlier.counts(of: $0)) }
        let was = Dictionary(lines) { first, _ in first }
        return printedRows.flatMap { row -> [ReportRevision] in
            let old = was[row.item] ?? [:]
            return zip(columnKeys.indices, columnKeys).compactMap { column, key in
                guard let now = counts(of: row)[key], old[key] ?? 0 != now else { return nil }
                return ReportRevision(row: row.item, column: column, was: old[key] ?? 0, on: day)
            }
        }
    }

    /// The cells of a line that are counts, by their column.
    private func counts(of row: Row) -> [String: Int] {
        let cells = zip(columnKeys, cells(of: row)).compactMap { key, cell -> (String, Int)? in
            if case .count(let count) = cell { (key, count) } else { nil }
        }
        return Dictionary(uniqueKeysWithValues: cells)
    }
}
