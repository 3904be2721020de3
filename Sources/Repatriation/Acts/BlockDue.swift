/// Blocks what is past its years in the office.
package struct BlockDue: ArchiveAct {
    package static let row = ActRow<Self>(.blockDue, .archive)

    package init() {}

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let due = try facts.dueToBlock(series(facts), on: context.local.day)
        let events = due.map { before in
            var after = before
            after.blockedAt = context.now
            return Event(.blocked, before, after)
        }
        return Decision(events, Blocked(count: due.count), ids: context.ids)
    }
}

/// How many were blocked.
package struct Blocked: Outcome {
    /// Receptions.
    package let count: Int
    package var members: [String: JSON] { ["blocked": .int(count)] }
}
