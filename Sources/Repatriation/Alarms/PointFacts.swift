/// What one point's alarms are made of: counts, moments, tickets and names of groups, as far as the
/// reader may know.
///
/// It says what is so; what of it rings, from when on and for whom is the table's (``Alarm/all``).
package struct PointFacts: Sendable {
    /// Somebody, or something, by number.
    package struct One: Sendable {
        /// The reception, inquiry or whatever else it is.
        package let subject: Int
        /// The person's number today.
        let ticket: Int?
        /// Since when, or by when.
        package let at: Instant

        /// Somebody since a moment.
        package init(_ subject: Int, ticket: Int? = nil, at: Instant) {
            self.subject = subject
            self.ticket = ticket
            self.at = at
        }
    }

    /// Somebody on the way between two points about whom was noted since what somebody must know.
    package struct Traveller: Sendable {
        /// Who, by the number of the point that they left, since then.
        let one: One
        /// The point that sent them.
        let from: PointCode
        /// The point that they go to.
        let to: PointCode
        /// A vital emergency.
        let isEmergency: Bool
        /// A child alone, or somebody whose age is doubted.
        let isForTheLane: Bool
        /// In reserved attention, without a private room.
        let isReserved: Bool

        /// Somebody, between which points, and what was noted.
        package init(
            _ one: One, from: PointCode, to: PointCode, isEmergency: Bool = false,
            isForTheLane: Bool = false, isReserved: Bool = false
        ) {
            (self.one, self.from, self.to) = (one, from, to)
            (self.isEmergency, self.isForTheLane) = (isEmergency, isForTheLane)
            self.isReserved = isReserved
        }
    }

    /// How many, and the first moment of them.
    package typealias Several = (count: Int, first: Instant)
    /// Somebody to be looked for, as the list has them.
    package typealias Missing = (one: One, listNumber: Int, group: Int)
    /// Somebody in the queue.
    package typealias Waiting = (one: One, isFetchedByOPI: Bool, isEmergency: Bool, absences: Int)
    /// So many due on a day.
    package typealias Due = (due: CivilDate, count: Int)
    /// A step of somebody's lane that is not done, by its hour.
    package typealias Step = (one: One, step: LaneStep)
    /// Somebody inside some point, of a family of several.
    package typealias Relative = (one: One, family: Int, point: PointCode, isChild: Bool)
    /// A desk that calls nobody, since when, and how many of those who wait it attends.
    package typealias Idle = (desk: Int, since: Instant, waiting: Int)
    /// How many are in the hands of the desks, and since when nobody has written anything.
    package typealias Silence = (people: Int, since: Instant)
    /// What a clock shows that is not believed, the newest fact, and whether one lead vouched for
    /// it.
    package typealias ClockDoubt = (shown: LocalTime, newest: LocalTime, isAsked: Bool)

    /// Where each has a line of its own no more are read: what is to be done with the first is
    /// told.
    package static let most = 20

    /// Which point.
    package let point: PointCode
    /// What stands as subject where it is about the point itself.
    package let subject: Int
    /// The moment.
    package let now: Instant
    /// The point's day.
    package let day: CivilDate
    /// Since when the point asks only what a peak leaves time for.
    package var peakSince: Instant?

    /// Whom nobody has found.
    package var missing: [Missing] = []
    /// Groups announced or here.
    package var groups: [Group] = []
    /// Groups that this point sent, or that are sent to it, and are not received whole.
    package var onTheWay: [SentGroup] = []
    /// Those of them about whom somebody must be told.
    package var road: [Traveller] = []
    /// Those past the target of their own class, since the first of those targets.
    package var pastTarget: Several?
    /// Those who wait and are fetched by child protection, or did not come, in the order of the
    /// queue.
    package var waiting: [Waiting] = []
    /// Those inside whose nationality was denied.
    package var notMexican: Several?
    /// Exits that wait for somebody else.
    package var toConfirm: [One] = []
    /// Those inside whose nationality is pending by a written motive.
    package var undecided: [One] = []
    /// What is counted of each material.
    package var stock: [StockItem] = []
    /// Open requests about data, by the day they are due, the first day first.
    package var rights: [Due] = []
    /// Everybody inside of the families that are at this point and another.
    package var relatives: [Relative] = []
    /// Those for whom somebody asks at a gate.
    package var askedFor: [One] = []
    /// The newest inquiry of each visitor who asked for several people.
    package var sameVisitors: [One] = []
    /// Steps of the children's lane that are not done, child after child in the order of the book.
    package var childSteps: [Step] = []
    /// Medicines and filters, the first due first.
    package var ticks: [Step] = []
    /// Reserved attention without a private room, or without what the form asks for.
    package var reserved: [One] = []
    /// Those who left with something pending, the first first.
    package var left: [One] = []
    /// Referrals past their time, since the first was due.
    package var lateReferrals: Several?
    /// Since when those are inside who may be too long, the first first.
    package var insideSince: [Instant] = []
    /// Desks that call nobody though people they attend wait, by number.
    package var idleDesks: [Idle] = []
    /// When the papers of the tray were issued, the first first.
    package var tray: [Instant] = []
    /// Institutions without a free place, by name.
    package var fullProviders: [String] = []
    /// People are to be attended, and nothing was written for a while.
    package var silence: Silence?
    /// How many megabytes of the disk are free, beside what is left for the desks; told of one
    /// point.
    package var freeDisk: Int?
    /// The day of the last copy of the store; told of one point.
    package var copiedOn: CivilDate?
    /// A clock that is not believed.
    package var clock: ClockDoubt?
    /// The store lacks what had been answered from it; told of one point.
    package var lacksAnswers = false

    /// A point of which nothing is known yet.
    package init(_ point: ReceivingPoint, now: Instant, day: CivilDate) {
        self.point = point.code
        subject = point.id.value
        self.now = now
        self.day = day
        peakSince = point.peakSince
    }

    /// Steps of children whose hour is past, by child.
    package var lateChildren: [[Step]] {
        childSteps.filter { $0.one.at < now }.reduce(into: []) { late, step in
            if late.last?.first?.one.subject == step.one.subject {
                late[late.count - 1].append(step)
            } else {
                late.append([step])
            }
        }
    }
}
