import Repatriation
import SQLite

extension Store {
    /// Of whom a certificate stands, received since the decree, and on no list of CURPs yet.
    private static let isOwed = """
        certificate IS NOT NULL AND toldIMSSAt IS NULL AND receivedDate >= '\(CURPList.since)' \
        AND removal IS NULL AND blockedAt IS NULL AND retractedAt IS NULL
        """

    /// Who is on no list yet: those who go with the next, the longest received first, and how many
    /// there are of whom not. O(those on no list).
    func owedToIMSS() throws(SQLiteError) -> (ids: [Int], owed: CURPsOwed) {
        var owed = CURPsOwed()
        let ids = try connection.statement(
            """
            SELECT id, curp, opposes FROM reception WHERE \(Store.isOwed) ORDER BY receivedDate, id
            """
        ).all { row -> Int? in
            var person = Reception(id: Identifier(row.int(0)))
            for (column, name) in ["curp", "opposes"].enumerated() {
                _ = Reception.fieldsByName[name]?.set(&person, row.value(column + 1))
            }
            return owed.add(person) ? row.int(0) : nil
        }.compactMap { $0 }
        return (ids, owed)
    }
}

extension Look {
    /// The CURPs of lists that went out between two moments, the second left out, as they stand
    /// now; whoever was blocked since is shown to nobody.
    fileprivate func curpList(_ from: Instant, _ to: Instant) throws -> CURPList {
        CURPList(
            of: try rows.all(
                Reception.self, "toldIMSSAt >= ? AND toldIMSSAt < ? AND blockedAt IS NULL",
                .int(from.milliseconds), .int(to.milliseconds)
            ).filter { $0.curp != nil })
    }
}

extension Reading<CURPsOwed> {
    /// How many are on no list yet, and why.
    package static var curpsOwed: Reading {
        Reading(.rowExports) { try $0.store.owedToIMSS().owed }
    }
}

extension Reading<CURPList> {
    /// The list that an act sent, by its moment.
    package static func curpList(at moment: Instant) -> Reading {
        Reading(.rowExports, traces: traces) {
            try $0.curpList(moment, Instant(milliseconds: moment.milliseconds + 1))
        }
    }

    /// What lists of these days had, by the clock of the first point.
    package static func curpList(_ period: ReportPeriod) -> Reading {
        Reading(.rowExports, traces: traces) { look in
            let first = try look.rows.first(ReceivingPoint.self, "1 ORDER BY id")
            let zone = try look.store.zone(first?.zone ?? NinePoints.zones[0])
            let after = CivilDate(daysSinceEpoch: period.to.daysSinceEpoch + 1)
            return try look.curpList(
                zone.instant(of: period.from, at: .midnight), zone.instant(of: after, at: .midnight)
            )
        }
    }

    private static func traces(_ list: CURPList) -> [Trace] {
        list.receptions == 0 ? [] : [Trace(.export, count: list.receptions)]
    }
}
