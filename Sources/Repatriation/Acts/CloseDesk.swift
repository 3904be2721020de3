/// Whoever attends a desk leaves it; not while it holds somebody.
package struct CloseDesk: DeskAct {
    package static let row = ActRow<Self>(.closeDesk, .queue)
    package static let isAnEnd = true

    package var point = PointCode.none
    package var desk = 0

    package init() {}

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let point = try activePoint(facts)
        guard let before = try facts.desk(desk, at: point.code) else {
            throw Refusal(.deskClosed, ["desk": .int(desk)])
        }
        let load = try facts.load(ofDesk: desk, at: point.code)
        if let ticket = load.inInterview ?? load.called {
            throw Refusal(.deskBusy, ["ticket": .int(ticket)])
        }
        var after = before
        after.state = .closed
        after.reason = nil
        after.officer = nil
        return Decision(.deskClosed, before, after, ids: context.ids)
    }
}
