import Repatriation
import SQLite

extension Reading<SurveyIssue> {
    /// What was answered to a survey that was begun in a period, at some points or at all, and how
    /// many of whom it was time were asked. Throws `unknownSurvey`, `unknownPoint`.
    ///
    /// To be published it hides cells of few and is of a whole month or year alone (`notPublished`);
    /// whoever does not read what people answer has no other. The rest leaves a trace.
    package static func survey(
        _ code: String, _ period: ReportPeriod, points: [PointCode] = [], isPublic: Bool = false
    ) -> Reading {
        Reading(
            .reports,
            traces: { issue in
                let count = issue.tables.reduce(0) { $0 + $1.taken }
                return issue.isPublished || count == 0 ? [] : [Trace(.survey, count: count)]
            }
        ) { look in
            let issue = try look.surveyIssue(code, period, points)
            guard isPublic || !look.reader.reads(.sensitive) else { return issue }
            _ = try look.published(period, points, nil)
            return issue.published
        }
    }
}

extension Look {
    fileprivate func surveyIssue(
        _ code: String, _ period: ReportPeriod, _ codes: [PointCode]
    ) throws -> SurveyIssue {
        let places = Set(try chosenPoints(codes).map(\.code))
        guard let newest = try rows.survey(code, version: nil)?.form else {
            throw Survey.unknown(among: try rows.surveys())
        }
        let taken = try rows.all(
            SurveyTaken.self,
            """
            survey = ? AND day BETWEEN ? AND ? AND reception NOT IN
            (SELECT id FROM reception WHERE blockedAt IS NOT NULL OR removal IS NOT NULL)
            """, .text(code),
            .text(period.from.text), .text(period.to.text)
        ).filter { places.contains($0.point) }
        let byVersion = Dictionary(grouping: taken, by: \.version)
        let versions = Set(byVersion.keys).union([newest.version]).sorted(by: >)
        let tables = try versions.compactMap { version in
            try rows.survey(code, version: version)?.form.map {
                SurveyTable($0, byVersion[version] ?? [])
            }
        }
        return SurveyIssue(
            newest, period, points: codes, tables: tables,
            reach: try reach(of: newest, period, places), asOf: try store.sure(now),
            author: try short(officer) ?? "–", isDrill: store.isDrill)
    }

    /// Of whom it began to be time in a period. O(people received so long before it).
    private func reach(
        of form: SurveyForm, _ period: ReportPeriod, _ places: Set<PointCode>
    ) throws -> SurveyReach {
        let first = form.received(askedOn: period.from).lowerBound
        let last = form.received(askedOn: period.to).upperBound
        let slice = Look.asked
        let marks = places.map { _ in "?" }.joined(separator: ",")
        let statement = try connection.statement(
            """
            SELECT id, (SELECT state FROM surveyTaken s WHERE s.reception = reception.id
              AND s.survey = ? AND s.retractedAt IS NULL), \(slice.columns())
            FROM reception WHERE point IN (\(marks)) AND receivedDay BETWEEN ? AND ? AND \(Store.mayBeAsked)
            """
        ).bind(form.code)
        for place in places { statement.bind(place.text) }
        statement.bind(first.text).bind(last.text)
        var reach = SurveyReach()
        for (person, state) in try statement.all({ row in
            (slice.read(row, id: row.int(0), from: 2), SurveyState?(stored: row.value(1)) ?? nil)
        }) {
            guard let received = person.receivedDay else { continue }
            let begins = form.days(after: received).lowerBound
            guard (period.from...period.to).contains(begins), person.maySurvey(on: begins) else {
                continue
            }
            reach.add(state)
        }
        return reach
    }

    private static let asked = ReceptionSlice(
        Set(ChildGuard.reads + ["point", "receivedDay", "answers", "opposes"]).sorted())
}
