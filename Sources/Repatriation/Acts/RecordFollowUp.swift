/// What came of asking after somebody: nobody is asked who said no, unless they left with something
/// pending.
package struct RecordFollowUp: Act {
    package static let row = ActRow<Self>(
        .recordFollowUp, .services, alsoFor: [.liaison],
        [
            .identifier("followUp", \.followUp), .code("outcome", \.outcome),
            .texts("answers", \.answers),
            .text("note", \.note),
        ])

    /// Which.
    package var followUp = Identifier<FollowUp>(0)
    /// What came of it.
    package var outcome = FollowUpOutcome.notReached
    /// The answers of the short questionnaire: yes, no, or an open one.
    package var answers: [FollowUpField: String] = [:]
    /// What the officer writes.
    package var note: String?

    package init() {}

    /// What came of one.
    package init(
        _ followUp: Identifier<FollowUp>, _ outcome: FollowUpOutcome,
        _ answers: [FollowUpField: String] = [:],
        note: String? = nil
    ) {
        self.followUp = followUp
        self.outcome = outcome
        self.answers = answers
        self.note = note
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        let person = try facts.reception(try known(facts).reception)
        return Seat(point: try facts.point(person.point))
    }

    private func known(_ facts: some Facts) throws -> FollowUp {
        guard let found = try facts.followUp(followUp) else { throw Refusal(.unknownFollowUp) }
        return found
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let before = try known(facts)
        let person = try facts.unblockedReception(before.reception)
        guard before.cause == .leftPending || person.answer(.contactConsent) == "yes" else {
            throw Refusal(.contactNotAllowed)
        }
        guard before.outcome == nil else {
            if before.outcome == outcome { return Decision([], ids: context.ids) }
            throw Refusal(.followUpAnswered)
        }
        if let wrong = answers.first(where: { !FollowUpField.answers.contains($0.value) }) {
            let allowed = FollowUpField.answers.map(JSON.string)
            throw Refusal(
                .unknownCode, ["field": .string(wrong.key.rawValue), "allowed": .array(allowed)])
        }
        let change = Change(from: before, to: recorded(before, context))
        let event = Event(
            .followUpRecorded, subject: person.id.value, changes: [change].compactMap { $0 })
        return Decision([event], ids: context.ids)
    }

    private func recorded(_ before: FollowUp, _ context: Context) -> FollowUp {
        var after = before
        after.answeredAt = context.now
        after.note = note ?? before.note
        if outcome == .notReached {
            // Nobody is given up after one call: it is asked again the next day.
            after.tries += 1
            after.dueOn = CivilDate(daysSinceEpoch: context.local.day.daysSinceEpoch + 1)
        } else {
            after.outcome = outcome
        }
        for (field, answer) in answers { after.answers[named: field.rawValue] = answer }
        return after
    }
}

/// The questions of the short form, all of them optional.
package enum FollowUpField: String, Code {
    case arrived, withFamily, papers, health, work, safe

    /// What may be answered: the interview's own yes and no, with the open answers.
    package static let answers = ["yes", "no"] + Question.openAnswers.map(\.code)
}
