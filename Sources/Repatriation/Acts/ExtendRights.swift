/// A request takes longer, once, and with the reason.
package struct ExtendRights: RightsAct {
    package static let row = ActRow<Self>(.extendRights, .rights, [.reason("reason", \.reason)])

    package var request = Identifier<RightsRequest>(0)
    /// Why.
    package var reason = ""

    package init() {}

    /// A request, and why it takes longer.
    package init(_ request: Identifier<RightsRequest>, reason: String) {
        self.request = request
        self.reason = reason
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let asked = try open(facts)
        return try RightsCase(asked.reception, context, facts).extend(asked, reason)
    }
}
