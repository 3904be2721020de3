/// What stands in a cell of a printed table.
package enum ReportCell: Sendable, Equatable {
    /// How many.
    case count(Int)
    /// Nobody here knows: the store has nothing of all those days.
    case unknown
    /// A public table does not say: few people at risk, or what would give them by subtraction.
    case hidden
    /// So many more than before, or a part of all: a share of the second. Of none there is none.
    case share(Int, of: Int)

    /// With commas between thousands, and shares in tenths of a percent.
    package var shown: String {
        switch self {
        case .count(let count): ReportCell.grouped(count)
        case .unknown: "–"
        case .hidden: ReportCell.hiddenMark
        case .share(let part, let whole):
            permille(part, whole).map { value in
                let digits = "\(abs(value) / 10).\(abs(value) % 10) %"
                return value < 0 ? "\u{2212}\(digits)" : digits
            } ?? "–"
        }
    }

    /// As other programs read it: whole numbers, shares as percent with one place, nothing where
    /// there is none.
    package var plain: String {
        switch self {
        case .count(let count): String(count)
        case .unknown: ""
        case .hidden: ReportCell.hiddenMark
        case .share(let part, let whole):
            permille(part, whole).map { value in
                "\(value < 0 ? "-" : "")\(abs(value) / 10).\(abs(value) % 10)"
            } ?? ""
        }
    }

    /// As JSON: shares 0 … 1.
    package var json: JSON {
        switch self {
        case .count(let count): .int(count)
        case .unknown, .hidden: .null
        case .share(let part, let whole):
            permille(part, whole).map { .double(Double($0) / 1000) } ?? .null
        }
    }

    /// One mark, whyever a cell is hidden.
    package static let hiddenMark = "c"

    /// Rounded half away from zero; nil of none.
    private func permille(_ part: Int, _ whole: Int) -> Int? {
        guard whole > 0 else { return nil }
        let twice = (abs(part) * 2000 + whole) / (whole * 2)
        return part < 0 ? -twice : twice
    }

    private static func grouped(_ count: Int) -> String {
        let digits = String(abs(count))
        let grouped = digits.enumerated().map { place, digit in
            let left = digits.count - place
            return place > 0 && left.isMultiple(of: 3) ? ",\(digit)" : String(digit)
        }.joined()
        return count < 0 ? "\u{2212}\(grouped)" : grouped
    }
}

extension ReportTable {
    /// The words above each cell of ``cells(of:)``.
    package var heads: [Bilingual] {
        let own = kind.shape.columns == nil ? [] : columns.map(\.label)
        let total =
            kind.shape.columns == nil ? period.name : Bilingual("Total", "Total")
        switch kind.shape.margin {
        case .none: return own + [total]
        case .share: return own + [total, Bilingual("%", "%")]
        case .yearBefore:
            let before = period.yearBefore?.name ?? Bilingual("–", "–")
            return own + [total, before, Bilingual("Variación %", "Change %")]
        }
    }

    /// A line as it is printed: its columns, their sum, and what stands beside that.
    package func cells(of row: Row) -> [ReportCell] {
        func count(_ count: Int, _ column: String) -> ReportCell {
            hides(row.item, column)
                ? .hidden : isAhead(row.item, column) ? .unknown : .count(count)
        }
        let own =
            kind.shape.columns == nil
            ? [] : zip(row.cells, columns).map { count($0, $1.item.key) }
        let sum = own + [count(row.total, ReportItem.total.key)]
        return sum + beside(row)
    }

    private func beside(_ row: Row) -> [ReportCell] {
        let isHidden = hides(row.item, ReportItem.total.key)
        switch kind.shape.margin {
        case .none: return []
        case .share:
            // A share gives what it is a share of.
            return isHidden || hides(.total, ReportItem.total.key)
                ? [.hidden] : [.share(row.total, of: total.total)]
        case .yearBefore:
            guard knowsBefore else { return [.unknown, .unknown] }
            let change = ReportCell.share(row.total - row.before, of: row.before)
            return [.count(row.before), isHidden ? .hidden : change]
        }
    }

    private func isAhead(_ row: ReportItem, _ column: String) -> Bool {
        !ahead.isEmpty
            && (kind.isOverTime ? ahead.contains(column) : ahead.contains(row.key))
    }

    private func hides(_ row: ReportItem, _ column: String) -> Bool {
        !hidden.isEmpty && hidden.contains(ReportSpot(kind, row, column))
    }

    /// A section that has a name stands above its lines with their sum.
    package func subtotal(_ section: Section) -> Row? {
        kind.shape.rows.hasSums ? sum(section.rows, section.label, in: section.key) : nil
    }

    /// Whether somebody can stand in none of its lines for want of an answer.
    package var hasNotAsked: Bool {
        switch kind.shape.rows {
        case .answers(_, .help), .answers(_, .referrals), .answers(_, .claims):
            notAsked.total > 0
        case .answers, .ways: true
        case .points, .time, .agesAndSex, .children, .returns: false
        }
    }
}
