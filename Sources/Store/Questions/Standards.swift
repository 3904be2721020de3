import Repatriation
import SQLite

/// What a point has against the standards, and what its opening check found.
extension Look {
    /// The parts of a point. Only what is known is asked for.
    func standards(of point: ReceivingPoint) throws(SQLiteError) -> StandardParts {
        let inside = try store.count(.inside, point.code.text)
        let water = try lastWater(at: point.code)
        var parts = StandardParts(point, water: water)
        parts.presence.ofADay = inside
        if water != nil {
            let longer = try insideLongerThanADay(at: point.code)
            (parts.presence.longer, parts.presence.ofADay) = (longer, max(0, inside - longer))
        }
        if point.toiletsWomen != nil || point.toiletsMen != nil {
            try countSexes(at: point.code, &parts.presence)
        }
        if water != nil || point.places != nil { try countExpected(point.code, &parts.presence) }
        return parts
    }

    /// The newest count of water that stands; nil where nobody counted.
    func lastWater(at code: PointCode) throws(SQLiteError) -> WaterCount? {
        try rows.first(
            WaterCount.self, "point = ? ORDER BY at DESC, id DESC LIMIT 1", .text(code.text))
    }

    private func insideLongerThanADay(at code: PointCode) throws(SQLiteError) -> Int {
        try connection.statement(
            "SELECT count(*) FROM reception WHERE point = ? AND inside = 1 AND receivedAt < ?"
        ).bind(code.text).bind(now.adding(minutes: -1440).milliseconds).first { $0.int(0) } ?? 0
    }

    private func countSexes(at code: PointCode, _ presence: inout Presence) throws(SQLiteError) {
        let counts = try connection.statement(
            "SELECT sex, count(*) FROM reception WHERE point = ? AND inside = 1 GROUP BY sex"
        ).bind(code.text).all { (Sex(stored: $0.value(0)), $0.int(1)) }
        func count(_ sex: Sex) -> Int { counts.first { $0.0 == sex }?.1 ?? 0 }
        (presence.women, presence.men) = (count(.woman), count(.man))
        presence.otherSex = counts.reduce(0) { $0 + $1.1 } - count(.woman) - count(.man)
    }

    /// The newest check of the shift that is open, or that was handed over to who leads it now; nil
    /// where there is none.
    func lastCheck(of point: ReceivingPoint) throws(SQLiteError) -> ShiftCheck? {
        guard point.isShiftOpen, var since = point.shiftSince else { return nil }
        let isHandedOver = try rows.first(
            HandOver.self, "point = ? AND acceptedAt = ?", .text(point.code.text),
            .int(since.milliseconds))
        if isHandedOver != nil { since = since.adding(minutes: -ShiftCheck.holdsMinutes) }
        return try rows.first(
            ShiftCheck.self, "point = ? AND at >= ? ORDER BY at DESC, id DESC LIMIT 1",
            .text(point.code.text), .int(since.milliseconds))?.hiding(outside: reader.classes)
    }
}
