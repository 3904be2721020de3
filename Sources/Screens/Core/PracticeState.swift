import Repatriation

/// What a practice tells whoever sits at the screen: its clock, and what has happened.
package struct PracticeState: Sendable, Equatable {
    /// Something that happened beside the groups.
    package struct Told: Sendable, Equatable, Identifiable {
        /// As the scenario names it.
        package let id: String
        /// When.
        package let at: Instant
        /// What the trainee reads.
        package let synopsis: String
        /// What helps whoever does not know; empty where nothing does.
        package let hint: String
        /// The trainer says it: it stands before whatever else is said.
        package let isSaid: Bool

        /// Something that happened at a moment.
        package init(
            id: String, at: Instant, synopsis: String, hint: String, isSaid: Bool = false
        ) {
            (self.id, self.at, self.synopsis, self.hint) = (id, at, synopsis, hint)
            self.isSaid = isSaid
        }
    }

    /// A minute that one goes back to.
    package struct Moment: Sendable, Equatable {
        /// What happens then.
        package let title: String
        /// When.
        package let at: Instant

        /// A marked minute.
        package init(title: String, at: Instant) { (self.title, self.at) = (title, at) }
    }

    /// What is practised.
    package var title: String
    /// How many times faster than a real one the clock runs.
    package var speed: Int
    /// The clock stands still.
    package var isPaused = false
    /// Nothing more happens: it is talked about.
    package var isOver = false
    /// A trainer has the clock, and goes back for everybody.
    package var isLed = false
    /// The trainer looks at this screen.
    package var isWatched = false
    /// The desks of each point whose colleagues do not call.
    package var resting: [PointCode: Set<Int>] = [:]
    /// The minutes that one goes back to, in order: a digit for each.
    package var moments: [Moment] = []
    /// What has happened, in order.
    package var told: [Told] = []
    /// When the next group comes; nil when none will.
    package var nextArrival: Instant?

    /// A practice that begins.
    package init(_ title: String, speed: Int) {
        self.title = title
        self.speed = speed
    }

    /// The speeds there are.
    package static let speeds = [1, 2, 5, 10, 30, 60, 120, 240]
}

/// What whoever sits at a practice wants of its clock and of those who work beside them.
package enum PracticeOrder: Sendable, Equatable {
    /// Stands still, or goes on.
    case pause
    case faster, slower
    /// Goes on by a minute.
    case step
    /// Goes on until shortly before the next group comes.
    case nextArrival
    /// Everything anew up to a marked minute, counted from 0; from there the trainee works.
    case back(Int)
    /// Colleagues of a point stop calling, or go on: those at one desk, or all of them.
    case colleagues(PointCode, desk: Int?)
}

extension PracticeState {
    /// Colleagues at a desk, or all of a point where none is named, stop calling or go on.
    package mutating func toggleRest(at point: PointCode, desk: Int?) {
        var resting = resting[point] ?? []
        if let desk {
            if resting.remove(desk) == nil { resting.insert(desk) }
        } else {
            resting = resting.isEmpty ? PracticeState.everyDesk : []
        }
        self.resting[point] = resting
    }

    /// All desks that a point may have.
    package static let everyDesk = Set(1...99)
}
