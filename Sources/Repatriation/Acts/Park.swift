/// Somebody is set aside, for a while.
package struct Park: AttentionAct {
    package static let row = ActRow<Self>(.park, .care, [why])

    /// One of the pauses, or in words.
    private static let why = Parameter<Park>(
        "reason", .text, required: false,
        read: { reader, act throws(Refusal) in
            let reason = try reader.text("reason")
            act.pause = reason.flatMap(Pause.init(rawValue:))
            act.reason = act.pause == nil ? reason : nil
        },
        value: { JSON($0.pause?.rawValue ?? $0.reason) }
    ).givingReason("reason")

    package var reception = Identifier<Reception>(0)
    /// What for.
    package var pause: Pause?
    /// What for, in words.
    package var reason: String?

    package init() {}

    /// Somebody, and what for.
    package init(_ reception: Identifier<Reception>, _ pause: Pause?, reason: String? = nil) {
        self.reception = reception
        self.pause = pause
        self.reason = reason
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        try person.require(.called, .inInterview)
        var after = person.reception
        after.stage = .parked
        after.pause = pause
        after.remark = reason
        after.leaveDesk()
        return person.decision(.parked, after, [try person.endedCall(.parked)])
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        changed ? (ActPhrase.moved(to: pause?.label) ?? EventKind.parked.label).stopped : nil
    }
}
