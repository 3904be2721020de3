import Repatriation
import SQLite

/// The contact stands only for those who may read it.
extension FollowUpsOf: Readable {
    package var reading: Reading<[FollowUpLine]> {
        Reading(traces: { lines in
            Trace.at(lines.filter { $0.contact != nil }.map(\.person.id.value), .show)
        }) { try $0.followUps(at: point) }
    }
}

extension Look {
    fileprivate func followUps(at code: PointCode) throws -> [FollowUpLine] {
        guard let point = try point(code) else { return [] }
        let today = try local(at: point).day
        let classes = reader.classes
        var lines: [FollowUpLine] = []
        var looked = 0
        // Of years of them nobody reads more than are shown.
        while lines.count < Look.mostFollowUps {
            let open = try rows.allWhole(
                FollowUp.self,
                """
                point = ? AND outcome IS NULL ORDER BY dueOn, id
                LIMIT \(Look.mostFollowUps) OFFSET ?
                """, .text(code.text), .int(looked))
            guard !open.isEmpty else { break }
            looked += open.count
            for followUp in open where lines.count < Look.mostFollowUps {
                guard try rows.isKnown(followUp, to: reader),
                    let person = try rows.find(followUp.reception),
                    followUp.cause == .leftPending || person.answer(.contactConsent) == "yes"
                else { continue }
                lines.append(
                    FollowUpLine(
                        followUp.hiding(outside: classes), person: person.visible(to: reader),
                        today: today))
            }
        }
        return lines
    }

    private static let mostFollowUps = 200
}
