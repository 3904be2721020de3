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

/// A group with its counts.
package struct GroupLine: Sendable, Equatable, Identifiable {
    /// The group, as the reader may see it.
    package var group: Group
    /// How many of its people are where.
    package var counts: GroupCounts
    /// The announcement, as the point's clock shows it.
    package var announced: LocalTime?
    /// When it is expected, by the same clock; nil where nobody said.
    package var expected: LocalTime?
    /// When it came, by the same clock; nil before.
    package var arrived: LocalTime?
    /// The identifier of the group.
    package var id: Identifier<Group> { group.id }

    /// A line about one group, with its hours by the clock of a zone.
    package init(group: Group, counts: GroupCounts, zone: Zone) {
        self.group = group
        self.counts = counts
        announced = group.announcedAt.map(zone.local)
        expected = group.expectedAt.map(zone.local)
        arrived = group.arrivedAt.map(zone.local)
    }
}

/// A line of a roll call.
package struct RollRow: Sendable, Equatable, Identifiable {
    /// The person, as the reader may see them.
    package var reception: Reception
    /// Initials of who received the person, and the point's time.
    package var receivedBy: String?
    /// When the person was received, by the point's clock; nil before.
    package var receivedAt: LocalTime?
    /// The identifier of the reception.
    package var id: Identifier<Reception> { reception.id }

    /// A line about one person of the roll.
    package init(reception: Reception, receivedBy: String?, receivedAt: LocalTime?) {
        self.reception = reception
        self.receivedBy = receivedBy
        self.receivedAt = receivedAt
    }
}

/// A group with everybody of it.
package struct Roll: Sendable, Equatable {
    /// The group with its counts.
    package let line: GroupLine
    /// In the order of the list, those off the list last.
    package let rows: [RollRow]

    /// The roll of one group.
    package init(line: GroupLine, rows: [RollRow]) {
        self.line = line
        self.rows = rows
    }
}

/// A time in which a point asked nine answers of everybody, by its own clock.
package struct Peak: Sendable, Equatable {
    /// Since when.
    package let from: LocalTime
    /// Until when; nil while it lasts.
    package var to: LocalTime?
    /// Who said so.
    package let by: String
    /// Why.
    package var reason: String

    /// A time of peak.
    package init(from: LocalTime, to: LocalTime?, by: String, reason: String) {
        self.from = from
        self.to = to
        self.by = by
        self.reason = reason
    }

    /// `23:10–01:40, R. Ramírez: 828 personas, 4 ventanillas`.
    package var words: String { "\(from.clock)–\(to?.clock ?? ""), \(by): \(reason)" }
}

/// A point's shift and its desks.
package struct ShiftView: Sendable, Equatable {
    /// The point, as the reader may see it.
    package var point: ReceivingPoint
    /// Who opened it last, as `R. Ramírez`; nil while it never was open.
    package var lead: String?
    /// When it was opened last, by the point's clock; nil while it never was open.
    package var since: LocalTime?
    /// The point's wall clock.
    package var local: LocalTime
    /// Every desk of the point: number, state, who, what it attends, whether it was heard.
    package var desks: [DeskLine]
    /// How many people are inside the point.
    package var inside: Int
    /// How many of them wait to be called.
    package var waiting: Int
    /// What the clock shows against the newest fact, where nobody has vouched for it.
    package var clockDoubt: Bilingual?
    /// The word of a lead for the hour, which waits for another officer's.
    package var pending: PendingNote?

    /// A shift as it stands at one moment.
    package init(
        point: ReceivingPoint, lead: String?, since: LocalTime?, local: LocalTime,
        desks: [DeskLine], inside: Int,
        waiting: Int
    ) {
        self.point = point
        self.lead = lead
        self.since = since
        self.local = local
        self.desks = desks
        self.inside = inside
        self.waiting = waiting
    }
}

/// A desk in the list of a shift.
package struct DeskLine: Sendable, Equatable, Identifiable {
    /// The number of the desk, from 1.
    package var id: Int
    /// Whether it works.
    package var state: DeskState
    /// Whose it is, as `R. Ramírez`; nil when it is nobody's.
    package var officer: String?
    /// What it says it attends.
    package var attends: Set<Attention>
    /// Whom it holds, by ticket.
    package var load: DeskLoad
    /// Whether its officer was heard in the last two minutes of an open shift.
    package var isHeard: Bool

    /// A desk as the lead's list shows it.
    package init(
        id: Int, state: DeskState, officer: String?, attends: Set<Attention>, load: DeskLoad,
        isHeard: Bool
    ) {
        self.id = id
        self.state = state
        self.officer = officer
        self.attends = attends
        self.load = load
        self.isHeard = isHeard
    }
}

/// A person found by a search.
package struct Hit: Sendable, Equatable, Identifiable {
    /// How many a search gives at the most.
    package static let most = 30
    /// How many bytes may be looked for: a name's letters, however many each takes.
    package static let longest = 4 * NameText.longest
    /// The reception that was found.
    package var id: Identifier<Reception>
    /// The number of the person on that day; nil when none was given.
    package var ticket: Int?
    /// As it may be shown.
    package let name: ShownName
    /// When born; nil where it is not known or may not be read.
    package var birth: Birth?
    /// Where the reception is.
    package var point: PointCode
    /// The name of the group, such as `G3`.
    package var group: String
    /// Where the person stands.
    package var stage: Stage
    /// The working day on which the person was received; nil before.
    package var day: CivilDate?

    /// One person who was found, as the reader may see them.
    package init(_ person: Reception, group: Int, to reader: Reader) {
        (id, ticket, point) = (person.id, person.ticket, person.point)
        (self.group, stage, day) = ("G\(group)", person.stage, person.receivedDay)
        name = person.name(to: reader)
        birth = name.name == nil ? nil : person.birth
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
