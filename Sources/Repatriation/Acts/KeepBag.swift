/// A bag without its person is somebody's, on a shelf.
package struct KeepBag: ReceptionAct {
    package static let row = ActRow<Self>(
        .keepBag, .services,
        [.code("cause", \.cause), .text("shelf", \.shelf), .text("tag", \.tag)])

    package var reception = Identifier<Reception>(0)
    /// Why it stays.
    package var cause = BagCause.leftBehind
    /// On which shelf.
    package var shelf = ""
    /// The US tag; nil takes the one the person has.
    package var tag: String?

    package init() {}

    /// Somebody's bag.
    package init(
        of reception: Identifier<Reception>, _ cause: BagCause, shelf: String, tag: String? = nil
    ) {
        self.reception = reception
        self.cause = cause
        self.shelf = shelf
        self.tag = tag
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let person = try facts.reception(reception)
        // A tag names one bag; two without one are two.
        let own = tag ?? person.tag
        let same = try own.flatMap { own in
            try facts.bags(of: reception).first {
                $0.givenAt == nil && $0.shelf == shelf && $0.tag == own
            }
        }
        if let same { return Decision([], Kept(id: same.id), ids: context.ids) }
        var ids = context.ids
        let blank = Bag(id: ids.next())
        var kept = blank
        kept.reception = person.id
        kept.point = person.point
        kept.cause = cause
        kept.tag = own
        kept.shelf = shelf
        kept.keptAt = context.now
        return Decision(
            .bagKept, of: person, [Change(from: blank, to: kept)], Kept(id: kept.id), ids: ids)
    }

    private struct Kept: Outcome {
        let id: Identifier<Bag>
        var members: [String: JSON] { ["bag": .int(id.value)] }
    }
}
