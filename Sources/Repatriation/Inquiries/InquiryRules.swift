/// What can be wanted about who asks at the gate.
package enum InquiryCommand: Sendable, Equatable {
    case record(PointCode, InquiryMade)
    /// Of whom it is asked may be left out where only one of those here may be meant.
    case answer(Identifier<Inquiry>, InquiryWishes, of: Identifier<Reception>? = nil)
}

/// Who asks, and for whom.
package struct InquiryMade: Sendable, Equatable {
    /// The name they give of themselves.
    package var visitor: String
    /// Whom they want to find, in their words.
    package var asksFor: String
    /// What they say they are to the person.
    package var relation: String?
    /// The paper they show: kind and last figures.
    package var document: String?
    /// Where they can be called.
    package var phone: String?
    /// What they came in, and its plate.
    package var vehicle: String?

    /// A visitor without details.
    package init(visitor: String, asksFor: String) {
        self.visitor = visitor
        self.asksFor = asksFor
    }
}

/// The slice that these rules need.
package struct InquirySituation: Sendable {
    /// The moment, who acts and where identifiers come from.
    package var context: Context
    /// The one that is answered.
    package var inquiry: Inquiry?
    /// Those inside whom it may mean.
    package var meant: [(person: Reception, isChild: Bool)] = []

    /// A slice for one command.
    package init(context: Context, inquiry: Inquiry?) {
        self.context = context
        self.inquiry = inquiry
    }
}

extension InquiryCommand {
    /// The rules: what happens, or why not. What is answered is never whether the person is here.
    package func decide(_ given: InquirySituation) throws(Refusal) -> Decision {
        var situation = given
        switch self {
        case .record(let point, let made): return situation.record(made, at: point)
        case .answer(_, let wishes, let person): return try situation.answer(wishes, of: person)
        }
    }
}

extension InquirySituation {
    fileprivate mutating func record(_ made: InquiryMade, at point: PointCode) -> Decision {
        let blank = Inquiry(id: context.ids.next())
        var asked = blank
        (asked.point, asked.at) = (point, context.now)
        (asked.visitor, asked.asksFor, asked.relation) = (made.visitor, made.asksFor, made.relation)
        (asked.document, asked.phone, asked.vehicle) = (made.document, made.phone, made.vehicle)
        return Decision(
            [Event(.inquiryRecorded, blank, asked)], ["inquiry": .int(asked.id.value)], ids: context.ids)
    }

    /// One person's answer, and nobody else's: the line of every other whom they may mean stays open.
    fileprivate func answer(_ wishes: InquiryWishes, of named: Identifier<Reception>?) throws(Refusal) -> Decision {
        guard let before = inquiry else { throw Refusal(.unknownInquiry) }
        let isByLane = context.officer.isOfTheLane
        let id = try asked(named, of: before)?.id ?? Identifier(0)
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

    /// Who answers. Outside the lane nobody is told that a child may be meant.
    private func asked(_ named: Identifier<Reception>?, of inquiry: Inquiry) throws(Refusal) -> Reception? {
        let known = meant.filter { context.officer.isOfTheLane || !$0.isChild }
        if let named {
            guard let one = known.first(where: { $0.person.id == named }) else { throw Refusal(.unknownInquiry) }
            return one.person
        }
        let open = known.filter { !inquiry.isAnswered(by: $0.person, isChild: $0.isChild) }
        let left = open.isEmpty ? known : open
        guard left.count < 2 else { throw Refusal(.missingField, ["field": "reception"]) }
        return left.first?.person
    }
}
