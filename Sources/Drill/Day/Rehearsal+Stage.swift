import Repatriation

extension Rehearsal {
    /// What became of a command.
    package enum Performed: Sendable {
        case done(any Outcome, act: Identifier<any Act>?)
        case refused(String)
    }

    /// What a rehearsal asks of a store.
    package struct Stage {
        /// Carries a command out.
        package var perform: (Command, Identifier<Officer>, Instant) -> Performed
        /// Says that a desk is attended until a moment, as its screen would.
        package var stays: (PointCode, Int, Instant) -> Void
        /// Nothing is heard of a desk from now on.
        package var silence: (PointCode, Int) -> Void
        /// Looks at the alarms, as a board would.
        package var watch: (Instant) -> Void
        /// The facts since the last time.
        package var facts: () -> [Fact]
        /// Keeps what the trainee is told.
        package var tell: (Inject, Instant) -> Void
        /// Keeps what a name of the scenario stands for.
        package var names: (String, Int, Instant) -> Void

        /// From its parts.
        package init(
            perform: @escaping (Command, Identifier<Officer>, Instant) -> Performed,
            stays: @escaping (PointCode, Int, Instant) -> Void = { _, _, _ in },
            silence: @escaping (PointCode, Int) -> Void = { _, _ in },
            watch: @escaping (Instant) -> Void = { _ in },
            facts: @escaping () -> [Fact] = { [] },
            tell: @escaping (Inject, Instant) -> Void = { _, _ in },
            names: @escaping (String, Int, Instant) -> Void = { _, _, _ in }
        ) {
            self.perform = perform
            self.stays = stays
            self.silence = silence
            self.watch = watch
            self.facts = facts
            self.tell = tell
            self.names = names
        }
    }

    /// Somebody who comes, with the stream that all about them is drawn from.
    final class Guest {
        let id: String?
        var person: PersonData
        let truth: Truth
        var random: SeededGenerator
        var reception = Identifier<Reception>(0)
        /// What they got back of theirs.
        var belongings: Belongings?
        /// Treated as a child, whatever the list says.
        var isAgeDoubted = false
        /// Mexican sign language.
        static let signs = "LSM"
        /// What they need an interpreter for, as the first questions found.
        var language: String?
        /// Somebody interprets for them.
        var isInterpreted = false
        /// The family who comes to the desk with them.
        var along: [Guest] = []
        /// Done with everything: leaves as soon as their family is.
        var isReady = false
        var isOut = false
        /// How many of their papers are issued and not printed.
        var papersDue = 0

        init(_ id: String?, _ person: PersonData, _ truth: Truth, _ random: SeededGenerator) {
            self.id = id
            self.person = person
            self.truth = truth
            self.random = random
        }
    }
}
