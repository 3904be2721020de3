/// A cell of a table by its codes, whatever stands in it.
package struct ReportSpot: Hashable, Sendable {
    /// The table.
    package let kind: ReportKind
    /// The line; of a sum, ``ReportItem/total`` under its section.
    package let row: ReportItem
    /// The code of the column.
    package let column: String

    /// A cell.
    package init(_ kind: ReportKind, _ row: ReportItem, _ column: String) {
        (self.kind, self.row, self.column) = (kind, row, column)
    }

    /// It counts people at risk and nobody else.
    package var isAtRisk: Bool {
        switch kind.shape.atRisk {
        case .nobody: false
        case .everybody: true
        case .columns(let start): column.hasPrefix(start)
        }
    }

    /// What hiding it costs: sums are missed most, and most of all where they are of everybody.
    var weight: Int {
        let lines = row.key == ReportItem.total.key ? 8 : 1
        let columns = column == ReportItem.total.key ? 8 : 1
        return lines * columns * (isAtRisk ? 1 : 64)
    }
}

extension ReportKind {
    /// Whether some of its cells count people at risk alone.
    package var tellsPeopleAtRisk: Bool {
        if case .nobody = shape.atRisk { false } else { true }
    }

    /// Whether it may be published at all: what people were referred for tells of children and of
    /// victims, and no table of everybody has the sums to hide them by.
    package var canBePublished: Bool { self != .referrals }

    /// Every cell in which one of a sum of its facet is counted, totals among them.
    package func spots(of sum: TallySum, _ frame: ReportFrame) -> [ReportSpot] {
        let shape = shape
        let line = shape.rows.item(of: sum, frame) ?? .notAsked
        var lines = [line, .total]
        if shape.rows.hasSums, line != .notAsked {
            lines.append(ReportItem(ReportItem.total.key, in: line.section))
        }
        let column = shape.columns.map { ($0.item(of: sum, frame) ?? .notAsked).key }
        let columns = [column, ReportItem.total.key].compactMap { $0 }
        return lines.flatMap { line in columns.map { ReportSpot(self, line, $0) } }
    }
}

extension Facet {
    /// Those that count people at risk and nobody else.
    package static let ofPeopleAtRisk = Set(
        ReportKind.allCases.filter { kind in
            if case .everybody = kind.shape.atRisk { true } else { false }
        }.map(\.facet))
}
