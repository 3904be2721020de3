/// A group is here.
package struct ArriveGroup: GroupAct {
    package static let row = ActRow<Self>(
        .arrive, .arrival, alsoFor: [.beta], [.integer("headcount", 0...9999, \.headcount)])

    package var group = Identifier<Group>(0)
    /// How many stand in line.
    package var headcount: Int?

    package init() {}

    /// A group, with how many stand in line.
    package init(_ group: Identifier<Group>, headcount: Int?) {
        self.group = group
        self.headcount = headcount
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let before = try open(facts)
        var after = before
        if before.stage == .announced {
            after = before.arrived(at: try facts.point(before.point), context)
        }
        if let headcount, headcount != before.line {
            after.line = headcount
            after = after.unsettled
        }
        return Decision(
            .groupArrived, before, after, ["outOfHours": .bool(after.isOutOfHours)],
            ids: context.ids)
    }
}
