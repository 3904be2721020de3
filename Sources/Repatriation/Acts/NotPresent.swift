/// Somebody who was called did not come: back to the queue with the place kept.
package struct NotPresent: AttentionAct, Reasoned {
    package static let row = ActRow<Self>(
        .notPresent, .queue, says: EventKind.notPresent.label.stopped, [.reason("reason", \.reason)]
    )

    package var reception = Identifier<Reception>(0)
    /// What the officer remarks.
    package var reason: String?

    package init() {}

    /// Somebody who must be fetched is never absent.
    package func decide(_ person: PersonCase) throws -> Decision {
        let before = person.reception
        guard before.stage == .called else { throw Refusal(.notCalled) }
        guard before.flags?.mustBeFetched != true else { throw Refusal(.mustBeFetched) }
        var after = before
        after.stage = .waiting
        after.absences += 1
        after.notBefore = person.context.now.adding(minutes: 5)
        after.remark = reason
        after.leaveDesk()
        return person.decision(
            .notPresent, after, [try person.endedCall(.absent)], ["absences": .int(after.absences)])
    }
}
