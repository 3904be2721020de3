/// A point's working day, hour by hour: the one of a moment, or the one of now.
package struct DayOf: Query {
    package typealias Answer = PointDay
    /// Which point.
    package let point: PointCode
    /// A moment of the day; nil is now.
    package let moment: Instant?
    /// The day of a moment at a point.
    package init(_ point: PointCode, of moment: Instant? = nil) {
        (self.point, self.moment) = (point, moment)
    }
    package func answersInstead(of earlier: Self) -> Bool { point == earlier.point }
}

/// What happened at a point in a working day, from its cut to the next, as counts and hours and
/// without a name; beside it what the same weekday was like in the weeks before.
package struct PointDay: Sendable, Equatable {
    /// An hour of the point's clock.
    package struct Hour: Sendable, Equatable {
        /// When it begins.
        package let start: Instant
        /// People received in it.
        package var received = 0
        /// People who left in it.
        package var released = 0
        /// Calls made in it that stood.
        package var calls = 0
        /// The seconds that those who were called had waited, together.
        package var waited = 0
        /// The longest of those waits in seconds.
        package var longestWait = 0
        /// The same hour of the earlier days: people received and calls, and the seconds waited.
        package var before = (received: 0, calls: 0, waited: 0)

        /// An hour of which nothing is known yet.
        package init(start: Instant) { self.start = start }

        /// What those who were called had waited on average, in seconds; nil where nobody was.
        package var meanWait: Int? { calls == 0 ? nil : waited / calls }
        /// The same of the earlier days.
        package var usualWait: Int? { before.calls == 0 ? nil : before.waited / before.calls }

        package static func == (left: Hour, right: Hour) -> Bool {
            left.start == right.start && left.received == right.received
                && left.released == right.released && left.calls == right.calls
                && left.waited == right.waited && left.longestWait == right.longestWait
                && left.before == right.before
        }
    }

    /// Something that happened once, at its hour.
    package struct Fact: Sendable, Equatable {
        /// What happened.
        package enum Kind: Sendable, Equatable {
            /// Of a group by its number: announced with so many people, in hours or not.
            case announced(Int, people: Int?, outOfHours: Bool)
            case arrived(Int)
            case balanced(Int)
            case concluded(Int)
            case reopened(Int)
            /// So many people left for another point, where they are this group.
            case sent(Int, to: PointCode, people: Int)
            /// So many of a group came from another point.
            case came(Int, from: PointCode, people: Int)
            case shiftOpened, shiftClosed, handOverSigned, handOverReceived
            /// An alarm that the reader may hear of.
            case rang(AlertKind, Alert.Grade)
        }
        /// When.
        package let at: Instant
        /// What.
        package let kind: Kind

        /// Something at its hour.
        package init(at: Instant, _ kind: Kind) { (self.at, self.kind) = (at, kind) }
    }

    /// Which point.
    package let point: PointCode
    /// The day of its cut.
    package let day: CivilDate
    /// From when until before when it lasts.
    package let span: Range<Instant>
    /// Its hours, the first first; of today those that have begun.
    package var hours: [Hour]
    /// What happened once, in its order.
    package var facts: [Fact] = []
    /// The same weekdays of the four weeks before that this store knows whole, the last first.
    package var earlier: [CivilDate] = []

    /// A day of which nothing is known yet.
    package init(point: PointCode, day: CivilDate, span: Range<Instant>, hours: [Hour]) {
        (self.point, self.day, self.span, self.hours) = (point, day, span, hours)
    }

    /// A mean over the earlier days in tenths, rounded; nil where there are none.
    package func usual(_ sum: Int) -> Int? {
        earlier.isEmpty ? nil : (sum * 10 + earlier.count / 2) / earlier.count
    }
}
