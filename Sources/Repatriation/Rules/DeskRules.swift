extension DeskCommand {
    /// The rules of shifts, desks and the next call: what happens, or why not.
    package func decide(_ situation: DeskSituation) throws(Refusal) -> Decision {
        var situation = situation
        guard situation.point.isActive || isAnEnd else { throw Refusal(.pointInactive) }
        switch self {
        case .openShift: return situation.openShift()
        case .closeShift: return situation.closeShift()
        case .setPeak(let reason): return try situation.setPeak(reason)
        case .confirmClock: return situation.confirmClock()
        case .open(let number, let attends): return try situation.open(number, attends)
        case .pause(_, let reason): return try situation.set(.paused, reason)
        case .close: return try situation.set(.closed, nil)
        case .callNext(let number): return try situation.callNext(number)
        }
    }
}

extension DeskCommand {
    /// What was left open at a point that is no longer active can still be closed.
    private var isAnEnd: Bool {
        switch self {
        case .closeShift, .close: true
        default: false
        }
    }
}

extension DeskSituation {
    fileprivate func openShift() -> Decision {
        guard !point.isShiftOpen else { return Decision([], ["already": true], ids: context.ids) }
        var after = point
        after.isShiftOpen = true
        after.lead = context.officer.id
        after.shiftSince = context.now
        return Decision([Event(.shiftOpened, point, after)], ["already": false], ids: context.ids)
    }

    /// The lead has looked at another clock: this one is believed again, and time counts from here. Far from what it
    /// should show, or ahead for the second time in a day, two have looked.
    fileprivate func confirmClock() -> Decision {
        guard context.isClockDoubted else { return Decision([], ids: context.ids) }
        let isFar = abs(context.clockJump) > ClockWitness.alone
        guard context.confirmer != nil || !isFar && !(wasHourConfirmed && context.clockJump > 0) else {
            return context.pending(
                .desk(point.code, .confirmClock), about: point.id.value, at: point.code, replacing: pendings)
        }
        return Decision([Event(.clockConfirmed, subject: point.id.value, changes: [])], ids: context.ids)
    }

    /// Shrinks the point's interview to nine answers, with a reason, or makes it whole again without one.
    fileprivate func setPeak(_ reason: String?) throws(Refusal) -> Decision {
        var after = point
        after.peakSince = reason == nil ? nil : point.peakSince ?? context.now
        after.peakReason = reason
        let event = Event(.peakSet, point, after)
        let result: [String: JSON] = ["peak": .bool(reason != nil)]
        return Decision(event.changes.isEmpty ? [] : [event], result, ids: context.ids)
    }

    /// Closes every desk; whoever a desk still holds stays its officer's until taken over by name.
    fileprivate func closeShift() -> Decision {
        guard point.isShiftOpen else { return Decision([], ids: context.ids) }
        var after = point
        after.isShiftOpen = false
        let desks = openDesks.map { desk in
            var closed = desk
            closed.state = .closed
            if !holding.contains(desk.number) { closed.officer = nil }
            return Change(from: desk, to: closed)
        }
        let changes = ([Change(from: point, to: after)] + desks).compactMap { $0 }
        return Decision([Event(.shiftClosed, subject: point.id.value, changes: changes)], ids: context.ids)
    }

    fileprivate mutating func open(_ number: Int, _ attends: Set<Attention>?) throws(Refusal) -> Decision {
        guard point.isShiftOpen else { throw Refusal(.shiftClosed) }
        guard number <= point.desks else { throw Refusal(.unknownDesk, ["desks": .int(point.desks)]) }
        let before = desk ?? Desk(id: context.ids.next())
        // Another officer attends it, or it still holds their person, who is taken over by name and not by sitting down.
        if let officer = before.officer, officer != context.officer.id {
            if before.state != .closed && isDeskHeard { throw Refusal(.deskTaken, ["desk": .int(number)]) }
            if let ticket = load.inInterview ?? load.called {
                throw Refusal(.deskHolds, ["desk": .int(number), "ticket": .int(ticket)])
            }
        }
        let isOPI = context.officer.attendsChildren
        if attends?.contains(.opi) == true, !isOPI { throw Refusal.notAllowed([.opi, .lead]) }
        var after = before
        after.point = point.code
        after.number = number
        after.state = .open
        after.officer = context.officer.id
        after.reason = nil
        if let attends { after.attends = attends }
        // What the desk attended under somebody else is not inherited beyond one's own role.
        if !isOPI { after.attends.remove(.opi) }
        let event = Event(.deskOpened, before, after)
        // One officer at several desks, or at one from several terminals, is told: somebody waits at the one forgotten.
        let others = ownDesks.filter { $0.point != point.code || $0.number != number }
        let result: [String: JSON] = [
            "alsoAt": .array(others.map { .string("\($0.point.text) \($0.number)") }),
            "again": .bool(isDeskHeard && before.officer == context.officer.id && before.state == .open),
        ]
        return Decision(event.changes.isEmpty ? [] : [event], result, ids: context.ids)
    }

    fileprivate func set(_ state: DeskState, _ reason: String?) throws(Refusal) -> Decision {
        guard let desk else { throw Refusal(.deskClosed, ["desk": JSON(number)]) }
        if state == .closed, let ticket = load.inInterview ?? load.called {
            throw Refusal(.deskBusy, ["ticket": .int(ticket)])
        }
        guard desk.state != .closed || state == .closed else { throw Refusal(.deskClosed, ["desk": .int(desk.number)]) }
        var after = desk
        after.state = state
        after.reason = reason
        if state == .closed { after.officer = nil }
        let event = Event(state == .closed ? .deskClosed : .deskPaused, desk, after)
        return Decision(event.changes.isEmpty ? [] : [event], ids: context.ids)
    }

    fileprivate mutating func callNext(_ number: Int) throws(Refusal) -> Decision {
        guard point.isShiftOpen else { throw Refusal(.shiftClosed) }
        guard let desk, desk.state == .open else { throw Refusal(.deskClosed, ["desk": .int(number)]) }
        guard desk.officer == context.officer.id else { throw Refusal(.deskTaken, ["desk": .int(number)]) }
        if let ticket = load.called { throw Refusal(.alreadyCalled, ["ticket": .int(ticket)]) }
        guard waiting > 0 else { throw Refusal(.noOneWaiting) }
        let callable = heads.filter { head in
            let priority = point.priority(head.priority)
            return priority?.isAttended(by: desk.attends) ?? false
        }
        let choice = QueueRule.next(callable, at: context.now, sinceTier2: point.sinceTier2, share: point.share)
        guard let choice else {
            throw Refusal(.noOneForThisDesk, ["waiting": .int(waiting), "ready": .int(heads.count)])
        }
        let call = Call.made(choice.head, desk: desk, context: &context, sinceTier2: choice.sinceTier2, reason: nil)
        var counted = point
        counted.sinceTier2 = choice.sinceTier2
        let family = choice.head.family.flatMap { families[$0] } ?? []
        let decision = CallDecision(
            head: choice.head, call: call, before: point, after: counted, explanation: choice.reason)
        return decision.decision(context, bringing: family.filter { $0.id != choice.head.reception })
    }
}

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

    init(head: QueueHead, call: Call, before: ReceivingPoint, after: ReceivingPoint, explanation: QueueReason) {
        var waiting = Reception(id: head.reception)
        waiting.stage = .waiting
        self.init(waiting, head.ticket, call, (before, after), explanation)
    }

    init(reception: Reception, call: Call, point: ReceivingPoint, explanation: QueueReason) {
        self.init(reception, reception.ticket ?? 0, call, (point, point), explanation)
    }

    private init(
        _ person: Reception, _ ticket: Int, _ call: Call, _ points: (ReceivingPoint, ReceivingPoint),
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

    /// The waiting members of the family come along: called too, to no desk of their own, until one is attended.
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
        let everybody = [after.id.value] + family.map(\.id.value)
        let result: [String: JSON] = [
            "reception": .int(after.id.value), "receptions": .array(everybody.map(JSON.int)), "ticket": .int(ticket),
            "reason": .string(explanation.staff(.es)),
        ]
        return Decision([event] + along, result, ids: context.ids)
    }
}
