/// A desk calls somebody before their turn, and says why.
package struct CallPerson: AttentionAtDesk {
    package static let row = ActRow<Self>(.call, .queue, [.reason("reason", \.reason)])

    package var reception = Identifier<Reception>(0)
    package var desk = 0
    /// Why before their turn.
    package var reason: String?

    package init() {}

    /// Somebody, to which desk, and why.
    package init(_ reception: Identifier<Reception>, desk: Int, reason: String?) {
        self.init(reception, desk: desk)
        self.reason = reason
    }

    package func decide(_ person: PersonCase) throws -> Decision {
        let before = person.reception
        let context = person.context
        // Whoever is with a desk is said to be with that one.
        if before.stage.isAttended, let holder = before.desk {
            throw Refusal(.notAtThisDesk, ["desk": .int(holder)])
        }
        try person.require(.waiting)
        let caller = try callingDesk(person)
        guard let reason else { throw Refusal(.reasonMissing) }
        if before.isChildAlone && !caller.attends.contains(.opi) { throw Refusal(.childNeedsOPI) }
        let head = QueueHead(
            reception: before.id, ticket: before.ticket ?? 0,
            priority: before.priority ?? "general",
            tier: before.tier ?? 2, target: before.target ?? 60,
            enteredAt: before.enteredAt ?? context.now)
        let explanation = QueueReason(
            ticket: head.ticket, priority: head.priority, target: head.target,
            waited: context.now.secondsSince(head.enteredAt), isShare: false)
        let call = Call.made(
            head, desk: caller, context: &person.context, sinceTier2: person.point.sinceTier2,
            reason: reason)
        let family =
            try before.family.map { try person.facts.waiting(of: $0, at: before.point) } ?? []
        return CallDecision(
            reception: before, call: call, point: person.point, explanation: explanation
        )
        .decision(person.context, bringing: family.filter { $0.id != before.id })
    }

    /// The desk must work, in an open shift, and have room for one more on the way.
    private func callingDesk(_ person: PersonCase) throws -> Desk {
        guard person.point.isShiftOpen else { throw Refusal(.shiftClosed) }
        guard let found = try person.facts.desk(desk, at: person.point.code), found.state == .open
        else {
            throw Refusal(.deskClosed, ["desk": .int(desk)])
        }
        guard found.officer == person.context.officer.id else {
            throw Refusal(.deskTaken, ["desk": .int(desk)])
        }
        try person.checkRoom(at: found, for: .called)
        return found
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        changed ? ActPhrase.called(to: desk).stopped : nil
    }
}
