import Repatriation

extension Look {
    /// The months of which a table to be published is (`notPublished`): all points of what is known
    /// now, of a month or year of the calendar that is over. Of others, two would be subtracted.
    func published(
        _ kind: ReportKind, _ period: ReportPeriod, _ codes: [PointCode], _ asOf: Instant?
    ) throws -> [ReportPeriod] {
        guard kind.canBePublished else { throw Refusal(.notPublished, why: .table) }
        return try published(period, codes, asOf)
    }

    /// The same of whatever is published.
    func published(
        _ period: ReportPeriod, _ codes: [PointCode], _ asOf: Instant?
    ) throws -> [ReportPeriod] {
        let months = period.published
        let isOver = try store.sure(now) >= period.to.isOverFrom
        let why: Unpublished? =
            months.isEmpty
            ? .notWhole
            : !isOver ? .notOver : !codes.isEmpty ? .points : asOf != nil ? .asOf : nil
        if let why { throw Refusal(.notPublished, why: why) }
        return months
    }

    /// What a table to be published hides, and the lines of nobody that it has: those of everybody.
    ///
    /// A closed month is printed as it is beside what it was: what either hides both hide.
    func figures(
        of kind: ReportKind, _ months: [ReportPeriod], _ points: [ReportPoint], in zone: Zone
    ) throws -> (hidden: Set<ReportSpot>, lines: [TallySum]) {
        guard kind.tellsPeopleAtRisk else { return ([], []) }
        var (hidden, lines) = (Set<ReportSpot>(), [TallySum]())
        for month in months {
            let frame = ReportFrame(month, points, isPublic: true)
            var histories: [Facet: FigureHistory] = [:]
            for facet in PublicFigures.facets {
                histories[facet] = try FigureHistory(self, facet, month, in: zone)
            }
            let rows = Set(histories.values.flatMap(\.rows))
            for row in rows.union([.max]) {
                hidden.formUnion(
                    PublicFigures.hidden(histories.mapValues { $0.sums(at: row) }, frame))
            }
            lines += (histories[.birth]?.states ?? []).flatMap {
                PublicFigures.lines(kind, of: $0.sums)
            }
        }
        return (hidden, lines)
    }
}
