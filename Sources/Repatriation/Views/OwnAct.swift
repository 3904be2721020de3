/// What the officer did last, and whether it can be taken back; nil where nothing is told.
package struct LastOwnAct: OnlyQuery {
    package typealias Answer = OwnAct?
    package init() {}
}

/// An act of anybody, and whether whoever asks can take it back; nil where they may not know of it.
package struct ActToUndo: Query {
    package typealias Answer = OwnAct?
    /// Which.
    package let act: Identifier<any Act>

    /// The question about this one.
    package init(_ act: Identifier<any Act>) { self.act = act }
}

/// What an officer did last, whom it was about, and whether it can be taken back now.
package struct OwnAct: Sendable {
    /// What it was.
    package enum What: Sendable, Equatable {
        /// An act of the journal.
        case act(Identifier<any Act>)
        /// Something typed that was put aside.
        case draft(DraftKey)
    }

    /// What it was.
    package let what: What
    /// When.
    package let at: Instant
    /// Where; nil for what was about no point.
    package var point: PointCode?
    /// The facts of the act; none of a draft.
    package var events: [Event] = []
    /// Whom it was about.
    package var person: Reception?
    /// The group it was about, by its name.
    package var group: String?
    /// How many people it was about.
    package var people: Int {
        Set(events.flatMap(\.changes).filter { $0.kind == .reception }.map(\.id)).count
    }
    /// What would stand again where it is taken back, as far as whoever asks may know.
    package var restored: [Change] = []
    /// Why it cannot be taken back; nil where it can.
    package var refusal: Refusal?
    /// What somebody else did after it, and would have to take back first.
    package var obstacle: Obstacle?

    /// What stands in the way, and whose it is.
    package struct Obstacle: Sendable, Equatable {
        /// Who did it.
        package let officer: String
        /// When.
        package let at: Instant
        /// The facts.
        package let events: [Event]

        /// What somebody did.
        package init(officer: String, at: Instant, events: [Event]) {
            self.officer = officer
            self.at = at
            self.events = events
        }
    }

    /// Something done at a moment.
    package init(_ what: What, at: Instant) {
        self.what = what
        self.at = at
    }
}

extension [Event] {
    /// The one that says what an act was: an interview says more than what came along with it.
    package var telling: Event? { first { $0.kind == .profileSaved } ?? first }
}

extension EventKind {
    /// Sitting down, getting up and proving who one is: nobody means these by «what I did last».
    package var isOfSession: Bool {
        [
            .deskOpened, .deskPaused, .deskClosed, .shiftOpened, .passwordSet, .undone, .counted,
            .foliosReserved, .alarmMarked,
        ].contains(self)
    }
}
