/// What somebody answered to a follow-up survey, in part or to the end, or that they were not
/// reached. Nobody is asked who did not agree to be called, and no child.
package struct AnswerSurvey: ReceptionAct {
    package static let row = ActRow<Self>(
        .answerSurvey, .services,
        [.text("survey", \.survey), answered, .code("notTaken", \.notTaken)])

    /// By the codes of its questions; an empty answer takes one back.
    private static let answered = Parameter<AnswerSurvey>(
        "answers", .object([:]), required: false,
        read: { reader, act throws(Refusal) in
            guard var nested = try reader.nested("answers") else { return }
            for name in nested.memberNames { act.answers[name] = try nested.answer(name) ?? "" }
        },
        value: { act in
            act.answers.isEmpty ? .null : .object(act.answers.mapValues(JSON.string))
        })

    package var reception = Identifier<Reception>(0)
    /// The survey's code.
    package var survey = ""
    /// Codes or texts, by question.
    package var answers: [String: String] = [:]
    /// Why nothing more was asked.
    package var notTaken: SurveyNotTaken?

    package init() {}

    /// Somebody's answers to a survey.
    package init(
        _ reception: Identifier<Reception>, _ survey: String, _ answers: [String: String]
    ) {
        (self.reception, self.survey, self.answers) = (reception, survey, answers)
    }

    /// Somebody who was not asked.
    package init(
        _ reception: Identifier<Reception>, _ survey: String, _ notTaken: SurveyNotTaken
    ) {
        (self.reception, self.survey, self.notTaken) = (reception, survey, notTaken)
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let person = try facts.unblockedReception(reception)
        guard person.stage == .released, person.exit != .died else {
            throw Refusal(.notInThisStage, ["stage": .string(person.stage.rawValue)])
        }
        guard !person.isChild(on: context.local.day) else { throw Refusal(.surveyOfAdults) }
        guard person.maySurvey(on: context.local.day) else { throw Refusal(.contactNotAllowed) }
        guard notTaken != nil || !answers.isEmpty else {
            throw Refusal(.missingField, ["field": "answers"])
        }
        guard notTaken == nil || answers.isEmpty else {
            throw Refusal(.invalidValue, ["field": "notTaken"])
        }
        var ids = context.ids
        let known = try facts.surveyTaken(survey, of: person.id)
        let before = known ?? SurveyTaken(id: ids.next())
        let form = try form(before, facts)
        // Nobody is asked anew who did not want to be.
        guard before.state != .declined || answers.isEmpty else {
            throw Refusal(.contactNotAllowed)
        }
        let received = person.receivedDay ?? context.local.day
        guard before.isTaken || form.days(after: received).lowerBound <= context.local.day else {
            throw Refusal(.surveyTooEarly)
        }
        let (after, outcome) = try settled(before, form, person, context)
        guard after.given != before.given || after.state != before.state || notTaken == .notReached
        else { return Decision([], outcome, ids: context.ids) }
        let change = Change(from: before, to: after)
        let event = Event(
            .surveyAnswered, subject: person.id.value, changes: [change].compactMap { $0 })
        return Decision([event], outcome, ids: ids)
    }

    /// What was begun goes on with the version it was begun with. Throws `unknownSurvey` with those
    /// there are.
    private func form(_ before: SurveyTaken, _ facts: some Facts) throws -> SurveyForm {
        let version = before.isTaken ? before.version : nil
        let known = try facts.survey(survey, version: version)
        guard let known, let form = known.form, version != nil || known.retiredAt == nil else {
            throw Survey.unknown(among: try facts.surveys())
        }
        return form
    }

    private func settled(
        _ before: SurveyTaken, _ form: SurveyForm, _ person: Reception, _ context: Context
    ) throws -> (SurveyTaken, SurveyAnswered) {
        var given = before.given.answers
        for (name, answer) in answers.sorted(by: { $0.key < $1.key }) {
            guard let question = form.questions.first(where: { $0.code == name }) else {
                throw Refusal(.unknownField, ["field": .string(name)])
            }
            given[named: name] = answer.isEmpty ? nil : try question.kept(answer)
        }
        let (settled, left) = form.settled(given)
        var after = before
        (after.reception, after.point) = (person.id, person.point)
        (after.survey, after.version) = (form.code, form.version)
        (after.at, after.officer) = (context.now, context.officer.id)
        after.given = SurveyAnswers(survey: form.code, version: form.version)
        after.given.answers = settled
        let missing = form.missing(settled)
        if let notTaken {
            guard before.state != .whole else { throw Refusal(.surveyAnswered) }
            after.state = notTaken.state(after: before.state)
            if notTaken == .notReached { after.tries += 1 }
        } else if settled.values.isEmpty {
            // Whoever answered nothing was not asked.
            after.state = before.tries > 0 ? .notReached : nil
            after.day = nil
        } else {
            after.state = missing.isEmpty ? .whole : .inPart
            after.day = after.isTaken ? before.day ?? context.local.day : nil
        }
        let lost = left.filter { answers[$0.code]?.isEmpty == false }
        let outcome = SurveyAnswered(
            survey: form.code, version: form.version, missing: missing.map(\.code),
            notAsked: lost.map(\.code), state: after.state)
        return (after, outcome)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        if let notTaken {
            return Bilingual("Anotado: \(notTaken.label.es).", "Noted: \(notTaken.label.en).")
        }
        guard let count = (outcome as? SurveyAnswered)?.missing.count, count > 0 else {
            return Bilingual("Encuesta completa.", "Survey complete.")
        }
        return Bilingual(
            "Encuesta guardada en parte. Faltan: \(count).",
            "Survey kept in part. Missing: \(count).")
    }
}

/// How far a survey came, and what was given of it and not kept.
package struct SurveyAnswered: Outcome {
    /// The survey's code.
    package let survey: String
    /// Its version.
    package let version: Int
    /// Asked, and not answered.
    package let missing: [String]
    /// Given, and not asked any more.
    package let notAsked: [String]
    /// How far.
    package let state: SurveyState?

    package var members: [String: JSON] {
        [
            "survey": .string(survey), "version": .int(version),
            "missing": .array(missing.map(JSON.string)),
            "notAsked": .array(notAsked.map(JSON.string)), "state": JSON(state?.rawValue),
        ]
    }
}
