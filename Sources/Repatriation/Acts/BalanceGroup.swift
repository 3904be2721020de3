/// Balanced: nobody left listed, and every given count equals those present or the difference has a
/// reason.
package struct BalanceGroup: GroupAct, Reasoned {
    package static let row = ActRow<Self>(.balanceGroup, .arrival, [.reason("reason", \.reason)])

    package var group = Identifier<Group>(0)
    /// Why the counts differ.
    package var reason: String?

    package init() {}

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let before = try open(facts)
        guard before.stage != .balanced else { return Decision([], ids: context.ids) }
        try check(before, try facts.counts(of: before.id))
        var after = before
        after.stage = .balanced
        after.balancedAt = context.now
        if let reason { after.difference = reason }
        return Decision(.groupBalanced, before, after, ids: context.ids)
    }

    private func check(_ group: Group, _ counts: GroupCounts) throws(Refusal) {
        guard counts.pending == 0 else {
            throw Refusal(.peopleNotAccounted, ["listed": .int(counts.pending)])
        }
        // Whoever another point sent is in somebody's hands until received, or taken back there.
        guard group.origin == nil || counts.noShow == 0 else {
            throw Refusal(.peopleOnTheWay, ["count": .int(counts.noShow)])
        }
        var missing: [JSON] = []
        if group.mode == .notStated { missing.append("mode") }
        if group.authority == .notStated, group.origin == nil { missing.append("authority") }
        guard missing.isEmpty else { throw Refusal(.groupIncomplete, ["missing": .array(missing)]) }
        guard let line = group.line else { throw Refusal(.headcountMissing) }
        let present = counts.present
        let agreeing = [counts.onList, present + counts.noShow]
        let declared = group.declared.flatMap { agreeing.contains($0) ? nil : $0 }
        let given = [line, group.room, declared].compactMap { $0 }
        guard reason ?? group.difference == nil, let count = given.first(where: { $0 != present })
        else {
            return
        }
        throw Refusal(
            .groupDoesNotBalance,
            [
                "headcount": .int(count), "present": .int(present),
                "difference": .int(count - present),
            ])
    }
}
