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
            let published = isPublic ? try look.published(period, codes, asOf) : nil
            return try look.report(kind, period, codes, asOf, published)
        }
    }
}

extension Look {
    fileprivate func report(
        _ kind: ReportKind, _ period: ReportPeriod, _ codes: [PointCode], _ asOf: Instant?,
        _ published: [ReportPeriod]?
    ) throws -> ReportIssue {
        let known = try rows.all(ReceivingPoint.self, "1 ORDER BY id")
        guard codes.allSatisfy({ code in known.contains { $0.code == code } }) else {
            throw Refusal(.unknownPoint)
        }
        let cut = try asOf.map { moment in
            try checkPast(moment)
            return try EarlierSums(store, at: moment)
        }
        let chosen = codes.isEmpty ? known : known.filter { codes.contains($0.code) }
        let zone = try store.zone(known.first?.zone ?? NinePoints.zones[0])
        let history = try FigureHistory(
            self, kind.facet, period, comparesYears: kind.comparesYears, codes, cut, in: zone)
        let points = chosen.map(ReportPoint.init)
        let apart = try published.map { try figures(of: kind, $0, points, in: zone) }
        let frame = ReportFrame(period, points, isPublic: published != nil)
        let tables = history.states.map { state in
            var table = ReportTable(
                kind, frame, sums: state.sums + (apart?.lines ?? []), before: state.before)
            table.hidden = apart?.hidden ?? []
            return table
        }
        let meta = try connection.statement(
            "SELECT origin, (SELECT max(seq) FROM journal) FROM meta"
        ).first { ($0.int(0), $0.int(1)) }
        let at = try asOf ?? store.sure(now)
        var issue = ReportIssue(
            tables[0],
            folio: Folio.make(
                report: kind, year: period.to.year, origin: meta?.0 ?? 0,
                through: cut?.row ?? meta?.1 ?? 0),
            asOf: at, local: zone.local(at), author: try short(officer) ?? "–",
            points: codes, isDrill: store.isDrill)
        issue.isPublic = published != nil
        issue.closedOn = history.closedOn
        issue.revisions = history.revisions(tables)
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

    /// The sums of a facet, by month, point and key. O(months × points × keys): whole months are
    /// kept as such, and only single days are added up.
    func sums(
        _ facet: Facet, _ period: ReportPeriod, _ codes: [PointCode]
    ) throws -> [TallySum] {
        let marks = codes.map { _ in "?" }.joined(separator: ",")
        let among = codes.isEmpty ? "" : "AND point IN (\(marks))"
        var found: [TallySum] = []
        for span in period.spans {
            let isOfDays = span.lowerBound > Tally.mostMonth
            let values =
                isOfDays
                ? "period / 100, point, key, sum(n)" : "period, point, key, n"
            let group = isOfDays ? "GROUP BY 1, 2, 3 HAVING sum(n) <> 0" : "AND n <> 0"
            let statement = try connection.statement(
                """
                SELECT \(values) FROM tally WHERE facet = ? AND period BETWEEN ? AND ? \(among) \
                \(group)
                """
            ).bind(facet.rawValue).bind(span.lowerBound).bind(span.upperBound)
            for code in codes { statement.bind(code.text) }
            found += try statement.all { row in
                TallySum(
                    month: row.int(0), point: PointCode(row.text(1)) ?? .none, key: row.text(2),
                    count: row.int(3))
            }
        }
        return found
    }
}
