/// What the person who is asked for wishes, told alone; of any other whom the inquiry may mean the
/// line stays open.
package struct AnswerInquiry: Act {
    package static let row = ActRow<Self>(
        .answerInquiry, .services,
        [
            .identifier("inquiry", \.inquiry), .code("wishes", \.wishes),
            .identifier("reception", \.reception),
        ])

    /// Which.
    package var inquiry = Identifier<Inquiry>(0)
    /// What the person wishes.
    package var wishes = InquiryWishes.declines
    /// Who answers; may be left out where only one of those here may be meant.
    package var reception: Identifier<Reception>?

    package init() {}

    /// An answer to one inquiry.
    package init(
        _ inquiry: Identifier<Inquiry>, _ wishes: InquiryWishes,
        of reception: Identifier<Reception>? = nil
    ) {
        self.inquiry = inquiry
        self.wishes = wishes
        self.reception = reception
    }

    package func seat(_ facts: some Facts) throws -> Seat {
        Seat(point: try facts.point(try facts.inquiry(inquiry).point))
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let before = try facts.inquiry(inquiry)
        let meant = try facts.meant(by: before, on: context.local.day)
        let isByLane = context.officer.isOfTheLane
        // Outside the lane nobody is told that a child may be meant.
        let known = meant.filter { isByLane || !$0.isChild }
        let id = try asked(before, among: known)?.id ?? Identifier(0)
        var after = before
        after.answers.removeAll { $0.reception == id }
        after.answers.append(InquiryAnswer(id, wishes, isByLane: isByLane))
        let open = meant.filter { !after.isAnswered(by: $0.person, isChild: $0.isChild) }
        if open.isEmpty { after.wishes = wishes }
        if isByLane, !open.contains(where: \.isChild) { after.isByLane = true }
        guard after != before else { return Decision([], ids: context.ids) }
        after.answeredAt = context.now
        return Decision([Event(.inquiryAnswered, before, after)], ids: context.ids)
    }

    private func asked(_ inquiry: Inquiry, among known: [MeantPerson]) throws(Refusal) -> Reception?
    {
        if let reception {
            guard let one = known.first(where: { $0.person.id == reception }) else {
                throw Refusal(.unknownInquiry)
            }
            return one.person
        }
        let open = known.filter { !inquiry.isAnswered(by: $0.person, isChild: $0.isChild) }
        let left = open.isEmpty ? known : open
        guard left.count < 2 else { throw Refusal(.missingField, ["field": "reception"]) }
        return left.first?.person
    }
}
