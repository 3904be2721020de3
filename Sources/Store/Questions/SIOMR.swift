import Repatriation
import SQLite

/// How many rows the sheet of INM's desk system has for a period.
package struct SIOMRSheet: Sendable {
    /// How many rows it has.
    package fileprivate(set) var rows = 0
    /// Events that have none: of people whose data are blocked, or gone.
    package fileprivate(set) var held = 0
}

/// Rows of people leave the store: for whoever may give out whole files, and kept as an export.
extension Reading<SIOMRSheet> {
    /// The sheet of a period: its rows by where people are, day and entry, in handfuls of at most
    /// ``SIOMRSheet/most``. All of one cut: nobody stands in it twice, or in none, who is sent
    /// elsewhere meanwhile. Whoever takes the rows waits for nobody else, for the log of all desks
    /// grows until the last. Leaves the trace of all of them; before it is written nothing may be
    /// given out.
    package static func siomr(
        _ period: ReportPeriod, points: [PointCode] = [],
        take: @escaping ([SIOMRRow]) throws -> Void
    ) -> Reading {
        Reading(.wholeFile, traces: { [Trace(.export, count: $0.rows)] }) { look in
            try look.siomr(period, points, take)
        }
    }
}

extension SIOMRSheet {
    /// As many rows as are held at a time.
    package static let most = 2000
}

extension Look {
    fileprivate func siomr(
        _ period: ReportPeriod, _ codes: [PointCode], _ take: ([SIOMRRow]) throws -> Void
    ) throws -> SIOMRSheet {
        _ = try chosenPoints(codes)
        let known = try chosenPoints([])
        let reader = SIOMRReader(try names(of: known))
        var (sheet, rows) = (SIOMRSheet(), [SIOMRRow]())
        rows.reserveCapacity(SIOMRSheet.most)
        for place in known {
            let statement = try events(of: period, codes, at: place.code)
            defer { statement.reset() }
            while try statement.step() {
                guard !SIOMRReader.isHeld(statement), let row = reader.row(statement) else {
                    sheet.held += 1
                    continue
                }
                rows.append(row)
                guard rows.count == SIOMRSheet.most else { continue }
                try take(rows)
                sheet.rows += rows.count
                rows.removeAll(keepingCapacity: true)
            }
        }
        try take(rows)
        sheet.rows += rows.count
        return sheet
    }

    /// Whoever is at a place now and official tables count in the period.
    private func events(
        of period: ReportPeriod, _ codes: [PointCode], at place: PointCode
    ) throws -> Statement {
        let among = codes.map { _ in "?" }.joined(separator: ",")
        let days = (period.from...period.to).workingDays
        let statement = try connection.statement(
            """
            SELECT \(SIOMRReader.columns)
            FROM reception INDEXED BY reception_received
            WHERE point = ? AND receivedDay BETWEEN ? AND ?
            AND receivedDate BETWEEN ? AND ? AND countedNationality = 'accredited'
            \(codes.isEmpty ? "" : "AND coalesce(firstPoint, point) IN (\(among))")
            ORDER BY receivedDay, id
            """)
        statement.bind(place.text).bind(days.lowerBound.text).bind(days.upperBound.text)
            .bind(period.from.text).bind(period.to.text)
        for code in codes { statement.bind(code.text) }
        return statement
    }

    private func names(of points: [ReceivingPoint]) throws -> SIOMRNames {
        let municipalities = try connection.statement(
            "SELECT code, label FROM catalogueEntry WHERE catalogue = ?"
        ).bind(CatalogueEntry.municipalities).all { ($0.text(0), $0.text(1)) }
        return SIOMRNames(
            points: points,
            municipalities: Dictionary(municipalities, uniquingKeysWith: { first, _ in first }))
    }
}
