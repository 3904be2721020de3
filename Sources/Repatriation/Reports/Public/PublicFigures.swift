/// What public tables hide, so that nobody can compute how many people at risk a small cell has.
///
/// Whoever reads them knows every other number, that none is negative, and how this is decided. So
/// a cell is never hidden alone: with it are hidden all cells that would be otherwise if one or two
/// people of that month were a little different, and no other number of any table would. That other
/// month is as good an answer to all that is printed, and the cell is another there: it is told by
/// nothing. The proof is that change itself (``PublicChange``), and not a property of the pattern.
///
/// It is decided for all tables of one month and all points at once, so that any two agree. A year
/// hides what any of its months hides: a change in one month is seen in no other and not in the year.
package enum PublicFigures {
    /// The fewest people at risk that a cell tells, but none.
    package static let fewest = 5

    /// The facets from which it is decided.
    package static let facets = Facet.ofPeopleAtRisk.union([.birth])

    /// What is hidden of one calendar month, from its sums by facet. Pure, and always the same of
    /// the same sums. O(small cells × kinds of people).
    package static func hidden(
        _ sums: [Facet: [TallySum]], _ frame: ReportFrame
    ) -> Set<ReportSpot> {
        var search = HiddenSearch(PublicPeople(sums), frame)
        search.hideAll()
        return search.hidden
    }

    /// Sums of nobody, so that a table of people at risk has the lines that one of everybody has: a
    /// line that is there for somebody would tell of them.
    package static func lines(_ kind: ReportKind, of everybody: [TallySum]) -> [TallySum] {
        guard kind.facet == .children else { return [] }
        return everybody.map { sum in
            TallySum(
                month: sum.month, point: sum.point, key: "\(sum.part(0) ?? "")|||", count: 0)
        }
    }
}
