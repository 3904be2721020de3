import Repatriation
import SQLite

extension Store {
    /// Of whom a certificate stands, received since the decree, and on no list of CURPs yet.
    private static let isOwed = """
        certificate IS NOT NULL AND toldIMSSAt IS NULL AND receivedDate >= '\(CURPList.since)' \
        AND removal IS NULL AND blockedAt IS NULL AND retractedAt IS NULL
        """

    /// Who goes with the next list, the longest received first. Whoever waits for the store waits
    /// for this: nobody without a CURP is looked at, and nobody after the last who has room.
    func owedToIMSS(atMost most: Int) throws(SQLiteError) -> [Int] {
        var (owed, ids) = (CURPsOwed(), [Int]())
        let waiting = try connection.statement(
            """
            SELECT id, curp, opposes FROM reception
            WHERE \(Store.isOwed) AND curp IS NOT NULL ORDER BY receivedDate, id
            """)
        defer { waiting.reset() }
        while ids.count < most, try waiting.step() {
            if owed.add(Store.person(waiting)) { ids.append(waiting.int(0)) }
        }
        return ids
    }

    /// How many are on no list yet, and why. O(those on no list).
    fileprivate func countedForIMSS() throws(SQLiteError) -> CURPsOwed {
        var owed = CURPsOwed()
        _ = try connection.statement(
            "SELECT id, curp, opposes FROM reception WHERE \(Store.isOwed)"
        ).all { owed.add(Store.person($0)) }
        return owed
    }

    private static func person(_ row: Statement) -> Reception {
        var person = Reception(id: Identifier(row.int(0)))
        for (column, name) in ["curp", "opposes"].enumerated() {
            _ = Reception.fieldsByName[name]?.set(&person, row.value(column + 1))
        }
        return person
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
        Reading(.rowExports) { try $0.store.countedForIMSS() }
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
