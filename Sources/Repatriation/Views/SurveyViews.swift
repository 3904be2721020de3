/// Who is to be asked a survey, those whose time ends first.
package struct SurveysOf: PointQuery {
    package typealias Answer = [SurveyLine]
    package let point: PointCode
    package init(_ point: PointCode) { self.point = point }
    package var leavesTrace: Bool { true }
}

/// Somebody who is to be asked one survey.
package struct SurveyLine: Sendable, Equatable, Identifiable {
    /// Whom, and which survey.
    package struct ID: Hashable, Sendable {
        let reception: Identifier<Reception>
        let survey: String
    }

    /// The survey's code.
    package let survey: String
    /// What it is called.
    package let title: Bilingual
    /// The last day on which it is asked.
    package let until: CivilDate
    /// Whom, as they may be shown.
    package let person: Reception
    /// How far they were asked; nil where nobody has.
    package let state: SurveyState?
    /// How often they were not reached.
    package let tries: Int

    package var id: ID { ID(reception: person.id, survey: survey) }

    /// A line of the list.
    package init(_ form: SurveyForm, _ person: Reception, until: CivilDate, _ taken: SurveyTaken?) {
        (survey, title) = (form.code, form.title)
        (self.person, self.until) = (person, until)
        (state, tries) = (taken?.state, taken?.tries ?? 0)
    }

    /// Where the person may be reached, for those who may read it.
    package var contact: String? { person.answer(.contactPhone) }
}

/// A survey with what somebody answered so far.
package struct SurveyOf: Query {
    package typealias Answer = SurveyCard
    /// Whom.
    package let reception: Identifier<Reception>
    /// The survey's code.
    package let survey: String

    /// Somebody's answers to a survey.
    package init(_ reception: Identifier<Reception>, _ survey: String) {
        (self.reception, self.survey) = (reception, survey)
    }

    package var leavesTrace: Bool { true }
}

/// A survey of somebody, to be asked or gone on with.
package struct SurveyCard: Sendable, Equatable {
    /// Whom, as they may be shown.
    package let person: Reception
    /// What is asked: the version that was begun, or the newest.
    package let form: SurveyForm
    /// What is answered.
    package let answers: Answers
    /// The day by the point's calendar.
    package let today: CivilDate

    /// A survey of somebody.
    package init(_ person: Reception, _ form: SurveyForm, _ answers: Answers, today: CivilDate) {
        (self.person, self.form, self.answers, self.today) = (person, form, answers, today)
    }
}

extension SurveyState {
    package var label: Bilingual {
        switch self {
        case .inPart: .init("empezada", "begun")
        case .whole: .init("encuesta completa", "survey complete")
        case .notReached: .init("no se localizó", "not reached")
        case .wrongContact: .init("contacto equivocado", "wrong contact")
        case .declined: .init("no quiso contestar", "declined")
        }
    }
}

extension SurveyNotTaken {
    package var label: Bilingual { state(after: nil).label }
}
