/// A request is decided, and what was granted done in the same act.
package struct AnswerRights: RightsAct {
    package static let row = ActRow<Self>(
        .answerRights, .rights,
        [
            .code("answer", \.resolution.answer),
            .text("note", \.resolution.note), .codes("opposes", \.resolution.opposes),
            .object("fields", PersonData.parameters, \.resolution.fields),
        ])

    package var request = Identifier<RightsRequest>(0)
    /// How it is decided.
    package var resolution = RightsResolution(.granted)

    package init() {}

    /// A request, and how it is decided.
    package init(_ request: Identifier<RightsRequest>, _ resolution: RightsResolution) {
        self.request = request
        self.resolution = resolution
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let asked = try open(facts)
        return try RightsCase(asked.reception, context, facts).answer(asked, resolution)
    }
}
