/// Whether somebody who is asked for wants to see who asks.
package enum InquiryWishes: String, Code { case meets, declines, expectsNobody, notHere }

/// Somebody outside who asks for a person («preguntan por»).
///
/// Nothing of it answers who asks: the false relative at the gate is the oldest way to take
/// somebody away.
package struct Inquiry: Tabled {
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
    /// Whether child protection or the lead noted the answer of every child that may be meant:
    /// nobody else's counts.
    package var isByLane = false
    /// What each of those who may be meant said. ``wishes`` stands once nobody of them is left to
    /// be asked.
    package var answers: [InquiryAnswer] = []

    package init(id: Identifier<Inquiry>) { self.id = id }

    package static let table = EntityTable<Self>(
        .inquiry,
        Field("point", \.point), Field("at", \.at), Field("wishes", \.wishes),
        Field("answeredAt", \.answeredAt),
        Field("byLane", \.isByLane), Field("askedOf", \.answers),
        Field("visitor", \.visitor, .restricted), Field("relation", \.relation, .restricted),
        Field("document", \.document, .restricted), Field("phone", \.phone, .restricted),
        Field("vehicle", \.vehicle, .restricted), Field("asksFor", \.asksFor, .restricted))

    /// For how long the same visitor or plate is remembered, in days.
    package static let memoryDays = 30

    /// Something by which a visitor is told from others.
    package enum VisitorMark: Hashable, Sendable {
        case names([String])
        case phone(String)
        case vehicle(String)
        case document(String)
    }

    /// By what the visitor is known again. A name may be short; a plate, a phone or a paper of three
    /// signs is none («no», «s/n»).
    package var visitorMarks: [VisitorMark] {
        func mark(_ text: String?, _ kind: (String) -> VisitorMark) -> VisitorMark? {
            guard let text else { return nil }
            let folded = NameText.folded(text)
            return folded.count > 3 ? kind(folded) : nil
        }
        let names = NameText.names(in: visitor)
        let marks: [VisitorMark?] = [
            names.isEmpty ? nil : .names(names), mark(phone, VisitorMark.phone),
            mark(vehicle, VisitorMark.vehicle), mark(document, VisitorMark.document),
        ]
        return marks.compactMap { $0 }
    }

    /// Whether the same visitor, phone or vehicle stands behind both.
    package func isSameVisitor(as other: Inquiry) -> Bool {
        !Set(visitorMarks).isDisjoint(with: other.visitorMarks)
    }

    /// Whether they ask for somebody with these names: every word of theirs, or two of them, is one
    /// of the person's.
    ///
    /// For a child one surname is enough: whom they mean is asked of the child, and nobody leaves
    /// before.
    package func isFor(_ person: Reception, isChild: Bool = false) -> Bool {
        // By sound: at a gate a name is heard, not read.
        func sounds(_ text: String) -> Set<String> {
            Set(NameText.names(in: text).map(SoundKey.of)).subtracting([""])
        }
        let (asked, names) = (sounds(asksFor), sounds(person.fullName))
        let surnames = sounds(
            [person.firstSurname, person.secondSurname].compactMap { $0 }.joined(separator: " "))
        if isChild, !asked.isDisjoint(with: surnames) { return true }
        let common = asked.intersection(names).count
        return !asked.isEmpty && (common == asked.count || common >= 2)
    }
}

/// What one of those who may be meant said: `12:declines`, `12:declines:lane`. Number 0 is nobody
/// of those here.
package struct InquiryAnswer: ListItem {
    /// Who said it.
    package let reception: Identifier<Reception>
    /// What.
    package let wishes: InquiryWishes
    /// Whether child protection or the lead noted it.
    package let isByLane: Bool

    /// An answer as it was noted.
    package init(_ reception: Identifier<Reception>, _ wishes: InquiryWishes, isByLane: Bool) {
        self.reception = reception
        self.wishes = wishes
        self.isByLane = isByLane
    }

    package var item: String { "\(reception.value):\(wishes.rawValue)" + (isByLane ? ":lane" : "") }

    package init?(item: String) {
        let parts = item.split(separator: ":").map(String.init)
        guard parts.count == 2 || parts.count == 3 && parts[2] == "lane", let id = Int(parts[0]),
            let wishes = InquiryWishes(rawValue: parts[1])
        else { return nil }
        self.init(Identifier(id), wishes, isByLane: parts.count == 3)
    }
}

extension Inquiry {
    /// Whether somebody whom they may mean has still to be asked: each answers for themselves
    /// alone.
    package func isOpen(for person: Reception, isChild: Bool) -> Bool {
        (wishes == nil || isChild && !isByLane) && !isAnswered(by: person, isChild: isChild)
    }

    /// Whether this very person was asked; of a child only what the lane noted counts.
    func isAnswered(by person: Reception, isChild: Bool) -> Bool {
        answers.contains { $0.reception == person.id && (!isChild || $0.isByLane) }
    }
}

/// Somebody inside whom an inquiry may mean.
package struct MeantPerson: Sendable {
    /// Who.
    package let person: Reception
    /// Under 18, or of an age that is not settled, today.
    package let isChild: Bool

    /// Somebody, with whether they are a child today.
    package init(_ person: Reception, isChild: Bool) {
        self.person = person
        self.isChild = isChild
    }
}
