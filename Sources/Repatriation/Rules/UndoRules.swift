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
    /// Every later event on the subjects of the act; what was taken back since came to nothing.
    package let later: [Event]
    /// The fields of each person and call before the act, by field name.
    package let before: [EntityKey: [String: Value]]
    /// The fields of each person and call now, by field name.
    package let current: [EntityKey: [String: Value]]
    /// Nothing of the act, nor about the same subjects since, is what only a later program can
    /// read.
    package let isWhole: Bool
    /// The point's share counter as the call before left it.
    package let earlierSinceTier2: Int

    /// An act, and what stands around it.
    package init(
        act: Identifier<any Act>, point: PointCode, desk: Int?, at: Instant,
        officer: Identifier<Officer>,
        events: [Event], later: [Event], before: [EntityKey: [String: Value]],
        current: [EntityKey: [String: Value]], isWhole: Bool, earlierSinceTier2: Int
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
        self.isWhole = isWhole
        self.earlierSinceTier2 = earlierSinceTier2
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

/// The rules of undo: within ten minutes, the kinds that allow it, and while nothing depends on it.
package enum UndoRules {
    /// How long an act can be taken back.
    package static let window = 600
    /// How long a mark made by slip can be taken back, in seconds.
    package static let slipWindow = 120
    /// The kinds that can be taken back.
    package static let undoable: Set<EventKind> = [
        .called, .received, .didNotCome, .triaged, .nationalitySet, .personLinked, .personUnlinked,
        .personToldApart,
        .familySet, .placed, .parked, .resumed, .notPresent, .recalled,
    ]
}
