/// Whoever a silent desk holds, or what another officer has typed and not saved, becomes this
/// officer's, with both names in the event; the drafts of the officer it names go along.
package struct TakeOver: AttentionAtDesk {
    package static let row = ActRow<Self>(
        .takeOver, .queue, says: Bilingual("Ahora es suya.", "Now it is yours."))

    package var reception = Identifier<Reception>(0)
    package var desk = 0

    package init() {}

    package func decide(_ person: PersonCase) throws -> Decision {
        let before = person.reception
        guard let taker = try person.facts.desk(desk, at: person.point.code), taker.state == .open
        else {
            throw Refusal(.deskClosed, ["desk": .int(desk)])
        }
        if before.isChildAlone && !taker.attends.contains(.opi) { throw Refusal(.childNeedsOPI) }
        guard before.stage.isAttended, before.desk != taker.number else {
            return try takeOverDraft(person, isMine: before.stage.isAttended)
        }
        let isHeard =
            try before.desk.map { try person.facts.isHeard(desk: $0, at: person.point) } ?? false
        guard !isHeard else { throw Refusal(.deskStillAttending, ["desk": JSON(before.desk)]) }
        guard taker.officer == person.context.officer.id else {
            throw Refusal(.deskTaken, ["desk": .int(taker.number)])
        }
        try person.checkRoom(at: taker, for: before.stage)
        let holder = try person.holder()
        var after = before
        after.desk = taker.number
        after.takenFrom = holder
        let moved = try person.call().flatMap { call in
            var other = call
            other.desk = taker.number
            return Change(from: call, to: other)
        }
        var taken = person.decision(
            .takenOver, after, [moved], Taken(desk: before.desk, officer: holder))
        if let holder,
            try person.facts.isDraftTold(of: holder, about: before, on: person.context.local.day)
        {
            taken.drafts = .move(of: before.id, from: holder)
        }
        return taken
    }

    /// The answers of the officer who typed last, one officer an act.
    private func takeOverDraft(_ person: PersonCase, isMine: Bool) throws -> Decision {
        let before = person.reception
        try person.requireInside()
        let drafts = try person.facts.draftOwners(about: before, on: person.context.local.day)
        guard let draft = drafts.first else {
            if isMine { return person.unchanged() }
            throw person.wrongStage
        }
        guard person.context.now.distance(to: draft.at) >= 120 else { throw Refusal(.draftInUse) }
        // The name stands in the event also where the person was taken from the same officer
        // before.
        let from = Change.Entry("takenFrom", .plain, .int(draft.officer.value))
        let change = Change(kind: .reception, id: before.id.value, entries: [from])
        let event = Event(.takenOver, subject: before.id.value, changes: [change])
        var taken = Decision([event], Taken(officer: draft.officer), ids: person.context.ids)
        taken.drafts = .move(of: before.id, from: draft.officer)
        return taken
    }

    private struct Taken: Outcome {
        /// From which desk; a draft was at none.
        var desk: Int??
        let officer: Identifier<Officer>?

        var members: [String: JSON] {
            let from: [String: JSON] = desk.map { ["from": JSON($0)] } ?? [:]
            return from.merging(["officer": JSON(officer?.value)]) { $1 }
        }
    }
}
