/// What stands in a cell of a printed table.
package enum ReportCell: Sendable, Equatable {
    /// How many.
    case count(Int)
    /// Nobody here knows: the store has nothing of all those days.
    case unknown
    /// So many more than before, or a part of all: a share of the second. Of none there is none.
    case share(Int, of: Int)

    /// With commas between thousands, and shares in tenths of a percent.
    package var shown: String {
        switch self {
        case .count(let count): ReportCell.grouped(count)
        case .unknown: "–"
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
        case .unknown: .null
        case .share(let part, let whole):
            permille(part, whole).map { .double(Double($0) / 1000) } ?? .null
        }
    }

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
            kind.shape.columns == nil ? period.label : Bilingual("Total", "Total")
        switch kind.shape.margin {
        case .none: return own + [total]
        case .share: return own + [total, Bilingual("%", "%")]
        case .yearBefore:
            let before = period.yearBefore?.label ?? Bilingual("–", "–")
            return own + [total, before, Bilingual("Variación %", "Change %")]
        }
    }

    /// A line as it is printed: its columns, their sum, and what stands beside that.
    package func cells(of row: Row) -> [ReportCell] {
        let own = kind.shape.columns == nil ? [] : row.cells.map(ReportCell.count)
        let sum = own + [.count(row.total)]
        switch kind.shape.margin {
        case .none: return sum
        case .share: return sum + [.share(row.total, of: total.total)]
        case .yearBefore:
            guard knowsBefore else { return sum + [.unknown, .unknown] }
            return sum + [.count(row.before), .share(row.total - row.before, of: row.before)]
        }
    }

    /// A section that has a name stands above its lines with their sum.
    package func subtotal(_ section: Section) -> Row? {
        switch kind.shape.rows {
        case .points, .ways: sum(section.rows, section.label, in: section.key)
        case .time, .answers, .agesAndSex, .children: nil
        }
    }

    /// Whether somebody can stand in none of its lines for want of an answer.
    package var hasNotAsked: Bool {
        switch kind.shape.rows {
        case .answers(_, .help), .answers(_, .referrals), .answers(_, .claims):
            notAsked.total > 0
        case .answers, .ways: true
        case .points, .time, .agesAndSex, .children: false
        }
    }
}
