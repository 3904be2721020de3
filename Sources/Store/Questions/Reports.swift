import Repatriation
import SQLite

extension Reading<ReportIssue> {
    /// An official table of a period, of some points or of all: as of now, or as it was known at a
    /// moment (`notPast`, `beforeJournal`, `beforeRecount`). To be published it hides small cells of
    /// people at risk, and is of a whole month or year alone (`notPublished`).
    package static func report(
        _ kind: ReportKind, _ period: ReportPeriod, points codes: [PointCode] = [],
        asOf: Instant? = nil, isPublic: Bool = false
    ) -> Reading {
        Reading(.reports) { look in
            let published = isPublic ? try look.published(kind, period, codes, asOf) : nil
            return try look.report(kind, period, codes, asOf, published)
        }
    }
}

extension Reading<[ReportIssue]> {
    /// The tables of a bundle in its order, all of one cut; as ``Reading/report(_:_:points:asOf:)``.
    package static func bundle(
        _ bundle: ReportBundle, _ period: ReportPeriod, points codes: [PointCode] = [],
        asOf: Instant? = nil
    ) -> Reading {
        Reading(.reports) { look in
            try look.store.reportTitles().inOrder(bundle.tables).map {
                try look.report($0, period, codes, asOf, nil)
            }
        }
    }
}

extension Look {
    fileprivate func report(
        _ kind: ReportKind, _ period: ReportPeriod, _ codes: [PointCode], _ asOf: Instant?,
        _ published: [ReportPeriod]?
    ) throws -> ReportIssue {
        let chosen = try chosenPoints(codes)
        let cut = try asOf.map { moment in
            try checkPast(moment)
            return try earlier.sums(store, at: moment)
        }
        let zone = try store.zone(chosenPoints([]).first?.zone ?? NinePoints.zones[0])
        let history = try FigureHistory(
            self, kind.facet, period, comparesYears: kind.comparesYears, codes, cut,
            by: SumGrain(kind, period), in: zone)
        let tellsOfFew = published != nil && kind.tellsPeopleAtRisk
        guard !tellsOfFew || !history.closedOn.isEmpty else {
            throw Refusal(.notPublished, why: .notClosed)
        }
        let points = chosen.map(ReportPoint.init)
        let apart = try published.map { try figures(of: kind, $0, points, in: zone) }
        let frame = ReportFrame(period, points, isPublic: published != nil)
        let at = try asOf ?? store.sure(now)
        let local = zone.local(at)
        let tables = history.states.map { state in
            var table = ReportTable(
                kind, frame, sums: state.sums + (apart?.lines ?? []), before: state.before)
            table.hidden = apart?.hidden ?? []
            return table.asOf(local.day)
        }
        let meta = try connection.statement(
            "SELECT origin, (SELECT max(seq) FROM journal) FROM meta"
        ).first { ($0.int(0), $0.int(1)) }
        // Of people at risk what was closed stands until it is closed again: of two prints that differ
        // by one correction, one person would be known.
        var issue = ReportIssue(
            tables[tellsOfFew ? tables.count - 1 : 0],
            folio: Folio.make(
                report: kind, year: period.to.year, origin: meta?.0 ?? 0,
                through: cut?.row ?? meta?.1 ?? 0),
            asOf: at, local: local, author: try short(officer) ?? "–",
            points: codes, isDrill: store.isDrill)
        issue.titles = try store.reportTitles()
        issue.isPublic = published != nil
        issue.closedOn = history.closedOn
        issue.revisions = tellsOfFew ? [] : history.revisions(tables)
        return issue
    }

    /// A period, where the store has something of all of it: of days before its first nobody knows.
    func whole(_ period: ReportPeriod?, _ facet: Facet) throws -> ReportPeriod? {
        let first =
            try connection.statement(
                "SELECT min(period) FROM tally WHERE facet = ? AND period > ?"
            ).bind(facet.rawValue).bind(Tally.mostMonth).first { $0.optionalInt(0) } ?? nil
        guard let period, let first else { return nil }
        return first <= Tally.month(of: period.from) * 100 + period.from.day ? period : nil
    }

    /// The sums of a facet, as finely as they are told apart. O(months × points × keys): whole
    /// months are kept as such, and only single days are added up.
    func sums(
        _ facet: Facet, _ period: ReportPeriod, _ codes: [PointCode], by grain: SumGrain
    ) throws -> SumSet {
        let marks = codes.map { _ in "?" }.joined(separator: ",")
        let among = codes.isEmpty ? "" : "AND point IN (\(marks))"
        var found = SumSet(grain)
        for span in period.spans {
            let isOfDays = span.lowerBound > Tally.mostMonth
            let statement = try connection.statement(
                """
                SELECT \(isOfDays ? "period / 100" : "period"), key, n, point FROM tally
                WHERE facet = ? AND period BETWEEN ? AND ? \(among)
                """
            ).bind(facet.rawValue).bind(span.lowerBound).bind(span.upperBound)
            for code in codes { statement.bind(code.text) }
            defer { statement.reset() }
            while try statement.step() {
                found.add(statement.int(2), month: statement.int(0), key: statement.text(1)) {
                    PointCode(statement.text(3)) ?? .none
                }
            }
        }
        return found
    }
}
