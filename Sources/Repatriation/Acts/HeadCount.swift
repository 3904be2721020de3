/// People are counted: of a group, or of everybody inside a point.
package struct HeadCount: Act {
    package static let row = ActRow<Self>(
        .headCount, .arrival, alsoFor: [.beta],
        [whom, .code("where", \.place), .integer("count", 0...9999, \.count)])

    /// A `group`, with the `reason` why it differs; else a `point`.
    private static let whom = Parameter<HeadCount>(
        "group", .identifier, required: true,
        read: { reader, act throws(Refusal) in
            guard reader.has("group") else {
                act.whom = .point(try reader.point())
                return
            }
            act.whom = .group(try reader.identifier("group"))
            act.reason = try reader.text("reason")
        },
        write: { act in
            switch act.whom {
            case .group(let id):
                ["group": .int(id.value)].merging(act.reason.map { ["reason": .string($0)] } ?? [:])
                { $1 }
            case .point(let code): ["point": .string(code.text)]
            }
        }
    ).givingReason("reason")

    /// Of whom a count is.
    package enum Whom: Sendable, Equatable {
        case group(Identifier<Group>)
        case point(PointCode)
    }

    /// Of whom.
    package var whom = Whom.point(.none)
    /// Where they were counted.
    package var place = CountPlace.room
    /// How many.
    package var count = 0
    /// Why it differs.
    package var reason: String?

    package init() {}

    /// A group, counted somewhere.
    package init(
        _ group: Identifier<Group>, _ place: CountPlace, _ count: Int, reason: String? = nil
    ) {
        whom = .group(group)
        self.place = place
        self.count = count
        self.reason = reason
    }

    /// Everybody inside a point, counted somewhere.
    package init(at point: PointCode, _ place: CountPlace, _ count: Int) {
        whom = .point(point)
        self.place = place
        self.count = count
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        switch whom {
        case .group(let id): Seat(point: try facts.point(try facts.group(id).point))
        case .point(let code): Seat(point: try facts.point(code))
        }
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        switch whom {
        case .group(let id): try ofGroup(try facts.group(id), context, facts)
        case .point(let code): try ofPoint(try facts.point(code), context, facts)
        }
    }

    private func ofGroup(_ before: Group, _ context: Context, _ facts: some Facts) throws
        -> Decision
    {
        guard before.stage != .concluded else { throw Refusal(.groupConcluded) }
        guard place != .handover else { throw Refusal(.invalidValue, ["field": "where"]) }
        var after = before
        if place == .line { after.line = count } else { after.room = count }
        if after != before { after = after.unsettled }
        after.difference = reason ?? after.difference
        let present = try facts.counts(of: before.id).present
        return Decision(
            .headCounted, before, after, Counted(difference: count - present), ids: context.ids)
    }

    private func ofPoint(
        _ before: ReceivingPoint, _ context: Context, _ facts: some Facts
    ) throws -> Decision {
        var after = before
        after.headCount = count
        after.headCountPlace = place
        let inside = try facts.countInside(at: before.code)
        return Decision(
            [Event(.headCounted, before, after)], Counted(difference: count - inside),
            ids: context.ids)
    }

    private struct Counted: Outcome {
        let difference: Int
        var members: [String: JSON] { ["difference": .int(difference)] }
    }

    package func said(_ outcome: any Outcome, changed: Bool) -> Bilingual? {
        guard case .group = whom, let difference = (outcome as? Counted)?.difference else {
            return nil
        }
        guard difference != 0 else { return Bilingual("El conteo coincide.", "The count agrees.") }
        let present = count - difference
        return Bilingual(
            "Contadas \(count), recibidas y presentes \(present): diferencia \(difference).",
            "Counted \(count), received and present \(present): difference \(difference).")
    }
}
