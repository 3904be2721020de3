import Repatriation

/// A line of a table as it stands on the screen.
struct ReportLine: Sendable, Identifiable {
    let id: String
    let label: Bilingual
    /// Numbers as they are read, without what is marked beside them.
    let cells: [String]
    /// The cells that are no longer what they were when the figures were closed, by their place.
    let revised: [Int: ReportRevision]
    /// It is the sum of others: of a section, or of the table.
    let isSum: Bool

    private init(
        _ row: ReportTable.Row, in table: ReportTable, _ revisions: [ReportRevision],
        isSum: Bool = false, isSetIn: Bool = false
    ) {
        id = "\(row.item.section)/\(row.item.key)"
        label =
            isSetIn ? Bilingual("  \(row.label.es)", "  \(row.label.en)") : row.label
        cells = table.cells(of: row).map(\.shown)
        let own = revisions.filter { $0.row == row.item }.map { ($0.column, $0) }
        revised = Dictionary(own) { first, _ in first }
        self.isSum = isSum
    }

    /// As a cell stands there: one that was revised has a mark.
    func shown(_ column: Int) -> String {
        guard cells.indices.contains(column) else { return "" }
        return revised[column] == nil ? cells[column] : "\(cells[column])*"
    }

    /// Every line that is printed, in its order.
    static func lines(of issue: ReportIssue) -> [ReportLine] {
        let table = issue.table
        func line(
            _ row: ReportTable.Row, isSum: Bool = false, isSetIn: Bool = false
        ) -> ReportLine {
            ReportLine(row, in: table, issue.revisions, isSum: isSum, isSetIn: isSetIn)
        }
        let sections = table.sections.flatMap { section -> [ReportLine] in
            let sum = table.subtotal(section)
            return (sum.map { [line($0, isSum: true)] } ?? [])
                + section.rows.map { line($0, isSetIn: sum != nil) }
        }
        return sections + (table.hasNotAsked ? [line(table.notAsked)] : [])
            + [line(table.total, isSum: true)]
    }
}
