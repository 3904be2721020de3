import Repatriation
import SQLite

/// Points and desks as they were at a moment: by the last facts about each, whatever its age.
struct PastPlaces {
    private let past: PastMoment
    private let real: Store
    private var connection: Connection { real.connection }

    init(_ past: PastMoment, _ real: Store) { (self.past, self.real) = (past, real) }

    /// Writes them; gives the share counter of each point as its last call left it two days before.
    func fill(_ fold: Fold) throws -> [Int: Value] {
        let points = try real.rows.all(ReceivingPoint.self, "1 ORDER BY id")
        var shares: [Int: Value] = [:]
        for point in points {
            let shift = try newest(of: point.id.value, ["shiftOpened", "shiftClosed"])
            guard try fillPoint(point.id.value, fold, isOpen: shift?.kind == "shiftOpened") else {
                continue
            }
            shares[point.id.value] = try share(point.code)
            for desk in try real.rows.all(Desk.self, "point = ?", .text(point.code.text)) {
                try fillDesk(desk, fold)
            }
        }
        return shares
    }

    /// How a point was set up: seldom written, so that it is read from the first. False where it
    /// was not there yet.
    private func fillPoint(_ id: Int, _ fold: Fold, isOpen: Bool) throws -> Bool {
        var point = ReceivingPoint(id: Identifier(id))
        var isThere = false
        try real.journal.read(
            through: past.last, where: "subject = ? AND kind IN ('pointSet', 'peakSet')", [id]
        ) { entry throws(StoreError) in
            for change in entry.event.changes where change.kind == .point && change.id == id {
                guard point.apply(change) else { throw .journal(seq: entry.seq ?? 0) }
                isThere = true
            }
        }
        guard isThere else { return false }
        point.isShiftOpen = isOpen
        try fold.rows.insert(point)
        return true
    }

    /// Open, paused or closed, by the last that was said of it or of all desks of its point.
    private func fillDesk(_ desk: Desk, _ fold: Fold) throws {
        let own = try newest(
            of: desk.id.value, ["deskOpened", "deskPaused", "deskClosed"])
        guard let own else { return }
        var then = Desk(id: desk.id)
        (then.point, then.number) = (desk.point, desk.number)
        then.state =
            own.kind == "deskOpened" ? .open : own.kind == "deskPaused" ? .paused : .closed
        // A shift's end, or that of whoever sat there, closes desks too.
        try real.journal.read(
            after: own.seq, through: past.last,
            where: """
                subject IN (SELECT id FROM point WHERE code = '\(desk.point.text)' \
                UNION ALL SELECT id FROM officer) AND kind IN ('shiftClosed', 'officerSet')
                """
        ) { entry in
            for change in entry.event.changes
            where change.kind == .desk && change.id == desk.id.value {
                _ = then.apply(change)
            }
        }
        try fold.rows.insert(then)
    }

    private func newest(
        of subject: Int, _ kinds: [String]
    ) throws(SQLiteError) -> (seq: Int, kind: String)? {
        let names = kinds.map { "'\($0)'" }.joined(separator: ",")
        return try connection.statement(
            """
            SELECT seq, kind FROM journal WHERE subject = ? AND seq <= ? AND kind IN (\(names))
            ORDER BY seq DESC LIMIT 1
            """
        ).bind(subject).bind(past.last).first { ($0.int(0), $0.text(1)) }
    }

    private func share(_ point: PointCode) throws(SQLiteError) -> Value {
        let before = past.at.adding(minutes: -PastMoment.reach)
        return try connection.statement(
            """
            SELECT sinceTier2 FROM call WHERE point = ? AND at <= ? AND outcome <> 'undone'
            ORDER BY at DESC LIMIT 1
            """
        ).bind(point.text).bind(before.milliseconds).first { .int($0.int(0)) } ?? .int(0)
    }
}
