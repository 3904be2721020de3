/// Somebody who waits is moved to another class of the queue, with a written reason; since when
/// they wait stays.
///
/// What only the first questions tell is neither given nor taken away here: a vital emergency, a
/// child alone, and reserved attention that they found. Other answers to those questions give the
/// class anew.
package struct SetPriority: AttentionAct, Reasoned {
    package static let row = ActRow<Self>(
        .setPriority, .queue, [.code("priority", \.priority), .reason("reason", \.reason)])

    package var reception = Identifier<Reception>(0)
    /// To which class.
    package var priority = GivenClass.general
    /// Why.
    package var reason: String?

    package init() {}

    /// Somebody, to which class, and why.
    package init(_ reception: Identifier<Reception>, _ priority: GivenClass, reason: String?) {
        self.init(reception, reason: reason)
        self.priority = priority
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        let before = person.reception
        // Whoever may not know of reserved attention may not tell by a refusal who has it.
        guard person.context.reader.knowsPriorities else {
            throw Refusal.notAllowed([.officer, .opi, .lead])
        }
        try person.require(.waiting)
        guard let reason else { throw Refusal(.reasonMissing) }
        let asked = PriorityClass.code(for: before.flags ?? [])
        guard !PriorityClass.ofQuestions.contains(asked) else {
            throw Refusal(.priorityProtected)
        }
        guard let found = person.point.priority(priority.rawValue) else {
            let given = GivenClass.allCases.filter { person.point.priority($0.rawValue) != nil }
            throw Refusal(
                .unknownCode,
                ["field": "priority", "allowed": .array(given.map { .string($0.rawValue) })])
        }
        guard before.priority != found.code else {
            return person.unchanged(ClassGiven(priority: found))
        }
        var after = before
        after.move(to: found)
        after.priorityReason = reason
        return person.decision(.prioritySet, after, [], ClassGiven(priority: found))
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let given = (outcome as? ClassGiven)?.priority else { return nil }
        let label = PriorityLabel.staff(given.code)
        return Bilingual(
            "Prioridad: \(label.es), meta \(given.targetMinutes) min.",
            "Priority: \(label.en), target \(given.targetMinutes) min.")
    }
}

/// The classes of the queue that are given with a reason, by their codes.
package enum GivenClass: String, Code {
    case reserved, medical, pregnant, disability, older, language, family, general

    /// As staff say it.
    package var label: Bilingual { PriorityLabel.staff(rawValue) }
}

/// The class that somebody has in the queue.
struct ClassGiven: Outcome {
    let priority: PriorityClass

    var members: [String: JSON] {
        [
            "tier": .int(priority.tier), "priority": .string(priority.code),
            "targetMinutes": .int(priority.targetMinutes),
        ]
    }
}
