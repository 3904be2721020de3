import Repatriation
import SQLite

extension Reading<ReportIssue> {
    /// An official table of a period, of some points or of all, as of now.
    package static func report(
        _ kind: ReportKind, _ period: ReportPeriod, points codes: [PointCode] = []
    ) -> Reading {
        Reading(.reports) { look in try look.report(kind, period, codes) }
    }
}

extension Look {
    fileprivate func report(
        _ kind: ReportKind, _ period: ReportPeriod, _ codes: [PointCode]
    ) throws -> ReportIssue {
        let known = try rows.all(ReceivingPoint.self, "1 ORDER BY id")
        guard codes.allSatisfy({ code in known.contains { $0.code == code } }) else {
            throw Refusal(.unknownPoint)
        }
        let chosen = codes.isEmpty ? known : known.filter { codes.contains($0.code) }
        let before = try kind.comparesYears ? whole(period.yearBefore, kind.facet) : nil
        let table = ReportTable(
            kind, period, points: chosen.map(ReportPoint.init),
            sums: try sums(kind.facet, period, codes),
            before: try before.map { try sums(kind.facet, $0, codes) })
        let last = try connection.statement(
            "SELECT origin, (SELECT max(seq) FROM journal) FROM meta"
        ).first { ($0.int(0), $0.int(1)) }
        let (origin, row) = last ?? (0, 0)
        let at = try store.sure(now)
        let zone = try store.zone(known.first?.zone ?? NinePoints.zones[0])
        return ReportIssue(
            table,
            folio: Folio.make(
                report: kind, year: period.to.year, origin: origin, through: row),
            asOf: at, local: zone.local(at), author: try short(officer) ?? "–",
            points: codes, isDrill: store.isDrill)
    }

    /// A period, where the store has something of all of it: of days before its first nobody knows.
    private func whole(_ period: ReportPeriod?, _ facet: Facet) throws -> ReportPeriod? {
        let first =
            try connection.statement(
                "SELECT min(period) FROM tally WHERE facet = ? AND period > ?"
            ).bind(facet.rawValue).bind(Tally.mostMonth).first { $0.optionalInt(0) } ?? nil
        guard let period, let first else { return nil }
        return first <= Tally.month(of: period.from) * 100 + period.from.day ? period : nil
    }

    /// The sums of a facet, by month, point and key. O(months × points × keys): whole months are
    /// kept as such, and only single days are added up.
    private func sums(
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
