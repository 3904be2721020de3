/// Completes what another officer's act left pending: it is decided anew, on what is so by now, for
/// both.
package struct Confirm: Act {
    package static let row = ActRow<Self>(
        .confirm, .interview, alsoOf: [.accounts], says: Bilingual("Confirmada.", "Confirmed."),
        [.identifier("act", \.act)])

    /// Which.
    package var act = Identifier<any Act>(0)

    package init() {}

    /// What was asked for.
    package init(_ act: Identifier<any Act>) { self.act = act }

    package func check(_ facts: some Facts) throws {
        try facts.pending(act).checkConfirmation(by: facts.officer, proven: facts.proof, facts)
        let asked = try facts.asked(by: act)
        try Permissions.check(asked.act, by: asked.officer, isDrill: facts.isDrill)
        if !asked.act.isConfirmedByAnybody {
            try Permissions.check(asked.act, by: facts.officer, isDrill: facts.isDrill)
        }
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        let asked = try facts.asked(by: act)
        return try asked.act.seat(facts.acting(asked.officer))
    }

    package func context(_ own: Context, _ facts: some Facts) throws -> Context {
        let asked = try facts.asked(by: act)
        return own.confirming(asked.pending, of: asked.officer)
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let asked = try facts.asked(by: act)
        var decision = try asked.act.decide(context, facts.acting(asked.officer))
        guard let event = decision.events.first else { throw Refusal(.notPending) }
        decision.events[0] = Event(
            event.kind, subject: event.subject,
            changes: event.changes + [asked.pending.confirmed(by: facts.officer)])
        return decision
    }
}
