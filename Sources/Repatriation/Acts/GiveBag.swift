/// A bag is handed over to somebody with a name; once.
package struct GiveBag: Act {
    package static let row = ActRow<Self>(
        .giveBag, .services, [.identifier("bag", \.bag), .text("receiver", \.receiver)])

    /// Which.
    package var bag = Identifier<Bag>(0)
    /// To whom.
    package var receiver = ""

    package init() {}

    /// A bag, and to whom.
    package init(_ bag: Identifier<Bag>, receiver: String) {
        self.bag = bag
        self.receiver = receiver
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        Seat(point: try facts.point(try known(facts).person.point))
    }

    private func known(_ facts: some Facts) throws -> (bag: Bag, person: Reception) {
        guard let found = try facts.bag(bag) else { throw Refusal(.unknownBag) }
        return (found, try facts.reception(found.reception))
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let (before, person) = try known(facts)
        guard before.givenAt == nil else {
            if before.receiver == receiver { return Decision([], ids: context.ids) }
            throw Refusal(.bagGiven)
        }
        guard !NameText.folded(receiver).isEmpty else {
            throw Refusal(.missingField, ["field": "receiver"])
        }
        var after = before
        after.givenAt = context.now
        after.receiver = receiver
        return Decision(
            .bagGiven, of: person, [Change(from: before, to: after)], [String: JSON](),
            ids: context.ids)
    }
}
