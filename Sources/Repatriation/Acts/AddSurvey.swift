/// A follow-up survey, or a newer version of one: it is asked from now on, and what was answered to
/// an older version stays as it is.
package struct AddSurvey: ArchiveAct {
    package static let row = ActRow<Self>(.addSurvey, .catalogues, isOfSend: false)

    /// What it asks.
    package var form = SurveyForm()

    package init() {}

    /// A survey.
    package init(_ form: SurveyForm) { self.form = form }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let newest = try facts.survey(form.code, version: nil)
        var ids = context.ids
        let blank = Survey(id: ids.next())
        var survey = blank
        (survey.code, survey.version) = (form.code, form.version)
        survey.definition = form.json.serialized
        (survey.at, survey.officer) = (context.now, context.officer.id)
        if let newest, newest.version >= form.version {
            let isSame = newest.version == form.version && newest.definition == survey.definition
            if isSame {
                // One that was retired is asked again.
                guard newest.retiredAt != nil else {
                    return Decision([], NoOutcome(), ids: context.ids)
                }
                var again = newest
                again.retiredAt = nil
                return Decision(
                    [Event(.surveyAdded, newest, again)], NoOutcome(), ids: context.ids)
            }
            throw Refusal(.surveyNotNewer, ["version": .int(newest.version)])
        }
        return Decision([Event(.surveyAdded, blank, survey)], NoOutcome(), ids: ids)
    }
}
