/// Everybody of a group is out.
package struct CloseGroup: GroupAct {
    package static let row = ActRow<Self>(.closeGroup, .arrival)

    package var group = Identifier<Group>(0)

    package init() {}

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let before = try open(facts)
        guard before.stage == .balanced else { throw Refusal(.groupNotBalanced) }
        let inside = try facts.counts(of: before.id).inside
        guard inside == 0 else {
            let who = try facts.inside(of: before.id).map { JSON.int($0.id.value) }
            throw Refusal(.peopleWithoutExit, ["count": .int(inside), "receptions": .array(who)])
        }
        var after = before
        after.stage = .concluded
        return Decision(.groupConcluded, before, after, ids: context.ids)
    }
}
