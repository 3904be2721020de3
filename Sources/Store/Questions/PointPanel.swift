import Repatriation
import SQLite

extension PanelOf: Readable {
    package var reading: Reading<PointPanel> { Reading { try $0.panel(at: point) } }
}

extension Look {
    fileprivate func panel(at code: PointCode) throws -> PointPanel {
        // Who sits where, and with whom, is for those who attend people.
        guard let point = try point(code), reader.reads(.sensitive) else {
            return PointPanel(desks: [], services: [])
        }
        let held = try held(at: code)
        var desks: [PointPanel.Attended] = []
        for desk in try rows.all(
            Desk.self, "point = ? AND state <> 'closed' ORDER BY number", .text(code.text))
        {
            var line = PointPanel.Attended(
                number: desk.number, state: desk.state, officer: try short(desk.officer),
                isHeard: try store.isHeard(point, desk.number, now))
            line.reason = desk.reason == nil ? nil : desk.hiding(outside: reader.classes).reason
            if let one = held[desk.number] {
                line.ticket = one.ticket
                (line.isInInterview, line.since) = (one.isInInterview, one.since)
            } else {
                line.since = try lastSaid(of: desk.id.value)
            }
            desks.append(line)
        }
        let services = try providers(at: code).compactMap { provider in
            provider.free.map {
                PointPanel.Service(name: provider.name, free: $0, places: provider.places ?? 0)
            }
        }
        var panel = PointPanel(desks: desks, services: services)
        panel.standards = try standards(of: point)
        panel.check = try lastCheck(of: point)
        return panel
    }

    /// Whom each desk holds: the one in interview before one on the way.
    private func held(
        at code: PointCode
    ) throws -> [Int: (ticket: Int?, isInInterview: Bool, since: Instant?)] {
        let select = """
            SELECT r.desk, r.ticket, r.stage, coalesce(c.attendedAt, c.at) FROM reception r
            LEFT JOIN call c ON c.id = r.call WHERE r.point = ?1 AND r.desk IS NOT NULL AND r.stage =
            """
        return try connection.statement("\(select) 'called' UNION ALL \(select) 'inInterview'")
            .bind(code.text).all {
                ($0.int(0), $0.optionalInt(1), $0.text(2), $0.optionalInt(3))
            }.reduce(into: [:]) { held, row in
                held[row.0] = (
                    row.1, row.2 == Stage.inInterview.rawValue,
                    row.3.map { Instant(milliseconds: $0) }
                )
            }
    }

    private func lastSaid(of desk: Int) throws -> Instant? {
        try connection.statement(
            "SELECT at FROM journal WHERE subject = ? ORDER BY seq DESC LIMIT 1"
        ).bind(desk).first { $0.instant(0) }
    }
}
