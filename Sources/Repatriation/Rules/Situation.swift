/// What every rule sees: the moment, the point's own clock, who acts, and where identifiers come from.
package struct Context: Sendable {
    /// The moment at which the store learns it.
    package let now: Instant
    /// What the point's wall clock shows; while it is in doubt, the last hour that is sure (``ClockWitness``).
    package let local: LocalTime
    /// Nobody has vouched for the hour yet.
    package let isClockDoubted: Bool
    /// How far ahead of what it should show the clock is, in milliseconds.
    package let clockJump: Int
    /// The point's zone.
    package let zone: Zone
    /// The point's working day: the civil day since the cut.
    package let cutDay: CivilDate
    /// Who acts.
    package let officer: Officer
    /// The second officer, where a command that takes two is being confirmed.
    package let confirmer: Officer?
    /// How whoever acts has shown who they are; unsaid, by the system's account alone.
    package var proof = IdentityProof.account
    /// How the second officer has.
    package var confirmerProof = IdentityProof.account
    /// Where identifiers come from.
    package var ids: IdentifierSource

    /// The moment as one point sees it.
    package init(
        now: Instant, zone: Zone, cut: TimeOfDay, officer: Officer, confirmer: Officer? = nil, ids: IdentifierSource,
        clock: ClockWitness? = nil
    ) {
        let sure = clock?.sure(now) ?? now
        self.now = now
        local = zone.local(sure)
        isClockDoubted = clock?.isBelieved(now) == false
        clockJump = clock?.jump(now) ?? 0
        self.zone = zone
        cutDay = zone.cutDay(at: sure, cut: cut)
        self.officer = officer
        self.confirmer = confirmer
        self.ids = ids
    }
}

extension Zone {
    /// The working day: the civil day, or the day before while the cut has not come.
    package func cutDay(at instant: Instant, cut: TimeOfDay) -> CivilDate {
        let time = local(instant)
        let isBefore = time.secondOfDay < cut.minutes * 60
        return isBefore ? CivilDate(daysSinceEpoch: time.day.daysSinceEpoch - 1) : time.day
    }
}

/// The slice that the rules of groups need.
package struct GroupSituation: Sendable {
    /// The moment, who acts and where identifiers come from.
    package var context: Context
    /// Where the group is handed over.
    package var point: ReceivingPoint
    /// The one that the command names; nil where it names none.
    package var group: Group?
    /// Head counts and stages of the group's people.
    package var counts: GroupCounts
    /// Whether anyone is inside the point: a ticket series restarts only in an empty point.
    package var isAnyoneInside: Bool
    /// The people inside the point.
    package var inside: Int
    /// Where somebody on the command's list is inside beyond doubt, by position.
    package var alreadyInside: [Int: OpenReception] = [:]

    /// A slice for one command.
    package init(
        context: Context, point: ReceivingPoint, group: Group?, counts: GroupCounts, inside: Int
    ) {
        self.context = context
        self.point = point
        self.group = group
        self.counts = counts
        self.inside = inside
        isAnyoneInside = inside > 0
    }
}

/// The slice that the rules of one person need.
package struct ReceptionSituation: Sendable {
    /// The moment, who acts and where identifiers come from.
    package var context: Context
    /// Where the person is received.
    package var point: ReceivingPoint
    /// The person.
    package var reception: Reception
    /// The one the person came with.
    package var group: Group
    /// The call in force.
    package var call: Call?
    /// The desk that the command names.
    package var desk: Desk?
    /// Whom that desk holds.
    package var load: DeskLoad
    /// Whether the desk that holds the person was heard in the last two minutes, in an open shift.
    package var isHolderHeard: Bool
    /// Whose desk holds the person.
    package var holder: Identifier<Officer>?
    /// Whether anyone is inside the point.
    package var isAnyoneInside: Bool
    /// The adults received with the same group, for a child that leaves with the family.
    package var adults: [Reception]
    /// Who ticked that a family is the child's, as of now.
    package var vouchers: [Officer] = []
    /// Where their identities come from, and that of whoever acts.
    package var lineage = Lineage()
    /// An officer of child protection sits at an open desk of the point.
    package var isOPIOn = false
    /// The number of the desk that the command names, also where it was never opened.
    package var named: Int?
    /// Whether the person that the command names is like this one, and whether their data are held back.
    package var isPersonAlike = false
    /// Whether the data of the person that the command names are blocked or removed.
    package var isPersonHeld = false
    /// Nobody inside has the number that the person had before.
    package var isNumberFree = true
    /// The person's certificate, where one was issued.
    package var paper: Identifier<Paper>?
    /// The officer whom a lane's step names.
    package var namedOfficer: Officer?
    /// The folio of the person's last certificate, or hand-over record, where it was made void.
    package var replacedFolio: String?
    /// Somebody asks for the person at the gate, and nobody has asked the person.
    package var isAskedFor = false
    /// What the person is referred for and is not over, with the institutions, for an exit.
    package var referrals: [Referral] = []
    /// The institutions of those referrals.
    package var providers: [Provider] = []
    /// The others of the family that the command names, in its order.
    package var family: [Reception] = []
    /// Everybody else of the families that those belong to.
    package var relatives: [Reception] = []
    /// The points of those who are at another.
    package var points: [PointCode: ReceivingPoint] = [:]
    /// Whether the person that the command names is somebody's.
    package var isPersonKnown = false
    /// Whether another reception has this one's person.
    package var isPersonShared = false
    /// The open reception of the person that the command names.
    package var elsewhere: OpenReception?
    /// Others who have typed about the person and not saved, the last first.
    package var drafts: [DraftOwner] = []
    /// The interview's closed lists as they stand in the store.
    package var lists = FormLists.shipped
    /// What was ticked in the person's lanes, the oldest first.
    package var ticks: [LaneTick] = []
    /// The hand-over record, where one was issued.
    package var acta: Paper?
    /// What about the person waits for a second officer.
    package var pendings: [PendingAct] = []

    /// A slice for one command; what only some commands need is added after.
    package init(
        context: Context, point: ReceivingPoint, reception: Reception, group: Group, call: Call?, desk: Desk?,
        load: DeskLoad, isHolderHeard: Bool, holder: Identifier<Officer>?, isAnyoneInside: Bool, adults: [Reception]
    ) {
        self.context = context
        self.point = point
        self.reception = reception
        self.group = group
        self.call = call
        self.desk = desk
        self.load = load
        self.isHolderHeard = isHolderHeard
        self.holder = holder
        self.isAnyoneInside = isAnyoneInside
        self.adults = adults
    }
}

/// An officer who has typed about somebody and not saved.
package struct DraftOwner: Sendable, Equatable {
    /// Who.
    package let officer: Identifier<Officer>
    /// When the last field was written.
    package let at: Instant

    /// An officer with unsaved answers.
    package init(officer: Identifier<Officer>, at: Instant) {
        self.officer = officer
        self.at = at
    }
}

/// Whom a desk holds: at most one called and one in interview, by ticket.
package struct DeskLoad: Sendable, Equatable {
    /// The ticket on the way.
    package var called: Int?
    /// The ticket in interview.
    package var inInterview: Int?

    /// Nobody, or those with these tickets.
    package init(called: Int? = nil, inInterview: Int? = nil) {
        self.called = called
        self.inInterview = inInterview
    }
}

/// How many people of a group are where. Counters are disjoint by final state.
package struct GroupCounts: Sendable, Equatable {
    /// On the list, whatever became of them.
    package var onList = 0
    /// On the list and neither received nor accounted for.
    package var pending = 0
    /// On the list and received.
    package var received = 0
    /// On the list and did not come.
    package var noShow = 0
    /// Received without being on the list.
    package var offList = 0
    /// Decided foreign.
    package var foreign = 0
    /// Decided not accredited.
    package var notAccredited = 0
    /// Out, among those neither foreign nor not accredited.
    package var released = 0
    /// Received and still inside.
    package var inside = 0

    /// Nobody anywhere.
    package init() {}

    /// Everybody of the group who was received here.
    package var present: Int { received + offList }
}

/// What a command gives: its events and what `send` answers besides.
package struct Decision: Sendable {
    /// The facts, in order; empty when all was already so.
    package var events: [Event]
    /// What the answer says besides.
    package var result: any Outcome
    /// Where identifiers go on from.
    package var ids: IdentifierSource
    /// On what it rests, where somebody becomes less protected or a child leaves.
    package var ground: LaneGround?

    /// Facts, what is answered besides, and where identifiers go on from.
    package init(
        _ events: [Event], _ result: any Outcome = [String: JSON](), ids: IdentifierSource
    ) {
        self.events = events
        self.result = result
        self.ids = ids
    }
}
