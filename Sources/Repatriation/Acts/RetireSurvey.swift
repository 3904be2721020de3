/// A survey is begun with nobody any more; what was begun may be ended, and what was answered stays.
package struct RetireSurvey: ArchiveAct {
    package static let row = ActRow<Self>(.retireSurvey, .catalogues, [.text("survey", \.survey)])

    /// The survey's code.
    package var survey = ""

    package init() {}

    /// A survey.
    package init(_ survey: String) { self.survey = survey }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        guard let before = try facts.survey(survey, version: nil) else {
            throw Survey.unknown(among: try facts.surveys())
        }
        var after = before
        after.retiredAt = before.retiredAt ?? context.now
        return Decision(.surveyRetired, before, after, ids: context.ids)
    }
}
