import Repatriation

/// What a drill is talked about with: from its journal alone, what was reached apart from what is
/// thought of it.
///
/// A debrief with an objective record and a structure teaches most (Tannenbaum and Cerasoli 2013;
/// Keiser and Arthur 2021). Of people whose lane is protected no keys are counted, nor what a
/// screening found.
package struct Debrief: Sendable {
    /// What was played.
    package let scenario: Scenario
    /// Each objective with its points and what was missed.
    package let reached: [Score.Reached]
    /// What happened, in order: injects, and what was expected of each.
    package let told: [Told]
    /// How long people waited, by class.
    package let waits: [Waits]
    /// What was done of each lane, for how many and how late.
    package let lanes: [LaneDone]
    /// Groups that came, and those whose list was balanced.
    package let groups: (came: Int, balanced: Int)
    /// Referrals made, and acts taken back or corrected.
    package let referrals: Int
    /// How many acts were taken back, and how many facts about people corrected.
    package let corrections: (undone: Int, amended: Int)

    /// People of whom something asks for time: a lane was ticked, or the first questions found a need.
    package let needTime: Set<Int>
    /// From when the trainee worked; nil is from the start. What was done before is nobody's.
    package let worksFrom: Instant?

    /// An inject with what was expected.
    package struct Told: Sendable {
        /// Which.
        package let inject: Inject
        /// When it was told.
        package let at: Instant
        /// What of it the trainee answers for.
        package let expected: [Expectation]
        /// What of that was missed.
        package let missed: [Score.Missed]
    }

    /// How long the people of a class waited from entering the queue to being called.
    package struct Waits: Sendable, Equatable {
        /// The class.
        package let code: String
        /// Its target, in minutes.
        package let target: Int
        /// How many were called.
        package var called = 0
        /// How many of them within the target.
        package var within = 0
        /// The longest, in seconds.
        package var longest = 0
    }

    /// A step of a lane.
    package struct LaneDone: Sendable, Equatable {
        /// Which.
        package let step: LaneStep
        /// How many people it was done for.
        package var done = 0
        /// For how many later than it is due.
        package var late = 0
    }

    /// From a score and the facts behind it. O(facts).
    package init(_ score: Score, _ names: [String: Int], _ facts: [Fact]) {
        scenario = score.scenario
        reached = score.objectives(names)
        told = score.scenario.injects.compactMap { inject in
            score.told[inject.id].map {
                Told(
                    inject: inject, at: $0, expected: score.expected(of: inject, names),
                    missed: score.missed(inject, names))
            }
        }.sorted { $0.at < $1.at }
        worksFrom = score.worksFrom
        needTime = Debrief.needTime(facts)
        let since = worksFrom ?? .earliest
        let undone = Set(facts.compactMap { $0.event.undoes?.value })
        let standing = facts.filter {
            !undone.contains($0.act.value) && $0.event.undoes == nil
        }
        func count(_ kind: EventKind) -> Int {
            standing.count { $0.event.kind == kind && $0.at >= since }
        }
        waits = Debrief.waits(standing, since: since)
        lanes = Debrief.lanes(standing, since: since)
        groups = (count(.groupArrived), count(.groupBalanced))
        referrals = count(.referred)
        let takenBack = facts.filter { $0.at >= since }.compactMap { $0.event.undoes?.value }
        corrections = (Set(takenBack).count, count(.personAmended) + count(.ageCorrected))
    }

    private static func needTime(_ facts: [Fact]) -> Set<Int> {
        var people: Set<Int> = []
        for fact in facts {
            switch fact.event.kind {
            case .laneTicked: people.formUnion([fact.number("reception")].compactMap { $0 })
            case .triaged where fact.text("flags")?.contains(where: \.isLetter) == true:
                people.insert(fact.event.subject)
            default: break
            }
        }
        return people
    }

    private static func waits(_ facts: [Fact], since: Instant) -> [Waits] {
        var entered: [Int: (at: Instant, code: String, target: Int)] = [:]
        var waits: [String: Waits] = [:]
        for fact in facts {
            switch fact.event.kind {
            case .triaged:
                let code = fact.text("priority") ?? entered[fact.event.subject]?.code ?? "general"
                let known = entered[fact.event.subject]
                entered[fact.event.subject] = (
                    known?.at ?? fact.at, code, fact.number("target") ?? known?.target ?? 60
                )
            case .called:
                for change in fact.event.changes where change.kind == .reception {
                    guard let person = entered.removeValue(forKey: change.id), fact.at >= since
                    else { continue }
                    let waited = max(0, fact.at.secondsSince(person.at))
                    var wait =
                        waits[person.code]
                        ?? Waits(code: person.code, target: person.target)
                    wait.called += 1
                    wait.within += waited <= person.target * 60 ? 1 : 0
                    wait.longest = max(wait.longest, waited)
                    waits[person.code] = wait
                }
            default: break
            }
        }
        return PriorityClass.shipped.compactMap { waits[$0.code] }
    }

    /// Steps that a lane's table gives minutes for are late when they come later than that after
    /// the person was received.
    private static func lanes(_ facts: [Fact], since: Instant) -> [LaneDone] {
        var came: [Int: Instant] = [:]
        var done: [LaneStep: LaneDone] = [:]
        for fact in facts {
            if fact.event.kind == .received { came[fact.event.subject] = fact.at }
            guard fact.event.kind == .laneTicked, fact.at >= since,
                let step = LaneStep(rawValue: fact.text("step") ?? LaneStep.opi.rawValue),
                let person = fact.number("reception")
            else { continue }
            var one = done[step] ?? LaneDone(step: step)
            one.done += 1
            if let minutes = step.minutes, let start = came[person],
                fact.at.secondsSince(start) > minutes * 60
            {
                one.late += 1
            }
            done[step] = one
        }
        return LaneStep.allCases.compactMap { done[$0] }
    }
}

extension Fact {
    /// What it says of a field, where that is a text.
    func text(_ field: String) -> String? {
        for change in event.changes {
            for entry in change.entries where entry.field == field {
                if case .text(let text) = entry.value { return text }
            }
        }
        return nil
    }

    /// What it says of a field, where that is a number.
    func number(_ field: String) -> Int? {
        for change in event.changes {
            for entry in change.entries where entry.field == field {
                if case .int(let number) = entry.value { return number }
            }
        }
        return nil
    }
}
