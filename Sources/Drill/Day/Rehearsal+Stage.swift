import Repatriation

extension Rehearsal {
    /// What became of a command.
    package enum Performed: Sendable {
        case done(any Outcome, act: Identifier<any Act>?)
        case refused(String)
    }

    /// What a rehearsal asks of a store.
    package struct Stage {
        /// Nothing is done any more: whoever had the store is gone.
        package static var over: Stage { Stage(perform: { _, _, _ in .refused("over") }) }

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
        /// What is read of the store besides, as whoever works there sees it.
        package var sees: Sight

        /// From its parts.
        package init(
            perform: @escaping (Command, Identifier<Officer>, Instant) -> Performed,
            stays: @escaping (PointCode, Int, Instant) -> Void = { _, _, _ in },
            silence: @escaping (PointCode, Int) -> Void = { _, _ in },
            watch: @escaping (Instant) -> Void = { _ in },
            facts: @escaping () -> [Fact] = { [] },
            tell: @escaping (Inject, Instant) -> Void = { _, _ in },
            names: @escaping (String, Int, Instant) -> Void = { _, _, _ in },
            sees: Sight = Sight()
        ) {
            self.perform = perform
            self.stays = stays
            self.silence = silence
            self.watch = watch
            self.facts = facts
            self.tell = tell
            self.names = names
            self.sees = sees
        }
    }

    /// What those who work read of the store.
    package struct Sight {
        /// The person of somebody's reception.
        package var person: (Identifier<Reception>) -> Identifier<Person>?
        /// The shelters of a point that take somebody, full or not.
        package var shelters: (PointCode, PersonData) -> [Identifier<Provider>]
        /// How many are in the building of a point.
        package var inBuilding: (PointCode, Instant) -> Int?

        /// A point asks the fewest answers.
        package var isPeak: (PointCode) -> Bool

        /// From its parts; one that sees nothing where none is given.
        package init(
            person: @escaping (Identifier<Reception>) -> Identifier<Person>? = { _ in nil },
            shelters: @escaping (PointCode, PersonData) -> [Identifier<Provider>] = { _, _ in [] },
            inBuilding: @escaping (PointCode, Instant) -> Int? = { _, _ in nil },
            isPeak: @escaping (PointCode) -> Bool = { _ in false }
        ) {
            self.person = person
            self.shelters = shelters
            self.inBuilding = inBuilding
            self.isPeak = isPeak
        }
    }
}
