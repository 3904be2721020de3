/// What the waiting room of a point is told.
package struct RoomOf: PointQuery {
    package typealias Answer = RoomView
    package let point: PointCode
    package init(_ point: PointCode) { self.point = point }
}

/// The screen of a waiting room: numbers and desks, and nothing else of anybody. Who must be
/// fetched never stands in it.
package struct RoomView: Sendable, Equatable {
    /// Numbers that were called together to a desk: a family is called whole.
    package struct Called: Sendable, Equatable {
        /// Their numbers, the least first.
        package let tickets: [Int]
        /// Where they go.
        package let desk: Int
        /// When.
        package let at: Instant

        /// Numbers called to a desk.
        package init(tickets: [Int], desk: Int, at: Instant) {
            (self.tickets, self.desk, self.at) = (tickets, desk, at)
        }
    }

    /// How many calls the room is shown.
    package static let most = 5
    /// For how long a call is shown of whoever is still here, in minutes.
    package static let minutes = 20
    /// How long the newest stands by itself, in seconds.
    package static let alone = 60

    /// The clock of the point.
    package let local: LocalTime
    /// The last calls, the newest first.
    package let calls: [Called]

    /// What a room is shown at a moment.
    package init(local: LocalTime, calls: [Called]) {
        self.local = local
        self.calls = calls
    }
}

/// What a wall shows of every point.
package struct WallNow: OnlyQuery {
    package typealias Answer = [WallRow]
    package init() {}
}

/// A line of the wall: the same counts and times for whoever looks. There is no place in it for a
/// name, a class, a reason, an alarm or a figure of children.
package struct WallRow: Sendable, Equatable {
    /// As the point is called.
    package let name: String
    /// The point's wall clock.
    package let local: LocalTime
    /// Inside the general window of its arrangement.
    package let isInHours: Bool
    /// Whether a shift is open.
    package let isShiftOpen: Bool
    /// People received and not out.
    package let inside: Int
    /// People in the queue.
    package let waiting: Int
    /// Desks that hold somebody, of those open.
    package let desksAttending: Int
    /// Open desks.
    package let desksOpen: Int
    /// The longest wait in seconds; nil while nobody waits.
    package let longestWait: Int?
    /// People received on the point's working day.
    package let receivedToday: Int
    /// When the queue would be empty at this pace.
    package let finishAt: LocalTime?

    /// What of a board's line a wall may show.
    package init(_ row: BoardRow) {
        name = row.name
        local = row.local
        isInHours = row.isInHours
        isShiftOpen = row.isShiftOpen
        inside = row.inside
        waiting = row.waiting
        desksAttending = row.desksAttending
        desksOpen = row.desksOpen
        longestWait = row.longestWait
        receivedToday = row.receivedToday
        finishAt = row.finishAt
    }
}
