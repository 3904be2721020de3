/// What the officer did last, and whether it can be taken back; nil where nothing is told.
package struct LastOwnAct: OnlyQuery {
    package typealias Answer = OwnAct?
    package init() {}
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
    /// The facts of the act; none of a draft.
    package var events: [Event] = []
    /// Whom it was about.
    package var person: Reception?
    /// The group it was about, by its name.
    package var group: String?
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

extension EventKind {
    /// Sitting down, getting up and proving who one is: nobody means these by «what I did last».
    package var isOfSession: Bool {
        [.deskOpened, .deskPaused, .deskClosed, .shiftOpened, .passwordSet, .undone, .counted]
            .contains(self)
    }
}
