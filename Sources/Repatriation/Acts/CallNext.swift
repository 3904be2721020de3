/// A desk calls whoever is next by the rule of the queue (``QueueRule``), with the family that
/// waits.
package struct CallNext: DeskAct {
    package static let row = ActRow<Self>(.callNext, .queue)

    package var point = PointCode.none
    package var desk = 0

    package init() {}

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        var context = context
        let point = try activePoint(facts)
        guard point.isShiftOpen else { throw Refusal(.shiftClosed) }
        guard let caller = try facts.desk(desk, at: point.code), caller.state == .open else {
            throw Refusal(.deskClosed, ["desk": .int(desk)])
        }
        guard caller.officer == context.officer.id else {
            throw Refusal(.deskTaken, ["desk": .int(desk)])
        }
        if let ticket = try facts.load(ofDesk: desk, at: point.code).called {
            throw Refusal(.alreadyCalled, ["ticket": .int(ticket)])
        }
        let choice = try next(at: point, for: caller, context.now, facts)
        let call = Call.made(
            choice.head, desk: caller, context: &context, sinceTier2: choice.sinceTier2, reason: nil
        )
        var counted = point
        counted.sinceTier2 = choice.sinceTier2
        let family = try choice.head.family.map { try facts.waiting(of: $0, at: point.code) } ?? []
        let decision = CallDecision(
            head: choice.head, call: call, before: point, after: counted, explanation: choice.reason
        )
        return decision.decision(
            context, bringing: family.filter { $0.id != choice.head.reception })
    }

    private func next(
        at point: ReceivingPoint, for caller: Desk, _ now: Instant, _ facts: some Facts
    ) throws -> QueueRule.Choice {
        let heads = try facts.heads(at: point.code)
        let callable = heads.filter { head in
            point.priority(head.priority)?.isAttended(by: caller.attends) ?? false
        }
        let choice = QueueRule.next(
            callable, at: now, sinceTier2: point.sinceTier2, share: point.share)
        if let choice { return choice }
        // How many wait is told only where nobody can be called.
        let waiting = try facts.countWaiting(at: point.code)
        guard waiting > 0 else { throw Refusal(.noOneWaiting) }
        throw Refusal(.noOneForThisDesk, ["waiting": .int(waiting), "ready": .int(heads.count)])
    }

    package func about(_ outcome: any Outcome) -> Identifier<Reception>? {
        (outcome as? Called)?.reception
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard let called = outcome as? Called else { return nil }
        let along = called.everybody.count - 1
        let words = ActPhrase.called(to: desk)
        guard along > 0 else { return words.stopped }
        return Bilingual(
            "\(words.es), y su familia (\(along)).", "\(words.en), and family (\(along)).")
    }
}
