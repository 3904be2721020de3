/// What an institution, or the person on the way to it, answered.
package struct AnswerReferral: ReferralAct {
    package static let row = ActRow<Self>(
        .answerReferral, .services, alsoFor: [.health, .liaison],
        [.code("answer", \.answer), .text("note", \.note)])

    package var referral = Identifier<Referral>(0)
    /// What they said.
    package var answer = ReferralAnswer.accepted
    /// What the officer writes.
    package var note: String?

    package init() {}

    /// The answer to one.
    package init(_ referral: Identifier<Referral>, _ answer: ReferralAnswer, note: String? = nil) {
        self.referral = referral
        self.answer = answer
        self.note = note
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let (before, person) = try known(facts)
        guard before.state != answer.state else { return Decision([], ids: context.ids) }
        guard before.state.isOpen, answer != .accepted || before.state == .sent else {
            throw Refusal(.referralAnswered, ["state": .string(before.state.rawValue)])
        }
        var after = before
        after.state = answer.state
        after.answeredAt = context.now
        after.note = note ?? before.note
        if answer == .accepted {
            // From now on it is the person who is waited for.
            after.dueAt = context.now.adding(minutes: before.referralKind.dueMinutes)
        }
        let isOver = answer == .refusedByProvider || answer == .didNotArrive
        let next = isOver ? try nextProvider(after: before, for: person, context, facts) : nil
        let outcome = Answered(state: after.state, asksNext: isOver, next: next)
        return Decision(
            .referralAnswered, of: person, try ending(before, after, facts), outcome,
            ids: context.ids)
    }

    /// The next institution of the point that takes this person for this and has a place.
    private func nextProvider(
        after referral: Referral, for person: Reception, _ context: Context, _ facts: some Facts
    ) throws -> Identifier<Provider>? {
        try facts.institutions(at: person.point).filter {
            $0.id != referral.provider && $0.free != 0
                && $0.reason(against: person, for: referral.referralKind, on: context.local.day)
                    == nil
        }.map { $0.visible(to: context.reader) }.max {
            ($0.isOpen(at: context.local) ? 1 : 0, $0.free ?? 99) < (
                $1.isOpen(at: context.local) ? 1 : 0, $1.free ?? 99
            )
        }?.id
    }

    private struct Answered: Outcome {
        let state: ReferralState
        /// Another institution is looked for.
        let asksNext: Bool
        let next: Identifier<Provider>?

        var members: [String: JSON] {
            let said: [String: JSON] = ["state": .string(state.rawValue)]
            return asksNext ? said.merging(["next": JSON(next?.value)]) { $1 } : said
        }
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard (outcome as? Answered)?.next != nil else { return nil }
        return Bilingual(
            "Anotado. Hay otra institución: F5.", "Noted. There is another institution: F5.")
    }
}
