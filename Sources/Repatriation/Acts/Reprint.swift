/// A paper is printed again, as a copy that says which.
package struct Reprint: PaperAct {
    package static let row = ActRow<Self>(.reprint, .interview)

    package var paper = Identifier<Paper>(0)

    package init() {}

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let (before, _) = try issued(facts)
        var after = before
        after.reprints += 1
        return Decision(
            [Paper.event(.paperReprinted, before, after)], Copy(number: after.reprints),
            ids: context.ids)
    }

    private struct Copy: Outcome {
        let number: Int
        var members: [String: JSON] { ["reprint": .int(number)] }
    }
}
