/// Somebody who was called is called again.
package struct Recall: AttentionAct, Reasoned {
    package static let row = ActRow<Self>(
        .recall, .queue, says: EventKind.recalled.label.stopped, [.reason("reason", \.reason)])

    package var reception = Identifier<Reception>(0)
    /// What the officer remarks.
    package var reason: String?

    package init() {}

    package func decide(_ person: PersonCase) throws -> Decision {
        guard person.reception.stage == .called else { throw Refusal(.notCalled) }
        var after = person.reception
        after.recalls += 1
        after.remark = reason
        return person.decision(.recalled, after)
    }
}
