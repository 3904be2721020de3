/// How a paper was delivered: nobody signs what they do not understand.
package struct DeliverPaper: PaperAct {
    package static let row = ActRow<Self>(.deliverPaper, .interview, [.code("how", \.how)])

    package var paper = Identifier<Paper>(0)
    /// How.
    package var how = Delivery.refused

    package init() {}

    /// A paper, and how.
    package init(_ paper: Identifier<Paper>, _ how: Delivery) {
        self.init(paper)
        self.how = how
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let (before, person) = try issued(facts)
        guard before.delivery != how else { return Decision([], ids: context.ids) }
        guard before.delivery == nil else {
            throw Refusal(.paperDelivered, ["how": .string(before.delivery?.rawValue ?? "")])
        }
        let isWithout = person.interpreterWho == nil
        // The record of a hand-over is signed by who receives, not by the child.
        let needs = before.paperKind != .acta && person.needsInterpreter
        if isWithout, how == .withInterpreter || needs && how != .refused {
            throw Refusal(.interpreterFirst)
        }
        guard !needs || how != .signed else { throw Refusal(.interpreterFirst) }
        var after = before
        after.delivery = how
        after.deliveredAt = context.now
        return Decision([Paper.event(.paperDelivered, before, after)], ids: context.ids)
    }
}
