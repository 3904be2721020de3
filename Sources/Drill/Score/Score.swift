import Repatriation

/// How far what a scenario expects was done: from facts of the journal alone, apart from any
/// judgement.
package struct Score: Sendable {
    /// What was expected and not done in time, or done though it must not be.
    package struct Missed: Sendable {
        /// Of which.
        package let inject: Inject
        /// What.
        package let expected: Expectation
        /// Until when.
        package let deadline: Instant
        /// When it was done all the same.
        package let doneAt: Instant?
    }

    /// What is lived.
    package let scenario: Scenario
    private let start: Instant
    /// When each inject was told.
    package private(set) var told: [String: Instant] = [:]
    private var facts: [Fact] = []
    /// When the practice was left before its end; nil where it was lived to it.
    private var brokenOff: Instant?
    private var undone: Set<Int> = []
    private let expectedKinds: Set<EventKind>
    /// From when the trainee works; nil is from the start.
    package private(set) var worksFrom: Instant?

    /// Of a scenario that starts at a moment, before anything happened.
    package init(_ scenario: Scenario, from start: Instant) {
        self.scenario = scenario
        expectedKinds = Set(scenario.injects.flatMap(\.expects).map(\.kind))
        self.start = start
    }

    /// An inject was told.
    package mutating func tell(_ inject: String, _ at: Instant) { told[inject] = at }

    /// Until this moment somebody else worked: what was done or over by then is not the trainee's.
    package mutating func workFrom(_ moment: Instant) { worksFrom = moment }

    /// What the trainee answers for of an inject that was told; nothing of one that was not.
    package func expected(of inject: Inject, _ names: [String: Int]) -> [Expectation] {
        guard let told = told[inject.id] else { return [] }
        let due = inject.expects.filter { isDue($0, of: told, names) }
        guard let worksFrom, told < worksFrom else { return due }
        return due.filter { expected in
            guard told.adding(seconds: expected.within) >= worksFrom else { return false }
            let since = expected.countsFromStart ? start : told
            let done = matches(expected, from: since, names).count { $0.at < worksFrom }
            return expected.isNever || done < expected.count
        }
    }

    /// What may still come in time where a practice was broken off counts neither way.
    private func isDue(_ expected: Expectation, of told: Instant, _ names: [String: Int]) -> Bool {
        guard let brokenOff, !expected.isNever, told.adding(seconds: expected.within) > brokenOff
        else { return true }
        let since = expected.countsFromStart ? start : told
        return matches(expected, from: since, names).count >= expected.count
    }

    /// Nothing was lived after a moment.
    package mutating func breakOff(at moment: Instant) { brokenOff = moment }

    /// Takes facts up, in the order of the journal.
    package mutating func add(_ more: [Fact]) {
        // What nothing expects is not kept: a practice of weeks has facts by the hundred thousand.
        facts += more.filter { expectedKinds.contains($0.event.kind) }
        for fact in more { if let act = fact.event.undoes { undone.insert(act.value) } }
    }

    /// What an inject expected and did not get, as far as is known; `names` are whom it means.
    package func missed(_ inject: Inject, _ names: [String: Int]) -> [Missed] {
        guard let told = told[inject.id] else { return [] }
        return expected(of: inject, names).compactMap { expected in
            let deadline = told.adding(seconds: expected.within)
            let found = matches(expected, from: expected.countsFromStart ? start : told, names)
            let inTime = found.filter { $0.at <= deadline }
            guard expected.isNever ? !inTime.isEmpty : inTime.count < expected.count else {
                return nil
            }
            let late = expected.isNever ? inTime.first : found.dropFirst(expected.count - 1).first
            return Missed(
                inject: inject, expected: expected, deadline: deadline, doneAt: late?.at)
        }
    }

    /// The facts that are what is expected, since a moment, and were not taken back.
    private func matches(_ expected: Expectation, from: Instant, _ names: [String: Int]) -> [Fact] {
        let subject = expected.subject.map { names[$0] ?? -1 }
        return facts.filter { fact in
            fact.event.kind == expected.kind && fact.at >= from && !undone.contains(fact.act.value)
                && fact.event.undoes == nil && subject.map(fact.isAbout) != false
                && fact.says(expected.fields)
        }
    }

    /// Points reached and possible of each objective, and what was missed. Injects that were not
    /// told count for neither.
    package func objectives(_ names: [String: Int]) -> [Reached] {
        let missed = scenario.injects.flatMap { self.missed($0, names) }
        let expected = scenario.injects.flatMap { self.expected(of: $0, names) }
        return scenario.objectives.map { objective in
            let own = missed.filter { $0.expected.objective == objective.id }
            let possible = expected.filter { $0.objective == objective.id }.map(\.points)
                .reduce(0, +)
            return Reached(
                objective: objective,
                points: possible - own.map(\.expected.points).reduce(0, +), possible: possible,
                missed: own)
        }
    }

    /// What was reached of an objective.
    package struct Reached: Sendable {
        /// Which.
        package let objective: Scenario.Objective
        /// What it is worth.
        package let points: Int
        /// Of how many.
        package let possible: Int
        /// What is lacking.
        package let missed: [Missed]
    }
}
