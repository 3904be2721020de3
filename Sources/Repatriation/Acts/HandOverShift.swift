/// The lead hands the shift over: both have counted, and the outgoing one signs; alone with a
/// reason where nobody comes in time.
package struct HandOverShift: PointAct {
    package static let row = ActRow<Self>(
        .handOver, .queue,
        [
            .object("counts", HandOverCounts.members, required: true, \.counts),
            .text("remarks", \.remarks), .reason("unilateral", \.unilateral),
        ])

    package var point = PointCode.none
    /// What both counted.
    package var counts = HandOverCounts()
    /// Where each person is who makes the difference, and whatever else there is to say.
    package var remarks: String?
    /// Why nobody receives it now.
    package var unilateral: String?

    package init() {}

    /// A hand-over of what both counted.
    package init(
        at point: PointCode, _ counts: HandOverCounts, remarks: String? = nil,
        unilateral: String? = nil
    ) {
        self.init(at: point)
        (self.counts, self.remarks, self.unilateral) = (counts, remarks, unilateral)
    }

    /// Whoever leads this shift hands it over, or whoever leads shifts.
    package func check(_ facts: some Facts) throws {
        guard try facts.leads || facts.point(point).lead == facts.officer.id else {
            throw Refusal.notAllowed([.lead])
        }
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let place = try activePoint(facts)
        guard place.isShiftOpen else { throw Refusal(.shiftClosed) }
        if unilateral == nil {
            try HandOverRules.checkHour(place, context)
            guard counts.incoming != nil else {
                throw Refusal(.missingField, ["field": "counts.incoming"])
            }
        }
        guard let counted = counts.outgoing else {
            throw Refusal(.missingField, ["field": "counts.outgoing"])
        }
        var ids = context.ids
        let waiting = try facts.waitingHandOver(at: point)
        // Whoever signed may sign anew, with what they counted since.
        guard waiting == nil || waiting?.outgoing == context.officer.id else {
            throw Refusal(.handOverWaits)
        }
        let before = waiting ?? HandOver(id: ids.next())
        var after = before.counted(against: try facts.remains(at: place))
        (after.point, after.outgoing) = (point, context.officer.id)
        (after.outgoingCount, after.incomingCount) = (counted, counts.incoming)
        (after.remarks, after.unilateral) = (remarks, unilateral)
        after.signedAt = context.now
        try HandOverRules.checkCounts(after, saying: remarks)
        return Decision(.handOverSigned, before, after, HandedOver(after), ids: ids)
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        unilateral == nil
            ? Bilingual(
                "Firmado. Quien recibe entra con su cuenta y firma en F9 t.",
                "Signed. Whoever receives signs in and signs at F9 t.")
            : Bilingual(
                "Entrega de una sola firma. Quien llegue la recibe en F9 t.",
                "Handed over by one signature. Whoever comes receives it at F9 t.")
    }
}

/// What both leads counted in the building; each before either saw the store's figure.
package struct HandOverCounts: Sendable, Equatable {
    /// Who hands over.
    package var outgoing: Int?
    /// Who receives.
    package var incoming: Int?

    /// Nothing counted yet, or these.
    package init(outgoing: Int? = nil, incoming: Int? = nil) {
        (self.outgoing, self.incoming) = (outgoing, incoming)
    }

    static let members: [Parameter<HandOverCounts>] = [
        .integer("outgoing", 0...9999, \.outgoing), .integer("incoming", 0...9999, \.incoming),
    ]
}

/// What was signed, against what the store has.
package struct HandedOver: Outcome {
    private let handOver: HandOver

    init(_ handOver: HandOver) { self.handOver = handOver }

    package var members: [String: JSON] {
        [
            "handOver": .int(handOver.id.value), "inBuilding": .int(handOver.inBuilding),
            "elsewhere": .int(handOver.elsewhere), "agrees": .bool(handOver.agrees),
            "readBack": .bool(handOver.isReadBack),
        ]
    }
}
