/// Papers issued at a point and not delivered, the oldest first.
package struct TrayOf: PointQuery {
    package typealias Answer = [TrayLine]
    package let point: PointCode
    package init(_ point: PointCode) { self.point = point }
}

/// A paper in the tray: whose, and since when.
package struct TrayLine: Sendable, Equatable, Identifiable {
    package let id: Identifier<Paper>
    /// The paper.
    package let paper: Paper
    /// Whose, as it may be shown.
    package let person: Reception
    /// When it was issued, on the point's clock.
    package let issued: LocalTime

    /// A line of the tray.
    package init(paper: Paper, person: Reception, issued: LocalTime) {
        (id, self.paper, self.person, self.issued) = (paper.id, paper, person, issued)
    }
}
