/// Of how many people it was time to ask them a survey, and how far that came. It foots: whoever
/// was due was asked to the end, in part, or not, for one reason.
package struct SurveyReach: Sendable, Equatable {
    /// What may have become of it, in order; nil is that nobody has tried.
    package static let order: [SurveyState?] = SurveyState.allCases.map { $0 } + [nil]

    /// Of how many it was time; nil where that would tell of few.
    package private(set) var due: Int? = 0
    /// How many of each of ``order``; nil where that would tell of few.
    private var counts = [Int?](repeating: 0, count: order.count)

    /// Nobody.
    package init() {}

    /// How many; nil where that would tell of few.
    package func count(_ state: SurveyState?) -> Int? {
        SurveyReach.order.firstIndex(of: state).flatMap { counts[$0] }
    }

    /// Somebody of whom it was time.
    package mutating func add(_ state: SurveyState?) {
        guard let place = SurveyReach.order.firstIndex(of: state) else { return }
        due = due.map { $0 + 1 }
        counts[place] = counts[place].map { $0 + 1 }
    }

    /// Nothing where a cell would tell of few people.
    package var published: SurveyReach {
        // Beside how many were taken, one that is told would give another.
        let isFew = counts.contains { (1..<SurveyTable.least).contains($0 ?? 0) }
        guard isFew else { return self }
        var told = self
        told.counts = counts.map { _ in nil }
        told.due = nil
        return told
    }
}

/// What was answered to a survey in a period, version by version, as it was issued.
package struct SurveyIssue: Sendable {
    /// Its newest version.
    package let form: SurveyForm
    /// Of the surveys that were begun on these days.
    package let period: ReportPeriod
    /// Of which points; none is all of this store.
    package let points: [PointCode]
    /// A table of each version that somebody answered, the newest first; of the newest at least.
    package private(set) var tables: [SurveyTable]
    /// Those of whom it began to be time on these days.
    package private(set) var reach: SurveyReach
    /// When it was made.
    package let asOf: Instant
    /// By whom, as signed.
    package let author: String
    /// It was made in practice.
    package let isDrill: Bool
    /// Tables of versions that too few answered.
    package private(set) var withheld = 0
    /// Cells of fewer than five people are left out.
    package private(set) var isPublished = false

    /// What was answered so far.
    package init(
        _ form: SurveyForm, _ period: ReportPeriod, points: [PointCode], tables: [SurveyTable],
        reach: SurveyReach, asOf: Instant, author: String, isDrill: Bool
    ) {
        (self.form, self.period, self.points, self.tables) = (form, period, points, tables)
        (self.reach, self.asOf, self.author, self.isDrill) = (reach, asOf, author, isDrill)
    }

    /// The same for everybody: no cell tells of one to four people, and of a version that fewer
    /// answered there is no table.
    package var published: SurveyIssue {
        var issue = self
        issue.tables = tables.filter { $0.taken == 0 || $0.taken >= SurveyTable.least }
            .map(\.published)
        issue.withheld = tables.count - issue.tables.count
        issue.reach = reach.published
        issue.isPublished = true
        return issue
    }
}
