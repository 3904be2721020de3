/// The point ends its shift with nobody to receive it: every desk is closed, and whoever one still
/// holds stays its officer's until taken over by name. The others stay the lead's, who says why;
/// the next to open a shift receives them.
package struct CloseShift: PointAct {
    package static let row = ActRow<Self>(.closeShift, .queue, [.reason("reason", \.reason)])
    package static let isAnEnd = true

    package var point = PointCode.none
    /// Why nobody receives it, where somebody is still inside.
    package var reason: String?

    package init() {}

    /// The end of a point's shift.
    package init(at point: PointCode, reason: String?) {
        self.init(at: point)
        self.reason = reason
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let point = try activePoint(facts)
        guard point.isShiftOpen else { return Decision([], ids: context.ids) }
        var after = point
        after.isShiftOpen = false
        let desks = try facts.openDesks(at: point.code).map { desk in
            var closed = desk
            closed.state = .closed
            let held = try facts.load(ofDesk: desk.number, at: point.code)
            if held == DeskLoad() { closed.officer = nil }
            return Change(from: desk, to: closed)
        }
        let remains = try facts.remains(at: point)
        var ids = context.ids
        let left = try leaving(remains, context, facts, &ids)
        let changes = ([Change(from: point, to: after), left] + desks).compactMap { $0 }
        let event = Event(.shiftClosed, subject: point.id.value, changes: changes)
        return Decision([event], Closed(remains: remains), ids: ids)
    }

    /// What is left to whoever opens the next shift, with its reason; nil where nobody stays, inside
    /// or on the way, and none was said. What somebody else has signed stays as they signed it.
    private func leaving(
        _ remains: ShiftRemains, _ context: Context, _ facts: some Facts,
        _ ids: inout IdentifierSource
    ) throws -> Change? {
        guard reason != nil || remains.isInCharge else { return nil }
        let own = try facts.waitingHandOver(at: point).flatMap {
            $0.outgoing == context.officer.id ? $0 : nil
        }
        let before = own ?? HandOver(id: ids.next())
        var after = before.counted(against: remains)
        after.point = point
        after.outgoing = context.officer.id
        after.signedAt = context.now
        after.unilateral = reason ?? before.unilateral
        return Change(from: before, to: after)
    }

    private struct Closed: Outcome {
        let remains: ShiftRemains
        var members: [String: JSON] { ["remains": remains.json] }
    }
}
