import Repatriation
import SQLite

/// Who is asked after once they have left.
extension Store {
    func load(
        _ command: FollowUpCommand, _ acting: Acting, _ ids: IdentifierSource, _ now: Instant
    ) throws -> Loaded {
        var followUp: FollowUp?
        let id: Identifier<Reception>
        switch command {
        case .ask(let person, _, _): id = person
        case .record(let known, _, _, _):
            guard let found = try rows.find(known, knownTo: acting.reader) else { throw Refusal(.unknownFollowUp) }
            (followUp, id) = (found, found.reception)
        }
        guard let person = try rows.find(id) else { throw Refusal(.unknownReception) }
        guard person.blockedAt == nil, person.removal == nil else { throw Refusal(.dataHeld) }
        let point = try commandPoint(person.point)
        let (context, offset) = try moment(point, acting, ids, now)
        var situation = FollowUpSituation(context: context, person: person)
        situation.followUp = followUp
        if case .ask(_, _, let about?) = command { situation.referral = try rows.find(about, knownTo: acting.reader) }
        situation.open = try rows.all(FollowUp.self, "reception = ? AND outcome IS NULL", .int(id.value))
        let given = situation
        return Loaded(
            context: context, offset: offset, point: point.code, desk: nil, decide: { try command.decide(given) })
    }

    /// Who of a point waits to be asked after, those due first, at most `most`. The contact stands only for those who
    /// may read it.
    package func followUps(at code: PointCode, now: Instant, most: Int = 200) throws(StoreError) -> [FollowUpLine] {
        guard let point = try point(code) else { return [] }
        let today = try zone(point.zone).local(sure(now)).day
        let eyes = try eyes()
        let classes = eyes.classes
        return try wrap { () throws(SQLiteError) in
            let open = try rows.allWhole(
                FollowUp.self, "point = ? AND outcome IS NULL ORDER BY dueOn, id", .text(code.text))
            var lines: [FollowUpLine] = []
            for followUp in open where lines.count < most {
                guard try rows.isKnown(followUp, to: eyes), let person = try rows.find(followUp.reception),
                    followUp.cause == .leftPending || person.answer(.contactConsent) == "yes"
                else { continue }
                lines.append(
                    FollowUpLine(followUp.hiding(outside: classes), person: person.visible(to: eyes), today: today))
            }
            return lines
        }
    }
}
