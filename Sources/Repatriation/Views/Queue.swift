/// A point's queue as one desk sees it: who waits, and who is with a desk or set aside.
package struct QueueOf: Query {
    package typealias Answer = Queue
    /// Which point.
    package let point: PointCode
    /// Which desk; 0 for a lead without one.
    package let desk: Int

    /// The queue of one point.
    package init(_ point: PointCode, desk: Int) { (self.point, self.desk) = (point, desk) }
}

/// A line of a point's queue.
package struct QueueRow: Sendable, Equatable, Identifiable {
    /// The reception it is about.
    package var id: Identifier<Reception>
    /// The number of the person today; 0 where there is none.
    package var ticket: Int
    /// As it may be shown.
    package var name: ShownName
    /// In whole years; nil when the birth date is not known.
    package var age: Int?
    /// Nobody knows where the person is.
    package var isUnlocated = false
    /// Since when the person is here.
    package var receivedAt: Instant?
    /// The age is the least of what is known of the birth.
    package var isAgeRough = false
    /// Under 18 by what is known, or by what the list says.
    package var seemsChild: Bool {
        isProtected || (age ?? 99) < 18 || suggested.contains(.unaccompaniedChild)
    }
    /// The priority class's code; empty where it is not known.
    package var priority: String
    /// Where the person stands.
    package var stage: Stage
    /// When the person entered the queue; nil before.
    package var enteredAt: Instant?
    /// The class's target in minutes.
    package var target: Int
    /// The class's tier, 0 … 2.
    package var tier = 2
    /// The desk that called or interviews; nil at none.
    package var desk: Int?
    /// Where the person is; nil where nobody said, or it may not be known.
    package var place: Place?
    /// Why set aside; nil where the person is not, or it may not be known.
    package var pause: Pause?
    /// To be fetched in person.
    package var isFetched = false
    /// A child alone: name and age show only to a child-protection desk.
    package var isProtected: Bool { name.isOfChildAlone }
    /// How often called and not there.
    package var absences = 0
    /// Its desk was not heard any more.
    package var isOrphan = false
    /// As decided; nil while nobody has.
    package var nationality: Nationality?
    /// Whether the certificate was issued.
    package var hasCertificate = false
    /// What the first questions found; nil is «not asked».
    package var flags: Set<Flag>?
    /// What the list's remarks suggest and nobody has asked yet.
    package var suggested: Set<Flag> = []

    /// A line about one person, with what is not always there left out.
    package init(
        id: Identifier<Reception>, ticket: Int, name: ShownName, age: Int?, priority: String,
        stage: Stage,
        enteredAt: Instant?, target: Int
    ) {
        self.id = id
        self.ticket = ticket
        self.name = name
        self.age = age
        self.priority = priority
        self.stage = stage
        self.enteredAt = enteredAt
        self.target = target
    }
}

extension QueueRow {
    /// The fields that a row is made of, beside those that tell who may be named.
    package static let reads = [
        "ticket", "birthDate", "personalAnswers", "priority", "stage", "enteredAt", "target",
        "receivedAt", "unlocated", "tier", "desk", "place", "pause", "flags", "absences",
        "nationality", "certificate", "suggested",
    ]

    /// Somebody as a reader may see them.
    package init(_ whole: Reception, seenBy reader: Reader, on day: CivilDate) {
        let person = whole.visible(to: reader)
        self.init(
            id: person.id, ticket: person.ticket ?? 0, name: whole.name(to: reader),
            age: person.age(on: day), priority: person.priority ?? "", stage: person.stage,
            enteredAt: person.enteredAt, target: person.target ?? 60)
        receivedAt = person.receivedAt
        isUnlocated = person.isUnlocated
        isAgeRough = person.birth.map { $0.precision != .exact } ?? false
        tier = person.tier ?? 2
        desk = person.desk
        place = person.place
        pause = person.pause
        isFetched = person.flags?.mustBeFetched ?? false
        absences = person.absences
        nationality = person.nationality
        hasCertificate = person.certificate != nil
        flags = person.flags
        suggested = person.flags == nil ? person.suggested : []
    }
}

/// A point's queue as its officers see it.
package struct Queue: Sendable, Equatable {
    /// Whose queue it is.
    package var point: PointCode
    /// Zone name.
    package var zone: String
    /// The point's wall clock.
    package var local: LocalTime
    /// The moment it shows.
    package var at: Instant
    /// Whether the point's shift is open.
    package var isShiftOpen: Bool
    /// Waiting people in the order in which they would be called.
    package var rows: [QueueRow]
    /// How many wait in all; more than the rows when the queue is long.
    package var waiting: Int
    /// How many are inside in all; the list holds the first of them.
    package var inside = 0
    /// Why the next is next, for this desk.
    package var next: QueueReason?
    /// This desk.
    package var desk: Desk?
    /// After how many minutes without a key a screen here is closed.
    package let lockMinutes: Int

    /// An empty queue of a point at a moment.
    package init(point: ReceivingPoint, local: LocalTime, at: Instant) {
        self.point = point.code
        zone = point.zone
        self.local = local
        self.at = at
        isShiftOpen = point.isShiftOpen
        lockMinutes = point.lockMinutes
        rows = []
        waiting = 0
    }
}

extension QueueRule {
    /// Whether one waiting person of a tier is called before another of the same tier.
    package static func isCalledBefore(_ left: QueueRow, _ right: QueueRow, at now: Instant) -> Bool
    {
        func head(_ row: QueueRow) -> QueueHead {
            QueueHead(
                reception: row.id, ticket: row.ticket, priority: row.priority, tier: 0,
                target: row.target,
                enteredAt: row.enteredAt ?? now)
        }
        return isBefore(head(left), head(right), now)
    }
}
