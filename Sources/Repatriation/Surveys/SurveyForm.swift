/// A follow-up survey as data: sections of questions that are asked of somebody some months after
/// their return. A file defines it (``SurveyReader``).
///
/// Source: what IOM's return programmes ask one to three months after, in 24 to 33 questions.
package struct SurveyForm: Sendable, Equatable {
    /// Its hand-given code, which never changes.
    package var code = ""
    /// From 1 on; answers keep the version that they were taken with.
    package var version = 1
    /// What it is called.
    package var title = Bilingual("", "")
    /// From which whole month after the return it is asked, and until which.
    package var months = 1...3
    /// Its parts, in the order of asking.
    package var sections: [SurveySection] = []

    /// One without questions.
    package init() {}

    /// Every question, in the order of asking.
    package var questions: [SurveyQuestion] { sections.flatMap(\.questions) }

    /// The days on which it is asked of somebody received on a day.
    package func days(after received: CivilDate) -> ClosedRange<CivilDate> {
        received.adding(months: months.lowerBound)...received.adding(months: months.upperBound)
    }

    /// The days on which those may have been received of whom it is asked on a day; months differ
    /// in length, and ``days(after:)`` says it of each.
    package func received(askedOn day: CivilDate) -> ClosedRange<CivilDate> {
        let (first, last) = (
            day.adding(months: -months.upperBound), day.adding(months: -months.lowerBound)
        )
        return CivilDate(
            daysSinceEpoch: first.daysSinceEpoch - 3)...CivilDate(
                daysSinceEpoch: last.daysSinceEpoch + 3)
    }

    /// The questions that are asked of whoever answered so, in order.
    package func asked(_ answers: Answers) -> [SurveyQuestion] {
        questions.filter { $0.condition?.holds(answers) ?? true }
    }

    /// Those of them that have no answer yet.
    package func missing(_ answers: Answers) -> [SurveyQuestion] {
        asked(answers).filter { answers[named: $0.code] == nil }
    }

    /// The answers without those of questions that are not asked any more, and whose they were: an
    /// answer does not outlive the one that it hangs on.
    package func settled(_ answers: Answers) -> (answers: Answers, notAsked: [SurveyQuestion]) {
        var (settled, notAsked) = (answers, [SurveyQuestion]())
        for question in questions where settled[named: question.code] != nil {
            guard let condition = question.condition, !condition.holds(settled) else { continue }
            settled[named: question.code] = nil
            notAsked.append(question)
        }
        return (settled, notAsked)
    }
}

/// A part of a survey.
package struct SurveySection: Sendable, Equatable {
    /// What it is called.
    package let title: Bilingual
    /// Its questions, in order.
    package var questions: [SurveyQuestion]
}

/// One question of a survey.
package struct SurveyQuestion: Sendable, Equatable {
    /// Its hand-given code: one question of a survey has it.
    package let code: String
    /// Its words.
    package let label: Bilingual
    /// What it takes.
    package let kind: AnswerKind
    /// The answers of a list of which several may be chosen that stand alone.
    package var alone: Set<String> = []
    /// Of whom it is asked; nil asks everybody.
    package var condition: SurveyCondition?

    /// What may be answered besides what its kind takes; never the same as not having been asked.
    package static let openAnswers = Question.openAnswers

    /// The answers to choose from; none where it is typed.
    package var options: [AnswerOption] { kind.list?.options ?? [] }

    /// The answer as it is kept. Throws `standsAlone`, `unknownCode` with the codes there are, and
    /// `invalidValue`.
    package func kept(_ given: String) throws(Refusal) -> String {
        if SurveyQuestion.openAnswers.contains(where: { $0.code == given }) { return given }
        let field = JSON.string(code)
        switch kind {
        case .one, .many:
            let chosen = isMany ? given.split(separator: ",").map { String($0).trimmed } : [given]
            let known = Set(options.map(\.code))
            guard !chosen.isEmpty, known.isSuperset(of: chosen) else {
                let allowed = options + SurveyQuestion.openAnswers
                if isMany, chosen.count > 1, known.isSuperset(of: chosen.filter(isNotOpen)) {
                    throw Refusal(.standsAlone, ["field": field])
                }
                throw Refusal(
                    .unknownCode,
                    ["field": field, "allowed": .array(allowed.map { .string($0.code) })])
            }
            guard Set(chosen).count == 1 || alone.isDisjoint(with: chosen) else {
                throw Refusal(.standsAlone, ["field": field])
            }
            return Set(chosen).sorted().joined(separator: ",")
        default:
            guard let kept = kind.plainCode(given) else {
                throw Refusal(.invalidValue, ["field": field])
            }
            if case .date = kind, let year = CivilDate(text: kept)?.year,
                !ReportPeriod.years.contains(year)
            {
                throw Refusal(.invalidValue, ["field": field])
            }
            return kept
        }
    }

    /// Several of its answers may be chosen.
    package var isMany: Bool { if case .many = kind { true } else { false } }

    private func isNotOpen(_ code: String) -> Bool {
        !SurveyQuestion.openAnswers.contains { $0.code == code }
    }

    /// An answer in words.
    package func words(_ answer: String) -> Bilingual {
        if let open = SurveyQuestion.openAnswers.first(where: { $0.code == answer }) {
            return open.label
        }
        switch kind {
        case .one, .many:
            let codes = answer.split(separator: ",").map(String.init)
            return options.filter { codes.contains($0.code) }.map(\.label).joined()
        case .date:
            let day = CivilDate(text: answer)?.shown ?? answer
            return Bilingual(day, day)
        default: return Bilingual(answer, answer)
        }
    }
}

/// Of whom a question is asked: who answered an earlier one so.
package struct SurveyCondition: Sendable, Equatable {
    /// The code of the earlier question.
    package let question: String
    /// The answers, one of which is enough.
    package let codes: Set<String>

    /// Whether these answers say so.
    package func holds(_ answers: Answers) -> Bool {
        let given = answers[named: question]?.split(separator: ",").map(String.init) ?? []
        return !codes.isDisjoint(with: given)
    }
}
