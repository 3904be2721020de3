/// How much of a kind of material help a point has: typed by who counted, less by what is given.
package struct StockItem: Tabled {
    package let id: Identifier<StockItem>
    /// Where.
    package var point = PointCode.none
    /// What.
    package var item = HelpKind.water
    /// How many there are; never under zero.
    package var count = 0
    /// From how many on it is told that it runs out.
    package var low = 10
    /// How many were given since it was counted last.
    package var given = 0
    /// When it was counted last.
    package var countedAt: Instant?

    package init(id: Identifier<StockItem>) { self.id = id }

    package static let table = EntityTable<Self>(
        .stockItem,
        Field("point", \.point), Field("item", \.item), Field("count", \.count),
        Field("low", \.low),
        Field("given", \.given), Field("countedAt", \.countedAt))

    /// What can be counted: things, not services.
    package static let things: [HelpKind] = [
        .food, .water, .hygieneKit, .clothing, .blanket, .phoneChip,
    ]

    /// So many handed out. What is given beyond the count says that the count was wrong, and holds
    /// nobody back.
    func giving(_ amount: Int) -> StockItem {
        var after = self
        after.count = max(0, count - amount)
        after.given = given + amount
        return after
    }

    /// It runs out.
    package var isLow: Bool { count <= low }
}

/// Why a bag stays behind.
package enum BagCause: String, Code { case hospital, authority, leftBehind, unclaimed }

/// A bag that the point keeps for somebody: on which shelf, and who took it.
package struct Bag: Tabled, Retractable {
    package let id: Identifier<Bag>
    /// Whose.
    package var reception = Identifier<Reception>(0)
    /// Where.
    package var point = PointCode.none
    /// Why it stays.
    package var cause = BagCause.leftBehind
    /// The US tag.
    package var tag: String?
    /// On which shelf.
    package var shelf = ""
    /// Since when.
    package var keptAt: Instant?
    /// When it was handed over.
    package var givenAt: Instant?
    /// To whom.
    package var receiver: String?
    /// When the act that made it was taken back.
    package var retractedAt: Instant?

    package init(id: Identifier<Bag>) { self.id = id }

    package static let table = EntityTable<Self>(
        .bag,
        Field("reception", \.reception), Field("point", \.point),
        Field("cause", \.cause, .sensitive),
        Field("tag", \.tag, .personal), Field("shelf", \.shelf, .personal),
        Field("keptAt", \.keptAt),
        Field("givenAt", \.givenAt), Field("receiver", \.receiver, .personal),
        Field("retractedAt", \.retractedAt))
}
