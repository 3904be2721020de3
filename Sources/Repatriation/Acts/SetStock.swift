/// So many of a kind of material were counted at a point.
package struct SetStock: PointAct {
    package static let row = ActRow<Self>(
        .setStock, .services,
        [
            .code("item", \.item), .integer("count", 0...99_999, \.count),
            .integer("low", 0...9999, \.low),
        ])

    package var point = PointCode.none
    /// What.
    package var item = HelpKind.water
    /// How many.
    package var count = 0
    /// From how many on it is told that it runs out; nil leaves it as it was.
    package var low: Int?

    package init() {}

    /// A count.
    package init(at point: PointCode, _ item: HelpKind, count: Int, low: Int? = nil) {
        self.init(at: point)
        self.item = item
        self.count = count
        self.low = low
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        guard StockItem.things.contains(item) else {
            let allowed = StockItem.things.map { JSON.string($0.rawValue) }
            throw Refusal(.unknownCode, ["field": "item", "allowed": .array(allowed)])
        }
        var ids = context.ids
        let known = try facts.stock(at: point).first { $0.item == item }
        let before = known ?? StockItem(id: ids.next())
        var after = before
        after.point = point
        after.item = item
        after.count = count
        after.low = low ?? before.low
        after.given = 0
        after.countedAt = context.now
        return Decision([Event(.stockCounted, before, after)], Counted(count: count), ids: ids)
    }

    private struct Counted: Outcome {
        let count: Int
        var members: [String: JSON] { ["count": .int(count)] }
    }
}
