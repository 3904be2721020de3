import Repatriation
import SQLite

/// The contact stands only for those who may read it.
extension FollowUpsOf: Readable {
    package var reading: Reading<[FollowUpLine]> {
        Reading { try $0.followUps(at: point) }
    }
}

extension Look {
    fileprivate func followUps(at code: PointCode) throws -> [FollowUpLine] {
        guard let point = try point(code) else { return [] }
        let today = try local(at: point).day
        let classes = reader.classes
        let open = try rows.allWhole(
            FollowUp.self, "point = ? AND outcome IS NULL ORDER BY dueOn, id", .text(code.text))
        var lines: [FollowUpLine] = []
        for followUp in open where lines.count < 200 {
            guard try rows.isKnown(followUp, to: reader),
                let person = try rows.find(followUp.reception),
                followUp.cause == .leftPending || person.answer(.contactConsent) == "yes"
            else { continue }
            lines.append(
                FollowUpLine(
                    followUp.hiding(outside: classes), person: person.visible(to: reader),
                    today: today))
        }
        return lines
    }
}
