/// What somebody answered to a follow-up survey, with which survey and which version of it: every
/// fact is told by itself, whatever the survey has become.
package struct SurveyAnswers: Storable {
    /// The survey's code; empty while nothing is answered.
    package var survey: String
    /// Its version.
    package var version: Int
    /// By the codes of its questions. What was not asked is not there.
    package var answers = Answers()

    /// Nothing answered.
    package init(survey: String = "", version: Int = 0) {
        (self.survey, self.version) = (survey, version)
    }

    /// No question is called so.
    private static let key = "@survey"

    package var stored: Value {
        guard !answers.values.isEmpty else { return .null }
        var all = answers
        all[named: SurveyAnswers.key] = "\(survey) \(version)"
        return all.stored
    }

    package init?(stored: Value) {
        guard var all = Answers(stored: stored) else { return nil }
        self.init()
        guard !all.values.isEmpty else { return }
        let parts = all[named: SurveyAnswers.key]?.split(separator: " ").map(String.init) ?? []
        guard parts.count == 2, let version = Int(parts[1]) else { return nil }
        all[named: SurveyAnswers.key] = nil
        self.init(survey: parts[0], version: version)
        answers = all
    }

    package var said: Meaning { answers.values.isEmpty ? .nothing : .survey(self) }

    package static func == (left: SurveyAnswers, right: SurveyAnswers) -> Bool {
        left.stored == right.stored
    }
}
