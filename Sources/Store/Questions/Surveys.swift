import Repatriation
import SQLite

extension Rows {
    /// A version of a survey; the newest where none is said, retired or not.
    func survey(_ code: String, version: Int?) throws(SQLiteError) -> Survey? {
        guard let version else {
            return try first(Survey.self, "code = ? ORDER BY version DESC", .text(code))
        }
        return try first(Survey.self, "code = ? AND version = ?", .text(code), .int(version))
    }

    /// The newest version of each survey that is asked, by code.
    func surveys() throws(SQLiteError) -> [Survey] {
        try all(
            Survey.self,
            """
            version = (SELECT max(version) FROM survey s WHERE s.code = survey.code)
            AND retiredAt IS NULL ORDER BY code
            """)
    }

    /// What somebody answered to a survey, or that they were not reached.
    func surveyTaken(_ code: String, of id: Identifier<Reception>) throws(SQLiteError)
        -> SurveyTaken?
    {
        try first(SurveyTaken.self, "reception = ? AND survey = ?", .int(id.value), .text(code))
    }
}

extension Store {
    /// A version of a survey; the newest where none is said, retired or not.
    package func survey(_ code: String, version: Int? = nil) throws(StoreError) -> Survey? {
        try wrap { () throws(SQLiteError) in try rows.survey(code, version: version) }
    }

    /// The newest version of each survey that is asked, by code.
    package func surveys() throws(StoreError) -> [Survey] {
        try wrap { () throws(SQLiteError) in try rows.surveys() }
    }
}

/// Whom to ask is told to those who may read what they answer.
extension SurveysOf: Readable {
    package var reading: Reading<[SurveyLine]> {
        Reading(traces: { lines in
            Trace.at(lines.filter { $0.contact != nil }.map(\.person.id.value), .survey)
        }) { try $0.surveysDue(at: point) }
    }
}

extension SurveyOf: Readable {
    package var reading: Reading<SurveyCard> {
        Reading(traces: { _ in [Trace(.survey, of: reception.value)] }) { look in
            try there(look.survey(survey, of: reception))
        }
    }
}

extension Look {
    /// The most people that the list shows: nobody calls more in a shift.
    private static let mostDue = 200

    fileprivate func surveysDue(at code: PointCode) throws -> [SurveyLine] {
        guard reader.reads(.sensitive), let point = try point(code) else { return [] }
        let today = try local(at: point).day
        var lines: [SurveyLine] = []
        for form in try rows.surveys().compactMap(\.form) {
            lines += try due(form, at: point, on: today)
        }
        return Array(
            lines.enumerated().sorted {
                ($0.element.until, $0.offset) < ($1.element.until, $1.offset)
            }.map(\.element).prefix(Look.mostDue))
    }

    /// Those received so long ago that the survey is asked now, who agreed to be called, and were
    /// not asked to the end. O(people received on those days).
    private func due(_ form: SurveyForm, at point: ReceivingPoint, on today: CivilDate) throws
        -> [SurveyLine]
    {
        let days = form.received(askedOn: today)
        var lines: [SurveyLine] = []
        var looked = 0
        // Whose time is over, who objects and who is a child is no line, and the next ones are.
        while lines.count < Look.mostDue {
            let found = try rows.allWhole(
                Reception.self,
                """
                point = ? AND receivedDay BETWEEN ? AND ? AND \(Store.mayBeAsked) AND NOT EXISTS
                (SELECT 1 FROM surveyTaken s WHERE s.reception = reception.id AND s.survey = ?
                  AND s.retractedAt IS NULL AND s.state IN (\(Store.over)))
                ORDER BY receivedDay, id LIMIT \(Look.mostDue) OFFSET ?
                """, .text(point.code.text), .text(days.lowerBound.text),
                .text(days.upperBound.text), .text(form.code), .int(looked))
            guard !found.isEmpty else { break }
            looked += found.count
            lines += try found.compactMap { try line(of: $0, form, on: today) }
        }
        return lines
    }

    private func line(of person: Reception, _ form: SurveyForm, on today: CivilDate) throws
        -> SurveyLine?
    {
        guard let received = person.receivedDay, person.maySurvey(on: today) else { return nil }
        let days = form.days(after: received)
        guard days.contains(today) else { return nil }
        return SurveyLine(
            form, person.visible(to: reader), until: days.upperBound,
            try rows.surveyTaken(form.code, of: person.id))
    }

    fileprivate func survey(_ code: String, of id: Identifier<Reception>) throws -> SurveyCard? {
        guard reader.reads(.sensitive), let person: Reception = try rows.find(id),
            person.blockedAt == nil, person.removal == nil, let point = try point(person.point)
        else { return nil }
        let taken = try rows.surveyTaken(code, of: id)
        let version = taken?.isTaken == true ? taken?.version : nil
        let known = try rows.survey(code, version: version)
        guard let known, let form = known.form, version != nil || known.retiredAt == nil else {
            return nil
        }
        return SurveyCard(
            person.visible(to: reader), form, taken?.given.answers ?? Answers(),
            today: try local(at: point).day)
    }
}

extension Store {
    /// Who left, agreed to be called, and is not blocked.
    static let mayBeAsked = """
        stage = '\(Stage.released.rawValue)' AND exit IS NOT '\(Exit.died.rawValue)' \
        AND retractedAt IS NULL AND blockedAt IS NULL AND removal IS NULL \
        AND answers ->> '\(ProfileField.contactConsent.rawValue)' = 'yes'
        """
    /// The states after which nobody asks again.
    static let over = SurveyState.allCases.filter(\.isOver).map { "'\($0.rawValue)'" }
        .joined(separator: ",")
}
