/// What stands beside the board about the point under its cursor; asked for that point alone, and
/// only where there is room to show it.
package struct PanelOf: PointQuery {
    package typealias Answer = PointPanel
    package let point: PointCode
    package init(_ point: PointCode) { self.point = point }
    package func answersInstead(of earlier: Self) -> Bool { true }
}

/// Who attends at a point, and which institutions have places.
package struct PointPanel: Sendable, Equatable {
    /// A desk that is not closed.
    package struct Attended: Sendable, Equatable {
        /// Its number, from 1.
        package let number: Int
        /// Open or paused.
        package let state: DeskState
        /// Who sits there, as `R. Ramírez`; nil where nobody is known to.
        package let officer: String?
        /// The ticket that it holds; nil where it holds nobody.
        package var ticket: Int?
        /// Whoever it holds is being interviewed, not on the way.
        package var isInInterview = false
        /// Since when it has called or interviews them, or is open or paused.
        package var since: Instant?
        /// Why it is paused, as far as the reader may read it.
        package var reason: String?
        /// Its officer was heard in the last two minutes.
        package let isHeard: Bool

        /// A desk as it stands.
        package init(number: Int, state: DeskState, officer: String?, isHeard: Bool) {
            (self.number, self.state, self.officer) = (number, state, officer)
            self.isHeard = isHeard
        }
    }

    /// An institution whose places are counted.
    package struct Service: Sendable, Equatable {
        /// As it is called.
        package let name: String
        /// Places that nobody has.
        package let free: Int
        /// All of its places.
        package let places: Int

        /// An institution with so many free places.
        package init(name: String, free: Int, places: Int) {
            (self.name, self.free, self.places) = (name, free, places)
        }
    }

    /// Desks by number.
    package var desks: [Attended]
    /// Institutions by name, of those that the reader may know to be used.
    package var services: [Service]
    /// What the point has against the standards; nil where the reader attends nobody.
    package var standards: StandardParts?
    /// The newest check of the shift; nil where there is none.
    package var check: ShiftCheck?

    /// What stands beside the board.
    package init(desks: [Attended], services: [Service]) {
        (self.desks, self.services) = (desks, services)
    }
}
