/// A version of a follow-up survey that this store asks, as a file defined it.
package struct Survey: Tabled {
    package let id: Identifier<Survey>
    /// Its code.
    package var code = ""
    /// Its version: the newest of a code is the one that is asked.
    package var version = 0
    /// The whole of it, as ``SurveyForm/json`` writes it.
    package var definition = ""
    /// Since when.
    package var at: Instant?
    /// By whom.
    package var officer: Identifier<Officer>?
    /// Since when it is begun with nobody any more; nil while it is.
    package var retiredAt: Instant?

    package init(id: Identifier<Survey>) { self.id = id }

    package static let table = EntityTable<Self>(
        .survey,
        Field("code", \.code), Field("version", \.version), Field("definition", \.definition),
        Field("at", \.at), Field("officer", \.officer), Field("retiredAt", \.retiredAt))

    /// There is no such survey; those there are.
    package static func unknown(among known: [Survey]) -> Refusal {
        let codes = known.map { JSON.string($0.code) }
        return Refusal(.unknownSurvey, ["allowed": codes.isEmpty ? .null : .array(codes)])
    }

    /// What it asks; nil where another program wrote what this one cannot read.
    package var form: SurveyForm? {
        if case .whole(let form) = SurveyReader.read(definition) { form } else { nil }
    }
}

/// How far somebody was asked.
package enum SurveyState: String, Code {
    /// Some answers are missing.
    case inPart
    /// Each question that was asked has an answer.
    case whole
    case notReached, wrongContact, declined

    /// Nobody asks again.
    package var isOver: Bool { [.whole, .wrongContact, .declined].contains(self) }
}

/// Why somebody was not asked, or not to the end.
package enum SurveyNotTaken: String, Code {
    case notReached, wrongContact, declined

    /// How far the person was asked, who had been asked so far: what was answered before somebody
    /// was not reached stays in part.
    func state(after before: SurveyState?) -> SurveyState {
        switch self {
        case .notReached: before == .inPart ? .inPart : .notReached
        case .wrongContact: .wrongContact
        case .declined: .declined
        }
    }
}

/// What somebody answered to a survey, or that they were not reached.
package struct SurveyTaken: Tabled, Retractable {
    package let id: Identifier<SurveyTaken>
    /// Whom.
    package var reception = Identifier<Reception>(0)
    /// The point that the person left from.
    package var point = PointCode.none
    /// The survey's code.
    package var survey = ""
    /// The version that it is taken with.
    package var version = 0
    /// How far they were asked.
    package var state: SurveyState?
    /// The day of the first answer, by the point's calendar.
    package var day: CivilDate?
    /// When somebody asked last.
    package var at: Instant?
    /// Who asked last.
    package var officer: Identifier<Officer>?
    /// How often they were not reached.
    package var tries = 0
    /// What they answered.
    package var given = SurveyAnswers()
    /// When the act that made it was taken back.
    package var retractedAt: Instant?

    package init(id: Identifier<SurveyTaken>) { self.id = id }

    package static let table = EntityTable<Self>(
        .surveyTaken,
        Field("reception", \.reception), Field("point", \.point), Field("survey", \.survey),
        Field("version", \.version), Field("state", \.state), Field("day", \.day),
        Field("at", \.at), Field("officer", \.officer), Field("tries", \.tries),
        Field("answers", \.given, .sensitive), Field("retractedAt", \.retractedAt))

    /// Something was answered.
    package var isTaken: Bool { !given.answers.values.isEmpty }
}

extension Reception {
    /// Whether somebody who left may be asked a survey: an adult who agreed to be called and has
    /// not objected since.
    package func maySurvey(on day: CivilDate) -> Bool {
        !isChild(on: day) && answer(.contactConsent) == "yes"
            && opposes?.contains(.contact) != true
    }
}
