/// Somebody who was set aside waits again.
package struct Resume: AttentionAct, Reasoned {
    package static let row = ActRow<Self>(
        .resume, .care, says: EventKind.resumed.label.stopped, [.reason("reason", \.reason)])

    package var reception = Identifier<Reception>(0)
    /// What the officer remarks.
    package var reason: String?

    package init() {}

    package func decide(_ person: PersonCase) throws -> Decision {
        try person.require(.parked)
        var after = person.reception
        after.stage = .waiting
        after.pause = nil
        after.remark = reason
        return person.decision(.resumed, after)
    }
}
