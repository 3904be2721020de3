/// What every rule sees: the moment, the point's own clock, who acts, and where identifiers come
/// from.
package struct Context: Sendable {
    /// The moment at which the store learns it.
    package let now: Instant
    /// What the point's wall clock shows; while it is in doubt, the last hour that is sure
    /// (``ClockWitness``).
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
    package private(set) var officer: Officer
    /// The second officer, where a command that takes two is being confirmed.
    package private(set) var confirmer: Officer?
    /// How whoever acts has shown who they are; unsaid, by the system's account alone.
    package var proof = IdentityProof.account
    /// How the second officer has.
    package var confirmerProof = IdentityProof.account
    /// The sheet of the drawer on which it stands, where it happened before it was typed.
    package var sheet: Paper?
    /// Where identifiers come from.
    package var ids: IdentifierSource

    /// The moment as one point sees it.
    package init(
        now: Instant, zone: Zone, cut: TimeOfDay, officer: Officer, ids: IdentifierSource,
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
        self.ids = ids
    }
}

extension Context {
    /// The same moment for whoever asked, with whoever acts now as the second officer.
    func confirming(_ pending: PendingAct, of asked: Officer) -> Context {
        var both = self
        both.officer = asked
        both.confirmer = officer
        both.proof = pending.askedProof
        both.confirmerProof = proof
        return both
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
    /// Received, and sent to another point since.
    package var transferred = 0
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

    /// What becomes of what somebody typed and did not save.
    package var drafts: DraftChange?

    /// Facts, what is answered besides, and where identifiers go on from.
    package init(
        _ events: [Event], _ result: any Outcome = NoOutcome(), ids: IdentifierSource
    ) {
        self.events = events
        self.result = result
        self.ids = ids
    }
}

/// What becomes of the unsaved words about somebody.
package enum DraftChange: Sendable, Equatable {
    /// Those of one officer go to whoever acts.
    case move(of: Identifier<Reception>, from: Identifier<Officer>)
    /// Nobody's stay.
    case drop(of: Identifier<Reception>)
}
