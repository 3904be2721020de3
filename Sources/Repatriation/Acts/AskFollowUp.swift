/// Somebody is to be asked after in so many days, at a contact that they allowed.
package struct AskFollowUp: ReceptionAct {
    package static let row = ActRow<Self>(
        .askFollowUp, .services, alsoFor: [.liaison],
        [.integer("days", 1...365, \.days), .identifier("referral", \.referral)])

    package var reception = Identifier<Reception>(0)
    /// In how many days: one of ``choices``.
    package var days = 0
    /// The referral it is about; nil asks about the exit.
    package var referral: Identifier<Referral>?

    /// The days after which a contact may be asked for.
    package static let choices = [7, 30]

    package init() {}

    /// Somebody, in so many days.
    package init(
        after reception: Identifier<Reception>, days: Int,
        about referral: Identifier<Referral>? = nil
    ) {
        self.reception = reception
        self.days = days
        self.referral = referral
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        var ids = context.ids
        let person = try facts.unblockedReception(reception)
        guard AskFollowUp.choices.contains(days) else {
            let allowed = AskFollowUp.choices.map(JSON.int)
            throw Refusal(.unknownCode, ["field": "days", "allowed": .array(allowed)])
        }
        guard person.receivedAt != nil else {
            throw Refusal(.notInThisStage, ["stage": .string(person.stage.rawValue)])
        }
        guard person.answer(.contactConsent) == "yes" else { throw Refusal(.contactNotAllowed) }
        if let referral, try facts.referral(referral)?.reception != person.id {
            throw Refusal(.unknownReferral)
        }
        let wanted = asked(FollowUp(id: ids.next()), of: person, context)
        let same = try facts.openFollowUps(of: person.id).first {
            $0.cause == wanted.cause && $0.referral == referral && $0.dueOn == wanted.dueOn
        }
        if let same { return Decision([], Asked(same), ids: context.ids) }
        let change = Change(from: FollowUp(id: wanted.id), to: wanted)
        let event = Event(
            .followUpAsked, subject: person.id.value, changes: [change].compactMap { $0 })
        return Decision([event], Asked(wanted), ids: ids)
    }

    private func asked(_ blank: FollowUp, of person: Reception, _ context: Context) -> FollowUp {
        var asked = blank
        asked.reception = person.id
        asked.point = person.point
        asked.cause = referral == nil ? .release : .referral
        asked.referral = referral
        asked.askedAt = context.now
        asked.dueOn = CivilDate(daysSinceEpoch: context.local.day.daysSinceEpoch + days)
        return asked
    }

    private struct Asked: Outcome {
        let id: Identifier<FollowUp>
        let due: CivilDate?

        init(_ followUp: FollowUp) {
            id = followUp.id
            due = followUp.dueOn
        }

        var members: [String: JSON] { ["followUp": .int(id.value), "due": JSON(due?.text)] }
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let due = (outcome as? Asked)?.due?.shown else { return nil }
        return Bilingual("Se le contacta el \(due).", "To be contacted on \(due).")
    }
}
