/// What a screen may ask of what is kept. Each question stands beside the view that answers it; the
/// store says beside its reading how it becomes one.
package protocol Query<Answer>: Hashable, Sendable {
    /// What is answered.
    associatedtype Answer: Sendable
    /// Its answer is kept on people, and leaves a trace before it is shown.
    var leavesTrace: Bool { get }
    /// Whoever asks this does not wait for the other's answer any more: both are about what is
    /// being typed.
    func answersInstead(of earlier: Self) -> Bool
}

extension Query {
    package var leavesTrace: Bool { false }
    package func answersInstead(of earlier: Self) -> Bool { false }

    /// The same of a question that may be another kind's.
    package func replaces(_ earlier: any Query) -> Bool {
        (earlier as? Self).map(answersInstead) ?? false
    }

    /// Whether both ask the same.
    package func isSame(as other: any Query) -> Bool { self == other as? Self }
}

/// A question that is the only one of its kind.
package protocol OnlyQuery: Query {
    /// The question.
    init()
}

/// A question about one point.
package protocol PointQuery: Query {
    /// Which.
    var point: PointCode { get }
    /// The question about this one.
    init(_ point: PointCode)
}

/// A question about one person.
package protocol PersonQuery: Query {
    /// Which.
    var reception: Identifier<Reception> { get }
    /// The question about this one.
    init(_ reception: Identifier<Reception>)
}
