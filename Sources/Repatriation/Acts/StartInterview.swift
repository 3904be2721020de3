/// Whoever was called is at the desk.
package struct StartInterview: AttentionAtDesk {
    package static let row = ActRow<Self>(
        .startInterview, .interview, says: Bilingual("En entrevista.", "In interview."))

    package var reception = Identifier<Reception>(0)
    package var desk = 0

    package init() {}

    package func decide(_ person: PersonCase) throws -> Decision {
        let before = person.reception
        let found = try person.facts.desk(desk, at: person.point.code)
        // Whoever sits at somebody else's desk does not have that desk's person.
        if let found, found.officer != person.context.officer.id {
            throw Refusal(.notAtThisDesk, ["desk": .int(found.number)])
        }
        if before.stage == .inInterview, before.desk == found?.number { return person.unchanged() }
        try person.require(.called)
        // Whoever came along with the family belongs to no desk yet: to the one that opens them.
        let cameAlong = before.family != nil && before.desk == nil
        guard let found, before.desk == found.number || cameAlong && found.state == .open else {
            throw Refusal(.notAtThisDesk, ["desk": JSON(before.desk)])
        }
        if cameAlong, before.isChildAlone, !found.attends.contains(.opi) {
            throw Refusal(.childNeedsOPI)
        }
        try person.checkRoom(at: found, for: .inInterview)
        var after = before
        after.stage = .inInterview
        after.desk = found.number
        let started = try person.call().flatMap { call in
            var begun = call
            begun.outcome = .interview
            begun.attendedAt = person.context.now
            return Change(from: call, to: begun)
        }
        return person.decision(.interviewStarted, after, [started])
    }
}
