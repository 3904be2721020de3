extension Call {
    /// A call that is made now.
    static func made(
        _ head: QueueHead, desk: Desk, context: inout Context, sinceTier2: Int, reason: String?
    ) -> Call {
        var call = Call(id: context.ids.next())
        call.point = desk.point
        call.reception = head.reception
        call.desk = desk.number
        call.at = context.now
        call.isByRule = reason == nil
        call.tier = head.tier
        call.target = head.target
        call.waited = context.now.secondsSince(head.enteredAt)
        call.sinceTier2 = sinceTier2
        call.reason = reason
        return call
    }
}

/// One event for a call: the person, the call and the point's share counter change together.
struct CallDecision {
    let ticket: Int
    let call: Call
    let points: (before: ReceivingPoint, after: ReceivingPoint)
    let explanation: QueueReason
    /// The stage fields of the person; the rest of the person is not loaded to call the next.
    let before, after: Reception

    init(
        head: QueueHead, call: Call, before: ReceivingPoint, after: ReceivingPoint,
        explanation: QueueReason
    ) {
        var waiting = Reception(id: head.reception)
        waiting.stage = .waiting
        self.init(waiting, head.ticket, call, (before, after), explanation)
    }

    init(reception: Reception, call: Call, point: ReceivingPoint, explanation: QueueReason) {
        self.init(reception, reception.ticket ?? 0, call, (point, point), explanation)
    }

    private init(
        _ person: Reception, _ ticket: Int, _ call: Call,
        _ points: (ReceivingPoint, ReceivingPoint),
        _ explanation: QueueReason
    ) {
        self.ticket = ticket
        self.call = call
        self.points = points
        self.explanation = explanation
        before = person
        var called = person
        called.stage = .called
        called.desk = call.desk
        called.call = call.id
        called.notBefore = nil
        after = called
    }

    /// The waiting members of the family come along: called too, to no desk of their own, until one
    /// is attended.
    func decision(_ context: Context, bringing family: [Reception] = []) -> Decision {
        let changes = [
            Change(from: before, to: after), Change(from: Call(id: call.id), to: call),
            Change(from: points.before, to: points.after),
        ]
        let event = Event(.called, subject: after.id.value, changes: changes.compactMap { $0 })
        // A child alone waits for child protection, whoever they came with.
        let family = family.filter { !$0.isChildAlone }
        let along = family.map { member -> Event in
            var called = member
            called.stage = .called
            called.notBefore = nil
            return Event(.called, member, called)
        }
        let outcome = Called(
            reception: after.id, everybody: [after.id] + family.map(\.id), ticket: ticket,
            reason: explanation)
        return Decision([event] + along, outcome, ids: context.ids)
    }
}

/// Whom a call was for.
package struct Called: Outcome {
    /// Whoever was called.
    package let reception: Identifier<Reception>
    /// They and the family that comes along.
    package let everybody: [Identifier<Reception>]
    /// Their number.
    package let ticket: Int
    /// Why they, for staff.
    package let reason: QueueReason

    package var members: [String: JSON] {
        [
            "reception": .int(reception.value),
            "receptions": .array(everybody.map { .int($0.value) }),
            "ticket": .int(ticket), "reason": .string(reason.staff(.es)),
        ]
    }
}
