/// The columns of somebody's sheet by position, and where its heading stands.
struct SheetHeading {
    let columns: [Int: SheetColumn]
    /// Every heading by position, as the file writes it.
    let labels: [String]
    /// Which record it is.
    let record: Int

    /// The record among the first in which most is known: titles may stand above it. Nil where
    /// none names both what rows are told apart by and what is counted.
    static func find(_ records: [DelimitedText.Record]) -> SheetHeading? {
        var best: SheetHeading?
        for (index, record) in records.prefix(40).enumerated() {
            let labels = record.cells.map { ListText($0).text }
            var columns: [Int: SheetColumn] = [:]
            for (place, label) in labels.enumerated() {
                if let column = SheetColumn(heading: label) { columns[place] = column }
            }
            let kinds = Set(columns.values)
            let hasPlace = !kinds.isDisjoint(with: [.day, .month, .office, .point])
            guard hasPlace, kinds.contains(where: \.isCount), kinds.count >= 3,
                columns.count > best?.columns.count ?? 0
            else { continue }
            best = SheetHeading(columns: columns, labels: labels, record: index)
        }
        return best
    }

    /// Throws the first heading that stands twice, or of which nothing is known.
    func check() throws(EventSheetFailure) {
        var seen: Set<SheetColumn> = []
        for (place, label) in labels.enumerated() {
            guard let column = columns[place] else {
                guard label.isEmpty else { throw .unknownHeading(label) }
                continue
            }
            guard column == .note || seen.insert(column).inserted else {
                throw .repeatedHeading(label)
            }
        }
    }

    /// Where the columns of a kind stand, from the left.
    func places(_ isWanted: (SheetColumn) -> Bool) -> [Int] {
        columns.filter { isWanted($0.value) }.map(\.key).sorted()
    }

    /// Where a column stands.
    func place(_ column: SheetColumn) -> Int? { places { $0 == column }.first }
}
