/// What can be wanted about somebody who has left.
package enum FollowUpCommand: Sendable, Equatable {
    /// In so many days: 7 or 30.
    case ask(Identifier<Reception>, days: Int, about: Identifier<Referral>?)
    case record(Identifier<FollowUp>, FollowUpOutcome, [FollowUpField: String], note: String?)
}

/// The questions of the short form, all of them optional.
package enum FollowUpField: String, Code {
    case arrived, withFamily, papers, health, work, safe

    /// As it is asked; the answers are yes, no, and the open ones.
    package var label: Bilingual {
        switch self {
        case .arrived: Bilingual("¿Llegó a donde iba?", "Reached where they were bound?")
        case .withFamily: Bilingual("¿Está con su familia?", "With the family?")
        case .papers: Bilingual("¿Tiene sus documentos?", "Has their papers?")
        case .health: Bilingual("¿Tiene atención de salud?", "Has health care?")
        case .work: Bilingual("¿Trabaja o estudia?", "Works or studies?")
        case .safe: Bilingual("¿Está en un lugar seguro?", "In a safe place?")
        }
    }

    /// What may be answered: the interview's own yes and no, with the open answers.
    package static let answers = ["yes", "no"] + Question.openAnswers.map(\.code)
}

/// The slice that these rules need.
package struct FollowUpSituation: Sendable {
    /// The moment, who acts and where identifiers come from.
    package var context: Context
    /// Whom it is about.
    package var person: Reception
    /// What is recorded of; nil where a new one is asked for.
    package var followUp: FollowUp?
    /// The referral that is asked about.
    package var referral: Referral?
    /// What is asked for already and not answered.
    package var open: [FollowUp] = []

    /// A slice about one person.
    package init(context: Context, person: Reception) {
        self.context = context
        self.person = person
    }
}

extension FollowUpCommand {
    /// The days after which a contact may be asked for.
    package static let days = [7, 30]

    /// The rules: nobody is called who said no.
    package func decide(_ given: FollowUpSituation) throws(Refusal) -> Decision {
        var situation = given
        switch self {
        case .ask(_, let days, let referral): return try situation.ask(days, referral)
        case .record(_, let outcome, let answers, let note): return try situation.record(outcome, answers, note)
        }
    }

    /// Reads a line of `send`; nil when it is no command of these.
    static func read(_ name: String, _ reader: inout CommandReader) throws(Refusal) -> FollowUpCommand? {
        switch name {
        case "askFollowUp":
            return .ask(
                try reader.identifier("reception"), days: try reader.requiredInteger("days", 1...365),
                about: try reader.optionalIdentifier("referral"))
        case "recordFollowUp":
            var answers: [FollowUpField: String] = [:]
            if var nested = try reader.nested("answers") {
                for name in nested.memberNames {
                    guard let field = FollowUpField(rawValue: name) else {
                        throw Refusal(.unknownField, ["field": .string(name)])
                    }
                    answers[field] = try nested.text(name)
                }
            }
            return .record(
                try reader.identifier("followUp"), try reader.requiredCode("outcome"), answers,
                note: try reader.text("note"))
        default: return nil
        }
    }
}

extension FollowUpSituation {
    fileprivate mutating func ask(_ days: Int, _ about: Identifier<Referral>?) throws(Refusal) -> Decision {
        guard FollowUpCommand.days.contains(days) else {
            throw Refusal(.unknownCode, ["field": "days", "allowed": .array(FollowUpCommand.days.map(JSON.int))])
        }
        guard person.receivedAt != nil else {
            throw Refusal(.notInThisStage, ["stage": .string(person.stage.rawValue)])
        }
        guard person.answer(.contactConsent) == "yes" else { throw Refusal(.contactNotAllowed) }
        guard about == nil || referral?.reception == person.id else { throw Refusal(.unknownReferral) }
        let cause: FollowUpCause = about == nil ? .release : .referral
        let due = CivilDate(daysSinceEpoch: context.local.day.daysSinceEpoch + days)
        if let same = open.first(where: { $0.cause == cause && $0.referral == about && $0.dueOn == due }) {
            return Decision([], ["followUp": .int(same.id.value), "due": .string(due.text)], ids: context.ids)
        }
        let blank = FollowUp(id: context.ids.next())
        var asked = blank
        (asked.reception, asked.point, asked.cause) = (person.id, person.point, cause)
        (asked.referral, asked.askedAt, asked.dueOn) = (about, context.now, due)
        return Decision(
            [
                Event(
                    .followUpAsked, subject: person.id.value,
                    changes: [Change(from: blank, to: asked)].compactMap { $0 })
            ],
            ["followUp": .int(asked.id.value), "due": .string(due.text)], ids: context.ids)
    }

    fileprivate func record(
        _ outcome: FollowUpOutcome, _ answers: [FollowUpField: String], _ note: String?
    ) throws(Refusal) -> Decision {
        guard let before = followUp else { throw Refusal(.unknownFollowUp) }
        guard before.cause == .leftPending || person.answer(.contactConsent) == "yes" else {
            throw Refusal(.contactNotAllowed)
        }
        guard before.outcome == nil else {
            if before.outcome == outcome { return Decision([], ids: context.ids) }
            throw Refusal(.followUpAnswered)
        }
        if let wrong = answers.first(where: { !FollowUpField.answers.contains($0.value) }) {
            throw Refusal(
                .unknownCode,
                [
                    "field": .string(wrong.key.rawValue), "allowed": .array(FollowUpField.answers.map(JSON.string)),
                ])
        }
        var after = before
        (after.answeredAt, after.note) = (context.now, note ?? before.note)
        if outcome == .notReached {
            // Nobody is given up after one call: it is asked again the next day.
            after.tries += 1
            after.dueOn = CivilDate(daysSinceEpoch: context.local.day.daysSinceEpoch + 1)
        } else {
            after.outcome = outcome
        }
        for (field, answer) in answers { after.answers[named: field.rawValue] = answer }
        let event = Event(
            .followUpRecorded, subject: person.id.value, changes: [Change(from: before, to: after)].compactMap { $0 })
        return Decision([event], ids: context.ids)
    }
}
