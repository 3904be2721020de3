import Repatriation
import SQLite

/// Who is asked after once they have left.
extension Store {
    /// Who of a point waits to be asked after, those due first, at most `most`. The contact stands
    /// only for those who may read it.
    package func followUps(at code: PointCode, now: Instant, most: Int = 200) throws(StoreError)
        -> [FollowUpLine]
    {
        guard let point = try point(code) else { return [] }
        let today = try zone(point.zone).local(sure(now)).day
        let eyes = try eyes()
        let classes = eyes.classes
        return try wrap { () throws(SQLiteError) in
            let open = try rows.allWhole(
                FollowUp.self, "point = ? AND outcome IS NULL ORDER BY dueOn, id", .text(code.text))
            var lines: [FollowUpLine] = []
            for followUp in open where lines.count < most {
                guard try rows.isKnown(followUp, to: eyes),
                    let person = try rows.find(followUp.reception),
                    followUp.cause == .leftPending || person.answer(.contactConsent) == "yes"
                else { continue }
                lines.append(
                    FollowUpLine(
                        followUp.hiding(outside: classes), person: person.visible(to: eyes),
                        today: today))
            }
            return lines
        }
    }
}
