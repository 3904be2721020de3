/// The point begins to receive; whoever opens it leads the shift.
package struct OpenShift: PointAct {
    package static let row = ActRow<Self>(.openShift, .queue)

    package var point = PointCode.none

    package init() {}

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let point = try activePoint(facts)
        guard !point.isShiftOpen else {
            return Decision([], Opened(wasOpen: true), ids: context.ids)
        }
        var after = point
        after.isShiftOpen = true
        after.lead = context.officer.id
        after.shiftSince = context.now
        // Whoever opens takes over what was left with nobody to receive it.
        let left = try facts.waitingHandOver(at: point.code).flatMap { before in
            var received = before
            // Nobody receives from themselves: their own shift goes on.
            let isOwn = before.outgoing == context.officer.id
            received.incoming = isOwn ? nil : context.officer.id
            received.acceptedAt = context.now
            return Change(from: before, to: received)
        }
        let changes = [Change(from: point, to: after), left].compactMap { $0 }
        let event = Event(.shiftOpened, subject: point.id.value, changes: changes)
        return Decision([event], Opened(wasOpen: false), ids: context.ids)
    }

    private struct Opened: Outcome {
        let wasOpen: Bool
        var members: [String: JSON] { ["already": .bool(wasOpen)] }
    }
}
