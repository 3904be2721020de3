/// What is known of a group is put right.
package struct AmendGroup: GroupAct {
    package static let row = ActRow<Self>(
        .amendGroup, .arrival, Announcement.parameters.map { $0.of(\.announcement) })

    package var group = Identifier<Group>(0)
    /// What is said of it; the rest stays.
    package var announcement = Announcement()

    package init() {}

    /// A group, and what is said of it.
    package init(_ group: Identifier<Group>, _ announcement: Announcement) {
        self.group = group
        self.announcement = announcement
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let before = try open(facts)
        var after = before
        after.take(announcement)
        if before.stage == .announced {
            after.isOutOfHours = after.isOutside(hoursOf: try facts.point(before.point), context)
        }
        return Decision(
            .groupAmended, before, after, ["outOfHours": .bool(after.isOutOfHours)],
            ids: context.ids)
    }
}
