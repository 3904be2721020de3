/// An official table of a period, of some points or of all.
package struct ReportOf: Query {
    package typealias Answer = ReportIssue
    /// Which.
    package var kind: ReportKind
    /// Of which days.
    package var period: ReportPeriod
    /// Of which points; none is all of this store.
    package var points: [PointCode]
    /// To be published: without figures of very few.
    package var isPublic = false

    /// A table.
    package init(_ kind: ReportKind, _ period: ReportPeriod, _ points: [PointCode] = []) {
        (self.kind, self.period, self.points) = (kind, period, points)
    }

    /// The same, to be published.
    package var published: ReportOf {
        var asked = self
        asked.isPublic = true
        return asked
    }

    /// When people came in those days.
    package var arrivals: ArrivalsOf { ArrivalsOf(period, points) }

    package func answersInstead(of earlier: Self) -> Bool { true }
}

/// When those received in a period came: by hour and day of the week.
package struct ArrivalsOf: Query {
    package typealias Answer = ArrivalHeat
    /// Of which days.
    package let period: ReportPeriod
    /// Of which points; none is all of this store.
    package let points: [PointCode]

    /// Of some points in a period.
    package init(_ period: ReportPeriod, _ points: [PointCode]) {
        (self.period, self.points) = (period, points)
    }

    package func answersInstead(of earlier: Self) -> Bool { true }
}
