/// An act as the journal has it: what it did, what came after it on the same subjects, and what was
/// before.
package struct DoneAct: Sendable {
    /// Which.
    package let act: Identifier<any Act>
    /// Where.
    package let point: PointCode
    /// At which desk.
    package let desk: Int?
    /// When.
    package let at: Instant
    /// Who did it.
    package let officer: Identifier<Officer>
    /// The events of the act.
    package let events: [Event]
    /// Every later fact on the subjects of the act; what was taken back since came to nothing.
    package let later: [LaterFact]
    /// The fields of each thing that it changed as they were before it, by field name.
    package let before: [EntityKey: [String: Value]]
    /// The same fields now; of what is counted in a store room, as it was counted last.
    package let current: [EntityKey: [String: Value]]
    /// What the act made: before it there was none.
    package let made: Set<EntityKey>
    /// Nothing of the act, nor about the same subjects since, is what only a later program can
    /// read.
    package let isWhole: Bool
    /// The point's share counter as the call before left it.
    package let earlierSinceTier2: Int

    /// An act, and what stands around it.
    package init(
        act: Identifier<any Act>, point: PointCode, desk: Int?, at: Instant,
        officer: Identifier<Officer>,
        events: [Event], later: [LaterFact], before: [EntityKey: [String: Value]],
        current: [EntityKey: [String: Value]], made: Set<EntityKey>, isWhole: Bool,
        earlierSinceTier2: Int
    ) {
        self.act = act
        self.point = point
        self.desk = desk
        self.at = at
        self.officer = officer
        self.events = events
        self.later = later
        self.before = before
        self.current = current
        self.made = made
        self.isWhole = isWhole
        self.earlierSinceTier2 = earlierSinceTier2
    }
}

/// What was done after an act on the same subjects.
package struct LaterFact: Sendable {
    /// What happened.
    package let event: Event
    /// When.
    package let at: Instant
    /// Whoever takes the act back may know of it.
    package let isTold: Bool

    /// Something later, and whether it may be named.
    package init(_ event: Event, at: Instant, isTold: Bool) {
        self.event = event
        self.at = at
        self.isTold = isTold
    }
}

/// Names an entity of any kind.
package struct EntityKey: Hashable, Sendable {
    /// Its kind.
    package let kind: EntityKind
    /// Its identifier.
    package let id: Int

    /// The entity of a kind with this identifier.
    package init(_ kind: EntityKind, _ id: Int) {
        self.kind = kind
        self.id = id
    }
}

/// The times of undo; which kinds allow it says ``EventKind/undo``.
package enum UndoRules {
    /// How long an act can be taken back, in seconds.
    package static let window = 600
    /// How long a mark made by slip can be taken back, in seconds.
    package static let slipWindow = 120
}
