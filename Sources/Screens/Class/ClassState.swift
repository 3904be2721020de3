import Repatriation

/// What a trainer sees of a class.
package struct ClassState: Sendable, Equatable {
    /// One trainee.
    package struct Row: Sendable, Equatable {
        /// Who.
        package var name: String
        /// Sits at a terminal now.
        package var isJoined = false
        /// The hour of their practice.
        package var now: Instant
        /// How many times faster than real time.
        package var speed = 1
        /// Their clock stands still.
        package var isPaused = false
        /// What comes before a minute is being lived.
        package var isLiving = false
        /// The scenario has ended.
        package var isOver = false
        /// It is lived on no longer: what happens could not be kept.
        package var isStopped = false
        /// The screen before them.
        package var screen = ""
        /// The field the cursor stands in; empty where it stands in none.
        package var field = ""
        /// For how many seconds they have been there.
        package var since = 0
        /// The longest wait at their point, in seconds; nil where nobody waits.
        package var oldestWait: Int?
        /// How often the rules said no.
        package var refusals = 0
        /// What was expected and is past its time.
        package var missed = 0
        /// Points so far.
        package var points = 0
        /// Of how many.
        package var possible = 0

        /// Somebody who has not come yet.
        package init(name: String, now: Instant) { (self.name, self.now) = (name, now) }
    }

    /// Something that a trainer can let happen.
    package struct Choice: Sendable, Equatable {
        /// As the scenario names it.
        package let id: String
        /// What is read.
        package let words: String
        /// It only happens when the trainer wants it.
        package let isByHand: Bool

        /// A choice.
        package init(id: String, words: String, isByHand: Bool) {
            (self.id, self.words, self.isByHand) = (id, words, isByHand)
        }
    }

    /// As the class is called.
    package var title: String
    /// Who learns, in the order of the list: never by points.
    package var rows: [Row]
    /// What can be made to happen.
    package var injects: [Choice]
    /// The minutes that one goes back to.
    package var moments: [PracticeState.Moment]
    /// All sit at one store, with one clock.
    package var isOneStore: Bool
    /// It is lived at another terminal, where it goes on without a trainer.
    package var isElsewhere = false

    /// A class.
    package init(
        title: String, rows: [Row], injects: [Choice], moments: [PracticeState.Moment],
        isOneStore: Bool
    ) {
        self.title = title
        self.rows = rows
        self.injects = injects
        self.moments = moments
        self.isOneStore = isOneStore
    }
}

/// What a trainer wants, of everybody or of one by their place in the list.
package enum TrainerOrder: Sendable, Equatable {
    /// Whom it is about.
    package enum Target: Sendable, Equatable {
        case all
        case one(Int)
    }

    /// Their clock stands still, or goes on.
    case pause(Target)
    case faster(Target)
    case slower(Target)
    /// Something happens now.
    case inject(Target, String)
    /// They read this.
    case message(Target, String)
    /// The trainer writes this down.
    case note(Target, String)
    /// Everything anew up to a marked minute.
    case back(Target, Int)
    /// Looks over a shoulder; nil looks away.
    case watch(Int?)
    /// Writes what was reached.
    case results
    case redraw
    /// The class is over.
    case end
}
