/// A line of a point's queue.
package struct QueueRow: Sendable, Equatable, Identifiable {
    /// The reception it is about.
    package var id: Identifier<Reception>
    /// The number of the person today; 0 where there is none.
    package var ticket: Int
    /// As lists show people; the description where there is no name.
    package var name: String
    /// In whole years; nil when the birth date is not known.
    package var age: Int?
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
    package var isProtected = false
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
        id: Identifier<Reception>, ticket: Int, name: String, age: Int?, priority: String, stage: Stage,
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

/// One person with what a desk needs around them.
package struct Card: Sendable, Equatable {
    /// The person, as the reader may see them.
    package var reception: Reception
    /// The one the person came with.
    package var group: Group
    /// The day on the point's calendar.
    package var today: CivilDate
    /// The point's wall clock.
    package var local: LocalTime
    /// Zone name of the point.
    package var zone: String
    /// Adults received with the same group.
    package var adults: [Reception]

    /// A person with the adults of the group and nothing else around them yet.
    package init(
        reception: Reception, group: Group, today: CivilDate, local: LocalTime, zone: String, adults: [Reception]
    ) {
        self.reception = reception
        self.group = group
        self.today = today
        self.local = local
        self.zone = zone
        self.adults = adults
    }

    /// Everybody received with the same group who is here.
    package var companions: [Reception] = []
    /// The others of the person's family.
    package var family: [Reception] = []
    /// People received before who may be this one, the likeliest first.
    package var matches: [MatchCandidate] = []
    /// Earlier receptions of this person, as far as they are linked.
    package var earlier = 0
    /// Whose desk holds the person.
    package var holder: String?
    /// What about the person waits for a second officer.
    package var pending: PendingNote?
    /// Who asked for the exit, and who confirmed it, where that took two.
    package var confirmers: [String] = []
    /// Somebody asks for the person at the gate: since when, and what to answer; nothing of who.
    package var asked: [AskedNote] = []
    /// Where the person stands in their lanes, as the reader may see it.
    package var lanes = LaneState.none
    /// The certificate that stands; nil where none was issued.
    package var certificatePaper: Identifier<Paper>?
    /// The point is outside its general hours now.
    package var isOutOfHours = false
    /// What the person would leave without.
    package var leavesWithout: Set<Pending> = []
    /// The point's form is down to nine answers.
    package var isPeak = false
    /// Who else has typed about the person and not saved, and when by the point's clock.
    package var othersDraft: DraftNote?
    /// The interview's lists as they stand here.
    package var lists = FormLists.shipped

    /// Under 18 by the birth date.
    package var isMinor: Bool { (reception.age(on: today) ?? 99) < 18 }
    /// Whether the rules for children hold.
    package var isChild: Bool { reception.isChild(on: today) }
}

/// That somebody asks for a person at the gate; nothing of who.
package struct AskedNote: Sendable, Equatable {
    /// What is open at the gate.
    package let inquiry: Identifier<Inquiry>
    /// Since when, by the point's clock.
    package let at: LocalTime

    /// An open inquiry.
    package init(inquiry: Identifier<Inquiry>, at: LocalTime) { (self.inquiry, self.at) = (inquiry, at) }
}

/// A command about a person that waits for a second officer.
package struct PendingNote: Sendable, Equatable {
    /// The act to be confirmed.
    package let act: Identifier<Act>
    /// Who gave the command.
    package let officer: Identifier<Officer>
    /// `R. Ramírez`.
    package let name: String
    /// When, by the point's clock.
    package let at: LocalTime
    /// What would happen: how they leave, and with whom.
    package let how: Exit?
    /// Institution, name, credential and plate, as far as they were given and may be read.
    package let receiver: [String]

    /// The age that would stand, and on what it rests; nil where it is an exit that waits.
    package let age: AgeCorrection?

    /// A note about a command that waits; without `release` or `age` nothing of it is said.
    package init(
        act: Identifier<Act>, officer: Identifier<Officer>, name: String, at: LocalTime, release: Release?,
        age: AgeCorrection? = nil
    ) {
        self.age = age
        how = release?.how
        receiver = [release?.institution, release?.name, release?.credential, release?.plate].compactMap { $0 }
        self.act = act
        self.officer = officer
        self.name = name
        self.at = at
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

/// Somebody's unsaved answers, as a screen says it.
package struct DraftNote: Sendable, Equatable {
    /// Who typed them.
    package let name: String
    /// When, by the point's clock.
    package let at: LocalTime

    /// A note about unsaved answers.
    package init(name: String, at: LocalTime) {
        self.name = name
        self.at = at
    }
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

    /// A shift as it stands at one moment.
    package init(
        point: ReceivingPoint, lead: String?, since: LocalTime?, local: LocalTime, desks: [DeskLine], inside: Int,
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

    package init(id: Int, state: DeskState, officer: String?, attends: Set<Attention>, load: DeskLoad, isHeard: Bool) {
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
    /// The reception that was found.
    package var id: Identifier<Reception>
    /// The number of the person on that day; nil when none was given.
    package var ticket: Int?
    /// As lists show people; hidden from whoever reads no names.
    package var name: String
    /// Day of birth; nil where it is not known or may not be read.
    package var birthDate: CivilDate?
    /// Where the reception is.
    package var point: PointCode
    /// The name of the group, such as `G3`.
    package var group: String
    /// Where the person stands.
    package var stage: Stage
    /// The working day on which the person was received; nil before.
    package var day: CivilDate?
    /// A child alone: named only to child protection.
    package var isProtected: Bool

    /// One person who was found.
    package init(
        id: Identifier<Reception>, ticket: Int?, name: String, birthDate: CivilDate?, point: PointCode, group: String,
        stage: Stage, day: CivilDate?, isProtected: Bool
    ) {
        self.id = id
        self.ticket = ticket
        self.name = name
        self.birthDate = birthDate
        self.point = point
        self.group = group
        self.stage = stage
        self.day = day
        self.isProtected = isProtected
    }
}

extension QueueRule {
    /// Whether one waiting person of a tier is called before another of the same tier.
    package static func isCalledBefore(_ left: QueueRow, _ right: QueueRow, at now: Instant) -> Bool {
        func head(_ row: QueueRow) -> QueueHead {
            QueueHead(
                reception: row.id, ticket: row.ticket, priority: row.priority, tier: 0, target: row.target,
                enteredAt: row.enteredAt ?? now)
        }
        return isBefore(head(left), head(right), now)
    }
}
