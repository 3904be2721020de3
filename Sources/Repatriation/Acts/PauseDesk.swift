/// The desk calls nobody for a while.
package struct PauseDesk: DeskAct {
    package static let row = ActRow<Self>(.pauseDesk, .queue, [.reason("reason", \.reason)])

    package var point = PointCode.none
    package var desk = 0
    /// Why.
    package var reason: String?

    package init() {}

    /// A desk, and why it pauses.
    package init(at point: PointCode, _ desk: Int, reason: String?) {
        self.init(at: point, desk)
        self.reason = reason
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let point = try activePoint(facts)
        let found = try facts.desk(desk, at: point.code)
        guard let before = found, before.state != .closed else {
            throw Refusal(.deskClosed, ["desk": .int(desk)])
        }
        var after = before
        after.state = .paused
        after.reason = reason
        return Decision(.deskPaused, before, after, ids: context.ids)
    }
}
