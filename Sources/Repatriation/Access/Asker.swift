/// Who asks what is kept about people. It is always said: nothing is read for nobody.
package enum Asker: Sendable, Hashable {
    /// As the roles of an officer allow at that moment.
    case officer(Identifier<Officer>)
    /// The program's own work, which shows nobody anything.
    case program
    /// Whoever was not asked who they are: codes and times.
    case nobody
}

/// That somebody was looked at: what was shown, of whom or what, and of how many people.
package struct Trace: Sendable, Equatable {
    /// What was looked at.
    package let kind: ReadKind
    /// The reception or group; 0 for a search.
    package let subject: Int
    /// How many people it showed; nil where that goes without saying.
    package let count: Int?
    /// Whom it showed, by number, where it is a look anew only at those who were not shown before.
    package let people: Set<Int>

    /// One look.
    package init(
        _ kind: ReadKind, of subject: Int = 0, count: Int? = nil,
        people: some Sequence<Int> = []
    ) {
        self.kind = kind
        self.subject = subject
        self.count = count
        self.people = Set(people)
    }

    /// The same look, at those of its people alone who were not shown before; nil where nobody is
    /// left.
    package func besides(_ shown: Set<Int>) -> Trace? {
        let new = people.subtracting(shown)
        return new.isEmpty ? nil : Trace(kind, of: subject, count: new.count, people: new)
    }
}
