/// A group that was balanced or concluded goes on.
package struct ReopenGroup: GroupAct, Reasoned {
    package static let row = ActRow<Self>(.reopenGroup, .arrival, [.reason("reason", \.reason)])

    package var group = Identifier<Group>(0)
    package var reason: String?

    package init() {}

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let before = try facts.group(group)
        guard before.stage == .concluded || before.stage == .balanced else {
            return Decision([], ids: context.ids)
        }
        var after = before
        after.stage = .arrived
        after.difference = nil
        after.reopened = reason
        return Decision(.groupReopened, before, after, ids: context.ids)
    }
}
