/// The water of a point was counted.
package struct CountWater: PointAct {
    package static let row = ActRow<Self>(
        .countWater, .services, [.integer("litres", 0...999_999, \.litres)])

    package var point = PointCode.none
    /// How much there is, in litres.
    package var litres = 0

    package init() {}

    /// So many litres at a point.
    package init(at point: PointCode, litres: Int) {
        self.init(at: point)
        self.litres = litres
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let point = try activePoint(facts)
        var ids = context.ids
        let blank = WaterCount(id: ids.next())
        var counted = blank
        (counted.point, counted.litres) = (point.code, litres)
        (counted.at, counted.officer) = (context.now, context.officer.id)
        return Decision([Event(.waterCounted, blank, counted)], NoOutcome(), ids: ids)
    }
}
