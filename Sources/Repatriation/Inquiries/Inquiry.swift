/// Whether somebody who is asked for wants to see who asks.
package enum InquiryWishes: String, Code {
    case meets, declines, expectsNobody, notHere

    /// As the card says it.
    package var label: Bilingual {
        switch self {
        case .meets: Bilingual("quiere verle", "wants to meet")
        case .declines: Bilingual("no quiere verle", "does not want to meet")
        case .expectsNobody: Bilingual("no espera a nadie", "expects nobody")
        case .notHere: Bilingual("no es de aquí", "not somebody of here")
        }
    }
}

/// Somebody outside who asks for a person («preguntan por»).
///
/// Nothing of it answers who asks: the false relative at the gate is the oldest way to take somebody away.
package struct Inquiry: Entity {
    package let id: Identifier<Inquiry>
    /// At which gate.
    package var point = PointCode.none
    /// When.
    package var at: Instant?
    /// The name they gave of themselves.
    package var visitor = ""
    /// What they say they are to the person.
    package var relation: String?
    /// The paper they showed: kind and last figures.
    package var document: String?
    /// Their phone.
    package var phone: String?
    /// Their vehicle and its plate.
    package var vehicle: String?
    /// Whom they ask for, in their words.
    package var asksFor = ""
    /// What the person said, asked alone; nil while nobody has asked.
    package var wishes: InquiryWishes?
    /// When.
    package var answeredAt: Instant?
    /// Whether child protection or the lead noted the answer: for a child nobody else's counts.
    package var isByLane = false

    package init(id: Identifier<Inquiry>) { self.id = id }

    package static let kind = EntityKind.inquiry
    package static let fieldsByName = indexed(fields)
    package static let fields: [Field<Inquiry>] = [
        Field("point", \.point), Field("at", \.at), Field("wishes", \.wishes), Field("answeredAt", \.answeredAt),
        Field("byLane", \.isByLane),
        Field("visitor", \.visitor, .restricted), Field("relation", \.relation, .restricted),
        Field("document", \.document, .restricted), Field("phone", \.phone, .restricted),
        Field("vehicle", \.vehicle, .restricted), Field("asksFor", \.asksFor, .restricted),
    ]

    /// For how long the same visitor or plate is remembered, in days.
    package static let memoryDays = 30

    /// Whether the same visitor, phone or vehicle stands behind both. A name may be short; a plate, a phone or a paper of
    /// three signs is none («no», «s/n»).
    package func isSameVisitor(as other: Inquiry) -> Bool {
        func same(_ one: String?, _ two: String?) -> Bool {
            guard let one, let two else { return false }
            let (left, right) = (NameText.folded(one), NameText.folded(two))
            return left.count > 3 && left == right
        }
        let names = NameText.names(in: visitor)
        return !names.isEmpty && names == NameText.names(in: other.visitor) || same(phone, other.phone)
            || same(vehicle, other.vehicle) || same(document, other.document)
    }

    /// Whether they ask for somebody with these names: every word of theirs, or two of them, is one of the person's.
    ///
    /// For a child one surname is enough: whom they mean is asked of the child, and nobody leaves before.
    package func isFor(_ person: Reception, isChild: Bool = false) -> Bool {
        // By sound: at a gate a name is heard, not read.
        func sounds(_ text: String) -> Set<String> {
            Set(NameText.names(in: text).map(SoundKey.of)).subtracting([""])
        }
        let (asked, names) = (sounds(asksFor), sounds(person.fullName))
        let surnames = sounds([person.firstSurname, person.secondSurname].compactMap { $0 }.joined(separator: " "))
        if isChild, !asked.isDisjoint(with: surnames) { return true }
        let common = asked.intersection(names).count
        return !asked.isEmpty && (common == asked.count || common >= 2)
    }
}

/// What can be wanted about who asks at the gate.
package enum InquiryCommand: Sendable, Equatable {
    case record(PointCode, InquiryMade)
    case answer(Identifier<Inquiry>, InquiryWishes)
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

extension InquiryCommand {
    /// The rules: what happens, or why not. What is answered is never whether the person is here.
    package func decide(_ inquiry: Inquiry?, _ given: Context) throws(Refusal) -> Decision {
        var context = given
        switch self {
        case .record(let point, let made):
            let blank = Inquiry(id: context.ids.next())
            var asked = blank
            (asked.point, asked.at) = (point, context.now)
            (asked.visitor, asked.asksFor, asked.relation) = (made.visitor, made.asksFor, made.relation)
            (asked.document, asked.phone, asked.vehicle) = (made.document, made.phone, made.vehicle)
            return Decision(
                [Event(.inquiryRecorded, blank, asked)], ["inquiry": .int(asked.id.value)], ids: context.ids)
        case .answer(_, let wishes):
            guard let before = inquiry else { throw Refusal(.unknownInquiry) }
            var after = before
            (after.wishes, after.answeredAt) = (wishes, context.now)
            after.isByLane = before.isByLane || context.officer.isOfTheLane
            guard before.wishes != wishes || before.isByLane != after.isByLane else {
                return Decision([], ids: context.ids)
            }
            return Decision([Event(.inquiryAnswered, before, after)], ids: context.ids)
        }
    }
}
