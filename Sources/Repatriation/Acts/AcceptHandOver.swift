/// The incoming lead takes the shift: with their own count and, at a desk, the answers that show
/// that they know of the children, the next step and whoever is missing.
package struct AcceptHandOver: PointAct {
    package static let row = ActRow<Self>(
        .acceptHandOver, .queue,
        [
            .object("counts", HandOverCounts.members, required: true, \.counts),
            .text("remarks", \.remarks), .reason("unilateral", \.unilateral),
            .object("answers", ReadBack.members, \.answers),
        ])

    package var point = PointCode.none
    /// What the incoming lead counted; the outgoing one's count stands as it was signed.
    package var counts = HandOverCounts()
    /// Where each person is who makes the difference, and whatever else they say.
    package var remarks: String?
    /// Why they take the shift though nobody signed it over.
    package var unilateral: String?
    /// The read-back; where a question has no answer, the hand-over says that it was not read back.
    package var answers = ReadBack()

    package init() {}

    /// A shift that is taken.
    package init(
        at point: PointCode, counted: Int, _ answers: ReadBack, remarks: String? = nil,
        unilateral: String? = nil
    ) {
        self.init(at: point)
        counts.incoming = counted
        (self.answers, self.remarks, self.unilateral) = (answers, remarks, unilateral)
    }

    /// What was signed over is received by whoever works there; a shift that nobody signed over is
    /// taken by whoever leads.
    package func check(_ facts: some Facts) throws {
        guard try unilateral == nil || facts.leads || facts.waitingHandOver(at: point) != nil else {
            throw Refusal.notAllowed([.lead])
        }
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let place = try activePoint(facts)
        guard place.isShiftOpen else { throw Refusal(.shiftClosed) }
        guard let counted = counts.incoming else {
            throw Refusal(.missingField, ["field": "counts.incoming"])
        }
        var ids = context.ids
        let before = try handedOver(place, context, facts) ?? HandOver(id: ids.next())
        guard before.outgoing != context.officer.id else { throw Refusal(.secondOfficer) }
        let remains = try facts.remains(at: place)
        try answers.check(against: remains, nextDue: try facts.nextDue(at: place))
        // What was signed stays as it was signed: between both signatures people come and leave.
        var after = before.signedAt == nil ? before.counted(against: remains) : before
        after.inBuildingThen = remains.inBuilding
        (after.point, after.incoming, after.incomingCount) = (point, context.officer.id, counted)
        after.observations = remarks
        after.unilateral = unilateral ?? before.unilateral
        after.isReadBack = answers.isWhole
        after.acceptedAt = context.now
        try HandOverRules.checkCounts(after, saying: remarks ?? before.remarks)
        var led = place
        (led.lead, led.shiftSince) = (context.officer.id, context.now)
        (led.headCount, led.headCountPlace) = (counted, .handover)
        let changes = [Change(from: before, to: after), Change(from: place, to: led)]
        let event = Event(
            .handOverReceived, subject: after.id.value, changes: changes.compactMap { $0 })
        return Decision([event], HandedOver(after), ids: ids)
    }

    /// What was signed over; nil where nobody did and the reason is said.
    private func handedOver(
        _ place: ReceivingPoint, _ context: Context, _ facts: some Facts
    ) throws -> HandOver? {
        if let waiting = try facts.waitingHandOver(at: point) { return waiting }
        guard unilateral != nil else { throw Refusal(.noHandOver) }
        guard place.lead != context.officer.id else { throw Refusal(.secondOfficer) }
        return nil
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        Bilingual("Turno recibido: queda a su cargo.", "Shift received: it is yours now.")
    }
}

extension ReadBack {
    static let members: [Parameter<ReadBack>] = [
        .integer("children", 0...9999, \.children), .integer("nextDue", 0...9999, \.nextDue),
        .integer("unlocated", 0...9999, \.unlocated),
    ]

    /// Throws `readBackDiffers` with the first question whose answer is another.
    func check(against remains: ShiftRemains, nextDue due: Int?) throws(Refusal) {
        let right: [(Int?, Int)] = [
            (children, remains.children), (nextDue, due ?? 0),
            (unlocated, remains.unlocated),
        ]
        for (question, pair) in zip(ReadBack.questions, right) {
            guard let answer = pair.0, answer != pair.1 else { continue }
            throw Refusal(.readBackDiffers, ["question": .string(question.name)])
        }
    }
}
