/// The point ends its shift: every desk is closed, and whoever one still holds stays its officer's
/// until taken over by name.
package struct CloseShift: PointAct {
    package static let row = ActRow<Self>(.closeShift, .queue)
    package static let isAnEnd = true

    package var point = PointCode.none

    package init() {}

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
        let changes = ([Change(from: point, to: after)] + desks).compactMap { $0 }
        let event = Event(.shiftClosed, subject: point.id.value, changes: changes)
        return Decision([event], ids: context.ids)
    }
}
